"""When must it be done: the terms of the tender, from the day of an event to the day on which they end.

The terms and their places come from the catalogue (`Tender.termijnen`); how days are counted stands in
`knowledge.calculators.termijnen.dagen`.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, get_args

from pydantic import Field
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from knowledge.calculators.rekentool import Invoer, Rekentool
from knowledge.calculators.termijnen.dagen import (
    Tijdseenheid,
    dag_in_woorden,
    duur_in_woorden,
    is_werkdag,
    verschuif,
)
from knowledge.calculators.termijnen.einddag import Dag, afstand, geen_werkdag, telwijze
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.calculators.velden import KeuzesUit
from knowledge.calculators.woorden import plat, twijfel
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Norm, Termijn
from knowledge.errors import InvoerFout

_ZEKER = 85.0
"""From this score (0-100) on a term counts as the one that was meant."""
_HERHALINGEN = 4
_VOORSPEL = {"uiterste dag": "uiterlijk", "laatste dag": "tot en met", "vroegste dag": "op zijn vroegst"}


def _namen(tender: Tender) -> tuple[str, ...]:
    return tuple(t.naam for t in tender.termijnen)


class TermijnInvoer(Invoer):
    termijn: Annotated[str, KeuzesUit(_namen)] = Field(
        title="Termijn",
        description="wat er moet gebeuren, bijvoorbeeld: Startbericht (305) sturen",
        min_length=1,
        max_length=200,
    )
    datum: Dag = Field(
        title="Datum",
        description="de dag waarop de termijn begint of eindigt, zoals de eerste afspraak of de einddatum",
    )
    peildatum: Dag | None = Field(
        None, title="Peildatum", description="dag vanaf wanneer u aftelt, meestal vandaag; mag leeg blijven"
    )


def bereken_termijn(tender: Tender, invoer: TermijnInvoer) -> Uitkomst:
    """The day on which a term of the catalogue ends. `waarden`: dag, begin, herhalingen (dates), werkdag.

    InvoerFout when the term is not known or the name fits more than one.
    """
    termijn = zoek_termijn(tender, invoer.termijn)
    norm = tender.norm(termijn.van, termijn.grootheid)
    plaats = tender.vindplaats(termijn.van)
    begin = _begin(termijn, invoer.datum)
    dag = _einde(termijn, norm, begin, 1)
    herhalingen = [_einde(termijn, norm, begin, keer) for keer in range(2, _HERHALINGEN + 1)]
    if not termijn.herhaalt:
        herhalingen = []
    antwoord = f"{termijn.naam}: {_VOORSPEL[termijn.betekenis]} {dag_in_woorden(dag)} ({plaats})."
    if invoer.peildatum is not None:
        antwoord += f" Dat is {afstand(invoer.peildatum, dag)}."
    return Uitkomst(
        rekentool="termijn",
        antwoord=antwoord,
        invoer=invoer.model_dump(),
        waarden={
            "termijn": termijn.sleutel,
            "begin": begin,
            "dag": dag,
            "betekenis": termijn.betekenis,
            "werkdag": is_werkdag(dag),
            "herhalingen": herhalingen,
            "dagen_over": None if invoer.peildatum is None else (dag - invoer.peildatum).days,
        },
        stappen=tuple(_stappen(termijn, norm, plaats, invoer.datum, begin, dag, herhalingen)),
        vindplaatsen=(plaats,),
        opmerkingen=tuple(_opmerkingen(tender, termijn, norm, begin, dag)),
    )


def zoek_termijn(tender: Tender, gevraagd: str) -> Termijn:
    """The term with this sleutel or naam, or the one that is clearly meant. InvoerFout names the nearest."""
    wanted = plat(gevraagd)
    for termijn in tender.termijnen:
        if wanted in (plat(termijn.sleutel), plat(termijn.naam)):
            return termijn
    named = [t for t in tender.termijnen if wanted in {plat(s) for s in t.synoniemen}]
    if len(named) == 1:
        return named[0]
    if not named:
        scores = {t: _gelijkenis(gevraagd, t) for t in tender.termijnen}
        named = sorted(scores, key=lambda t: -scores[t])[:3]
        if named and scores[named[0]] >= _ZEKER and scores[named[0]] > scores[named[1]]:
            return named[0]
    raise InvoerFout(_onbekend(gevraagd, named))


def _gelijkenis(gevraagd: str, termijn: Termijn) -> float:
    best = process.extractOne(
        gevraagd, (termijn.naam, *termijn.synoniemen), scorer=fuzz.token_sort_ratio, processor=default_process
    )
    return best[1]


def _onbekend(gevraagd: str, near: Iterable[Termijn]) -> str:
    names = "; ".join(t.naam for t in near)
    if re.search(r"\b3\d\d\b", gevraagd):
        return (
            f"Voor {gevraagd} noemt het document geen eigen termijn. De reactietermijnen van het "
            f"berichtenverkeer staan in bijlage 3 van het landelijke SAP (eis 43). Wel bekend: {names}."
        )
    return f"Welke termijn bedoelt u met {gevraagd}? Het dichtst in de buurt: {names}."


def _begin(termijn: Termijn, datum: date) -> date:
    match termijn.begin:
        case "dag":
            return datum
        case "dag ervoor":
            return datum - timedelta(days=1)
        case "einde maand":
            return datum.replace(day=monthrange(datum.year, datum.month)[1])
        case "einde jaar":
            return date(datum.year, 12, 31)


def _einde(termijn: Termijn, norm: Norm, begin: date, keer: int) -> date:
    if norm.eenheid == "datum":
        maand, dag = map(int, norm.waarde.split("-"))
        jaarlijks = date(begin.year, maand, dag)
        if jaarlijks <= begin:
            jaarlijks = date(begin.year + 1, maand, dag)
        return jaarlijks - timedelta(days=1) if _dag_zelf_te_laat(norm) else jaarlijks
    aantal, eenheid = _duur(norm)
    return verschuif(begin, aantal * keer if termijn.richting == "na" else -aantal * keer, eenheid)


def _duur(norm: Norm) -> tuple[int, Tijdseenheid]:
    if norm.eenheid == "leeftijd in jaren":
        maanden = Decimal(norm.waarde) * 12
        return int(maanden), "maand"
    eenheid: Tijdseenheid = next(e for e in _EENHEDEN if e == norm.eenheid)
    return int(norm.waarde), eenheid


_EENHEDEN: tuple[Tijdseenheid, ...] = get_args(Tijdseenheid)


def _dag_zelf_te_laat(norm: Norm) -> bool:
    """ "voor 1 april" ends the day before; the catalogue writes such a moment with "voor" in front."""
    return norm.moment.split()[:1] == ["voor"]


def _stappen(
    termijn: Termijn, norm: Norm, plaats: str, datum: date, begin: date, dag: date, herhalingen: list[date]
) -> Iterable[Stap]:
    yield Stap(termijn.gebeurtenis.capitalize(), "", dag_in_woorden(datum))
    if begin != datum:
        what = {
            "dag ervoor": "De dag zelf telt mee, dus begint de telling na",
            "einde maand": "De telling begint na het einde van die maand",
            "einde jaar": "De telling begint bij het einde van dat jaar",
        }[termijn.begin]
        yield Stap(what, "", dag_in_woorden(begin), plaats)
    if norm.eenheid == "datum":
        yield Stap("Vaste dag in het jaar", norm.moment, dag_in_woorden(dag), plaats)
    else:
        aantal, eenheid = _duur(norm)
        lengte = duur_in_woorden(aantal, eenheid)
        teken = "plus" if termijn.richting == "na" else "min"
        yield Stap(f"Termijn van {lengte}", f"{begin:%d-%m-%Y} {teken} {lengte}", dag_in_woorden(dag), plaats)
    if herhalingen:
        yield Stap("Daarna steeds zo veel later", "", "; ".join(map(dag_in_woorden, herhalingen)), plaats)


def _opmerkingen(tender: Tender, termijn: Termijn, norm: Norm, begin: date, dag: date) -> Iterable[str]:
    if termijn.toelichting:
        yield termijn.toelichting
    if norm.eenheid == "datum":
        if _dag_zelf_te_laat(norm):
            yield f"Er staat {norm.moment.split(',')[0]}: die dag zelf is te laat."
    elif norm.eenheid != "leeftijd in jaren" and termijn.begin != "dag ervoor":
        aantal, eenheid = _duur(norm)
        yield from telwijze(begin, aantal if termijn.richting == "na" else -aantal, eenheid, dag)
    if termijn.betekenis == "uiterste dag":
        yield from geen_werkdag(dag)
    yield from (twijfel(tender, id) for id in termijn.inconsistenties)


TERMIJN = Rekentool(
    sleutel="termijn",
    naam="Termijn uitrekenen",
    uitleg=(
        "Op welke dag moet iets klaar zijn? Kies een termijn uit het inkoopdocument, zoals die van een "
        "klacht, een declaratie of een dossier. Geef ook de dag waarop zij begint."
    ),
    vindplaatsen=("eis 12", "eis 20", "eis 35", "eis 43", "eis 47", "eis 80", "§4.1"),
    invoer=TermijnInvoer,
    reken=bereken_termijn,
    voorbeeld={"termijn": "Startbericht (305) sturen", "datum": "20-04-2023"},
)
