"""Rubble of pages does not reach the text; words broken over lines are whole again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.sources.lines import join_lines, lines_of_text


@pytest.mark.parametrize(
    "rubble",
    [
        "Inkoopstuk hulp versie 1.7 d.d. 28 oktober Pagina | 58",
        "Strategie streek – definitief   Pagina 9 van 12",
        "Pagina 3",
        "https://voorbeeld.nl/een/lange/link",
        "mailto:inkoop@voorbeeld.nl",
        "Inkoopstrategie van de streek Noordenveld       8",
    ],
)
def test_rubble_goes(rubble: str) -> None:
    text = f"De eerste regel loopt door\n{rubble}\nin de tweede.\n"
    assert [line.tekst for line in lines_of_text(text)] == ["De eerste regel loopt door", "in de tweede."]


def test_a_lone_number_is_a_page_number_only_at_the_end_of_a_page() -> None:
    lines = [
        line.tekst for line in lines_of_text("Einde van de bladzijde.\n12\n Nieuwe bladzijde.\n43\nDe eis.\n")
    ]
    assert lines == ["Einde van de bladzijde.", "Nieuwe bladzijde.", "43", "De eis."]


def joined(text: str, words: frozenset[str] = frozenset()) -> list[str]:
    return join_lines(lines_of_text(text), words)


def test_a_sentence_over_two_lines_is_one() -> None:
    assert joined("De aanbieder stuurt het bericht binnen\nvijf werkdagen.\n") == [
        "De aanbieder stuurt het bericht binnen vijf werkdagen."
    ]


def test_hyphens_at_line_ends() -> None:
    known = frozenset({"gunningsprocedure", "niet-ontvankelijk"})
    assert joined("Dat hoort bij de gunnings-\nprocedure.\n", known) == [
        "Dat hoort bij de gunningsprocedure."
    ]
    assert joined("De vordering is niet-\nontvankelijk.\n", known) == ["De vordering is niet-ontvankelijk."]
    assert joined("In- en uitstroom en voor-\nen nadelen.\n", known) == [
        "In- en uitstroom en voor- en nadelen."
    ]


def test_list_items_and_table_rows_stay_apart() -> None:
    text = "Dit zijn de stappen:\n• eerst dit\n• dan dat\nTG 1 minuut € 1,08\nTG 2 minuut € 1,21\n"
    assert joined(text) == [
        "Dit zijn de stappen:", "• eerst dit", "• dan dat", "TG 1 minuut € 1,08", "TG 2 minuut € 1,21",
    ]  # fmt: skip


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    lines = lines_of_text(text)
    assert all(line.tekst == " ".join(line.tekst.split()) and line.tekst for line in lines)
    join_lines(lines)
