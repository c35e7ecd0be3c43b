"""How sure it is that the sources answer a question."""

from collections.abc import Sequence

from knowledge.answers.question import Vraag, past_bij
from knowledge.answers.ranking import Plaats
from knowledge.retrieval.index import Zoekwoord
from knowledge.text.tokens import says_little


def zekerheid(vraag: Vraag, woorden: Sequence[Zoekwoord], plaatsen: Sequence[Plaats]) -> float:
    """0 to 1: the share of the question that the best place holds, weighed by how telling each word is."""
    place = plaatsen[0]
    if place.score >= 1.2:  # the question names the place itself
        return 1.0
    near = max(k.nabij for k in place.kandidaten)
    fits = any(past_bij(vraag.soort, k.fragment.tekst) for k in place.kandidaten)
    return 0.55 * place.dekking(woorden) + 0.45 * near + 0.05 * fits


def onbekende_woorden(woorden: Sequence[Zoekwoord], plaatsen: Sequence[Plaats]) -> list[str]:
    """Telling words of the question that the best place does not hold, the rarest first (at most three)."""
    held = plaatsen[0].gedekt() if plaatsen else [0.0] * len(woorden)
    lacking = [
        w
        for w, h in zip(woorden, held, strict=True)
        if h < 0.4 and not says_little(w.woord) and len(w.woord) > 3
    ]
    return [f"'{w.woord}'" for w in sorted(lacking, key=lambda w: -w.gewicht)[:3]]
