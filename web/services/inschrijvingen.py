"""Uploaded bids: taking in their files, and keeping report and texts beside them."""

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from sqlalchemy.orm import Session

from compliance.rapport import Rapport
from compliance.rekenwaarde import Rekenwaarde
from compliance.verslag import maak_beeld
from compliance.verslag.beeld import Beeld
from knowledge.command import write_json
from knowledge.documents import Bestand, Document, gather
from web.models import IngediendBestand, Inschrijving
from web.repositories import aanbestedingen, inschrijvingen, inzendingen, werkplekken
from web.services.datum import nederlandse_tijd
from web.services.onthouden import Onthouden
from web.services.opslag import Opslag
from web.settings import Settings

WAARDEN = "rekenwaarden.json"


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

    def neem_op(self, paths: Sequence[Path], eerste: int = 1) -> list[IngediendBestand]:
        """Keep the files of a bid (zips unpacked) under numbers of ours, from `eerste` on; rows for the
        database.

        Raises InvoerFout when a zip is damaged or unreasonably large, or there is nothing to read.
        """
        werkmap = self.map / "uitpakken"
        doel = self.map / "bestanden"
        try:
            gevonden = gather(paths, werkmap)
            doel.mkdir(parents=True, exist_ok=True)
            rijen = []
            for nummer, bestand in enumerate(gevonden, eerste):
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

    def bewaar_waarden(self, waarden: Iterable[Rekenwaarde]) -> None:
        write_json(self.map / WAARDEN, [asdict(waarde) for waarde in waarden])

    def waarden(self) -> tuple[Rekenwaarde, ...]:
        """What the bid tells of what the rekentools ask."""
        pad = self.map / WAARDEN
        if not pad.exists():
            return ()
        rijen: list[dict[str, Any]] = json.loads(pad.read_text(encoding="utf-8"))
        return tuple(
            Rekenwaarde(
                r["rekentool"], r["titel"], r["gegevens"], tuple((w, b, p) for w, b, p in r["bronnen"])
            )
            for r in rijen
        )

    def begin_met(self, ander: "Inschrijvingsmap", rijen: Iterable[IngediendBestand]) -> None:
        """Take along these files of another bid. They never change, so they need not be there twice."""
        doel = self.map / "bestanden"
        doel.mkdir(parents=True, exist_ok=True)
        for rij in rijen:
            bron = ander.map / "bestanden" / rij.opslagnaam
            try:
                (doel / rij.opslagnaam).hardlink_to(bron)
            except OSError:  # a file system without hard links
                shutil.copyfile(bron, doel / rij.opslagnaam)

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


def peildatum(session: Session, inschrijving: Inschrijving) -> date | None:
    """The day on which ages of documents are judged: the closing of the tender that the bid is for. None for
    a bid that is for no tender here: then the closing that the catalogue gives counts."""
    aanbesteding_id = None
    if inschrijving.werkplek_id and (werkplek := werkplekken.get(session, inschrijving.werkplek_id)):
        aanbesteding_id = werkplek.aanbesteding_id
    elif (uit := inzending_van(session, inschrijving)) and (inzending := inzendingen.get(session, uit)):
        aanbesteding_id = inzending.aanbesteding_id
    aanbesteding = aanbestedingen.get(session, aanbesteding_id) if aanbesteding_id else None
    return nederlandse_tijd(aanbesteding.sluiting).date() if aanbesteding else None


def inzending_van(session: Session, inschrijving: Inschrijving) -> str | None:
    """Id of the bid in the vault that this is a copy of, or the revised version of. None for one that was
    uploaded here."""
    if inschrijving.inzending_id or not inschrijving.eerdere_id:
        return inschrijving.inzending_id
    eerst = inschrijvingen.get(session, inschrijving.eerdere_id)
    return eerst.inzending_id if eerst else None
