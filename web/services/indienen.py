"""Handing in a bid: locked while it comes in, one for each organisation, changed until the closing.

Files go first and rows after, old rows before old files: a stop in between leaves at most files that no row
names, and those are swept (`veeg`).
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Protocol

from sqlalchemy.orm import Session

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Toegang, Wie, noem
from web.bestanden import Bestanden
from web.kluis.fase import SAMEN, Fase
from web.kluis.versleutelen import Leesbaar, versleutel
from web.models import Aanbesteding, Inzending, Inzendingbestand, Inzendingversie
from web.repositories import aanbestedingen, inzendingen, kluis
from web.services.aanbestedingen import GeenAanbesteding
from web.services.bewijs import Bewijsbestand, Ontvangstbewijs, nieuw_nummer, som
from web.services.datum import moment
from web.services.opslag import safe_name

Klok = Callable[[], datetime]
"""Now, in UTC without a zone."""


class Inzenddeel(Leesbaar, Protocol):
    """A part that comes in: of a form, or a file of a draft. Without a name it is no file."""

    @property
    def bestandsnaam(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """A file in the store: locked, but with number of bytes and SHA-256 of what was handed in."""

    bewijs: Bewijsbestand
    opslag: str


def dien_in(
    toegang: Toegang, bestanden: Bestanden, wie: Wie, id_: str, delen: Iterable[Inzenddeel], klok: Klok
) -> str:
    """Take in a bid, instead of the one that was there; returns the number of its receipt.

    It is in once all has come: the closing is looked at again then. Raises InvoerFout (nothing is changed
    then), GeenAanbesteding.
    """
    with toegang.lezen(wie, Soort.INZENDING, id_, "indienen") as session:
        ontvanger = _open(aanbestedingen.get(session, id_), klok()).kluis_ontvanger
        vervangt = _geldend(inzendingen.own(session, wie.organisatie_id, id_)) is not None
    assert ontvanger
    with ontvang(bestanden, delen, ontvanger) as binnen:
        nummer, sha256 = nieuw_nummer(), som(b.bewijs for b in binnen)
        handeling = Handeling.WIJZIGEN if vervangt else Handeling.MAKEN
        with toegang.wijzigen(wie, handeling, Soort.INZENDING, id_, f"{nummer} {sha256}") as session:
            nu = klok()
            aanbesteding = _open(aanbestedingen.lock(session, id_), nu)
            inzending = inzendingen.own(session, wie.organisatie_id, id_) or inzendingen.add(
                session, wie.organisatie_id, aanbesteding.id
            )
            noem(session, inzending.id)
            weg = _beeindig(session, inzending, nu, "vervangen")
            rijen = [inzendingrij(inzending, n, b) for n, b in enumerate(binnen, 1)]
            inzendingen.add_version(session, inzending, nummer, nu, wie.naam, sha256, rijen)
    for sleutel in weg:
        bestanden.delete(sleutel)
    return nummer


def trek_in(toegang: Toegang, bestanden: Bestanden, wie: Wie, id_: str, klok: Klok) -> None:
    """Withdraw a bid (4.1.6). Raises InvoerFout after the closing, and when there is none."""
    with toegang.wijzigen(wie, Handeling.VERWIJDEREN, Soort.INZENDING, id_, "ingetrokken") as session:
        nu = klok()
        _open(aanbestedingen.lock(session, id_), nu)
        inzending = inzendingen.own(session, wie.organisatie_id, id_)
        if inzending is None or inzending.geldend is None:
            raise InvoerFout("Er is niets om in te trekken.")
        noem(session, inzending.id)
        weg = _beeindig(session, inzending, nu, "ingetrokken")
    for sleutel in weg:
        bestanden.delete(sleutel)


def bewijs_van(aanbesteding: Aanbesteding, inschrijver: str, versie: Inzendingversie) -> Ontvangstbewijs:
    return Ontvangstbewijs(
        nummer=versie.bewijs,
        aanbesteding=aanbesteding.naam,
        inschrijver=inschrijver,
        door=versie.door,
        ontvangen=versie.ontvangen,
        bestanden=tuple(Bewijsbestand(b.naam, b.grootte, b.sha256) for b in versie.bestanden),
        sha256=versie.sha256,
        vervallen=versie.vervallen,
        reden=versie.reden,
    )


def veeg(toegang: Toegang, bestanden: Bestanden, nu: datetime) -> int:
    """Remove what uploads that broke off have left; returns how many files. `nu` in UTC, without a zone."""
    with toegang.systeem() as session:
        kluis.lapse_openings(session, nu - SAMEN)
        bekend = inzendingen.stored_keys(session)
    return bestanden.veeg(bekend, nu.replace(tzinfo=UTC))


@contextmanager
def ontvang(bestanden: Bestanden, delen: Iterable[Inzenddeel], ontvanger: str) -> Iterator[list[Ontvangen]]:
    """The files of a bid, locked in the store; they go again when something goes wrong meanwhile."""
    binnen: list[Ontvangen] = []
    try:
        _neem_op(bestanden, delen, ontvanger, binnen)
        yield binnen
    except BaseException:
        for bestand in binnen:
            bestanden.delete(bestand.opslag)
        raise


def _neem_op(
    bestanden: Bestanden, delen: Iterable[Inzenddeel], ontvanger: str, binnen: list[Ontvangen]
) -> None:
    namen: set[str] = set()
    for deel in delen:
        if not deel.bestandsnaam:
            continue
        naam = _vrij(safe_name(deel.bestandsnaam), namen)
        with bestanden.nieuw() as uit:
            geteld = versleutel(deel, uit, ontvanger)
            if geteld.grootte == 0:
                raise InvoerFout(f"{naam}: dit bestand is leeg.")
        binnen.append(Ontvangen(Bewijsbestand(naam, geteld.grootte, geteld.sha256), uit.sleutel))
    if not binnen:
        raise InvoerFout("Kies de bestanden van uw inschrijving, of een zip waar ze in zitten.")


def _open(aanbesteding: Aanbesteding | None, nu: datetime) -> Aanbesteding:
    """Raises InvoerFout unless bids may come in now."""
    if aanbesteding is None or (fase := aanbesteding.planning.fase(nu)) is Fase.VOORBEREIDING:
        raise GeenAanbesteding
    if fase is not Fase.OPEN:
        raise InvoerFout(
            f"De sluiting was op {moment(aanbesteding.sluiting)}. Indienen, vervangen en intrekken kan niet "
            "meer."
        )
    return aanbesteding


def _geldend(inzending: Inzending | None) -> Inzendingversie | None:
    return inzending.geldend if inzending else None


def _beeindig(session: Session, inzending: Inzending, nu: datetime, reden: str) -> list[str]:
    versie = inzending.geldend
    return inzendingen.end_version(session, inzending, versie, nu, reden) if versie else []


def inzendingrij(inzending: Inzending, volgnummer: int, bestand: Ontvangen) -> Inzendingbestand:
    return Inzendingbestand(
        opslag=bestand.opslag,
        inzending_id=inzending.id,
        volgnummer=volgnummer,
        naam=bestand.bewijs.naam,
        grootte=bestand.bewijs.grootte,
        sha256=bestand.bewijs.sha256,
    )


def _vrij(naam: str, namen: set[str]) -> str:
    """The name, with a number when there is such a file already."""
    pad, kandidaat, nummer = PurePosixPath(naam), naam, 1
    while kandidaat.casefold() in namen:
        nummer += 1
        kandidaat = f"{pad.stem} ({nummer}){pad.suffix}"
    namen.add(kandidaat.casefold())
    return kandidaat
