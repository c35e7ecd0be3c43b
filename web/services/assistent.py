"""The assistant of this server, its sources, and where a citation leads."""

import threading
from urllib.parse import quote

from knowledge import Antwoord, Assistant, Bronnen
from knowledge.answers import Citaat
from knowledge.catalogue import load_tender
from knowledge.sources.store import FOLDER
from web.settings import Settings


class Assistent:
    """One assistant for all requests; made at the first question (or `warm`), as its index takes a moment."""

    def __init__(self, settings: Settings) -> None:
        self.bronnen = Bronnen(settings.data / FOLDER)
        self._lock = threading.Lock()
        self._assistant: Assistant | None = None

    def vraag(self, vraag: str, bron: str | None = None) -> Antwoord:
        """Raises InvoerFout for an empty or too long question, or an unknown source."""
        with self._lock:
            if self._assistant is None:
                self._assistant = Assistant(load_tender(), self.bronnen)
            return self._assistant.ask(vraag, bron)

    def warm(self) -> None:
        """Make the index before anyone asks."""
        with self._lock:
            if self._assistant is None:
                self._assistant = Assistant(load_tender(), self.bronnen)


def adres(citaat: Citaat) -> str:
    """The page of the cited place: of an eis in the catalogue its own page, else the passage."""
    tender = load_tender()
    soort, _, id = citaat.vindplaats.partition(" ")
    if citaat.bron == tender.bron and soort == "eis" and any(e.id == id for e in tender.eisen):
        return f"/eisen/{quote(id)}"
    return f"/vindplaats?bron={quote(citaat.bron, safe='')}&plaats={quote(citaat.vindplaats, safe='')}"
