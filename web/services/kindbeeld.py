"""One jeugdige in one plan, as its page shows it: facts, the place with its reasons, what else there is."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from matcher import Groep, Jeugdige, Plan, Probleem, read_folder, read_plan
from matcher.uitleg.uitleg import leg_uit
from web.services.datum import dag_van_week
from web.services.onthouden import Onthouden
from web.services.plaatsingen import BESTANDEN, Rondemap
from web.services.planbeeld import URGENTIES
from web.services.registertaal import toon
from web.services.woonvormen import woonvorm_naam

UITLEG = "uitleg"
"""Folder of explanations, beside the plan."""


@dataclass(frozen=True, slots=True)
class Trechterregel:
    """How many groepen are left after a rule."""

    tekst: str
    over: int


@dataclass(frozen=True, slots=True)
class Alternatiefregel:
    """Another place, and what the whole plan would cost more (`meerkosten`, points)."""

    groep_id: str
    woonvorm: str
    locatie: str
    meerkosten: int
    bewezen: bool
    verschuift: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fasebeeld:
    """One phase of a jeugdige with a place. `alternatieven`: None until somebody asked for them."""

    fase: int
    groep_id: str
    woonvorm: str
    locatie: str
    van: date
    tot: date
    redenen: tuple[str, ...]
    trechter: tuple[Trechterregel, ...]
    alternatieven: tuple[Alternatiefregel, ...] | None


@dataclass(frozen=True, slots=True)
class Hulpregel:
    """What would give a place, and its price for the plan."""

    tekst: str
    meerkosten: int
    bewezen: bool


@dataclass(frozen=True, slots=True)
class Kindbeeld:
    jeugdige_id: str
    feiten: tuple[tuple[str, str], ...]
    fasen: tuple[Fasebeeld, ...]
    trechters: tuple[tuple[Trechterregel, ...], ...]
    """Of one without a place: a funnel for each phase."""
    hulp: tuple[Hulpregel, ...] | None
    """Of one without a place; None until somebody asked."""


def geladen(map_: Path) -> tuple[Probleem, Plan]:
    """The problem and the plan of a ronde; remembered while its files stay the same."""
    return _GELADEN.van(map_)


def _laad(map_: Path) -> tuple[Probleem, Plan]:
    ronde_map = Rondemap(map_)
    return read_folder(ronde_map.invoer), read_plan(ronde_map.plan)


_GELADEN = Onthouden(_laad, ("plan.json", *(f"invoer/{naam}" for naam in BESTANDEN)))


def uitlegbestand(map_: Path, verzoek_id: str) -> Path:
    return map_ / UITLEG / f"{verzoek_id}.json"


def maak_kindbeeld(probleem: Probleem, plan: Plan, jeugdige_id: str, bestand: Path | None) -> Kindbeeld:
    """`bestand`: the explanation with what was solved again, if there is one."""
    jeugdige = probleem.jeugdigen[jeugdige_id]
    uitleg = leg_uit(probleem, plan, jeugdige_id, None)
    opgelost: dict[str, Any] = {}
    if bestand is not None and bestand.exists():
        opgelost = json.loads(bestand.read_text(encoding="utf-8"))
    per_fase = {rij["fase"]: rij for rij in opgelost.get("fasen", ())}
    return Kindbeeld(
        jeugdige_id=jeugdige_id,
        feiten=_feiten(probleem, jeugdige),
        fasen=tuple(
            Fasebeeld(
                fase=f.plaatsing.fase,
                groep_id=f.plaatsing.groep_id,
                woonvorm=woonvorm_naam(probleem.groepen[f.plaatsing.groep_id].woonvorm),
                locatie=probleem.groepen[f.plaatsing.groep_id].locatie,
                van=dag_van_week(probleem.peildatum, f.plaatsing.week_van),
                tot=dag_van_week(probleem.peildatum, f.plaatsing.week_tot),
                redenen=f.redenen,
                trechter=tuple(Trechterregel(s.tekst, s.over) for s in f.trechter.stappen),
                alternatieven=_alternatieven(probleem, per_fase.get(f.plaatsing.fase)),
            )
            for f in uitleg.fasen
        ),
        trechters=tuple(tuple(Trechterregel(s.tekst, s.over) for s in t.stappen) for t in uitleg.trechters),
        hulp=tuple(
            Hulpregel(v["tekst"], v["meerkosten"], v["bewezen"]) for v in opgelost.get("versoepelingen", ())
        )
        if opgelost
        else None,
    )


def _alternatieven(probleem: Probleem, rij: dict[str, Any] | None) -> tuple[Alternatiefregel, ...] | None:
    if rij is None:
        return None

    def regel(gevonden: dict[str, Any]) -> Alternatiefregel:
        groep: Groep = probleem.groepen[gevonden["groep_id"]]
        return Alternatiefregel(
            groep.id,
            woonvorm_naam(groep.woonvorm),
            groep.locatie,
            gevonden["meerkosten"],
            gevonden["bewezen"],
            tuple(v["tekst"] for v in gevonden["verschuift"]),
        )

    return tuple(map(regel, rij.get("alternatieven", ())))


def _feiten(probleem: Probleem, jeugdige: Jeugdige) -> tuple[tuple[str, str], ...]:
    fasen = "|".join(f"{f.intensiteit}:{f.weken or ''}" for f in jeugdige.fasen)
    afstand, marge = jeugdige.max_afstand_km, jeugdige.intensiteit_marge
    regels = (
        ("Gemeente", jeugdige.gemeente),
        ("Urgentie", URGENTIES[jeugdige.urgentie]),
        ("Woont nu in", jeugdige.huidige_groep or "nog geen groep"),
        ("Vanaf", dag_van_week(probleem.peildatum, jeugdige.start).strftime("%d-%m-%Y")),
        ("Nodig", toon("fasen", fasen)),
        ("Intensiteit mag afwijken", f"{marge} stap{'pen' * (marge > 1)}" if marge else ""),
        ("Vereist", ", ".join(sorted(jeugdige.vereist))),
        ("Voorkeur", ", ".join(sorted(jeugdige.voorkeur))),
        ("Niet in", ", ".join(sorted(jeugdige.uitgesloten))),
        ("Samen met", ", ".join(sorted(jeugdige.samen_met))),
        ("Apart van", ", ".join(sorted(jeugdige.apart_van))),
        ("Hoogstens van huis", f"{afstand:g} km".replace(".", ",") if afstand is not None else ""),
        ("Machtiging gesloten jeugdhulp", "ja" if jeugdige.machtiging_gesloten else ""),
        ("Mag buiten de regio", "ja" if jeugdige.buiten_regio else ""),
    )  # fmt: skip
    return tuple((naam, waarde) for naam, waarde in regels if waarde)
