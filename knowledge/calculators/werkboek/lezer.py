"""Finds the fields of a rekentool in the cells of a workbook, and remembers where each stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from openpyxl.utils import get_column_letter

from knowledge.calculators.rekentool import Rekentool
from knowledge.calculators.werkboek.cellen import Blad, Cel, bladen, lees_cel
from knowledge.calculators.werkboek.indeling import (
    STAPPEN,
    UITKOMST,
    UITLEG,
    Gegeven,
    Tabel,
    gelijk,
    indeling,
)
from knowledge.catalogue import Tender
from knowledge.documents import Document
from knowledge.errors import InvoerFout
from knowledge.text.normalise import fold

Plaats = tuple[str | int, ...]
"""A field's place in the data: ("uren", 0, "functie")."""

_GEEN_INVOER = (UITKOMST, STAPPEN, UITLEG)


@dataclass(slots=True)
class Gelezen:
    gegevens: dict[str, Any] = field(default_factory=dict)
    cellen: dict[Plaats, tuple[str, int, int]] = field(default_factory=dict)
    """Sheet, row and column of what was read, or would be filled in."""
    naam: str = ""
    """Of the group, where the workbook is not of our own lay-out."""

    def waar(self, plaats: Plaats) -> str:
        """Sheet, row and column of a field, or of the nearest thing above it that has a place."""
        for depth in range(len(plaats), 0, -1):
            if (found := self.cellen.get(plaats[:depth])) is not None:
                sheet, row, column = found
                return f", blad {sheet}, rij {row}, kolom {get_column_letter(column)}"
        return f", {self.naam}" if self.naam else ""


class Lezer:
    def __init__(self, tool: Rekentool[Any], document: Document, tender: Tender | None) -> None:
        self._layout = indeling(tool, tender)
        self._tool = tool
        self._bestand = document.bestand
        self._bladen = [b for b in bladen(document) if b.naam not in _GEEN_INVOER]
        self._titels = {gelijk(g.veld.titel) for g in self._layout.losse}
        self._gelezen = Gelezen()

        self.eigen = False
        """Is the workbook of our own lay-out?"""

    def lees(self) -> Gelezen:
        loose = {g.veld.naam: self._los(g) for g in self._layout.losse}
        tables = [self._gekanteld(t) if t.kop else self._rijen(t) for t in self._layout.tabellen]
        must = [g.veld.naam for g in self._layout.losse if g.veld.verplicht]
        self.eigen = any(tables) or (any(loose.values()) and all(loose[naam] for naam in must))
        return self._gelezen

    def _los(self, gegeven: Gegeven) -> bool:
        """A single field: the cell right of its title."""
        for blad, cel in self._met_titel(gelijk(gegeven.veld.titel)):
            if self._in_kop(blad, cel):
                continue
            filled = blad.cel(cel.rij, cel.kolom + 1)
            self._bewaar((gegeven.veld.naam,), gegeven, filled, (blad.naam, cel.rij, cel.kolom + 1))
            return True
        return False

    def _in_kop(self, blad: Blad, cel: Cel) -> bool:
        """Is this cell a heading of a table? Then the cell beside it is no value."""
        return any(
            not t.kop and len(_kolommen(t, blad.rij(cel.rij))) > 1 and _is_kop(t, blad.rij(cel.rij))
            for t in self._layout.tabellen
        )

    def _rijen(self, tabel: Tabel) -> bool:
        """A table by rows: the first row that names every column that must be filled in heads it."""
        for blad in self._volgorde(tabel):
            for head in blad.nummers:
                if _is_kop(tabel, blad.rij(head)):
                    self._lees_rijen(tabel, blad, head)
                    return True
        return False

    def _lees_rijen(self, tabel: Tabel, blad: Blad, head: int) -> None:
        columns = _kolommen(tabel, blad.rij(head))
        parts = _delen(tabel, blad.rij(head))
        rows: list[dict[str, Any]] = []
        self._gelezen.cellen[(tabel.veld.naam,)] = (blad.naam, head, 1)
        for number in (n for n in blad.nummers if n > head):
            row = blad.rij(number)
            if any(gelijk(c.tekst) in self._titels for c in row.values()) or _is_kop(tabel, row):
                break
            filled = [row[k] for k in (*columns, *parts) if k in row]
            if not filled or fold(filled[0].tekst).startswith("totaal"):
                continue
            place: Plaats = (tabel.veld.naam, len(rows))
            entry: dict[str, Any] = {}
            self._gelezen.cellen[place] = (blad.naam, number, min(columns))
            for column, gegeven in columns.items():
                where = (blad.naam, number, column)
                value = lees_cel(gegeven, row.get(column))
                of_field = [row[k] for k, naam in parts.items() if naam == gegeven.veld.naam and k in row]
                if of_field:
                    value = self._som(gegeven, of_field, value, where)
                if value is not None:
                    entry[gegeven.veld.naam] = value
                self._gelezen.cellen[(*place, gegeven.veld.naam)] = where
            rows.append(entry)
        if rows:
            self._gelezen.gegevens[tabel.veld.naam] = rows

    def _som(self, gegeven: Gegeven, delen: list[Cel], totaal: Any, waar: tuple[str, int, int]) -> Any:
        """The sum of the parts that are filled in; the total beside them must be the same."""
        numbers = [_decimaal(lees_cel(gegeven, cel)) for cel in delen]
        for cel, number in zip(delen, numbers, strict=True):
            if number is None:
                raise InvoerFout(
                    f"{self._bestand}, blad {waar[0]}, rij {cel.rij}, kolom {get_column_letter(cel.kolom)}: "
                    f"{cel.tekst} is geen getal."
                )
        som = sum((n for n in numbers if n is not None), Decimal(0))
        given = _decimaal(totaal)
        if given is not None and abs(given - som) > Decimal("0.01"):
            raise InvoerFout(
                f"{self._bestand}, blad {waar[0]}, rij {waar[1]}, kolom {get_column_letter(waar[2])}: "
                f"{gegeven.veld.titel} is anders dan de som van {gegeven.delen[0]} t/m {gegeven.delen[-1]}."
            )
        return som

    def _gekanteld(self, tabel: Tabel) -> bool:
        """A turned table: headings in a row (years), a row for each field."""
        assert tabel.kop is not None
        titles = {gelijk(g.veld.titel): g for g in tabel.rijen}
        for blad in self._volgorde(tabel):
            rows = {
                n: (gegeven, cel.kolom)
                for n in blad.nummers
                for cel in blad.rij(n).values()
                if (gegeven := titles.get(gelijk(cel.tekst))) is not None
            }
            if not rows:
                continue
            first = min(rows)
            head = next(
                (n for n in reversed(blad.nummers) if n < first and _koppen(tabel, blad.rij(n))), None
            )
            if head is None:
                continue
            self._lees_gekanteld(tabel, blad, head, rows)
            return True
        return False

    def _lees_gekanteld(
        self, tabel: Tabel, blad: Blad, head: int, rows: Mapping[int, tuple[Gegeven, int]]
    ) -> None:
        assert tabel.kop is not None
        entries: list[dict[str, Any]] = []
        self._gelezen.cellen[(tabel.veld.naam,)] = (blad.naam, head, 1)
        for column, value in _koppen(tabel, blad.rij(head)).items():
            place: Plaats = (tabel.veld.naam, len(entries))
            entry: dict[str, Any] = {}
            self._gelezen.cellen[(*place, tabel.kop.naam)] = (blad.naam, head, column)
            for number, (gegeven, label) in rows.items():
                if column <= label:
                    continue
                filled = lees_cel(gegeven, blad.cel(number, column))
                if filled is not None:
                    entry[gegeven.veld.naam] = filled
                self._gelezen.cellen[(*place, gegeven.veld.naam)] = (blad.naam, number, column)
            if entry:
                entries.append({tabel.kop.naam: value} | entry)
        if entries:
            self._gelezen.gegevens[tabel.veld.naam] = entries

    def _bewaar(self, plaats: Plaats, gegeven: Gegeven, cel: Cel | None, waar: tuple[str, int, int]) -> None:
        self._gelezen.cellen[plaats] = waar
        value = lees_cel(gegeven, cel)
        if value is not None:
            self._gelezen.gegevens[gegeven.veld.naam] = value

    def _met_titel(self, titel: str) -> Iterator[tuple[Blad, Cel]]:
        for blad in self._bladen:
            for number in blad.nummers:
                for cel in blad.rij(number).values():
                    if gelijk(cel.tekst) == titel:
                        yield blad, cel

    def _volgorde(self, tabel: Tabel) -> list[Blad]:
        """The sheets, that of this table first."""
        return sorted(self._bladen, key=lambda b: fold(b.naam) != fold(tabel.blad))


def _kolommen(tabel: Tabel, row: Mapping[int, Cel]) -> dict[int, Gegeven]:
    titles = {gelijk(g.veld.titel): g for g in tabel.kolommen}
    found: dict[int, Gegeven] = {}
    for column, cel in row.items():
        gegeven = titles.get(gelijk(cel.tekst))
        if gegeven is not None and gegeven not in found.values():
            found[column] = gegeven
    return found


def _delen(tabel: Tabel, row: Mapping[int, Cel]) -> dict[int, str]:
    """Columns that hold a part of a field, with the field's name."""
    names = {gelijk(deel): g.veld.naam for g in tabel.kolommen for deel in g.delen}
    return {k: names[gelijk(cel.tekst)] for k, cel in row.items() if gelijk(cel.tekst) in names}


def _is_kop(tabel: Tabel, row: Mapping[int, Cel]) -> bool:
    found = {g.veld.naam for g in _kolommen(tabel, row).values()}
    must = {g.veld.naam for g in tabel.kolommen if g.veld.verplicht}
    return bool(found) and must <= found


def _koppen(tabel: Tabel, row: Mapping[int, Cel]) -> dict[int, Any]:
    """Columns of a turned table with their heading: 2022 (prognose) is 2022."""
    assert tabel.kop is not None
    found: dict[int, Any] = {}
    for column, cel in row.items():
        text = cel.tekst.split("(")[0].strip()
        if tabel.kop.soort == "geheel":
            if text.isdecimal() and len(text) == 4:
                found[column] = int(text)
        elif gelijk(text) != gelijk(tabel.kop.titel):
            found[column] = text
    return found


def _decimaal(value: Any) -> Decimal | None:
    return value if isinstance(value, Decimal) else None
