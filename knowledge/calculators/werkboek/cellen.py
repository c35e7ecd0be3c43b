"""The cells of a workbook as they were read, and the value that one holds for a field."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from knowledge.calculators.werkboek.indeling import Gegeven
from knowledge.documents import Document, Soort
from knowledge.text.getal import lees_getal
from knowledge.text.normalise import fold

_LEEG = frozenset({"", "-", "--", "nvt", "n.v.t.", "n.v.t", "niet van toepassing", "n/a", "onbekend"})
_JA = frozenset({"ja", "j", "x", "waar", "true", "yes", "1"})
_NEE = frozenset({"nee", "neen", "n", "onwaar", "false", "no", "0"})


@dataclass(frozen=True, slots=True)
class Cel:
    """`waarde`: a number, or the text; `tekst`: as a reader sees it. Row and column count from 1."""

    rij: int
    kolom: int
    waarde: float | str
    tekst: str


@dataclass(frozen=True, slots=True)
class Blad:
    naam: str
    rijen: Mapping[int, Mapping[int, Cel]]

    @property
    def nummers(self) -> list[int]:
        return sorted(self.rijen)

    def rij(self, nummer: int) -> Mapping[int, Cel]:
        return self.rijen.get(nummer, {})

    def cel(self, rij: int, kolom: int) -> Cel | None:
        return self.rij(rij).get(kolom)


def bladen(document: Document) -> list[Blad]:
    """The visible sheets, with the cells that hold something."""
    sheets: dict[str, dict[int, dict[int, Cel]]] = {}
    for blok in document.blokken:
        if blok.soort is not Soort.TABELRIJ:
            continue
        number = int(re.sub(r"\D", "", blok.plaats))
        sheets.setdefault(blok.tabel, {})[number] = {
            column: Cel(number, column, raw, text)
            for column, (text, raw) in enumerate(zip(blok.cellen, blok.waarden, strict=True), 1)
            if raw is not None and text
        }
    return [Blad(naam, rijen) for naam, rijen in sheets.items()]


def lees_cel(gegeven: Gegeven, cel: Cel | None) -> Any:
    """The value for a field; None for an empty cell or "n.v.t.". What can't be read is given as it stands,
    for the input model to refuse."""
    if cel is None or (isinstance(cel.waarde, str) and fold(cel.tekst).strip() in _LEEG):
        return None
    if gegeven.keuzes and gegeven.veld.soort not in ("janee", "keuzes"):
        return _keuze(gegeven, cel.tekst)
    match gegeven.veld.soort:
        case "getal":
            return _getal(cel)
        case "geheel":
            number = _getal(cel)
            return int(number) if isinstance(number, Decimal) and number == int(number) else number
        case "janee":
            plain = fold(cel.tekst).strip()
            return True if plain in _JA else False if plain in _NEE else cel.tekst
        case "keuzes":
            return _keuzes(gegeven, cel.tekst)
        case "datum":
            return cel.waarde if isinstance(cel.waarde, str) else cel.tekst
        case _:
            return cel.tekst


def _getal(cel: Cel) -> Any:
    if isinstance(cel.waarde, float):
        return Decimal(str(cel.waarde)) * 100 if cel.tekst.endswith("%") else _exact(cel.waarde)
    number = lees_getal(cel.tekst)
    if number is None:
        return cel.tekst
    percent = 100 if cel.tekst.strip().endswith("%") else 1
    return round(Decimal(str(number)) * percent, 9).normalize() if percent > 1 else _exact(number)


def _exact(waarde: float) -> Decimal:
    return Decimal(int(waarde)) if waarde.is_integer() else Decimal(str(waarde))


def _keuze(gegeven: Gegeven, text: str) -> str:
    """The value whose label (or itself) is this text; the text where there is none."""
    asked = fold(text).strip()
    for value, label in gegeven.keuzes:
        if asked in (fold(label).strip(), fold(value).strip()):
            return value
    return text


def _keuzes(gegeven: Gegeven, text: str) -> list[str]:
    known = {fold(part).strip() for keuze in gegeven.keuzes for part in keuze}
    if fold(text).strip() in known:
        return [_keuze(gegeven, text)]
    separator = ";" if ";" in text else ","
    return [_keuze(gegeven, p) for p in _delen(text.split(separator))]


def _delen(parts: Iterable[str]) -> list[str]:
    return [p.strip() for p in parts if p.strip()]
