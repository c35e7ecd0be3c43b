"""Opening a vault: begun by one person with the own key, ended by another with theirs, after the closing.

The steps and why one of them opens nothing: docs/kluis.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial

from pyrage import x25519
from sqlalchemy.orm import Session

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Toegang, Wie
from web.jobs.jobs import Jobs
from web.kluis.fase import SAMEN, Fase
from web.kluis.nesten import kluissleutel, open_laag, sluit
from web.kluis.officier import open_sleutel
from web.models import Aanbesteding, Inzending, Kluisopening
from web.repositories import aanbestedingen, inschrijvingen, inzendingen, kluis
from web.services.aanbestedingen import eigen
from web.services.datum import moment


class Stap(StrEnum):
    EERSTE = "eerste"
    TWEEDE = "tweede"


@dataclass(frozen=True, slots=True)
class Beurt:
    """What this person can do now: begin (with these layers), or end what somebody else began."""

    stap: Stap
    publiek: str
    lagen: Mapping[str, str]
    """For a beginning, by id of the second person."""
    halve: str
    """For an ending: what the first person left for this one."""


def open_kluis(
    toegang: Toegang,
    jobs: Jobs,
    wie: Wie,
    id_: str,
    bestand: bytes,
    wachtzin: str,
    server: x25519.Identity,
    nu: datetime,
) -> Stap:
    """One person's part in the opening; returns which part it was. Each try is in the log.

    `server`: who reads the bids once two have opened. Raises InvoerFout, GeenAanbesteding.
    """
    return open_met(toegang, jobs, wie, id_, partial(open_sleutel, bestand, wachtzin), server, nu)


def open_met(
    toegang: Toegang,
    jobs: Jobs,
    wie: Wie,
    id_: str,
    sleutel_van: Callable[[str], x25519.Identity],
    server: x25519.Identity,
    nu: datetime,
) -> Stap:
    """As `open_kluis`; `sleutel_van` gives the private key to a public one."""
    with toegang.lezen(wie, Soort.KLUIS, id_, "poging", Handeling.OPENEN) as session:
        beurt = beurt_van(session, wie, eigen(session, wie, id_), nu)
        ontvanger = eigen(session, wie, id_).kluis_ontvanger
    # Takes a second or more: not while others wait to write.
    sleutel = sleutel_van(beurt.publiek)
    if beurt.stap is Stap.EERSTE:
        halve = {tweede: open_laag(laag, sleutel) for tweede, laag in beurt.lagen.items()}
        with toegang.wijzigen(wie, Handeling.OPENEN, Soort.KLUIS, id_, "eerste sleutel") as session:
            _nog_zo(session, wie, id_, beurt, nu)
            kluis.begin_opening(session, wie.organisatie_id, id_, wie.gebruiker_id, nu, halve)
        return Stap.EERSTE
    van_kluis = kluissleutel(open_laag(beurt.halve, sleutel))
    if str(van_kluis.to_public()) != ontvanger:
        raise InvoerFout("Wat de eerste opende, hoort niet bij deze kluis. Meld dit aan de beheerder.")
    voor_server = sluit(str(van_kluis), str(server.to_public()))
    with toegang.ontsluiten(wie, id_) as session:
        _nog_zo(session, wie, id_, beurt, nu)
        _deel(session, jobs, wie, id_, voor_server, nu)
    return Stap.TWEEDE


def beurt_van(session: Session, wie: Wie, aanbesteding: Aanbesteding, nu: datetime) -> Beurt:
    """Raises InvoerFout when this person can do nothing now, with the reason."""
    planning = aanbesteding.planning
    match planning.fase(nu):
        case Fase.VOORBEREIDING:
            raise InvoerFout("De kluis is nog niet klaar.")
        case Fase.OPEN:
            raise InvoerFout(f"De kluis kan pas open na de sluiting: {moment(planning.sluiting)}.")
        case Fase.VERLOPEN:
            raise InvoerFout(
                f"De tijd om te openen was voorbij op {moment(planning.open_tot)}. De hoofdbeoordelaar kan "
                "haar langer maken."
            )
        case Fase.GEOPEND:
            raise InvoerFout("De kluis is al geopend.")
    houder = kluis.holder(session, aanbesteding.id, wie.gebruiker_id)
    if houder is None or houder.publiek is None:
        raise InvoerFout("U heeft geen sleutel van deze kluis.")
    begonnen = lopend(kluis.opening(session, aanbesteding.id), nu)
    if begonnen is None:
        lagen = kluis.layers_of(session, aanbesteding.id, wie.gebruiker_id)
        return Beurt(Stap.EERSTE, houder.publiek, {laag.tweede_id: laag.versleuteld for laag in lagen}, "")
    if begonnen.eerste_id == wie.gebruiker_id:
        raise InvoerFout("U heeft uw sleutel al gebruikt. Nu moet iemand anders de zijne of hare gebruiken.")
    return Beurt(Stap.TWEEDE, houder.publiek, {}, begonnen.halve[wie.gebruiker_id])


def lopend(opening: Kluisopening | None, nu: datetime) -> Kluisopening | None:
    """The opening that waits for a second person."""
    if opening is None or opening.geopend or not opening.halve or nu - opening.begonnen > SAMEN:
        return None
    return opening


def _nog_zo(session: Session, wie: Wie, id_: str, beurt: Beurt, nu: datetime) -> None:
    """Nothing has changed since the turn was worked out; from here on nothing can."""
    aanbesteding = aanbestedingen.lock(session, id_)
    if aanbesteding is None or beurt_van(session, wie, aanbesteding, nu) != beurt:
        raise InvoerFout("Er is net iets veranderd. Probeer het opnieuw.")


def _deel(session: Session, jobs: Jobs, wie: Wie, id_: str, voor_server: str, nu: datetime) -> None:
    """Share every bid with the region, and have each checked."""
    aanbesteding = aanbestedingen.get(session, id_)
    opening = kluis.opening(session, id_)
    assert aanbesteding and opening
    opening.tweede_id, opening.geopend = wie.gebruiker_id, nu
    opening.halve, opening.voor_server = {}, voor_server
    aanbesteding.geopend = nu
    regio = aanbesteding.eigenaar_id
    for inzending in inzendingen.all_of(session, id_):
        if inzending.geldend is None:
            continue
        inzending.gedeeld_met_id = regio
        _leg_klaar(session, jobs, regio, inzending)


def zet_terug(toegang: Toegang, jobs: Jobs, wie: Wie, id_: str) -> None:
    """Bids of an opened vault whose copy was removed at beoordeling stand there again.

    Raises InvoerFout when there are none, GeenAanbesteding.
    """
    with toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.AANBESTEDING, id_, "teruggezet") as session:
        eigen(session, wie, id_)
        aanbestedingen.lock(session, id_)
        weg = inzendingen.without_copy(session, id_)
        if not weg:
            raise InvoerFout("Alle inschrijvingen staan al bij beoordeling.")
        for inzending in weg:
            _leg_klaar(session, jobs, wie.organisatie_id, inzending)


def _leg_klaar(session: Session, jobs: Jobs, regio: str, inzending: Inzending) -> None:
    """A copy for the assessors, which is taken out of the vault and checked by a job."""
    naam = inzendingen.bidder(session, inzending)
    inschrijving = inschrijvingen.add(session, regio, "beoordeling", naam)
    inschrijving.inzending_id = inzending.id
    jobs.submit(session, regio, "inschrijving", inschrijving.id)
