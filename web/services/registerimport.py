"""Reading files for the register: columns recognised, every fault at its cell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.catalogue.models import Tender
from knowledge.errors import InvoerFout
from knowledge.geo.kaart import Kaart
from matcher.omzetten.kolommen import Herkenning, herken
from matcher.omzetten.omzetten import zet_om
from matcher.omzetten.tabellen import Tabel, lees_tabellen
from web.models.register import Registersoort
from web.services.register import BESTAND, HORIZON, KOLOMMEN, Rijen, lees_csv, schrijf_csv

_PLEK = re.compile(
    r"^(?P<bron>.+?), rij (?P<rij>\d+)(?:, kolom (?P<kolom>[^:]+))?: (?P<tekst>.*)$", re.DOTALL
)
GEEN_TABEL = "In uw bestanden staat geen tabel."
_MEESTE_RIJEN = 50
"""Faulty rows that a page shows whole; the others are in the list."""
_TABEL = {Registersoort.GROEP: "groepen", Registersoort.JEUGDIGE: "jeugdigen"}


@dataclass(frozen=True, slots=True)
class Cel:
    """A cell of the user's file. `fout`: what is wrong with it, or ""."""

    tekst: str
    fout: str


@dataclass(frozen=True, slots=True)
class Foutrij:
    """`algemeen`: faults of the row that belong to no cell."""

    bron: str
    nummer: int
    kop: tuple[str, ...]
    cellen: tuple[Cel, ...]
    algemeen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leesfouten:
    """Faults of an import: rows with their cells, and what belongs to no row."""

    rijen: tuple[Foutrij, ...]
    overig: tuple[str, ...]
    aantal: int


@dataclass(frozen=True, slots=True)
class Gelezen:
    """`bestanden`: the matcher's files by Registersoort; `kolommen`: see Registerimport."""

    bestanden: dict[str, str]
    kolommen: list[list[str]]
    opmerkingen: list[str]


def lees(
    paden: Sequence[Path],
    staand: Mapping[Registersoort, Rijen],
    peildatum: date,
    tender: Tender,
    *,
    volledig: bool = True,
) -> Gelezen | Leesfouten:
    """Read CSV or Excel files. A kind that is not among them is taken from the register as it stands; when
    they are not the whole list (`volledig`), the rows of the register that are not in them count too."""
    try:
        tabellen = lees_tabellen(paden)
    except InvoerFout as fout:
        regels = fout.fouten or (str(fout),)
        return Leesfouten((), tuple(regels), len(regels))
    gegeven = [h for tabel in tabellen if (h := herken(tabel)) is not None and h.soort in _TABEL.values()]
    if not gegeven:
        return Leesfouten((), tuple(map(_niet_herkend, tabellen)) or (GEEN_TABEL,), max(1, len(tabellen)))
    soorten = [soort for soort in Registersoort if any(h.soort == _TABEL[soort] for h in gegeven)]
    blijft = {
        soort: _niet_in(gegeven, soort, rijen) if soort in soorten else dict(rijen)
        for soort, rijen in staand.items()
        if soort not in soorten or not volledig
    }
    try:
        kaart = Kaart.standaard(tender.gemeenten)
        omzetting = zet_om([*gegeven, *_aanvulling(blijft)], kaart, peildatum, HORIZON, tender.regio.lower())
    except InvoerFout as fout:
        return _fouten(fout.fouten or (str(fout),), gegeven)
    return Gelezen(
        {
            soort.value: _zonder(soort, omzetting.bestanden[BESTAND[soort]], blijft.get(soort, {}))
            for soort in soorten
        },
        [
            [h.tabel.bron, k.kop, k.kolom, "zeker" if k.zeker else "lijkt"]
            for h in gegeven
            for k in h.koppelingen
        ],
        [*omzetting.opmerkingen, *_weggelaten(gegeven)],
    )


def _niet_herkend(tabel: Tabel) -> str:
    koppen = ", ".join(f"‘{kop}’" for kop in tabel.kop[:8] if kop) or "geen"
    return (
        f"{tabel.bron}: we herkennen hierin geen groepen of jeugdigen. De kolomnamen zijn: {koppen}. Staan "
        "de kolomnamen op de eerste regel? In het invulblad ziet u welke namen we kennen."
    )


def _zonder(soort: Registersoort, tekst: str, blijft: Rijen) -> str:
    """A file of the matcher without the rows that only stood beside it."""
    if not blijft:
        return tekst
    rijen = lees_csv(soort, tekst)
    return schrijf_csv(soort, {sleutel: rij for sleutel, rij in rijen.items() if sleutel not in blijft})


def _niet_in(gegeven: Sequence[Herkenning], soort: Registersoort, rijen: Rijen) -> Rijen:
    """The rows of the register whose key is in none of the given tables."""
    genoemd = {
        cellen[k.plek]
        for h in gegeven
        if h.soort == _TABEL[soort]
        for k in h.koppelingen
        if k.kolom == KOLOMMEN[soort][0]
        for _, cellen in h.tabel.rijen
        if k.plek < len(cellen)
    }
    return {sleutel: rij for sleutel, rij in rijen.items() if sleutel not in genoemd}


def _aanvulling(blijft: Mapping[Registersoort, Rijen]) -> list[Herkenning]:
    """Rows of the register that stay, as tables."""
    with TemporaryDirectory() as map_:
        paden = []
        for soort, rijen in blijft.items():
            pad = Path(map_) / BESTAND[soort]
            pad.write_text(schrijf_csv(soort, rijen), encoding="utf-8")
            paden.append(pad)
        return [h for tabel in lees_tabellen(paden) if (h := herken(tabel)) is not None]


def _weggelaten(gegeven: Sequence[Herkenning]) -> list[str]:
    return [
        f"{h.tabel.bron}: deze kolommen nemen we niet over: {', '.join(h.onbekend)}."
        for h in gegeven
        if h.onbekend
    ]


def _fouten(regels: Sequence[str], gegeven: Sequence[Herkenning]) -> Leesfouten:
    per_rij: dict[tuple[str, int], list[tuple[str, str]]] = {}
    overig: list[str] = []
    tabellen = {h.tabel.bron: h for h in gegeven}
    for regel in regels:
        plek = _PLEK.match(regel)
        if plek and plek["bron"] in tabellen:
            sleutel = (plek["bron"], int(plek["rij"]))
            per_rij.setdefault(sleutel, []).append((plek["kolom"] or "", plek["tekst"]))
        else:
            overig.append(regel)
    rijen = [_foutrij(tabellen[bron], nummer, fouten) for (bron, nummer), fouten in per_rij.items()]
    for rij in rijen[_MEESTE_RIJEN:]:
        teksten = [*rij.algemeen, *(cel.fout for cel in rij.cellen if cel.fout)]
        overig += [f"{rij.bron}, rij {rij.nummer}: {tekst}" for tekst in teksten]
    return Leesfouten(tuple(rijen[:_MEESTE_RIJEN]), tuple(overig), len(regels))


def _foutrij(h: Herkenning, nummer: int, fouten: Sequence[tuple[str, str]]) -> Foutrij:
    kop_van = {k.kolom: k.kop for k in h.koppelingen}
    cellen = next((cellen for n, cellen in h.tabel.rijen if n == nummer), ())
    per_kop: dict[str, list[str]] = {}
    algemeen: list[str] = []
    for kolom, tekst in fouten:
        kop = kolom if kolom in h.tabel.kop else kop_van.get(kolom, "")
        if kop:
            per_kop.setdefault(kop, []).append(tekst)
        else:
            algemeen.append(f"{kolom}: {tekst}" if kolom else tekst)
    return Foutrij(
        h.tabel.bron,
        nummer,
        h.tabel.kop,
        tuple(
            Cel(cel, " ".join(per_kop.get(kop, ()))) for kop, cel in zip(h.tabel.kop, cellen, strict=False)
        ),
        tuple(algemeen),
    )
