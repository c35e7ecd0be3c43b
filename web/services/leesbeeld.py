"""What the page shows on which an assessor reads one point of a bid."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from compliance.namen import SOORTNAMEN, STATUSNAMEN
from compliance.verslag.beeld import tender_van
from compliance.vragen import vraag_over
from knowledge.catalogue.models import Eis, Tender
from web.contexts.basis import Veldfout
from web.contexts.lezen import Besluitregel, Leespagina, Voorstel
from web.repositories import vragen
from web.services import bevindingbesluiten, eisbesluiten
from web.services.beoordeling import Beoordeeld
from web.services.lezen import leesplek
from web.services.passages import blad


@dataclass(frozen=True, slots=True)
class Formulier:
    """What somebody filled in, and what has to be mended in it."""

    besluit: str
    reden: str
    fouten: tuple[Veldfout, ...]


def leespagina(
    session: Session,
    bod: Beoordeeld,
    sleutel: str,
    passage: int,
    formulier: Formulier | None = None,
    melding: str = "",
) -> Leespagina:
    """The page of a point of the report: "eis-12" or "bevinding-3", which has to be there."""
    soort, _, naam = sleutel.partition("-")
    tender = tender_van(bod.voorstel.tender)
    if soort == "eis":
        eis = next((e for e in tender.eisen if e.id == naam), None)
        kop = f"Eis {naam}" + (f": {eis.onderwerp}" if eis else "")
        voorstel, keuzes = _van_eis(bod, naam), eisbesluiten.KEUZES
        eerder = tuple(r for r in eisbesluiten.regels(bod.eisbesluiten) if r.eis == naam)
    else:
        eis = None
        kop = f"Bevinding {naam}: {SOORTNAMEN[bod.voorstel.bevindingen[int(naam) - 1].soort].lower()}"
        voorstel, keuzes, eerder = _van_bevinding(bod, int(naam))
    nummer = passage if 1 <= passage <= len(voorstel.bewijs) else min(1, len(voorstel.bewijs))
    gevuld = formulier or Formulier("", "", ())
    return Leespagina(
        adres=bod.adres,
        hier=f"{bod.adres}/{soort}/{naam}",
        naam=bod.inschrijving.naam,
        soort=soort,
        kop=kop,
        eis_adres=f"/eisen/{naam}" if eis else "",
        samenvatting=_samenvatting(eis),
        voorstel=voorstel,
        passage=nummer,
        blad=blad(bod.inschrijving, bod.map, voorstel.bewijs[nummer - 1]) if nummer else None,
        plek=leesplek(bod.lijst, sleutel),
        eerder=eerder,
        keuzes=keuzes,
        gekozen=gevuld.besluit,
        reden=gevuld.reden,
        vraag=_vraag(session, bod, tender, sleutel),
        sleutel=sleutel,
        fouten=gevuld.fouten,
        melding=melding,
    )


def _van_eis(bod: Beoordeeld, id_: str) -> Voorstel:
    oordeel = next(o for o in bod.voorstel.eisen if o.id == id_)
    return Voorstel(
        status=oordeel.status,
        naam=STATUSNAMEN[oordeel.status],
        eens=oordeel.status,
        toelichting=oordeel.toelichting,
        zekerheid=round(oordeel.zekerheid * 100),
        bewijs=oordeel.bewijs,
    )


def _van_bevinding(
    bod: Beoordeeld, nummer: int
) -> tuple[Voorstel, tuple[tuple[str, str], ...], tuple[Besluitregel, ...]]:
    bevinding = bod.voorstel.bevindingen[nummer - 1]
    voorstel = Voorstel(
        status=bevinding.ernst,
        naam=bevinding.ernst.capitalize(),
        eens=bevindingbesluiten.KLOPT,
        toelichting=bevinding.toelichting,
        zekerheid=None,
        bewijs=bevinding.bewijs,
    )
    eerder = bevindingbesluiten.regels(bod.bevindingbesluiten, bevinding)
    return voorstel, bevindingbesluiten.KEUZES, tuple(eerder)


def _samenvatting(eis: Eis | None) -> str:
    return eis.samenvatting if eis else ""


def _vraag(session: Session, bod: Beoordeeld, tender: Tender, sleutel: str) -> str:
    """As in `Leespagina.vraag`."""
    id_ = bod.inschrijving.id
    if any(v.sleutel == sleutel for v in vragen.on_list(session, id_)):
        return "lijst"
    if any(v["sleutel"] == sleutel for brief in vragen.letters(session, id_) for v in brief.vragen):
        return "brief"
    return "kan" if vraag_over(bod.rapport, tender, sleutel) else ""
