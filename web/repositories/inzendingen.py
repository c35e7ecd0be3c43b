"""Queries on bids in vaults."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models import Inschrijving, Inzending, Inzendingbestand, Inzendingversie, Ontvangst, Organisatie


def own(session: Session, organisatie_id: str, aanbesteding_id: str) -> Inzending | None:
    query = select(Inzending).where(
        Inzending.aanbesteding_id == aanbesteding_id, Inzending.eigenaar_id == organisatie_id
    )
    return session.scalars(query).first()


def all_of(session: Session, aanbesteding_id: str) -> list[Inzending]:
    """Those that this session sees: all only at the opening."""
    query = select(Inzending).where(Inzending.aanbesteding_id == aanbesteding_id)
    return list(session.scalars(query.order_by(Inzending.id)))


def without_copy(session: Session, aanbesteding_id: str) -> list[Inzending]:
    """The opened bids of a tender that are not at beoordeling."""
    query = select(Inzending).where(
        Inzending.aanbesteding_id == aanbesteding_id,
        Inzending.gedeeld_met_id.is_not(None),
        Inzending.versies.any(Inzendingversie.vervallen.is_(None)),
        Inzending.id.not_in(select(Inschrijving.inzending_id).where(Inschrijving.inzending_id.is_not(None))),
    )
    return list(session.scalars(query.order_by(Inzending.id)))


def get(session: Session, inzending_id: str) -> Inzending | None:
    return session.get(Inzending, inzending_id)


def bidder(session: Session, inzending: Inzending) -> str:
    """Name of the organisation that hands in this bid."""
    organisatie = session.get(Organisatie, inzending.eigenaar_id)
    assert organisatie
    return organisatie.naam


def add(session: Session, organisatie_id: str, aanbesteding_id: str) -> Inzending:
    inzending = Inzending(eigenaar_id=organisatie_id, aanbesteding_id=aanbesteding_id)
    session.add(inzending)
    session.flush()
    return inzending


def add_version(
    session: Session,
    inzending: Inzending,
    bewijs: str,
    moment: datetime,
    door: str,
    sha256: str,
    bestanden: Sequence[Inzendingbestand],
) -> Inzendingversie:
    """A new version, that counts from now on. What the region may know goes along with it."""
    versie = Inzendingversie(
        inzending_id=inzending.id,
        nummer=len(inzending.versies) + 1,
        bewijs=bewijs,
        ontvangen=moment,
        door=door,
        sha256=sha256,
        bestanden=list(bestanden),
    )
    inzending.versies.append(versie)
    session.merge(
        Ontvangst(
            inzending_id=inzending.id,
            aanbesteding_id=inzending.aanbesteding_id,
            ontvangen=moment,
            ingetrokken=None,
        )
    )
    session.flush()
    return versie


def end_version(
    session: Session, inzending: Inzending, versie: Inzendingversie, moment: datetime, reden: str
) -> list[str]:
    """This version counts no more; its files may go from the store. Returns their keys."""
    versie.vervallen, versie.reden = moment, reden
    if reden == "ingetrokken" and (ontvangst := session.get(Ontvangst, inzending.id)):
        ontvangst.ingetrokken = moment
    session.flush()
    return [bestand.opslag for bestand in versie.bestanden]


def arrivals(session: Session, aanbesteding_id: str) -> list[Ontvangst]:
    """What came in for a tender, in order of time."""
    query = select(Ontvangst).where(Ontvangst.aanbesteding_id == aanbesteding_id)
    return list(session.scalars(query.order_by(Ontvangst.ontvangen, Ontvangst.inzending_id)))


def stored_keys(session: Session) -> set[str]:
    """The keys of all files that count: what the store has besides is left over."""
    query = (
        select(Inzendingbestand.opslag)
        .join(
            Inzendingversie,
            (Inzendingversie.inzending_id == Inzendingbestand.inzending_id)
            & (Inzendingversie.nummer == Inzendingbestand.versie),
        )
        .where(Inzendingversie.vervallen.is_(None))
    )
    return set(session.scalars(query))
