"""A sheet to fill in: single fields below each other, a table by rows, or a turned table."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from knowledge.calculators.werkboek.indeling import KEUZES, Gegeven, Tabel
from knowledge.calculators.werkboek.opmaak import breedtes, invulcel, kop, tekst, titel, zet

LEGE_RIJEN = 40
LEGE_KOLOMMEN = 5
_VORMEN = {"datum": "dd-mm-yyyy"}
_INLINE = 240
"""Excel holds a list of choices of at most 255 characters; a longer one must stand in cells."""


class Invulblad:
    """One sheet of a workbook. Everything but the cells to fill in is locked (without a password)."""

    def __init__(self, boek: Workbook, naam: str) -> None:
        self._boek = boek
        self._blad: Any = boek.create_sheet(naam)
        self._regels: dict[tuple[Any, ...], DataValidation] = {}
        protection = self._blad.protection
        protection.sheet = True
        # False: allowed.
        protection.formatColumns = protection.formatRows = protection.formatCells = False
        protection.insertRows = protection.deleteRows = protection.sort = False

    def losse(self, naam: str, gegevens: Sequence[Gegeven], waarden: Mapping[str, Any]) -> None:
        titel(self._blad, naam)
        for column, label in enumerate(("Gegeven", "Invullen", "Toelichting"), 1):
            kop(self._blad, 3, column, label)
        for row, gegeven in enumerate(gegevens, 4):
            tekst(self._blad, row, 1, gegeven.veld.titel)
            self._cel(row, 2, gegeven, waarden.get(gegeven.veld.naam))
            must = "verplicht; " if gegeven.veld.verplicht else ""
            tekst(self._blad, row, 3, f"{must}{gegeven.veld.uitleg}")
        breedtes(self._blad, 36, 30, 80)
        self._blad.freeze_panes = "A4"

    def tabel(self, tabel: Tabel, rijen: Iterable[Mapping[str, Any]]) -> None:
        titel(self._blad, tabel.veld.titel)
        zet(self._blad.cell(2, 1), tabel.veld.uitleg)
        if tabel.kop is not None:
            self._gekanteld(tabel, list(rijen))
        else:
            self._rijen(tabel, list(rijen))

    def _rijen(self, tabel: Tabel, rijen: list[Mapping[str, Any]]) -> None:
        column = 1
        widths = []
        for gegeven in tabel.kolommen:
            first = column
            for deel in gegeven.delen:
                kop(self._blad, 4, column, deel)
                for row in range(5, 5 + LEGE_RIJEN + len(rijen)):
                    self._getal(invulcel(self._blad, row, column))
                widths.append(7)
                column += 1
            kop(self._blad, 4, column, gegeven.veld.titel)
            for row in range(5, 5 + LEGE_RIJEN + len(rijen)):
                filled = rijen[row - 5].get(gegeven.veld.naam) if row - 5 < len(rijen) else None
                self._cel(row, column, gegeven, filled)
                if gegeven.delen and filled is None:
                    parts = f"{get_column_letter(first)}{row}:{get_column_letter(column - 1)}{row}"
                    self._blad.cell(row, column).value = f'=IF(COUNT({parts})=0,"",SUM({parts}))'
            widths.append(34 if gegeven.veld.soort == "tekst" else 20)
            column += 1
        breedtes(self._blad, *widths)
        self._blad.freeze_panes = "A5"

    def _gekanteld(self, tabel: Tabel, rijen: list[Mapping[str, Any]]) -> None:
        assert tabel.kop is not None
        heads = [r.get(tabel.kop.naam) for r in rijen] if rijen else list(tabel.koppen)
        heads += [None] * max(0, LEGE_KOLOMMEN - len(heads))
        kop(self._blad, 4, 1, tabel.kop.titel)
        for column, head in enumerate(heads, 2):
            self._cel(4, column, Gegeven(tabel.kop), head)
        for row, gegeven in enumerate(tabel.rijen, 5):
            tekst(self._blad, row, 1, gegeven.veld.titel)
            for column in range(2, 2 + len(heads)):
                filled = rijen[column - 2].get(gegeven.veld.naam) if column - 2 < len(rijen) else None
                self._cel(row, column, gegeven, filled)
            tekst(self._blad, row, 2 + len(heads), gegeven.veld.uitleg)
        breedtes(self._blad, 36, *[16] * len(heads), 40)
        self._blad.freeze_panes = "B5"

    def _cel(self, row: int, column: int, gegeven: Gegeven, waarde: Any) -> None:
        cell = invulcel(
            self._blad,
            row,
            column,
            _getoond(gegeven, waarde),
            _VORMEN.get(gegeven.veld.soort, "General"),
        )
        soort = gegeven.veld.soort
        if gegeven.keuzes and soort != "keuzes":
            labels = tuple(label for _, label in gegeven.keuzes)
            self._keuze(("keuze", labels), labels).add(cell)
        elif soort == "getal":
            self._getal(cell)
        elif soort == "geheel":
            self._regel("whole", "Vul een heel getal in.").add(cell)
        elif soort == "datum":
            self._regel("date", "Vul een datum in, bijvoorbeeld 31-12-2023.").add(cell)

    def _getal(self, cell: Any) -> None:
        self._regel("decimal", "Vul een getal in.").add(cell)

    def _regel(self, soort: Literal["whole", "decimal", "date"], melding: str) -> DataValidation:
        if (soort,) not in self._regels:
            least = "1" if soort == "date" else "-1000000000000"
            rule = DataValidation(
                type=soort, operator="between", formula1=least, formula2="1000000000000", allow_blank=True
            )
            # A warning: "n.v.t." and numbers as text are read as well.
            rule.errorStyle, rule.errorTitle, rule.error = "warning", "Controleer dit", melding
            self._voeg_toe((soort,), rule)
        return self._regels[(soort,)]

    def _keuze(self, key: tuple[Any, ...], labels: tuple[str, ...]) -> DataValidation:
        if key not in self._regels:
            inline = ",".join(labels)
            plain = len(inline) <= _INLINE and not any("," in label or '"' in label for label in labels)
            formula = f'"{inline}"' if plain else self._lijst(labels)
            rule = DataValidation(type="list", formula1=formula, allow_blank=True)
            rule.errorTitle, rule.error = "Kies uit de lijst", "Kies een van de waarden uit de lijst."
            self._voeg_toe(key, rule)
        return self._regels[key]

    def _voeg_toe(self, key: tuple[Any, ...], rule: DataValidation) -> None:
        self._regels[key] = rule
        self._blad.add_data_validation(rule)

    def _lijst(self, labels: tuple[str, ...]) -> str:
        """Choices in a column of a hidden sheet; the reference to them."""
        found: Any = self._boek[KEUZES] if KEUZES in self._boek.sheetnames else None
        if found is None:
            found = self._boek.create_sheet(KEUZES)
            found.sheet_state = "hidden"
        empty = found.max_row == 1 and found.max_column == 1 and found.cell(1, 1).value is None
        column = 1 if empty else found.max_column + 1
        for row, label in enumerate(labels, 1):
            tekst(found, row, column, label)
        letter = get_column_letter(column)
        return f"={KEUZES}!${letter}$1:${letter}${len(labels)}"


def _getoond(gegeven: Gegeven, waarde: Any) -> Any:
    """A value as a user fills it in."""
    labels = dict(gegeven.keuzes)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list | tuple | set | frozenset):
        return "; ".join(labels.get(str(w), str(w)) for w in waarde) or None
    if isinstance(waarde, str):
        return labels.get(waarde, waarde) or None
    return labels.get(str(waarde), waarde) if labels else waarde
