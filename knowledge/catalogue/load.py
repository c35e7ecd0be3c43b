"""Reads a catalogue folder into a `Tender`; a wrong file is refused with the entry and the field named.

A folder holds `tender.yaml` (the loose fields) and one YAML file per list field of `Tender`
(`tarieven.yaml`, ...), each a list of entries; a folder of that name (`eisen/`) may split a list over
several files.
"""

from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from knowledge.catalogue.models import Tender, Vorm
from knowledge.catalogue.references import broken_references
from knowledge.catalogue.yaml_file import read_yaml
from knowledge.errors import InvoerFout

TENDERS = Path(__file__).resolve().parent.parent / "tenders"
STANDAARD = "ijsselland_2023"
_WORDS = TypeAdapter(tuple[str, ...])

_PYDANTIC_NAAR_NEDERLANDS = {
    "missing": "ontbreekt",
    "extra_forbidden": "is geen bekend veld",
    "literal_error": "heeft een onbekende waarde",
    "string_type": "moet tekst zijn (zet een getal of datum tussen aanhalingstekens)",
    "int_parsing": "moet een geheel getal zijn",
    "int_type": "moet een geheel getal zijn",
    "int_from_float": "moet een geheel getal zijn",
    "decimal_parsing": "moet een getal zijn",
    "decimal_type": "moet een getal zijn",
    "bool_parsing": "moet true of false zijn",
    "bool_type": "moet true of false zijn",
    "date_type": "moet een datum zijn (jjjj-mm-dd)",
    "date_parsing": "moet een datum zijn (jjjj-mm-dd)",
    "date_from_datetime_parsing": "moet een datum zijn (jjjj-mm-dd)",
    "tuple_type": "moet een lijst zijn",
    "model_type": "moet velden hebben (naam: waarde)",
    "too_short": "mag niet leeg zijn",
}


def tenders() -> list[str]:
    """Names of the catalogues that come with this installation."""
    return sorted(p.name for p in TENDERS.iterdir() if (p / "tender.yaml").exists())


@cache
def load_tender(name: str = STANDAARD) -> Tender:
    """The catalogue that comes with this installation under this name. InvoerFout when it is not there."""
    if name not in tenders():
        raise InvoerFout(f"Er is geen tender met de naam {name}. Bekend zijn: {', '.join(tenders())}.")
    return load_folder(TENDERS / name)


def load_folder(folder: Path) -> Tender:
    """Read and validate one catalogue folder. InvoerFout names file, entry and field of every mistake."""
    fouten: list[str] = []
    data = read_yaml(folder / "tender.yaml")
    if not isinstance(data, dict):
        raise InvoerFout(f"{_name(folder / 'tender.yaml')}: hier horen velden te staan (naam: waarde).")
    for field, entry_type in _list_fields().items():
        entries: list[Any] = []
        for file in (folder / f"{field}.yaml", *sorted((folder / field).glob("*.yaml"))):
            if file.exists():
                entries += _read_entries(file, entry_type, fouten)
        if entries:
            data[field] = tuple(entries)
        if entry_type is not None:
            fouten += _twice(folder / f"{field}.yaml", entry_type, entries)
    if fouten:
        raise InvoerFout(*fouten)
    try:
        tender = Tender.model_validate(data)
    except ValidationError as fout:
        raise InvoerFout(*_mistakes(folder / "tender.yaml", "tender", fout)) from fout
    if broken := broken_references(tender):
        raise InvoerFout(*(f"{folder.name}: {regel}" for regel in broken))
    return tender


def _list_fields() -> dict[str, type[Vorm] | None]:
    """Fields of `Tender` that have a file of their own, with the type of an entry (None: lists of words)."""
    fields: dict[str, type[Vorm] | None] = {}
    for field, info in Tender.model_fields.items():
        if get_origin(info.annotation) is tuple:
            entry = get_args(info.annotation)[0]
            if isinstance(entry, type) and issubclass(entry, Vorm):
                fields[field] = entry
            elif get_origin(entry) is tuple:
                fields[field] = None
    return fields


def _read_entries(file: Path, entry_type: type[Vorm] | None, fouten: list[str]) -> list[Any]:
    rows = read_yaml(file)
    if not isinstance(rows, list):
        fouten.append(f"{_name(file)}: hier hoort een lijst te staan.")
        return []
    entries: list[Any] = []
    for position, row in enumerate(rows, 1):
        try:
            entries.append(
                _WORDS.validate_python(row) if entry_type is None else entry_type.model_validate(row)
            )
        except ValidationError as fout:
            fouten += _mistakes(file, _entry_name(row, position, entry_type), fout)
    return entries


def _entry_name(row: Any, position: int, entry_type: type[Vorm] | None) -> str:
    if entry_type is not None and isinstance(row, dict):
        for key in (*entry_type.UNIEK, "naam", "onderwerp"):
            if key in row:
                return f"{key} {row[key]}"
    return f"onderdeel {position}"


def _mistakes(file: Path, entry: str, fout: ValidationError) -> list[str]:
    regels = []
    for error in fout.errors(include_url=False):
        field = ".".join(str(part) for part in error["loc"])
        where = ("woord " if field.isdigit() else "veld ") + field if field else "het geheel"
        mistake = _PYDANTIC_NAAR_NEDERLANDS.get(error["type"], "is niet geldig")
        regels.append(f"{_name(file)}, {entry}, {where}: {mistake}.")
    return regels


def _twice(file: Path, entry_type: type[Vorm], entries: list[Any]) -> list[str]:
    seen: set[tuple[str, ...]] = set()
    fouten = []
    for entry in entries:
        key = tuple(str(getattr(entry, field)) for field in entry_type.UNIEK)
        if key and key in seen:
            names = " en ".join(f"{f} {v}" for f, v in zip(entry_type.UNIEK, key, strict=True))
            fouten.append(f"{_name(file)}, {names}: staat er twee keer in.")
        seen.add(key)
    return fouten


def _name(file: Path) -> str:
    """The file as an editor of the catalogue knows it: the tender's folder and what is below it."""
    depth = 3 if (file.parents[1] / "tender.yaml").exists() else 2
    return str(Path(*file.parts[-depth:]))
