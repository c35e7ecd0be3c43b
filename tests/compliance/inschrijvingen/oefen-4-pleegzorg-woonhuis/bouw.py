"""Lays out the bid of Kantelwiek: answers per eis in Word, small office PDFs for the forms."""

from __future__ import annotations

from pathlib import Path

from tests.compliance.inschrijvingen.opmaak.blad import bouw_blad
from tests.compliance.inschrijvingen.opmaak.pdf import Vorm, bouw_pdf
from tests.compliance.inschrijvingen.opmaak.word import bouw_word

TEKSTEN = Path(__file__).parent / "teksten"
WORD = {
    "antwoorden.md": "antwoorden_per_eis.docx",
    "plan.md": "bijlage_II_plan_van_aanpak.docx",
    "sjabloon.md": "bijlage_I_invulsjabloon.docx",
    "referentie_1.md": "referentie_1.docx",
    "referentie_2.md": "referentie_2.docx",
}
PDF = {"uea.md": "uea.pdf", "kvk.md": "uittreksel_kvk.pdf", "certificaat.md": "certificaat_iso_hkz.pdf"}
BLADEN = {
    "jaarcijfers.yaml": "bijlage_XVI_jaarcijfers.xlsx",
    "rekentool_groep.yaml": "rekentool_groepsaanbod.xlsx",
    "rekentool_verblijf.yaml": "rekentool_verblijf.xlsx",
}


def bouw(map_: Path) -> None:
    """Write the files of the bid into `map_`."""
    for tekst, naam in WORD.items():
        bouw_word([TEKSTEN / tekst], map_ / naam, "Stichting Kantelwiek", "juli 2022", "Verdana")
    for tekst, naam in PDF.items():
        bouw_pdf([TEKSTEN / tekst], map_ / naam, Vorm(), naam)
    for gegevens, naam in BLADEN.items():
        bouw_blad(TEKSTEN / gegevens, map_ / naam)
