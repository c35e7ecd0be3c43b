"""Uploaded bids: taking in their files, and keeping report and texts beside them."""

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from compliance.rapport import Rapport
from compliance.verslag import maak_beeld
from compliance.verslag.beeld import Beeld
from knowledge.command import write_json
from knowledge.documents import Bestand, Document, gather
from web.models import IngediendBestand, Inschrijving
from web.services.onthouden import Onthouden
from web.services.opslag import Opslag
from web.settings import Settings


@dataclass(frozen=True, slots=True)
class Tekstblok:
    """A block of a document's text, as kept to show a passage in its context."""

    tekst: str
    soort: str
    pagina: int | None


@dataclass(frozen=True, slots=True)
class Inschrijvingsmap:
    """The files of one bid: bestanden/ (numbered), teksten.json and rapport.json."""

    map: Path

    @classmethod
    def of(cls, settings: Settings, inschrijving_id: str) -> "Inschrijvingsmap":
        return cls(Opslag(settings).folder("inschrijving", inschrijving_id))

    def neem_op(self, paths: Sequence[Path]) -> list[IngediendBestand]:
        """Keep the files of a bid (zips unpacked) under numbers of ours; rows for the database.

        Raises InvoerFout when a zip is damaged or unreasonably large, or there is nothing to read.
        """
        werkmap = self.map / "uitpakken"
        doel = self.map / "bestanden"
        try:
            gevonden = gather(paths, werkmap)
            doel.mkdir(parents=True, exist_ok=True)
            rijen = []
            for nummer, bestand in enumerate(gevonden, 1):
                opslagnaam = f"{nummer:04d}{PurePosixPath(bestand.naam).suffix.lower()[:10]}"
                shutil.copyfile(bestand.pad, doel / opslagnaam)
                rijen.append(
                    IngediendBestand(
                        nummer=nummer,
                        naam=bestand.naam,
                        opslagnaam=opslagnaam,
                        grootte=(doel / opslagnaam).stat().st_size,
                    )
                )
            return rijen
        finally:
            shutil.rmtree(werkmap, ignore_errors=True)

    def bestanden(self, inschrijving: Inschrijving) -> list[Bestand]:
        return [Bestand(b.naam, self.map / "bestanden" / b.opslagnaam) for b in inschrijving.bestanden]

    def bewaar(self, rapport: Rapport, documenten: Iterable[Document]) -> None:
        teksten = {
            d.bestand: {
                "maten": d.paginamaten,
                "blokken": [[b.tekst, b.soort.value, b.pagina] for b in d.blokken],
            }
            for d in documenten
        }
        write_json(self.map / "teksten.json", teksten)
        write_json(self.map / "rapport.json", rapport.model_dump(mode="json"))

    def rapport(self) -> Rapport:
        return self.rapport_met_beeld()[0]

    def rapport_met_beeld(self) -> tuple[Rapport, Beeld]:
        """The report and what a page shows of it, which holds parts of that very report, not copies."""
        return _RAPPORTEN.van(self.map)

    def tekst(self, bestand: str) -> list[Tekstblok]:
        """The text of one file of the bid, block by block."""
        return [Tekstblok(*rij) for rij in self._teksten().get(bestand, {}).get("blokken", [])]

    def paginamaat(self, bestand: str, pagina: int) -> tuple[float, float] | None:
        """Width and height in points of a page; None where the format has no pages."""
        maten = self._teksten().get(bestand, {}).get("maten", [])
        if not 1 <= pagina <= len(maten):
            return None
        breedte, hoogte = maten[pagina - 1]
        return float(breedte), float(hoogte)

    def _teksten(self) -> dict[str, Any]:
        waarde: dict[str, Any] = json.loads((self.map / "teksten.json").read_text(encoding="utf-8"))
        return waarde


def _lees(map_: Path) -> tuple[Rapport, Beeld]:
    rapport = Rapport.model_validate_json((map_ / "rapport.json").read_bytes())
    return rapport, maak_beeld(rapport)


_RAPPORTEN = Onthouden(_lees, ("rapport.json",))
