"""A report as a to-do list for the bidder: by document, what to do next first, and never a verdict."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from compliance.namen import SOORTNAMEN
from compliance.rapport import Bevinding, Bewijs, EisOordeel, Rapport, StukOordeel
from knowledge.catalogue.models import Tender
from web.contexts.rekenen import Plaatslink
from web.services import herstel
from web.services.rekenuitkomst import plaatslink

EERST, STUK, PAST_NIET, NAKIJKEN, AANVULLEN = "eerst", "stuk", "past-niet", "nakijken", "aanvullen"
VOLGORDE = (EERST, STUK, PAST_NIET, NAKIJKEN, AANVULLEN)
"""What to do first, and so on."""
_OPEN_STUK = ("ontbreekt", "onvolledig", "verlopen")
_STUKUITLEG = {
    "ontbreekt": "Dit stuk vonden we nog niet.",
    "onvolledig": "Dit stuk vonden we. Er lijkt nog iets te missen.",
    "verlopen": "Dit stuk vonden we. Het is waarschijnlijk te oud.",
}
_AKKOORD = "akkoordverklaring"


@dataclass(frozen=True, slots=True)
class Klus:
    """One thing to look at. `soort`: one of VOLGORDE; `herstel`: what to do, the first a sentence and then
    its points; `passages`: keys of the passage pages. `wat` tells it from others, also in a later check."""

    wat: str
    soort: str
    kop: str
    uitleg: str
    herstel: tuple[str, ...]
    plaats: Plaatslink | None
    passages: tuple[tuple[str, Bewijs], ...]


@dataclass(frozen=True, slots=True)
class Documentgroep:
    """A file with its points. `stukken`: what it was recognised as."""

    bestand: str
    stukken: tuple[str, ...]
    klussen: tuple[Klus, ...]


@dataclass(frozen=True, slots=True)
class Takenlijst:
    """`documenten`: files with points; `goed`: files without; `nergens`: points that stand in no file yet, as
    a stuk that is not there or an eis without a passage; `beschrijven`: eisen with no more than a general
    agreement."""

    documenten: tuple[Documentgroep, ...]
    goed: tuple[Documentgroep, ...]
    ontbreekt: tuple[Klus, ...]
    nergens: tuple[Klus, ...]
    beschrijven: tuple[Klus, ...]
    gevonden_stukken: tuple[str, ...]
    gevonden_eisen: tuple[str, ...]
    percelen: tuple[str, ...]

    @property
    def klussen(self) -> tuple[Klus, ...]:
        bij = (k for d in self.documenten for k in d.klussen)
        return (*bij, *self.ontbreekt, *self.nergens)

    @property
    def aantal(self) -> int:
        return len(self.klussen)

    @property
    def eerst(self) -> tuple[Klus, ...]:
        return tuple(k for k in self.klussen if k.soort == EERST)


@dataclass(frozen=True, slots=True)
class Vooruitgang:
    """What changed since the check before: names of points. `beter`: no longer against an eis."""

    opgelost: tuple[str, ...]
    beter: tuple[str, ...]
    nieuw: tuple[str, ...]


def maak_takenlijst(rapport: Rapport, tender: Tender, bestanden: Iterable[str]) -> Takenlijst:
    """The open points of a report. `bestanden`: the names of the bid's files."""
    maker = _Maker(rapport, tender)
    klussen = _een_keer(sorted(maker.alle(), key=lambda paar: VOLGORDE.index(paar[1].soort)))
    per_bestand: dict[str, list[Klus]] = {naam: [] for naam in bestanden}
    los: list[Klus] = []
    for bestand, klus in klussen:
        per_bestand.get(bestand, los).append(klus)
    groepen = tuple(Documentgroep(b, maker.stukken_in(b), tuple(rij)) for b, rij in per_bestand.items())
    namen = {p.nummer: p.naam for p in tender.percelen}
    return Takenlijst(
        documenten=tuple(
            sorted((g for g in groepen if g.klussen), key=lambda g: VOLGORDE.index(g.klussen[0].soort))
        ),
        goed=tuple(g for g in groepen if not g.klussen),
        ontbreekt=tuple(k for k in los if k.soort in (EERST, STUK)),
        nergens=tuple(k for k in los if k.soort not in (EERST, STUK)),
        beschrijven=tuple(maker.eis(o) for o in rapport.eisen if o.status == "verklaard"),
        gevonden_stukken=tuple(maker.stuknaam(s) for s in rapport.stukken if s.status == "aanwezig"),
        gevonden_eisen=tuple(maker.eisnaam(o) for o in rapport.eisen if o.status == "aangetoond"),
        percelen=tuple(f"{n} {namen.get(n, '')}".strip() for n in rapport.percelen),
    )


def _een_keer(klussen: Iterable[tuple[str, Klus]]) -> list[tuple[str, Klus]]:
    """Two findings can be about one stuk: the first says enough."""
    gezien: dict[str, tuple[str, Klus]] = {}
    for bestand, klus in klussen:
        gezien.setdefault(klus.wat, (bestand, klus))
    return list(gezien.values())


def vooruitgang(eerst: Takenlijst, nu: Takenlijst) -> Vooruitgang:
    oud, nieuw = ({k.wat: k for k in lijst.klussen} for lijst in (eerst, nu))
    return Vooruitgang(
        opgelost=tuple(k.kop for wat, k in oud.items() if wat not in nieuw),
        beter=tuple(
            k.kop
            for wat, k in nieuw.items()
            if wat in oud and (oud[wat].soort, k.soort) == (PAST_NIET, AANVULLEN)
        ),
        nieuw=tuple(k.kop for wat, k in nieuw.items() if wat not in oud),
    )


class _Maker:
    def __init__(self, rapport: Rapport, tender: Tender) -> None:
        self.rapport = rapport
        self.tender = tender
        self.eisen = {eis.id: eis for eis in tender.eisen}
        self.stukken = {stuk.sleutel: stuk for stuk in tender.stukken}
        self.peildatum = date.fromisoformat(rapport.peildatum)
        self._plekken = self._waar_staat_wat()

    def alle(self) -> Iterator[tuple[str, Klus]]:
        """Each point with the file that it is about, "" for none."""
        samen: set[str] = set()
        for nummer, bevinding in enumerate(self.rapport.bevindingen, 1):
            stuk = self._stuk_van(bevinding)
            if stuk is not None:
                samen.add(stuk.sleutel)
            yield self._bevinding(nummer, bevinding, stuk)
        for oordeel in self.rapport.stukken:
            if oordeel.status in _OPEN_STUK and oordeel.sleutel not in samen:
                yield oordeel.bestand or "", self._stuk(oordeel)
        zonder = [o for o in self.rapport.eisen if o.status == "ontbreekt"]
        akkoord = [o for o in zonder if _AKKOORD in o.toelichting]
        if akkoord:
            yield self._sjabloon(), self._akkoord(len(akkoord))
        for oordeel_ in self.rapport.eisen:
            if oordeel_.status in ("strijdig", "deels", "ontbreekt"):
                yield (oordeel_.bewijs[0].bestand if oordeel_.bewijs else ""), self.eis(oordeel_)

    def eis(self, oordeel: EisOordeel) -> Klus:
        uitleg = {
            "ontbreekt": "We vonden hierover nog niets in uw stukken.",
            "deels": "Hiervan vonden we een deel.",
            "verklaard": "U gaat akkoord. We vonden nog geen eigen tekst hierover.",
        }.get(oordeel.status) or naar_u(f"Hier lezen we {_anders(oordeel.toelichting)}")
        eis = self.eisen.get(oordeel.id)
        return Klus(
            wat=f"eis {oordeel.id}",
            soort=PAST_NIET if oordeel.status == "strijdig" else AANVULLEN,
            kop=self.eisnaam(oordeel),
            uitleg=uitleg,
            herstel=herstel.bij_eis(oordeel, eis, self._plekken.get(eis.thema, "") if eis else ""),
            plaats=plaatslink(f"eis {oordeel.id}", self.tender),
            passages=_genummerd(f"eis-{oordeel.id}", oordeel.bewijs[:3]),
        )

    def eisnaam(self, oordeel: EisOordeel) -> str:
        eis = self.eisen.get(oordeel.id)
        return f"Eis {oordeel.id}: {eis.onderwerp}" if eis else f"Eis {oordeel.id}"

    def stuknaam(self, oordeel: StukOordeel) -> str:
        stuk = self.stukken.get(oordeel.sleutel)
        return stuk.naam if stuk else oordeel.sleutel

    def stukken_in(self, bestand: str) -> tuple[str, ...]:
        return tuple(self.stuknaam(s) for s in self.rapport.stukken if s.bestand == bestand)

    def _bevinding(self, nummer: int, bevinding: Bevinding, oordeel: StukOordeel | None) -> tuple[str, Klus]:
        """A finding; with the stuk that it is about, when there is one."""
        soort = EERST if bevinding.ernst == "knock-out" else NAKIJKEN
        kop, wat = _kop(bevinding), f"{bevinding.soort}: {bevinding.toelichting}"
        doen = herstel.bij_bevinding(bevinding)
        plaats = None
        bestand = bevinding.bewijs[0].bestand if bevinding.bewijs else ""
        if oordeel is not None:
            kop, wat = self.stuknaam(oordeel), f"stuk {oordeel.sleutel}"
            doen = herstel.bij_stuk(oordeel, self.stukken.get(oordeel.sleutel), self.peildatum)
            plaats = self._stukplaats(oordeel)
            bestand = oordeel.bestand or ""
            soort = EERST if soort == EERST else STUK
        klus = Klus(
            wat=wat,
            soort=soort,
            kop=kop,
            uitleg=naar_u(bevinding.toelichting),
            herstel=doen,
            plaats=plaats,
            passages=_genummerd(f"bevinding-{nummer}", bevinding.bewijs),
        )
        return bestand, klus

    def _stuk_van(self, bevinding: Bevinding) -> StukOordeel | None:
        """The stuk of which a finding says the same."""
        for oordeel in self.rapport.stukken:
            if oordeel.status in _OPEN_STUK and oordeel.toelichting in bevinding.toelichting:
                return oordeel
        return None

    def _stuk(self, oordeel: StukOordeel) -> Klus:
        return Klus(
            wat=f"stuk {oordeel.sleutel}",
            soort=STUK,
            kop=self.stuknaam(oordeel),
            uitleg=naar_u(f"{_STUKUITLEG[oordeel.status]} {oordeel.toelichting}"),
            herstel=herstel.bij_stuk(oordeel, self.stukken.get(oordeel.sleutel), self.peildatum),
            plaats=self._stukplaats(oordeel),
            passages=(),
        )

    def _stukplaats(self, oordeel: StukOordeel) -> Plaatslink | None:
        stuk = self.stukken.get(oordeel.sleutel)
        return plaatslink(stuk.vindplaats, self.tender) if stuk else None

    def _akkoord(self, aantal: int) -> Klus:
        return Klus(
            wat="akkoord",
            soort=EERST,
            kop="Ga akkoord met alle eisen",
            uitleg=f"We vonden nog niet dat u akkoord gaat. Daarom staan {aantal} eisen nog open.",
            herstel=(
                "Zet in het invulsjabloon dat u zonder voorwaarden akkoord gaat met het inkoopdocument en "
                "met alle eisen. Dat scheelt veel punten in één keer.",
            ),
            plaats=plaatslink("§4.1.1", self.tender),
            passages=(),
        )

    def _sjabloon(self) -> str:
        return next((s.bestand or "" for s in self.rapport.stukken if s.sleutel == "invulsjabloon"), "")

    def _waar_staat_wat(self) -> dict[str, str]:
        """By theme the file that says most about it."""
        telling: dict[str, Counter[str]] = {}
        for oordeel in self.rapport.eisen:
            if oordeel.status in ("aangetoond", "deels") and (eis := self.eisen.get(oordeel.id)):
                telling.setdefault(eis.thema, Counter()).update(b.bestand for b in oordeel.bewijs)
        alles: Counter[str] = sum(telling.values(), Counter())
        overal = alles.most_common(1)[0][0] if alles else ""
        return {
            eis.thema: telling[eis.thema].most_common(1)[0][0] if telling.get(eis.thema) else overal
            for eis in self.tender.eisen
        }


def _kop(bevinding: Bevinding) -> str:
    """The kind of finding, with what it is about where it says so first: "Intensiteit: Huis De Kade"."""
    over, dubbelepunt, _ = bevinding.toelichting.partition(": ")
    naam = SOORTNAMEN[bevinding.soort]
    if not dubbelepunt or len(over) > 40:
        return naam
    return f"{naam}: {over[0].lower() if over.startswith(('Eis ', 'Perceel ')) else over[0]}{over[1:]}"


def naar_u(tekst: str) -> str:
    """A sentence of a report about the bidder, as said to the bidder."""
    tekst = tekst.replace("Niet aangetoond: ", "")
    tekst = re.sub(r"\bDe inschrijver is\b", "U bent", tekst)
    tekst = re.sub(r"\bde inschrijver is\b", "u bent", tekst)
    for oud, nieuw in (("inschrijver", "u"), ("inschrijving", "uw inschrijving")):
        tekst = re.sub(rf"\bDe {oud}\b", nieuw.capitalize(), tekst)
        tekst = re.sub(rf"\bde {oud}\b", nieuw, tekst)
    return tekst


def _anders(toelichting: str) -> str:
    """ "iets anders dan de eis vraagt: de inschrijving noemt acht weken; ..."."""
    return f"iets anders dan de eis vraagt: {toelichting.removeprefix('In strijd met de eis: ')}"


def _genummerd(begin: str, bewijs: tuple[Bewijs, ...]) -> tuple[tuple[str, Bewijs], ...]:
    """Of more passages on one page the first: the page is what one looks at."""
    per_plek: dict[tuple[str, int | None], tuple[str, Bewijs]] = {}
    for n, b in enumerate(bewijs, 1):
        per_plek.setdefault((b.bestand, b.pagina), (f"{begin}-{n}", b))
    return tuple(per_plek.values())
