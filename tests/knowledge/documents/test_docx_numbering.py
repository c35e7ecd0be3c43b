"""Word's automatic numbers: 'Eis 12' made with a list must not vanish."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import read_document
from knowledge.documents.docx.numbering import in_format, roman
from tests.knowledge.documents.makers import make_docx, p


def level(index: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def item(text: str, num: int = 1, at: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>')


def numbers(path: Path, numbering: str, *body: str) -> list[str]:
    return [b.nummer for b in read_document(make_docx(path / "a.docx", *body, numbering=numbering)).blokken]


def test_a_word_in_the_number_and_a_start(tmp_path: Path) -> None:
    found = numbers(tmp_path, lists(level(0, "Eis %1", start=12)), item("a"), p("tussen"), item("b"))
    assert found == ["Eis 12", "", "Eis 13"]


def test_levels_count_and_restart(tmp_path: Path) -> None:
    numbering = lists(level(0, "%1."), level(1, "%1.%2"), level(2, "%3)", "lowerLetter"))
    body = [item(str(at), at=at) for at in (0, 1, 2, 2, 1, 2, 0, 1)]
    assert numbers(tmp_path, numbering, *body) == ["1.", "1.1", "a)", "b)", "1.2", "a)", "2.", "2.1"]


def test_an_empty_paragraph_takes_a_number_too(tmp_path: Path) -> None:
    assert numbers(tmp_path, lists(level(0, "%1.")), item("a"), item(""), item("b")) == ["1.", "3."]


def test_bullets_have_no_number(tmp_path: Path) -> None:
    assert numbers(tmp_path, lists(level(0, "•", "bullet")), item("a")) == [""]


def test_two_lists_on_one_abstract_count_on_unless_one_starts_anew(tmp_path: Path) -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = [item("a", 1), item("b", 2), item("c", 3), item("d", 3)]
    assert numbers(tmp_path, lists(level(0, "%1."), nums=nums), *body) == ["1.", "2.", "1.", "2."]


def test_legal_numbering_and_roman(tmp_path: Path) -> None:
    numbering = lists(level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert numbers(tmp_path, numbering, item("a"), item("b", at=1)) == ["I", "1.1"]


def test_an_unknown_list_gives_no_number(tmp_path: Path) -> None:
    assert numbers(tmp_path, lists(level(0, "%1.")), item("a", num=9), item("b", at=7)) == ["", ""]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (27, "lowerLetter", "aa"),
        (4, "lowerRoman", "iv"),
        (3, "decimalZero", "03"),
        (2, "ordinal", "2e"),
        (5, "x", "5"),
    ],
)
def test_formats(number: int, form: str, text: str) -> None:
    assert in_format(number, form) == text


@given(st.integers(1, 3999))
def test_roman_numerals_add_up(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    letters = [values[c] for c in roman(number)]
    following = [*letters[1:], 0]
    assert sum(-a if a < b else a for a, b in zip(letters, following, strict=True)) == number
