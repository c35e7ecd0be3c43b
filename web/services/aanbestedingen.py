"""Setting up a tender: its planning, who hold a key, their keys, and the vault."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from knowledge.catalogue import load_tender, tenders
from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Toegang, Wie, mag, noem
from web.auth.sessies import wie_van
from web.gunning.opzet import voorstel_dagen
from web.kluis.fase import Fase
from web.kluis.nesten import MEEST, MINST, maak_kluis
from web.kluis.officier import Officierssleutel, maak_sleutel, open_sleutel
from web.models import Aanbesteding, Gebruiker, Sleutelhouder
from web.repositories import aanbestedingen, kluis, scores
from web.services.datum import nederlandse_tijd

LANGSTE_VENSTER = 24 * 14
"""Hours."""


class GeenAanbesteding(Exception):
    """There is no such tender for this person."""


class Veldfouten(InvoerFout):
    """Faults in a form: pairs of a field and what to do."""

    def __init__(self, *paren: tuple[str, str]) -> None:
        super().__init__(*(tekst for _, tekst in paren))
        self.paren = paren


@dataclass(frozen=True, slots=True)
class Opzet:
    """A tender to be made, as far as it could be read; `sluiting` in UTC."""

    naam: str
    catalogus: str
    sluiting: datetime
    venster_uren: int
    houders: tuple[str, ...]
    """Ids of who are to hold a key."""


def mogelijke_houders(session: Session, organisatie_id: str) -> list[Gebruiker]:
    """People of this region whose rol may help to open a vault."""
    alle = kluis.people(session, organisatie_id)
    return [g for g in alle if mag(wie_van(g), Handeling.OPENEN, Soort.KLUIS)]


def maak(toegang: Toegang, wie: Wie, opzet: Opzet, nu: datetime) -> str:
    """Make a tender, with the planning of its catalogue around this closing; returns its id.

    Raises Veldfouten.
    """
    with toegang.wijzigen(wie, Handeling.MAKEN, Soort.AANBESTEDING) as session:
        kan = {g.id for g in mogelijke_houders(session, wie.organisatie_id)}
        fouten = list(_fouten(opzet, kan, nu))
        if fouten:
            raise Veldfouten(*fouten)
        aanbesteding = aanbestedingen.add(
            session, wie.organisatie_id, opzet.naam, opzet.catalogus, opzet.sluiting, opzet.venster_uren
        )
        noem(session, aanbesteding.id)
        tender = load_tender(opzet.catalogus)
        dagen = voorstel_dagen(tender, nederlandse_tijd(opzet.sluiting).date())
        aanbesteding.percelen = [p.nummer for p in tender.percelen]
        aanbesteding.mijlpalen = {id_: dag.isoformat() for id_, dag in dagen.items()}
        kluis.name_holders(session, wie.organisatie_id, aanbesteding.id, opzet.houders)
    return aanbesteding.id


def _fouten(opzet: Opzet, kan: set[str], nu: datetime) -> Sequence[tuple[str, str]]:
    fouten = []
    if not opzet.naam.strip():
        fouten.append(("naam", "Geef de aanbesteding een naam."))
    if opzet.catalogus not in tenders():
        fouten.append(("catalogus", "Kies bij welke eisen deze aanbesteding hoort."))
    if opzet.sluiting <= nu:
        fouten.append(("datum", "De sluiting moet in de toekomst liggen."))
    if not 1 <= opzet.venster_uren <= LANGSTE_VENSTER:
        fouten.append(("venster", f"Vul een heel aantal uren in, van 1 tot en met {LANGSTE_VENSTER}."))
    if not MINST <= len(set(opzet.houders)) <= MEEST or not set(opzet.houders) <= kan:
        fouten.append(("houders", f"Kies {MINST} tot {MEEST} collega's die samen de kluis openen."))
    return fouten


def verander_planning(
    toegang: Toegang, wie: Wie, id_: str, sluiting: datetime, venster_uren: int, nu: datetime
) -> None:
    """Move the closing, or make the time to open longer.

    Once bids may come in, both only get later: who counts on the closing must be able to (3.3, 4.1.7), and
    nobody opens the vault early by moving it. Raises Veldfouten.
    """
    deel = f"sluiting {sluiting:%Y-%m-%dT%H:%M}Z, venster {venster_uren} uur"
    with toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.AANBESTEDING, id_, deel) as session:
        aanbesteding = _eigen(session, wie, id_, lock=True)
        oud = aanbesteding.planning
        fase = oud.fase(nu)
        if fase is Fase.GEOPEND:
            raise Veldfouten(("datum", "De kluis is geopend. De planning staat vast."))
        if not 1 <= venster_uren <= LANGSTE_VENSTER:
            raise Veldfouten(("venster", f"Vul een heel aantal uren in, van 1 tot en met {LANGSTE_VENSTER}."))
        if sluiting != oud.sluiting:
            if fase in (Fase.GESLOTEN, Fase.VERLOPEN):
                raise Veldfouten(("datum", "De sluiting is voorbij. Die kan niet meer veranderen."))
            if fase is Fase.OPEN and sluiting < oud.sluiting:
                raise Veldfouten(
                    ("datum", "Er kan al worden ingediend. De sluiting kan alleen later worden.")
                )
            if sluiting <= nu:
                raise Veldfouten(("datum", "De sluiting moet in de toekomst liggen."))
        if fase is not Fase.VOORBEREIDING and sluiting + timedelta(hours=venster_uren) < oud.open_tot:
            raise Veldfouten(("venster", "De tijd om te openen kan alleen langer worden."))
        aanbesteding.sluiting, aanbesteding.venster_uren = sluiting, venster_uren


def geef_sleutel(toegang: Toegang, wie: Wie, id_: str, wachtzin: str) -> Officierssleutel:
    """A new key for somebody named to hold one; an earlier one no longer counts. The file is for that person,
    we keep the public part. Raises InvoerFout."""
    with toegang.lezen(wie, Soort.KLUIS, id_, "eigen sleutel") as session:
        _houder_zonder_kluis(session, wie, id_)
    # Takes a second: not while others wait to write.
    sleutel = maak_sleutel(wachtzin)
    with toegang.wijzigen(wie, Handeling.MAKEN, Soort.KLUIS, id_, f"sleutel {sleutel.publiek}") as session:
        houder = _houder_zonder_kluis(session, wie, id_, lock=True)
        houder.publiek, houder.beproefd = sleutel.publiek, None
    return sleutel


def beproef_sleutel(
    toegang: Toegang, wie: Wie, id_: str, bestand: bytes, wachtzin: str, nu: datetime
) -> None:
    """The holder shows to have file and passphrase, before anything hangs on them. Raises InvoerFout."""
    with toegang.lezen(wie, Soort.KLUIS, id_, "eigen sleutel") as session:
        publiek = _houder_zonder_kluis(session, wie, id_).publiek
    if publiek is None:
        raise InvoerFout("Maak eerst een sleutel.")
    open_sleutel(bestand, wachtzin, publiek)
    with toegang.wijzigen(wie, Handeling.MAKEN, Soort.KLUIS, id_, f"sleutel {publiek} beproefd") as session:
        houder = _houder_zonder_kluis(session, wie, id_, lock=True)
        if houder.publiek != publiek:
            raise InvoerFout("Er is net een nieuwe sleutel gemaakt. Probeer die.")
        houder.beproefd = nu


def maak_klaar(toegang: Toegang, wie: Wie, id_: str, nu: datetime) -> None:
    """Make the vault, once every holder has shown to have a key. From now on bids may come in.

    Raises InvoerFout.
    """
    with toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.AANBESTEDING, id_, "kluis klaar") as session:
        aanbesteding = _eigen(session, wie, id_, lock=True)
        if aanbesteding.kluis_ontvanger is not None:
            raise InvoerFout("De kluis is al klaar.")
        if aanbesteding.sluiting <= nu:
            raise InvoerFout("De sluiting is al voorbij. Kies eerst een later moment.")
        houders = kluis.holders(session, id_)
        publiek = {h.gebruiker_id: h.publiek for h in houders if h.publiek and h.beproefd}
        if len(publiek) < len(houders):
            raise InvoerFout("Nog niet iedereen heeft een sleutel gemaakt en beproefd.")
        nieuw = maak_kluis(publiek)
        for laag in nieuw.lagen:
            kluis.add_layer(session, wie.organisatie_id, id_, laag.eerste, laag.tweede, laag.versleuteld)
        aanbesteding.kluis_ontvanger = nieuw.ontvanger


def verwijder(toegang: Toegang, wie: Wie, id_: str) -> None:
    """Remove a tender whose vault was never made. Raises InvoerFout."""
    with toegang.wijzigen(wie, Handeling.VERWIJDEREN, Soort.AANBESTEDING, id_) as session:
        aanbesteding = _eigen(session, wie, id_, lock=True)
        if aanbesteding.kluis_ontvanger is not None:
            raise InvoerFout("Er kan al worden ingediend. Deze aanbesteding kan niet meer weg.")
        for rij in (*kluis.holders(session, id_), *scores.named(session, id_)):
            session.delete(rij)
        session.flush()
        session.delete(aanbesteding)


def eigen(session: Session, wie: Wie, id_: str) -> Aanbesteding:
    """A tender of this person's region. Raises GeenAanbesteding."""
    return _eigen(session, wie, id_)


def _eigen(session: Session, wie: Wie, id_: str, *, lock: bool = False) -> Aanbesteding:
    aanbesteding = aanbestedingen.of_region(session, wie.organisatie_id, id_)
    if aanbesteding and lock:
        aanbesteding = aanbestedingen.lock(session, id_)
    if aanbesteding is None:
        raise GeenAanbesteding
    return aanbesteding


def _houder_zonder_kluis(session: Session, wie: Wie, id_: str, *, lock: bool = False) -> Sleutelhouder:
    """`lock`: the vault is not made until this session ends."""
    aanbesteding = _eigen(session, wie, id_, lock=lock)
    houder = kluis.holder(session, id_, wie.gebruiker_id)
    if houder is None:
        raise InvoerFout("U bent niet gekozen om deze kluis mee te openen.")
    if aanbesteding.kluis_ontvanger is not None:
        raise InvoerFout("De kluis is klaar. De sleutels kunnen niet meer veranderen.")
    return houder
