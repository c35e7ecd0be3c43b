"""The check of many bids at once: which are done, which are at work, and starting those that are not."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from compliance.tekst import opsomming
from web.access import Wie
from web.contexts.matrix import Reeksregel
from web.jobs.jobs import Jobs
from web.models import Inschrijving, Job, JobStatus
from web.repositories import jobs as rijen
from web.services.overzicht import regels_van


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a batch is."""

    klaar: int
    aantal: int
    bezig: tuple[str, ...]
    wachten: int
    mislukt: int

    @property
    def actief(self) -> bool:
        return bool(self.bezig or self.wachten)

    @property
    def te_doen(self) -> int:
        """Those that wait for nobody and are not done."""
        return self.aantal - self.klaar - len(self.bezig) - self.wachten

    def in_woorden(self) -> str:
        zin = f"{self.klaar} van {self.aantal} nagekeken."
        if self.bezig:
            zin += f" Nu bezig: {opsomming(self.bezig)}."
        if self.wachten:
            zin += f" {self.wachten} {'wacht' if self.wachten == 1 else 'wachten'}."
        if self.mislukt:
            zin += f" {self.mislukt} mislukt."
        return zin


def stand(session: Session, inschrijvingen: Sequence[Inschrijving]) -> Stand:
    bij = rijen.of_subjects(session, [i.id for i in inschrijvingen])
    statussen = [(i, bij[i.id].status) for i in inschrijvingen if i.id in bij]
    return Stand(
        klaar=sum(s == JobStatus.DONE for _, s in statussen),
        aantal=len(inschrijvingen),
        bezig=tuple(i.naam for i, s in statussen if s == JobStatus.RUNNING),
        wachten=sum(s == JobStatus.WAITING for _, s in statussen),
        mislukt=sum(s == JobStatus.FAILED for _, s in statussen),
    )


def regels(session: Session, inschrijvingen: Sequence[Inschrijving]) -> tuple[Reeksregel, ...]:
    """Those that run first, then what waits, went wrong or was stopped, then what is done."""
    volgorde = ("bezig", "wacht", "mislukt", "gestopt", "klaar")
    gevonden = (
        Reeksregel(r.adres, r.naam, r.toestand, r.uitslag) for r in regels_van(session, list(inschrijvingen))
    )
    return tuple(sorted(gevonden, key=lambda r: volgorde.index(r.toestand)))


def start(session: Session, jobs: Jobs, wie: Wie, inschrijvingen: Sequence[Inschrijving]) -> int:
    """Have every bid checked that was not; returns how many."""
    bij = rijen.of_subjects(session, [i.id for i in inschrijvingen])
    over = [i for i in inschrijvingen if not _klaar_of_bezig(bij.get(i.id))]
    for inschrijving in over:
        jobs.submit(session, wie.organisatie_id, "inschrijving", inschrijving.id)
    return len(over)


def _klaar_of_bezig(job: Job | None) -> bool:
    return job is not None and (job.active or job.status == JobStatus.DONE)
