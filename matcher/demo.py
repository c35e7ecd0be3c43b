"""An invented placement region for a first look: about 40 groepen and 60 jeugdigen around IJsselland.

Places and their rounded coordinates are facts; organisations, groepen and children are invented. The same
seed and peildatum give the same files. Every resident has a place for all phases: while it is made, a
place is put aside for each phase, so a plan always exists. Beds are scarce, so choices matter.
"""

import json
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from knowledge.command import write_whole
from knowledge.geo.afstand import afstand_km
from matcher.intensiteit import INTENSITEITEN, LETTERS, uren_per_week
from matcher.invoer import GROEPKOLOMMEN, JEUGDIGEKOLOMMEN, VASTKOLOMMEN

HORIZON = 52
BEWONERS, WACHTENDEN = 39, 20


class Plaats(NamedTuple):
    """A real place: gemeente, postcode, WGS84, its share of the children, km from the region's border."""

    gemeente: str
    pc4: str
    lat: float
    lon: float
    aandeel: int
    regio_km: float = 0.0


PLAATSEN = (
    Plaats("Zwolle", "8011", 52.512, 6.091, 8),
    Plaats("Deventer", "7411", 52.253, 6.161, 7),
    Plaats("Hardenberg", "7772", 52.576, 6.637, 4),
    Plaats("Kampen", "8261", 52.556, 5.919, 4),
    Plaats("Steenwijkerland", "8331", 52.784, 6.117, 3),
    Plaats("Raalte", "8102", 52.413, 6.284, 3),
    Plaats("Dalfsen", "7721", 52.508, 6.254, 2),
    Plaats("Zwartewaterland", "8061", 52.595, 6.100, 2),
    Plaats("Ommen", "7731", 52.525, 6.426, 1),
    Plaats("Staphorst", "7951", 52.643, 6.199, 1),
    Plaats("Olst-Wijhe", "8121", 52.338, 6.114, 1),
)
BUITEN = {
    14: Plaats("Meppel", "7942", 52.708, 6.186, 0, 2.4),
    33: Plaats("Arnhem", "6811", 51.981, 5.911, 0, 24.0),
}
"""Groepen (by their place in GROEPEN) that stand outside the region."""

AANBIEDERS = (
    "Het Zevende Erf",
    "Jeugdzorg Kwikstaart",
    "De Lange Brug",
    "Zorggroep Maanvis",
    "Thuishaven Noord",
)
VOGELS = (
    "Appelvink",
    "Baardman",
    "Casarca",
    "Draaihals",
    "Eider",
    "Fluiter",
    "Geelgors",
    "Huismus",
    "IJsvogel",
    "Jan-van-gent",
    "Kneu",
    "Lepelaar",
    "Matkop",
    "Nonnetje",
    "Oeverloper",
    "Putter",
    "Ransuil",
    "Sijs",
    "Tapuit",
    "Velduil",
    "Watersnip",
    "Zanglijster",
    "Boomklever",
    "Citroensijs",
    "Dodaars",
    "Ekster",
    "Fazant",
    "Goudvink",
    "Heggenmus",
    "Kolgans",
    "Kuifeend",
    "Meerkoet",
    "Nachtzwaluw",
    "Ortolaan",
    "Pestvogel",
    "Roek",
    "Slechtvalk",
    "Torenvalk",
    "Visarend",
    "Wielewaal",
)
KENMERKEN = ("rolstoel", "lvb", "trauma", "school_op_terrein", "prikkelarm")

# woonvorm, registered intensities, beds, kleinschalig, net rostered hours a week
GROEPEN: tuple[tuple[str, str, int, bool, str], ...] = (
    ("pleegzorg", "A", 1, True, ""),
    ("pleegzorg", "A", 2, True, ""),
    ("pleegzorg", "A|B", 1, True, ""),
    ("pleegzorg", "B", 1, True, ""),
    ("pleegzorg", "A", 1, True, ""),
    ("deeltijdpleegzorg", "B", 1, True, ""),
    ("gezinshuis", "C", 2, True, ""),
    ("gezinshuis", "D", 1, True, ""),
    ("gezinshuis", "D|E", 2, True, ""),
    ("gezinshuis", "E", 1, True, ""),
    ("gezinshuis", "C|D", 1, True, ""),
    ("gezinshuis", "D", 2, True, ""),
    ("gezinshuis", "E", 1, True, ""),
    ("gezinshuis", "C", 1, True, ""),
    ("zorgboerderij", "D", 1, True, ""),
    ("zorgboerderij", "E", 2, True, ""),
    ("zorgboerderij", "C|D", 1, True, ""),
    ("wonen", "D", 1, False, ""),
    ("wonen", "E", 2, False, ""),
    ("wonen", "F", 1, False, ""),
    ("wonen", "E|F", 2, False, "33.25"),
    ("wonen", "G", 1, False, ""),
    ("wonen", "C", 1, True, ""),
    ("wonen", "F", 1, False, ""),
    ("fasehuis", "C|D|E", 2, False, ""),
    ("fasehuis", "E|F", 1, False, ""),
    ("fasehuis", "F|G", 2, False, "40.60"),
    ("fasehuis", "D|E", 1, False, ""),
    ("behandelgroep", "F", 1, False, ""),
    ("behandelgroep", "G", 2, False, ""),
    ("behandelgroep", "H", 1, False, ""),
    ("behandelgroep", "G|H", 2, False, "47.25"),
    ("behandelgroep", "H|I", 1, False, ""),
    ("driemilieu", "I", 1, False, ""),
    ("driemilieu", "I|J", 2, False, ""),
    ("jeugdzorgplus", "J|K", 1, False, ""),
    ("ggz", "GGZ-D", 1, False, ""),
    ("kdv", "C", 1, False, ""),
    ("kdv_intensief", "E|F", 1, False, ""),
    ("gezinshuis", "E|F", 1, True, ""),
)


@dataclass
class _Groep:
    rij: dict[str, str]
    plek: tuple[float, float]
    intensiteiten: tuple[str, ...]
    bedden: int
    uren: int | None
    # per week what has been put aside: heads and hundredths of hours
    bezet: list[int] = field(default_factory=lambda: [0] * HORIZON)
    gevraagd: list[int] = field(default_factory=lambda: [0] * HORIZON)

    @property
    def id(self) -> str:
        return self.rij["groep_id"]

    def kan(self, intensiteit: str, van: int, tot: int) -> bool:
        """Whether one more child of this very intensity fits in these weeks."""
        if intensiteit not in self.intensiteiten:
            return False
        uren = uren_per_week(intensiteit)
        return all(
            self.bezet[week] < self.bedden and (self.uren is None or self.gevraagd[week] + uren <= self.uren)
            for week in range(van, tot)
        )

    def neem(self, intensiteit: str, van: int, tot: int) -> None:
        for week in range(van, tot):
            self.bezet[week] += 1
            self.gevraagd[week] += uren_per_week(intensiteit)


def schrijf_demo(map_: Path, peildatum: date, seed: int = 1) -> None:
    """Write instellingen.json, groepen.csv, jeugdigen.csv and vastgelegd.csv into a folder."""
    kans = random.Random(seed)  # noqa: S311 - invented data, no secrets
    groepen = _groepen(kans)
    bewoners = [_bewoner(kans, groepen, nummer) for nummer in range(1, BEWONERS + 1)]
    _openingstijden(groepen, peildatum)
    wachtenden = _wachtenden(kans, groepen, peildatum)
    _bijzonderheden(groepen, bewoners, wachtenden)
    instellingen = {
        "peildatum": peildatum.isoformat(),
        "horizon_weken": HORIZON,
        "regio": "ijsselland (verzonnen)",
    }
    write_whole(map_ / "instellingen.json", json.dumps(instellingen) + "\n")
    write_whole(map_ / "groepen.csv", _csv(GROEPKOLOMMEN, (groep.rij for groep in groepen)))
    write_whole(map_ / "jeugdigen.csv", _csv(JEUGDIGEKOLOMMEN, [*bewoners, *wachtenden]))
    write_whole(map_ / "vastgelegd.csv", _csv(VASTKOLOMMEN, _vastgelegd(groepen, wachtenden)))


def _csv(kolommen: Iterable[str], rijen: Iterable[Mapping[str, str]]) -> str:
    namen = tuple(kolommen)
    regels = [";".join(namen), *(";".join(rij.get(naam, "") for naam in namen) for rij in rijen)]
    return "\n".join(regels) + "\n"


def _groepen(kans: random.Random) -> list[_Groep]:
    groepen: list[_Groep] = []
    for nummer, (vorm, intensiteiten, bedden, kgw, uren) in enumerate(GROEPEN):
        plaats = kans.choices(PLAATSEN, weights=[p.aandeel for p in PLAATSEN])[0]
        plaats = BUITEN.get(nummer, plaats)
        plek, pc4, regio_km = _nabij(kans, plaats), plaats.pc4, plaats.regio_km
        locatie = f"Huize {VOGELS[nummer]} (verzonnen), {plaats.gemeente}"
        if vorm in ("fasehuis", "driemilieu") and groepen and kans.random() < 0.5:
            # some houses stand on the site of the groep before them: a move within one locatie
            vorige = groepen[-1]
            plek, pc4, regio_km = vorige.plek, vorige.rij["pc4"], float(vorige.rij["regio_km"])
            locatie = vorige.rij["locatie"]
        rij = {
            "groep_id": f"G{nummer + 1:02}",
            "aanbieder": f"{AANBIEDERS[nummer % len(AANBIEDERS)]} (verzonnen)",
            "locatie": locatie,
            "woonvorm": vorm,
            "intensiteiten": intensiteiten,
            "capaciteit": str(bedden),
            "roosteruren_per_week": uren,
            "kgw": str(int(kgw)),
            "pc4": pc4,
            "lat": f"{plek[0]:.4f}",
            "lon": f"{plek[1]:.4f}",
            "regio_km": f"{regio_km:.1f}",
            "kenmerken": "|".join(k for k in KENMERKEN if kans.random() < 0.3),
        }
        honderdsten = round(float(uren) * 100) if uren else None
        groepen.append(_Groep(rij, plek, tuple(intensiteiten.split("|")), bedden, honderdsten))
    return groepen


def _nabij(kans: random.Random, plaats: Plaats) -> tuple[float, float]:
    """A point within a few km of a place."""
    return round(plaats.lat + kans.uniform(-0.03, 0.03), 4), round(
        plaats.lon + kans.uniform(-0.045, 0.045), 4
    )


def _jeugdige(kans: random.Random, jeugdige_id: str, bij: _Groep | None = None) -> dict[str, str]:
    """A child with a home (not too far from where it lives now) and middling wishes."""
    plaatsen = list(PLAATSEN)
    if bij is not None:
        plaatsen = sorted(PLAATSEN, key=lambda p: afstand_km(p.lat, p.lon, *bij.plek))[:4]
    plaats = kans.choices(plaatsen, weights=[p.aandeel for p in plaatsen])[0]
    thuis = _nabij(kans, plaats)
    return {
        "jeugdige_id": jeugdige_id,
        "gemeente": plaats.gemeente,
        "pc4": plaats.pc4,
        "lat": f"{thuis[0]:.4f}",
        "lon": f"{thuis[1]:.4f}",
        "urgentie": str(kans.choices((1, 2, 3), weights=(1, 3, 6))[0]),
        "kgw_voorkeur": str(kans.choices((0, 1, 2, 3), weights=(2, 3, 3, 2))[0]),
        "intensiteit_marge": "0",
        "machtiging_gesloten": "0",
        "buiten_regio": "0",
    }


def _bewoner(kans: random.Random, groepen: list[_Groep], nummer: int) -> dict[str, str]:
    """A resident, with a place put aside for every phase."""
    vrij = [groep for groep in groepen if groep.kan(groep.intensiteiten[-1], 0, 1)]
    groep = kans.choice(vrij)
    rij = _jeugdige(kans, f"B{nummer:02}", groep)
    rij |= {
        "huidige_groep": groep.id,
        "start": "",
        "machtiging_gesloten": str(int(groep.rij["woonvorm"] == "jeugdzorgplus")),
        "intensiteit_marge": "0",
    }
    fasen = []
    hier, intensiteit, van = groep, groep.intensiteiten[-1], 0
    while True:
        weken = kans.randint(8, 45)
        tot = min(van + weken, HORIZON)
        if not hier.kan(intensiteit, van, tot):
            # the place put aside ends sooner: leave care before somebody else's place begins
            tot = next(week for week in range(van, HORIZON) if not hier.kan(intensiteit, week, week + 1))
        hier.neem(intensiteit, van, tot)
        fasen.append(f"{intensiteit}:{tot - van}")
        van = tot
        volgende = _lichter(kans, groepen, hier, intensiteit, van)
        if van >= HORIZON or len(fasen) == 3 or volgende is None or kans.random() < 0.4:
            break
        hier, intensiteit = volgende
    rij["fasen"] = "|".join(fasen)
    # the place put aside must be allowed too: no wishes that would exclude it
    return rij


def _lichter(
    kans: random.Random, groepen: list[_Groep], hier: _Groep, intensiteit: str, van: int
) -> tuple[_Groep, str] | None:
    """A next phase, one or two steps lighter, with a groep where it can begin; preferably the same."""
    if intensiteit not in LETTERS or intensiteit in "AB" or van >= HORIZON:
        return None
    lichter = LETTERS[max(0, LETTERS.index(intensiteit) - kans.randint(1, 2))]
    pleeg = ("pleegzorg", "deeltijdpleegzorg")
    kandidaten = [
        groep
        for groep in groepen
        if groep.kan(lichter, van, van + 1)
        and groep.rij["woonvorm"] != "jeugdzorgplus"
        and float(groep.rij["regio_km"]) <= 15
        and (lichter in "AB" or groep.rij["woonvorm"] not in pleeg)
    ]
    if hier in kandidaten:
        return hier, lichter
    return (kans.choice(kandidaten), lichter) if kandidaten else None


def _openingstijden(groepen: list[_Groep], peildatum: date) -> None:
    """One groep opens later and one closes early, both only in weeks in which no place was put aside."""
    leeg = next((g for g in groepen if not any(g.bezet) and g.bedden == 1), None)
    if leeg is not None:
        leeg.rij["beschikbaar_van"] = (peildatum + timedelta(weeks=6)).isoformat()
    for groep in groepen:
        laatste = max((week for week in range(HORIZON) if groep.bezet[week]), default=-1)
        if groep is not leeg and 4 <= laatste < 40:
            groep.rij["beschikbaar_tot"] = (peildatum + timedelta(weeks=laatste + 6)).isoformat()
            return


def _wachtenden(kans: random.Random, groepen: list[_Groep], peildatum: date) -> list[dict[str, str]]:
    gevraagd = [letter for groep in groepen for letter in groep.intensiteiten]
    rijen = []
    for nummer in range(1, WACHTENDEN + 1):
        rij = _jeugdige(kans, f"W{nummer:02}")
        zwaar = kans.choice([letter for letter in gevraagd if letter in INTENSITEITEN])
        fasen = [f"{zwaar}:{kans.randint(10, 40)}"]
        if zwaar in "EFGHIJ" and kans.random() < 0.6:
            fasen.append(f"{LETTERS[LETTERS.index(zwaar) - 1]}:")
        marge = "0" if zwaar not in LETTERS else str(kans.choices((0, 1, 2), weights=(4, 5, 1))[0])
        wens = kans.choice(groepen)
        rij |= {
            "start": (peildatum + timedelta(days=kans.randint(-60, 140))).isoformat(),
            "fasen": "|".join(fasen),
            "intensiteit_marge": marge,
            "machtiging_gesloten": str(int(zwaar == "K")),
            "buiten_regio": str(int(kans.random() < 0.3)),
            "max_afstand_km": kans.choice(("", "", "", "25", "40")),
            "vereist": kans.choice(KENMERKEN) if kans.random() < 0.15 else "",
            "voorkeur": kans.choice((wens.id, wens.rij["aanbieder"])) if kans.random() < 0.3 else "",
            "uitgesloten": kans.choice(groepen).id if kans.random() < 0.1 else "",
        }
        rijen.append(rij)
    return rijen


def _bijzonderheden(
    groepen: list[_Groep], bewoners: list[dict[str, str]], wachtenden: list[dict[str, str]]
) -> None:
    """Brothers and sisters, a network place, two who must be apart, and a child nobody can take."""
    zus, broer = wachtenden[0], wachtenden[1]
    for kolom in ("gemeente", "pc4", "lat", "lon", "start", "fasen", "intensiteit_marge"):
        broer[kolom] = zus[kolom]
    zus["samen_met"] = broer["jeugdige_id"]
    wachtenden[2]["samen_met"] = bewoners[0]["jeugdige_id"]
    wachtenden[3]["apart_van"] = bewoners[1]["jeugdige_id"]
    netwerk = next((g for g in groepen if g.rij["woonvorm"] == "pleegzorg" and not any(g.bezet)), None)
    if netwerk is not None:
        netwerk.rij["gereserveerd_voor"] = wachtenden[4]["jeugdige_id"]
        wachtenden[4] |= {"fasen": f"{netwerk.intensiteiten[0]}:", "vereist": "", "max_afstand_km": ""}
    # closed care without a court's machtiging: no place can be right
    wachtenden[-1] |= {"fasen": "K:20", "machtiging_gesloten": "0", "intensiteit_marge": "0"}


def _vastgelegd(groepen: list[_Groep], wachtenden: list[dict[str, str]]) -> list[dict[str, str]]:
    """The coordinator forbids one choice and pins another."""
    keuzes = []
    for rij, vast in ((wachtenden[5], "0"), (wachtenden[6], "1")):
        intensiteit = rij["fasen"].split(":")[0]
        passend = [
            groep
            for groep in groepen
            if intensiteit in groep.intensiteiten and not groep.rij.get("gereserveerd_voor")
        ]
        keuzes.append(
            {"jeugdige_id": rij["jeugdige_id"], "fase": "1", "groep_id": passend[0].id, "vast": vast}
        )
    return keuzes
