"""Queries on what assessors decide about the eisen of a bid."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from web.models import Eisbesluit


@dataclass(frozen=True, slots=True)
class Besluitstand:
    """The decision on an eis that counts, without its passages."""

    voorstel: str
    besluit: str
    reden: str
    door: str
    tijd: datetime

    @property
    def anders(self) -> bool:
        return self.voorstel != self.besluit


def add(session: Session, besluit: Eisbesluit) -> None:
    session.add(besluit)
    session.flush()


def of(session: Session, inschrijving_id: str) -> list[Eisbesluit]:
    """The oldest first."""
    query = select(Eisbesluit).where(Eisbesluit.inschrijving_id == inschrijving_id)
    return list(session.scalars(query.order_by(Eisbesluit.volgnummer)))


def latest(session: Session, inschrijving_ids: Collection[str]) -> dict[str, dict[str, Besluitstand]]:
    """By bid and by eis the decision that counts."""
    laatste = (
        select(func.max(Eisbesluit.volgnummer))
        .where(Eisbesluit.inschrijving_id.in_(inschrijving_ids))
        .group_by(Eisbesluit.inschrijving_id, Eisbesluit.eis)
    )
    van = Eisbesluit.correctie
    query = select(
        Eisbesluit.inschrijving_id,
        Eisbesluit.eis,
        van["voorstel"].as_string(),
        van["besluit"].as_string(),
        van["reden"].as_string(),
        van["door"].as_string(),
        Eisbesluit.tijd,
    ).where(Eisbesluit.volgnummer.in_(laatste))
    gevonden: defaultdict[str, dict[str, Besluitstand]] = defaultdict(dict)
    for inschrijving_id, eis, *rest in session.execute(query):
        gevonden[inschrijving_id][eis] = Besluitstand(*rest)
    return dict(gevonden)
