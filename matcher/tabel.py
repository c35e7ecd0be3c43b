"""Reading one CSV file into rows whose cells know their place, so that errors can name it."""

import csv
import io
import math
import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from knowledge.errors import InvoerFout
from matcher.privacy import lijkt_bsn, verboden_grond

MEESTE_FOUTEN = 200
"""More faults than this are counted, not listed."""


class Fouten:
    """Collects faults over all files, so that a user sees them at once."""

    def __init__(self) -> None:
        self.regels: list[str] = []

    def meld(self, tekst: str) -> None:
        self.regels.append(tekst)

    def stop_als_er_zijn(self) -> None:
        """Raise InvoerFout with every fault found so far."""
        if len(self.regels) > MEESTE_FOUTEN:
            rest = len(self.regels) - MEESTE_FOUTEN
            raise InvoerFout(*self.regels[:MEESTE_FOUTEN], f"... en nog {rest} fouten.")
        if self.regels:
            raise InvoerFout(*self.regels)


class Rij:
    """One row: typed access to its cells. A bad cell is reported and gives a harmless value."""

    def __init__(self, bestand: str, nummer: int, cellen: dict[str, str], fouten: Fouten) -> None:
        self.bestand, self.nummer, self.cellen, self._fouten = bestand, nummer, cellen, fouten

    def fout(self, kolom: str, tekst: str) -> None:
        self._fouten.meld(f"{self.bestand}, rij {self.nummer}, kolom {kolom}: {tekst}")

    def tekst(self, kolom: str, verplicht: bool = False) -> str:
        waarde = self.cellen[kolom]
        if verplicht and not waarde:
            self.fout(kolom, "mag niet leeg zijn.")
        return waarde

    def keuze(self, kolom: str, toegestaan: Collection[str]) -> str:
        waarde = self.cellen[kolom]
        if waarde not in toegestaan:
            wat = f"'{kort(waarde)}' is onbekend" if waarde else "mag niet leeg zijn"
            self.fout(kolom, f"{wat}; kies uit {', '.join(toegestaan)}.")
        return waarde

    def lijst(self, kolom: str, toegestaan: Collection[str] | None = None) -> frozenset[str]:
        waarden = frozenset(deel.strip() for deel in self.cellen[kolom].split("|") if deel.strip())
        for waarde in sorted(waarden if toegestaan is not None else ()):
            if toegestaan is not None and waarde not in toegestaan:
                self.fout(kolom, f"'{kort(waarde)}' is onbekend; kies uit {', '.join(toegestaan)}.")
        return waarden

    def geheel(self, kolom: str, laagst: int = 0, hoogst: int | None = None) -> int:
        """A whole number; an empty cell is 0."""
        waarde = self.cellen[kolom] or "0"
        if not re.fullmatch(r"[+-]?\d{1,9}", waarde):
            self.fout(kolom, f"'{kort(waarde)}' is geen geheel getal.")
            return laagst
        getal = int(waarde)
        if getal < laagst or (hoogst is not None and getal > hoogst):
            grens = f"{laagst} of hoger" if hoogst is None else f"{laagst} tot en met {hoogst}"
            leeg = "" if self.cellen[kolom] else " (een lege cel telt als 0)"
            self.fout(kolom, f"{getal} mag niet; het moet {grens} zijn{leeg}.")
            return laagst
        return getal

    def vlag(self, kolom: str) -> bool:
        """1 or 0; an empty cell is 0."""
        return self.geheel(kolom, 0, 1) == 1

    def kommagetal(self, kolom: str, laagst: float, hoogst: float, verplicht: bool = False) -> float:
        """A number with a decimal point; an empty cell is 0 unless it is required."""
        waarde = self.cellen[kolom]
        if not waarde:
            if verplicht:
                self.fout(kolom, "mag niet leeg zijn.")
            return 0.0
        try:
            getal = float(waarde)
        except ValueError:
            getal = math.nan
        if not math.isfinite(getal) or "_" in waarde:
            hulp = " Schrijf een punt, geen komma." if "," in waarde else ""
            self.fout(kolom, f"'{kort(waarde)}' is geen getal.{hulp}")
            return 0.0
        if not laagst <= getal <= hoogst:
            self.fout(kolom, f"{kort(waarde)} mag niet; het moet van {laagst:g} tot en met {hoogst:g} zijn.")
            return 0.0
        return getal

    def honderdsten(self, kolom: str) -> int | None:
        """An optional number of 0 or more in hundredths, rounded down; None when empty."""
        waarde = self.cellen[kolom]
        if not waarde:
            return None
        try:
            getal = Decimal(waarde)
        except InvalidOperation:
            getal = Decimal("nan")
        if not getal.is_finite() or "_" in waarde or not 0 <= getal < 10**7:
            hulp = " Schrijf een punt, geen komma." if "," in waarde else ""
            self.fout(kolom, f"'{kort(waarde)}' is geen getal van 0 of hoger.{hulp}")
            return None
        return math.floor(getal * 100)

    def datum(self, kolom: str) -> date | None:
        """A date as JJJJ-MM-DD; None when empty."""
        waarde = self.cellen[kolom]
        if not waarde:
            return None
        dag = lees_datum(waarde)
        if dag is None:
            self.fout(kolom, f"'{kort(waarde)}' is geen bestaande datum; schrijf JJJJ-MM-DD.")
        return dag


def lees_datum(tekst: str) -> date | None:
    """The date in JJJJ-MM-DD, or None."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst):
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def kort(tekst: str) -> str:
    """A cell's text as an error may show it; a BSN in it is never repeated."""
    if lijkt_bsn(tekst):
        return "(weggelaten)"
    return tekst if len(tekst) <= 40 else tekst[:37] + "..."


def lees_tabel(
    pad: Path, kolommen: Sequence[str], tekstkolommen: Collection[str], over_jeugdigen: bool, fouten: Fouten
) -> list[Rij]:
    """Rows of a `;`-separated UTF-8 file with a header; rows count from 1 with the header as row 1.

    Reports into `fouten`: an unreadable or empty file, a missing or double column, a column on a
    forbidden ground, a row of another length, and a BSN in a text cell. Unknown columns are left out.
    """
    tekst = lees_tekst(pad, fouten)
    if tekst is None:
        return []
    rijen = _rijen(pad.name, tekst, fouten)
    kop_rij = next(rijen, None)
    if kop_rij is None:
        if not any(regel.startswith(f"{pad.name}:") for regel in fouten.regels):
            fouten.meld(f"{pad.name}: het bestand is leeg.")
        return []
    kop = [naam.strip() for naam in kop_rij[1]]
    if not _kop_goed(pad.name, kop, kolommen, over_jeugdigen, fouten):
        return []
    gelezen = []
    for nummer, cellen in rijen:
        if not any(cel.strip() for cel in cellen):
            continue
        if len(cellen) != len(kop):
            fouten.meld(
                f"{pad.name}, rij {nummer}: heeft {len(cellen)} cellen, de kopregel heeft er {len(kop)}."
            )
            continue
        alles = {naam: cel.strip() for naam, cel in zip(kop, cellen, strict=True)}
        rij = Rij(pad.name, nummer, {naam: alles[naam] for naam in kolommen}, fouten)
        for naam, cel in alles.items():
            # a number of a known column may be as long as it likes; any other text may hide a BSN
            if (naam in tekstkolommen or naam not in kolommen) and lijkt_bsn(cel):
                rij.fout(
                    naam or "(zonder naam)", "lijkt een BSN te bevatten. Gebruik een pseudoniem (eis 21)."
                )
        gelezen.append(rij)
    return gelezen


def lees_tekst(pad: Path, fouten: Fouten) -> str | None:
    """The text of a file in UTF-8 (with or without a byte order mark), or None after reporting why not."""
    try:
        return pad.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        fouten.meld(f"{pad.name}: dit bestand ontbreekt in de map.")
    except OSError as fout:
        fouten.meld(f"{pad.name}: kan dit bestand niet lezen ({fout.strerror}).")
    except UnicodeDecodeError as fout:
        gelezen: bytes = fout.object
        rij = gelezen[: fout.start].count(b"\n") + 1
        fouten.meld(f"{pad.name}, rij {rij}: is geen tekst in UTF-8. Sla het bestand op als CSV UTF-8.")
    return None


def _rijen(naam: str, tekst: str, fouten: Fouten) -> Iterator[tuple[int, list[str]]]:
    """(line number on which the row begins, cells) of each row that is not blank."""
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=";", strict=True)
    begin = 1
    try:
        for cellen in lezer:
            if cellen:
                yield begin, cellen
            begin = lezer.line_num + 1
    except csv.Error:
        fouten.meld(f"{naam}, rij {begin}: de rij is geen geldige CSV; staat er een los aanhalingsteken?")


def _kop_goed(
    naam: str, kop: list[str], kolommen: Sequence[str], over_jeugdigen: bool, fouten: Fouten
) -> bool:
    goed = True
    for kolom in kop:
        if kolom not in kolommen and (grond := verboden_grond(kolom, over_jeugdigen)):
            fouten.meld(
                f"{naam}, rij 1, kolom {kort(kolom)}: gegevens over {grond} mogen niet meewegen (eis 21). "
                "Haal deze kolom uit het bestand."
            )
            goed = False
    if len(kop) == 1 and ("," in kop[0] or "\t" in kop[0]):
        fouten.meld(f"{naam}, rij 1: de kolommen moeten met een puntkomma (;) gescheiden zijn.")
        return False
    for kolom in kolommen:
        if kolom not in kop:
            fouten.meld(f"{naam}, rij 1: de kolom {kolom} ontbreekt.")
            goed = False
        elif kop.count(kolom) > 1:
            fouten.meld(f"{naam}, rij 1: de kolom {kolom} staat er {kop.count(kolom)} keer.")
            goed = False
    return goed
