"""Drafts the eisen of a tender from its inkoopdocument as imported. Pure: a document in, a draft out.

The draft repeats the document's own sentences as `samenvatting`; whoever makes a catalogue of it puts them
in their own words. What the document does not say is left out, what was guessed is named in `open_punten`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.catalogue.models import Eis
from knowledge.concept.bereik import all_percelen, percelen_of, vormen_of
from knowledge.sources.passages import Brondocument, Passage
from knowledge.sources.places import places_in
from knowledge.text.quantities import read_quantities
from knowledge.text.sentences import sentences

_SUBJECT = 70
"""Characters of an eis that become its working title."""
_CLIENT = re.compile(
    r"(?:de )?(?:opdrachtgever|aanbesteder|(?:deelnemende )?gemeenten?|regio|toegang)\b"
    r"(?! en (?:de )?(?:opdrachtnemer|aanbieder|inschrijver))",
    re.IGNORECASE,
)
_PROVIDER = re.compile(r"(?:de )?(?:opdrachtnemer|inschrijver|\w*aanbieder|contractant)s?\b", re.IGNORECASE)
_LAPSED = re.compile(r"^\W*(?:vervallen|vervalt|n\.?v\.?t\.?|niet van toepassing)\W*$", re.IGNORECASE)
_CLOSES = re.compile(
    r"(?:uiterste|sluitings?|indienings)\s?(?:moment|datum|termijn)?[^.\n]{0,60}?(?:inschrij|indien|aanmeld)"
    r"|sluitingsdatum|inschrijving moet uiterlijk",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Concept:
    """The draft of a catalogue: `velden` are the loose fields of tender.yaml as far as they are known."""

    velden: dict[str, object]
    eisen: tuple[Eis, ...]
    open_punten: tuple[str, ...]
    """What somebody must look at, in plain Dutch."""


def conceptcatalogus(document: Brondocument) -> Concept:
    """The eisen of a document with their place, theme, percelen and vormen, where it says them."""
    percelen = all_percelen(document)
    eisen: dict[str, Eis] = {}
    twice: list[str] = []
    for passage in document.passages:
        if passage.soort != "eis":
            continue
        identity = passage.vindplaats.removeprefix("eis ")
        if identity in eisen:
            twice.append(identity)
            continue
        eisen[identity] = _eis(identity, passage, document, percelen)
    remarks = [f"Eis {identity} staat er meer dan een keer in; de eerste is gebruikt." for identity in twice]
    values, missing = _fields(document)
    return Concept(values, tuple(eisen.values()), (*missing, *remarks, *_general_remarks(percelen)))


def _eis(identity: str, passage: Passage, document: Brondocument, percelen: Sequence[int]) -> Eis:
    text = " ".join(passage.tekst.split())
    lapsed = bool(_LAPSED.match(text))
    return Eis(
        id=identity,
        onderwerp="vervallen" if lapsed else _subject(text),
        samenvatting=text,
        thema=passage.koppen[-1] if passage.koppen else "concept",
        vindplaats=passage.vindplaats,
        paragraaf=passage.paragraaf,
        percelen=tuple(percelen_of(passage, document, percelen)),
        vormen=vormen_of(text),
        adressaat="VERVALLEN" if lapsed else _addressee(text),
        verwijst_naar=tuple(place for place in places_in(text) if place != passage.vindplaats),
    )


def _subject(text: str) -> str:
    """The first words of an eis, as a working title."""
    first = re.split(r"(?<=[.:;])\s", text, maxsplit=1)[0].rstrip(".:;")
    return first if len(first) <= _SUBJECT else first[:_SUBJECT].rsplit(" ", 1)[0] + " …"


def _addressee(text: str) -> Literal["ON", "OG"]:
    """Who must act: the client only where the eis opens with it and no sentence opens with the provider, or
    where the provider is not named at all."""
    if not _PROVIDER.search(text) and _CLIENT.search(text):
        return "OG"
    if not _CLIENT.match(text) or any(_PROVIDER.match(sentence) for sentence in sentences(text)):
        return "ON"
    return "OG"


def _fields(document: Brondocument) -> tuple[dict[str, object], list[str]]:
    """The loose fields that the document tells, and a remark for each that it does not."""
    key = re.sub(r"[^a-z0-9]+", "-", f"{document.regio} {document.jaar or ''}".lower()).strip("-")
    values: dict[str, object] = {
        "sleutel": key or "concept",
        "naam": document.bron if document.titel[:1].isdigit() else document.titel,
        "regio": document.regio or "onbekend",
        "jaar": document.jaar,
        "bron": document.bron,
        "versie": "concept",
        "sluiting": _closing_date(document),
        "gemeenten": [],
    }
    missing = [
        f"tender.yaml: vul {name} in; het document zegt het niet." for name, v in values.items() if v is None
    ]
    if not document.regio:
        missing.append("tender.yaml: vul de regio in.")
    missing.append("tender.yaml: vul de gemeenten in die meedoen.")
    return {name: value for name, value in values.items() if value is not None}, missing


def _closing_date(document: Brondocument) -> date | None:
    """The day on which bids must be in: the full date that is named most where the text speaks of it."""
    named: Counter[date] = Counter()
    for line in (line for p in document.passages for line in p.tekst.split("\n")):
        for match in _CLOSES.finditer(line):
            for quantity in read_quantities(line[match.start() : match.start() + 200]):
                if quantity.datum and quantity.datum.jaar:
                    named[date(quantity.datum.jaar, quantity.datum.maand, quantity.datum.dag)] += 1
    return named.most_common(1)[0][0] if named else None


def _general_remarks(percelen: Sequence[int]) -> list[str]:
    remarks = [
        "eisen.yaml: de samenvatting is de zin uit het document. Schrijf haar in eigen woorden en vul "
        "onderdelen, normen en zoektermen aan.",
        "eisen.yaml: adressaat (ON: opdrachtnemer, OG: opdrachtgever) is afgeleid uit de zin; loop dit na.",
    ]
    if not percelen:
        remarks.append("eisen.yaml: het document noemt geen percelen; vul ze in waar dat nodig is.")
    return remarks
