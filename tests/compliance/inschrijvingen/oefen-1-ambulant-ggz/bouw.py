"""Lays out the bid of Zilverschoon: Word with automatic 'Eis n' numbers, a footnote, a tracked change."""

from __future__ import annotations

from pathlib import Path

from tests.compliance.inschrijvingen.opmaak.blad import bouw_blad
from tests.compliance.inschrijvingen.opmaak.pdf import Vorm, bouw_pdf
from tests.compliance.inschrijvingen.opmaak.word import bouw_word

TEKSTEN = Path(__file__).parent / "teksten"
WORD = {
    "plan.md": ("plan_van_aanpak_normaliseren.docx", "Plan van aanpak normaliseren"),
    "kwaliteit.md": ("uitvoering_en_kwaliteit.docx", "Uitvoering en kwaliteit"),
    "sjabloon.md": ("bijlage_I_invulsjabloon.docx", "Bijlage I"),
    "referentie_1.md": ("referentie_1.docx", "Referentie 1"),
    "referentie_2.md": ("referentie_2.docx", "Referentie 2"),
}
PDF = {
    "kvk.md": "uittreksel_kvk.pdf",
    "certificaat.md": "certificaat_hkz_ggz.pdf",
    "machtiging.md": "machtiging.pdf",
    "uea.md": "uea_zilverschoon.pdf",
}


def bouw(map_: Path) -> None:
    """Write the files of the bid into `map_`."""
    for tekst, (naam, titel) in WORD.items():
        bouw_word([TEKSTEN / tekst], map_ / naam, f"Zilverschoon Jeugd-ggz B.V. | {titel}", "juli 2022")
    for tekst, naam in PDF.items():
        bouw_pdf([TEKSTEN / tekst], map_ / naam, Vorm(letter="Helvetica", vet="Helvetica-Bold"), naam)
    bouw_blad(TEKSTEN / "jaarcijfers.yaml", map_ / "bijlage_XVI_jaarcijfers.xlsx")
