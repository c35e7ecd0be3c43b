"""Does a provider meet the conditions of a perceel, and where does it fall back to (§5.6, §4.3.1).

All conditions of a perceel hold together, with those of the perceel on which it builds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from knowledge.calculators.getal import euro, getal
from knowledge.calculators.woorden import opsomming
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Norm, Perceel, Perceelvoorwaarde


@dataclass(frozen=True, slots=True)
class Feit:
    """What a provider says about one condition, as far as the condition asks for it."""

    genoemd: frozenset[str] = frozenset()
    """Names or codes, to hold against `Perceelvoorwaarde.een_van`."""
    aantal: Decimal | None = None
    """A quantity in the unit of the norm; None: not given."""
    ja: bool = False
    """The answer where the condition names neither values nor a norm."""


@dataclass(frozen=True, slots=True)
class Voorwaardetoets:
    """One condition held against a fact. `perceel`: the one whose condition it is; `gegeven`: in words,
    empty where the answer says it all."""

    perceel: Perceel
    voorwaarde: Perceelvoorwaarde
    voldaan: bool
    gegeven: str


def keten(tender: Tender, nummer: int) -> tuple[Perceel, ...]:
    """The percelen whose conditions hold for this one: what it builds on first, itself last."""
    for perceel in tender.percelen:
        if perceel.nummer == nummer:
            return (*(keten(tender, perceel.bouwt_op) if perceel.bouwt_op else ()), perceel)
    return ()


def terugval(tender: Tender, nummer: int) -> tuple[Perceel, ...]:
    """This perceel and, in order, those that are looked at after it (§4.3.1)."""
    for perceel in tender.percelen:
        if perceel.nummer == nummer:
            verder = terugval(tender, perceel.valt_terug_op) if perceel.valt_terug_op else ()
            return (perceel, *verder)
    return ()


def toets_voorwaarden(tender: Tender, nummer: int, feiten: Mapping[str, Feit]) -> tuple[Voorwaardetoets, ...]:
    """Every condition of a perceel against the facts, by the sleutel of the condition."""
    return tuple(
        _toets(perceel, voorwaarde, feiten[voorwaarde.sleutel])
        for perceel in keten(tender, nummer)
        for voorwaarde in perceel.voorwaarden
    )


def haalt(norm: Norm, waarde: Decimal) -> bool:
    """Does a quantity meet a norm with a number, the bound itself included where the norm says so?"""
    grens = Decimal(norm.waarde)
    match norm.vergelijking:
        case "minstens" | "vanaf":
            return waarde >= grens
        case "hoogstens" | "uiterlijk":
            return waarde <= grens
        case "meer dan":
            return waarde > grens
        case "minder dan":
            return waarde < grens
        case "precies":
            return waarde == grens


def norm_tekst(norm: Norm) -> str:
    """ "minstens € 250.000", "minstens 5 fte"."""
    return f"{norm.vergelijking} {_hoeveel(Decimal(norm.waarde), norm)}"


def _toets(perceel: Perceel, voorwaarde: Perceelvoorwaarde, feit: Feit) -> Voorwaardetoets:
    delen: list[tuple[bool, str]] = []
    if voorwaarde.een_van:
        past = [naam for naam in voorwaarde.een_van if naam in feit.genoemd]
        gegeven = opsomming(past or sorted(feit.genoemd)) or "niets opgegeven"
        delen.append((bool(past), f"{gegeven} (nodig: {opsomming(voorwaarde.een_van, 'of')})"))
    for norm in voorwaarde.normen:
        if feit.aantal is None:
            delen.append((False, f"niet opgegeven (nodig: {norm_tekst(norm)})"))
        else:
            tekst = f"{_hoeveel(feit.aantal, norm)} (nodig: {norm_tekst(norm)})"
            delen.append((haalt(norm, feit.aantal), tekst))
    voldaan = all(goed for goed, _ in delen) if delen else feit.ja
    return Voorwaardetoets(perceel, voorwaarde, voldaan, "; ".join(tekst for _, tekst in delen))


def _hoeveel(waarde: Decimal, norm: Norm) -> str:
    if norm.eenheid == "euro":
        return euro(waarde)
    return getal(waarde) if norm.eenheid == "aantal" else f"{getal(waarde)} {norm.eenheid}"
