"""An opened tender with bids, assessors and scores, without pages: on top of tests.web.tender."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from tests.web.tender import NA, Proef
from web.access import Wie
from web.gunning.stand import TOEGELATEN, Stand, lees_stand
from web.models import Rol
from web.repositories import aanbestedingen, inschrijvingen
from web.repositories.scores import Onderwerp
from web.services import aanwijzen, consensus, scoren, toelating
from web.services.consensus import Overleg
from web.services.toelating import Keuze

STRAKS = NA + timedelta(hours=2)
WAAROM = "Het plan noemt concrete stappen en het netwerk doet van het begin af mee."


@dataclass
class Beoordeling(Proef):
    """Bids of as many bidders as asked, out of the opened vault."""

    boden: dict[str, str] = field(default_factory=dict)
    """By name of the bidder the id of the bid."""

    def open_met(self, *aanbieders: str) -> None:
        self.maak_klaar()
        for nummer, naam in enumerate(aanbieders):
            self.dien_in(self.persoon(f"bod {nummer}", naam, Rol.INSCHRIJVER), plan=b"Ons plan.")
        self.open(self.a)
        self.open(self.b)
        with self.database.session() as session:
            self.boden = {b.naam: b.id for b in inschrijvingen.from_vault(session, self.id)}

    def laat_toe(self, perceel: int, *namen: str, **meer: object) -> None:
        for naam in namen or self.boden:
            keuze = Keuze(TOEGELATEN, "", **meer)  # type: ignore[arg-type]
            toelating.besluit(self.toegang, self.lead, self.id, self.boden[naam], {perceel: keuze}, STRAKS)

    def wijs_aan(self, perceel: int, *mensen: Wie) -> None:
        """For each criterium of the perceel."""
        wie = [m.gebruiker_id for m in mensen or (self.a, self.b, self.lead)]
        keuze = {(perceel, c.id): wie for c in self.stand().criteria(perceel)}
        aanwijzen.wijs_aan(self.toegang, self.lead, self.id, keuze)

    def stand(self) -> Stand:
        with self.database.session() as session:
            aanbesteding = aanbestedingen.get(session, self.id)
            assert aanbesteding
            return lees_stand(session, aanbesteding)

    def score(
        self, wie: Wie, onderwerp: Onderwerp, punten: int | None, motivering: str = WAAROM, klaar: bool = True
    ) -> bool:
        return scoren.geef(self.toegang, wie, self.id, onderwerp, punten, motivering, klaar, STRAKS)

    def scoor(self, naam: str, perceel: int, punten: Sequence[int], ronde: int = 1) -> None:
        """All who are named give the same, and agree: a score for each criterium in order."""
        stand = self.stand()
        onderwerpen = [
            o
            for o in stand.onderwerpen(perceel)
            if o.inschrijving_id == self.boden[naam] and o.ronde == ronde
        ]
        mensen = {w.gebruiker_id: w for w in (self.a, self.b, self.lead)}
        for onderwerp, waarde in zip(onderwerpen, punten, strict=True):
            for gebruiker in stand.wie(onderwerp):
                self.score(mensen[gebruiker.id], onderwerp, waarde)
            self.spreek_af(onderwerp, waarde)

    def spreek_af(self, onderwerp: Onderwerp, punten: int, verschil: str = "") -> None:
        aanwezig = frozenset(g.id for g in self.stand().wie(onderwerp))
        overleg = Overleg(punten, WAAROM, verschil, aanwezig)
        consensus.leg_vast(self.toegang, self.lead, self.id, onderwerp, overleg, STRAKS)
