"""Drafts of a bidder: take in files, and mend a draft by a file more or less, without sending all again.

Each change makes a new draft with its own check; the one before stays to compare with.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.orm import Session

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Wie, noem
from web.models import IngediendBestand, Inschrijving
from web.repositories import inschrijvingen
from web.services.inschrijvingen import Inschrijvingsmap
from web.services.opnemen import neem_bod_op
from web.state import State

DOEL = "zelfcheck"


def neem_op(state: State, wie: Wie, paden: Sequence[Path], werkplek_id: str | None) -> str:
    """A first draft of these files; returns its id. Raises InvoerFout."""
    return neem_bod_op(state, wie, Soort.ZELFCHECK, DOEL, paden, werkplek_id)


def vul_aan(state: State, wie: Wie, concept_id: str, paden: Sequence[Path], in_plaats_van: int | None) -> str:
    """A next draft with these files too; one of the same name, or that with number `in_plaats_van`, is
    replaced. Returns its id; "" when there is no such draft. Raises InvoerFout."""
    with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.ZELFCHECK, concept_id) as session:
        vorige = _draft(session, concept_id)
        if vorige is None:
            return ""
        blijft = [b for b in vorige.bestanden if b.nummer != in_plaats_van]
        return _volgende(state, session, wie, vorige, blijft, paden)


def laat_weg(state: State, wie: Wie, concept_id: str, nummer: int) -> str:
    """A next draft without this file; returns its id, "" when there is no such draft or file.

    Raises InvoerFout when nothing would be left.
    """
    with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.ZELFCHECK, concept_id) as session:
        vorige = _draft(session, concept_id)
        blijft = [b for b in vorige.bestanden if b.nummer != nummer] if vorige else []
        if vorige is None or len(blijft) == len(vorige.bestanden):
            return ""
        if not blijft:
            raise InvoerFout("Dit is uw enige bestand. Voeg eerst een ander bestand toe.")
        return _volgende(state, session, wie, vorige, blijft, ())


def _draft(session: Session, concept_id: str) -> Inschrijving | None:
    gevonden = inschrijvingen.get(session, concept_id)
    return gevonden if gevonden is not None and gevonden.doel == DOEL else None


def _volgende(
    state: State,
    session: Session,
    wie: Wie,
    vorige: Inschrijving,
    blijft: Sequence[IngediendBestand],
    paden: Sequence[Path],
) -> str:
    concept = inschrijvingen.add(session, wie.organisatie_id, DOEL, vorige.naam)
    concept.werkplek_id, concept.vorige_id = vorige.werkplek_id, vorige.id
    noem(session, concept.id)
    _vul(state, session, concept, blijft, Inschrijvingsmap.of(state.settings, vorige.id), paden)
    return concept.id


def _vul(
    state: State,
    session: Session,
    concept: Inschrijving,
    blijft: Sequence[IngediendBestand],
    van: Inschrijvingsmap,
    paden: Sequence[Path],
) -> None:
    """Files of the draft before and new ones; then the check."""
    map_ = Inschrijvingsmap.of(state.settings, concept.id)
    try:
        nieuw = map_.neem_op(paden, max((b.nummer for b in blijft), default=0) + 1) if paden else []
        namen = {b.naam.casefold() for b in nieuw}
        oud = [
            IngediendBestand(nummer=b.nummer, naam=b.naam, opslagnaam=b.opslagnaam, grootte=b.grootte)
            for b in blijft
            if b.naam.casefold() not in namen
        ]
        map_.begin_met(van, oud)
        inschrijvingen.set_files(concept, [*oud, *nieuw])
        session.flush()
    except BaseException:
        state.opslag.remove("inschrijving", concept.id)
        raise
    state.jobs.submit(session, concept.eigenaar_id, "inschrijving", concept.id)


@dataclass(frozen=True)
class Conceptdeel:
    """A file of a draft, as a part to hand in."""

    bestandsnaam: str | None
    van: BinaryIO

    def read(self, size: int = -1, /) -> bytes:
        return self.van.read(size)


def delen_van(state: State, concept: Inschrijving) -> Iterator[Conceptdeel]:
    """The files of a draft, one after the other, to hand them in."""
    map_ = Inschrijvingsmap.of(state.settings, concept.id)
    for bestand in map_.bestanden(concept):
        with bestand.pad.open("rb") as van:
            yield Conceptdeel(bestand.naam, van)
