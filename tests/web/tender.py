"""A tender with people, a vault and bids, without pages. The time is what a test says."""

import io
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from pyrage import x25519

from tests.web.agesleutel import WACHTZIN, lichte_sleutel
from web.access import Toegang, Wie
from web.auth.sessies import wie_van
from web.bestanden import Bestanden, open_bestanden
from web.database import Database
from web.jobs.jobs import Jobs
from web.kluis.officier import Officierssleutel
from web.kluis.ontvangst import Deel
from web.models import Organisatiesoort, Rol
from web.repositories import gebruikers, kluis
from web.services import aanbestedingen, indienen, opening
from web.services.aanbestedingen import Opzet

SLUITING = datetime(2027, 3, 1, 10, 0)
VOOR = SLUITING - timedelta(hours=1)
NA = SLUITING + timedelta(minutes=1)
VENSTER = 24
CATALOGUS = "ijsselland_2023"


class LosDeel:
    """A part of a form whose bytes are in hand."""

    def __init__(self, naam: str, inhoud: bytes) -> None:
        self.bestandsnaam: str | None = naam
        self.read = io.BytesIO(inhoud).read


def delen(**bestanden: bytes) -> list[Deel]:
    """A form with these files; "plan" is called "plan.txt"."""
    return [cast(Deel, LosDeel(f"{naam}.txt", inhoud)) for naam, inhoud in bestanden.items()]


@dataclass
class Proef:
    """One region with three people who hold a key, and bidders of other organisations."""

    database: Database
    data: Path
    toegang: Toegang = field(init=False)
    bestanden: Bestanden = field(init=False)
    sleutels: dict[str, Officierssleutel] = field(default_factory=dict)
    server: x25519.Identity = field(default_factory=x25519.Identity.generate)
    id: str = ""

    def __post_init__(self) -> None:
        self.toegang = Toegang(self.database)
        self.bestanden = open_bestanden("", self.data)
        self.lead = self.persoon("lead", "Regio", Rol.HOOFDBEOORDELAAR)
        self.a = self.persoon("a", "Regio", Rol.BEOORDELAAR)
        self.b = self.persoon("b", "Regio", Rol.BEOORDELAAR)
        self.bidder = self.persoon("bod", "Aanbieder", Rol.INSCHRIJVER)

    def persoon(self, naam: str, organisatie: str, *rollen: Rol) -> Wie:
        soort = Organisatiesoort.AANBIEDER if Rol.INSCHRIJVER in rollen else Organisatiesoort.REGIO
        with self.database.session(write=True) as session:
            org = gebruikers.organisatie_by_naam(session, organisatie) or gebruikers.add_organisatie(
                session, organisatie, soort
            )
            return wie_van(gebruikers.add(session, org, naam, naam, frozenset(rollen)))

    def maak(self, *houders: Wie) -> str:
        """A tender whose vault is not ready: nobody has a key."""
        opzet = Opzet("Proef", CATALOGUS, SLUITING, VENSTER, tuple(h.gebruiker_id for h in houders))
        self.id = aanbestedingen.maak(self.toegang, self.lead, opzet, VOOR)
        return self.id

    def maak_klaar(self, *houders: Wie) -> str:
        """A tender that takes bids; every holder has a key."""
        houders = houders or (self.lead, self.a, self.b)
        self.maak(*houders)
        for wie in houders:
            self.geef_lichte_sleutel(wie)
        aanbestedingen.maak_klaar(self.toegang, self.lead, self.id, VOOR)
        return self.id

    def geef_lichte_sleutel(self, wie: Wie) -> None:
        """A key that was tried, without the wait."""
        self.sleutels[wie.gebruiker_id] = lichte_sleutel()
        with self.database.session(write=True) as session:
            houder = kluis.holder(session, self.id, wie.gebruiker_id)
            assert houder
            houder.publiek, houder.beproefd = self.sleutels[wie.gebruiker_id].publiek, VOOR

    def dien_in(self, wie: Wie | None = None, nu: datetime = VOOR, **bestanden: bytes) -> str:
        return indienen.dien_in(
            self.toegang, self.bestanden, wie or self.bidder, self.id, delen(**bestanden), lambda: nu
        )

    def open(self, wie: Wie, nu: datetime = NA, van: Wie | None = None) -> opening.Stap:
        """`van`: whose key file is used."""
        bestand = self.sleutels[(van or wie).gebruiker_id].bestand
        return opening.open_kluis(
            self.toegang, Jobs(self.database, None), wie, self.id, bestand, WACHTZIN, self.server, nu
        )
