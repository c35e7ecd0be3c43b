"""An invented bid to practise with: real files, with strengths and a few mistakes. No such bidder exists."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from compliance.demo.bestanden import Alinea, Kop, Noot, Tabel, docx, pdf, xlsx
from compliance.demo.inhoud import BESTANDEN, NAAM
from knowledge.command import write_whole

STUKKEN = tuple(BESTANDEN)
"""The names of all its files."""
_MAKERS = {".pdf": pdf, ".docx": docx}


def write_demo(folder: Path, naam: str = NAAM, stukken: Collection[str] = STUKKEN) -> list[Path]:
    """Write files of the demo bid in this folder (made when absent); the same bytes each time.

    `naam`: the bidder; `stukken`: which files, by name. Raises InvoerFout when the folder can't be
    written in.
    """
    paden = []
    for bestand in stukken:
        pad = folder / bestand
        inhoud = _op_naam(BESTANDEN[bestand], naam)
        data = xlsx(inhoud) if pad.suffix == ".xlsx" else _MAKERS[pad.suffix](inhoud)
        write_whole(pad, data)
        paden.append(pad)
    return paden


def _op_naam(inhoud: Any, naam: str) -> Any:
    """The same content with another name of the bidder."""
    match inhoud:
        case str():
            return inhoud.replace(NAAM, naam)
        case tuple():
            return tuple(_op_naam(deel, naam) for deel in inhoud)
        case Alinea(tekst):
            return Alinea(_op_naam(tekst, naam))
        case Kop(tekst, niveau):
            return Kop(_op_naam(tekst, naam), niveau)
        case Noot(tekst):
            return Noot(_op_naam(tekst, naam))
        case Tabel(rijen):
            return Tabel(_op_naam(rijen, naam))
    return inhoud


__all__ = ["NAAM", "STUKKEN", "write_demo"]
