"""What a page is about, so that the assistant understands "deze eis" and "dit perceel" there.

All of it is read from the address, here and nowhere else: a page does nothing for it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from knowledge.calculators.register import REKENTOOLS
from knowledge.catalogue import load_tender
from knowledge.catalogue.models import Tender

_EIS = re.compile(r"/(?:eisen|eis)/([\w.-]+)$")
_REKENTOOL = re.compile(r"^/rekentools/([\w-]+)")
_VAN_DE_AANBESTEDING = re.compile(
    r"^/(?:aanbestedingen|beoordeling|zelfcheck|indienen|werkplek|eisen|scoren)\b"
)
_VAN_DE_REGIO = re.compile(r"^/(?:plaatsing|register|wachttijden)\b")
_VERTELT = ("perceel", "bron", "plaats")
"""The parts of a query that tell what a page is about."""


@dataclass(frozen=True, slots=True)
class Waarover:
    """`adres`: of the page, as `waarover` reads it back; `naam`: for people, "" when the page is about
    nothing in particular; `onderwerp`: what a question that points ("wat betekent dit?") is about, as an
    earlier question; `bron`: the source that the page shows; `vragen`: examples that fit."""

    adres: str
    naam: str = ""
    onderwerp: str = ""
    bron: str = ""
    vragen: tuple[str, ...] = ()


_AANBESTEDING = ("Welke stukken horen bij een inschrijving?", "Wat is een knock-out?")
_REGIO = ("Wat moet een aanbieder doen met de wachtlijst?", "Wat doet het Regionaal Expertise Team?")
ALGEMEEN = ("Binnen hoeveel weken moet een klacht zijn afgehandeld?", "Wat is het tarief van intensiteit E?")


def van_pagina(adres: str) -> str:
    """The address of a page with only what `waarover` looks at; never an id of a record."""
    pad, _, query = adres.partition("?")
    kort = [(naam, waarde) for naam, waarde in parse_qsl(query) if naam in _VERTELT]
    if eis := _EIS.search(pad):
        pad = f"/eisen/{eis.group(1)}"
    elif not _REKENTOOL.match(pad):
        pad = "/".join(pad.split("/")[:2])
    return f"{pad}?{urlencode(kort)}" if kort else pad


@lru_cache(maxsize=512)
def waarover(adres: str) -> Waarover:
    """What the page at an address of `van_pagina` is about. An address that says nothing gives an empty one:
    it may come from a form, so it may hold anything."""
    pad, _, query = adres[:500].partition("?")
    velden = dict(parse_qsl(query))
    tender = load_tender()
    return _deel(adres, pad, velden, tender) or _geheel(adres, pad, tender)


def _deel(adres: str, pad: str, velden: Mapping[str, str], tender: Tender) -> Waarover | None:
    """A page about one eis, perceel, place or rekentool."""
    plaats = velden.get("plaats", "")
    gevonden = _EIS.search(pad)
    nummer = gevonden.group(1) if gevonden else plaats.removeprefix("eis ")
    bron = velden.get("bron", "")
    eigen = bron in ("", tender.bron)
    if eigen and (eis := next((e for e in tender.eisen if e.id == nummer), None)):
        return Waarover(
            adres,
            f"eis {eis.id}: {eis.onderwerp}",
            f"{eis.onderwerp} (eis {eis.id})",
            vragen=("Wat betekent deze eis?", "Wat moet ik hiervoor aanleveren?"),
        )
    if perceel := next((p for p in tender.percelen if str(p.nummer) == velden.get("perceel")), None):
        return Waarover(
            adres,
            f"perceel {perceel.nummer}: {perceel.korte_naam}",
            f"perceel {perceel.nummer}",
            vragen=("Wat betekent dit perceel?", "Hoeveel aanbieders krijgen dit perceel?"),
        )
    if bron and plaats:
        return Waarover(adres, f"{plaats} in {bron}", bron="" if eigen else bron)
    tool = _REKENTOOL.match(pad)
    if tool and (rekentool := next((r for r in REKENTOOLS if r.sleutel == tool.group(1)), None)):
        return Waarover(adres, f"de rekentool {rekentool.naam}", rekentool.naam, vragen=ALGEMEEN)
    return None


def _geheel(adres: str, pad: str, tender: Tender) -> Waarover:
    """A page about the tender or the region as a whole, or about neither."""
    if _VAN_DE_AANBESTEDING.match(pad):
        return Waarover(adres, f"de aanbesteding: {tender.naam}, {tender.regio}", vragen=_AANBESTEDING)
    if pad == "/tarieven":
        return Waarover(adres, "de tarieven", "het tarief van intensiteit A", vragen=ALGEMEEN[1:])
    if _VAN_DE_REGIO.match(pad):
        return Waarover(adres, f"plaatsing in de regio {tender.regio}", vragen=_REGIO)
    return Waarover(adres, vragen=ALGEMEEN)
