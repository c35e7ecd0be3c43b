"""What an assessor reads first of a bid: all that may lead to exclusion or to setting it aside."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from compliance.namen import STATUSNAMEN
from compliance.rapport import EisStatus, Rapport
from compliance.tekst import opsomming
from web.contexts.lezen import Besluitregel

_ERGST: tuple[EisStatus, ...] = ("strijdig", "ontbreekt", "deels")


@dataclass(frozen=True, slots=True)
class Eerst:
    """One reason. `stand`: "goed", "let-op" or "fout"; `adres`: on the page of the bid or below it."""

    naam: str
    stand: str
    tekst: str
    adres: str


@dataclass(frozen=True, slots=True)
class Besluittelling:
    """How often people decided about a proposal of this status, and how often otherwise."""

    voorstel: str
    besluiten: int
    anders: int


def eerst(rapport: Rapport, bevindingen: Mapping[int, Besluitregel]) -> tuple[Eerst, ...]:
    """`rapport`: with the statuses that count; `bevindingen`: by number what people decided."""
    return (
        _knockouts(rapport, bevindingen),
        _stukken(rapport),
        _financieel(rapport),
        _percelen(rapport, bevindingen),
        _eisen(rapport, "Eisen A t/m L", letters=True),
        _eisen(rapport, "Andere eisen", letters=False),
    )


def tel_besluiten(besluiten: Iterable[Besluitregel]) -> tuple[Besluittelling, ...]:
    """By proposed status, in the order of the statuses."""
    regels = list(besluiten)
    alle = Counter(r.voorstel for r in regels)
    anders = Counter(r.voorstel for r in regels if r.anders)
    return tuple(
        Besluittelling(naam, alle[naam], anders[naam]) for naam in STATUSNAMEN.values() if alle[naam]
    )


def _knockouts(rapport: Rapport, bevindingen: Mapping[int, Besluitregel]) -> Eerst:
    nummers = [n for n, b in enumerate(rapport.bevindingen, 1) if b.ernst == "knock-out"]
    weg = sum(bevindingen[n].anders for n in nummers if n in bevindingen)
    staan = len(nummers) - weg
    tekst = f"{staan} gevonden" if staan else "geen"
    if weg:
        tekst += f"; {weg} {'klopt' if weg == 1 else 'kloppen'} niet volgens een beoordelaar"
    adres = f"bevinding/{nummers[0]}" if nummers else "#knockouts"
    return Eerst("Knock-outs", "fout" if staan else "goed", tekst, adres)


def _stukken(rapport: Rapport) -> Eerst:
    telling = Counter(s.status for s in rapport.stukken)
    mis = [(telling[s], s) for s in ("ontbreekt", "onvolledig", "verlopen") if telling[s]]
    tekst = opsomming(f"{aantal} {status}" for aantal, status in mis) or "alle stukken gevonden"
    stand = "fout" if telling["ontbreekt"] else "let-op" if mis else "goed"
    return Eerst("Stukken", stand, tekst, "#stukken")


def _financieel(rapport: Rapport) -> Eerst:
    financieel = rapport.financieel
    tekst = financieel.oordeel or "geen cijfers gevonden om mee te rekenen"
    if financieel.continuiteit_negatief:
        return Eerst("Financiële normen", "fout", f"{tekst}; negatieve verwachting", "#financieel")
    return Eerst("Financiële normen", "goed" if tekst == "geen gevolg" else "let-op", tekst, "#financieel")


def _percelen(rapport: Rapport, bevindingen: Mapping[int, Besluitregel]) -> Eerst:
    if not rapport.percelen:
        return Eerst("Regels voor percelen", "fout", "de percelen zijn niet gevonden", "#bestanden")
    punten = [
        n
        for n, b in enumerate(rapport.bevindingen, 1)
        if b.soort == "perceelcombinatie" and not (n in bevindingen and bevindingen[n].anders)
    ]
    if not punten:
        return Eerst("Regels voor percelen", "goed", "niets gevonden", "#knockouts")
    return Eerst("Regels voor percelen", "fout", _aantal(len(punten), "punt"), f"bevinding/{punten[0]}")


def _eisen(rapport: Rapport, naam: str, *, letters: bool) -> Eerst:
    eisen = [o for o in rapport.eisen if o.id.isalpha() == letters and o.status != "nvt"]
    telling = Counter(o.status for o in eisen)
    mis = [(telling[s], STATUSNAMEN[s].lower()) for s in _ERGST if telling[s]]
    if not eisen:
        return Eerst(naam, "goed", "niet van toepassing", "#eisen")
    tekst = opsomming(f"{aantal} {status}" for aantal, status in mis) or "geen die afwijkt"
    eerste = next((o.id for s in _ERGST for o in eisen if o.status == s), eisen[0].id)
    stand = "fout" if telling["strijdig"] else "let-op" if mis else "goed"
    return Eerst(naam, stand, tekst, f"eis/{eerste}")


def _aantal(aantal: int, wat: str) -> str:
    return f"{aantal} {wat}{'' if aantal == 1 else 'en'}"
