"""The whole explanation of a plan for one child, or of why no plan can be made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from matcher.domein import Probleem
from matcher.gebruik import Gebruik
from matcher.kosten import kosten_jeugdige
from matcher.plan import Plaatsing, Plan
from matcher.redenen import redenen_plaatsing
from matcher.uitleg.alternatieven import Alternatieven, alternatieven
from matcher.uitleg.botsing import Eis
from matcher.uitleg.oplosser import Oplosser
from matcher.uitleg.trechter import Trechter, trechter
from matcher.uitleg.vergelijk import Verschuiving
from matcher.uitleg.versoepeling import Versoepeling, versoepelingen


@dataclass(frozen=True)
class Faseuitleg:
    """One phase of a placed child. `redenen`: the criteria in words with their points."""

    plaatsing: Plaatsing
    redenen: tuple[str, ...]
    trechter: Trechter
    alternatieven: Alternatieven | None


@dataclass(frozen=True)
class Uitleg:
    """Of one child: its phases when it has a place; else the funnels and what would give it one."""

    jeugdige_id: str
    geplaatst: bool
    punten: dict[str, int]
    fasen: tuple[Faseuitleg, ...] = ()
    trechters: tuple[Trechter, ...] = ()
    versoepelingen: tuple[Versoepeling, ...] = ()


def leg_uit(probleem: Probleem, plan: Plan, jeugdige_id: str, los_op: Oplosser | None) -> Uitleg:
    """Explain a plan for one child. Without `los_op` nothing is solved: no alternatives, no changes."""
    jeugdige = probleem.jeugdigen[jeugdige_id]
    anderen = Gebruik(probleem, (p for p in plan.plaatsingen if p.jeugdige_id != jeugdige_id))
    rij = plan.per_jeugdige.get(jeugdige_id)
    if not rij:
        return Uitleg(
            jeugdige_id,
            geplaatst=False,
            punten={},
            trechters=tuple(
                trechter(probleem, jeugdige, fase, anderen) for fase in range(1, len(jeugdige.fasen) + 1)
            ),
            versoepelingen=versoepelingen(probleem, plan, jeugdige_id, los_op) if los_op else (),
        )
    return Uitleg(
        jeugdige_id,
        geplaatst=True,
        punten=kosten_jeugdige(probleem, jeugdige, rij),
        fasen=tuple(
            Faseuitleg(
                p,
                redenen_plaatsing(probleem, rij, p.fase),
                trechter(probleem, jeugdige, p.fase, anderen),
                alternatieven(probleem, plan, jeugdige_id, p.fase, los_op) if los_op else None,
            )
            for p in rij
        ),
    )


def als_json(uitleg: Uitleg, week: Callable[[int], str] = "in week {}".format) -> dict[str, Any]:
    """As `matcher explain --json` prints it for one child. `week`: how the start of a week is told."""
    return {
        "jeugdige_id": uitleg.jeugdige_id,
        "geplaatst": uitleg.geplaatst,
        "punten": uitleg.punten,
        "fasen": [
            {
                "fase": f.plaatsing.fase,
                "groep_id": f.plaatsing.groep_id,
                "week_van": f.plaatsing.week_van,
                "week_tot": f.plaatsing.week_tot,
                "redenen": list(f.redenen),
                "trechter": _trechter_json(f.trechter),
                **(_alternatieven_json(f.alternatieven, week) if f.alternatieven else {}),
            }
            for f in uitleg.fasen
        ],
        "trechters": [_trechter_json(t) for t in uitleg.trechters],
        "versoepelingen": [
            {
                "soort": v.soort,
                "tekst": v.tekst,
                "meerkosten": v.meerkosten,
                "bewezen": v.bewezen,
                "groepen": list(v.groepen),
                "verschuift": _verschuift_json(v.verschuift, week),
            }
            for v in uitleg.versoepelingen
        ],
    }


def _trechter_json(trechter: Trechter) -> dict[str, Any]:
    return {
        "fase": trechter.fase,
        "intensiteit": trechter.intensiteit,
        "stappen": [{"stap": s.sleutel, "tekst": s.tekst, "over": s.over} for s in trechter.stappen],
        "vrij": list(trechter.groepen),
    }


def _alternatieven_json(gevonden: Alternatieven, week: Callable[[int], str]) -> dict[str, Any]:
    return {
        "alternatieven": [
            {
                "groep_id": a.groep_id,
                "meerkosten": a.meerkosten,
                "bewezen": a.bewezen,
                "verschuift": _verschuift_json(a.verschuift, week),
            }
            for a in gevonden.keuzes
        ],
        "alternatieven_zeker": gevonden.zeker,
        "kan_niet": list(gevonden.onmogelijk),
    }


def _verschuift_json(
    verschuivingen: tuple[Verschuiving, ...], week: Callable[[int], str]
) -> list[dict[str, str]]:
    return [
        {"jeugdige_id": v.jeugdige_id, "soort": v.soort, "tekst": v.in_woorden(week)} for v in verschuivingen
    ]


def botsing_json(eisen: tuple[Eis, ...]) -> dict[str, Any]:
    """The clash set, as `matcher explain --json` prints it for an input without any plan."""
    return {
        "botsing": [
            {
                "soort": e.soort,
                "sleutel": e.sleutel,
                **({"fase": e.fase, "vast": e.vast} if e.soort == "vastgelegd" else {}),
                **({"groep_id": e.groep_id} if e.groep_id else {}),
                "tekst": e.in_woorden(),
            }
            for e in eisen
        ]
    }
