"""Queries on uploaded bids."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from web.models import Aanbesteding, IngediendBestand, Inschrijving, Inzending
from web.models.base import new_id


def add(
    session: Session, eigenaar_id: str, doel: str, naam: str, demo: bool = False, id_: str = ""
) -> Inschrijving:
    """`id_`: where its files are there already; else a new one."""
    inschrijving = Inschrijving(id=id_ or new_id(), eigenaar_id=eigenaar_id, doel=doel, naam=naam, demo=demo)
    session.add(inschrijving)
    session.flush()
    return inschrijving


def get(session: Session, inschrijving_id: str) -> Inschrijving | None:
    return session.get(Inschrijving, inschrijving_id)


def in_place_of(session: Session, inschrijving_id: str) -> Inschrijving | None:
    """The bid that was handed in once more in place of this one."""
    return session.scalars(select(Inschrijving).where(Inschrijving.eerdere_id == inschrijving_id)).first()


def from_vault(session: Session, aanbesteding_id: str) -> list[Inschrijving]:
    """The copies of the bids that came out of the vault of a tender, in order of name."""
    query = select(Inschrijving).join(Inzending, Inzending.id == Inschrijving.inzending_id)
    query = query.where(Inzending.aanbesteding_id == aanbesteding_id)
    return list(session.scalars(query.order_by(Inschrijving.naam, Inschrijving.id)))


def tender_names(session: Session, inschrijving_ids: Collection[str]) -> dict[str, str]:
    """By id of a bid out of a vault the name of its tender."""
    query = select(Inschrijving.id, Aanbesteding.naam)
    query = query.join(Inzending, Inzending.id == Inschrijving.inzending_id)
    query = query.join(Aanbesteding, Aanbesteding.id == Inzending.aanbesteding_id)
    rijen = session.execute(query.where(Inschrijving.id.in_(inschrijving_ids)))
    return {rij.id: rij.naam for rij in rijen}


def of_tender(session: Session, aanbesteding_id: str) -> list[Inschrijving]:
    """The bids out of the vault of a tender, and those that were handed in once more in place of them."""
    eerst = from_vault(session, aanbesteding_id)
    query = select(Inschrijving).where(Inschrijving.eerdere_id.in_([i.id for i in eerst]))
    return [*eerst, *session.scalars(query.order_by(Inschrijving.naam, Inschrijving.id))]


def uploaded(session: Session) -> list[Inschrijving]:
    """The bids at beoordeling that did not come out of a vault, the latest first."""
    van_kluis = select(Inschrijving.id).where(Inschrijving.inzending_id.is_not(None))
    query = select(Inschrijving).where(
        Inschrijving.doel == "beoordeling",
        Inschrijving.inzending_id.is_(None),
        or_(Inschrijving.eerdere_id.is_(None), Inschrijving.eerdere_id.not_in(van_kluis)),
    )
    return list(session.scalars(query.order_by(Inschrijving.gemaakt.desc(), Inschrijving.id)))


def recent(session: Session, doel: str, limit: int = 50) -> list[Inschrijving]:
    query = select(Inschrijving).where(Inschrijving.doel == doel)
    return list(session.scalars(query.order_by(Inschrijving.gemaakt.desc()).limit(limit)))


def set_files(inschrijving: Inschrijving, bestanden: list[IngediendBestand]) -> None:
    inschrijving.bestanden = bestanden


def before(session: Session, doel: str, gemaakt: datetime, moment: datetime) -> list[Inschrijving]:
    """Those whose term is over: their own at `moment`, or made before `gemaakt` when they have none."""
    over = or_(
        Inschrijving.bewaren_tot < moment,
        and_(Inschrijving.bewaren_tot.is_(None), Inschrijving.gemaakt < gemaakt),
    )
    return list(session.scalars(select(Inschrijving).where(Inschrijving.doel == doel, over)))


def all_of(session: Session, doel: str) -> list[Inschrijving]:
    query = select(Inschrijving).where(Inschrijving.doel == doel)
    return list(session.scalars(query.order_by(Inschrijving.gemaakt.desc())))
