"""Which tariefgroep a function falls in: the list of bijlage XII, or the function on it that is nearest.

Source: bijlage XII and §8.5.1 (a function that is not on the list takes that of the nearest one; the same
help may not be given by a higher tariefgroep when a lower one can; doubt is for the client to settle).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from knowledge.catalogue import Tender
from knowledge.catalogue.models import Functie
from knowledge.errors import InvoerFout

ZEKER = 95.0
"""From this score on the name counts as the same (a typing slip at most)."""
TE_VER = 70.5
"""Below this score no function on the list is near enough to name."""


@dataclass(frozen=True)
class Functiekeuze:
    """The function found for a name. `gelijkenis` from 0 to 100; `anderen`: as near, other tariefgroep."""

    gevraagd: str
    functie: Functie
    gelijkenis: float
    anderen: tuple[Functie, ...] = ()

    @property
    def zeker(self) -> bool:
        return self.gelijkenis >= ZEKER


def zoek_functie(tender: Tender, naam: str, perceel: int | None = None) -> Functiekeuze:
    """The nearest function for `naam`, in the tariefgroep that holds for `perceel`.

    Of equally near functions the one meant for this perceel goes first, then the lowest tariefgroep.
    InvoerFout when nothing on the list is near.
    """
    if not default_process(naam):
        raise InvoerFout("Noem een functie, bijvoorbeeld: GZ-psycholoog.")
    allowed = [f for f in tender.functies if not f.alleen_percelen or perceel in (None, *f.alleen_percelen)]
    scored = sorted(((gelijkenis(naam, f), f) for f in allowed), key=lambda s: (-s[0], s[1].tariefgroep))
    if not scored or scored[0][0] < TE_VER:
        near = ", ".join(dict.fromkeys(f.naam for _, f in scored[:3]))
        raise InvoerFout(
            f"Geen functie van bijlage XII lijkt op {naam}. Het dichtst in de buurt: {near}. "
            "Overleg met de opdrachtgever in welke tariefgroep deze functie valt (§8.5.1)."
        )
    best = scored[0][0]
    ties = [f for score, f in scored if score > best - 0.5]
    chosen = min(ties, key=lambda f: (perceel not in f.alleen_percelen, f.tariefgroep))
    others = tuple(f for f in ties if f.tariefgroep != chosen.tariefgroep)
    return Functiekeuze(naam, chosen, best, others)


def gelijkenis(naam: str, functie: Functie) -> float:
    """How near a name is to a function (0-100): its spelling, or its words in any order."""
    asked = default_process(naam)
    return max(
        max(fuzz.ratio(asked, variant), fuzz.token_sort_ratio(asked, variant))
        for variant in _varianten(functie)
    )


def _varianten(functie: Functie) -> Iterator[str]:
    """The ways to write a function: "(Kinder)Psychiater" is psychiater and kinderpsychiater."""
    for naam in (functie.naam, *functie.synoniemen):
        yield default_process(naam)
        if "(" in naam:
            yield default_process(re.sub(r"\([^)]*\)", " ", naam))
            yield default_process(naam.replace("(", "").replace(")", ""))
