"""A bid in the vault of a tender: its files lie locked in the store, its history stays."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, new_id
from web.models.eigendom import Eigendom


class Inzending(Eigendom, Base):
    """The bid of one organisation. The region sees no row of it before the opening (`gedeeld_met_id`)."""

    __tablename__ = "inzendingen"
    __table_args__ = (UniqueConstraint("aanbesteding_id", "eigenaar_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    aanbesteding_id: Mapped[str] = mapped_column(ForeignKey("aanbestedingen.id"), index=True)
    versies: Mapped[list["Inzendingversie"]] = relationship(
        cascade="all, delete-orphan", order_by="Inzendingversie.nummer"
    )

    @property
    def geldend(self) -> "Inzendingversie | None":
        """The version that counts; None when the bid was withdrawn."""
        return next((versie for versie in self.versies if versie.vervallen is None), None)


class Inzendingversie(Base):
    """What was handed in at one moment. Replaced or withdrawn, its files go and this stays."""

    __tablename__ = "inzendingversies"

    inzending_id: Mapped[str] = mapped_column(
        ForeignKey("inzendingen.id", ondelete="CASCADE"), primary_key=True
    )
    nummer: Mapped[int] = mapped_column(primary_key=True)
    bewijs: Mapped[str] = mapped_column(unique=True)
    """Number of the receipt. It does not count up: that would tell how many others there are."""
    ontvangen: Mapped[datetime]
    """UTC."""
    door: Mapped[str]
    """Name of who handed it in."""
    sha256: Mapped[str]
    """Over the list of files (web.services.bewijs)."""
    vervallen: Mapped[datetime | None] = mapped_column(default=None)
    reden: Mapped[str] = mapped_column(default="")
    """"vervangen", "ingetrokken" or "gewist" (the region emptied the vault); "" while it counts."""
    bestanden: Mapped[list["Inzendingbestand"]] = relationship(
        cascade="all, delete-orphan", order_by="Inzendingbestand.volgnummer"
    )


class Inzendingbestand(Base):
    __tablename__ = "inzendingbestanden"
    __table_args__ = (
        ForeignKeyConstraint(
            ["inzending_id", "versie"],
            ["inzendingversies.inzending_id", "inzendingversies.nummer"],
            ondelete="CASCADE",
        ),
    )

    opslag: Mapped[str] = mapped_column(primary_key=True)
    """Key in the store (web.bestanden); the bytes there are locked."""
    inzending_id: Mapped[str] = mapped_column(index=True)
    versie: Mapped[int]
    volgnummer: Mapped[int]
    naam: Mapped[str]
    grootte: Mapped[int] = mapped_column(BigInteger)
    """Bytes, before they were locked."""
    sha256: Mapped[str]
    """Of the bytes before they were locked: the bidder's own file has it too."""


class Ontvangst(Base):
    """What the region may know of a bid before the opening: that it came, and when. Not whose it is."""

    __tablename__ = "ontvangsten"

    inzending_id: Mapped[str] = mapped_column(
        ForeignKey("inzendingen.id", ondelete="CASCADE"), primary_key=True
    )
    aanbesteding_id: Mapped[str] = mapped_column(ForeignKey("aanbestedingen.id"), index=True)
    ontvangen: Mapped[datetime]
    """UTC; of the version that counts, or counted last."""
    ingetrokken: Mapped[datetime | None] = mapped_column(default=None)
