"""Reads tables from CSV with any usual separator and encoding, and from the sheets of a workbook."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from knowledge.errors import InvoerFout

MEESTE_RIJEN = 50_000


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table as it stands in a file. `rijen`: (row number in the file, cells as text)."""

    bron: str
    """File, and sheet of a workbook: "regio.xlsx, blad Groepen"."""
    naam: str
    """By which its kind is guessed: the file's or the sheet's name."""
    kop: tuple[str, ...]
    rijen: tuple[tuple[int, tuple[str, ...]], ...]


def lees_tabellen(paden: Sequence[Path]) -> list[Tabel]:
    """The tables of these files. InvoerFout with every file that can't be read."""
    tabellen: list[Tabel] = []
    fouten: list[str] = []
    for pad in paden:
        try:
            if pad.suffix.lower() in (".xlsx", ".xlsm"):
                tabellen += _werkboek(pad)
            elif pad.suffix.lower() in (".csv", ".txt", ".tsv"):
                tabellen.append(_csv(pad))
            else:
                fouten.append(f"{pad.name}: lees alleen CSV en Excel (xlsx) in.")
        except InvoerFout as fout:
            fouten += fout.fouten
    if fouten:
        raise InvoerFout(*fouten)
    return tabellen


def _csv(pad: Path) -> Tabel:
    try:
        ruw = pad.read_bytes()
    except OSError as fout:
        raise InvoerFout(f"{pad}: kan dit bestand niet lezen ({fout.strerror}).") from fout
    try:
        tekst = ruw.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = ruw.decode("cp1252", errors="replace")
    eerste = next((regel for regel in tekst.splitlines() if regel.strip()), "")
    scheiding = max(";\t,", key=eerste.count)
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding)
    try:
        rijen = [(lezer.line_num, cellen) for cellen in lezer]
    except csv.Error as fout:
        raise InvoerFout(f"{pad.name}, rij {lezer.line_num}: dit is geen geldige CSV.") from fout
    return _tabel(pad.name, pad.stem, iter(rijen))


def _werkboek(pad: Path) -> Iterator[Tabel]:
    try:
        werkboek = load_workbook(pad, read_only=True, data_only=True)
    except (OSError, InvalidFileException, zipfile.BadZipFile, KeyError, ValueError) as fout:
        raise InvoerFout(f"{pad.name}: is geen Excel-bestand dat te lezen is.") from fout
    try:
        for blad in werkboek.worksheets:
            rijen = (
                (nummer, [_cel(cel) for cel in cellen])
                for nummer, cellen in enumerate(blad.iter_rows(values_only=True), 1)
            )
            tabel = _tabel(f"{pad.name}, blad {blad.title}", blad.title, rijen)
            if tabel.kop:
                yield tabel
    finally:
        werkboek.close()


def _cel(waarde: Any) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "1" if waarde else "0"
    if isinstance(waarde, datetime):
        return waarde.date().isoformat()
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, float):
        return f"{waarde:.10f}".rstrip("0").rstrip(".")
    return str(waarde)


def _tabel(bron: str, naam: str, rijen: Iterator[tuple[int, Sequence[str]]]) -> Tabel:
    """The first row with at least two filled cells is the header."""
    kop: tuple[str, ...] = ()
    over: list[tuple[int, tuple[str, ...]]] = []
    for nummer, cellen in rijen:
        netjes = tuple(" ".join(cel.split()) for cel in cellen)
        if not kop:
            if sum(bool(cel) for cel in netjes) > 1:
                kop = netjes
        elif any(netjes):
            if len(over) == MEESTE_RIJEN:
                raise InvoerFout(f"{bron}: heeft meer dan {MEESTE_RIJEN} rijen.")
            over.append((nummer, netjes))
    return Tabel(bron, naam, kop, tuple(over))
