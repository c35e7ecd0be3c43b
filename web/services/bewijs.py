"""The receipt of a bid: when it came in, and the SHA-256 by which anyone can hold their files against it."""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from web.services.datum import nederlandse_tijd

_TEKENS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without what is read as something else."""


@dataclass(frozen=True, slots=True)
class Bewijsbestand:
    naam: str
    grootte: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Ontvangstbewijs:
    """`ontvangen` in UTC; `sha256`: see `som`. `reden`: why it counts no more, "" while it does."""

    nummer: str
    aanbesteding: str
    inschrijver: str
    door: str
    ontvangen: datetime
    bestanden: tuple[Bewijsbestand, ...]
    sha256: str
    vervallen: datetime | None
    reden: str


def nieuw_nummer() -> str:
    """ "7KQ2-M4XD-9TRB": 60 bits, so that no two are the same and nobody guesses one."""
    tekens = "".join(secrets.choice(_TEKENS) for _ in range(12))
    return "-".join((tekens[:4], tekens[4:8], tekens[8:]))


def somregels(bestanden: Iterable[Bewijsbestand]) -> str:
    """The list as the command sha256sum writes it, one line a file."""
    return "".join(f"{b.sha256}  {b.naam}\n" for b in bestanden)


def som(bestanden: Iterable[Bewijsbestand]) -> str:
    """SHA-256 of the whole: of `somregels`, in UTF-8."""
    return hashlib.sha256(somregels(bestanden).encode()).hexdigest()


def als_tekst(bewijs: Ontvangstbewijs) -> str:
    regels = [
        "ONTVANGSTBEWIJS",
        "",
        f"Nummer:        {bewijs.nummer}",
        f"Aanbesteding:  {bewijs.aanbesteding}",
        f"Inschrijver:   {bewijs.inschrijver}",
        f"Ingediend door: {bewijs.door}",
        f"Ontvangen:     {_tijd(bewijs.ontvangen)}",
    ]
    if bewijs.vervallen:
        regels.append(f"Let op: {bewijs.reden} op {_tijd(bewijs.vervallen)}. Dit bewijs geldt niet meer.")
    regels += [
        "",
        "Bestanden (SHA-256, naam, grootte in bytes):",
        *(f"{b.sha256}  {b.naam}  {b.grootte}" for b in bewijs.bestanden),
        "",
        f"SHA-256 van het geheel: {bewijs.sha256}",
        "",
        "Zo kijkt u het na: de opdracht 'sha256sum BESTAND' geeft bij uw eigen bestand hetzelfde getal.",
        "Het getal van het geheel is de SHA-256 van de regels 'getal, twee spaties, naam' onder elkaar.",
    ]
    return "\n".join(regels) + "\n"


def als_json(bewijs: Ontvangstbewijs) -> str:
    waarden = asdict(bewijs)
    for veld in ("ontvangen", "vervallen"):
        tijd = waarden[veld]
        waarden[veld] = tijd.isoformat(timespec="seconds") + "Z" if tijd else None
    return json.dumps(waarden, ensure_ascii=False, indent=2) + "\n"


def _tijd(tijd: datetime) -> str:
    """On the Dutch clock and in UTC, to the second."""
    return f"{nederlandse_tijd(tijd):%d-%m-%Y %H:%M:%S} (Nederlandse tijd), {tijd:%Y-%m-%dT%H:%M:%S}Z"
