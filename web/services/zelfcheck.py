"""A report as a to-do list for the bidder: the same facts, in encouraging words, without a verdict."""

from dataclasses import dataclass

from compliance.rapport import Bewijs, Rapport
from compliance.namen import SOORTNAMEN
from knowledge.catalogue.models import Tender


@dataclass(frozen=True, slots=True)
class Klus:
    """One thing to look at. `passages`: keys of the passage pages."""

    kop: str
    uitleg: str
    passages: tuple[tuple[str, Bewijs], ...]


@dataclass(frozen=True, slots=True)
class Takenlijst:
    """`eerst`: what can make the bid invalid; then documents, what to mend, and eisen to describe."""

    eerst: tuple[Klus, ...]
    stukken: tuple[Klus, ...]
    nakijken: tuple[Klus, ...]
    tegenspraak: tuple[Klus, ...]
    aanvullen: tuple[Klus, ...]
    beschrijven: tuple[Klus, ...]
    gevonden_stukken: tuple[str, ...]
    gevonden_eisen: tuple[str, ...]
    percelen: tuple[str, ...]

    @property
    def aantal(self) -> int:
        groepen = (self.eerst, self.stukken, self.nakijken, self.tegenspraak, self.aanvullen)
        return sum(map(len, groepen))


_STUKUITLEG = {
    "ontbreekt": "Dit stuk vonden we nog niet.",
    "onvolledig": "Dit stuk vonden we. Er lijkt nog iets te missen.",
    "verlopen": "Dit stuk vonden we. Het is waarschijnlijk te oud; vraag een nieuw exemplaar aan.",
}


def maak_takenlijst(rapport: Rapport, tender: Tender) -> Takenlijst:
    """The open points of a report, by what a bidder can do about them."""
    onderwerpen = {eis.id: eis.onderwerp for eis in tender.eisen}
    stuknamen = {stuk.sleutel: stuk.naam for stuk in tender.stukken}
    percelen = {p.nummer: p.naam for p in tender.percelen}
    bevindingen = [
        (
            b.ernst,
            Klus(SOORTNAMEN[b.soort], b.toelichting, _genummerd(f"bevinding-{nummer}", b.bewijs)),
        )
        for nummer, b in enumerate(rapport.bevindingen, 1)
    ]
    eisen = {
        status: tuple(
            Klus(
                f"Eis {o.id}: {onderwerpen.get(o.id, '')}".removesuffix(": "),
                o.toelichting,
                _genummerd(f"eis-{o.id}", o.bewijs[:3]),
            )
            for o in rapport.eisen
            if o.status == status
        )
        for status in ("strijdig", "ontbreekt", "deels", "verklaard", "aangetoond")
    }
    return Takenlijst(
        eerst=tuple(klus for ernst, klus in bevindingen if ernst == "knock-out"),
        stukken=tuple(
            Klus(stuknamen.get(s.sleutel, s.sleutel), f"{_STUKUITLEG[s.status]} {s.toelichting}", ())
            for s in rapport.stukken
            if s.status in _STUKUITLEG
        ),
        nakijken=tuple(klus for ernst, klus in bevindingen if ernst != "knock-out"),
        tegenspraak=eisen["strijdig"],
        aanvullen=(*eisen["ontbreekt"], *eisen["deels"]),
        beschrijven=eisen["verklaard"],
        gevonden_stukken=tuple(
            stuknamen.get(s.sleutel, s.sleutel) for s in rapport.stukken if s.status == "aanwezig"
        ),
        gevonden_eisen=tuple(klus.kop for klus in eisen["aangetoond"]),
        percelen=tuple(f"{n} {percelen.get(n, '')}".strip() for n in rapport.percelen),
    )


def _genummerd(begin: str, bewijs: tuple[Bewijs, ...]) -> tuple[tuple[str, Bewijs], ...]:
    return tuple((f"{begin}-{n}", b) for n, b in enumerate(bewijs, 1))
