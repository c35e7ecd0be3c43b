"""How often something was tried within a stretch of time, for all processes of the server together."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base


class Teller(Base):
    __tablename__ = "tellers"

    sleutel: Mapped[str] = mapped_column(primary_key=True)
    """The limit and a hash of who it is for."""
    begin: Mapped[datetime] = mapped_column(index=True)
    """Start of the stretch."""
    aantal: Mapped[int]
