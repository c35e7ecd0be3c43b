"""Everything that is kept of one row of a register, and where else it occurs."""

import csv
from typing import Any

from sqlalchemy.orm import Session

from web.models import Plaatsingsronde
from web.models.register import Registerrij, Registersoort
from web.repositories import register, rondes
from web.services.plaatsingen import Rondemap
from web.services.rondeweg import verwijder_ronde
from web.settings import Settings
from web.state import State


def rondes_met(session: Session, settings: Settings, jeugdige_id: str) -> list[Plaatsingsronde]:
    """The placement rounds of this organisation whose input holds this jeugdige."""
    return [ronde for ronde in rondes.all_of(session) if _komt_voor(settings, ronde, jeugdige_id)]


def _komt_voor(settings: Settings, ronde: Plaatsingsronde, jeugdige_id: str) -> bool:
    pad = Rondemap.of(settings, ronde.id).invoer / "jeugdigen.csv"
    if not pad.exists():
        return False
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        return any(rij.get("jeugdige_id") == jeugdige_id for rij in csv.DictReader(bestand, delimiter=";"))


def verwijder(session: Session, state: State, rij: Registerrij) -> list[str]:
    """Remove a row with its history; of a jeugdige also the rounds that hold it (AVG art. 17).

    Returns the ids of those rounds, whose files the caller removes once this is kept.
    """
    weg: list[str] = []
    if rij.soort == Registersoort.JEUGDIGE:
        for ronde in rondes_met(session, state.settings, rij.sleutel):
            weg.append(ronde.id)
            verwijder_ronde(session, ronde, state.jobs.remove)
    register.remove(session, rij)
    return weg


def dossier(session: Session, settings: Settings, rij: Registerrij) -> dict[str, Any]:
    """As JSON: the columns, the history, and the rounds that hold it."""
    inhoud: dict[str, Any] = {
        "soort": rij.soort,
        "sleutel": rij.sleutel,
        "gewijzigd": rij.gewijzigd.isoformat(),
        "velden": rij.velden,
        "historie": [
            {
                "tijd": w.tijd.isoformat(),
                "door": w.gebruiker,
                "veld": w.veld,
                "oud": w.oud,
                "nieuw": w.nieuw,
                "reden": w.reden,
            }
            for w in register.wijzigingen(session, rij.id)
        ],
    }
    if rij.soort == Registersoort.JEUGDIGE:
        inhoud["rondes"] = [
            {"id": ronde.id, "naam": ronde.naam, "gemaakt": ronde.gemaakt.isoformat()}
            for ronde in rondes_met(session, settings, rij.sleutel)
        ]
    return inhoud
