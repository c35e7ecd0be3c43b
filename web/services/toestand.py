"""How the system stands at this moment: can it take requests, and does its work get done."""

import shutil
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from web.models.base import now
from web.repositories import toestand as tellingen
from web.state import State

SCHIJF_NODIG = 200 * 1024 * 1024
"""Bytes. With less room no upload or plan can be kept for certain."""
WACHT_TE_LANG = 300.0
"""Seconds. When nothing runs and a job waits longer than this, nobody works on the queue."""


@dataclass(frozen=True, slots=True)
class Toestand:
    """`database`: it answers. `schijf_vrij`: bytes free in the data folder. `wachtend`, `bezig`: jobs.
    `wacht_al`: seconds that the first job in the queue waits."""

    database: bool
    schijf_vrij: int
    wachtend: int = 0
    bezig: int = 0
    wacht_al: float = 0.0

    @property
    def delen(self) -> dict[str, bool]:
        """Whether each part is fine."""
        return {
            "database": self.database,
            "schijf": self.schijf_vrij >= SCHIJF_NODIG,
            "wachtrij": self.bezig > 0 or self.wacht_al <= WACHT_TE_LANG,
        }

    @property
    def klaar(self) -> bool:
        return all(self.delen.values())


def toestand(state: State, moment: datetime | None = None) -> Toestand:
    """Look now; `moment` (UTC) stands for now in tests."""
    vrij = shutil.disk_usage(state.settings.data).free
    try:
        with state.toegang.systeem() as session:
            wachtend, bezig, oudste = tellingen.wachtrij(session)
    except SQLAlchemyError:
        return Toestand(database=False, schijf_vrij=vrij)
    wacht_al = ((moment or now()) - oudste).total_seconds() if oudste else 0.0
    return Toestand(True, vrij, wachtend, bezig, wacht_al)
