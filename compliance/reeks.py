"""All bids in a folder, several at a time: each subfolder or zip is one bid."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from compliance.controle import check_bid
from compliance.rapport import Rapport
from knowledge.errors import InvoerFout


@dataclass(frozen=True)
class Uitslag:
    """The report on one bid, or why there is none."""

    naam: str
    rapport: Rapport | None
    fout: str = ""


def check_all(
    map_: Path,
    peildatum: date | None = None,
    kernen: int = 2,
    meld: Callable[[str], None] = lambda tekst: None,
) -> list[Uitslag]:
    """Judge every bid in a folder, in order of name. A bid that can't be read says so and stops no other.

    `meld` is told how far it is. InvoerFout when the folder is not there or holds no bid.
    """
    if not map_.is_dir():
        raise InvoerFout(f"{map_}: deze map bestaat niet.")
    biedingen = sorted(
        p for p in map_.iterdir() if not p.name.startswith(".") and (p.is_dir() or p.suffix == ".zip")
    )
    if not biedingen:
        raise InvoerFout(f"{map_}: hierin staan geen mappen of zips met een inschrijving.")
    uitslagen: dict[Path, Uitslag] = {}
    with ProcessPoolExecutor(max(1, min(kernen, len(biedingen))), get_context("spawn")) as pool:
        werk = {pool.submit(check_bid, [pad], peildatum): pad for pad in biedingen}
        for klaar in as_completed(werk):
            pad = werk[klaar]
            try:
                uitslagen[pad] = Uitslag(pad.stem, klaar.result())
            except InvoerFout as fout:
                uitslagen[pad] = Uitslag(pad.stem, None, str(fout))
            meld(f"{len(uitslagen)} van {len(biedingen)} klaar: {pad.stem}")
    return [uitslagen[pad] for pad in biedingen]
