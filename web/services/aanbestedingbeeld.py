"""What the region sees of a tender: before the opening only how many bids came in, and when."""

from datetime import datetime

from sqlalchemy.orm import Session

from knowledge.catalogue import load_tender
from web.access import Handeling, Soort, Wie, mag
from web.contexts.aanbesteding import (
    Aanbestedingspagina,
    Aanbestedingsregel,
    Houderregel,
    Openingsbeeld,
    Planningvelden,
)
from web.contexts.basis import Veldfout
from web.kluis.fase import SAMEN, Fase
from web.models import Aanbesteding, Kluisopening, Sleutelhouder
from web.repositories import aanbestedingen, inschrijvingen, inzendingen, kluis
from web.services.datum import nederlandse_tijd
from web.services.opening import lopend
from web.services.overzicht import regels_van


def eigen_regels(session: Session, wie: Wie, nu: datetime) -> tuple[Aanbestedingsregel, ...]:
    """The tenders of a region."""
    regels = []
    for aanbesteding in aanbestedingen.all_of_region(session, wie.organisatie_id):
        tellen = [o for o in inzendingen.arrivals(session, aanbesteding.id) if o.ingetrokken is None]
        woord = "inschrijving" if len(tellen) == 1 else "inschrijvingen"
        regels.append(_regel(aanbesteding, wie.organisatie, nu, "aanbestedingen", f"{len(tellen)} {woord}"))
    return tuple(regels)


def indien_regels(
    session: Session, wie: Wie, nu: datetime, pad: str = "indienen"
) -> tuple[Aanbestedingsregel, ...]:
    """The tenders that a bidder can look at, with how far the own bid is. `pad`: where each leads to."""
    regels = []
    for aanbesteding in aanbestedingen.published(session):
        inzending = inzendingen.own(session, wie.organisatie_id, aanbesteding.id)
        stand = "U heeft nog niets ingediend" if inzending is None else "Ingetrokken"
        if inzending and inzending.geldend:
            stand = "Ingediend"
        regio = aanbestedingen.region_name(session, aanbesteding)
        regels.append(_regel(aanbesteding, regio, nu, pad, stand))
    return tuple(regels)


def _regel(aanbesteding: Aanbesteding, regio: str, nu: datetime, pad: str, stand: str) -> Aanbestedingsregel:
    return Aanbestedingsregel(
        adres=f"/{pad}/{aanbesteding.id}",
        naam=aanbesteding.naam,
        regio=regio,
        sluiting=aanbesteding.sluiting,
        fase=aanbesteding.planning.fase(nu),
        stand=stand,
    )


def planningvelden(sluiting: datetime, venster_uren: int) -> Planningvelden:
    hier = nederlandse_tijd(sluiting)
    return Planningvelden(f"{hier:%d-%m-%Y}", f"{hier:%H:%M}", str(venster_uren))


def aanbestedingspagina(
    session: Session,
    wie: Wie,
    aanbesteding: Aanbesteding,
    nu: datetime,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    planning: Planningvelden | None = None,
) -> Aanbestedingspagina:
    """`planning`: what somebody wrote in the form, when it is not what is kept."""
    houders = kluis.holders(session, aanbesteding.id)
    ontvangsten = inzendingen.arrivals(session, aanbesteding.id)
    fase = aanbesteding.planning.fase(nu)
    eigen = next((_stand(h) for h in houders if h.gebruiker_id == wie.gebruiker_id), "")
    opening = kluis.opening(session, aanbesteding.id)
    boden = inschrijvingen.from_vault(session, aanbesteding.id) if fase is Fase.GEOPEND else []
    return Aanbestedingspagina(
        id=aanbesteding.id,
        naam=aanbesteding.naam,
        catalogus=load_tender(aanbesteding.catalogus).naam,
        fase=fase,
        sluiting=aanbesteding.sluiting,
        open_tot=aanbesteding.planning.open_tot,
        geopend=aanbesteding.geopend,
        planning=planning or planningvelden(aanbesteding.sluiting, aanbesteding.venster_uren),
        houders=tuple(Houderregel(h.gebruiker.naam, _stand(h)) for h in houders),
        eigen_sleutel=eigen,
        mag_beheren=mag(wie, Handeling.WIJZIGEN, Soort.AANBESTEDING),
        binnen=tuple(o.ontvangen for o in ontvangsten if o.ingetrokken is None),
        ingetrokken=sum(o.ingetrokken is not None for o in ontvangsten),
        opening=_opening(opening, wie, fase, bool(eigen), nu),
        boden=regels_van(session, boden),
        leeg=fase is Fase.GEOPEND and (opening is None or opening.voor_server is None),
        verwijderde_boden=len(inzendingen.without_copy(session, aanbesteding.id)),
        fouten=fouten,
        melding=melding,
    )


def _stand(houder: Sleutelhouder) -> str:
    if houder.publiek is None:
        return "geen"
    return "klaar" if houder.beproefd else "gemaakt"


def _opening(opening: Kluisopening | None, wie: Wie, fase: Fase, houder: bool, nu: datetime) -> Openingsbeeld:
    if opening and opening.geopend and opening.tweede:
        return Openingsbeeld("", "", None, (opening.eerste.naam, opening.tweede.naam))
    begonnen = lopend(opening, nu)
    kan = houder and fase is Fase.GESLOTEN
    if begonnen is None:
        return Openingsbeeld("eerste" if kan else "", "", None, ())
    zelf = begonnen.eerste_id == wie.gebruiker_id
    stap = "tweede" if kan and not zelf else ""
    return Openingsbeeld(stap, begonnen.eerste.naam, begonnen.begonnen + SAMEN, ())
