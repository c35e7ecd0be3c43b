"""What is searched: fragments of imported documents and entries of a tender's catalogue, in one shape."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.sources.passages import Brondocument
from knowledge.vragen import vragen_bij


@dataclass(frozen=True, slots=True)
class Fragment:
    """One findable text with its place."""

    bron: str
    vindplaats: str
    titel: str
    """Subject or headings: weighs more than the text."""
    tekst: str
    """What an answer may show."""
    soort: str
    """"eis", "definitie" or "tekst" for a passage; for the catalogue the kind of entry: "regel", "tarief"."""
    zoektekst: str = ""
    """Further words under which people look for it."""
    catalogus: bool = False
    vragen: tuple[str, ...] = ()
    """Questions, in everyday words, that this answers."""

    @property
    def plaats(self) -> tuple[str, str]:
        """Where it stands: fragments of one place belong together."""
        return self.bron, self.vindplaats

    @property
    def betekenistekst(self) -> str:
        """What search by meaning reads."""
        return f"{self.titel}. {self.tekst}"


def of_document(document: Brondocument) -> Iterable[Fragment]:
    """The fragments of an imported document."""
    for passage, asked in zip(document.passages, vragen_bij(document), strict=True):
        title = " – ".join(passage.koppen)
        if passage.soort == "definitie":
            title = f"{defined_term(passage.tekst)} – {title}"
        yield Fragment(document.bron, passage.vindplaats, title, passage.tekst, passage.soort, vragen=asked)


def defined_term(text: str) -> str:
    """The term that a definition opens with: the words up to the capital with which its explanation starts,
    or up to a colon. "Wettelijk verwijzer Samenstel van ..." defines "Wettelijk verwijzer"."""
    match = re.match(r"([^:]{2,60}?)(?::|(?<=[\w)])\s+(?=[A-ZÀ-Ý][\w-]*\b))", text)
    return match.group(1).strip(" /") if match else " ".join(text.split()[:2])
