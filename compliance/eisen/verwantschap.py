"""Which eisen a passage speaks about: its words against the words of each eis (BM25), with more weight for
words that few eisen use."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from compliance.eisen.passages import Passage
from knowledge.catalogue.models import Eis
from knowledge.text.tokens import stems

_K1, _B = 1.2, 0.4
_VELDGEWICHT = {
    "onderwerp": 3,
    "zoektermen": 2,
    "onderdelen": 2,
    "samenvatting": 1,
    "termen": 1,
    "synoniemen": 1,
}
_KOP, _BUUR = 0.5, 0.25
# A small catalogue counts as one of this many eisen: a word is no less telling for it.
_GEWOON_AANTAL = 80
# A word in the text of no more eisen than this tells which one is meant.
_WEINIG_EISEN = 6


class Verwantschap:
    """Scores passages against eisen. A score has no fixed scale; compare scores of one passage."""

    def __init__(self, eisen: Iterable[Eis]) -> None:
        self._gewichten: dict[str, dict[str, float]] = defaultdict(dict)
        self._stammen: dict[str, frozenset[str]] = {}
        self._kenmerkend: dict[str, frozenset[str]] = {}
        counts = {eis.id: _woorden_van(eis) for eis in eisen}
        average = sum(sum(c.values()) for c in counts.values()) / max(len(counts), 1)
        seen = Counter(stem for c in counts.values() for stem in c)
        for id, c in counts.items():
            length = 1 - _B + _B * sum(c.values()) / max(average, 1)
            for stem, n in c.items():
                rarity = math.log(
                    1 + (max(len(counts), _GEWOON_AANTAL) - seen[stem] + 0.5) / (seen[stem] + 0.5)
                )
                self._gewichten[stem][id] = rarity * n * (_K1 + 1) / (n + _K1 * length)

    def stammen(self, id: str) -> frozenset[str]:
        """All stems of this eis."""
        if id not in self._stammen:
            self._stammen[id] = frozenset(s for s, eisen in self._gewichten.items() if id in eisen)
        return self._stammen[id]

    def kenmerkend(self, id: str) -> frozenset[str]:
        """The stems by which this eis is known: few other eisen use them."""
        if id not in self._kenmerkend:
            self._kenmerkend[id] = frozenset(
                stem for stem, eisen in self._gewichten.items() if id in eisen and len(eisen) <= _WEINIG_EISEN
            )
        return self._kenmerkend[id]

    def scores(self, passage: Passage, buren: Iterable[Passage] = ()) -> dict[str, float]:
        """Score by id of every eis that shares a word with the passage, its heading or its neighbours."""
        query: dict[str, float] = {}
        for text, weight in [
            *((buur.tekst, _BUUR) for buur in buren), (passage.kop, _KOP), (passage.tekst, 1.0)
        ]:  # fmt: skip
            for stem in _stems(text):
                query[stem] = max(weight, query.get(stem, 0.0))
        scores: dict[str, float] = defaultdict(float)
        for stem, weight in query.items():
            for id, value in self._gewichten.get(stem, {}).items():
                scores[id] += weight * value
        return scores


@lru_cache(maxsize=16)
def verwantschap_van(eisen: tuple[Eis, ...]) -> Verwantschap:
    """Made once for the same eisen: it depends on nothing else."""
    return Verwantschap(eisen)


@lru_cache(maxsize=50_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def _woorden_van(eis: Eis) -> Counter[str]:
    velden = {
        "onderwerp": eis.onderwerp,
        "zoektermen": " ".join(eis.zoektermen),
        "onderdelen": " ".join(o.samenvatting for o in eis.onderdelen),
        "samenvatting": eis.samenvatting,
        "synoniemen": " ".join(word for group in eis.synoniemen for word in group),
    }
    count: Counter[str] = Counter()
    for veld, tekst in velden.items():
        for stem in stems(tekst):
            count[stem] += _VELDGEWICHT[veld]
    for stem in {stem for o in eis.onderdelen for term in o.termen for stem in stems(term.replace("+", " "))}:
        count[stem] += _VELDGEWICHT["termen"]
    return count
