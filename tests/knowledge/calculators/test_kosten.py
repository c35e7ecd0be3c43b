"""The cost of a traject: tariffs of the catalogue, added up; what a perceel or budget does not allow."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.kosten.traject import KOSTEN
from knowledge.calculators.rekentool import FoutInVelden
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout

TENDER = load_tender()
Regel = dict[str, Any]


def regel(perceel: int, wat: str, aantal: Any, eenheid: str | None = None) -> Regel:
    return {"perceel": perceel, "wat": wat, "aantal": aantal, "eenheid": eenheid}


def kosten(*regels: Regel, **meer: Any) -> Uitkomst:
    return KOSTEN.uit_gegevens(TENDER, {"regels": regels, **meer})


def totaal(*regels: Regel, **meer: Any) -> Decimal:
    bedrag = kosten(*regels, **meer).waarden["totaal"]
    assert isinstance(bedrag, Decimal)
    return bedrag


def _regels() -> st.SearchStrategy[Regel]:
    """Any line that a perceel offers, in a unit that it is paid in."""
    options: list[tuple[int, str, str | None]] = [
        (p.nummer, code, eenheid)
        for p in TENDER.percelen
        for code in p.voorzieningen
        for eenheid in (("minuut", "stuk") if p.nummer == 9 else (None,))
    ]
    return st.builds(
        lambda option, aantal: regel(option[0], option[1], aantal, option[2]),
        st.sampled_from(options),
        st.integers(1, 5000),
    )


@pytest.mark.parametrize(
    ("line", "bedrag"),
    [
        (regel(2, "TG5", 90), "176.40"),
        (regel(2, "5", 90), "176.40"),
        (regel(2, "tariefgroep 5", "1,5", "uur"), "176.40"),
        (regel(1, "gz psycholoog", 60), "112.20"),
        (regel(2, "jeugdzorgwerker A", 60), "103.20"),
        (regel(3, "jeugdzorgwerker A", 60), "97.80"),
        (regel(6, "middel", "6,5"), "121.75"),
        (regel(6, "Groepsaanbod zwaar", 1), "34.53"),
        (regel(8, "E", 30), "6376.50"),
        (regel(8, "intensiteit e", 1), "212.55"),
        (regel(8, "ggz c", 1), "289.05"),
        (regel(7, "mst", 1), "21572"),
        (regel(7, "ZIT", 2), "23578"),
        (regel(9, "diagnostiek", 1, "stuk"), "1518"),
        (regel(9, "ED-behandeling", 100, "minuut"), "160"),
        (regel(9, "behandeling", 1, "uur"), "96"),
    ],
)
def test_a_line_is_priced(line: Regel, bedrag: str) -> None:
    assert totaal(line) == Decimal(bedrag)


@given(st.lists(_regels(), min_size=1, max_size=6), st.lists(_regels(), min_size=1, max_size=6))
def test_cost_is_additive_over_lines(first: list[Regel], second: list[Regel]) -> None:
    assert totaal(*first, *second) == totaal(*first) + totaal(*second)
    assert totaal(*first, *second) == totaal(*second, *first)


@given(_regels(), st.integers(1, 500))
def test_more_costs_more(line: Regel, extra: int) -> None:
    assert totaal({**line, "aantal": line["aantal"] + extra}) > totaal(line)


@given(st.lists(_regels(), min_size=1, max_size=6), st.booleans())
def test_what_may_and_what_may_not_make_the_whole(lines: list[Regel], kdc: bool) -> None:
    alles = totaal(*lines, soort_budget="herstel")
    duurzaam = kosten(*lines, soort_budget="duurzaam", kdc_odc=kdc).waarden
    assert duurzaam["totaal"] + duurzaam["niet_declarabel"] == alles
    assert sum(duurzaam["per_perceel"].values()) == duurzaam["totaal"]
    assert duurzaam["uit_budget"] <= duurzaam["totaal"]


@pytest.mark.parametrize(
    ("perceel", "wat", "kdc", "mag"),
    [
        *((1, f"TG{n}", False, n <= 2) for n in range(1, 8)),
        *((6, niveau, False, niveau != "zwaar") for niveau in ("licht", "middel", "middelzwaar", "zwaar")),
        (6, "zwaar", True, True),
        (1, "TG3", True, False),
    ],
)
def test_what_may_within_a_duurzaam_budget(perceel: int, wat: str, kdc: bool, mag: bool) -> None:
    waarden = kosten(regel(perceel, wat, 10), soort_budget="duurzaam", kdc_odc=kdc).waarden
    assert waarden["posten"][0]["declarabel"] is mag
    assert (waarden["totaal"] > 0) is mag


def test_only_hours_and_groepsaanbod_come_out_of_the_budget() -> None:
    lines = (regel(2, "TG1", 100), regel(6, "licht", 10), regel(8, "C", 1), regel(7, "ZIT", 1))
    uitkomst = kosten(*lines, budget="259,40")
    assert uitkomst.waarden["uit_budget"] == Decimal("259.40")
    assert uitkomst.waarden["budget_over"] == 0
    assert not any("317-bericht" in o for o in uitkomst.opmerkingen)
    short = kosten(*lines, budget="259,39")
    assert "€ 0,01 te veel" in short.antwoord
    assert any("317-bericht" in o for o in short.opmerkingen)


def test_contact_first_above_the_amount_of_eis_72_and_not_at_it() -> None:
    def asked(*lines: Regel) -> bool:
        return any("eis 72" in o for o in kosten(*lines).opmerkingen)

    assert not asked(regel(2, "TG7", 2500))  # exactly € 8.000
    assert asked(regel(2, "TG7", 2501))
    assert not asked(regel(8, "E", 365)), "eis 72 does not speak of wonen"


def test_a_function_off_the_list_and_one_in_two_groups_are_remarked() -> None:
    off = kosten(regel(1, "gezinstherapeutisch behandelaar", 60))
    assert any("staat niet in de functielijst" in o for o in off.opmerkingen)
    double = kosten(regel(1, "junior psycholoog", 60))
    assert any("ook in tariefgroep 4" in o for o in double.opmerkingen)


def test_each_step_shows_the_sum_and_its_place() -> None:
    stap = kosten(regel(2, "TG5", 90)).stappen[0]
    assert (stap.berekening, stap.uitkomst, stap.vindplaats) == (
        "90 minuten x € 1,96",
        "€ 176,40",
        "§8.5.1",
    )


@pytest.mark.parametrize(
    ("line", "melding"),
    [
        (regel(2, "E", 1), "E hoort bij perceel 8, niet bij perceel 2."),
        (regel(1, "MST", 1), "MST hoort bij perceel 7, niet bij perceel 1."),
        (regel(6, "TG2", 1), "TG2 hoort bij de percelen 1 t/m 5, niet bij perceel 6."),
        (regel(6, "GZ-psycholoog", 1), "Perceel 6 (Ambulant Groepsaanbod) heeft geen GZ-psycholoog. "
         "Kies uit licht, middel, middelzwaar, zwaar."),
        (regel(8, "L", 1), "Perceel 8 (Wonen verblijf) heeft geen L. Kies uit A, B, C, D, E, F, G, H, I, J, "
         "K, GGZ-C, GGZ-D, GGZ-E, GGZ-F, GGZ-G, GGZ-H."),
        (regel(10, "TG1", 1), "Perceel 10 bestaat niet. Kies uit 1, 2, 3, 4, 5, 6, 7, 8, 9."),
        (regel(7, "MST", "1,5"), "Multi systeem therapie (MST) gaat in hele stuks."),
        (regel(8, "E", "1,5"), "Intensiteit E gaat in hele etmalen."),
        (regel(8, "E", 1, "uur"), "Intensiteit E gaat per etmaal, niet per uur."),
        (regel(9, "behandeling", 1), "Behandeling ernstige dyslexie gaat per minuut of stuk; de gemeente "
         "kiest. Vul de eenheid in."),
    ],
)  # fmt: skip
def test_a_line_that_does_not_fit_is_named(line: Regel, melding: str) -> None:
    with pytest.raises(FoutInVelden) as fout:
        kosten(regel(1, "TG1", 1), line)
    assert fout.value.fouten == (f"Regels, regel 2: {melding}",)
    assert fout.value.plaatsen == (("regels", 1, "wat"),)


def test_a_gemeente_that_does_not_take_part_is_named() -> None:
    assert totaal(regel(8, "E", 1), gemeente="Hardenberg") == Decimal("212.55")
    with pytest.raises(InvoerFout, match="Hardenberg doet niet mee aan perceel 1"):
        kosten(regel(1, "TG1", 1), gemeente="Hardenberg")
    with pytest.raises(InvoerFout, match="Gemeente Almelo is niet bekend"):
        kosten(regel(1, "TG1", 1), gemeente="Almelo")


@pytest.mark.parametrize("aantal", [0, -1, "1.000.001", "veel"])
def test_a_quantity_out_of_bounds_is_refused(aantal: Any) -> None:
    with pytest.raises(InvoerFout, match=r"^Regels, regel 1, Aantal: "):
        kosten(regel(1, "TG1", aantal))
