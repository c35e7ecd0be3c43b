"""A judged bid as the assessors have it: its report, and what people decided about it."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from compliance.rapport import Rapport
from web.contexts.lezen import Besluitregel
from web.models import Bevindingbesluit, Eisbesluit, Inschrijving, JobStatus
from web.repositories import bevindingbesluiten, eisbesluiten, inschrijvingen, jobs
from web.services import bevindingbesluiten as over_bevindingen
from web.services import eisbesluiten as over_eisen
from web.services.inschrijvingen import Inschrijvingsmap
from web.services.lezen import Leespunt, leeslijst
from web.settings import Settings


class NietBeoordeeld(Exception):
    """There is no such bid, or it was not checked yet."""


@dataclass(frozen=True)
class Beoordeeld:
    """`voorstel`: the report as it was made; `rapport`: with the statuses that count. `eisen`: by eis, and
    `bevindingen`: by number in the report, the decision that counts."""

    inschrijving: Inschrijving
    map: Inschrijvingsmap
    voorstel: Rapport
    rapport: Rapport
    eisbesluiten: list[Eisbesluit]
    bevindingbesluiten: list[Bevindingbesluit]
    eisen: dict[str, Besluitregel]
    bevindingen: dict[int, Besluitregel]

    @property
    def adres(self) -> str:
        return f"/{self.inschrijving.doel}/{self.inschrijving.id}"

    @property
    def lijst(self) -> tuple[Leespunt, ...]:
        return leeslijst(self.rapport, self.eisen, self.bevindingen)


def beoordeeld(session: Session, settings: Settings, id_: str) -> Beoordeeld:
    """Raises NietBeoordeeld."""
    inschrijving, job = inschrijvingen.get(session, id_), jobs.of_subject(session, id_)
    if inschrijving is None or inschrijving.doel != "beoordeling":
        raise NietBeoordeeld
    if job is None or job.status != JobStatus.DONE:
        raise NietBeoordeeld
    map_ = Inschrijvingsmap.of(settings, id_)
    voorstel = map_.rapport()
    van_eisen, van_bevindingen = eisbesluiten.of(session, id_), bevindingbesluiten.of(session, id_)
    eisen = over_eisen.geldende(over_eisen.regels(van_eisen))
    _ = inschrijving.bestanden  # loaded while the session is open
    return Beoordeeld(
        inschrijving=inschrijving,
        map=map_,
        voorstel=voorstel,
        rapport=over_eisen.met_besluiten(voorstel, eisen),
        eisbesluiten=van_eisen,
        bevindingbesluiten=van_bevindingen,
        eisen=eisen,
        bevindingen=over_bevindingen.geldende(voorstel, van_bevindingen),
    )
