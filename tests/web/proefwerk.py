"""The process of an attempt with handlers for tests: python -m tests.web.proefwerk JOB ATTEMPT."""

import os
import sys
import time

from knowledge.command import write_json
from knowledge.errors import InvoerFout
from web.jobs.werk import Handler, Werk, neem_over
from web.jobs.worker import main
from web.repositories import rondes
from web.services.plaatsingen import Rondemap


def plaatsing(werk: Werk) -> None:
    """Some steps, a file, and a count in the row: a second result would show."""
    apart = Rondemap(werk.werkmap)
    for stap in range(3):
        werk.meld(f"Stap {stap}.")
        time.sleep(0.1)
    write_json(apart.plan, {"poging": werk.attempt, "vulling": "x" * 100_000})
    with werk.afronden() as session:
        neem_over(apart.map, Rondemap.of(werk.settings, werk.subject_id).map)
        ronde = rondes.get(session, werk.subject_id)
        assert ronde
        ronde.geplaatst = (ronde.geplaatst or 0) + 1


def zoekt(werk: Werk) -> None:
    """Searches until it is asked to stop, and keeps what it has."""
    while not werk.stop_gevraagd():
        werk.meld_stand("We zoeken.")
        time.sleep(0.02)
    with werk.afronden() as session:
        ronde = rondes.get(session, werk.subject_id)
        assert ronde
        ronde.geplaatst = 7


def groot(_: Werk) -> None:
    hoop = bytearray(300_000_000)
    hoop[::4096] = b"x" * len(hoop[::4096])
    time.sleep(60)


def lang(_: Werk) -> None:
    time.sleep(60)


def valt_om(_: Werk) -> None:
    os._exit(3)


def invoerfout(_: Werk) -> None:
    raise InvoerFout("jeugdigen.csv: regel 3 klopt niet.", "groepen.csv: dit bestand ontbreekt.")


def fout(_: Werk) -> None:
    raise ZeroDivisionError


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler for handler in (plaatsing, zoekt, groot, lang, valt_om, invoerfout, fout)
}

if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), HANDLERS)
