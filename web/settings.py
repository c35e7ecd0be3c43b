"""Settings of the web application, read once from the environment at start."""

import os
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import InvoerFout
from knowledge.paths import data_folder

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True)
class Settings:
    """`data`: folder of uploads and, without `database`, of the SQLite database. `max_upload`: bytes of one
    request's body. `database`: address of a PostgreSQL database."""

    data: Path
    max_upload: int = 100 * 1024 * 1024
    solve_seconds: int = 20
    database: str = ""

    @property
    def database_url(self) -> str:
        """As SQLAlchemy wants it."""
        if not self.database:
            return f"sqlite:///{self.data / 'thuisplek.sqlite3'}"
        scheme, _, rest = self.database.partition("://")
        return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else self.database


def from_environment() -> Settings:
    """What the environment sets, over the standard values (docs/instellingen.md)."""
    return Settings(
        data=data_folder(),
        max_upload=_whole_number("THUISPLEK_MAX_UPLOAD_MB", 100) * 1024 * 1024,
        solve_seconds=_whole_number("THUISPLEK_SOLVE_SECONDS", 20),
        database=os.environ.get("DATABASE_URL", ""),
    )


def _whole_number(name: str, standard: int) -> int:
    text = os.environ.get(name, str(standard))
    if not text.isdecimal() or int(text) == 0:
        raise InvoerFout(f"{name} moet een geheel getal boven 0 zijn, niet '{text}'.")
    return int(text)
