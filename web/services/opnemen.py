"""Takes the files of a new bid in, and starts its check."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from web.access import Handeling, Soort, Wie, noem
from web.models import IngediendBestand
from web.models.base import new_id
from web.repositories import inschrijvingen
from web.services.inschrijvingen import Inschrijvingsmap
from web.state import State


def neem_bod_op(
    state: State, wie: Wie, soort: Soort, doel: str, paden: Sequence[Path], werkplek_id: str | None = None
) -> str:
    """A new bid of these files, zips unpacked; its check waits for its turn. Returns its id.

    Raises InvoerFout when a zip is damaged or unreasonably large, or there is nothing to read; GeenToegang.
    """
    state.toegang.vraag(wie, Handeling.MAKEN, soort)
    with (
        _uitgepakt(state, paden) as (id_, bestanden),
        state.toegang.wijzigen(wie, Handeling.MAKEN, soort) as session,
    ):
        bod = inschrijvingen.add(session, wie.organisatie_id, doel, paden[0].stem, id_=id_)
        bod.werkplek_id = werkplek_id
        noem(session, id_)
        inschrijvingen.set_files(bod, bestanden)
        state.jobs.submit(session, wie.organisatie_id, "inschrijving", id_)
    return id_


@contextmanager
def _uitgepakt(state: State, paden: Sequence[Path]) -> Iterator[tuple[str, list[IngediendBestand]]]:
    """The id for a new bid and its files, unpacked before anything is written in the database: nobody waits
    for it. They go when what follows fails."""
    id_ = new_id()
    try:
        yield id_, Inschrijvingsmap.of(state.settings, id_).neem_op(paden)
    except BaseException:
        state.opslag.remove("inschrijving", id_)
        raise
