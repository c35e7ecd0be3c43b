"""Turns blocks of a document into the passages that a report quotes."""

import re

from compliance.rapport import Bewijs
from knowledge.documents import Blok, Document
from knowledge.text.normalise import single_spaces

_LANGST = 420


def bewijs(document: Document, blok: Blok, positie: int = 0, lengte: int = 0) -> Bewijs:
    """The block as evidence; of a long block only the sentences around `positie` (a place in its text)."""
    tekst = single_spaces(blok.tekst)
    if len(tekst) > _LANGST:
        tekst = _uitsnede(tekst, min(positie, len(tekst) - 1), lengte)
    pagina, kader = blok.plek(positie)
    return Bewijs(bestand=document.bestand, pagina=pagina, citaat=tekst, kader=kader)


def _uitsnede(tekst: str, positie: int, lengte: int) -> str:
    grenzen = [0, *(m.end() for m in re.finditer(r"[.!?;]\s+(?=[A-Z0-9\"'(])", tekst)), len(tekst)]
    begin = max((g for g in grenzen if g <= positie), default=0)
    eind = min((g for g in grenzen if g >= min(positie + max(lengte, 1), len(tekst))), default=len(tekst))
    return tekst[begin : min(eind, begin + _LANGST)].strip()
