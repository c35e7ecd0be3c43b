"""Lays out the bid of Rietvink: dense, hyphenated PDF reports and a UEA form answered in words."""

from __future__ import annotations

from pathlib import Path

from tests.compliance.inschrijvingen.opmaak.blad import bouw_blad
from tests.compliance.inschrijvingen.opmaak.formulier import bouw_formulier
from tests.compliance.inschrijvingen.opmaak.pdf import Vorm, bouw_pdf

TEKSTEN = Path(__file__).parent / "teksten"
RAPPORT = {
    "plan.md": ("plan_van_aanpak_normaliseren.pdf", "Plan van aanpak normaliseren"),
    "uitvoering.md": ("uitvoering_en_bedrijfsvoering.pdf", "Uitvoering en bedrijfsvoering"),
}
KANTOOR = {
    "brief.md": "brief_bij_inschrijving.pdf",
    "sjabloon.md": "bijlage_I_invulsjabloon.pdf",
    "kvk.md": "uittreksel_handelsregister.pdf",
    "certificaat.md": "certificaat_iso_9001.pdf",
    "referentie_a.md": "referentie_a.pdf",
    "referentie_b.md": "referentie_b.pdf",
    "jaarcijfers.md": "jaarcijfers_2019_2023.pdf",
}


def bouw(map_: Path) -> None:
    """Write the files of the bid into `map_`."""
    for tekst, (naam, titel) in RAPPORT.items():
        vorm = Vorm(
            punten=11,
            regel=17,
            uitgevuld=True,
            genummerd=True,
            afbreken=True,
            marge=38,
            kop=f"Rietvink Kinder- en Jeugdpsychiatrie -- {titel}",
            voet="Inschrijving 2023, percelen 4 en 8",
        )
        bouw_pdf([TEKSTEN / tekst], map_ / naam, vorm, titel)
    for tekst, naam in KANTOOR.items():
        bouw_pdf([TEKSTEN / tekst], map_ / naam, Vorm(), naam)
    bouw_formulier(TEKSTEN / "uea.yaml", map_ / "uea.pdf")
    bouw_blad(TEKSTEN / "rekentool.yaml", map_ / "rekentool_verblijf.xlsx")
