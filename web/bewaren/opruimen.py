"""Removes what was kept long enough. That it was removed stays in the log; the log itself stays whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from web.access.rechten import Handeling, Soort
from web.access.toegang import Toegang
from web.audit.schrijven import Gebeurtenis, schrijf
from web.models import Inschrijving
from web.repositories import aanvragen, antwoorden, inschrijvingen, jobs, register, rondes
from web.services.opslag import Opslag
from web.services.rondeweg import verwijder_ronde
from web.settings import Settings

REDEN = "bewaartermijn voorbij"


@dataclass(frozen=True, slots=True)
class Opgeruimd:
    """How many of each kind were removed."""

    rondes: int
    inschrijvingen: int
    zelfchecks: int
    importen: int
    uploads: int
    antwoorden: int


def ruim_op(toegang: Toegang, opslag: Opslag, settings: Settings, moment: datetime) -> Opgeruimd:
    """Remove all whose term is over at `moment` (UTC). Files go after their rows: a leftover is no loss."""

    def voor(dagen: int) -> datetime:
        return moment - timedelta(days=dagen)

    with toegang.systeem() as session:
        oude_rondes = rondes.before(session, voor(settings.bewaar_rondes))
        for ronde in oude_rondes:
            verwijder_ronde(session, ronde, jobs.remove_of)
            _meld(session, Soort.RONDE, ronde.id)
        bids = inschrijvingen.before(session, "beoordeling", voor(settings.bewaar_inschrijvingen), moment)
        _verwijder(session, bids, Soort.INSCHRIJVING)
        drafts = inschrijvingen.before(session, "zelfcheck", voor(settings.bewaar_zelfcheck), moment)
        _verwijder(session, drafts, Soort.ZELFCHECK)
        for aanvraag in aanvragen.before(session, voor(settings.bewaar_aanvragen)):
            session.delete(aanvraag)
            _meld(session, Soort.AANVRAAG, aanvraag.id)
        oude_antwoorden = antwoorden.before(session, voor(settings.bewaar_antwoorden))
        for antwoord in oude_antwoorden:
            antwoorden.remove(session, antwoord)
            _meld(session, Soort.ANTWOORD, antwoord.id)
        importen = register.imports_before(session, voor(settings.bewaar_importen))
        for rij in importen:
            register.remove_import(session, rij)
            _meld(session, Soort.JEUGDIGE, rij.id)
    for ronde in oude_rondes:
        opslag.remove("plaatsing", ronde.id)
    for inschrijving in (*bids, *drafts):
        opslag.remove("inschrijving", inschrijving.id)
    uploads = opslag.remove_leftovers(voor(1))
    return Opgeruimd(len(oude_rondes), len(bids), len(drafts), len(importen), uploads, len(oude_antwoorden))


def _verwijder(session: Session, rijen: Iterable[Inschrijving], soort: Soort) -> None:
    for rij in rijen:
        jobs.remove_of(session, rij.id)
        session.delete(rij)
        _meld(session, soort, rij.id)


def _meld(session: Session, soort: Soort, record: str) -> None:
    session.flush()
    schrijf(session, Gebeurtenis(None, Handeling.VERWIJDEREN, soort, record, REDEN))
