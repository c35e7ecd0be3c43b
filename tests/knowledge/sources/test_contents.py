"""The table of contents leaves the text and gives headings their numbers."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from knowledge.sources.headings import find_headings
from knowledge.sources.headings.contents import Inhoudsregel, _best_chain, anchors, take_out
from knowledge.sources.lines import lines_of_text

BODY = """ Voorwoord
Hier staat waarom dit stuk er is en voor wie het is bedoeld, in een paar zinnen.
"""


def taken(text: str) -> tuple[list[str], list[Inhoudsregel]]:
    lines, entries = take_out(lines_of_text(text + BODY))
    return [line.tekst for line in lines], entries


def test_with_leaders_and_a_title_over_two_lines() -> None:
    left, entries = taken(
        "Inhoudsopgave\n1 Doel ........ 3\n1.1 Een lange titel die doorloopt\nen eindigt ..... 4\n"
    )
    assert entries == [
        Inhoudsregel("1", "Doel"),
        Inhoudsregel("1.1", "Een lange titel die doorloopt en eindigt"),
    ]
    assert left == [line.strip() for line in BODY.strip().split("\n")]


def test_with_page_numbers_only() -> None:
    rows = "Inhoud\n1 Doel 3\n2. Hulp 4\n2.1 Wonen 4\n2.2 Perceel 4 12\nBijlage I Lijst 14\n"
    left, entries = taken(rows)
    assert [(e.nummer, e.titel) for e in entries] == [
        ("1", "Doel"), ("2", "Hulp"), ("2.1", "Wonen"), ("2.2", "Perceel 4"),
    ]  # fmt: skip
    assert left[0] == "Voorwoord"


def test_a_heading_named_inhoud_over_prose_is_no_table_of_contents() -> None:
    text = "Inhoud\nDe inhoud van het plan is vrij, zolang het niet langer is dan tien bladzijden.\n"
    left, entries = taken(text)
    assert entries == [] and left[0] == "Inhoud"


def test_a_row_of_figures_elsewhere_stays() -> None:
    left, _ = taken("Kosten\nOmzet 2019 12\nOmzet 2020 14\nOmzet 2021 15\nOmzet 2022 18\n")
    assert "Omzet 2021 15" in left


def test_a_title_that_comes_back_gets_each_of_its_numbers() -> None:
    text = "".join(
        f" {n} Deel {n}\nEen zin over dit deel van het stuk, lang genoeg om geen kop te zijn.\nLeeswijzer\n"
        "Een zin over hoe dit deel te lezen is, ook weer lang genoeg om geen kop te zijn.\n"
        for n in (1, 2, 3)
    )
    entries = [Inhoudsregel(n, t) for i in "123" for n, t in ((i, f"Deel {i}"), (f"{i}.1", "Leeswijzer"))]
    koppen = find_headings(lines_of_text(text), entries)
    assert [k.nummer for _, k in sorted(koppen.items()) if k.pad] == ["1", "1.1", "2", "2.1", "3", "3.1"]


def test_a_heading_with_another_number_keeps_its_own() -> None:
    assert anchors(lines_of_text("4.2 Planning\nDe planning."), [Inhoudsregel("4.3", "Planning")]) == {}


@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from([1.0, 1.5, 3.0])),
        max_size=14,
        unique_by=lambda pair: pair[:2],
    )
)
def test_the_chain_is_the_heaviest(pairs: list[tuple[int, int, float]]) -> None:
    pairs = sorted(pairs)
    chain = _best_chain(pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    weights = {(position, entry): weight for position, entry, weight in pairs}
    assert sum(weights[pair] for pair in chain) == heaviest(pairs)


def heaviest(pairs: list[tuple[int, int, float]]) -> float:
    """The same, by trying every pair as the last."""
    best: list[float] = []
    for position, entry, weight in pairs:
        before = [b for b, (p, e, _) in zip(best, pairs, strict=False) if p < position and e < entry]
        best.append(weight + max(before, default=0.0))
    return max(best, default=0.0)
