"""Bids for the tests: the demo bid's real files, with some of them changed, left out or added."""

import tempfile
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from compliance.bevindingen import zoek_bevindingen
from compliance.controle import judge_documents, open_dossier
from compliance.demo.bestanden import Alinea, Element, Kop, Noot, Tabel, docx, pdf, xlsx
from compliance.demo.inhoud import BESTANDEN
from compliance.dossier import Dossier
from compliance.rapport import Rapport
from compliance.stukken import beoordeel_stukken
from knowledge.catalogue.load import load_tender
from knowledge.documents import Document, read_document

WEG = None
"""As the content of a file: leave it out."""


def lees(naam: str, inhoud: Any) -> Document:
    """Make the file (bytes, or content as the demo bid has it) and read it."""
    ending = Path(naam).suffix
    data = (
        inhoud if isinstance(inhoud, bytes) else {".pdf": pdf, ".docx": docx, ".xlsx": xlsx}[ending](inhoud)
    )
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / naam
        pad.write_bytes(data)
        return read_document(pad, naam)


@cache
def _demo(naam: str) -> Document:
    return lees(naam, BESTANDEN[naam])


def documenten(wijzigingen: dict[str, Any] | None = None) -> list[Document]:
    """The documents of the demo bid with these files changed; a file given as WEG is left out."""
    wijzigingen = wijzigingen or {}
    namen = sorted({*BESTANDEN, *wijzigingen})
    return [
        lees(naam, wijzigingen[naam]) if naam in wijzigingen else _demo(naam)
        for naam in namen
        if not (naam in wijzigingen and wijzigingen[naam] is WEG)
    ]


def dossier(wijzigingen: dict[str, Any] | None = None, peildatum: date | None = None) -> Dossier:
    return open_dossier(documenten(wijzigingen), peildatum, load_tender())


def rapport(wijzigingen: dict[str, Any] | None = None) -> Rapport:
    return judge_documents(documenten(wijzigingen))


def statussen(wijzigingen: dict[str, Any] | None = None) -> dict[str, str]:
    """Status of every stuk."""
    return {u.oordeel.sleutel: u.oordeel.status for u in beoordeel_stukken(dossier(wijzigingen))}


def soorten(wijzigingen: dict[str, Any] | None = None) -> Counter[str]:
    """How many findings of each kind, without those on single eisen."""
    d = dossier(wijzigingen)
    bevindingen = [*zoek_bevindingen(d), *(b for u in beoordeel_stukken(d) for b in u.bevindingen)]
    return Counter(b.soort for b in bevindingen)


def vervang(naam: str, *paren: tuple[str, str]) -> dict[str, Any]:
    """The demo file with texts replaced; a text that is not there is a mistake of the test."""
    inhoud = BESTANDEN[naam]
    for oud, nieuw in paren:
        nieuwe = tuple(_vervang(element, oud, nieuw) for element in inhoud)
        assert nieuwe != inhoud, f"{oud!r} staat niet in {naam}"
        inhoud = nieuwe
    return {naam: inhoud}


def met(naam: str, *elementen: Element) -> dict[str, Any]:
    """The demo file with these elements added at its end."""
    return {naam: (*BESTANDEN[naam], *elementen)}


def met_rij(naam: str, na: str, rij: tuple[str, ...]) -> dict[str, Any]:
    """The demo file with a row added behind the row whose first cell is `na`."""
    uit = []
    for element in BESTANDEN[naam]:
        if isinstance(element, Tabel) and any(r[0] == na for r in element.rijen):
            rijen: list[tuple[str, ...]] = []
            for r in element.rijen:
                rijen += [r, rij] if r[0] == na else [r]
            element = Tabel(tuple(rijen))
        uit.append(element)
    return {naam: tuple(uit)}


def _vervang(element: Any, oud: str, nieuw: str) -> Any:
    if isinstance(element, Tabel):
        return Tabel(tuple(tuple(cel.replace(oud, nieuw) for cel in rij) for rij in element.rijen))
    if isinstance(element, Kop):
        return Kop(element.tekst.replace(oud, nieuw), element.niveau)
    if isinstance(element, Alinea | Noot):
        return type(element)(element.tekst.replace(oud, nieuw))
    naam, rijen = element  # a sheet
    return naam, tuple(tuple(nieuw if cel == oud else cel for cel in rij) for rij in rijen)
