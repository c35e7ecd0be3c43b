"""One line of the log of what people did (fields of NEN 7513), chained by hashes and never changed."""

from datetime import datetime

from sqlalchemy import BigInteger, Integer
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base

_NUMBER = BigInteger().with_variant(Integer, "sqlite")


class Logregel(Base):
    __tablename__ = "logregels"

    nummer: Mapped[int] = mapped_column(_NUMBER, primary_key=True, autoincrement=False)
    """1, 2, 3, ... without gaps."""
    tijd: Mapped[datetime]
    """UTC."""
    handeling: Mapped[str]
    """What: a Handeling."""
    uitkomst: Mapped[str]
    """"gelukt" or "geweigerd"."""
    gebruiker_id: Mapped[str]
    """Who; "" for nobody or the system itself."""
    gebruiker: Mapped[str]
    """The name, as it was then."""
    rollen: Mapped[str]
    organisatie_id: Mapped[str]
    namens: Mapped[str]
    """On whose behalf, when it is not for oneself."""
    soort: Mapped[str] = mapped_column(index=True)
    """Which kind of record: a Soort."""
    record: Mapped[str] = mapped_column(index=True)
    deel: Mapped[str]
    """Which part of the record, or what was searched for."""
    adres: Mapped[str]
    """From where: the network address."""
    verzoek: Mapped[str]
    """Id of the request, the same in the technical log."""
    vorige: Mapped[str]
    """Hash of the line before; "" for the first."""
    hash: Mapped[str]
    """SHA-256 over `vorige` and all other fields."""
