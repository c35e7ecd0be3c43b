"""Settings of the web application, read once from the environment at start."""

import os
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import InvoerFout
from knowledge.paths import data_folder

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True)
class Settings:
    """`data`: folder of database and uploads. `max_upload`: bytes of one request's body."""

    data: Path
    max_upload: int = 100 * 1024 * 1024
    solve_seconds: int = 20

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.data / 'thuisplek.sqlite3'}"


def from_environment() -> Settings:
    """Settings with THUISPLEK_DATA, THUISPLEK_MAX_UPLOAD_MB and THUISPLEK_SOLVE_SECONDS applied."""
    return Settings(
        data=data_folder(),
        max_upload=_whole_number("THUISPLEK_MAX_UPLOAD_MB", 100) * 1024 * 1024,
        solve_seconds=_whole_number("THUISPLEK_SOLVE_SECONDS", 20),
    )


def _whole_number(name: str, standard: int) -> int:
    text = os.environ.get(name, str(standard))
    if not text.isdecimal() or int(text) == 0:
        raise InvoerFout(f"{name} moet een geheel getal boven 0 zijn, niet '{text}'.")
    return int(text)
