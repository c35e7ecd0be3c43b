"""The same year under both policies, for one seed or several, and what came of it as figures and words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from matcher.simulatie.maten import Maten
from matcher.simulatie.naspelen import Verloop
from matcher.wachttijd import wachttijd_in_woorden


@dataclass(frozen=True)
class Jaarpaar:
    """One year, twice: under the greedy practice and looking ahead."""

    seed: int
    aankomsten: int
    praktijk: Verloop
    vooruit: Verloop


@dataclass(frozen=True)
class Maat:
    """A line of the comparison: its words, how to read it from a year, and whether it is a share (in %)."""

    naam: str
    woorden: str
    lees: Callable[[Verloop], float]
    aandeel: bool = False


def _deel(teller: Callable[[Maten], int]) -> Callable[[Verloop], float]:
    def lees(verloop: Verloop) -> float:
        totaal = verloop.totaal
        return 100 * teller(totaal) / totaal.plekken if totaal.plekken else 0.0

    return lees


MATEN = (
    Maat("verplaatsingen", "Verplaatsingen", lambda v: v.totaal.verplaatsingen),
    Maat("vermijdbaar", "  waarvan door een betere keuze te vermijden", lambda v: vermijdbaar(v)),
    Maat("wachtweken", "Weken gewacht, alle kinderen samen", lambda v: v.totaal.wachtweken),
    Maat("binnen_15_km", "Nieuwe plek binnen 15 km van huis", _deel(lambda m: m.binnen_15_km), True),
    Maat("in_kring", "Nieuwe plek in de regio of binnen 15 km ervan", _deel(lambda m: m.in_kring), True),
    Maat("kgw", "Nieuwe plek kleinschalig (KGW)", _deel(lambda m: m.kgw), True),
    Maat("gestart", "Kinderen die een plek kregen", lambda v: v.totaal.gestart),
    Maat("zonder_plek", "Kinderen zonder plek aan het eind", lambda v: zonder_plek(v)),
    Maat("toezegging_gewijzigd", "Toegezegde start die anders werd", lambda v: v.totaal.toezegging_gewijzigd),
    Maat("verlengd", "Weken langer gebleven, geen vervolgplek", lambda v: v.totaal.verlengd),
    Maat("punten", "Punten volgens de gewichten", lambda v: v.totaal.punten),
)


def vermijdbaar(verloop: Verloop) -> int:
    """Moves beyond those that the rules asked whatever was free."""
    return verloop.totaal.verplaatsingen - verloop.onvermijdelijk


def zonder_plek(verloop: Verloop) -> int:
    """Children who wanted to begin in the year and have no place at its end, or left without one."""
    return len(verloop.wachtend) + verloop.totaal.zonder_plek


@dataclass(frozen=True)
class Uitslag:
    """One line over all seeds: mean of both, mean difference, and the least and greatest difference."""

    maat: Maat
    praktijk: float
    vooruit: float
    laagste: float
    hoogste: float

    @property
    def verschil(self) -> float:
        return self.vooruit - self.praktijk


def uitslagen(jaren: Sequence[Jaarpaar]) -> list[Uitslag]:
    """The comparison line by line. Differences are looking ahead less practice, of the same year."""
    uit = []
    for maat in MATEN:
        paren = [(float(maat.lees(j.praktijk)), float(maat.lees(j.vooruit))) for j in jaren]
        verschillen = [vooruit - praktijk for praktijk, vooruit in paren]
        uit.append(
            Uitslag(
                maat,
                sum(p for p, _ in paren) / len(paren),
                sum(v for _, v in paren) / len(paren),
                min(verschillen),
                max(verschillen),
            )
        )
    return uit


LANGST = 5
"""Children who wait longest of whom the words tell."""


def in_woorden(jaren: Sequence[Jaarpaar], weken: int, gewichten: Mapping[str, int]) -> list[str]:
    """The comparison as a table in plain Dutch for a terminal. `gewichten`: those of planning."""
    meer = len(jaren) > 1
    kop = f"{'':48}{'praktijk':>10}{'vooruit':>10}{'verschil':>10}" + (
        "   laagste tot hoogste" if meer else ""
    )
    regels = [
        f"{weken} weken, {'gemiddeld over ' + str(len(jaren)) + ' jaren' if meer else '1 jaar'}; "
        f"beide met precies dezelfde kinderen ({', '.join(str(j.aankomsten) for j in jaren)} nieuw).",
        kop,
    ]
    for u in uitslagen(jaren):
        eind = f"   {getal(u.laagste, u.maat, True)} tot {getal(u.hoogste, u.maat, True)}" if meer else ""
        regels.append(
            f"{u.maat.woorden:48}{getal(u.praktijk, u.maat):>10}{getal(u.vooruit, u.maat):>10}"
            f"{getal(u.verschil, u.maat, True):>10}{eind}"
        )
    regels += ["", *_per_periode(jaren[0], weken)]
    if wachtend := jaren[0].vooruit.wachtend[:LANGST]:
        regels += [
            "",
            "Wie bij vooruitzien aan het eind het langst wacht, en hoe zwaar dat in het plan telt:",
        ]
        regels += [
            f"  {w.jeugdige_id}: {wachttijd_in_woorden(gewichten, w.urgentie, w.weken)}" for w in wachtend
        ]
    return regels


PERIODE = 4
"""Weeks to a line of the table over time."""


def _per_periode(paar: Jaarpaar, weken: int) -> list[str]:
    regels = [f"Per {PERIODE} weken (jaar met seed {paar.seed}): praktijk / vooruit"]
    regels.append(f"  {'week':>8}{'verplaatsingen':>18}{'wachten nu':>16}{'nieuwe plekken':>18}")
    for van in range(0, weken, PERIODE):
        tot = min(van + PERIODE, weken)
        stukken = [sum(v.weken[van:tot], Maten()) for v in (paar.praktijk, paar.vooruit)]
        nu = [v.weken[tot - 1].wachtweken for v in (paar.praktijk, paar.vooruit)]
        regels.append(
            f"  {f'{van + 1}-{tot}':>8}"
            f"{f'{stukken[0].verplaatsingen} / {stukken[1].verplaatsingen}':>18}"
            f"{f'{nu[0]} / {nu[1]}':>16}{f'{stukken[0].plekken} / {stukken[1].plekken}':>18}"
        )
    return regels


def getal(waarde: float, maat: Maat, teken: bool = False) -> str:
    """'12,5%' or '312'; with `teken` a difference: '+12,5'."""
    cijfers = 1 if maat.aandeel or (abs(waarde) < 100 and waarde != int(waarde)) else 0
    tekst = f"{waarde:{'+' if teken else ''}.{cijfers}f}".replace(".", ",")
    return f"{tekst}%" if maat.aandeel and not teken else tekst


def als_json(jaren: Sequence[Jaarpaar], weken: int, instellingen: Mapping[str, Any]) -> dict[str, Any]:
    """All figures: settings, the comparison, and every week of every year under both policies."""
    return {
        "weken": weken,
        "instellingen": dict(instellingen),
        "vergelijking": {
            u.maat.naam: {
                "praktijk": round(u.praktijk, 2),
                "vooruit": round(u.vooruit, 2),
                "verschil": round(u.verschil, 2),
                "verschil_laagste": round(u.laagste, 2),
                "verschil_hoogste": round(u.hoogste, 2),
            }
            for u in uitslagen(jaren)
        },
        "jaren": [
            {
                "seed": j.seed,
                "aankomsten": j.aankomsten,
                "praktijk": _verloop_json(j.praktijk),
                "vooruit": _verloop_json(j.vooruit),
            }
            for j in jaren
        ],
    }


def _verloop_json(verloop: Verloop) -> dict[str, Any]:
    return {
        "totaal": {m.naam: round(float(m.lees(verloop)), 2) for m in MATEN},
        "onvermijdelijk": verloop.onvermijdelijk,
        "wacht_nog": [
            {"jeugdige_id": w.jeugdige_id, "urgentie": w.urgentie, "weken": w.weken} for w in verloop.wachtend
        ],
        "per_week": [
            {"week": week, **{f.name: getattr(maten, f.name) for f in fields(maten)}}
            for week, maten in enumerate(verloop.weken)
        ],
    }
