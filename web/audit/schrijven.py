"""Adds a line to the log, within the session of the change that it records."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

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


def schrijf(session: Session, gebeurtenis: Gebeurtenis) -> None:
    """Add the line after all others. Other writers wait until this session ends, so write it last."""
    log.lock(session)
    vorige = log.last(session)
    wie = gebeurtenis.wie
    regel = Logregel(
        nummer=vorige.nummer + 1 if vorige else 1,
        tijd=now(),
        handeling=gebeurtenis.handeling.value,
        uitkomst="gelukt" if gebeurtenis.gelukt else "geweigerd",
        gebruiker_id=wie.gebruiker_id if wie else "",
        gebruiker=wie.naam if wie else "",
        rollen=",".join(sorted(wie.rollen)) if wie else "",
        organisatie_id=wie.organisatie_id if wie else "",
        namens=wie.namens if wie else "",
        soort=gebeurtenis.soort.value,
        record=gebeurtenis.record,
        deel=gebeurtenis.deel,
        adres=wie.adres if wie else "",
        verzoek=wie.verzoek if wie else "",
        vorige=vorige.hash if vorige else "",
        hash="",
    )
    regel.hash = hash_van(regel)
    session.add(regel)
    session.flush()


def hash_van(regel: Logregel) -> str:
    """SHA-256, in hexadecimal digits, over all fields but `hash` itself."""
    velden = {c.key: getattr(regel, c.key) for c in Logregel.__table__.columns if c.key != "hash"}
    tekst = json.dumps(velden, sort_keys=True, ensure_ascii=False, default=_moment)
    return hashlib.sha256(tekst.encode()).hexdigest()


def _moment(waarde: datetime) -> str:
    return waarde.isoformat(timespec="microseconds")
