"""Removes a placement round with all that hangs on it: jobs, steps of the shortlist,
explanations, what-ifs."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from web.models import Plaatsingsronde
from web.repositories import besluiten, varianten


def verwijder_ronde(
    session: Session, ronde: Plaatsingsronde, verwijder_taken: Callable[[Session, str], None]
) -> None:
    """`verwijder_taken`: removes the jobs of a subject. The files go once this session is kept."""
    for verzoek in besluiten.verzoeken(session, ronde.id):
        verwijder_taken(session, verzoek.id)
    for variant in varianten.of_ronde(session, ronde.id):
        verwijder_taken(session, variant.id)
    varianten.remove_of(session, ronde.id)
    besluiten.remove_of(session, ronde.id)
    verwijder_taken(session, ronde.id)
    session.delete(ronde)
