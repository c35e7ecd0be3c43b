"""Passages as the quotes of a report."""

from compliance.eisen.passages import Passage
from compliance.rapport import Bewijs

_PASSAGES = 3


def citaten(zinnen: list[Passage]) -> tuple[Bewijs, ...]:
    """The first few passages as quotes; sentences of one paragraph that follow each other become one."""
    gekozen: list[Passage] = []
    for passage in zinnen:
        if passage not in gekozen:
            gekozen.append(passage)
        if len(gekozen) == _PASSAGES:
            break
    citaten = []
    for passage in gekozen:
        pagina, kader = passage.blok.plek(passage.begin)
        citaten.append(
            Bewijs(bestand=passage.document.bestand, pagina=pagina, citaat=passage.tekst, kader=kader)
        )
    return tuple(citaten)
