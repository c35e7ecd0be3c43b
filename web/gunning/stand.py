"""All of a tender that scoring and awarding look at, read at once: whatever the number of bids."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from knowledge.calculators.score.criteria import minimum_van
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Criterium, Perceel
from web.gunning.opzet import criteria_bij, percelen_van, tender_van
from web.gunning.stap import Stapsoort
from web.models import Aanbesteding, Consensus, Gebruiker, Gunningsstap, Inschrijving, Toelating, Tweedebeurt
from web.repositories import gunningen, inschrijvingen, scores, toelatingen
from web.repositories.scores import Onderwerp

TOEGELATEN = "toegelaten"
GEEN = "geen inschrijving"
"""The bid is not for this perceel."""


@dataclass(frozen=True, slots=True)
class Stand:
    """`klaar`: who handed in, not what; `consensus`, `toelating` and `stap`: the latest, which counts."""

    aanbesteding: Aanbesteding
    tender: Tender
    percelen: tuple[Perceel, ...]
    boden: Mapping[str, Inschrijving]
    toelating: Mapping[tuple[str, int], Toelating]
    aangewezen: Mapping[tuple[int, str], tuple[Gebruiker, ...]]
    klaar: Mapping[Onderwerp, frozenset[str]]
    consensus: Mapping[Onderwerp, Consensus]
    tweede: Mapping[tuple[str, int], Tweedebeurt]
    stappen: tuple[Gunningsstap, ...]

    def perceel(self, nummer: int) -> Perceel | None:
        return next((p for p in self.percelen if p.nummer == nummer), None)

    def criteria(self, perceel: int) -> tuple[Criterium, ...]:
        return criteria_bij(self.tender, perceel)

    def toegelaten(self, perceel: int) -> tuple[Inschrijving, ...]:
        return tuple(b for b in self.boden.values() if self._besluit(b.id, perceel) == TOEGELATEN)

    def terzijde(self, perceel: int) -> tuple[Toelating, ...]:
        """The decisions by which a bid is out."""
        return tuple(
            t
            for (bod, nummer), t in self.toelating.items()
            if nummer == perceel and bod in self.boden and t.besluit not in (TOEGELATEN, GEEN)
        )

    def _besluit(self, bod: str, perceel: int) -> str:
        toelating = self.toelating.get((bod, perceel))
        return toelating.besluit if toelating else ""

    def onderwerpen(self, perceel: int) -> Iterator[Onderwerp]:
        """All that is to be scored: each criterium of each bid, and plans that were changed once more."""
        criteria = self.criteria(perceel)
        for bod in self.toegelaten(perceel):
            for criterium in criteria:
                yield Onderwerp(bod.id, perceel, criterium.id)
            beurt = self.tweede.get((bod.id, perceel))
            if beurt and beurt.aangepast:
                yield Onderwerp(bod.id, perceel, minimum_van(criteria)[0].id, 2)

    def wie(self, onderwerp: Onderwerp) -> tuple[Gebruiker, ...]:
        """Who are named to score it."""
        return self.aangewezen.get((onderwerp.perceel, onderwerp.criterium), ())

    def bekend(self, onderwerp: Onderwerp) -> bool:
        """Everybody who is named has handed in."""
        wie = self.wie(onderwerp)
        return bool(wie) and {g.id for g in wie} <= self.klaar.get(onderwerp, frozenset())

    def begonnen(self, perceel: int, criterium: str) -> frozenset[str]:
        """Who handed in for any bid on this criterium."""
        return frozenset(
            wie
            for onderwerp, klaar in self.klaar.items()
            if (onderwerp.perceel, onderwerp.criterium) == (perceel, criterium)
            for wie in klaar
        )

    def gunning(self, perceel: int) -> tuple[Gunningsstap, ...]:
        return tuple(s for s in self.stappen if s.perceel == perceel)

    def laatste(self, perceel: int) -> Stapsoort | None:
        """How far the award of a perceel is."""
        stappen = self.gunning(perceel)
        return Stapsoort(stappen[-1].soort) if stappen else None


def lees_stand(session: Session, aanbesteding: Aanbesteding) -> Stand:
    tender, id_ = tender_van(aanbesteding), aanbesteding.id
    aangewezen: dict[tuple[int, str], tuple[Gebruiker, ...]] = {}
    for a in scores.named(session, id_):
        sleutel = (a.perceel, a.criterium)
        aangewezen[sleutel] = (*aangewezen.get(sleutel, ()), a.gebruiker)
    klaar: dict[Onderwerp, set[str]] = {}
    for onderwerp, wie in scores.handed_in(session, id_):
        klaar.setdefault(onderwerp, set()).add(wie)
    return Stand(
        aanbesteding=aanbesteding,
        tender=tender,
        percelen=percelen_van(aanbesteding, tender),
        boden={b.id: b for b in inschrijvingen.from_vault(session, id_)},
        toelating={(t.inschrijving_id, t.perceel): t for t in toelatingen.of(session, id_)},
        aangewezen=aangewezen,
        klaar={o: frozenset(w) for o, w in klaar.items()},
        consensus={
            Onderwerp(c.inschrijving_id, c.perceel, c.criterium, c.ronde): c
            for c in scores.consensus_of(session, id_)
        },
        tweede={(t.inschrijving_id, t.perceel): t for t in scores.second_turns(session, id_)},
        stappen=tuple(gunningen.of(session, id_)),
    )
