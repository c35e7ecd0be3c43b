"""In which phase a tender is at a moment. The moment comes in; there is no clock here."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SAMEN = timedelta(minutes=30)
"""So long after the first the second person may come."""


class Fase(StrEnum):
    VOORBEREIDING = "voorbereiding"
    """The vault is not ready: no bids yet."""
    OPEN = "open"
    """Bids come in."""
    GESLOTEN = "gesloten"
    """Closed, and two people may open the vault."""
    VERLOPEN = "verlopen"
    """Closed, and the time to open the vault has passed."""
    GEOPEND = "geopend"


@dataclass(frozen=True, slots=True)
class Planning:
    """What decides the phase; moments in UTC. `klaar`: the vault is ready."""

    sluiting: datetime
    venster_uren: int
    klaar: bool
    geopend: bool

    @property
    def open_tot(self) -> datetime:
        """Until then the vault may be opened."""
        return self.sluiting + timedelta(hours=self.venster_uren)

    def fase(self, nu: datetime) -> Fase:
        """A bid has to be in before the closing; at that moment itself it is too late (3.6)."""
        if self.geopend:
            return Fase.GEOPEND
        if not self.klaar:
            return Fase.VOORBEREIDING
        if nu < self.sluiting:
            return Fase.OPEN
        return Fase.GESLOTEN if nu < self.open_tot else Fase.VERLOPEN
