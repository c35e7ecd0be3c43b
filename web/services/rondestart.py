"""Begins a placement round from the registers as they stand."""

from datetime import date

from knowledge.catalogue.models import Tender
from web.access import Handeling, Soort, Wie, noem
from web.models import Plaatsingsronde
from web.repositories import rondes
from web.services import register as registers
from web.services.plaatsingen import Rondemap
from web.state import State


def begin_uit_register(
    state: State, wie: Wie, naam: str, seconden: int, vandaag: date, tender: Tender
) -> Plaatsingsronde:
    """A new ronde, its input a copy of the registers. Raises InvoerFout with every fault in them."""
    state.toegang.vraag(wie, Handeling.MAKEN, Soort.RONDE)
    peildatum = registers.maandag(vandaag)
    with state.toegang.lezen(wie, Soort.JEUGDIGE, deel="register") as session:
        alles = registers.huidig(session)
    registers.controleer(alles, peildatum, tender)
    with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.RONDE, deel="uit register") as session:
        ronde = rondes.add(session, wie.organisatie_id, naam.strip()[:80] or "Uit het register", seconden)
        noem(session, ronde.id)
        registers.schrijf_map(alles, peildatum, tender, Rondemap.of(state.settings, ronde.id).invoer)
        state.jobs.submit(session, wie.organisatie_id, "plaatsing", ronde.id)
    return ronde
