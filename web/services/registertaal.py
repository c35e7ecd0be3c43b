"""Columns of the registers as people write and read them: 31-12-2026, 52,51, "H 26 weken, daarna E"."""

from collections.abc import Mapping
from datetime import date

from matcher.omzetten.waarden import OMZETTEN, datum, fasen, kommagetal
from matcher.tabel import kort


def toon(kolom: str, waarde: str) -> str:
    """A kept value for a reader; `lees` turns it back."""
    lezer = OMZETTEN.get(kolom)
    if not waarde:
        return ""
    if lezer is datum:
        return date.fromisoformat(waarde).strftime("%d-%m-%Y")
    if lezer is kommagetal:
        return waarde.replace(".", ",")
    if lezer is fasen:
        return ", daarna ".join(map(_fase, waarde.split("|")))
    return waarde.replace("|", ", ")


def _fase(tekst: str) -> str:
    intensiteit, _, weken = tekst.partition(":")
    if not weken:
        return intensiteit
    return f"{intensiteit} {weken} {'week' if weken == '1' else 'weken'}"


def lees(velden: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """A sent form in the form that is kept, and the faults by column; a bad cell stays as it was sent."""
    waarden: dict[str, str] = {}
    fouten: dict[str, str] = {}
    for kolom, tekst in velden.items():
        lezer = OMZETTEN.get(kolom)
        try:
            waarden[kolom] = lezer(tekst) if lezer else tekst
        except ValueError as fout:
            waarden[kolom] = tekst
            fouten[kolom] = f"'{kort(tekst)}' {fout}."
    return waarden, fouten
