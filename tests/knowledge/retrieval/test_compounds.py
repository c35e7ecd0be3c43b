"""Words put together of other words."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.retrieval.compounds import SHORTEST_PART, Compounds, root
from knowledge.text.tokens import says_little

VOCABULARY = [
    "klacht", "klachten", "klachtenregeling", "klachtafhandeling", "afhandeling", "clientdossier", "dossier",
    "dossiers", "jeugdhulpdossiers", "tarief", "pleegzorg", "pleegzorgtarief", "nacht", "10000",
]  # fmt: skip
FOUND = Compounds(VOCABULARY)


def test_compounds_that_open_or_close_with_a_word() -> None:
    assert FOUND.holding("klacht") == {"klachtenregeling", "klachtafhandeling"}
    assert FOUND.holding("dossier") == {"clientdossier", "jeugdhulpdossiers"}
    assert FOUND.holding("bed") == set()


def test_parts_of_a_compound() -> None:
    assert FOUND.parts_of("klachtafhandeling") == {"klacht", "klachten", "afhandeling"}
    assert FOUND.parts_of("pleegzorgtarieven") == {"pleegzorg"}


def _joins(part: str, whole: str) -> bool:
    """The rule, said at length."""
    if len(whole) < len(part) + 3:
        return False
    at = whole.rfind(part)
    return whole.startswith(part) or (at > 1 and len(whole) - at - len(part) <= 3)


WORDS = st.lists(st.text("abe", min_size=3, max_size=14), min_size=1, max_size=12, unique=True)


@given(WORDS, st.text("abe", min_size=3, max_size=14))
def test_lookups_follow_the_rule(words: list[str], word: str) -> None:
    found = Compounds(words)
    long = [w for w in words if len(w) >= SHORTEST_PART and w != word]
    if len(root(word)) >= SHORTEST_PART:
        # A part that stands in a word twice may close it at either place; the rule looks at the last.
        assert {w for w in long if _joins(root(word), w)} <= found.holding(word)
        assert all(root(word) in w for w in found.holding(word))
    parts = {w for w in long if len(root(w)) >= SHORTEST_PART and not says_little(w)}
    assert {w for w in parts if _joins(root(w), word)} <= found.parts_of(word) <= parts
    assert all(root(w) in word for w in found.parts_of(word))
