"""Reads a catalogue folder into a `Tender`; a wrong file is refused with the entry and the field named.

A folder holds `tender.yaml` (the loose fields) and one YAML file per list field of `Tender`
(`tarieven.yaml`, ...), each a list of entries; `eisen/` may split the eisen over several files.
"""

from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError

from knowledge.catalogue.models import Tender
from knowledge.errors import InvoerFout

TENDERS = Path(__file__).resolve().parent.parent / "tenders"
STANDAARD = "ijsselland_2023"

_PYDANTIC_NAAR_NEDERLANDS = {
    "missing": "ontbreekt",
    "extra_forbidden": "is geen bekend veld",
    "literal_error": "heeft een onbekende waarde",
    "string_type": "moet tekst zijn (zet een getal of datum tussen aanhalingstekens)",
    "int_parsing": "moet een geheel getal zijn",
    "int_type": "moet een geheel getal zijn",
    "decimal_parsing": "moet een getal zijn",
    "bool_parsing": "moet true of false zijn",
    "date_from_datetime_parsing": "moet een datum zijn (jjjj-mm-dd)",
    "tuple_type": "moet een lijst zijn",
}


def tenders() -> list[str]:
    """Names of the catalogues that come with this installation."""
    return sorted(p.name for p in TENDERS.iterdir() if (p / "tender.yaml").exists())


@cache
def load_tender(name: str = STANDAARD) -> Tender:
    """The catalogue that comes with this installation under this name. InvoerFout when it is not there."""
    folder = TENDERS / name
    if not (folder / "tender.yaml").exists():
        raise InvoerFout(f"Er is geen tender met de naam {name}. Bekend zijn: {', '.join(tenders())}.")
    return load_folder(folder)


def load_folder(folder: Path) -> Tender:
    """Read and validate one catalogue folder. InvoerFout names file, entry and field of every mistake."""
    fouten: list[str] = []
    data: dict[str, Any] = _read_yaml(folder / "tender.yaml")
    if not isinstance(data, dict):
        raise InvoerFout(f"{folder / 'tender.yaml'}: hier horen velden te staan (naam: waarde).")
    for field, info in Tender.model_fields.items():
        entry_type = next((a for a in get_args(info.annotation) if isinstance(a, type)), None)
        if entry_type is None or not issubclass(entry_type, BaseModel):
            continue
        files = [folder / f"{field}.yaml", *sorted((folder / field).glob("*.yaml"))]
        entries: list[Any] = []
        for file in files:
            if file.exists():
                entries += _read_entries(file, entry_type, fouten)
        data[field] = tuple(entries)
    if fouten:
        raise InvoerFout(*fouten)
    try:
        tender = Tender.model_validate(data)
    except ValidationError as fout:
        raise InvoerFout(*_regels(folder / "tender.yaml", "tender", fout)) from fout
    _check_unique(folder, tender)
    return tender


def _read_yaml(file: Path) -> Any:
    try:
        return yaml.load(file.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.YAMLError as fout:
        mark = getattr(fout, "problem_mark", None)
        where = f", regel {mark.line + 1}" if mark else ""
        raise InvoerFout(f"{file}{where}: dit is geen geldig YAML.") from fout
    except OSError as fout:
        raise InvoerFout(f"{file}: niet te lezen ({fout.strerror}).") from fout


def _read_entries(file: Path, entry_type: type[BaseModel], fouten: list[str]) -> list[BaseModel]:
    rows = _read_yaml(file)
    if not isinstance(rows, list):
        fouten.append(f"{file}: hier hoort een lijst te staan.")
        return []
    entries = []
    for position, row in enumerate(rows, 1):
        try:
            entries.append(entry_type.model_validate(row))
        except ValidationError as fout:
            fouten += _regels(file, _entry_name(row, position), fout)
    return entries


def _entry_name(row: Any, position: int) -> str:
    if isinstance(row, dict):
        for key in ("id", "sleutel", "code", "naam", "term", "nummer"):
            if key in row:
                return f"{key} {row[key]}"
    return f"onderdeel {position}"


def _regels(file: Path, entry: str, fout: ValidationError) -> list[str]:
    regels = []
    for error in fout.errors():
        field = ".".join(str(part) for part in error["loc"]) or "(geheel)"
        mistake = _PYDANTIC_NAAR_NEDERLANDS.get(error["type"], "is niet geldig")
        regels.append(f"{file}, {entry}, veld {field}: {mistake}.")
    return regels


def _check_unique(folder: Path, tender: Tender) -> None:
    for field in Tender.model_fields:
        entries = getattr(tender, field)
        if not isinstance(entries, tuple):
            continue
        seen: set[str] = set()
        for entry in entries:
            key = next(
                (getattr(entry, k) for k in ("id", "sleutel", "code", "nummer") if hasattr(entry, k)), None
            )
            if key is None:
                continue
            if str(key) in seen:
                raise InvoerFout(f"{folder / field}: {key} staat er twee keer in.")
            seen.add(str(key))
