"""Settings of the web application, read once from the environment at start.

A new setting is one field here, with its name in the environment and a sentence for who runs the system.
docs/instellingen.md lists them; tests/web/test_settings.py holds the two together and tells which line to
write.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from knowledge.errors import InvoerFout
from knowledge.paths import data_folder
from web.observe.logs import LEVELS

LOOPBACK = ("127.0.0.1", "::1", "localhost")
ROLLEN = ("coordinator", "beoordelaar", "hoofdbeoordelaar", "beheerder")
"""What a group of the organisation's own system may stand for."""
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-f:]+\]")

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


def _aan_uit(naam: str, tekst: str) -> bool:
    if tekst.lower() not in ("aan", "uit"):
        raise InvoerFout(f"{naam} moet aan of uit zijn, niet '{tekst}'.")
    return tekst.lower() == "aan"


def _megabytes(naam: str, tekst: str) -> int:
    return _geheel(naam, tekst) * 1024 * 1024


def _log(naam: str, tekst: str) -> str:
    if tekst not in LEVELS:
        raise InvoerFout(f"{naam} moet een zijn van {', '.join(LEVELS)}, niet '{tekst}'.")
    return tekst


def _ja_nee(naam: str, tekst: str) -> bool:
    if tekst not in ("ja", "nee"):
        raise InvoerFout(f"{naam} moet ja of nee zijn, niet '{tekst}'.")
    return tekst == "ja"


def _namen(_: str, tekst: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in tekst.split(",") if deel.strip())


def _hosts(naam: str, tekst: str) -> tuple[str, ...]:
    hosts = _namen(naam, tekst)
    if fout := next((h for h in hosts if not _HOST.fullmatch(h)), None):
        raise InvoerFout(
            f"{naam}: '{fout}' is geen naam van een website. Geef bijvoorbeeld thuisplek.regio.nl."
        )
    return hosts


def _groepen(naam: str, tekst: str) -> tuple[tuple[str, str], ...]:
    """Pairs of group and rol, out of "group=rol, group=rol"."""
    paren = []
    for deel in _namen(naam, tekst):
        groep, _, rol = (d.strip() for d in deel.rpartition("="))
        if not groep or rol not in ROLLEN:
            raise InvoerFout(
                f"{naam}: schrijf groep=rol, met een rol uit {', '.join(ROLLEN)}; niet '{deel}'."
            )
        paren.append((groep, rol))
    return tuple(paren)


def _uitgever(naam: str, tekst: str) -> str:
    deel = urlsplit(tekst)
    if deel.scheme != "https" and not (deel.scheme == "http" and deel.hostname in LOOPBACK):
        raise InvoerFout(f"{naam} moet met https:// beginnen, niet '{tekst}'.")
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
    worker: bool = field(
        default=True,
        metadata=_instelling(
            "THUISPLEK_WORKER",
            "aan",
            "Met `aan` doet `web serve` ook zelf het lange werk, met `uit` alleen `web worker`.",
            _aan_uit,
        ),
    )
    jobs_at_once: int = field(
        default=2,
        metadata=_instelling(
            "THUISPLEK_JOBS_AT_ONCE",
            "2",
            "Zoveel lang werk doet een worker tegelijk. Meer wacht op zijn beurt.",
            _geheel,
        ),
    )
    job_memory: int = field(
        default=4096 * 1024 * 1024,
        metadata=_instelling(
            "THUISPLEK_JOB_MEMORY_MB",
            "4096",
            "Zoveel geheugen mag één werk hoogstens gebruiken, in MB. Daarboven stopt het.",
            _megabytes,
        ),
    )
    job_minutes: int = field(
        default=60,
        metadata=_instelling(
            "THUISPLEK_JOB_MINUTES", "60", "Zo lang mag één werk hoogstens duren, in minuten.", _geheel
        ),
    )
    job_lease: int = field(
        default=30,
        metadata=_instelling(
            "THUISPLEK_JOB_LEASE_SECONDS",
            "30",
            "Zwijgt een worker zo lang, dan begint een andere zijn werk opnieuw, in seconden "
            "(alleen bij PostgreSQL).",
            _geheel,
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

    naam: str = field(
        default="",
        metadata=_instelling(
            "THUISPLEK_NAAM", "geen", "Naam van uw gemeente of regio, boven aan elke pagina."
        ),
    )
    thema: str = field(
        default="",
        metadata=_instelling(
            "THUISPLEK_THEMA",
            "het Voorbeeld-thema",
            "Bestand (`.css`) met de kleuren en letters van uw gemeente, in de datamap of met zijn hele pad.",
        ),
    )
    logo: str = field(
        default="",
        metadata=_instelling(
            "THUISPLEK_LOGO",
            "het logo van Thuisplek",
            "Bestand met uw logo (`.svg`, `.png` of `.webp`), in de datamap of met zijn hele pad.",
        ),
    )
    contact: str = field(
        default="beheer@thuisplek.example",
        metadata=_instelling(
            "THUISPLEK_CONTACT",
            "een adres dat niet bestaat",
            "E-mailadres van de beheerder: voor vragen over toegankelijkheid, privacy en de API.",
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
        default=1096,
        metadata=_instelling(
            "THUISPLEK_BEWAAR_INSCHRIJVINGEN_DAGEN",
            "1096",
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
    bewaar_antwoorden: int = field(
        default=730,
        metadata=_instelling(
            "THUISPLEK_BEWAAR_ANTWOORDEN_DAGEN",
            "730",
            "Zo lang bewaren we een antwoord van de assistent dat iemand bewaart, in dagen na de laatste "
            "keer vragen.",
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
    def sleutelmap(self) -> Path:
        """Folder of the server's own key."""
        return Path(self.sleutels) if self.sleutels else self.data / "sleutels"

    hosts: tuple[str, ...] = field(
        default=(),
        metadata=_instelling(
            "THUISPLEK_HOSTS",
            "geen: een proefomgeving, alleen op deze computer",
            "Namen waaronder mensen de website bezoeken, met een komma ertussen: `thuisplek.regio.nl`. "
            "Daarmee is het geen proefomgeving meer.",
            _hosts,
        ),
    )
    proxy: str = field(
        default="127.0.0.1",
        metadata=_instelling(
            "THUISPLEK_PROXY",
            "127.0.0.1",
            "Adres van de webserver die https doet. Alleen die mag zeggen van welk adres een bezoeker komt.",
        ),
    )
    tweede_stap: bool = field(
        default=True,
        metadata=_instelling(
            "THUISPLEK_TWEEDE_STAP",
            "ja",
            "Of iedereen met een account van Thuisplek ook een code van zijn telefoon moet geven: "
            "`ja` of `nee`.",
            _ja_nee,
        ),
    )
    verstuurd_per_minuut: int = field(
        default=300,
        metadata=_instelling(
            "THUISPLEK_VERSTUURD_PER_MINUUT",
            "300",
            "Zo vaak mag één adres hoogstens iets versturen (een formulier, een bestand), per minuut.",
            _geheel,
        ),
    )
    registreren: bool = field(
        default=True,
        metadata=_instelling(
            "THUISPLEK_REGISTREREN",
            "ja",
            "Of aanbieders zelf een account mogen aanvragen: `ja` of `nee`. Een beheerder van de regio "
            "bevestigt elke aanvraag.",
            _ja_nee,
        ),
    )
    bewaar_aanvragen: int = field(
        default=90,
        metadata=_instelling(
            "THUISPLEK_BEWAAR_AANVRAGEN_DAGEN",
            "90",
            "Zo lang bewaren we een aanvraag voor een account, in dagen.",
            _geheel,
        ),
    )
    wachttijden: bool = field(
        default=True,
        metadata=_instelling(
            "THUISPLEK_WACHTTIJDEN",
            "ja",
            "Of iedereen op `/wachttijden` de wachttijden mag zien: `ja` of `nee`. Er staan geen mensen in.",
            _ja_nee,
        ),
    )
    oidc_uitgever: str = field(
        default="",
        metadata=_instelling(
            "THUISPLEK_OIDC_UITGEVER",
            "geen",
            "Adres van het inlogsysteem van uw organisatie (de *issuer* van OpenID Connect).",
            _uitgever,
        ),
    )
    oidc_client: str = field(
        default="",
        metadata=_instelling(
            "THUISPLEK_OIDC_CLIENT", "geen", "De naam (*client id*) van Thuisplek in dat inlogsysteem."
        ),
    )
    oidc_geheim: str = field(
        default="",
        metadata=_instelling(
            "THUISPLEK_OIDC_GEHEIM", "geen", "Het geheim (*client secret*) dat bij die naam hoort."
        ),
    )
    oidc_naam: str = field(
        default="uw organisatie",
        metadata=_instelling(
            "THUISPLEK_OIDC_NAAM", "uw organisatie", "Hoe dat inlogsysteem op de knop heet: Inloggen bij ..."
        ),
    )
    oidc_organisatie: str = field(
        default="Mijn regio",
        metadata=_instelling(
            "THUISPLEK_OIDC_ORGANISATIE",
            "Mijn regio",
            "De regio waar iedereen bij hoort die zo inlogt. Bestaat zij nog niet, dan wordt zij gemaakt.",
        ),
    )
    oidc_groepen: tuple[tuple[str, str], ...] = field(
        default=(),
        metadata=_instelling(
            "THUISPLEK_OIDC_GROEPEN",
            "geen: niemand komt zo binnen",
            "Welke groep welke rol geeft: `tp-plaatsing=coordinator, tp-inkoop=beoordelaar`.",
            _groepen,
        ),
    )
    oidc_claim: str = field(
        default="groups",
        metadata=_instelling(
            "THUISPLEK_OIDC_CLAIM", "groups", "Het veld (*claim*) waarin het inlogsysteem de groepen noemt."
        ),
    )
    oidc_acr: tuple[str, ...] = field(
        default=(),
        metadata=_instelling(
            "THUISPLEK_OIDC_ACR",
            "geen: elke manier is goed",
            "Manieren van inloggen die sterk genoeg zijn (waarden van `acr`), met een komma ertussen.",
            _namen,
        ),
    )

    @property
    def demo(self) -> bool:
        """A trial server, that this computer alone can reach, with examples and log-ins for everybody."""
        return not self.hosts

    @property
    def database_url(self) -> str:
        """As SQLAlchemy wants it."""
        if not self.database:
            return f"sqlite:///{self.data / 'thuisplek.sqlite3'}"
        scheme, _, rest = self.database.partition("://")
        return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else self.database

    @property
    def conninfo(self) -> str:
        """As PostgreSQL's own library wants it; "" when the database is SQLite."""
        scheme, _, rest = self.database.partition("://")
        return f"postgresql://{rest}" if scheme.startswith("postgres") else ""


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
