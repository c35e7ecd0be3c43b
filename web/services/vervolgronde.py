"""The next round: the input of this one, with what people decided, and true to what was published."""

import csv
import shutil

from knowledge.errors import InvoerFout
from matcher import Plan, Vastlegging
from matcher.invoer import VASTKOLOMMEN
from web.access import Handeling, Soort, Wie, noem
from web.models import Plaatsingsronde
from web.repositories import besluiten, rondes
from web.services import besluiten as regels
from web.services.kindbeeld import geladen
from web.services.plaatsingen import Rondemap
from web.state import State

VAST = "vastgelegd.csv"


def begin_vervolg(state: State, wie: Wie, ronde_id: str, naam: str, belofte: int) -> Plaatsingsronde | None:
    """A ronde that never again proposes a refused place and keeps an agreed one; None: no such ronde.

    `belofte`: points that a change of a published place must gain at least; without a published ronde it
    means nothing.
    """
    with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.RONDE, deel=f"vervolg op {ronde_id}") as session:
        vorige = rondes.get(session, ronde_id)
        oud = Rondemap.of(state.settings, ronde_id)
        if vorige is None or not oud.plan.exists():
            return None
        probleem, plan = geladen(oud.map)
        keuzes = regels.vastleggingen(besluiten.stappen(session, ronde_id), _gepland(plan))
        basis = rondes.laatst_gepubliceerd(session)
        ronde = rondes.add(session, wie.organisatie_id, naam[:80], vorige.seconden)
        ronde.basis_id = basis.id if basis else None
        ronde.belofte = belofte if basis else 0
        noem(session, ronde.id)
        nieuw = Rondemap.of(state.settings, ronde.id)
        shutil.copytree(oud.invoer, nieuw.invoer)
        schrijf_vast(nieuw, samen(probleem.vastleggingen, keuzes))
        state.jobs.submit(session, wie.organisatie_id, "plaatsing", ronde.id)
        return ronde


def samen(eerder: tuple[Vastlegging, ...], nieuw: list[Vastlegging]) -> list[Vastlegging]:
    """What was laid down before, and what people decided since; of two about the same choice the new one."""
    uit = {(k.jeugdige_id, k.fase, k.groep_id): k for k in (*eerder, *nieuw)}
    # One place a phase can be kept: an earlier pin gives way to the agreed place.
    besloten = {(k.jeugdige_id, k.fase): k.groep_id for k in nieuw if k.vast}
    return [k for s, k in sorted(uit.items()) if not k.vast or besloten.get(s[:2], k.groep_id) == k.groep_id]


def schrijf_vast(ronde_map: Rondemap, keuzes: list[Vastlegging]) -> None:
    with (ronde_map.invoer / VAST).open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand, delimiter=";", lineterminator="\n")
        schrijver.writerow(VASTKOLOMMEN)
        schrijver.writerows([k.jeugdige_id, k.fase, k.groep_id, int(k.vast)] for k in keuzes)


def lees_belofte(tekst: str) -> int:
    """Raises InvoerFout for what is no number of points."""
    if not tekst.strip().isdecimal() or int(tekst) > 100_000:
        raise InvoerFout("Geef een geheel getal van 0 tot en met 100.000.")
    return int(tekst)


def _gepland(plan: Plan) -> dict[str, list[tuple[int, str]]]:
    return {j: [(p.fase, p.groep_id) for p in rij] for j, rij in plan.per_jeugdige.items()}
