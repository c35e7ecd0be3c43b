"""Small problems for tests: single facts with plain defaults, random ones, and their files."""

import json
import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from matcher.domein import STANDAARDGEWICHTEN, Fase, Groep, Jeugdige, Probleem, Vastlegging
from matcher.invoer import GROEPKOLOMMEN, JEUGDIGEKOLOMMEN, VASTKOLOMMEN
from matcher.plan import NietGeplaatst, Plaatsing, Plan
from matcher.regels import fase_weken, startweken

PEILDATUM = date(2026, 1, 5)


def groep(id_: str = "G1", **anders: Any) -> Groep:
    basis = Groep(
        id=id_,
        aanbieder=f"A-{id_}",
        locatie=f"L-{id_}",
        woonvorm="wonen",
        intensiteiten=frozenset("E"),
        capaciteit=1,
        roosteruren=None,
        kgw=True,
        pc4="8011",
        lat=52.5,
        lon=6.1,
        regio_km=0.0,
        kenmerken=frozenset(),
        gereserveerd_voor=None,
        open_van=0,
        open_tot=52,
    )
    return replace(basis, **anders)


def fasen(tekst: str) -> tuple[Fase, ...]:
    delen = [deel.split(":") for deel in tekst.split("|")]
    return tuple(Fase(intensiteit, int(weken) if weken else None) for intensiteit, weken in delen)


def jeugdige(id_: str = "J1", fasen_: str = "E:", **anders: Any) -> Jeugdige:
    basis = Jeugdige(
        id=id_,
        gemeente="Zwolle",
        pc4="8011",
        lat=52.5,
        lon=6.1,
        huidige_groep=None,
        start=0,
        fasen=fasen(fasen_),
        urgentie=3,
        kgw_voorkeur=0,
        intensiteit_marge=0,
        vereist=frozenset(),
        machtiging_gesloten=False,
        max_afstand_km=None,
        buiten_regio=False,
        voorkeur=frozenset(),
        uitgesloten=frozenset(),
        samen_met=frozenset(),
        apart_van=frozenset(),
    )
    return replace(basis, **anders)


def probleem(
    groepen: list[Groep],
    jeugdigen: list[Jeugdige],
    vast: tuple[Vastlegging, ...] = (),
    horizon: int = 52,
    **gewichten: int,
) -> Probleem:
    return Probleem(
        PEILDATUM,
        horizon,
        {g.id: g for g in groepen},
        {j.id: j for j in jeugdigen},
        vast,
        {**STANDAARDGEWICHTEN, **gewichten},
    )


def plan(*rijen: tuple[str, int, str, int, int], zonder: tuple[str, ...] = ()) -> Plan:
    return Plan(
        "FEASIBLE", None, None, 0.0, tuple(Plaatsing(*r) for r in rijen), tuple(map(NietGeplaatst, zonder))
    )


def willekeurig_probleem(zaad: int, groot: bool = False) -> Probleem:
    """A small problem in which every rule has a chance to matter."""
    kans = random.Random(zaad)
    horizon = kans.choice((4, 8, 14)) if not groot else kans.choice((14, 30))
    aantal_groepen = kans.randint(1, 4) if not groot else kans.randint(4, 8)
    aantal = kans.randint(1, 4) if not groot else kans.randint(4, 14)
    ids = [f"J{n}" for n in range(1, aantal + 1)]
    alle = [("E",), ("E", "F"), ("D", "F"), ("A",), ("B",), ("GGZ-D",), ("K",), ("C", "E", "GGZ-D"), ()]
    vormen = ["wonen"] * 4 + ["pleegzorg", "jeugdzorgplus", "deeltijdpleegzorg", "fasehuis"]
    groepen = [
        groep(
            f"G{n}",
            aanbieder=kans.choice(("P", "Q", "")),
            locatie=kans.choice(("L1", "L2", f"L-G{n}")),
            woonvorm=kans.choice(vormen),
            intensiteiten=frozenset(kans.choice(alle)),
            capaciteit=kans.randint(0, 2),
            roosteruren=kans.choice((None, None, 1470, 1855, 3325, 455)),
            kgw=kans.random() < 0.5,
            lat=52.5 + kans.choice((0, 0.1, 0.15, 0.3)),
            regio_km=kans.choice((0, 0, 15, 15.1)),
            kenmerken=frozenset(kans.sample(("lvb", "trauma"), kans.randint(0, 2))),
            gereserveerd_voor=kans.choice((None, None, None, None, *ids)),
            open_van=kans.choice((0, 0, 0, 2)),
            open_tot=kans.choice((horizon, horizon, horizon, 3)),
        )
        for n in range(1, aantal_groepen + 1)
    ]
    if kans.random() < 0.7:
        # a roomy groep far away: without it most of these problems have no plan at all
        ruim = {"intensiteiten": frozenset("ABDEF"), "kenmerken": frozenset({"lvb", "trauma"})}
        groepen.append(
            groep("G9", lat=52.9, capaciteit=kans.randint(1, 3), kgw=False, open_tot=horizon, **ruim)
        )
    wie = [g.id for g in groepen]
    namen = [*wie, "P", "Q", "L1"]

    def trek(uit: list[str], p: float) -> frozenset[str]:
        return frozenset(kans.sample(uit, 1)) if kans.random() < p else frozenset()

    jeugdigen = []
    for id_ in ids:
        delen = [f"{kans.choice('EEEFDAB')}:{kans.randint(1, 6)}" for _ in range(kans.randint(1, 3))]
        if kans.random() < 0.15:
            delen[-1] = "GGZ-D:3"
        if kans.random() < 0.4:
            delen[-1] = delen[-1].split(":")[0] + ":"
        bewoner = kans.random() < 0.5
        jeugdigen.append(
            jeugdige(
                id_,
                "|".join(delen),
                huidige_groep=kans.choice(wie) if bewoner else None,
                start=0 if bewoner else kans.randint(0, 5),
                urgentie=kans.randint(1, 3),
                kgw_voorkeur=kans.randint(0, 3),
                intensiteit_marge=kans.choice((0, 1, 2)),
                vereist=trek(["lvb", "trauma"], 0.2),
                machtiging_gesloten=kans.random() < 0.5,
                max_afstand_km=kans.choice((None, None, None, 0.0, 12.0)),
                buiten_regio=kans.random() < 0.5,
                voorkeur=trek(namen, 0.4),
                uitgesloten=trek(namen, 0.15),
                samen_met=trek([*ids, "J99"], 0.4),
                apart_van=trek([*ids, "J99"], 0.2),
            )
        )
    vast = tuple(
        Vastlegging(kans.choice(ids), kans.randint(1, 2), kans.choice(wie), kans.random() < 0.4)
        for _ in range(kans.choice((0, 0, 1)))
    )
    gewichten = {"kosten_euro": kans.choice((0, 0, 1)), "verplaatsing": kans.choice((400, 401, 0))}
    return probleem(groepen, jeugdigen, vast, horizon, **gewichten)


def willekeurig_plan(probleem_: Probleem, zaad: int) -> Plan:
    """A plan that is mostly well formed; whether it obeys the rules is a matter of luck."""
    kans = random.Random(zaad)
    rijen: list[Plaatsing] = []
    zonder: list[str] = []
    groepen = list(probleem_.groepen)
    for kind in probleem_.jeugdigen.values():
        weken = startweken(kind, probleem_.horizon)
        if not weken or (kans.random() < 0.2 and not kind.bewoner):
            zonder.append(kind.id)
            continue
        start = weken[0] if kans.random() < 0.5 else kans.choice(weken)
        if kans.random() < 0.03:
            start = max(0, start + kans.choice((1, -1, 27)))
        vorige = kind.huidige_groep or kans.choice(groepen)
        for nummer, (van, tot) in enumerate(fase_weken(kind, start, probleem_.horizon), 1):
            waar = vorige if kans.random() < 0.6 else kans.choice(groepen)
            vorige = waar
            if kans.random() < 0.01:
                tot += 1
            if kans.random() < 0.01:
                waar = "G99"
            rijen.append(Plaatsing(kind.id, nummer, waar, van, tot))
        if kans.random() < 0.02:
            zonder.append(kans.choice((kind.id, "J99")))
    kans.shuffle(rijen)
    return Plan("FEASIBLE", None, None, 0.0, tuple(rijen), tuple(map(NietGeplaatst, zonder)))


# ---- as files


def schrijf(map_: Path, probleem_: Probleem) -> Path:
    """Write a problem as the files of the contract."""
    map_.mkdir(parents=True, exist_ok=True)
    instellingen = {
        "peildatum": probleem_.peildatum.isoformat(),
        "horizon_weken": probleem_.horizon,
        "regio": "proef",
        "gewichten": dict(probleem_.gewichten),
    }
    (map_ / "instellingen.json").write_text(json.dumps(instellingen), encoding="utf-8")
    schrijf_csv(
        map_ / "groepen.csv", GROEPKOLOMMEN, [groeprij(probleem_, g) for g in probleem_.groepen.values()]
    )
    schrijf_csv(
        map_ / "jeugdigen.csv",
        JEUGDIGEKOLOMMEN,
        [jeugdigerij(probleem_, j) for j in probleem_.jeugdigen.values()],
    )
    vast = [
        {"jeugdige_id": v.jeugdige_id, "fase": str(v.fase), "groep_id": v.groep_id, "vast": str(int(v.vast))}
        for v in probleem_.vastleggingen
    ]
    schrijf_csv(map_ / "vastgelegd.csv", VASTKOLOMMEN, vast)
    return map_


def schrijf_csv(pad: Path, kolommen: tuple[str, ...], rijen: list[dict[str, str]]) -> None:
    regels = [";".join(kolommen), *(";".join(rij[k] for k in kolommen) for rij in rijen)]
    pad.write_text("\n".join(regels) + "\n", encoding="utf-8")


def _dag(probleem_: Probleem, week: int) -> str:
    return (probleem_.peildatum + timedelta(weeks=week)).isoformat()


def _lijst(waarden: frozenset[str]) -> str:
    return "|".join(sorted(waarden))


def groeprij(probleem_: Probleem, g: Groep) -> dict[str, str]:
    return {
        "groep_id": g.id,
        "aanbieder": g.aanbieder,
        "locatie": g.locatie,
        "woonvorm": g.woonvorm,
        "intensiteiten": _lijst(g.intensiteiten),
        "capaciteit": str(g.capaciteit),
        "roosteruren_per_week": "" if g.roosteruren is None else f"{g.roosteruren / 100:.2f}",
        "kgw": str(int(g.kgw)),
        "pc4": g.pc4,
        "lat": repr(g.lat),
        "lon": repr(g.lon),
        "regio_km": str(g.regio_km),
        "kenmerken": _lijst(g.kenmerken),
        "gereserveerd_voor": g.gereserveerd_voor or "",
        "beschikbaar_van": _dag(probleem_, g.open_van) if g.open_van else "",
        "beschikbaar_tot": _dag(probleem_, g.open_tot) if g.open_tot != probleem_.horizon else "",
    }


def jeugdigerij(probleem_: Probleem, j: Jeugdige) -> dict[str, str]:
    return {
        "jeugdige_id": j.id,
        "gemeente": j.gemeente,
        "pc4": j.pc4,
        "lat": repr(j.lat),
        "lon": repr(j.lon),
        "huidige_groep": j.huidige_groep or "",
        "start": _dag(probleem_, j.start),
        "fasen": "|".join(f"{f.intensiteit}:{f.weken or ''}" for f in j.fasen),
        "urgentie": str(j.urgentie),
        "kgw_voorkeur": str(j.kgw_voorkeur),
        "intensiteit_marge": str(j.intensiteit_marge),
        "vereist": _lijst(j.vereist),
        "machtiging_gesloten": str(int(j.machtiging_gesloten)),
        "max_afstand_km": "" if j.max_afstand_km is None else str(j.max_afstand_km),
        "buiten_regio": str(int(j.buiten_regio)),
        "voorkeur": _lijst(j.voorkeur),
        "uitgesloten": _lijst(j.uitgesloten),
        "samen_met": _lijst(j.samen_met),
        "apart_van": _lijst(j.apart_van),
    }
