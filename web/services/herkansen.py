"""The one second turn of a bidder that fell out (§4.1.4): given by the region, used by the bidder.

The vault is open by then, so the region can read what comes in at once; it is locked on disk all the same.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Toegang, Wie
from web.audit.schrijven import Gebeurtenis, schrijf
from web.bestanden import Bestanden
from web.contexts.aanbesteding import Opnieuw
from web.jobs.jobs import Jobs
from web.models import Herkansing, Inschrijving, Inzending
from web.repositories import aanbestedingen, herkansingen, inschrijvingen, inzendingen, kluis
from web.services.bewijs import nieuw_nummer, som
from web.services.datum import moment, resttijd
from web.services.indienen import Inzenddeel, Klok, inzendingrij, ontvang

HERZIEN = "herzien"
"""Why the first version counts no more."""


def geef(
    session: Session, wie: Wie, inschrijving: Inschrijving, tot: datetime, uitleg: str, nu: datetime
) -> None:
    """Let the bidder of this bid hand in once more. Raises InvoerFout where that cannot be."""
    if bezwaar := geen_herkansing(session, inschrijving):
        raise InvoerFout(bezwaar)
    if tot <= nu:
        raise InvoerFout("Kies een moment dat nog moet komen.")
    if not uitleg:
        raise InvoerFout("Schrijf wat er beter moet. De inschrijver leest dit.")
    inzending = inzendingen.get(session, inschrijving.inzending_id or "")
    assert inzending
    herkansingen.add(session, wie.organisatie_id, inzending, tot, uitleg, wie.naam)


def geen_herkansing(session: Session, inschrijving: Inschrijving) -> str:
    """Why this bid gets no second turn here; "" when it can."""
    if inschrijving.eerdere_id:
        return "Dit is al een herziene inschrijving. Een tweede keer mag niet (§4.1.4)."
    if not inschrijving.inzending_id:
        return "Deze inschrijving kwam niet uit een kluis. Vraag de herziene stukken zelf op, en lees ze in."
    if inschrijvingen.in_place_of(session, inschrijving.id):
        return "Er is al een herziene inschrijving. Een tweede keer mag niet (§4.1.4)."
    return ""


def opnieuw(herkansing: Herkansing | None, nu: datetime) -> Opnieuw | None:
    """As the bidder sees it."""
    if herkansing is None:
        return None
    rest = resttijd(herkansing.tot, nu) if herkansing.gebruikt is None else ""
    return Opnieuw(herkansing.tot, herkansing.uitleg, rest, herkansing.gebruikt)


def dien_opnieuw_in(
    toegang: Toegang,
    bestanden: Bestanden,
    jobs: Jobs,
    wie: Wie,
    aanbesteding_id: str,
    delen: Iterable[Inzenddeel],
    klok: Klok,
) -> str:
    """Take in the revised bid; returns the number of its receipt. Raises InvoerFout (nothing is changed)."""
    with toegang.lezen(wie, Soort.INZENDING, aanbesteding_id, "herkansing") as session:
        inzending = inzendingen.own(session, wie.organisatie_id, aanbesteding_id)
        _mag(session, inzending, klok())
        aanbesteding = aanbestedingen.get(session, aanbesteding_id)
    assert aanbesteding and aanbesteding.kluis_ontvanger
    with ontvang(bestanden, delen, aanbesteding.kluis_ontvanger) as binnen:
        nummer, sha256 = nieuw_nummer(), som(b.bewijs for b in binnen)
        toegang.vraag(wie, Handeling.WIJZIGEN, Soort.INZENDING, aanbesteding_id)
        # Over the rows of two organisations: the bidder's own bid, and the copy that the region judges.
        with toegang.systeem() as session:
            nu = klok()
            aanbestedingen.lock(session, aanbesteding_id)
            inzending = inzendingen.own(session, wie.organisatie_id, aanbesteding_id)
            inzending, herkansing = _mag(session, inzending, nu)
            opening = kluis.opening(session, aanbesteding_id)
            if opening is None or opening.voor_server is None:
                raise InvoerFout("De kluis van deze aanbesteding is leeggemaakt. Bel de regio.")
            if inzending.geldend is not None:
                inzendingen.end_version(session, inzending, inzending.geldend, nu, HERZIEN)
            rijen = [inzendingrij(inzending, n, b) for n, b in enumerate(binnen, 1)]
            inzendingen.add_version(session, inzending, nummer, nu, wie.naam, sha256, rijen)
            herkansing.gebruikt = nu
            _leg_klaar(session, jobs, herkansing.eigenaar_id, inzending, wie.organisatie)
            deel = f"herkansing {nummer} {sha256}"
            schrijf(session, Gebeurtenis(wie, Handeling.WIJZIGEN, Soort.INZENDING, inzending.id, deel))
    return nummer


def _mag(session: Session, inzending: Inzending | None, nu: datetime) -> tuple[Inzending, Herkansing]:
    herkansing = herkansingen.of_bid(session, inzending.id) if inzending else None
    if inzending is None or herkansing is None:
        raise InvoerFout("De regio heeft u niet gevraagd om opnieuw in te dienen.")
    if herkansing.gebruikt is not None:
        raise InvoerFout("U heeft uw herziene inschrijving al ingediend. Een tweede keer mag niet (§4.1.4).")
    if nu >= herkansing.tot:
        raise InvoerFout(f"Opnieuw indienen kon tot {moment(herkansing.tot)}.")
    return inzending, herkansing


def _leg_klaar(session: Session, jobs: Jobs, regio: str, inzending: Inzending, naam: str) -> None:
    """A copy for the assessors in place of the first, that a job takes out of the vault and checks."""
    eerst = herkansingen.copy_of(session, inzending.id)
    nieuw = inschrijvingen.add(session, regio, "beoordeling", naam)
    if eerst is None:
        nieuw.inzending_id = inzending.id
    else:
        nieuw.eerdere_id, nieuw.bewaren_tot = eerst.id, eerst.bewaren_tot
    session.flush()
    jobs.submit(session, regio, "inschrijving", nieuw.id)
