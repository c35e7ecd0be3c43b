"""Somebody asks for an account for an organisation that bids; a region's beheerder confirms it, or not."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom


class Accountaanvraag(Eigendom, Base):
    """Owned by the region that is asked. Nothing of it can log in before it is confirmed."""

    __tablename__ = "accountaanvragen"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    volgcode: Mapped[str] = mapped_column(unique=True)
    """SHA-256 of the code in the address at which the asker sees how it stands."""
    organisatie: Mapped[str]
    kvk: Mapped[str]
    naam: Mapped[str]
    inlognaam: Mapped[str]
    """E-mail address, lower case. Nothing was sent to it: the beheerder finds out whose it is."""
    wachtwoord: Mapped[str]
    """The hash; "" once decided."""
    gemaakt: Mapped[datetime] = mapped_column(default=now)
    besloten: Mapped[datetime | None] = mapped_column(default=None)
    reden: Mapped[str] = mapped_column(default="")
    """Why it was turned down; "" when it was not."""

    @property
    def stand(self) -> str:
        """ "wacht", "bevestigd" or "afgewezen"."""
        if self.besloten is None:
            return "wacht"
        return "afgewezen" if self.reden else "bevestigd"
