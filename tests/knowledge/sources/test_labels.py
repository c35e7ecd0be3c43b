"""Eisen with labels of any style are found; labelled rows of tables and lists are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.sources.labels import find_labelled, without_label
from knowledge.sources.lines import lines_of_text

SENTENCE = "De aanbieder zorgt ervoor dat ieder kind een vaste begeleider heeft."


def labelled(text: str, under: bool = False) -> list[str]:
    return list(find_labelled(lines_of_text(text), lambda _: under).values())


@given(
    prefix=st.sampled_from(["E", "K", "W", "GE", "KO", "UE", "PvE"]),
    separator=st.sampled_from(["", "-", ".", " "]),
    end=st.sampled_from(["", ":", ".", ")"]),
    width=st.integers(min_value=1, max_value=3),
    count=st.integers(min_value=3, max_value=25),
    alone=st.booleans(),
)
def test_every_row_of_a_labelled_list_is_found(
    prefix: str, separator: str, end: str, width: int, count: int, alone: bool
) -> None:
    ids = [f"{prefix}{separator}{n:0{width}}" for n in range(1, count + 1)]
    between = "\n" if alone else " "
    text = "\n".join(f"{identity}{end}{between}{SENTENCE}" for identity in ids)
    assert labelled(text) == ids


@given(chapters=st.lists(st.integers(min_value=2, max_value=6), min_size=2, max_size=4))
def test_eisen_numbered_by_chapter(chapters: list[int]) -> None:
    ids = [f"{c}.{n}" for c, count in enumerate(chapters, 1) for n in range(1, count + 1)]
    assert labelled("\n".join(f"Eis {identity} {SENTENCE}" for identity in ids)) == ids


def test_lapsed_numbers_may_be_left_out_and_mentions_do_not_count() -> None:
    text = f"E1 {SENTENCE}\nE2 {SENTENCE}\nDit staat ook in\nE1 Die regel gaat voor.\nE5 {SENTENCE}\n"
    assert labelled(text) == ["E1", "E2", "E5"]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"TG{n} Begeleider" for n in range(1, 8)),
        "\n".join(f"TG {n} minuut € 1,0{n}" for n in range(1, 8)),
        "\n".join(
            f"Stap {n}: De commissie is aan zet en beoordeelt wat er is ingediend." for n in range(1, 5)
        ),
        "\n".join(f"P{n} Jeugdhulp" for n in range(1, 6)),
        "E1 Een\nE2 Twee",
        "",
    ],
)
def test_rows_of_tables_and_lists_are_no_eisen(text: str) -> None:
    assert labelled(text) == []


def test_short_rows_count_where_the_heading_says_so() -> None:
    text = "\n".join(f"K-0{n} Goed en op tijd" for n in range(1, 5))
    assert labelled(text) == [] and labelled(text, under=True) == ["K-01", "K-02", "K-03", "K-04"]


@pytest.mark.parametrize(
    ("line", "identity", "rest"),
    [
        ("Eis 1.2: De hulp", "1.2", "De hulp"),
        ("K-03 De hulp", "K-03", "De hulp"),
        ("12. De hulp", "12", "De hulp"),
        ("A De hulp", "A", "De hulp"),
        ("43", "43", ""),
        ("E1", "E1", ""),
    ],
)
def test_the_label_goes_from_the_text(line: str, identity: str, rest: str) -> None:
    assert without_label(line, identity) == rest


@given(st.text(max_size=400))
def test_any_text_is_searched(text: str) -> None:
    find_labelled(lines_of_text(text), lambda _: True)
