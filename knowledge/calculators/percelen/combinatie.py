"""Do percelen go together: the rules of the catalogue, each held against a choice of percelen.

Source: §4.3.1 (and §5.6 for what a provider must be able to offer).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from knowledge.calculators.woorden import percelen_tekst, reeks
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Combinatieregel

Oordeel = Literal["voldaan", "geweigerd", "andere indeling", "navragen"]


@dataclass(frozen=True, slots=True)
class Toets:
    """One rule held against a choice. `percelen`: those of the choice that it speaks of."""

    regel: Combinatieregel
    percelen: tuple[int, ...]
    oordeel: Oordeel
    reden: str
    """Why it is broken or open, or by which exception it holds; empty where it simply holds."""


def toets_combinatie(
    tender: Tender, percelen: frozenset[int], vormen: frozenset[str] = frozenset()
) -> tuple[Toets, ...]:
    """Every rule on which percelen go together that speaks of this choice.

    `vormen`: the kinds of wonen and verblijf that would be offered; empty where they are not known.
    """
    return tuple(
        toets
        for regel in tender.combinatieregels
        if regel.soort in ("hoogstens_een_van", "vereist", "alleen_als")
        for toets in _toets(tender, regel, percelen, vormen)
    )


def toets_voorzieningen(
    tender: Tender, percelen: frozenset[int], vormen: frozenset[str], voorzieningen: frozenset[str]
) -> tuple[Toets, ...]:
    """Every rule on how many voorzieningen must be offered within the chosen percelen."""
    return tuple(
        toets
        for regel in tender.combinatieregels
        if regel.minstens_voorzieningen and (not regel.vormen or vormen & set(regel.vormen))
        for toets in _aantallen(tender, regel, percelen, voorzieningen)
    )


def geweigerd(tender: Tender, percelen: frozenset[int], vormen: frozenset[str]) -> tuple[Toets, ...]:
    """The rules for which this choice of percelen is refused; empty where it is allowed."""
    return tuple(t for t in toets_combinatie(tender, percelen, vormen) if t.oordeel == "geweigerd")


def _toets(
    tender: Tender, regel: Combinatieregel, percelen: frozenset[int], vormen: frozenset[str]
) -> Iterator[Toets]:
    gekozen = percelen & set(regel.percelen)
    if not gekozen:
        return
    if regel.soort == "hoogstens_een_van":
        reden = "" if len(gekozen) == 1 else _meer_dan_een(regel, gekozen)
        yield _maak(regel, gekozen, reden)
        return
    if percelen & set(regel.met):
        yield _maak(regel, gekozen, "")
        return
    for uitzondering in _uitzonderingen(tender, regel, vormen):
        vrij = gekozen & set(uitzondering.percelen)
        gekozen -= vrij
        if vrij and (uitzondering.vormen or uitzondering.gevolg == "navragen"):
            oordeel: Oordeel = "navragen" if uitzondering.gevolg == "navragen" else "voldaan"
            yield Toets(uitzondering, tuple(sorted(vrij)), oordeel, uitzondering.samenvatting)
    if gekozen:
        yield _maak(regel, gekozen, _niet_zonder(regel, gekozen))


def _maak(regel: Combinatieregel, percelen: frozenset[int], reden: str) -> Toets:
    return Toets(regel, tuple(sorted(percelen)), regel.gevolg if reden else "voldaan", reden)


def _uitzonderingen(
    tender: Tender, regel: Combinatieregel, vormen: frozenset[str]
) -> Iterator[Combinatieregel]:
    """The exceptions that hold for who offers exactly these vormen; one vorm besides ends an exception."""
    for other in tender.combinatieregels:
        past = not other.vormen or (bool(vormen) and vormen <= set(other.vormen))
        if other.soort == "uitzondering" and other.uitzondering_op == regel.id and past:
            yield other


def _meer_dan_een(regel: Combinatieregel, gekozen: frozenset[int]) -> str:
    return (
        f"Van {percelen_tekst(regel.percelen)} mag er hoogstens één worden gekozen; "
        f"gekozen zijn {reeks(gekozen)}."
    )


def _niet_zonder(regel: Combinatieregel, gekozen: frozenset[int]) -> str:
    naam = percelen_tekst(gekozen)
    kan = "kan" if len(gekozen) == 1 else "kunnen"
    met = f"{percelen_tekst(regel.met)}; die is niet gekozen."
    if len(regel.met) > 1:
        met = f"een van {percelen_tekst(regel.met)}; daarvan is er geen gekozen."
    return f"{naam[0].upper()}{naam[1:]} {kan} alleen samen met {met}"


def _aantallen(
    tender: Tender, regel: Combinatieregel, percelen: frozenset[int], voorzieningen: frozenset[str]
) -> Iterator[Toets]:
    for perceel in tender.percelen:
        if perceel.nummer not in percelen & set(regel.percelen):
            continue
        mogelijk = [v for v in perceel.voorzieningen if v in voorzieningen]
        if len(mogelijk) >= regel.minstens_voorzieningen:
            yield Toets(regel, (perceel.nummer,), "voldaan", "")
        else:
            yield Toets(
                regel,
                (perceel.nummer,),
                regel.gevolg,
                f"Perceel {perceel.nummer} vraagt minstens {regel.minstens_voorzieningen} "
                f"voorziening{'en' if regel.minstens_voorzieningen > 1 else ''}; "
                f"opgegeven: {', '.join(mogelijk) or 'geen'}.",
            )
