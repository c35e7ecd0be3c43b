"""Writes a draft catalogue: a folder as a tender has, or one file with the eisen."""

from pathlib import Path

import yaml

from knowledge.command import write_whole
from knowledge.concept.eisen import Concept
from knowledge.errors import InvoerFout

_HEAD = (
    "# Concept, gemaakt uit {bron}. De zinnen komen uit dat document: gebruik dit bestand zelf,\n"
    "# en zet ze in eigen woorden voordat u het deelt.\n"
)


def schrijf(concept: Concept, doel: Path) -> list[Path]:
    """Write the draft to a new folder (tender.yaml, eisen.yaml) or to one YAML file with the eisen, and give
    the files. InvoerFout when the folder holds a catalogue already."""
    head = _HEAD.format(bron=concept.velden["bron"])
    eisen = [eis.model_dump(mode="json", exclude_defaults=True) for eis in concept.eisen]
    if doel.suffix.lower() in (".yaml", ".yml"):
        write_whole(doel, head + _yaml(eisen))
        return [doel]
    if (doel / "tender.yaml").exists():
        raise InvoerFout(f"{doel}: hier staat al een catalogus. Kies een andere map.")
    points = "".join(f"# - {punt}\n" for punt in concept.open_punten)
    files = [doel / "eisen.yaml", doel / "tender.yaml"]
    write_whole(files[0], head + _yaml(eisen))
    write_whole(files[1], f"{head}# Nog te doen:\n{points}{_yaml(concept.velden)}")
    return files


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110)
