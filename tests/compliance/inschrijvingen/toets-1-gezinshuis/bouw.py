"""Lays out the bid of Het Verzonnen Nest: office PDFs in a serif font, a filled form, a scan."""

from __future__ import annotations

from pathlib import Path

from tests.compliance.inschrijvingen.opmaak.blad import bouw_blad
from tests.compliance.inschrijvingen.opmaak.formulier import bouw_formulier
from tests.compliance.inschrijvingen.opmaak.pdf import Vorm, bouw_pdf
from tests.compliance.inschrijvingen.opmaak.scan import bouw_scan

TEKSTEN = Path(__file__).parent / "teksten"
PDF = {
    "verhaal.md": ("ons_verhaal.pdf", "Ons verhaal"),
    "klachten.md": ("klachtenregeling.pdf", "Klachtenregeling"),
    "sjabloon.md": ("bijlage_I_invulsjabloon.pdf", "Bijlage I"),
    "referentie_a.md": ("referentie_a.pdf", "Referentie 1"),
    "referentie_b.md": ("referentie_b.pdf", "Referentie 2"),
    "kvk.md": ("kvk.pdf", "Uittreksel"),
    "certificaat.md": ("certificaat_15224.pdf", "Certificaat"),
    "jaarcijfers.md": ("bijlage_XVI_jaarcijfers.pdf", "Jaarcijfers"),
}


def bouw(map_: Path) -> None:
    """Write the files of the bid into `map_`."""
    vorm = Vorm(punten=12, regel=17, voet="Het Verzonnen Nest, juli 2022")
    for tekst, (naam, titel) in PDF.items():
        bouw_pdf([TEKSTEN / tekst], map_ / naam, vorm, titel)
    bouw_formulier(TEKSTEN / "uea.yaml", map_ / "uea_formulier.pdf")
    bouw_scan(TEKSTEN / "keurmerk.txt", map_ / "keurmerk_scan.pdf")
    bouw_blad(TEKSTEN / "rekentool.yaml", map_ / "rekentool_gezinshuis.xlsx")
