"""Queries on the vault: who hold a key, the layers around the vault's key, the opening."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models import Gebruiker, Kluislaag, Kluisopening, Sleutelhouder


def people(session: Session, organisatie_id: str) -> list[Gebruiker]:
    """Those of an organisation who can log in."""
    query = select(Gebruiker).where(Gebruiker.organisatie_id == organisatie_id, Gebruiker.actief.is_(True))
    return list(session.scalars(query.order_by(Gebruiker.naam, Gebruiker.id)))


def name_holders(session: Session, regio_id: str, aanbesteding_id: str, gebruikers: Iterable[str]) -> None:
    for gebruiker_id in gebruikers:
        session.add(
            Sleutelhouder(eigenaar_id=regio_id, aanbesteding_id=aanbesteding_id, gebruiker_id=gebruiker_id)
        )
    session.flush()


def holders(session: Session, aanbesteding_id: str) -> list[Sleutelhouder]:
    query = select(Sleutelhouder).where(Sleutelhouder.aanbesteding_id == aanbesteding_id)
    return sorted(session.scalars(query), key=lambda houder: (houder.gebruiker.naam, houder.gebruiker_id))


def holder(session: Session, aanbesteding_id: str, gebruiker_id: str) -> Sleutelhouder | None:
    return session.get(Sleutelhouder, (aanbesteding_id, gebruiker_id))


def add_layer(
    session: Session, regio_id: str, aanbesteding_id: str, eerste: str, tweede: str, versleuteld: str
) -> None:
    session.add(
        Kluislaag(
            eigenaar_id=regio_id,
            aanbesteding_id=aanbesteding_id,
            eerste_id=eerste,
            tweede_id=tweede,
            versleuteld=versleuteld,
        )
    )


def layers_of(session: Session, aanbesteding_id: str, eerste: str) -> list[Kluislaag]:
    """Those whose outer layer this person takes off."""
    query = select(Kluislaag).where(
        Kluislaag.aanbesteding_id == aanbesteding_id, Kluislaag.eerste_id == eerste
    )
    return list(session.scalars(query))


def remove_layers(session: Session, aanbesteding_id: str) -> None:
    for laag in session.scalars(select(Kluislaag).where(Kluislaag.aanbesteding_id == aanbesteding_id)):
        session.delete(laag)


def opening(session: Session, aanbesteding_id: str) -> Kluisopening | None:
    return session.get(Kluisopening, aanbesteding_id)


def begin_opening(
    session: Session,
    regio_id: str,
    aanbesteding_id: str,
    eerste: str,
    begonnen: datetime,
    halve: dict[str, str],
) -> None:
    """Instead of one that was begun before."""
    session.merge(
        Kluisopening(
            aanbesteding_id=aanbesteding_id,
            eigenaar_id=regio_id,
            eerste_id=eerste,
            begonnen=begonnen,
            halve=halve,
        )
    )


def lapse_openings(session: Session, begonnen_voor: datetime) -> None:
    """Forget what the first person took off, where the second did not come in time."""
    query = select(Kluisopening).where(Kluisopening.geopend.is_(None), Kluisopening.begonnen < begonnen_voor)
    for opening_ in session.scalars(query):
        opening_.halve = {}
