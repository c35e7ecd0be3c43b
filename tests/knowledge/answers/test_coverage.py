"""Holding one question against many texts gives the same sums as holding each text against it."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers.coverage import Dekking
from knowledge.retrieval.index import Zoekwoord, aandeel, frasemaat, gedekt

TOKENS = ("klacht", "weken", "groep", "verblijf", "tarief", "6", "pleegzorg", "dossier")
texts = st.lists(st.sampled_from(TOKENS), max_size=8).map(" ".join)
words = st.lists(
    st.builds(
        Zoekwoord,
        st.sampled_from(TOKENS),
        st.floats(0.02, 1.0),
        st.dictionaries(st.sampled_from(TOKENS), st.floats(0.1, 1.0), max_size=4),
    ),
    min_size=1,
    max_size=5,
)


@given(words, texts, texts)
def test_same_as_one_by_one(asked: list[Zoekwoord], text: str, title: str) -> None:
    cover = Dekking(asked)
    held = cover.met_titel(cover.van(text), cover.van(title))
    assert held == gedekt(asked, text, title)
    assert cover.aandeel(held) == aandeel(asked, held)
    assert abs(cover.frase(title) - frasemaat(asked, title)) < 1e-9
