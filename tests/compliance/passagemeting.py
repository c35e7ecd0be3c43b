"""Judges labelled passages (`passages/*.jsonl`) one by one, as if each were all that a bid says.

A passage becomes a document of one paragraph (or one table row) under a heading that says nothing, in a bid
for the percelen and vormen of its eis; the judging is that of a whole bid.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from compliance.eisen import judge_eisen
from compliance.inschrijving import Inschrijving
from compliance.rapport import EisOordeel
from knowledge.catalogue.load import load_tender
from knowledge.documents import Blok, Document, Soort

MAP = Path(__file__).parent / "passages"
STATUSSEN = ("aangetoond", "deels", "strijdig", "verklaard", "ontbreekt")
GEVONDEN = frozenset({"aangetoond", "deels", "strijdig"})


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """One line of a file: a passage with the status that its eis should get."""

    id: str
    eis: str
    tekst: str
    status: str
    waarom: str


@dataclass(frozen=True, slots=True)
class Maten:
    """Precision, recall and F1 of one status, and how many passages have it."""

    precisie: float
    recall: float
    f1: float
    aantal: int


def lees(naam: str) -> list[Voorbeeld]:
    """The passages of `oefen` or `toets`."""
    regels = (MAP / f"{naam}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Voorbeeld(**json.loads(regel)) for regel in regels if regel.strip()]


def oordeel(voorbeeld: Voorbeeld, *, geijkt: bool = True) -> EisOordeel:
    """What the check says of this passage's eis."""
    tender = load_tender()
    eis = tender.eis(voorbeeld.eis)
    bid = Inschrijving(
        "Voorbeeld", date(2022, 7, 18), (_document(voorbeeld.tekst),), frozenset(eis.percelen),
        frozenset(eis.vormen),
    )  # fmt: skip
    [oordeel], _ = judge_eisen(bid, tender, geijkt=geijkt, alleen=voorbeeld.eis)
    return oordeel


def _document(tekst: str) -> Document:
    kop = Blok("Toelichting", Soort.KOP, 1, niveau=1)
    cellen = tuple(cel.strip() for cel in tekst.split("|")) if " | " in tekst else ()
    blokken = [
        Blok(tekst, Soort.TABELRIJ, 1, cellen=cellen, tabel="1") if cellen else Blok(regel, Soort.ALINEA, 1)
        for regel in ([tekst] if cellen else tekst.split("\n"))
    ]
    return Document("toelichting.pdf", "pdf", (kop, *blokken), paginas=1)


def paren(voorbeelden: Iterable[Voorbeeld]) -> Iterator[tuple[Voorbeeld, EisOordeel]]:
    """Each passage with the judgement of its eis."""
    for voorbeeld in voorbeelden:
        yield voorbeeld, oordeel(voorbeeld)


def maten(telling: Counter[tuple[str, str]], goed: Iterable[str]) -> Maten:
    """Of a confusion table (label, ours): how well this set of statuses is told from the others."""
    set_ = frozenset(goed)
    raak = sum(n for (label, ons), n in telling.items() if label in set_ and ons in set_)
    gezegd = sum(n for (_, ons), n in telling.items() if ons in set_)
    bedoeld = sum(n for (label, _), n in telling.items() if label in set_)
    precisie = raak / gezegd if gezegd else 1.0
    recall = raak / bedoeld if bedoeld else 1.0
    f1 = 2 * precisie * recall / (precisie + recall) if precisie + recall else 0.0
    return Maten(precisie, recall, f1, bedoeld)
