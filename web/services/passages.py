"""Passages of a report in order, each with an address, its page picture and its context."""

from collections.abc import Iterator
from dataclasses import dataclass

from compliance.namen import SOORTNAMEN, STATUSNAMEN
from compliance.rapport import Bewijs, Rapport
from knowledge.catalogue.models import Tender
from knowledge.text.normalise import single_spaces
from web.models import Inschrijving
from web.services.inschrijvingen import Inschrijvingsmap, Tekstblok

OMLIGGEND = 4
"""Blocks of text shown before and after a passage."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One evidence passage. `sleutel` is its part of the address: "eis-12-1", "bevinding-3-1"."""

    sleutel: str
    kop: str
    label: str
    toelichting: str
    bewijs: Bewijs


@dataclass(frozen=True, slots=True)
class Contextblok:
    tekst: str
    soort: str
    gevonden: bool


@dataclass(frozen=True, slots=True)
class Blad:
    """A passage on the picture of its page (`adres`; sizes in points), or in the text around it."""

    bewijs: Bewijs
    adres: str
    breedte: float
    hoogte: float
    context: tuple[Contextblok, ...]


def blad(inschrijving: Inschrijving, map_: Inschrijvingsmap, bewijs: Bewijs) -> Blad:
    """Where a passage of this bid stands."""
    rij = next((b for b in inschrijving.bestanden if b.naam == bewijs.bestand), None)
    maat = map_.paginamaat(bewijs.bestand, bewijs.pagina) if bewijs.pagina else None
    if rij is None or maat is None:
        return Blad(bewijs, "", 0, 0, tuple(context(map_.tekst(bewijs.bestand), bewijs.citaat)))
    adres = f"/{inschrijving.doel}/{inschrijving.id}/pagina/{rij.nummer}/{bewijs.pagina}.png"
    return Blad(bewijs, adres, *maat, ())


def passages(rapport: Rapport, tender: Tender) -> Iterator[Passage]:
    """Findings first, then eisen in their order; only those with a passage."""
    for nummer, bevinding in enumerate(rapport.bevindingen, 1):
        for n, bewijs in enumerate(bevinding.bewijs, 1):
            yield Passage(
                f"bevinding-{nummer}-{n}",
                SOORTNAMEN[bevinding.soort],
                bevinding.ernst.capitalize(),
                bevinding.toelichting,
                bewijs,
            )
    onderwerpen = {eis.id: eis.onderwerp for eis in tender.eisen}
    for oordeel in rapport.eisen:
        if oordeel.status == "nvt":
            continue
        for n, bewijs in enumerate(oordeel.bewijs, 1):
            yield Passage(
                f"eis-{oordeel.id}-{n}",
                f"Eis {oordeel.id}: {onderwerpen.get(oordeel.id, '')}".removesuffix(": "),
                STATUSNAMEN[oordeel.status],
                oordeel.toelichting,
                bewijs,
            )


def context(blokken: list[Tekstblok], citaat: str) -> list[Contextblok]:
    """The block that holds the words of a passage, with those around it; empty when it is not found."""
    gezocht = single_spaces(citaat).strip("….")
    for plek, blok in enumerate(blokken):
        tekst = single_spaces(blok.tekst)
        if gezocht and (gezocht in tekst or gezocht[:80] in tekst):
            begin, eind = max(0, plek - OMLIGGEND), plek + OMLIGGEND + 1
            return [
                Contextblok(b.tekst, b.soort, nummer == plek)
                for nummer, b in enumerate(blokken[begin:eind], begin)
            ]
    return []
