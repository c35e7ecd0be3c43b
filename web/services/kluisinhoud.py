"""Takes a bid out of an opened vault, for the check and the assessors."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from knowledge.errors import InvoerFout
from web.bestanden import BestandKapot, BestandWeg, open_bestanden
from web.kluis.nesten import kluissleutel, open_laag
from web.kluis.serversleutel import serversleutel
from web.kluis.versleutelen import ontsleutel
from web.models import Inzendingbestand
from web.repositories import inzendingen, kluis
from web.settings import Settings


def opgeslagen(session: Session, inzending_id: str) -> tuple[str, list[Inzendingbestand]]:
    """The vault's key as the server may have it, and the files of the bid. Raises InvoerFout before the
    opening: there is no such key then."""
    inzending = inzendingen.get(session, inzending_id)
    opening = kluis.opening(session, inzending.aanbesteding_id) if inzending else None
    if inzending is None or inzending.geldend is None or opening is None or opening.voor_server is None:
        raise InvoerFout("De kluis van deze inschrijving is nog niet geopend, of al leeggemaakt.")
    return opening.voor_server, list(inzending.geldend.bestanden)


@contextmanager
def uit_kluis(settings: Settings, voor_server: str, rijen: list[Inzendingbestand]) -> Iterator[list[Path]]:
    """The files of a bid in a temporary folder, under their own names; each is what its receipt says.

    Raises InvoerFout for a file that is gone or broken.
    """
    sleutel = kluissleutel(open_laag(voor_server, serversleutel(settings.sleutelmap)))
    bestanden = open_bestanden(settings.bestanden, settings.data)
    tijdelijk = settings.data / "tijdelijk"
    tijdelijk.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=tijdelijk) as map_:
        paden = []
        for rij in rijen:
            pad = Path(map_) / rij.naam
            try:
                with bestanden.get(rij.opslag) as van, pad.open("w+b") as naar:
                    ontsleutel(van, naar, sleutel, rij.sha256)
            except (BestandWeg, BestandKapot) as fout:
                raise InvoerFout(
                    f"{rij.naam}: dit bestand is weg uit de kluis of beschadigd. Zet een back-up terug."
                ) from fout
            paden.append(pad)
        yield paden
