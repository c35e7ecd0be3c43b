"""A tender of a region: until when bids come in, and the public key that locks them."""

from datetime import datetime

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from web.kluis.fase import Planning
from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom


class Aanbesteding(Eigendom, Base):
    """A tender is public: bidders of every organisation read it. Only the region that owns it changes it."""

    __tablename__ = "aanbestedingen"
    iedereen_leest = True

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    naam: Mapped[str]
    catalogus: Mapped[str]
    """Key of its catalogue, a folder of knowledge/tenders."""
    sluiting: Mapped[datetime]
    """Closing moment, UTC: a bid has to be in before it."""
    venster_uren: Mapped[int]
    """The vault may be opened from the closing until so many hours later."""
    kluis_ontvanger: Mapped[str | None] = mapped_column(default=None)
    """Public key of the vault; None until the vault is ready and bids may come in."""
    geopend: Mapped[datetime | None] = mapped_column(default=None)
    """When two people opened the vault, UTC."""
    gemaakt: Mapped[datetime] = mapped_column(default=now)
    percelen: Mapped[list[int]] = mapped_column(JSON, default=list)
    """Those that are tendered; empty: all of the catalogue."""
    mijlpalen: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    """By id of a `Mijlpaal` of the catalogue its day (ISO) in this tender."""
    wegingen: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    """By id of a `Criterium` its weight in percent, where it is not the catalogue's."""

    @property
    def planning(self) -> Planning:
        return Planning(
            self.sluiting, self.venster_uren, self.kluis_ontvanger is not None, self.geopend is not None
        )
