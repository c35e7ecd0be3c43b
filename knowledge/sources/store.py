"""Keeps imported documents: one JSON file a document, under the data folder."""

import json
import re
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from knowledge.command import write_json
from knowledge.errors import InvoerFout
from knowledge.paths import data_folder
from knowledge.sources.passages import Brondocument, Passage

FOLDER = "bronnen"
_VERSION = 1
_LATER_FIELDS = ("regio", "jaar", "soort", "wijzigt", "volgnummer")
_NAME = re.compile(r"[^\W_][\w. ()+-]{0,119}")


class Bronnen:
    """The imported documents in one folder. Reading a folder that is not there gives no documents."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def standaard(cls) -> "Bronnen":
        """Those of this installation."""
        return cls(data_folder() / FOLDER)

    def namen(self) -> list[str]:
        """Names under which documents were imported, sorted."""
        return sorted(p.name.removesuffix(".json") for p in self.folder.glob("*.json"))

    def bewaar(self, document: Brondocument) -> None:
        """Keep a document; one of the same name is replaced, whole or not at all."""
        check_name(document.bron)
        write_json(self._file(document.bron), {"versie": _VERSION, **asdict(document)})

    def haal(self, bron: str) -> Brondocument:
        """The document of this name. InvoerFout when it is not there or its file is damaged."""
        file = self._file(bron)
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
            return _document(data)
        except FileNotFoundError as fout:
            known = ", ".join(self.namen()) or "geen"
            raise InvoerFout(f"Er is geen bron met de naam {bron}. Bekend zijn: {known}.") from fout
        except (OSError, ValueError, KeyError, TypeError) as fout:
            raise InvoerFout(
                f"{file}: deze bron is beschadigd. Importeer het document opnieuw met --bron {bron}."
            ) from fout

    def alle(self) -> list[Brondocument]:
        return [self.haal(naam) for naam in self.namen()]

    def verwijder(self, bron: str) -> None:
        """Remove a document. InvoerFout when there is none of this name."""
        check_name(bron)
        try:
            self._file(bron).unlink()
        except FileNotFoundError as fout:
            raise InvoerFout(f"Er is geen bron met de naam {bron}.") from fout

    def stempel(self) -> tuple[tuple[str, int, int], ...]:
        """Changes whenever a document is added, replaced or removed: name, time and size of each file."""
        stats = [(p.name, p.stat()) for p in sorted(self.folder.glob("*.json"))]
        return tuple((name, s.st_mtime_ns, s.st_size) for name, s in stats)

    def _file(self, bron: str) -> Path:
        return self.folder / f"{bron}.json"


def check_name(bron: str) -> None:
    """InvoerFout unless the name can be a file's name everywhere."""
    if not _NAME.fullmatch(bron):
        raise InvoerFout(
            f"De naam {bron!r} kan niet: gebruik hoogstens 120 letters, cijfers, punten, spaties en "
            "streepjes, te beginnen met een letter of cijfer."
        )


def _document(data: dict[str, Any]) -> Brondocument:
    """A stored document; what an older file does not hold keeps its default."""
    if data["versie"] != _VERSION:
        raise ValueError("other version")
    passages = tuple(
        Passage(
            p["vindplaats"],
            p["tekst"],
            tuple(p["koppen"]),
            p["soort"],
            p["pagina"],
            tuple(p.get("over", ())),
            p.get("paragraaf", ""),
        )
        for p in data["passages"]
    )
    document = Brondocument(data["bron"], data["bestand"], data["titel"], passages)
    later = {name: data[name] for name in _LATER_FIELDS if name in data}
    return replace(document, **later)
