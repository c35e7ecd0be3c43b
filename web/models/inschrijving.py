"""An uploaded bid with its files; the report is a file beside them."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom


class Inschrijving(Eigendom, Base):
    __tablename__ = "inschrijvingen"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    doel: Mapped[str]
    """Who uploaded it, for what: "beoordeling" (assessor) or "zelfcheck" (bidder)."""
    naam: Mapped[str]
    """The bidder once known, before that the name of what was uploaded."""
    demo: Mapped[bool] = mapped_column(default=False)
    inzending_id: Mapped[str | None] = mapped_column(ForeignKey("inzendingen.id"), default=None, unique=True)
    """The bid in the vault that this is a copy of; None for one that was uploaded here."""
    eerdere_id: Mapped[str | None] = mapped_column(
        ForeignKey("inschrijvingen.id", ondelete="SET NULL"), default=None, unique=True
    )
    """The bid that this one takes the place of, handed in once more after the bidder fell out (§4.1.4)."""
    werkplek_id: Mapped[str | None] = mapped_column(
        ForeignKey("werkplekken.id", ondelete="SET NULL"), default=None, index=True
    )
    """Of a draft: the workplace that it was made in, and so the tender that it is for."""
    vorige_id: Mapped[str | None] = mapped_column(
        ForeignKey("inschrijvingen.id", ondelete="SET NULL"), default=None, index=True
    )
    """Of a draft: the one of which this is the mended version."""
    gemaakt: Mapped[datetime] = mapped_column(default=now)
    bewaren_tot: Mapped[datetime | None] = mapped_column(default=None)
    """Kept until then; None: for the usual term."""
    knockouts: Mapped[int | None] = mapped_column(default=None)
    aandachtspunten: Mapped[int | None] = mapped_column(default=None)
    bestanden: Mapped[list["IngediendBestand"]] = relationship(
        cascade="all, delete-orphan", order_by="IngediendBestand.nummer"
    )


class IngediendBestand(Base):
    __tablename__ = "ingediende_bestanden"

    inschrijving_id: Mapped[str] = mapped_column(
        ForeignKey("inschrijvingen.id", ondelete="CASCADE"), primary_key=True
    )
    nummer: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str]
    """As the user knows it; on disk the file is called by its number."""
    opslagnaam: Mapped[str]
    grootte: Mapped[int]
