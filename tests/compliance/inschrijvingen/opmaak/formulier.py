"""The UEA as an interactive PDF form: the questions are printed, the answers stand in the fields only."""

from __future__ import annotations

from pathlib import Path

import yaml
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def bouw_formulier(vragen: Path, pad: Path) -> None:
    """Lay out the YAML list of `{kop}`, `{tekst}`, `{vraag, antwoord}` and `{vraag, keuze: ja|nee}`."""
    doek = Canvas(str(pad), pagesize=A4, invariant=1)
    formulier = doek.acroForm
    hoogte = 790
    for nummer, regel in enumerate(yaml.safe_load(vragen.read_text(encoding="utf-8"))):
        if hoogte < 70:
            doek.showPage()
            hoogte = 790
        if "kop" in regel:
            hoogte -= 8
            doek.setFont("Helvetica-Bold", 12)
            doek.drawString(50, hoogte, regel["kop"])
        elif "tekst" in regel:
            doek.setFont("Helvetica", 9)
            doek.drawString(50, hoogte, regel["tekst"])
        else:
            doek.setFont("Helvetica", 9)
            doek.drawString(50, hoogte, regel["vraag"])
            if "keuze" in regel:
                for plek, woord in enumerate(("ja", "nee")):
                    doek.drawString(455 + 50 * plek, hoogte, woord.capitalize())
                    formulier.checkbox(
                        name=f"veld{nummer}_{woord}",
                        x=475 + 50 * plek,
                        y=hoogte - 3,
                        size=12,
                        checked=regel["keuze"] == woord,
                        tooltip=f"{regel['vraag']} {woord}",
                    )
            else:
                formulier.textfield(
                    name=f"veld{nummer}",
                    value=str(regel["antwoord"]),
                    x=300,
                    y=hoogte - 5,
                    width=250,
                    height=16,
                    fontSize=9,
                    tooltip=regel["vraag"],
                    borderWidth=0.5,
                )
        hoogte -= 23
    doek.save()
