"""How sure it is that the sources answer a question, and when to decline.

A logistic model over the signs of `evidence`, fitted on questions with and without an answer by
`scripts/ijk_weigeren.py`, in which those without count double; no sign may count the wrong way round.
"""

import math
from collections.abc import Sequence

from knowledge.answers.evidence import Aanwijzingen, aanwijzingen, waarden
from knowledge.answers.question import Vraag
from knowledge.answers.ranking import Plaats
from knowledge.catalogue.models import Tender
from knowledge.retrieval.index import Zoekwoord
from knowledge.text.tokens import says_little

DREMPEL = 0.53
"""Least confidence for an answer."""

BASIS = -5.59
GEWICHTEN = Aanwijzingen(
    alles_gedekt=1.38,
    vraagvorm=1.97,
    onbekend_ding=-0.44,
    ander_getal=0.00,
    ontbrekend_ding=-2.31,
    massa=0.00,
    score=1.88,
    voorsprong=1.32,
    zonder_cijfer=-2.02,
    zonder_enig_cijfer=-1.77,
    zonder_kern=-0.75,
    zonder_aantal=-2.84,
    zonder_naam=-2.03,
    lengte=5.13,
    gebeurd=-3.12,
)


def zekerheid(
    vraag: Vraag, woorden: Sequence[Zoekwoord], plaatsen: Sequence[Plaats], namen: frozenset[str]
) -> float:
    """The chance, 0 to 1, that the first of these places answers the question. `namen`: words that only say
    which document is meant. A place that the question names itself is sure."""
    if plaatsen[0].genoemd:
        return 1.0
    signs = waarden(aanwijzingen(vraag, woorden, plaatsen, namen))
    total = BASIS + sum(w * s for w, s in zip(waarden(GEWICHTEN), signs, strict=True))
    return 1 / (1 + math.exp(-total))


def onbekende_woorden(
    woorden: Sequence[Zoekwoord], plaats: Plaats, namen: frozenset[str] = frozenset()
) -> list[str]:
    """Telling words of the question that a place does not hold, the rarest first (at most three)."""
    lacking = [
        w
        for w, h in zip(woorden, plaats.gedekt(), strict=True)
        if h < 0.5 and not says_little(w.woord) and w.woord not in namen and len(w.woord) > 3
    ]
    return [f"'{w.woord}'" for w in sorted(lacking, key=lambda w: -w.gewicht)[:3]]


def bestaat_niet(vraag: Vraag, tender: Tender) -> str:
    """Why there can be no answer: the question names an eis, perceel, tariefgroep or level that the tender
    does not have. Empty when all that it names is there."""
    verblijf = [i.code for i in tender.intensiteiten if i.soort == "verblijf"]
    ggz = [i.code.removeprefix("GGZ-") for i in tender.intensiteiten if i.soort == "ggz"]
    known = {
        "eis": ("Eis", [e.id for e in tender.eisen]),
        "perceel": ("Perceel", [str(p.nummer) for p in tender.percelen]),
        "tg": ("Tariefgroep", [str(g.nummer) for g in tender.tariefgroepen]),
        "intensiteit": ("Intensiteit", verblijf),
        "klasse": ("Tariefklasse", ggz),
    }
    for kind, (name, values) in known.items():
        there = {v.lower() for v in (*values, *(ggz if kind == "intensiteit" else ()))}
        missing = [v.upper() for v in vraag.waarden(kind) if values and v not in there]
        if missing:
            return f"{name} {missing[0]} bestaat niet. Er zijn: {_reeksen(values)}."
    return ""


def _reeksen(values: Sequence[str]) -> str:
    """A row of codes in short: "A t/m L en 1 t/m 109"."""
    letters = [v for v in values if not v.isdigit()]
    numbers = sorted((v for v in values if v.isdigit()), key=int)
    return " en ".join(f"{part[0]} t/m {part[-1]}" for part in (sorted(letters), numbers) if part)
