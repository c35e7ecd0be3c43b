"""Writes the workbook of a rekentool: empty, or with an outcome and the input that it came from."""

from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from openpyxl import Workbook

from knowledge.calculators.rekentool import Rekentool
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.calculators.werkboek.indeling import INVOER, STAPPEN, UITKOMST, UITLEG, indeling
from knowledge.calculators.werkboek.invulbladen import Invulblad
from knowledge.calculators.werkboek.opmaak import breedtes, kop, op_papier, tekst, titel
from knowledge.catalogue import Tender

Doel = Path | str | IO[bytes]


def schrijf_leeg(tool: Rekentool[Any], pad: Doel, tender: Tender | None = None) -> None:
    """A workbook to fill in: sheet Invoer, a sheet for each list, and Uitleg. Overwrites `pad`."""
    boek = _boek()
    _invoer(boek, tool, tender, {})
    _uitleg(boek, tool, tender)
    for blad in boek.worksheets:
        op_papier(blad)
    boek.save(pad)


def schrijf_uitkomst(
    tool: Rekentool[Any], uitkomst: Uitkomst, pad: Doel, tender: Tender | None = None
) -> None:
    """The outcome with its steps and places, and the input in sheets that can be read again."""
    boek = _boek()
    blad = boek.create_sheet(UITKOMST)
    titel(blad, tool.naam)
    row = 3
    for label, lines in (
        ("Uitkomst", [uitkomst.antwoord]),
        ("Let op", list(uitkomst.opmerkingen)),
        ("Regels", [", ".join(uitkomst.vindplaatsen)]),
    ):
        for line in lines:
            kop(blad, row, 1, label)
            tekst(blad, row, 2, line)
            row += 1
    breedtes(blad, 14, 110)
    blad = boek.create_sheet(STAPPEN)
    for column, label in enumerate(("Nr.", "Stap", "Berekening", "Uitkomst", "Vindplaats"), 1):
        kop(blad, 1, column, label)
    for number, stap in enumerate(uitkomst.stappen, 1):
        values = (number, stap.omschrijving, stap.berekening, stap.uitkomst, stap.vindplaats)
        for column, value in enumerate(values, 1):
            tekst(blad, number + 1, column, value)
    breedtes(blad, 6, 55, 55, 40, 14)
    blad.freeze_panes = "A2"
    _invoer(boek, tool, tender, uitkomst.invoer)
    _uitleg(boek, tool, tender)
    for blad in boek.worksheets:
        op_papier(blad)
    boek.save(pad)


def _boek() -> Workbook:
    boek = Workbook()
    boek.remove(boek.worksheets[0])
    return boek


def _invoer(boek: Workbook, tool: Rekentool[Any], tender: Tender | None, gegevens: Mapping[str, Any]) -> None:
    layout = indeling(tool, tender)
    if layout.losse:
        Invulblad(boek, INVOER).losse(tool.naam, layout.losse, gegevens)
    for tabel in layout.tabellen:
        Invulblad(boek, tabel.blad).tabel(tabel, gegevens.get(tabel.veld.naam) or ())


def _uitleg(boek: Workbook, tool: Rekentool[Any], tender: Tender | None) -> None:
    layout = indeling(tool, tender)
    blad = boek.create_sheet(UITLEG)
    titel(blad, tool.naam)
    lines = [
        tool.uitleg,
        f"Regels: {', '.join(tool.vindplaatsen)}.",
        "Vul de gele cellen in. Schrijf getallen met een komma voor de decimalen. Laat leeg wat niet geldt.",
        "Verander de koppen en de namen van de gegevens niet: daaraan worden zij herkend. Rijen mag u "
        "verplaatsen.",
    ]
    for row, line in enumerate(lines, 2):
        tekst(blad, row, 1, line)
        blad.merge_cells(start_row=row, start_column=1, end_row=row, end_column=4)
        blad.row_dimensions[row].height = 32
    row = len(lines) + 3
    for column, label in enumerate(("Werkblad", "Gegeven", "Toelichting", "Keuzes"), 1):
        kop(blad, row, column, label)
    entries = [(INVOER, g) for g in layout.losse]
    entries += [(t.blad, g) for t in layout.tabellen for g in t.kolommen]
    for sheet, gegeven in entries:
        row += 1
        must = "verplicht; " if gegeven.veld.verplicht else ""
        choices = "; ".join(label for _, label in gegeven.keuzes)
        for column, value in enumerate(
            (sheet, gegeven.veld.titel, f"{must}{gegeven.veld.uitleg}", choices), 1
        ):
            tekst(blad, row, column, value)
    breedtes(blad, 24, 34, 60, 60)
    blad.protection.sheet = True
