"""Spreadsheets from the data in a YAML file."""

from __future__ import annotations

from pathlib import Path

import yaml
from openpyxl import Workbook
from openpyxl.styles import Font

from tests.compliance.inschrijvingen.opmaak.vast import zet_vast


def bouw_blad(gegevens: Path, pad: Path) -> None:
    """Write `{blad: [[cel, ...], ...]}` as a workbook; the first row of each sheet is its title."""
    boek = Workbook()
    del boek["Sheet"]
    for naam, rijen in yaml.safe_load(gegevens.read_text(encoding="utf-8")).items():
        blad = boek.create_sheet(naam)
        for rij in rijen:
            blad.append(rij)
        blad["A1"].font = Font(bold=True)
        blad.column_dimensions["A"].width = 44
    boek.save(pad)
    zet_vast(pad)
