"""Demo data at the first start: log-ins, a register, a ronde, a tender, and a bid for each of two readers.

Only on a server that this computer alone can reach, and only where nothing was ever made.
"""

import json
import secrets
import tempfile
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from matcher.demo import schrijf_demo
from web.auth import wachtwoorden
from web.auth.sessies import wie_van
from web.models.base import now
from web.models.gebruiker import Rol
from web.models.organisatie import Organisatiesoort
from web.repositories import gebruikers, inschrijvingen, register, rondes
from web.services import register as registers
from web.services.rolnamen import ROLNAMEN
from web.services.voorbeeldaanbesteding import maak_voorbeeld
from web.settings import Settings
from web.state import State

REGIO = "Voorbeeldregio"
AANBIEDER = "Voorbeeldaanbieder"
INSCHRIJVING = "Voorbeeldinschrijving"


@dataclass(frozen=True, slots=True)
class Voorbeeldlogin:
    """`rol`: as users call it."""

    rol: str
    inlognaam: str
    wachtwoord: str


def laad_demo(state: State) -> None:
    """Who removed the examples does not get them back."""
    bestand = _bestand(state.settings)
    if not state.settings.demo or bestand.exists():
        return
    with state.toegang.systeem() as session:
        gebruikers.lock(session)
        if gebruikers.count(session):
            return
        regio = gebruikers.add_organisatie(session, REGIO, Organisatiesoort.REGIO, demo=True)
        aanbieder = gebruikers.add_organisatie(session, AANBIEDER, Organisatiesoort.AANBIEDER, demo=True)
        logins, mensen = [], {}
        for rol, rolnaam in ROLNAMEN.items():
            organisatie = aanbieder if rol is Rol.INSCHRIJVER else regio
            login = Voorbeeldlogin(rolnaam, rol.value, secrets.token_hex(6))
            gebruiker = gebruikers.add(session, organisatie, login.inlognaam, rolnaam, frozenset({rol}))
            gebruikers.set_wachtwoord(session, gebruiker.id, wachtwoorden.hash_van(login.wachtwoord))
            logins.append(login)
            mensen[rol] = wie_van(gebruiker)
        _vul_register(session, regio.id)
        ronde = rondes.add(session, regio.id, REGIO, state.settings.solve_seconds, demo=True)
        state.jobs.submit(session, regio.id, "plaatsing", ronde.id)
        for doel, eigenaar in (("beoordeling", regio), ("zelfcheck", aanbieder)):
            inschrijving = inschrijvingen.add(session, eigenaar.id, doel, INSCHRIJVING, demo=True)
            state.jobs.submit(session, eigenaar.id, "inschrijving", inschrijving.id)
    maak_voorbeeld(state, mensen, now())
    bestand.write_text(json.dumps([asdict(login) for login in logins]), encoding="utf-8")
    bestand.chmod(0o600)


def _vul_register(session: Session, regio_id: str) -> None:
    """The groepen and jeugdigen of the invented region."""
    with tempfile.TemporaryDirectory() as map_:
        schrijf_demo(Path(map_), registers.maandag(date.today()))
        for soort, bestand in registers.BESTAND.items():
            tekst = (Path(map_) / bestand).read_text(encoding="utf-8-sig")
            for sleutel, velden in registers.lees_csv(soort, tekst).items():
                register.add(session, regio_id, soort, sleutel, velden)


def voorbeeldlogins(settings: Settings) -> tuple[Voorbeeldlogin, ...]:
    """The log-ins of the demo, if this server has one."""
    bestand = _bestand(settings)
    if not settings.demo or not bestand.exists():
        return ()
    return tuple(Voorbeeldlogin(**login) for login in json.loads(bestand.read_text(encoding="utf-8")))


def _bestand(settings: Settings) -> Path:
    return settings.data / "demo_inloggen.json"
