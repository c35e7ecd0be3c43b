"""Lays out the bid of De Gouden Klomp: a workbook of answers with remarks, a Word booklet, plain PDFs."""

from __future__ import annotations

from pathlib import Path

from tests.compliance.inschrijvingen.opmaak.blad import bouw_blad
from tests.compliance.inschrijvingen.opmaak.pdf import Vorm, bouw_pdf
from tests.compliance.inschrijvingen.opmaak.word import bouw_word

TEKSTEN = Path(__file__).parent / "teksten"
BLADEN = {
    "antwoorden.yaml": "werkboek_antwoorden.xlsx",
    "jaarcijfers.yaml": "jaarcijfers_bijlage_XVI.xlsx",
    "rekentool_g.yaml": "rekentool_gezinshuis.xlsx",
    "rekentool_v.yaml": "rekentool_verblijf_kdv.xlsx",
}
WORD = {
    "werkboek.md": "gezinshuizen_en_logeren.docx",
    "sjabloon.md": "bijlage_I.docx",
    "referentie_1.md": "referentie_een.docx",
    "referentie_2.md": "referentie_twee.docx",
}
PDF = {
    "dyslexie.md": "bijlage_II_plan_van_aanpak_ED.pdf",
    "uea.md": "UEA.pdf",
    "kvk.md": "handelsregister.pdf",
    "iso.md": "iso9001.pdf",
    "keurmerk.md": "keurmerktraject.pdf",
    "polis.md": "verzekering.pdf",
}


def bouw(map_: Path) -> None:
    """Write the files of the bid into `map_`."""
    for gegevens, naam in BLADEN.items():
        bouw_blad(TEKSTEN / gegevens, map_ / naam)
    for tekst, naam in WORD.items():
        bouw_word([TEKSTEN / tekst], map_ / naam, "De Gouden Klomp", "", "Georgia")
    for tekst, naam in PDF.items():
        bouw_pdf([TEKSTEN / tekst], map_ / naam, Vorm(letter="Helvetica", vet="Helvetica-Bold"), naam)
