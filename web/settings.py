"""Settings of the web application, read once from the environment at start.

A new setting is one field here, with its name in the environment and a sentence for who runs the system.
docs/instellingen.md lists them; tests/web/test_settings.py holds the two together and tells which line to
write.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from knowledge.errors import InvoerFout
from knowledge.paths import data_folder
from web.observe.logs import LEVELS

LOOPBACK = ("127.0.0.1", "::1", "localhost")

Lezer = Callable[[str, str], Any]
"""Makes the value of a setting from its name and text, or raises InvoerFout."""


def _tekst(_: str, tekst: str) -> str:
    return tekst


def _map(_: str, tekst: str) -> Path:
    return Path(tekst)


def _geheel(naam: str, tekst: str) -> int:
    if not tekst.isdecimal() or int(tekst) == 0:
        raise InvoerFout(f"{naam} moet een geheel getal boven 0 zijn, niet '{tekst}'.")
    return int(tekst)


def _megabytes(naam: str, tekst: str) -> int:
    return _geheel(naam, tekst) * 1024 * 1024


def _log(naam: str, tekst: str) -> str:
    if tekst not in LEVELS:
        raise InvoerFout(f"{naam} moet een zijn van {', '.join(LEVELS)}, niet '{tekst}'.")
    return tekst


@dataclass(frozen=True, slots=True)
class Instelling:
    """What is known of one setting. `standaard`: in words, what holds when it is not set."""

    naam: str
    standaard: str
    uitleg: str
    lees: Lezer


def _instelling(naam: str, standaard: str, uitleg: str, lees: Lezer = _tekst) -> dict[str, Instelling]:
    return {"instelling": Instelling(naam, standaard, uitleg, lees)}


@dataclass(frozen=True, slots=True)
class Settings:
    """`max_upload`: bytes of one request's body. `database`: as its owner wrote it, see `database_url`."""

    data: Path = field(
        metadata=_instelling(
            "THUISPLEK_DATA",
            "`var` in de map van het programma",
            "Map voor wat gebruikers inladen of maken, en zonder `DATABASE_URL` ook voor de database.",
            _map,
        )
    )
    max_upload: int = field(
        default=100 * 1024 * 1024,
        metadata=_instelling(
            "THUISPLEK_MAX_UPLOAD_MB",
            "100",
            "Zo groot mag alles samen zijn wat iemand in één keer verstuurt, in MB.",
            _megabytes,
        ),
    )
    solve_seconds: int = field(
        default=20,
        metadata=_instelling(
            "THUISPLEK_SOLVE_SECONDS",
            "20",
            "Zo lang zoekt de computer naar een plan als iemand niets anders kiest, in seconden.",
            _geheel,
        ),
    )
    database: str = field(
        default="",
        metadata=_instelling(
            "DATABASE_URL",
            "SQLite in de datamap",
            "Adres van een PostgreSQL-database: `postgresql://naam:wachtwoord@computer/database`.",
        ),
    )
    bestanden: str = field(
        default="",
        metadata=_instelling(
            "THUISPLEK_BESTANDEN",
            "`bestanden` in de datamap",
            "Plaats voor ingediende inschrijvingen: een map, of een adres zoals `s3://emmer/map`.",
        ),
    )
    sleutels: str = field(
        default="",
        metadata=_instelling(
            "THUISPLEK_SLEUTELS",
            "`sleutels` in de datamap",
            "Map met de sleutel die de server zelf bewaart. Zet haar op een andere schijf dan de bestanden.",
        ),
    )

    log: str = field(
        default="verzoeken",
        metadata=_instelling(
            "THUISPLEK_LOG",
            "verzoeken",
            "Wat de server op de foutuitvoer schrijft: `verzoeken` (een regel per verzoek) of `fouten`.",
            _log,
        ),
    )
    metrics_token: str = field(
        default="",
        metadata=_instelling(
            "THUISPLEK_METRICS_TOKEN",
            "geen",
            "Wie dit meestuurt (`Authorization: Bearer ...`) mag `/metrics` van elders lezen.",
        ),
    )

    bewaar_rondes: int = field(
        default=730,
        metadata=_instelling(
            "THUISPLEK_BEWAAR_RONDES_DAGEN",
            "730",
            "Zo lang bewaren we een plaatsingsronde, in dagen na het maken.",
            _geheel,
        ),
    )
    bewaar_inschrijvingen: int = field(
        default=730,
        metadata=_instelling(
            "THUISPLEK_BEWAAR_INSCHRIJVINGEN_DAGEN",
            "730",
            "Zo lang bewaren we een inschrijving, in dagen, als er bij haar niets anders is gekozen.",
            _geheel,
        ),
    )
    bewaar_zelfcheck: int = field(
        default=365,
        metadata=_instelling(
            "THUISPLEK_BEWAAR_ZELFCHECK_DAGEN",
            "365",
            "Zo lang bewaren we een concept van een inschrijver, in dagen.",
            _geheel,
        ),
    )
    bewaar_importen: int = field(
        default=2,
        metadata=_instelling(
            "THUISPLEK_BEWAAR_IMPORTEN_DAGEN",
            "2",
            "Zo lang bewaren we ingelezen bestanden waar nog niemand akkoord op gaf, in dagen.",
            _geheel,
        ),
    )

    @property
    def database_url(self) -> str:
        """As SQLAlchemy wants it."""
        if not self.database:
            return f"sqlite:///{self.data / 'thuisplek.sqlite3'}"
        scheme, _, rest = self.database.partition("://")
        return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else self.database


def instellingen() -> dict[str, Instelling]:
    """All settings, by the name of their field."""
    return {f.name: f.metadata["instelling"] for f in fields(Settings)}


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """What the environment sets, over the standard values; an empty text counts as not set.

    Raises InvoerFout for a value that can't be.
    """
    given = os.environ if environment is None else environment
    values: dict[str, Any] = {"data": data_folder()}
    for veld, instelling in instellingen().items():
        if tekst := given.get(instelling.naam, "").strip():
            values[veld] = instelling.lees(instelling.naam, tekst)
    return Settings(**values)
