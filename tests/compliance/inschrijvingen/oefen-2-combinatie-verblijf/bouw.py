"""Lays out the bid of De Verzonnen Veste and Ganzerik: dense, numbered, hyphenated reports."""

from __future__ import annotations

from pathlib import Path

from tests.compliance.inschrijvingen.opmaak.blad import bouw_blad
from tests.compliance.inschrijvingen.opmaak.pdf import Vorm, bouw_pdf

TEKSTEN = Path(__file__).parent / "teksten"
RAPPORTEN = {
    "plan.md": ("plan_van_aanpak.pdf", "Bijlage II Plan van aanpak"),
    "handboek.md": ("verblijfshandboek.pdf", "Verblijfshandboek"),
}
FORMULIEREN = {
    "sjabloon.md": "bijlage_I_invulsjabloon.pdf",
    "combinatie.md": "combinatieverklaring.pdf",
    "holding.md": "holdingverklaring.pdf",
    "kvk_veste.md": "kvk_veste.pdf",
    "kvk_ganzerik.md": "kvk_ganzerik.pdf",
    "iso.md": "iso_9001.pdf",
    "polis.md": "polis_aansprakelijkheid.pdf",
    "uea.md": "uea_penvoerder.pdf",
    "referentie_1.md": "referentie_1.pdf",
    "referentie_2.md": "referentie_2.pdf",
}


def bouw(map_: Path) -> None:
    """Write the files of the bid into `map_`."""
    for tekst, (naam, titel) in RAPPORTEN.items():
        vorm = Vorm(
            punten=10,
            regel=12.5,
            uitgevuld=True,
            genummerd=True,
            afbreken=True,
            marge=32,
            kop=f"Combinatie De Verzonnen Veste – Ganzerik      {titel}",
            voet="Percelen 1 en 8, juli 2022",
        )
        bouw_pdf([TEKSTEN / tekst], map_ / naam, vorm, titel)
    for tekst, naam in FORMULIEREN.items():
        bouw_pdf(
            [TEKSTEN / tekst], map_ / naam, Vorm(letter="Helvetica", vet="Helvetica-Bold", punten=10), naam
        )
    bouw_blad(TEKSTEN / "jaarcijfers.yaml", map_ / "bijlage_XVI_jaarcijfers.xlsx")
    bouw_blad(TEKSTEN / "rekentool.yaml", map_ / "rekentool_verblijf.xlsx")
