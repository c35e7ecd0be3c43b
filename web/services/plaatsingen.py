"""Placement rounds: taking in an uploaded folder, and keeping its plan beside it."""

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from knowledge.command import write_json
from knowledge.documents import gather
from knowledge.errors import InvoerFout
from web.services.opslag import Opslag
from web.settings import Settings

if TYPE_CHECKING:
    from matcher import Controle, Plan

VERPLICHT = ("instellingen.json", "groepen.csv", "jeugdigen.csv")
BESTANDEN = (*VERPLICHT, "vastgelegd.csv")


@dataclass(frozen=True, slots=True)
class Rondemap:
    """The files of one ronde: invoer/ (as uploaded), plan.json and controle.json."""

    map: Path

    @classmethod
    def of(cls, settings: Settings, ronde_id: str) -> "Rondemap":
        return cls(Opslag(settings).folder("plaatsing", ronde_id))

    @property
    def invoer(self) -> Path:
        return self.map / "invoer"

    @property
    def plan(self) -> Path:
        return self.map / "plan.json"

    def bewaar(self, plan: "Plan", controle: "Controle") -> None:
        write_json(self.map / "controle.json", asdict(controle))
        write_json(self.plan, plan.to_json())

    def verwijder(self) -> None:
        shutil.rmtree(self.map, ignore_errors=True)

    def overtredingen(self) -> list[str]:
        """The broken rules that the own check found, in words."""
        waarde: Any = json.loads((self.map / "controle.json").read_text(encoding="utf-8"))
        return [str(overtreding["tekst"]) for overtreding in waarde["overtredingen"]]


def variantmap(ronde: Rondemap, variant_id: str) -> Rondemap:
    """The files of a what-if of a ronde: its own input and plan."""
    return Rondemap(ronde.map / "varianten" / variant_id)


def neem_map_op(uploads: list[Path], werkmap: Path) -> Path:
    """The folder of a placement problem out of uploaded files or a zip, read through once.

    Raises InvoerFout with every fault (file, row, column) when it can't be used.
    """
    from matcher import read_folder

    gevonden: dict[str, Path] = {}
    fouten: list[str] = []
    for bestand in gather(uploads, werkmap / "uitgepakt"):
        naam = PurePosixPath(bestand.naam).name.lower()
        if naam not in BESTANDEN:
            fouten.append(
                f"{bestand.naam}: dit bestand hoort er niet bij. Gebruik alleen {', '.join(BESTANDEN)}."
            )
        elif naam in gevonden:
            fouten.append(f"{bestand.naam}: {naam} staat er twee keer in.")
        else:
            gevonden[naam] = bestand.pad
    fouten += [f"{naam}: dit bestand ontbreekt." for naam in VERPLICHT if naam not in gevonden]
    if fouten:
        raise InvoerFout(*fouten)
    invoer = werkmap / "invoer"
    invoer.mkdir()
    for naam, pad in gevonden.items():
        shutil.copyfile(pad, invoer / naam)
    read_folder(invoer)
    return invoer
