"""The vault of a tender: who hold a key, the layers around the vault's key, and the act of opening."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base
from web.models.eigendom import Eigendom
from web.models.gebruiker import Gebruiker

_TENDER = "aanbestedingen.id"
_PERSON = "gebruikers.id"


class Sleutelhouder(Eigendom, Base):
    """Somebody named to hold a key."""

    __tablename__ = "sleutelhouders"

    aanbesteding_id: Mapped[str] = mapped_column(ForeignKey(_TENDER, ondelete="CASCADE"), primary_key=True)
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey(_PERSON), primary_key=True)
    gebruiker: Mapped[Gebruiker] = relationship(lazy="joined")
    publiek: Mapped[str | None] = mapped_column(default=None)
    """Public part of the own key; None until it is made. The private part is with its owner only."""
    beproefd: Mapped[datetime | None] = mapped_column(default=None)
    """When the owner showed to have key file and passphrase, UTC."""


class Kluislaag(Eigendom, Base):
    """The vault's private key, locked for `tweede` and then for `eerste` (web.kluis.nesten)."""

    __tablename__ = "kluislagen"

    aanbesteding_id: Mapped[str] = mapped_column(ForeignKey(_TENDER, ondelete="CASCADE"), primary_key=True)
    eerste_id: Mapped[str] = mapped_column(ForeignKey(_PERSON), primary_key=True)
    tweede_id: Mapped[str] = mapped_column(ForeignKey(_PERSON), primary_key=True)
    versleuteld: Mapped[str] = mapped_column(Text)


class Kluisopening(Eigendom, Base):
    """The opening: begun by one, ended by another."""

    __tablename__ = "kluisopeningen"

    aanbesteding_id: Mapped[str] = mapped_column(ForeignKey(_TENDER, ondelete="CASCADE"), primary_key=True)
    eerste_id: Mapped[str] = mapped_column(ForeignKey(_PERSON))
    eerste: Mapped[Gebruiker] = relationship(foreign_keys=[eerste_id], lazy="joined")
    begonnen: Mapped[datetime]
    halve: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    """By id of each possible second person: the vault's key, still locked for that person."""
    tweede_id: Mapped[str | None] = mapped_column(ForeignKey(_PERSON), default=None)
    tweede: Mapped[Gebruiker | None] = relationship(foreign_keys=[tweede_id], lazy="joined")
    geopend: Mapped[datetime | None] = mapped_column(default=None)
    voor_server: Mapped[str | None] = mapped_column(Text, default=None)
    """The vault's key, locked for the server; there only once two people have opened, until the vault is
    emptied."""
