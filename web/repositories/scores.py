"""Queries on scores. What others gave stays hidden here, in the query, until all who are named have scored.

Nothing else reads the table of scores (tests/web/test_scores.py holds it): not a page, not an export.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, delete, exists, select
from sqlalchemy.orm import Session, aliased

from web.models import Aanwijzing, Consensus, Score, Tweedebeurt


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """What gets a score: a criterium of a perceel of a bid, the first or the second time."""

    inschrijving_id: str
    perceel: int
    criterium: str
    ronde: int = 1


def name(
    session: Session, regio_id: str, aanbesteding_id: str, perceel: int, criterium: str, wie: str
) -> None:
    session.add(
        Aanwijzing(
            eigenaar_id=regio_id,
            aanbesteding_id=aanbesteding_id,
            perceel=perceel,
            criterium=criterium,
            gebruiker_id=wie,
        )
    )


def unname(session: Session, aanwijzing: Aanwijzing) -> None:
    """Takes a draft of this person along."""
    session.execute(
        delete(Score).where(
            Score.aanbesteding_id == aanwijzing.aanbesteding_id,
            Score.perceel == aanwijzing.perceel,
            Score.criterium == aanwijzing.criterium,
            Score.gebruiker_id == aanwijzing.gebruiker_id,
        )
    )
    session.delete(aanwijzing)


def named(session: Session, aanbesteding_id: str) -> list[Aanwijzing]:
    """Of a tender, by perceel, criterium and name."""
    query = select(Aanwijzing).where(Aanwijzing.aanbesteding_id == aanbesteding_id)
    return sorted(
        session.scalars(query),
        key=lambda a: (a.perceel, a.criterium, a.gebruiker.naam, a.gebruiker_id),
    )


def own(session: Session, gebruiker_id: str, onderwerp: Onderwerp) -> Score | None:
    """What this person gave, a draft too."""
    key = (onderwerp.inschrijving_id, onderwerp.perceel, onderwerp.criterium, onderwerp.ronde, gebruiker_id)
    return session.get(Score, key)


def own_of(session: Session, gebruiker_id: str, aanbesteding_id: str) -> list[Score]:
    """All that this person gave in a tender."""
    query = select(Score).where(Score.aanbesteding_id == aanbesteding_id, Score.gebruiker_id == gebruiker_id)
    return list(session.scalars(query))


def known(session: Session, aanbesteding_id: str, onderwerp: Onderwerp | None = None) -> list[Score]:
    """The scores that all who are named have handed in; of nothing on which one of them still has to.

    The same for everybody: assessor, hoofdbeoordelaar and who is not named at all.
    """
    query = select(Score).where(Score.aanbesteding_id == aanbesteding_id, _all_in())
    if onderwerp:
        query = query.where(_is(onderwerp))
    return sorted(session.scalars(query), key=lambda s: (s.gebruiker.naam, s.gebruiker_id))


def handed_in(session: Session, aanbesteding_id: str) -> list[tuple[Onderwerp, str]]:
    """Who handed in on what, without what they gave."""
    query = select(
        Score.inschrijving_id, Score.perceel, Score.criterium, Score.ronde, Score.gebruiker_id
    ).where(Score.aanbesteding_id == aanbesteding_id, Score.ingediend.is_not(None))
    return [(Onderwerp(*rij[:4]), rij[4]) for rij in session.execute(query)]


def put(session: Session, score: Score) -> None:
    """Instead of what this person gave before."""
    session.merge(score)
    session.flush()


def _is(onderwerp: Onderwerp) -> ColumnElement[bool]:
    return and_(
        Score.inschrijving_id == onderwerp.inschrijving_id,
        Score.perceel == onderwerp.perceel,
        Score.criterium == onderwerp.criterium,
        Score.ronde == onderwerp.ronde,
    )


def _all_in() -> ColumnElement[bool]:
    """Handed in, and nobody who is named for it still has to."""
    other = aliased(Score)
    has_scored = exists().where(
        other.gebruiker_id == Aanwijzing.gebruiker_id,
        other.inschrijving_id == Score.inschrijving_id,
        other.perceel == Score.perceel,
        other.criterium == Score.criterium,
        other.ronde == Score.ronde,
        other.ingediend.is_not(None),
    )
    waiting = exists().where(
        Aanwijzing.aanbesteding_id == Score.aanbesteding_id,
        Aanwijzing.perceel == Score.perceel,
        Aanwijzing.criterium == Score.criterium,
        ~has_scored,
    )
    return and_(Score.ingediend.is_not(None), ~waiting)


def add_consensus(session: Session, consensus: Consensus) -> None:
    session.add(consensus)
    session.flush()


def consensus_of(session: Session, aanbesteding_id: str) -> list[Consensus]:
    """The oldest first."""
    query = select(Consensus).where(Consensus.aanbesteding_id == aanbesteding_id)
    return list(session.scalars(query.order_by(Consensus.volgnummer)))


def open_second(session: Session, beurt: Tweedebeurt) -> None:
    session.add(beurt)
    session.flush()


def second_turns(session: Session, aanbesteding_id: str) -> list[Tweedebeurt]:
    query = select(Tweedebeurt).where(Tweedebeurt.aanbesteding_id == aanbesteding_id)
    return list(session.scalars(query))
