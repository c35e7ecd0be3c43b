"""Questions to a bidder within §4.1.4: the list an assessor puts together, and the letters made of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom


class Lijstvraag(Eigendom, Base):
    """A question on the list of a bid, until it goes along in a letter."""

    __tablename__ = "lijstvragen"
    __table_args__ = (UniqueConstraint("inschrijving_id", "sleutel"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    inschrijving_id: Mapped[str] = mapped_column(
        ForeignKey("inschrijvingen.id", ondelete="CASCADE"), index=True
    )
    sleutel: Mapped[str]
    """What it is about: "eis-12", "stuk-uea", "bevinding-3"."""
    soort: Mapped[str]
    """"verduidelijking" or "aanvulling"."""
    onderwerp: Mapped[str]
    tekst: Mapped[str]
    """What the bidder reads; an assessor may change it."""
    aanleiding: Mapped[str]
    """What was found, for the assessors."""
    bewijs: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    """`compliance.rapport.Bewijs` as JSON: where it stands in the bid."""
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey("gebruikers.id"))
    door: Mapped[str]
    """Name of who put it on the list or changed it last."""
    tijd: Mapped[datetime] = mapped_column(default=now)


class Vragenbrief(Eigendom, Base):
    """A letter with questions, as it was made; it is never changed."""

    __tablename__ = "vragenbrieven"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    inschrijving_id: Mapped[str] = mapped_column(
        ForeignKey("inschrijvingen.id", ondelete="CASCADE"), index=True
    )
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey("gebruikers.id"))
    door: Mapped[str]
    tijd: Mapped[datetime] = mapped_column(default=now)
    """UTC."""
    uiterlijk: Mapped[date]
    """Last day for the answer."""
    vragen: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    """Each with sleutel, soort, onderwerp, tekst and by whom."""
    document: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    """The letter itself (DOCX)."""
