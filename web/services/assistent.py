"""The assistant of this server, its sources, and where a citation leads."""

import threading
from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlencode

from knowledge import Antwoord, Assistant, Bronnen
from knowledge.answers import Citaat
from knowledge.catalogue import load_tender
from knowledge.sources.passages import Brondocument
from knowledge.sources.store import FOLDER
from web.contexts.kennis import Citaatregel, Contextdeel
from web.services.bronstand import Bronstand
from web.settings import Settings

OMLIGGEND = 1
"""Passages shown before and after a cited one."""


class Assistent:
    """One assistant for all requests; made at the first question (or `warm`), as its index takes a moment."""

    def __init__(self, settings: Settings) -> None:
        self.bronnen = Bronnen(settings.data / FOLDER)
        self._lock = threading.Lock()
        self._assistant: Assistant | None = None
        self._stand: tuple[object, Bronstand] | None = None

    def vraag(self, vraag: str, bron: str | None = None, gesprek: Sequence[str] = ()) -> Antwoord:
        """`gesprek`: earlier questions, the oldest first.

        Raises InvoerFout for an empty or too long question, or an unknown source.
        """
        with self._lock:
            if self._assistant is None:
                self._assistant = Assistant(load_tender(), self.bronnen)
            return self._assistant.ask(vraag, bron, gesprek)

    def namen(self) -> tuple[str, ...]:
        """The sources that can be asked."""
        return tuple(dict.fromkeys((load_tender().bron, *self.bronnen.namen())))

    def stand(self) -> Bronstand:
        """What the sources say now; made again when a document was added, replaced or removed."""
        with self._lock:
            stempel = self.bronnen.stempel()
            if self._stand is None or self._stand[0] != stempel:
                self._stand = (stempel, Bronstand(load_tender(), self.bronnen.alle()))
            return self._stand[1]

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
    where = {"bron": citaat.bron, "plaats": citaat.vindplaats}
    if citaat.passage is not None:
        where["passage"] = str(citaat.passage)
    return f"/vindplaats?{urlencode(where)}"


def citaatregels(citaten: Iterable[Citaat], bronnen: Bronnen | None) -> tuple[Citaatregel, ...]:
    """Citations as a page shows them, each with the passages around it; without those for None."""
    documents: dict[str, Brondocument | None] = {}
    lines = []
    for citaat in citaten:
        if citaat.bron not in documents:
            hier = bronnen is not None and citaat.bron in bronnen.namen()
            documents[citaat.bron] = bronnen.haal(citaat.bron) if bronnen and hier else None
        lines.append(
            Citaatregel(
                adres=adres(citaat),
                vindplaats=citaat.vindplaats,
                bron=citaat.bron,
                koppen=" › ".join(citaat.koppen),
                tekst=citaat.tekst,
                context=_context(documents[citaat.bron], citaat.passage),
                overnemen=f"“{' '.join(citaat.tekst.split())}” ({citaat.vindplaats}, {citaat.bron})",
            )
        )
    return tuple(lines)


def _context(document: Brondocument | None, passage: int | None) -> tuple[Contextdeel, ...]:
    """The cited passage between its neighbours."""
    if document is None or passage is None or passage >= len(document.passages):
        return ()
    first, last = max(0, passage - OMLIGGEND), passage + OMLIGGEND + 1
    return tuple(
        Contextdeel(" › ".join(p.koppen), p.tekst, number == passage)
        for number, p in enumerate(document.passages[first:last], first)
    )
