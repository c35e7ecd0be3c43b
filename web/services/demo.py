"""Demo data at the first start: one ronde and one bid for each of the two readers, as background jobs."""

from web.repositories import inschrijvingen, jobs, rondes
from web.state import State

REGIO = "Voorbeeldregio"
INSCHRIJVING = "Voorbeeldinschrijving"


def laad_demo(state: State) -> None:
    """Only where nothing was ever made; who removed the examples does not get them back."""
    klaar = state.settings.data / "demo_geladen"
    if klaar.exists():
        return
    with state.database.session() as session:
        ronde = rondes.add(session, REGIO, state.settings.solve_seconds, demo=True)
        jobs.add(session, "plaatsing", ronde.id)
        for doel in ("beoordeling", "zelfcheck"):
            inschrijving = inschrijvingen.add(session, doel, INSCHRIJVING, demo=True)
            jobs.add(session, "inschrijving", inschrijving.id)
    klaar.touch()
