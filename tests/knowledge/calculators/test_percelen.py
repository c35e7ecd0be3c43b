"""Which percelen go together: every rule accepted and refused, and what holds for any choice."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.percelen import PERCELEN
from knowledge.calculators.percelen.combinatie import geweigerd, toets_combinatie
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout

TENDER = load_tender()
ALLE = [p.nummer for p in TENDER.percelen]
VORMEN = [v.sleutel for v in TENDER.vormen]
keuzes = st.frozensets(st.sampled_from(ALLE), min_size=1)
vormkeuzes = st.frozensets(st.sampled_from(VORMEN), max_size=3)


def reken(*percelen: int, **rest: Any) -> Uitkomst:
    return PERCELEN.uit_gegevens(TENDER, {"percelen": list(percelen), **rest})


def regels(uitkomst: Uitkomst, oordeel: str = "geweigerd") -> set[str]:
    return {t["regel"] for t in uitkomst.waarden[oordeel]}


@pytest.mark.parametrize(
    ("percelen", "vormen", "broken"),
    [
        ((1,), (), set()),
        ((1, 3), (), {"een_van_1_5"}),
        ((4, 5), (), {"een_van_1_5"}),
        ((1, 6, 7, 8), ("wonen",), set()),
        ((7,), (), {"erbij_6_7_8"}),
        ((6, 7), (), {"erbij_6_7_8"}),
        ((7, 9), (), {"erbij_6_7_8"}),
        ((8,), (), {"wonen_met_ambulant"}),
        ((8,), ("wonen",), {"wonen_met_ambulant"}),
        ((6, 8), ("wonen",), set()),
        ((3, 8), ("ggz",), set()),
        ((8,), ("gezinshuis",), set()),
        ((8,), ("zorgboerderij",), set()),
        ((8,), ("gezinshuis", "zorgboerderij"), set()),
        # Only a gezinshuis is excepted, not who offers something beside it.
        ((8,), ("gezinshuis", "wonen"), {"wonen_met_ambulant"}),
        ((8,), ("pleegzorg",), {"wonen_met_ambulant"}),
        ((7, 8), ("gezinshuis",), {"erbij_6_7_8"}),
        ((9,), (), set()),
        ((5, 9), (), set()),
        ((1, 3, 7, 8), ("wonen",), {"een_van_1_5"}),
        ((1, 2, 3, 4, 5), (), {"een_van_1_5"}),
    ],
)
def test_each_rule_accepts_and_refuses(
    percelen: tuple[int, ...], vormen: tuple[str, ...], broken: set[str]
) -> None:
    uitkomst = reken(*percelen, vormen=vormen)
    assert regels(uitkomst) == broken
    assert uitkomst.waarden["toegestaan"] == (not broken)
    assert uitkomst.antwoord.startswith("Deze combinatie mag niet." if broken else "U mag ")


def test_a_refusal_names_its_reason_and_place() -> None:
    (reden,) = reken(1, 3).waarden["geweigerd"]
    assert reden["reden"].startswith("Van de percelen 1 t/m 5 mag er hoogstens één worden gekozen")
    assert (reden["percelen"], reden["vindplaats"]) == ([1, 3], "§4.3.1")


@pytest.mark.parametrize(("percelen", "open_"), [((6,), True), ((6, 9), True), ((2, 6), False)])
def test_groepsaanbod_by_itself_is_left_open(percelen: tuple[int, ...], open_: bool) -> None:
    uitkomst = reken(*percelen)
    assert regels(uitkomst, "navragen") == ({"groepsaanbod_zonder_individueel"} if open_ else set())
    assert uitkomst.waarden["toegestaan"]


@pytest.mark.parametrize(
    ("percelen", "rule"),
    [
        ((2,), {"systeemaanbieder_met_verblijf"}), ((2, 8), set()),
        ((4,), {"ggz2_met_verblijf"}), ((5,), {"ggz2_met_verblijf"}), ((5, 8), set()),
        ((1,), set()), ((3,), set()),
    ],
)  # fmt: skip
def test_what_a_group_of_providers_must_offer_is_no_refusal(
    percelen: tuple[int, ...], rule: set[str]
) -> None:
    uitkomst = reken(*percelen)
    assert regels(uitkomst, "andere_indeling") == rule
    assert uitkomst.waarden["toegestaan"]


@pytest.mark.parametrize(
    ("percelen", "vormen", "voorzieningen", "broken"),
    [
        ((9,), (), ("ED-diagnostiek", "ED-behandeling"), set()),
        ((9,), (), ("ED-diagnostiek",), {"erbij_9"}),
        ((1, 6), (), ("licht",), set()),
        ((1, 6, 7), (), ("licht",), {"voorzieningen_noemen"}),
        ((1, 8), ("fasehuis",), ("D", "E"), set()),
        ((1, 8), ("fasehuis",), ("D",), {"fasehuis_twee_intensiteiten"}),
        ((1, 8), ("wonen",), ("d",), set()),
    ],
)
def test_voorzieningen_that_come_with_a_perceel(
    percelen: tuple[int, ...], vormen: tuple[str, ...], voorzieningen: tuple[str, ...], broken: set[str]
) -> None:
    assert regels(reken(*percelen, vormen=vormen, voorzieningen=voorzieningen)) == broken


def test_a_condition_that_was_not_looked_at_is_told() -> None:
    told = " ".join(reken(9).opmerkingen)
    assert "diagnostiek én behandeling" in told
    assert "diagnostiek én behandeling" not in " ".join(
        reken(9, voorzieningen=["ED-diagnostiek", "ED-behandeling"]).opmerkingen
    )


def test_gemeenten_that_do_not_take_part() -> None:
    uitkomst = reken(1, 7, 8, vormen=["wonen"], gemeente="hardenberg")
    assert uitkomst.waarden["zonder_gemeenten"] == {"1": ["Hardenberg"]}
    (stap,) = [s for s in uitkomst.stappen if "Hardenberg" in s.omschrijving]
    assert stap.uitkomst == "bij 7 en 8 wel, bij 1 niet"
    assert reken(1, gemeente="Hardenberg").stappen[-2].uitkomst == "nee"
    assert reken(1, gemeente="Zwolle").stappen[-2].uitkomst == "ja, bij 1"


@pytest.mark.parametrize(
    ("gegevens", "melding"),
    [
        ({"percelen": []}, "Percelen: geef er minstens 1."),
        ({"percelen": [12]}, "Perceel 12 is niet bekend. Kies uit: 1, 2"),
        ({"percelen": [8], "vormen": ["tent"]}, "Vorm tent is niet bekend."),
        ({"percelen": [1], "gemeente": "Assen"}, "Gemeente Assen is niet bekend."),
        ({"percelen": [1], "voorzieningen": ["MST"]}, "Voorziening MST hoort bij perceel 7."),
        ({"percelen": [1], "voorzieningen": ["X9"]}, "Voorziening X9 is niet bekend."),
    ],
)
def test_bad_input_is_one_clear_line(gegevens: dict[str, Any], melding: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        PERCELEN.uit_gegevens(TENDER, gegevens)
    assert str(fout.value).startswith(melding)
    assert len(fout.value.fouten) == 1


@given(keuzes, vormkeuzes, st.data())
def test_taking_a_perceel_away_never_makes_too_many(
    percelen: frozenset[int], vormen: frozenset[str], data: st.DataObject
) -> None:
    minder = percelen - {data.draw(st.sampled_from(sorted(percelen)))}

    def te_veel(keuze: frozenset[int]) -> set[str]:
        return {t.regel.id for t in geweigerd(TENDER, keuze, vormen) if t.regel.soort == "hoogstens_een_van"}

    assert te_veel(minder) <= te_veel(percelen)


@given(keuzes, vormkeuzes, st.sampled_from(ALLE))
def test_adding_a_perceel_never_breaks_a_rule_that_speaks_of_others(
    percelen: frozenset[int], vormen: frozenset[str], erbij: int
) -> None:
    voor = {(t.regel.id, p) for t in geweigerd(TENDER, percelen, vormen) for p in t.percelen}
    na = {(t.regel.id, p) for t in geweigerd(TENDER, percelen | {erbij}, vormen) for p in t.percelen}
    nieuw = {(regel, p) for regel, p in na - voor if regel != "een_van_1_5"}
    assert {p for _, p in nieuw} <= {erbij}


@given(keuzes, vormkeuzes)
def test_what_may_be_added_is_then_allowed(percelen: frozenset[int], vormen: frozenset[str]) -> None:
    uitkomst = reken(*percelen, vormen=sorted(vormen))
    kan = set(uitkomst.waarden["kan_erbij"])
    kan_niet = {n["perceel"] for n in uitkomst.waarden["kan_niet_erbij"]}
    assert kan | kan_niet | percelen == set(ALLE)
    assert not kan & kan_niet and not (kan | kan_niet) & percelen
    for nummer in ALLE:
        if nummer not in percelen:
            samen = reken(*percelen, nummer, vormen=sorted(vormen))
            assert samen.waarden["toegestaan"] == (nummer in kan)


@given(st.lists(st.sampled_from(ALLE), min_size=1), st.randoms())
def test_order_and_repetition_do_not_matter(percelen: list[int], random: Any) -> None:
    anders = percelen + percelen[:1]
    random.shuffle(anders)
    assert reken(*anders).waarden == reken(*percelen).waarden


@given(keuzes, vormkeuzes)
def test_every_rule_has_one_verdict_for_each_perceel(
    percelen: frozenset[int], vormen: frozenset[str]
) -> None:
    toetsen = toets_combinatie(TENDER, percelen, vormen)
    geraakt = [(t.regel.id, p) for t in toetsen for p in t.percelen]
    assert len(geraakt) == len(set(geraakt))
    assert all(t.reden for t in toetsen if t.oordeel != "voldaan")
