"""The pre-screening of one bid: read, recognise, judge, and put together what an assessor needs."""

import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from compliance.bevindingen import zoek_bevindingen
from compliance.dossier import Dossier
from compliance.eisen import judge_eisen
from compliance.financieel import financieel_van
from compliance.herkenning import herken_delen, lees_aanbod, lees_inschrijver, lees_percelen
from compliance.inschrijving import Deel, Inschrijving
from compliance.omstandigheden import lees_omstandigheden
from compliance.rapport import Bevinding, Rapport
from compliance.stukken import beoordeel_stukken
from knowledge.catalogue.load import load_tender
from knowledge.catalogue.models import Tender
from knowledge.documents import Document, gather, read_documents
from knowledge.text.normalise import fold

_ERNST = {"knock-out": 0, "herstelbaar": 1, "aandacht": 2}


def check_bid(
    paths: Iterable[Path | str], peildatum: date | None = None, tender: Tender | None = None
) -> Rapport:
    """Judge one bid: a folder, a zip or loose files.

    `peildatum` is the day on which ages and validity are judged; by default the closing date of the tender.
    A file that can't be read becomes a finding. Raises InvoerFout when there is nothing to read, or a path
    or zip is not usable.
    """
    with tempfile.TemporaryDirectory(prefix="inschrijving-") as werkmap:
        documenten = read_documents(gather(paths, Path(werkmap)))
    return judge_documents(documenten, peildatum, tender)


def judge_documents(
    documenten: Iterable[Document], peildatum: date | None = None, tender: Tender | None = None
) -> Rapport:
    """Judge a bid of which the documents have been read already."""
    return judge_dossier(open_dossier(documenten, peildatum, tender or load_tender()))


def judge_dossier(dossier: Dossier) -> Rapport:
    """Judge a bid from which was read already what it bids for."""
    inschrijving, tender = dossier.inschrijving, dossier.tender
    eisen, bij_eisen = judge_eisen(inschrijving, tender)
    uitslagen = beoordeel_stukken(dossier)
    bevindingen = [b for uitslag in uitslagen for b in uitslag.bevindingen]
    bevindingen += [*zoek_bevindingen(dossier), *bij_eisen]
    return Rapport(
        inschrijver=inschrijving.inschrijver or "(naam niet gevonden)",
        tender=tender.sleutel,
        peildatum=inschrijving.peildatum.isoformat(),
        percelen=tuple(sorted(inschrijving.percelen)),
        vormen=tuple(sorted(inschrijving.vormen)),
        intensiteiten=tuple(sorted(inschrijving.intensiteiten)),
        eisen=eisen,
        stukken=tuple(uitslag.oordeel for uitslag in uitslagen),
        bevindingen=tuple(_uniek(bevindingen)),
        financieel=financieel_van(dossier),
    )


def open_dossier(documenten: Iterable[Document], peildatum: date | None, tender: Tender) -> Dossier:
    """Recognise the parts of a bid and read from them what it bids for."""
    documenten = tuple(documenten)
    delen = herken_delen(documenten)
    namen: dict[int, tuple[str, ...]] = {
        p.nummer: (fold(p.naam), fold(p.korte_naam)) for p in tender.percelen
    }
    percelen = lees_percelen(delen, namen)
    aanbod = lees_aanbod(delen, percelen, tender)
    inschrijving = Inschrijving(
        inschrijver=lees_inschrijver(delen),
        peildatum=peildatum or tender.sluiting,
        documenten=documenten,
        percelen=percelen,
        vormen=aanbod.vormen_in_rapport,
        intensiteiten=aanbod.intensiteiten,
        stuk_van=_stuk_van(delen),
        delen=delen,
    )
    return Dossier(inschrijving, tender, aanbod, lees_omstandigheden(inschrijving))


def _stuk_van(delen: tuple[Deel, ...]) -> dict[str, tuple[str, ...]]:
    """The keys of the stukken that each file holds; references numbered in order."""
    sleutels: dict[str, list[str]] = {}
    referenties = 0
    for deel in delen:
        sleutel = deel.sleutel
        if sleutel == "referentie":
            referenties += 1
            sleutel = f"referentie_{min(referenties, 2)}"
        sleutels.setdefault(deel.bestand, []).append(sleutel)
    return {bestand: tuple(dict.fromkeys(rij)) for bestand, rij in sleutels.items()}


def _uniek(bevindingen: list[Bevinding]) -> list[Bevinding]:
    """Each finding once: of two of one kind on the same passages the graver stays."""
    gezien: dict[tuple[str, tuple[tuple[str, str], ...]], Bevinding] = {}
    for bevinding in sorted(bevindingen, key=lambda b: _ERNST[b.ernst]):
        passages = tuple((b.bestand, b.citaat) for b in bevinding.bewijs) or (("", bevinding.toelichting),)
        gezien.setdefault((bevinding.soort, passages), bevinding)
    return list(gezien.values())
