"""What people do with a proposal: steps of the shortlist per jeugdige, and explanations they asked for."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom


class Besluitstap(Eigendom, Base):
    """One step; the latest of a jeugdige in a ronde tells where it stands."""

    __tablename__ = "besluitstappen"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    ronde_id: Mapped[str] = mapped_column(ForeignKey("plaatsingsrondes.id", ondelete="CASCADE"), index=True)
    jeugdige_id: Mapped[str]
    """Pseudonym, as in the plan."""
    groep_id: Mapped[str]
    stand: Mapped[str]
    """A key of `web.services.besluiten.STANDEN`."""
    redencode: Mapped[str]
    """A key of `web.services.besluiten.REDENEN`, or ""."""
    reden: Mapped[str]
    afwijkingen: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    """Why the place differs from what comes first: codes by kind, of `web.services.afwijkingen.REDENEN`."""
    gebruiker: Mapped[str]
    """The name of who did it, as it was then."""
    tijd: Mapped[datetime] = mapped_column(default=now)


class Uitlegverzoek(Eigendom, Base):
    """Somebody wants to know what else there is for one jeugdige; the answer is a file beside the plan."""

    __tablename__ = "uitlegverzoeken"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    ronde_id: Mapped[str] = mapped_column(ForeignKey("plaatsingsrondes.id", ondelete="CASCADE"), index=True)
    jeugdige_id: Mapped[str]
    gemaakt: Mapped[datetime] = mapped_column(default=now)
