"""What the Regionaal Expertise Team needs when no place fits (eis 104)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from web.models import Besluitstap
from web.services import besluiten as regels
from web.services.afwijkingen import in_woorden
from web.services.kindbeeld import Hulpregel, Kindbeeld, Trechterregel


@dataclass(frozen=True, slots=True)
class Poging:
    """A step that people took, in this ronde or an earlier one."""

    tijd: datetime
    ronde: str
    wat: str
    groep_id: str
    waarom: str
    weigering: bool


@dataclass(frozen=True, slots=True)
class Escalatie:
    """`hulp`: what would give a place, with its price; None while nobody had it worked out."""

    jeugdige_id: str
    feiten: tuple[tuple[str, str], ...]
    geplaatst: tuple[str, ...]
    trechters: tuple[tuple[Trechterregel, ...], ...]
    pogingen: tuple[Poging, ...]
    hulp: tuple[Hulpregel, ...] | None

    @property
    def weigeringen(self) -> int:
        return sum(poging.weigering for poging in self.pogingen)


def maak_escalatie(
    beeld: Kindbeeld, stappen: Sequence[Besluitstap], rondenamen: Mapping[str, str]
) -> Escalatie:
    """`stappen` of this jeugdige in all rounds, the oldest first."""
    return Escalatie(
        beeld.jeugdige_id,
        beeld.feiten,
        tuple(f"{f.groep_id}, {f.locatie}, vanaf {f.van:%d-%m-%Y}" for f in beeld.fasen),
        beeld.trechters or tuple(f.trechter for f in beeld.fasen),
        tuple(
            Poging(
                stap.tijd,
                rondenamen.get(stap.ronde_id, ""),
                regels.STANDEN[stap.stand].naam,
                stap.groep_id,
                ". ".join(_waarom(stap)),
                regels.STANDEN[stap.stand].weigering,
            )
            for stap in stappen
        ),
        beeld.hulp,
    )


def _waarom(stap: Besluitstap) -> tuple[str, ...]:
    reden = ": ".join(deel for deel in (regels.REDENEN.get(stap.redencode, ""), stap.reden) if deel)
    return (*((reden,) if reden else ()), *in_woorden(stap.afwijkingen or {}))


def prijs(hulp: Hulpregel) -> str:
    """What it does to the whole plan, in words."""
    if hulp.meerkosten <= 0:
        return (
            f"het hele plan wordt {-hulp.meerkosten} punten beter"
            if hulp.meerkosten
            else "kost het plan niets"
        )
    return f"kost het hele plan {hulp.meerkosten} punten"
