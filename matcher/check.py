"""The own check of a plan: every broken rule in plain Dutch, and the cost recomputed from the rules."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matcher.domein import Groep, Probleem
from matcher.intensiteit import uren_per_week
from matcher.kosten import kosten_per_criterium
from matcher.plan import Plaatsing, Plan
from matcher.regels import (
    LANGSTE_WACHT,
    bezwaren,
    blijft,
    fase_weken,
    mag_bedden_overschrijden,
    mag_uren_overschrijden,
    startweken,
)

VORM = 0
"""The 'rule number' of a fault in the form of a plan (a child missing, phases that do not follow)."""


@dataclass(frozen=True, slots=True)
class Overtreding:
    """One broken rule: its number (0: the form of the plan) and a plain Dutch sentence."""

    regel: int
    tekst: str


@dataclass(frozen=True)
class Controle:
    """The verdict on a plan: what is broken and what it really costs."""

    overtredingen: tuple[Overtreding, ...]
    kosten_per_criterium: Mapping[str, int]
    kosten: int

    @property
    def geldig(self) -> bool:
        return not self.overtredingen


def check(probleem: Probleem, plan: Plan) -> Controle:
    """Hold a plan against every hard rule and price it again, whatever the plan says of itself."""
    fouten: list[Overtreding] = []
    if plan.status == "INFEASIBLE" and not plan.plaatsingen and not plan.niet_geplaatst:
        return Controle((Overtreding(VORM, "Er is geen plan: de status is INFEASIBLE."),), {}, 0)
    rijen = _vorm(probleem, plan, fouten)
    _fasen(probleem, rijen, fouten)
    _groepen(probleem, rijen, fouten)
    _paren(probleem, rijen, fouten)
    per_criterium = kosten_per_criterium(probleem, rijen)
    return Controle(tuple(fouten), per_criterium, sum(per_criterium.values()))


def _vorm(probleem: Probleem, plan: Plan, fouten: list[Overtreding]) -> dict[str, list[Plaatsing]]:
    """Each known child in one list, with the right phases and weeks. Returns placements by child."""
    rijen: dict[str, list[Plaatsing]] = defaultdict(list)
    genoemd = set()
    for p in sorted(plan.plaatsingen):
        if p.jeugdige_id not in probleem.jeugdigen:
            fouten.append(Overtreding(VORM, f"{p.jeugdige_id}: deze jeugdige staat niet in de invoer."))
            continue
        genoemd.add(p.jeugdige_id)
        if p.groep_id in probleem.groepen:
            rijen[p.jeugdige_id].append(p)
        else:
            fouten.append(
                Overtreding(
                    VORM, f"{p.jeugdige_id}, fase {p.fase}: groep {p.groep_id} staat niet in de invoer."
                )
            )
    zonder_plek = Counter(n.jeugdige_id for n in plan.niet_geplaatst)
    for jeugdige_id, aantal in sorted(zonder_plek.items()):
        if jeugdige_id not in probleem.jeugdigen:
            fouten.append(Overtreding(VORM, f"{jeugdige_id} in niet_geplaatst staat niet in de invoer."))
        if aantal > 1:
            fouten.append(Overtreding(VORM, f"{jeugdige_id} staat {aantal} keer in niet_geplaatst."))
    for jeugdige_id, jeugdige in probleem.jeugdigen.items():
        if jeugdige_id in genoemd and jeugdige_id in zonder_plek:
            fouten.append(Overtreding(VORM, f"{jeugdige_id} heeft een plek en staat in niet_geplaatst."))
        if jeugdige_id not in genoemd and jeugdige_id not in zonder_plek:
            fouten.append(Overtreding(VORM, f"{jeugdige_id} ontbreekt in het plan."))
        if jeugdige_id in rijen:
            _weken(probleem, jeugdige_id, rijen[jeugdige_id], fouten)
        elif jeugdige.bewoner:
            fouten.append(Overtreding(VORM, f"{jeugdige_id} is bewoner en kan niet zonder plek blijven."))
    return dict(rijen)


def _weken(probleem: Probleem, jeugdige_id: str, rij: list[Plaatsing], fouten: list[Overtreding]) -> None:
    """Phases follow each other from the start week (form), and the start is in time (rule 8)."""
    jeugdige, start = probleem.jeugdigen[jeugdige_id], rij[0].week_van
    if not 0 <= start < probleem.horizon:
        fouten.append(Overtreding(VORM, f"{jeugdige_id}: startweek {start} ligt niet binnen de horizon."))
    hoort = [(nr, van, tot) for nr, (van, tot) in enumerate(fase_weken(jeugdige, start, probleem.horizon), 1)]
    staat = [(p.fase, p.week_van, p.week_tot) for p in rij]
    if staat != hoort:
        fouten.append(
            Overtreding(
                VORM,
                f"{jeugdige_id}: de fasen en weken zijn {_reeks(staat)}; "
                f"vanaf week {start} horen ze {_reeks(hoort)} te zijn.",
            )
        )
    if jeugdige.bewoner:
        if start != 0:
            fouten.append(Overtreding(VORM, f"{jeugdige_id} is bewoner en begint in week 0, niet {start}."))
    elif start not in startweken(jeugdige, probleem.horizon):
        fouten.append(
            Overtreding(
                8,
                f"{jeugdige_id} begint in week {start}; dat mag van week {jeugdige.start} "
                f"tot en met {jeugdige.start + LANGSTE_WACHT}.",
            )
        )


def _reeks(fasen: list[tuple[int, int, int]]) -> str:
    return ", ".join(f"fase {nr} week {van} tot {tot}" for nr, van, tot in fasen) or "geen"


def _blijft(probleem: Probleem, jeugdige_id: str, rij: list[Plaatsing], fase: int) -> bool:
    return blijft(probleem.jeugdigen[jeugdige_id], [p.groep_id for p in rij if p.fase <= fase])


def _fasen(probleem: Probleem, rijen: Mapping[str, list[Plaatsing]], fouten: list[Overtreding]) -> None:
    """Rules 2 to 6 and 9, one placement at a time."""
    for jeugdige_id, rij in rijen.items():
        jeugdige = probleem.jeugdigen[jeugdige_id]
        for p in rij:
            if not 1 <= p.fase <= len(jeugdige.fasen):
                continue  # already reported as a fault of form
            groep = probleem.groepen[p.groep_id]
            for bezwaar in bezwaren(
                probleem, jeugdige, p.fase, groep, _blijft(probleem, jeugdige_id, rij, p.fase)
            ):
                tekst = f"{jeugdige_id}, fase {p.fase} in {groep.id}: {bezwaar.tekst}."
                fouten.append(Overtreding(bezwaar.regel, tekst))


def _groepen(probleem: Probleem, rijen: Mapping[str, list[Plaatsing]], fouten: list[Overtreding]) -> None:
    """Rules 1 and 7, each groep week by week."""
    aanwezig: dict[str, dict[int, list[tuple[bool, int]]]] = defaultdict(lambda: defaultdict(list))
    for jeugdige_id, rij in rijen.items():
        jeugdige = probleem.jeugdigen[jeugdige_id]
        for p in rij:
            if not 1 <= p.fase <= len(jeugdige.fasen):
                continue
            uren = uren_per_week(jeugdige.fasen[p.fase - 1].intensiteit)
            wie = (_blijft(probleem, jeugdige_id, rij, p.fase), uren)
            for week in range(max(0, p.week_van), min(probleem.horizon, p.week_tot)):
                aanwezig[p.groep_id][week].append(wie)
    for groep_id, weken in aanwezig.items():
        _groep(probleem, probleem.groepen[groep_id], weken, fouten)


def _groep(
    probleem: Probleem,
    groep: Groep,
    weken: Mapping[int, list[tuple[bool, int]]],
    fouten: list[Overtreding],
) -> None:
    meer_bewoners = mag_bedden_overschrijden(probleem, groep)
    meer_uren = mag_uren_overschrijden(probleem, groep)
    te_vol: dict[tuple[int, int], list[int]] = defaultdict(list)
    te_druk: dict[int, list[int]] = defaultdict(list)
    for week, wie in weken.items():
        allen_blijven = all(blijver for blijver, _ in wie)
        if len(wie) > groep.bedden(week) and not (meer_bewoners and allen_blijven):
            te_vol[len(wie), groep.bedden(week)].append(week)
        uren = sum(uren for _, uren in wie)
        if groep.roosteruren is not None and uren > groep.roosteruren and not (meer_uren and allen_blijven):
            te_druk[uren].append(week)
    for (aantal, bedden), wanneer in te_vol.items():
        tekst = f"{groep.id}: {aantal} jeugdigen op {bedden} bedden in week {weken_in_woorden(wanneer)}."
        fouten.append(Overtreding(1, tekst))
    for uren, wanneer in te_druk.items():
        tekst = (
            f"{groep.id}: {_uren(uren)} uur per week gevraagd van {_uren(groep.roosteruren or 0)} "
            f"in week {weken_in_woorden(wanneer)}."
        )
        fouten.append(Overtreding(7, tekst))


def _uren(honderdsten: int) -> str:
    return f"{honderdsten / 100:.2f}".replace(".", ",")


def weken_in_woorden(weken: Iterable[int]) -> str:
    """[1, 2, 3, 7] becomes '1-3, 7'."""
    reeksen: list[list[int]] = []
    for week in sorted(set(weken)):
        if reeksen and reeksen[-1][1] == week - 1:
            reeksen[-1][1] = week
        else:
            reeksen.append([week, week])
    return ", ".join(str(van) if van == tot else f"{van}-{tot}" for van, tot in reeksen)


def _paren(probleem: Probleem, rijen: Mapping[str, list[Plaatsing]], fouten: list[Overtreding]) -> None:
    """The apart_van half of rule 5."""
    for een, ander in probleem.paren_apart:
        samen = {
            week
            for p in rijen.get(een, ())
            for q in rijen.get(ander, ())
            if p.groep_id == q.groep_id
            for week in range(max(p.week_van, q.week_van), min(p.week_tot, q.week_tot))
        }
        if samen:
            tekst = f"{een} en {ander} moeten apart, maar zitten samen in week {weken_in_woorden(samen)}."
            fouten.append(Overtreding(5, tekst))
