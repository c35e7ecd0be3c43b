"""Turns recognised tables into the files of the contract: cells converted, points and distances filled in.

Every fault of every file is told at once, at the user's own file, row and column.
"""

import csv
import io
import json
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.errors import InvoerFout
from knowledge.geo.afstand import km_in_woorden
from knowledge.geo.kaart import Kaart
from matcher.domein import Probleem
from matcher.invoer import read_folder
from matcher.omzetten.kolommen import SOORTEN, Herkenning
from matcher.omzetten.waarden import OMZETTEN, pc4
from matcher.privacy import lijkt_bsn, verboden_grond
from matcher.tabel import kort
from matcher.uitleg.splitsen import Splitsing

VERPLICHT = ("groepen", "jeugdigen")
_ZELF_GEVULD = ("pc4", "lat", "lon", "regio_km")
"""Columns that may be missing: they follow from the postcode or place."""
_MAG_ONTBREKEN: Mapping[str, frozenset[str]] = {
    "groepen": frozenset(
        {"aanbieder", "roosteruren_per_week", "kgw", "kenmerken", "gereserveerd_voor", "beschikbaar_van",
         "beschikbaar_tot", *_ZELF_GEVULD}
    ),
    "jeugdigen": frozenset(
        {"gemeente", "huidige_groep", "kgw_voorkeur", "intensiteit_marge", "vereist", "machtiging_gesloten",
         "max_afstand_km", "buiten_regio", "voorkeur", "uitgesloten", "samen_met", "apart_van", *_ZELF_GEVULD}
    ),
    "vastgelegd": frozenset(),
}  # fmt: skip
_PLEK_IN_FOUT = re.compile(r"^(groepen|jeugdigen|vastgelegd)\.csv, rij (\d+)")


@dataclass(frozen=True)
class Omzetting:
    """`bestanden`: text by file name; `opmerkingen`: what was filled in and how exact that is."""

    bestanden: Mapping[str, str]
    probleem: Probleem
    opmerkingen: tuple[str, ...]


def zet_om(
    herkenningen: Sequence[Herkenning], kaart: Kaart, peildatum: date, horizon: int, regio: str
) -> Omzetting:
    """The contract's files of these tables.

    InvoerFout with all faults, each at its place in the user's files.
    """
    werk = _Werk(kaart)
    per_soort: dict[str, list[tuple[str, dict[str, str]]]] = {soort: [] for soort in SOORTEN}
    gezien = {h.soort for h in herkenningen}
    for soort in VERPLICHT:
        if soort not in gezien:
            werk.tabelfouten.append(f"Er is geen tabel met {soort} gevonden.")
    for h in herkenningen:
        per_soort[h.soort] += werk.rijen(h)
    if werk.tabelfouten:
        raise InvoerFout(*_begrensd([*werk.tabelfouten, *werk.fouten]))
    bestanden = {
        "instellingen.json": json.dumps(
            {"peildatum": peildatum.isoformat(), "horizon_weken": horizon, "regio": regio}, ensure_ascii=False
        )
        + "\n"
    }
    for soort, rijen in per_soort.items():
        if rijen or soort in VERPLICHT:
            bestanden[f"{soort}.csv"] = _csv(SOORTEN[soort], (cellen for _, cellen in rijen))
    plekken = {s: [plek for plek, _ in rijen] for s, rijen in per_soort.items()}
    try:
        probleem = _controle(bestanden, plekken)
    except InvoerFout as fout:
        # A cell that could not be converted is empty by now: what the check says of its row is no news.
        later = [regel for regel in fout.fouten if not regel.startswith(tuple(werk.rijen_met_fout))]
        raise InvoerFout(*_begrensd([*werk.fouten, *later])) from fout
    if werk.fouten:
        raise InvoerFout(*_begrensd(werk.fouten))
    return Omzetting(bestanden, probleem, tuple(werk.opmerkingen()))


class _Werk:
    """Collects faults and remarks over all tables."""

    def __init__(self, kaart: Kaart) -> None:
        self.kaart = kaart
        self.tabelfouten: list[str] = []
        self.fouten: list[str] = []
        self.rijen_met_fout: set[str] = set()
        self._geschat = 0
        self._verste_punt = self._verste_grens = 0.0

    def _fout(self, plek: str, tekst: str) -> None:
        self.fouten.append(tekst)
        self.rijen_met_fout |= {f"{plek},", f"{plek}:"}

    def rijen(self, h: Herkenning) -> list[tuple[str, dict[str, str]]]:
        """(place in the user's file, cells by column of the contract) of each row."""
        self._kop(h)
        gekoppeld = {k.kolom: k for k in h.koppelingen}
        uit = []
        for nummer, cellen in h.tabel.rijen:
            plek = f"{h.tabel.bron}, rij {nummer}"
            for kop, cel in zip(h.tabel.kop, cellen, strict=False):
                if not re.fullmatch(r"[\d.,+-]*", cel) and lijkt_bsn(cel):
                    self._fout(
                        plek,
                        f"{plek}, kolom {kop}: lijkt een BSN te bevatten. Gebruik een pseudoniem (eis 21).",
                    )
            rij = dict.fromkeys(SOORTEN[h.soort], "")
            bron: dict[str, str] = {}
            for kolom, koppeling in gekoppeld.items():
                cel = cellen[koppeling.plek] if koppeling.plek < len(cellen) else ""
                bron[kolom] = cel
                if kolom in rij:
                    rij[kolom] = self._cel(plek, koppeling.kop, kolom, cel)
            if h.soort != "vastgelegd":
                self._ligging(plek, rij, bron, h.soort)
            uit.append((plek, rij))
        return uit

    def _kop(self, h: Herkenning) -> None:
        for kop in h.tabel.kop:
            grond = verboden_grond(kop, h.soort == "jeugdigen") if kop in h.onbekend else None
            if grond:
                self.tabelfouten.append(
                    f"{h.tabel.bron}, kolom {kort(kop)}: gegevens over {grond} mogen niet meewegen (eis 21). "
                    "Haal deze kolom uit het bestand."
                )
        heeft = {k.kolom for k in h.koppelingen}
        for kolom in SOORTEN[h.soort]:
            if kolom not in heeft and kolom not in _MAG_ONTBREKEN[h.soort]:
                self.tabelfouten.append(f"{h.tabel.bron}: de kolom {kolom} ontbreekt.")
        if h.soort != "vastgelegd" and not heeft & {"lat", "pc4", "postcode", "woonplaats"}:
            self.tabelfouten.append(
                f"{h.tabel.bron}: een kolom met postcode, woonplaats of coördinaten ontbreekt."
            )

    def _cel(self, plek: str, kop: str, kolom: str, cel: str) -> str:
        lees = OMZETTEN.get(kolom)
        if lees is None:
            return cel
        try:
            return lees(cel)
        except ValueError as fout:
            self._fout(plek, f"{plek}, kolom {kop}: '{kort(cel)}' {fout}.")
            return ""

    def _ligging(self, plek: str, rij: dict[str, str], bron: Mapping[str, str], soort: str) -> None:
        """Fill in postcode, point, gemeente and distance to the region where they are not given."""
        if not rij["pc4"] and bron.get("postcode"):
            try:
                rij["pc4"] = pc4(bron["postcode"])
            except ValueError as fout:
                self._fout(plek, f"{plek}, kolom postcode: '{kort(bron['postcode'])}' {fout}.")
                return
        if not (rij["lat"] and rij["lon"]):
            gezocht = rij["pc4"] or bron.get("woonplaats", "")
            gevonden = self.kaart.plek(rij["pc4"]) if rij["pc4"] else None
            gevonden = gevonden or self.kaart.plek(bron.get("woonplaats", ""))
            if gevonden is None:
                wat = f"'{kort(gezocht)}' is niet bekend" if gezocht else "postcode en woonplaats zijn leeg"
                self._fout(
                    plek, f"{plek}: {wat}. Geef coördinaten, of lees postcodes in met knowledge geo import."
                )
                return
            rij["lat"], rij["lon"] = f"{gevonden.lat:.5f}", f"{gevonden.lon:.5f}"
            if soort == "jeugdigen" and not rij["gemeente"]:
                rij["gemeente"] = gevonden.gemeente
            self._geschat += 1
            self._verste_punt = max(self._verste_punt, gevonden.fout_km)
        if soort == "groepen" and not rij["regio_km"]:
            km, fout_km = self.kaart.regio_km(float(rij["lat"]), float(rij["lon"]))
            rij["regio_km"] = f"{km:.3f}".rstrip("0").rstrip(".")
            self._verste_grens = max(self._verste_grens, fout_km)

    def opmerkingen(self) -> Iterable[str]:
        if self._geschat:
            hoe = (
                f" Zo'n punt kan tot {km_in_woorden(self._verste_punt)} afwijken."
                if self._verste_punt
                else ""
            )
            rijen = "1 rij is" if self._geschat == 1 else f"{self._geschat} rijen zijn"
            yield f"De coördinaten van {rijen} opgezocht bij de postcode of plaats.{hoe}"
        if self._verste_grens > 0.1:
            yield (
                "De afstand tot de regio is geschat, omdat de gemeentegrenzen niet zijn ingelezen. "
                f"Zij kan tot {km_in_woorden(self._verste_grens)} afwijken. "
                "Lees de grenzen in met knowledge geo import."
            )


def _csv(kolommen: Sequence[str], rijen: Iterable[Mapping[str, str]]) -> str:
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(kolommen)
    schrijver.writerows([rij[kolom] for kolom in kolommen] for rij in rijen)
    return uit.getvalue()


def _controle(bestanden: Mapping[str, str], plekken: Mapping[str, Sequence[str]]) -> Probleem:
    """The problem that the files describe; faults are told at the user's own rows."""
    with tempfile.TemporaryDirectory() as map_:
        schrijf(bestanden, Path(map_))
        try:
            return read_folder(map_)
        except InvoerFout as fout:

            def eigen(gevonden: "re.Match[str]") -> str:
                rij = int(gevonden[2]) - 2
                rijen = plekken[gevonden[1]]
                return rijen[rij] if 0 <= rij < len(rijen) else gevonden[0]

            raise InvoerFout(*(_PLEK_IN_FOUT.sub(eigen, regel) for regel in fout.fouten)) from fout


def schrijf(bestanden: Mapping[str, str], map_: Path) -> None:
    """Write the files into a folder."""
    map_.mkdir(parents=True, exist_ok=True)
    for naam, tekst in bestanden.items():
        (map_ / naam).write_text(tekst, encoding="utf-8")


def met_splitsingen(bestanden: Mapping[str, str], splitsingen: Iterable[Splitsing]) -> dict[str, str]:
    """The files with these phases split; what is laid down for later phases moves along."""
    per_kind = {s.jeugdige_id: s for s in splitsingen}
    uit = dict(bestanden)
    jeugdigen = _lees(uit["jeugdigen.csv"])
    for rij in jeugdigen:
        if splitsing := per_kind.get(rij["jeugdige_id"]):
            rij["fasen"] = splitsing.in_notatie()
    uit["jeugdigen.csv"] = _csv(SOORTEN["jeugdigen"], jeugdigen)
    if "vastgelegd.csv" in uit:
        keuzes = _lees(uit["vastgelegd.csv"])
        for rij in keuzes:
            later = per_kind.get(rij["jeugdige_id"])
            if later and int(rij["fase"]) > later.fase:
                rij["fase"] = str(int(rij["fase"]) + 1)
        uit["vastgelegd.csv"] = _csv(SOORTEN["vastgelegd"], keuzes)
    return uit


def _lees(tekst: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(tekst), delimiter=";"))


def _begrensd(fouten: list[str], meeste: int = 200) -> list[str]:
    uniek = list(dict.fromkeys(fouten))
    rest = len(uniek) - meeste
    return [*uniek[:meeste], f"... en nog {rest} fouten."] if rest > 0 else uniek
