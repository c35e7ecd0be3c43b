"""Words, stems, codes and sentences of Dutch text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.codes import find_codes
from knowledge.text.sentences import sentences
from knowledge.text.tokens import content_words, says_little, stem, tokenise


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("€ 2.000.000,-", ["2000000"]),
        ("KvK-uittreksel", ["kvk", "uittreksel"]),
        ("TG5 kost € 1,96", ["tg", "5", "kost", "1,96"]),
        ("één cliënt", ["een", "client"]),
        ("de tien percelen 1 t/m 9", ["de", "10", "percelen", "1", "t/m", "9"]),
        ("§ 5.3.1", ["5.3.1"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert tokenise(text) == tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("klachten", "klacht"),
        ("afgehandeld", "afhandeling"),
        ("hanteert", "hanteren"),
        ("overlijdt", "overlijden"),
        ("geevalueerd", "evaluatie"),
        ("gezinshuizen", "gezinshuis"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_general_words_say_little() -> None:
    assert says_little("krijgt") and says_little("regel")
    assert not says_little("klacht") and not says_little("parkeerplaats")
    assert content_words("Wat is de termijn van een klacht?") == ["termijn", "klacht"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Wat kost TG5 in perceel 4?", {"tg:5", "perceel:4"}),
        ("tariefgroep 5 en eis 83", {"tg:5", "eis:83"}),
        ("percelen 1 t/m 3 en 5", {"perceel:1", "perceel:2", "perceel:3", "perceel:5"}),
        ("intensiteit D of E", {"intensiteit:d", "intensiteit:e"}),
        ("tariefklasse G", {"klasse:g"}),
        ("het 317-bericht en startbericht 305", {"bericht:317", "bericht:305"}),
        ("bijlage XII, §5.3.1 en hoofdstuk 2", {"bijlage:xii", "paragraaf:5.3.1", "hoofdstuk:2"}),
        ("eis A t/m C", {"eis:a", "eis:b", "eis:c"}),
        ("de intensiteit een stap lager", set()),
    ],
)
def test_codes(text: str, codes: set[str]) -> None:
    assert {str(code) for code in find_codes(text)} == codes


def test_sentences_end_where_they_end() -> None:
    text = "Dat kost € 2.000,00. Zie par. 4.2 en bijv. Kampen. De heer J. Jansen weet meer.\nNog een regel"
    assert sentences(text) == [
        "Dat kost € 2.000,00.",
        "Zie par. 4.2 en bijv. Kampen.",
        "De heer J. Jansen weet meer.",
        "Nog een regel",
    ]


def test_items_of_a_list_in_running_text_are_sentences() -> None:
    assert sentences("Nodig is: 1. een toewijzing; of 2. een bepaling. ii. Bij de intake geldt dit.") == [
        "Nodig is:", "1. een toewijzing;", "of 2. een bepaling.", "ii. Bij de intake geldt dit.",
    ]  # fmt: skip


@given(st.text(max_size=300))
def test_no_character_is_lost_in_sentences(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_codes_and_tokens_take_any_text(text: str) -> None:
    find_codes(text)
    assert all(tokenise(text))
