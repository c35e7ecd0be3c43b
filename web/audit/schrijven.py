"""Adds lines to the log, within the session of the change that they record."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from web.models.base import now
from web.models.logregel import Logregel
from web.repositories import log

if TYPE_CHECKING:
    from web.access.rechten import Handeling, Soort
    from web.access.wie import Wie


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """What happened: who did what with which record, and whether it was allowed."""

    wie: "Wie | None"
    handeling: "Handeling"
    soort: "Soort"
    record: str = ""
    deel: str = ""
    gelukt: bool = True


def schrijf(session: Session, *gebeurtenissen: Gebeurtenis) -> None:
    """Add a line for each after all others. Other writers wait until this session ends, so write last."""
    log.lock(session)
    nummer, vorige = log.last(session)
    regels: list[dict[str, Any]] = []
    for gebeurtenis in gebeurtenissen:
        nummer += 1
        velden = {"nummer": nummer, "tijd": now(), **_velden(gebeurtenis), "vorige": vorige}
        vorige = _hash(velden)
        regels.append({**velden, "hash": vorige})
    log.add(session, regels)


def hash_van(regel: Logregel) -> str:
    """SHA-256, in hexadecimal digits, over all fields but `hash` itself."""
    return _hash({c.key: getattr(regel, c.key) for c in Logregel.__table__.columns if c.key != "hash"})


def _velden(gebeurtenis: Gebeurtenis) -> dict[str, Any]:
    wie = gebeurtenis.wie
    return {
        "handeling": gebeurtenis.handeling.value,
        "uitkomst": "gelukt" if gebeurtenis.gelukt else "geweigerd",
        "gebruiker_id": wie.gebruiker_id if wie else "",
        "gebruiker": wie.naam if wie else "",
        "rollen": ",".join(sorted(wie.rollen)) if wie else "",
        "organisatie_id": wie.organisatie_id if wie else "",
        "namens": wie.namens if wie else "",
        "soort": gebeurtenis.soort.value,
        "record": gebeurtenis.record,
        "deel": gebeurtenis.deel,
        "adres": wie.adres if wie else "",
        "verzoek": wie.verzoek if wie else "",
    }


def _hash(velden: Mapping[str, Any]) -> str:
    tekst = json.dumps(velden, sort_keys=True, ensure_ascii=False, default=_moment)
    return hashlib.sha256(tekst.encode()).hexdigest()


def _moment(waarde: datetime) -> str:
    return waarde.isoformat(timespec="microseconds")
