"""Workbooks of rekentools: written empty, filled in, read back, and refused with sheet, row and column."""

import io
import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.calculators.financieel import FINANCIEEL
from knowledge.calculators.intensiteit import INTENSITEIT
from knowledge.calculators.register import REKENTOOLS
from knowledge.calculators.rekentool import Rekentool, lees_invoer
from knowledge.calculators.velden import velden
from knowledge.calculators.werkboek import (
    lees_alle,
    lees_document,
    lees_werkboek,
    schrijf_leeg,
    schrijf_uitkomst,
)
from knowledge.catalogue import load_tender
from knowledge.documents import read_document
from knowledge.errors import InvoerFout
from tests.shared import SHARED, needs_shared

TENDER = load_tender()
Boek = Any


def leeg(tool: Rekentool[Any]) -> bytes:
    target = io.BytesIO()
    schrijf_leeg(tool, target)
    return target.getvalue()


LEEG = {tool.sleutel: leeg(tool) for tool in (INTENSITEIT, FINANCIEEL)}


def lees(tool: Rekentool[Any], boek: Boek, tmp_path: Path) -> dict[str, Any]:
    boek.save(tmp_path / "werkboek.xlsx")
    return lees_document(tool, read_document(tmp_path / "werkboek.xlsx"))


def boek(tool: Rekentool[Any]) -> Boek:
    return openpyxl.load_workbook(io.BytesIO(LEEG[tool.sleutel]))


def plek(blad: Any, titel: str) -> Any:
    """The cell with this title."""
    return next(c for row in blad.iter_rows() for c in row if c.value == titel)


def vul_los(boek: Boek, **waarden: Any) -> None:
    titels = {v.naam: v.titel for v in velden(INTENSITEIT.invoer)}
    for naam, waarde in waarden.items():
        plek(boek["Invoer"], titels[naam]).offset(0, 1).value = waarde


def vul_rij(blad: Any, row: int, **waarden: Any) -> None:
    """One row of a table; names of fields, or of the days."""
    titels = {k.naam: k.titel for v in velden(INTENSITEIT.invoer) for k in v.kolommen}
    for naam, waarde in waarden.items():
        blad.cell(row, plek(blad, titels.get(naam, naam)).column).value = waarde


def groep(tool_boek: Boek, **meer: Any) -> None:
    vul_los(tool_boek, **{"vorm": "wonen", "plaatsen": 6} | meer)
    vul_rij(tool_boek["Roosteruren"], 5, functie="groepsbegeleiders", uren=100)


# An empty workbook.


def test_headings_are_locked_and_only_cells_to_fill_in_are_not() -> None:
    found = boek(INTENSITEIT)
    assert found.sheetnames == ["Invoer", "Roosteruren", "Jeugdigen per intensiteit", "Uitleg"]
    for blad in found.worksheets[:3]:
        assert blad.protection.sheet
    title = plek(found["Invoer"], "Groepsgrootte")
    assert title.protection.locked and not title.offset(0, 1).protection.locked
    assert plek(found["Roosteruren"], "Functie of dienst").protection.locked
    assert not found["Roosteruren"].cell(5, 1).protection.locked


def test_what_can_be_chosen_is_in_a_list() -> None:
    rules = boek(INTENSITEIT)["Invoer"].data_validations.dataValidation
    lists = {r.formula1 for r in rules if r.type == "list"}
    assert '"ja,nee"' in lists
    assert any("Behandelgroep" in formula for formula in lists)


def test_every_field_is_explained() -> None:
    found = [str(c.value) for row in boek(INTENSITEIT)["Uitleg"].iter_rows() for c in row if c.value]
    for veld in velden(INTENSITEIT.invoer):
        assert veld.titel in found or veld.kolommen
        assert all(k.titel in found for k in veld.kolommen)


def test_the_years_of_bijlage_xvi_head_the_columns() -> None:
    blad = boek(FINANCIEEL)["Jaarcijfers"]
    assert [blad.cell(4, k).value for k in range(2, 7)] == [2019, 2020, 2021, 2022, 2023]
    assert [blad.cell(r, 1).value for r in (5, 6, 11)] == [
        "Resultaat", "Omzet", "Totaal overige kortlopende schulden",
    ]  # fmt: skip


# Write, fill in, read, calculate.

getal = st.integers(min_value=100, max_value=15_000).map(lambda n: Decimal(n) / 100)
functies = st.sampled_from(["groepsbegeleiders", "late dienst", "orthopedagoog", "activiteitenbegeleiding"])
regels = st.lists(
    st.fixed_dictionaries({"functie": functies, "uren": getal, "groepen": st.integers(1, 4)}),
    min_size=1,
    max_size=4,
)
snel = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@snel
@given(
    regels=regels,
    vorm=st.sampled_from(["wonen", "driemilieu", "kdv", "gezinshuis"]),
    plaatsen=st.integers(1, 20),
    graad=st.none() | st.integers(min_value=500, max_value=1000).map(lambda n: Decimal(n) / 10),
    crisis=st.booleans(),
    tekst=st.booleans(),
)
def test_a_group_comes_through(
    tmp_path: Path, regels: list[dict[str, Any]], vorm: str, plaatsen: int, graad: Decimal | None,
    crisis: bool, tekst: bool,
) -> None:  # fmt: skip
    gegevens: dict[str, Any] = {
        "vorm": vorm, "plaatsen": plaatsen, "bezettingsgraad": graad,
        "crisisgroep": crisis and graad is not None, "uren": regels,
    }  # fmt: skip
    schrijf: Callable[[Any], Any] = lambda w: str(w).replace(".", ",") if tekst else float(w)  # noqa: E731
    filled = boek(INTENSITEIT)
    vul_los(
        filled,
        vorm=vorm,
        plaatsen=plaatsen,
        bezettingsgraad=None if graad is None else schrijf(graad),
        crisisgroep="ja" if gegevens["crisisgroep"] else "nee",
    )
    for row, regel in enumerate(regels, 5):
        vul_rij(filled["Roosteruren"], row, **regel | {"uren": schrijf(regel["uren"])})
    read = lees(INTENSITEIT, filled, tmp_path)
    assert lees_invoer(INTENSITEIT.invoer, read) == lees_invoer(INTENSITEIT.invoer, gegevens)
    assert (
        INTENSITEIT.uit_gegevens(TENDER, read).als_json()
        == INTENSITEIT.uit_gegevens(TENDER, gegevens).als_json()
    )


bedragen = st.none() | st.integers(min_value=1, max_value=10**8)
rij = st.lists(bedragen, min_size=5, max_size=5)


@snel
@given(resultaat=rij, omzet=rij, activa=rij, vorm=st.sampled_from(["getal", "euro", "haakjes"]))
def test_annual_figures_come_through(
    tmp_path: Path, resultaat: list[int | None], omzet: list[int | None], activa: list[int | None], vorm: str
) -> None:
    def schrijf(bedrag: int | None) -> Any:
        return (
            "n.v.t." if bedrag is None else f"€ {bedrag:,}".replace(",", ".") if vorm != "getal" else bedrag
        )

    rows = {"resultaat": resultaat, "omzet": omzet, "activa": activa}
    sign = -1 if vorm == "haakjes" else 1
    blad = (filled := boek(FINANCIEEL))["Jaarcijfers"]
    for row, naam in ((5, "resultaat"), (6, "omzet"), (8, "activa")):
        for k, bedrag in enumerate(rows[naam]):
            loss = sign < 0 and naam == "resultaat" and bedrag is not None
            blad.cell(row, 2 + k).value = f"({bedrag:,})".replace(",", ".") if loss else schrijf(bedrag)
    gegevens = [
        {"jaar": 2019 + k}
        | {n: w[k] * (sign if n == "resultaat" else 1) for n, w in rows.items() if w[k] is not None}
        for k in range(5)
    ]
    gegevens = [g for g in gegevens if len(g) > 1]
    read = lees(FINANCIEEL, filled, tmp_path)
    assert lees_invoer(FINANCIEEL.invoer, read) == lees_invoer(FINANCIEEL.invoer, {"jaren": gegevens})


@pytest.mark.parametrize("tool", REKENTOOLS, ids=lambda t: t.sleutel)
def test_an_outcome_holds_its_steps_and_an_input_that_gives_it_again(
    tool: Rekentool[Any], tmp_path: Path
) -> None:
    uitkomst = tool.uit_gegevens(TENDER, tool.voorbeeld)
    schrijf_uitkomst(tool, uitkomst, tmp_path / "uit.xlsx")
    found = openpyxl.load_workbook(tmp_path / "uit.xlsx")
    assert found["Uitkomst"]["B3"].value == uitkomst.antwoord
    steps = [[c.value or "" for c in row[1:]] for row in found["Stappen"].iter_rows(min_row=2)]
    assert steps == [[s.omschrijving, s.berekening, s.uitkomst, s.vindplaats] for s in uitkomst.stappen]
    read = lees_document(tool, read_document(tmp_path / "uit.xlsx"))
    assert tool.uit_gegevens(TENDER, read).als_json() == uitkomst.als_json()


# What users do to a workbook.


def test_days_are_added_up(tmp_path: Path) -> None:
    filled = boek(INTENSITEIT)
    vul_los(filled, vorm="wonen", plaatsen=6)
    vul_rij(filled["Roosteruren"], 5, functie="late dienst", ma=8, di="7,5", wo=8, za=6, zo=6)
    assert lees(INTENSITEIT, filled, tmp_path)["uren"] == [
        {"functie": "late dienst", "uren": Decimal("35.5")}
    ]


def test_days_that_do_not_add_up_to_the_week_are_refused(tmp_path: Path) -> None:
    filled = boek(INTENSITEIT)
    vul_los(filled, vorm="wonen", plaatsen=6)
    vul_rij(filled["Roosteruren"], 5, functie="late dienst", ma=8, di=8, uren=40)
    with pytest.raises(InvoerFout, match=r"werkboek.xlsx, blad Roosteruren, rij 5, kolom J: Uren per week"):
        lees(INTENSITEIT, filled, tmp_path)


def test_rows_may_move_and_may_be_empty(tmp_path: Path) -> None:
    filled = boek(INTENSITEIT)
    groep(filled)
    vul_rij(filled["Roosteruren"], 9, functie="gedragswetenschapper", uren="4,5")
    vul_rij(filled["Roosteruren"], 12, functie="Totaal", uren="104,5")
    blad = filled["Invoer"]
    rows = [[c.value for c in row] for row in blad.iter_rows(min_row=4)]
    for number, row in enumerate(reversed(rows), 6):
        for column, value in enumerate(row, 1):
            blad.cell(number, column + 1).value = value
    for number in (4, 5):
        for column in range(1, 5):
            blad.cell(number, column).value = None
    for number in range(6, 6 + len(rows)):
        blad.cell(number, 1).value = None
    found = lees(INTENSITEIT, filled, tmp_path)
    assert (found["vorm"], found["plaatsen"]) == ("wonen", 6)
    assert [r["functie"] for r in found["uren"]] == ["groepsbegeleiders", "gedragswetenschapper"]
    assert found["uren"][1]["uren"] == Decimal("4.5")


def test_a_percentage_is_read_as_one(tmp_path: Path) -> None:
    filled = boek(INTENSITEIT)
    groep(filled, bezettingsgraad=0.96)
    plek(filled["Invoer"], "Bezettingsgraad").offset(0, 1).number_format = "0%"
    assert lees(INTENSITEIT, filled, tmp_path)["bezettingsgraad"] == 96


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("plaatsen", "veel", "blad Invoer, rij 6, kolom B: Groepsgrootte: dit is geen getal."),
        ("plaatsen", 0, "blad Invoer, rij 6, kolom B: Groepsgrootte: moet meer dan 0 zijn."),
        ("plaatsen", None, "blad Invoer, rij 6, kolom B: Groepsgrootte: vul dit in."),
        ("crisisgroep", "misschien", "blad Invoer, rij 11, kolom B: Crisisgroep: kies ja of nee."),
    ],
)
def test_a_wrong_cell_is_named(veld: str, waarde: Any, melding: str, tmp_path: Path) -> None:
    filled = boek(INTENSITEIT)
    groep(filled, **{veld: waarde})
    with pytest.raises(InvoerFout) as fout:
        lees(INTENSITEIT, filled, tmp_path)
    assert fout.value.fouten == (f"werkboek.xlsx, {melding}",)


def test_a_wrong_cell_of_a_table_is_named(tmp_path: Path) -> None:
    filled = boek(INTENSITEIT)
    groep(filled)
    vul_rij(filled["Roosteruren"], 8, functie="late dienst", uren="acht", groepen=1.5)
    with pytest.raises(InvoerFout) as fout:
        lees(INTENSITEIT, filled, tmp_path)
    assert fout.value.fouten == (
        "werkboek.xlsx, blad Roosteruren, rij 8, kolom J: Roosteruren, regel 2, Uren per week: "
        "dit is geen getal.",
        "werkboek.xlsx, blad Roosteruren, rij 8, kolom K: Roosteruren, regel 2, Verdeeld over groepen: "
        "dit is geen heel getal.",
    )


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    gegevens: Mapping[str, Any] = {**INTENSITEIT.voorbeeld, "groep": "=1+1"}
    uitkomst = INTENSITEIT.uit_gegevens(TENDER, gegevens)
    schrijf_uitkomst(INTENSITEIT, uitkomst, tmp_path / "uit.xlsx")
    cell = plek(openpyxl.load_workbook(tmp_path / "uit.xlsx")["Invoer"], "Naam van de groep").offset(0, 1)
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_files_that_are_no_such_workbook_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"geen excel")
    (tmp_path / "notitie.txt").write_text("Groepsgrootte 8", encoding="utf-8")
    for name in ("x.xlsx", "weg.xlsx", "notitie.txt"):
        with pytest.raises(InvoerFout, match=name.replace(".", r"\.")):
            lees_werkboek(INTENSITEIT, tmp_path / name)
    other = openpyxl.Workbook()
    other.worksheets[0].append(["Datum", date(2023, 1, 1)])
    with pytest.raises(InvoerFout, match="geen gegevens voor"):
        lees(FINANCIEEL, other, tmp_path)


def test_bijlage_xvi_as_bidders_lay_it_out(tmp_path: Path) -> None:
    other = openpyxl.Workbook()
    for row in (
        ["Bijlage XVI - jaarcijfers"], [], ["Categorie (*)", "2019", "2020", "2021", "2022 (prognose)"],
        ["Resultaat", "€ 24.300", "-€ 1.000", "(2.500)", 900], ["Omzet:", 1388000, "1.431.500", 10, 20],
        ["Totaal eigen vermogen", 1, 2, 3, "n.v.t."], [], ["Toelichting: naar beste weten."],
    ):  # fmt: skip
        other.worksheets[0].append(row)
    read = lees(FINANCIEEL, other, tmp_path)["jaren"]
    assert [j["jaar"] for j in read] == [2019, 2020, 2021, 2022]
    assert [j["resultaat"] for j in read] == [24300, -1000, -2500, 900]
    assert read[1]["omzet"] == 1431500
    assert "eigen_vermogen" not in read[3]


# Sheets as bidders hand them in: bijlagen VIII, IX and X in three lay-outs.

DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
GROEP_PER_KOLOM = (
    ("Bijlage VIII - Rekentool groepsaanbod",), ("Gegeven", "Groep 1", "Groep 2"),
    ("Naam groep", "De Merel", "De Spreeuw"), ("Openingsuren per week", 20, 32.5),
    ("Groepsgrootte (jeugdigen)", 8, 9), ("Netto roosteruren groepsbegeleiders per week", 42, 70),
    ("Uren vaktherapeut op de groep", 0, 20), ("Totaal meegetelde uren per week", 42, 90),
)  # fmt: skip
GROEP_PER_RIJ = (
    ("Rekentool gezinshuiszorg",),
    ("Gezinshuis", "Aantal plaatsen", "Bezettingsgraad", "Netto uren gezinshuisouder 1",
     "Netto uren pedagogisch medewerker", "Totaal netto roosteruren per week", "Intensiteit inschrijving"),
    ("Het Nest", 5, 0.9, 60, 12, 72, "E"), ("Totaal", 5),
)  # fmt: skip
GROEP_PER_BLOK = (
    ("Behandelgroep De Uil",), ("Dienst", *DAGEN, "totaal"), ("vroege dienst", *[8] * 7, 56),
    ("late dienst", *[16] * 7, 112), ("gedragswetenschapper (telt niet mee)", 4, 4, 0, 0, 0, 0, 0),
    ("Netto roosteruren groepsbegeleiders per week", 168), ("Groepsgrootte", 7), ("Bezettingsgraad", 0.95),
)  # fmt: skip


def blad_van_bieder(rows: tuple[tuple[Any, ...], ...], tmp_path: Path) -> Path:
    other = openpyxl.Workbook()
    for row in rows:
        other.worksheets[0].append(list(row))
    other.save(tmp_path / "rekentool.xlsx")
    return tmp_path / "rekentool.xlsx"


@pytest.mark.parametrize(
    ("rows", "groepen"),
    [
        (
            GROEP_PER_KOLOM,
            [("De Merel", "groepsaanbod", "middel", 0), ("De Spreeuw", "groepsaanbod", "middel", 20)],
        ),
        (GROEP_PER_RIJ, [("Het Nest", "gezinshuis", "E", 0)]),
        (GROEP_PER_BLOK, [("Behandelgroep De Uil", "behandelgroep", "H", 8)]),
    ],
    ids=["kolom", "rij", "blok"],
)
def test_groups_of_a_bidders_own_sheet(
    rows: tuple[tuple[Any, ...], ...], groepen: list[tuple[str, str, str, int]], tmp_path: Path
) -> None:
    document = read_document(blad_van_bieder(rows, tmp_path))
    found = []
    for gegevens in lees_alle(INTENSITEIT, document):
        waarden = INTENSITEIT.uit_gegevens(TENDER, gegevens).waarden
        found.append((gegevens["groep"], gegevens["vorm"], waarden["niveau"], waarden["niet_meegeteld"]))
    assert found == groepen


def test_one_of_several_groups_is_read_by_its_name(tmp_path: Path) -> None:
    pad = blad_van_bieder(GROEP_PER_KOLOM, tmp_path)
    assert lees_werkboek(INTENSITEIT, pad, groep="de spreeuw")["plaatsen"] == 9
    for groep in (None, "De Kraai"):
        with pytest.raises(InvoerFout, match=r"rekentool\.xlsx: kies één .* De Merel; De Spreeuw"):
            lees_werkboek(INTENSITEIT, pad, groep=groep)


def test_hours_that_do_not_add_up_to_their_total_are_refused(tmp_path: Path) -> None:
    rows = tuple((*row[:1], 50, *row[2:]) if row[0].startswith("Totaal") else row for row in GROEP_PER_KOLOM)
    with pytest.raises(InvoerFout, match="blad Sheet, rij 8: het totaal van de uren van De Merel"):
        lees_werkboek(INTENSITEIT, blad_van_bieder(rows, tmp_path))


@needs_shared
@pytest.mark.parametrize(
    ("bod", "rekentool", "niveaus"),
    [
        ("dev-1-ambulant-klein", "rekentool_groepsaanbod", ["middel", "middel"]),
        ("dev-2-systeemaanbieder", "rekentool_verblijf", ["E", "D", "F", "H", "H", "J"]),
        ("dev-3-gezinshuis", "rekentool_gezinshuis", ["D", "D", "E", "E", "D"]),
    ],
)
def test_sheets_of_whole_bids(bod: str, rekentool: str, niveaus: list[str]) -> None:
    stukken = SHARED / "inschrijvingen" / bod / "stukken"
    groups = lees_alle(INTENSITEIT, read_document(stukken / f"{rekentool}.xlsx"))
    assert [INTENSITEIT.uit_gegevens(TENDER, g).waarden["niveau"] for g in groups] == niveaus
    figures = lees_document(FINANCIEEL, read_document(stukken / "bijlage_XVI_jaarcijfers.xlsx"))
    gold = json.loads((stukken.parent / "gold.json").read_text(encoding="utf-8"))["financieel"]
    found = FINANCIEEL.uit_gegevens(TENDER, figures).waarden
    assert found["oordeel"] == gold["oordeel"]
    for norm, per_jaar in found["verhoudingen"].items():
        assert {str(j): round(float(w), 2) for j, w in per_jaar.items()} == pytest.approx(
            gold[norm], abs=0.011
        )
