"""The start page."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from web.access import Handeling, Soort, mag
from web.auth.huidig import wie_of_niemand
from web.contexts.start import Kaart, Startpagina
from web.models.base import now
from web.rendering import render
from web.repositories import rondleidingen
from web.services.gesprek import Gesprek
from web.services.overzicht import recente_regels
from web.services.rondleiding import beeld
from web.services.vandaag import wachtregels
from web.state import CurrentState

router = APIRouter()

KAARTEN = (
    (
        Soort.RONDE,
        Kaart(
            "Plaatsing",
            "/plaatsing",
            "coördinator",
            "Zoek voor alle jeugdigen die wachten tegelijk de best passende plek. Met de redenen erbij.",
        ),
    ),
    (
        Soort.JEUGDIGE,
        Kaart(
            "Register",
            "/register",
            "coördinator",
            "Houd bij welke groepen er zijn en welke jeugdigen wachten. Uit Excel of CSV, of met de hand.",
        ),
    ),
    (
        Soort.INSCHRIJVING,
        Kaart(
            "Beoordeling",
            "/beoordeling",
            "beoordelaar",
            "Leg een inschrijving naast alle eisen. U ziet de knock-outs eerst, en elke passage op zijn "
            "pagina.",
        ),
    ),
    (
        Soort.KLUIS,
        Kaart(
            "Aanbestedingen",
            "/aanbestedingen",
            "beoordelaar",
            "De planning, de kluis en de scores. De kluis gaat alleen open met twee mensen samen.",
        ),
    ),
    (
        Soort.INZENDING,
        Kaart(
            "Werkplek",
            "/werkplek",
            "inschrijver",
            "Kies uw percelen, verzamel uw stukken en dien in. U krijgt een bewijs van ontvangst.",
        ),
    ),
    (
        Soort.ZELFCHECK,
        Kaart(
            "Zelfcheck",
            "/zelfcheck",
            "inschrijver",
            "Kijk uw inschrijving na voordat u haar indient. U krijgt een lijst met wat nog kan.",
        ),
    ),
    (
        Soort.GEBRUIKER,
        Kaart("Beheer", "/beheer", "beheerder", "Geef collega's een account, en sluit het als ze weggaan."),
    ),
    (
        Soort.LOG,
        Kaart("Logboek", "/logboek", "beheerder", "Zie wie wat deed, en wanneer. Niemand kan het wijzigen."),
    ),
)
"""What one must be allowed to read to start there, and the card."""
VOOR_IEDEREEN = ("/plaatsing", "/beoordeling", "/zelfcheck")
"""The cards that tell who is not logged in what this is."""


@router.get("/", response_class=HTMLResponse)
def start(request: Request, state: CurrentState) -> HTMLResponse:
    wie = wie_of_niemand(request)
    if wie is None:
        kaarten = tuple(kaart for _, kaart in KAARTEN if kaart.adres in VOOR_IEDEREEN)
        return render(request, Startpagina(kaarten, (), (), (), Gesprek()))
    # All of it in one session, with one line in the log: everybody comes by here all day.
    with state.toegang.lezen(wie, Soort.START) as session:
        pagina = Startpagina(
            kaarten=tuple(kaart for soort, kaart in KAARTEN if mag(wie, Handeling.LEZEN, soort)),
            rondleiding=beeld(wie.rollen, rondleidingen.get(session, wie.gebruiker_id)),
            wacht=wachtregels(session, wie, now()),
            recent=recente_regels(session, wie),
            gesprek=Gesprek(),
        )
    return render(request, pagina)
