"""Lays out the bid of De Hertenkamp: a flowing plan without numbers of eisen, a handbook in two columns."""

from __future__ import annotations

from pathlib import Path

from tests.compliance.inschrijvingen.opmaak.blad import bouw_blad
from tests.compliance.inschrijvingen.opmaak.formulier import bouw_formulier
from tests.compliance.inschrijvingen.opmaak.pdf import Vorm, bouw_pdf

TEKSTEN = Path(__file__).parent / "teksten"
PLAN = Vorm(
    punten=10.5,
    regel=13.5,
    uitgevuld=True,
    genummerd=True,
    afbreken=True,
    marge=28,
    kop="De Hertenkamp      Plan van aanpak",
    voet="Inschrijving specialistische jeugdhulp",
)
HANDBOEK = Vorm(letter="Helvetica", vet="Helvetica-Bold", punten=9.5, regel=12.5, marge=20, kop="Handboek")
BRIEVEN = {
    "brief.md": "begeleidend_schrijven.pdf",
    "kvk.md": "kvk.pdf",
    "certificaat.md": "certificaat_15224.pdf",
    "polis.md": "polisblad.pdf",
    "referentie_1.md": "referentie_1.pdf",
    "referentie_2.md": "referentie_2.pdf",
    "sjabloon.md": "bijlage_I_invulsjabloon.pdf",
}


def bouw(map_: Path) -> None:
    """Write the files of the bid into `map_`."""
    bouw_pdf([TEKSTEN / "plan.md"], map_ / "bijlage_II_plan_van_aanpak.pdf", PLAN, "Plan van aanpak")
    bouw_pdf([TEKSTEN / "handboek.md"], map_ / "handboek_klinische_zorg.pdf", HANDBOEK, "Handboek")
    for tekst, naam in BRIEVEN.items():
        bouw_pdf([TEKSTEN / tekst], map_ / naam, Vorm(punten=10.5, regel=14), naam)
    bouw_formulier(TEKSTEN / "uea.yaml", map_ / "uea.pdf")
    bouw_blad(TEKSTEN / "jaarcijfers.yaml", map_ / "bijlage_XVI_jaarcijfers.xlsx")
    bouw_blad(TEKSTEN / "rekentool.yaml", map_ / "rekentool_verblijf.xlsx")
