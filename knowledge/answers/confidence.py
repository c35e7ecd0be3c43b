"""How sure it is that the sources answer a question.

Learned on questions with and without an answer: what tells them apart is not how alike question and passage
are, but whether the passage holds the telling words of the question.
"""

from collections.abc import Sequence

from knowledge.answers.kinds import Vraagsoort, past_bij
from knowledge.answers.question import Vraag
from knowledge.answers.ranking import Plaats
from knowledge.retrieval.index import Zoekwoord, aandeel
from knowledge.text.tokens import says_little

DREMPEL = 0.53
"""Least confidence for an answer."""

NO_TELLING_WORD = 0.15
"""Added where the question has only words that fit any subject, which passages seldom hold all of."""

WITHOUT_KIND, WITHOUT_AMOUNT = 0.25, 0.45
"""Taken off when a term or another figure is asked and the place holds none; an amount cannot be told
without one."""

WITHOUT_CORE = 0.2
"""Taken off when the place lacks the very thing that is asked for by name."""

_FIGURES = frozenset(
    {
        Vraagsoort.BEDRAG,
        Vraagsoort.TERMIJN,
        Vraagsoort.AANDEEL,
        Vraagsoort.AFSTAND,
        Vraagsoort.FREQUENTIE,
        Vraagsoort.LEEFTIJD,
        Vraagsoort.AANTAL,
    }
)


def zekerheid(
    vraag: Vraag, woorden: Sequence[Zoekwoord], plaats: Plaats, namen: frozenset[str] = frozenset()
) -> float:
    """0 to 1: the share of the telling words, by weight, that a place holds. `namen`: words that only say
    which document is meant. A place that the question names itself is sure."""
    if plaats.genoemd:
        return 1.0
    held = plaats.gedekt()
    telling = [
        (w, h)
        for w, h in zip(woorden, held, strict=True)
        if not says_little(w.woord) and w.woord not in namen
    ]
    if telling:
        sure = aandeel([w for w, _ in telling], [h for _, h in telling])
    else:
        sure = aandeel(woorden, held) + NO_TELLING_WORD
    if vraag.soort in _FIGURES and not any(
        past_bij(vraag.soort, k.fragment.tekst) for k in plaats.kandidaten
    ):
        sure -= WITHOUT_AMOUNT if vraag.soort is Vraagsoort.BEDRAG else WITHOUT_KIND
    if any(w.woord == vraag.kern and h < 0.5 for w, h in telling):
        sure -= WITHOUT_CORE
    return max(0.0, min(1.0, sure))


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
