"""The shortlist: which steps follow each other, and what they mean for the next round. Rules only.

The system proposes a place; every step after it is a person's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from matcher import Vastlegging


@dataclass(frozen=True, slots=True)
class Stand:
    """`volgende`: keys of the steps that may follow. `weigering`: the place is off, and a reason is asked."""

    naam: str
    volgende: tuple[str, ...]
    weigering: bool = False


BEGIN = ""
_AF = ("gezin_niet", "aanbieder_niet", "ingetrokken")
STANDEN: Mapping[str, Stand] = {
    BEGIN: Stand("Nog niets gedaan", ("voorgesteld",)),
    "voorgesteld": Stand("Voorgesteld", ("aanbieder_akkoord", "aanbieder_niet", "ingetrokken")),
    "aanbieder_akkoord": Stand("Aanbieder akkoord", ("gezin_akkoord", *_AF)),
    "gezin_akkoord": Stand("Ouders en jeugdige akkoord", ("kennismaking", *_AF)),
    "kennismaking": Stand("Kennismaking", ("geplaatst", *_AF)),
    "geplaatst": Stand("Geplaatst", ()),
    "aanbieder_niet": Stand("Aanbieder niet akkoord", ("voorgesteld",), weigering=True),
    "gezin_niet": Stand("Ouders of jeugdige niet akkoord", ("voorgesteld",), weigering=True),
    "ingetrokken": Stand("Ingetrokken door de coördinator", ("voorgesteld",), weigering=True),
}

VAST = frozenset({"aanbieder_akkoord", "gezin_akkoord", "kennismaking", "geplaatst"})
"""From here on the next round keeps the place."""

ACCEPTEERT = "gezin_akkoord"
"""The step at which a place is accepted by all; whatever differs from what comes first is explained here."""
AANVAARD = frozenset({"gezin_akkoord", "kennismaking", "geplaatst"})
"""From here on a letter can be written."""

REDENEN: Mapping[str, str] = {
    "geen_plek": "Er is toch geen plek",
    "past_niet": "De groep past niet bij de jeugdige, of andersom",
    "te_ver": "Te ver van huis",
    "gezinsgericht": "Een plek in een gezin heeft de voorkeur",
    "broer_zus": "Broers en zussen horen bij elkaar",
    "wens": "Ouders of jeugdige willen iets anders",
    "situatie": "De situatie is veranderd",
    "anders": "Anders, zie de toelichting",
}
"""Why a place is refused or another than the proposed one is chosen."""


class Stap(Protocol):
    """A step, as it is kept."""

    @property
    def jeugdige_id(self) -> str: ...
    @property
    def groep_id(self) -> str: ...
    @property
    def stand(self) -> str: ...


@dataclass(frozen=True, slots=True)
class StapFout:
    """`veld`: the field of the form."""

    veld: str
    tekst: str


def controleer(huidig: Stap | None, stand: str, groep_id: str, redencode: str, reden: str) -> list[StapFout]:
    """What is wrong with a next step; nothing when it may be taken."""
    nu = huidig.stand if huidig else BEGIN
    if stand not in STANDEN[nu].volgende:
        return [StapFout("stand", f"Dit kan niet na: {STANDEN[nu].naam.lower()}. Laad de pagina opnieuw.")]
    if stand != "voorgesteld" and huidig and groep_id != huidig.groep_id:
        return [StapFout("stand", "Deze stap hoort bij een andere groep. Laad de pagina opnieuw.")]
    fouten = []
    if STANDEN[stand].weigering and redencode not in REDENEN:
        fouten.append(StapFout("redencode", "Kies een reden."))
    if redencode == "anders" and not reden.strip():
        fouten.append(StapFout("reden", "Schrijf op wat de reden is."))
    return fouten


def laatste(stappen: Iterable[Stap]) -> dict[str, Stap]:
    """The latest step by jeugdige, out of steps with the oldest first."""
    return {stap.jeugdige_id: stap for stap in stappen}


def gekozen(stappen: Iterable[Stap]) -> dict[str, str]:
    """The groep that people hold on to, by jeugdige."""
    return {j: stap.groep_id for j, stap in laatste(stappen).items() if not STANDEN[stap.stand].weigering}


def vastleggingen(
    stappen: Sequence[Stap], gepland: Mapping[str, Sequence[tuple[int, str]]]
) -> list[Vastlegging]:
    """What the steps of a round mean for the next one: refused places never again, agreed places stay.

    `gepland`: phases and groepen of the plan, by jeugdige.
    """
    uit: dict[tuple[str, int, str], bool] = {}
    for stap in stappen:
        if STANDEN[stap.stand].weigering:
            for fase, groep in gepland.get(stap.jeugdige_id, ()):
                if groep == stap.groep_id:
                    uit[stap.jeugdige_id, fase, groep] = False
            uit[stap.jeugdige_id, 1, stap.groep_id] = False
    for jeugdige_id, stap in laatste(stappen).items():
        if stap.stand in VAST:
            uit[jeugdige_id, 1, stap.groep_id] = True
    return [Vastlegging(j, fase, groep, vast) for (j, fase, groep), vast in sorted(uit.items())]
