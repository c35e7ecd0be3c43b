"""Lays out the bid of Hooiberg: a workbook of answers, a handbook with white text and an English page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from tests.compliance.inschrijvingen.opmaak.blad import bouw_blad
from tests.compliance.inschrijvingen.opmaak.pdf import Vorm, bouw_pdf
from tests.compliance.inschrijvingen.opmaak.scan import bouw_scan
from tests.compliance.inschrijvingen.opmaak.tekst import blokken
from tests.compliance.inschrijvingen.opmaak.vast import zet_vast
from tests.compliance.inschrijvingen.opmaak.word import bouw_word

TEKSTEN = Path(__file__).parent / "teksten"
PDF = {
    "uea.md": "uea_hooiberg.pdf",
    "kvk.md": "uittreksel_kvk_hooiberg.pdf",
    "iso.md": "iso_hooiberg.pdf",
    "referentie_zuid.md": "referentie_zuid.pdf",
}
BLADZIJDE_WIT = 2


def _wit(doek: Any) -> None:
    """One white line at the foot of a page, which only a machine sees."""
    if doek.getPageNumber() == BLADZIJDE_WIT:
        doek.setFillColorRGB(1, 1, 1)
        doek.setFont("Times-Roman", 7)
        doek.drawString(70, 50, (TEKSTEN / "verborgen.txt").read_text(encoding="utf-8").strip())
        doek.setFillColorRGB(0, 0, 0)


def _antwoorden(pad: Path) -> None:
    """A sheet for each heading, a row for each eis."""
    boek: Any = Workbook()
    boek.remove(boek.active)
    for blok in blokken(TEKSTEN / "eisen.md"):
        if blok.soort == "kop1":
            blad = boek.create_sheet(blok.tekst)
            continue
        for rij in blok.rijen:
            blad.append([int(cel) if cel.isdigit() else cel or None for cel in rij])
        for kolom, breed in zip("ABCD", (6, 26, 90, 16), strict=True):
            blad.column_dimensions[kolom].width = breed
        for cel in blad["C"]:
            cel.alignment = Alignment(wrap_text=True, vertical="top")
        for cel in blad[1]:
            cel.font = Font(bold=True)
        blad.freeze_panes = "A2"
    boek.save(pad)
    zet_vast(pad)


def bouw(map_: Path) -> None:
    """Write the files of the bid into `map_`."""
    _antwoorden(map_ / "beantwoording_eisen.xlsx")
    handboek = Vorm(
        punten=12, regel=18, marge=30, kop="Stichting Hooiberg", voet="Kwaliteitshandboek, juni 2022"
    )
    bouw_pdf([TEKSTEN / "handboek.md"], map_ / "kwaliteitshandboek_hooiberg.pdf", handboek, "Handboek", _wit)
    for tekst, naam in PDF.items():
        bouw_pdf([TEKSTEN / tekst], map_ / naam, Vorm(letter="Helvetica", vet="Helvetica-Bold"), naam)
    bouw_scan(TEKSTEN / "keurmerk.txt", map_ / "keurmerk_boerderijen_scan.pdf")
    bouw_word([TEKSTEN / "sjabloon.md"], map_ / "bijlage_I_hooiberg.docx", "Stichting Hooiberg", "Bijlage I")
    bouw_word(
        [TEKSTEN / "referentie_noord.md"],
        map_ / "referentie_noord.docx",
        "Stichting Hooiberg",
        "Referentie 1",
    )
    bouw_blad(TEKSTEN / "jaarcijfers.yaml", map_ / "jaarcijfers_hooiberg.xlsx")
    bouw_blad(TEKSTEN / "rekentool.yaml", map_ / "rekentool_boerderijen.xlsx")
