"""Reading a placement problem from a folder: instellingen.json and CSV files in the form of the contract."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.errors import InvoerFout
from matcher.domein import (
    STANDAARDGEWICHTEN,
    WOONVORMEN,
    Fase,
    Groep,
    Jeugdige,
    Probleem,
    Vastlegging,
)
from matcher.intensiteit import INTENSITEITEN
from matcher.tabel import Fouten, Rij, kort, lees_datum, lees_tabel, lees_tekst

GROEPKOLOMMEN = (
    "groep_id",
    "aanbieder",
    "locatie",
    "woonvorm",
    "intensiteiten",
    "capaciteit",
    "roosteruren_per_week",
    "kgw",
    "pc4",
    "lat",
    "lon",
    "regio_km",
    "kenmerken",
    "gereserveerd_voor",
    "beschikbaar_van",
    "beschikbaar_tot",
)
JEUGDIGEKOLOMMEN = (
    "jeugdige_id",
    "gemeente",
    "pc4",
    "lat",
    "lon",
    "huidige_groep",
    "start",
    "fasen",
    "urgentie",
    "kgw_voorkeur",
    "intensiteit_marge",
    "vereist",
    "machtiging_gesloten",
    "max_afstand_km",
    "buiten_regio",
    "voorkeur",
    "uitgesloten",
    "samen_met",
    "apart_van",
)
VASTKOLOMMEN = ("jeugdige_id", "fase", "groep_id", "vast")

_TEKST_GROEP = frozenset(
    {"groep_id", "aanbieder", "locatie", "woonvorm", "intensiteiten", "kenmerken", "gereserveerd_voor"}
)
_TEKST_JEUGDIGE = frozenset(JEUGDIGEKOLOMMEN) - {"lat", "lon", "max_afstand_km"}

LANGSTE_HORIZON = 520
"""Weeks: ten years, far beyond what anyone plans."""


def read_folder(pad: Path | str) -> Probleem:
    """Read `instellingen.json`, `groepen.csv`, `jeugdigen.csv` and, if present, `vastgelegd.csv`.

    Raises InvoerFout with every fault that could be found at once, each naming file, row and column.
    """
    map_ = Path(pad)
    if not map_.is_dir():
        raise InvoerFout(f"{map_}: deze map bestaat niet.")
    fouten = Fouten()
    peildatum, horizon, regio, gewichten = _instellingen(map_ / "instellingen.json", fouten)
    kalender = _Kalender(peildatum, horizon)
    groepen = _groepen(map_ / "groepen.csv", kalender, fouten)
    jeugdigen = _jeugdigen(map_ / "jeugdigen.csv", groepen, kalender, fouten)
    vast = map_ / "vastgelegd.csv"
    vastleggingen = _vastleggingen(vast, groepen, jeugdigen, fouten) if vast.exists() else ()
    fouten.stop_als_er_zijn()
    return Probleem(peildatum, horizon, groepen, jeugdigen, vastleggingen, gewichten, regio)


class _Kalender:
    def __init__(self, peildatum: date, horizon: int) -> None:
        self.peildatum, self.horizon = peildatum, horizon

    def week(self, dag: date) -> int:
        """Week of a date, counted from the peildatum; before it is week 0."""
        return max(0, (dag - self.peildatum).days // 7)


def _instellingen(pad: Path, fouten: Fouten) -> tuple[date, int, str, Mapping[str, int]]:
    waarden: Any = {}
    tekst = lees_tekst(pad, fouten)
    if tekst is not None:
        try:
            waarden = json.loads(tekst)
        except (ValueError, RecursionError):
            fouten.meld(f"{pad.name}: is geen geldige JSON.")
            tekst = None
        if tekst is not None and not isinstance(waarden, dict):
            fouten.meld(f"{pad.name}: hier hoort een JSON-object te staan.")
            tekst = None
    if tekst is None:
        return date(2000, 1, 3), 1, "", STANDAARDGEWICHTEN

    dag = waarden.get("peildatum")
    peildatum = lees_datum(dag) if isinstance(dag, str) else None
    if peildatum is None:
        fouten.meld(f"{pad.name}: peildatum ontbreekt of is geen datum; schrijf JJJJ-MM-DD.")
    horizon = waarden.get("horizon_weken")
    if not isinstance(horizon, int) or isinstance(horizon, bool) or not 1 <= horizon <= LANGSTE_HORIZON:
        fouten.meld(
            f"{pad.name}: horizon_weken moet een geheel getal van 1 tot en met {LANGSTE_HORIZON} zijn."
        )
        horizon = 1
    regio = waarden.get("regio") or ""
    if not isinstance(regio, str):
        fouten.meld(f"{pad.name}: regio moet tekst zijn.")
        regio = ""
    gewichten = _gewichten(pad.name, waarden.get("gewichten") or {}, fouten)
    return peildatum or date(2000, 1, 3), horizon, regio, gewichten


def _gewichten(naam: str, anders: Any, fouten: Fouten) -> Mapping[str, int]:
    gewichten = dict(STANDAARDGEWICHTEN)
    if not isinstance(anders, dict):
        fouten.meld(f"{naam}: gewichten moet een object zijn.")
        return gewichten
    for criterium, gewicht in anders.items():
        if criterium not in gewichten:
            fouten.meld(f"{naam}: gewicht '{kort(criterium)}' is onbekend; kies uit {', '.join(gewichten)}.")
        elif not isinstance(gewicht, int) or isinstance(gewicht, bool) or not 0 <= gewicht <= 10**9:
            fouten.meld(f"{naam}: gewicht {criterium} moet een geheel getal van 0 tot een miljard zijn.")
        else:
            gewichten[criterium] = gewicht
    return gewichten


def _sleutel(rij: Rij, kolom: str, gezien: Mapping[str, object]) -> str:
    sleutel = rij.tekst(kolom, verplicht=True)
    if sleutel and sleutel in gezien:
        rij.fout(kolom, f"'{kort(sleutel)}' komt meer dan een keer voor.")
    if "|" in sleutel:
        rij.fout(kolom, "mag geen | bevatten; dat teken scheidt lijsten.")
    return sleutel


def _pc4(rij: Rij) -> str:
    pc4 = rij.tekst("pc4")
    if pc4 and not re.fullmatch(r"[1-9]\d{3}", pc4):
        rij.fout("pc4", f"'{kort(pc4)}' is geen postcode van vier cijfers (zonder letters).")
    return pc4


def _groepen(pad: Path, kalender: _Kalender, fouten: Fouten) -> dict[str, Groep]:
    groepen: dict[str, Groep] = {}
    for rij in lees_tabel(pad, GROEPKOLOMMEN, _TEKST_GROEP, False, fouten):
        sleutel = _sleutel(rij, "groep_id", groepen)
        van, tot = rij.datum("beschikbaar_van"), rij.datum("beschikbaar_tot")
        groepen[sleutel] = Groep(
            id=sleutel,
            aanbieder=rij.tekst("aanbieder"),
            locatie=rij.tekst("locatie", verplicht=True),
            woonvorm=rij.keuze("woonvorm", WOONVORMEN),
            intensiteiten=rij.lijst("intensiteiten", INTENSITEITEN),
            capaciteit=rij.geheel("capaciteit"),
            roosteruren=rij.honderdsten("roosteruren_per_week"),
            kgw=rij.vlag("kgw"),
            pc4=_pc4(rij),
            lat=rij.kommagetal("lat", -90, 90, verplicht=True),
            lon=rij.kommagetal("lon", -180, 180, verplicht=True),
            regio_km=rij.kommagetal("regio_km", 0, 20100),
            kenmerken=rij.lijst("kenmerken"),
            gereserveerd_voor=rij.tekst("gereserveerd_voor") or None,
            open_van=kalender.week(van) if van else 0,
            open_tot=kalender.week(tot) if tot else kalender.horizon,
        )
    return groepen


def _jeugdigen(
    pad: Path, groepen: Mapping[str, Groep], kalender: _Kalender, fouten: Fouten
) -> dict[str, Jeugdige]:
    jeugdigen: dict[str, Jeugdige] = {}
    for rij in lees_tabel(pad, JEUGDIGEKOLOMMEN, _TEKST_JEUGDIGE, True, fouten):
        sleutel = _sleutel(rij, "jeugdige_id", jeugdigen)
        huidig = rij.tekst("huidige_groep") or None
        if huidig is not None and groepen and huidig not in groepen:
            rij.fout("huidige_groep", f"'{kort(huidig)}' staat niet in groepen.csv.")
        verste = rij.kommagetal("max_afstand_km", 0, 20100)
        jeugdigen[sleutel] = Jeugdige(
            id=sleutel,
            gemeente=rij.tekst("gemeente"),
            pc4=_pc4(rij),
            lat=rij.kommagetal("lat", -90, 90, verplicht=True),
            lon=rij.kommagetal("lon", -180, 180, verplicht=True),
            huidige_groep=huidig,
            # of a resident the start is always read as the peildatum, whatever stands there
            start=0 if huidig else _start(rij, kalender),
            fasen=_fasen(rij),
            urgentie=rij.geheel("urgentie", 1, 3),
            kgw_voorkeur=rij.geheel("kgw_voorkeur", 0, 3),
            intensiteit_marge=rij.geheel("intensiteit_marge", 0, 2),
            vereist=rij.lijst("vereist"),
            machtiging_gesloten=rij.vlag("machtiging_gesloten"),
            max_afstand_km=verste if rij.tekst("max_afstand_km") else None,
            buiten_regio=rij.vlag("buiten_regio"),
            voorkeur=rij.lijst("voorkeur"),
            uitgesloten=rij.lijst("uitgesloten"),
            samen_met=rij.lijst("samen_met"),
            apart_van=rij.lijst("apart_van"),
        )
    return jeugdigen


def _start(rij: Rij, kalender: _Kalender) -> int:
    rij.tekst("start", verplicht=True)
    dag = rij.datum("start")
    return kalender.week(dag) if dag else 0


def _fasen(rij: Rij) -> tuple[Fase, ...]:
    """`H:26|E:` as phases; only the last may lack its weeks."""
    tekst = rij.tekst("fasen", verplicht=True)
    if not tekst:
        return (Fase("A", None),)
    delen = [deel.strip() for deel in tekst.split("|")]
    fasen = []
    for nummer, deel in enumerate(delen, 1):
        intensiteit, _, weken = (stuk.strip() for stuk in deel.partition(":"))
        if intensiteit not in INTENSITEITEN:
            rij.fout(
                "fasen",
                f"fase {nummer}: intensiteit '{kort(intensiteit)}' is onbekend; "
                f"kies uit {', '.join(INTENSITEITEN)}.",
            )
            intensiteit = "A"
        if not weken:
            if nummer < len(delen):
                rij.fout("fasen", f"fase {nummer}: alleen de laatste fase mag zonder aantal weken.")
            fasen.append(Fase(intensiteit, None))
        elif not re.fullmatch(r"\d{1,5}", weken) or int(weken) < 1:
            rij.fout("fasen", f"fase {nummer}: '{kort(weken)}' is geen aantal weken van 1 of meer.")
            fasen.append(Fase(intensiteit, None))
        else:
            fasen.append(Fase(intensiteit, int(weken)))
    return tuple(fasen)


def _vastleggingen(
    pad: Path, groepen: Mapping[str, Groep], jeugdigen: Mapping[str, Jeugdige], fouten: Fouten
) -> tuple[Vastlegging, ...]:
    vastleggingen = []
    for rij in lees_tabel(pad, VASTKOLOMMEN, {"jeugdige_id", "groep_id"}, True, fouten):
        jeugdige_id = rij.tekst("jeugdige_id", verplicht=True)
        groep_id = rij.tekst("groep_id", verplicht=True)
        # only where the other file was read: one fault should not be reported a second time here
        if jeugdige_id and jeugdigen and jeugdige_id not in jeugdigen:
            rij.fout("jeugdige_id", f"'{kort(jeugdige_id)}' staat niet in jeugdigen.csv.")
        if groep_id and groepen and groep_id not in groepen:
            rij.fout("groep_id", f"'{kort(groep_id)}' staat niet in groepen.csv.")
        vastleggingen.append(Vastlegging(jeugdige_id, rij.geheel("fase", 1), groep_id, rij.vlag("vast")))
    return tuple(vastleggingen)
