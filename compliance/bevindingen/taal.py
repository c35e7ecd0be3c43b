"""Texts in another language: a bid is in Dutch (§4.1.10 onder b)."""

import re
from collections.abc import Iterator

from compliance.bewijs import bewijs
from compliance.dossier import Dossier
from compliance.formulier import zichtbaar
from compliance.rapport import Bevinding
from knowledge.documents import Blok, Soort
from knowledge.text.normalise import fold


def _woorden(*regels: str) -> frozenset[str]:
    return frozenset(" ".join(regels).split())


_NEDERLANDS = _woorden(
    "de het een en van wij met voor zijn dat die op bij niet worden wordt aan als ook naar om te er onze uit",
    "deze hun wie kan",
)
_TALEN = {
    "Engels": _woorden(
        "the and of to with for is are our we that this from which by has have will be as their not on at or",
        "it an was",
    ),
    "Duits": _woorden(
        "der das und mit fur wir ist nicht von den eine einen des dem zu auf wird werden sind oder bei durch",
        "ein sich auch",
    ),
    "Frans": _woorden(
        "le la les des et du une est pour dans nous avec sur par que qui sont au aux ne pas ce cette",
        "plus leur",
    ),
}
_MINSTE_WOORDEN, _MINSTE_IN_BLOK = 40, 8


def zoek_taal(dossier: Dossier) -> Iterator[Bevinding]:
    """One finding for each document with a stretch of some forty words in another language."""
    for document in dossier.inschrijving.documenten:
        per_taal: dict[str, list[tuple[Blok, int]]] = {}
        totaal = 0
        alle: list[str] = []
        for blok in zichtbaar(document):
            woorden = re.findall(r"[a-z']+", fold(blok.tekst))
            totaal += len(woorden)
            alle += woorden
            if blok.soort in (Soort.KOPREGEL, Soort.VOETREGEL) or len(woorden) < _MINSTE_IN_BLOK:
                continue
            if (taal := taal_van(woorden)) is not None:
                per_taal.setdefault(taal, []).append((blok, len(woorden)))
        if len(alle) >= _MINSTE_WOORDEN and (hele_taal := taal_van(alle)) is not None:
            # A certificate or policy is mostly labels: together they tell the language.
            per_taal = {
                hele_taal: [(b, len(b.tekst.split())) for b in zichtbaar(document) if b.tekst.strip()]
            }
        for taal, blokken in per_taal.items():
            aantal = sum(woorden for _, woorden in blokken)
            if aantal >= _MINSTE_WOORDEN or (aantal >= 15 and aantal * 2 >= totaal):
                hele = aantal * 2 >= totaal
                yield Bevinding(
                    soort="taal",
                    ernst="herstelbaar",
                    bewijs=tuple(bewijs(document, blok) for blok, _ in blokken[:2]),
                    toelichting=(
                        f"{document.bestand}: {'dit stuk' if hele else 'een deel van dit stuk'} is in het "
                        f"{taal}; de inschrijving hoort in het Nederlands te zijn (§4.1.10 onder b)."
                    ),
                )


def taal_van(woorden: list[str]) -> str | None:
    """The language of a stretch of words when it clearly is not Dutch."""
    nederlands = sum(woord in _NEDERLANDS for woord in woorden)
    beste, aantal = max(
        ((taal, sum(w in lijst for w in woorden)) for taal, lijst in _TALEN.items()), key=lambda paar: paar[1]
    )
    return beste if aantal >= 3 and aantal >= 2 * nederlands and aantal >= 0.15 * len(woorden) else None
