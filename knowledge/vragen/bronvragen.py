"""The everyday questions of this folder: one YAML file a document, named after its region, year and kind.

An imported document is known by these three, not by its name, so that its PDF, its Word file and its text all
get the same questions. Questions about the eisen and regels of a catalogue stand with that catalogue
(`knowledge/tenders/*/vragen`).
"""

from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from knowledge.catalogue.models import Vorm
from knowledge.catalogue.yaml_file import read_yaml
from knowledge.errors import InvoerFout
from knowledge.sources.passages import Brondocument, Bronsoort, Passage

FOLDER = Path(__file__).resolve().parent


class Plaatsvragen(Vorm):
    """Questions that one place answers.

    `van`: its vindplaats; `kop`: the nearest heading, where several share a vindplaats; `met`: words that the
    passage holds, where several passages stand at the place.
    """

    van: str
    kop: str = ""
    met: str = ""
    vragen: tuple[str, ...] = Field(min_length=1)

    def past_op(self, passage: Passage) -> bool:
        """Is this the place of a passage, leaving `met` aside?"""
        return passage.vindplaats == self.van and (not self.kop or passage.koppen[-1:] == (self.kop,))


class Bronvragen(Vorm):
    """The questions of one document, with that by which it is known."""

    regio: str
    jaar: int
    soort: Bronsoort
    vragen: tuple[Plaatsvragen, ...]


@cache
def bronvragen() -> tuple[Bronvragen, ...]:
    """All files of this folder. InvoerFout names the file that is not right."""
    return tuple(lees(file) for file in sorted(FOLDER.glob("*.yaml")))


def lees(file: Path) -> Bronvragen:
    """One file of questions. InvoerFout names the file and the field that is not right."""
    try:
        return Bronvragen.model_validate(read_yaml(file))
    except ValidationError as fout:
        where = ".".join(str(part) for part in fout.errors()[0]["loc"])
        raise InvoerFout(f"{file.name}, veld {where}: is niet geldig.") from fout


def vragen_bij(document: Brondocument) -> list[tuple[str, ...]]:
    """For each passage of a document the questions that it answers; empty for a document not known here.

    Where no passage at a place holds `met`, all of them get the questions.
    """
    found: list[tuple[str, ...]] = [() for _ in document.passages]
    identity = (document.regio, document.jaar, document.soort)
    for file in bronvragen():
        if (file.regio, file.jaar, file.soort) != identity:
            continue
        for entry in file.vragen:
            here = [n for n, p in enumerate(document.passages) if entry.past_op(p)]
            named = [n for n in here if entry.met.lower() in document.passages[n].tekst.lower()]
            for number in named or here:
                found[number] += entry.vragen
    return found
