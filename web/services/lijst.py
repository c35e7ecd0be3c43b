"""The checklist of a bidder for one tender: what to bring and to do, ticked by hand or by the check."""

from dataclasses import dataclass
from datetime import datetime

from compliance.rapport import Rapport, StukOordeel
from knowledge.catalogue.models import Tender
from web.models import Inzendingversie, Werkplek
from web.services.perceelkeuze import Keuze, Stukregel, gevraagde_stukken, stukregel

GEVONDEN, AFGEVINKT, AANDACHT, OPEN = "gevonden", "afgevinkt", "aandacht", "open"
_MET_DE_HAND = (
    (
        "gelezen",
        "Lees de eisen die voor u gelden",
        "Zet een streep onder wat u nog niet doet of niet begrijpt. Stel daar op tijd een vraag over.",
    ),
    (
        "openen",
        "Kijk of elk bestand opengaat",
        "Open elk bestand nog één keer. Staan er alle bladzijden in, en is de scan goed te lezen?",
    ),
    (
        "meelezen",
        "Laat iemand anders meelezen",
        "Iemand die het plan niet schreef, ziet wat u mist.",
    ),
)
"""Key, name and explanation of the steps that only the bidder knows about."""


@dataclass(frozen=True, slots=True)
class Vinkje:
    door: str
    op: datetime


@dataclass(frozen=True, slots=True)
class Lijstpunt:
    """`stand`: gevonden (by the check, or done here), afgevinkt (by hand), aandacht (found, and something is
    to be mended) or open. `toelichting`: what the check saw. `stuk`: None for a step."""

    sleutel: str
    naam: str
    uitleg: str
    stand: str
    toelichting: str
    bestand: str
    vinkje: Vinkje | None
    stuk: Stukregel | None

    @property
    def klaar(self) -> bool:
        return self.stand in (GEVONDEN, AFGEVINKT)


@dataclass(frozen=True, slots=True)
class Lijst:
    stukken: tuple[Lijstpunt, ...]
    stappen: tuple[Lijstpunt, ...]

    @property
    def klaar(self) -> int:
        return sum(punt.klaar for punt in (*self.stukken, *self.stappen))

    @property
    def aantal(self) -> int:
        return len(self.stukken) + len(self.stappen)

    @property
    def met_de_hand(self) -> frozenset[str]:
        """The keys of what can be ticked."""
        gedaan = {"percelen", "nagekeken", "ingediend"}
        return frozenset(p.sleutel for p in (*self.stukken, *self.stappen)) - gedaan


def maak_lijst(
    tender: Tender,
    keuze: Keuze,
    werkplek: Werkplek | None,
    rapport: Rapport | None,
    ingediend: Inzendingversie | None,
) -> Lijst:
    """`rapport`: of the latest check; `ingediend`: the version that counts."""
    vinkjes = {s: _vinkje(v) for s, v in (werkplek.vinkjes if werkplek else {}).items()}
    oordelen = {s.sleutel: s for s in rapport.stukken} if rapport else {}
    stukken = tuple(
        _stuk(stukregel(tender, s), oordelen.get(s.sleutel), vinkjes.get(s.sleutel))
        for s in gevraagde_stukken(tender, keuze)
    )
    begin = _stap("percelen", "Kies uw percelen", "Waarop wilt u inschrijven?", bool(keuze.percelen))
    eind = (
        _stap("nagekeken", "Laat uw stukken nakijken", "U ziet meteen wat er nog kan.", rapport is not None),
        _stap("ingediend", "Dien in", "U krijgt een ontvangstbewijs.", ingediend is not None),
    )
    hand = (_stap(s, naam, uitleg, False, vinkjes.get(s)) for s, naam, uitleg in _MET_DE_HAND)
    return Lijst(stukken, (begin, *hand, *eind))


def _vinkje(waarde: dict[str, str]) -> Vinkje:
    return Vinkje(waarde["door"], datetime.fromisoformat(waarde["op"]))


def _stap(sleutel: str, naam: str, uitleg: str, klaar: bool, vinkje: Vinkje | None = None) -> Lijstpunt:
    stand = GEVONDEN if klaar else AFGEVINKT if vinkje else OPEN
    return Lijstpunt(sleutel, naam, uitleg, stand, "", "", vinkje, None)


def _stuk(stuk: Stukregel, oordeel: StukOordeel | None, vinkje: Vinkje | None) -> Lijstpunt:
    """What the check found goes before a tick: a file that is there says more than a memory of it."""
    gevonden = oordeel.status if oordeel else "ontbreekt"
    stand = {"aanwezig": GEVONDEN, "onvolledig": AANDACHT, "verlopen": AANDACHT}.get(gevonden, OPEN)
    if vinkje and stand != GEVONDEN:
        stand = AFGEVINKT
    toelichting = oordeel.toelichting if oordeel and gevonden in ("onvolledig", "verlopen") else ""
    bestand = (oordeel.bestand or "") if oordeel else ""
    return Lijstpunt(stuk.sleutel, stuk.naam, stuk.uitleg, stand, toelichting, bestand, vinkje, stuk)
