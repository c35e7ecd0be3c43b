"""Whether the plan treats children alike: waiting, distance and places by gemeente, urgency and intensity.

The report can only compare on what the plan may know. Descent, sex, age, belief, income, health and such
are not in the input (eis 21), so no choice can rest on them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from matcher.domein import Jeugdige, Probleem
from matcher.intensiteit import INTENSITEITEN
from matcher.plan import Plan
from matcher.regels import LANGSTE_WACHT, afstand_tot
from matcher.wachttijd import URGENTIENAAM

KLEIN = 5
"""A group of fewer children says little: chance decides, and it may point to one child."""

KENMERKEN: tuple[tuple[str, Callable[[Jeugdige], str]], ...] = (
    ("gemeente", lambda j: j.gemeente or "onbekend"),
    ("urgentie", lambda j: f"{j.urgentie} ({URGENTIENAAM[j.urgentie]})"),
    ("intensiteit", lambda j: j.fasen[0].intensiteit),
)
"""On what children are compared: a name, and how it is read from a child. `intensiteit` is of phase 1."""


@dataclass(frozen=True)
class Deel:
    """Children who have one thing in common. Residents count in `aantal` and distance, not in waiting.

    `wachtenden`: those who ask for a place; of these `zonder_plek` have none. `wachten_gemiddeld` and
    `wachten_hoogst`: weeks between wanted and planned start of those who have a place. `km_gemiddeld`: from
    home to each groep in the plan. None where nobody counts.
    """

    naam: str
    aantal: int
    wachtenden: int
    zonder_plek: int
    wachten_gemiddeld: float | None
    wachten_hoogst: int | None
    km_gemiddeld: float | None

    @property
    def klein(self) -> bool:
        """Whether too few children ask for a place to read anything from the figures."""
        return self.wachtenden < KLEIN


@dataclass(frozen=True)
class Verslag:
    """The whole, and the same by each thing on which children are compared."""

    totaal: Deel
    per_kenmerk: tuple[tuple[str, tuple[Deel, ...]], ...]

    def opvallend(self) -> list[str]:
        """What stands out, in plain Dutch: parts (not the small ones) well above the whole."""
        uit = []
        for kenmerk, delen in self.per_kenmerk:
            for deel in delen:
                if not deel.klein and (wat := _boven(deel, self.totaal)):
                    uit.append(f"{kenmerk} {deel.naam}: {' en '.join(wat)} dan gemiddeld.")
        return uit

    def to_json(self) -> dict[str, Any]:
        return {
            "totaal": _deel_json(self.totaal),
            **{f"per_{kenmerk}": [_deel_json(deel) for deel in delen] for kenmerk, delen in self.per_kenmerk},
            "opvallend": self.opvallend(),
        }


def eerlijkheid(probleem: Probleem, plan: Plan) -> Verslag:
    """Compare how children fare in a plan (one that keeps the rules; see `matcher.check`)."""
    meting = _Meting(probleem, plan)
    wie = list(probleem.jeugdigen.values())
    per_kenmerk = []
    for kenmerk, lees in KENMERKEN:
        per_naam: dict[str, list[Jeugdige]] = {}
        for jeugdige in wie:
            per_naam.setdefault(lees(jeugdige), []).append(jeugdige)
        namen = sorted(per_naam, key=_rang)
        per_kenmerk.append((kenmerk, tuple(meting.deel(naam, per_naam[naam]) for naam in namen)))
    return Verslag(meting.deel("allen", wie), tuple(per_kenmerk))


def _rang(naam: str) -> tuple[int, str]:
    """Intensities in the order of the scale, all else by name."""
    return (INTENSITEITEN.index(naam) if naam in INTENSITEITEN else 0, naam)


class _Meting:
    def __init__(self, probleem: Probleem, plan: Plan) -> None:
        self.probleem = probleem
        self.rijen = plan.per_jeugdige

    def deel(self, naam: str, wie: Iterable[Jeugdige]) -> Deel:
        wie = list(wie)
        wachtenden = [j for j in wie if not j.bewoner]
        geplaatst = [j for j in wachtenden if j.id in self.rijen]
        weken = [self.rijen[j.id][0].week_van - j.start for j in geplaatst]
        km = [
            afstand_tot(j, self.probleem.groepen[p.groep_id]) for j in wie for p in self.rijen.get(j.id, ())
        ]
        return Deel(
            naam=naam,
            aantal=len(wie),
            wachtenden=len(wachtenden),
            zonder_plek=len(wachtenden) - len(geplaatst),
            wachten_gemiddeld=_gemiddelde(weken),
            wachten_hoogst=max(weken, default=None),
            km_gemiddeld=_gemiddelde(km),
        )


def _gemiddelde(getallen: list[float] | list[int]) -> float | None:
    return sum(getallen) / len(getallen) if getallen else None


def _boven(deel: Deel, totaal: Deel) -> list[str]:
    """Where a part is well above the whole: half as much again, and by more than a trifle."""
    wat = []
    if _ruim(deel.wachten_gemiddeld, totaal.wachten_gemiddeld, 1.0):
        wat.append("wacht langer")
    if _ruim(deel.km_gemiddeld, totaal.km_gemiddeld, 3.0):
        wat.append("woont verder van huis")
    zonder = deel.zonder_plek / deel.wachtenden if deel.wachtenden else None
    allen = totaal.zonder_plek / totaal.wachtenden if totaal.wachtenden else None
    if deel.zonder_plek > 1 and _ruim(zonder, allen, 0.05):
        wat.append("heeft vaker geen plek")
    return wat


def _ruim(hier: float | None, allen: float | None, ten_minste: float) -> bool:
    return hier is not None and allen is not None and hier > 1.5 * allen and hier - allen > ten_minste


def _deel_json(deel: Deel) -> dict[str, Any]:
    def rond(getal: float | None) -> float | None:
        return None if getal is None else round(getal, 2)

    return {
        "naam": deel.naam,
        "aantal": deel.aantal,
        "wachtenden": deel.wachtenden,
        "zonder_plek": deel.zonder_plek,
        "wachten_gemiddeld": rond(deel.wachten_gemiddeld),
        "wachten_hoogst": deel.wachten_hoogst,
        "km_gemiddeld": rond(deel.km_gemiddeld),
        "klein": deel.klein,
    }


def in_woorden(verslag: Verslag) -> list[str]:
    """The report as lines of plain Dutch for a terminal."""
    regels = [_KOP, _regel(verslag.totaal)]
    for kenmerk, delen in verslag.per_kenmerk:
        regels += ["", f"Per {kenmerk}", _KOP, *(_regel(deel) for deel in delen)]
    regels.append("")
    if any(deel.klein for _, delen in verslag.per_kenmerk for deel in delen):
        regels.append(
            f"* Minder dan {KLEIN} kinderen vragen hier een plek. Trek daar geen conclusies uit: "
            "toeval telt dan zwaar, en het cijfer kan naar een kind te herleiden zijn."
        )
    opvallend = verslag.opvallend()
    if opvallend:
        regels += ["Wat opvalt (vraag na hoe dat komt; het kan ook door het aanbod komen):"]
        regels += [f"- {tekst}" for tekst in opvallend]
    else:
        regels.append("Geen groep van betekenis wacht duidelijk langer of woont duidelijk verder weg.")
    regels.append(
        f"Wachten telt voor wie een plek krijgt; langer dan {LANGSTE_WACHT} weken geldt als geen plek."
    )
    regels.append(
        "Het plan kent geen afkomst, geslacht, leeftijd, geloof, geaardheid, inkomen of gezondheid (eis 21)."
    )
    return regels


_KOP = f"  {'':22}{'kinderen':>9}{'vragen':>8}{'zonder':>8}{'wachten':>9}{'langst':>8}{'afstand':>10}"


def _regel(deel: Deel) -> str:
    def getal(waarde: float | None, eenheid: str) -> str:
        return "-" if waarde is None else f"{waarde:.1f}{eenheid}".replace(".", ",")

    hoogst = "-" if deel.wachten_hoogst is None else f"{deel.wachten_hoogst} wk"
    return (
        f"{'*' if deel.klein else ' '} {deel.naam:22}{deel.aantal:9}{deel.wachtenden:8}{deel.zonder_plek:8}"
        f"{getal(deel.wachten_gemiddeld, ' wk'):>9}{hoogst:>8}{getal(deel.km_gemiddeld, ' km'):>10}"
    )
