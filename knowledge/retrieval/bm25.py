"""BM25 over bags of words, with groups of words counted as one (a word and what may stand for it)."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

K1 = 1.2
B = 0.6


class Bm25:
    """Index of documents given as counts of tokens (counts may be fractions: weighted fields)."""

    def __init__(self, documents: Sequence[Mapping[str, float]]) -> None:
        self.size = len(documents)
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        lengths = [sum(d.values()) for d in documents]
        average = sum(lengths) / max(1, len(lengths)) or 1.0
        self._norm = [K1 * (1 - B + B * length / average) for length in lengths]
        for number, document in enumerate(documents):
            for token, count in document.items():
                self._postings[token].append((number, count))

    def documents_with(self, tokens: Iterable[str]) -> set[int]:
        """Documents that hold one of the tokens."""
        return {number for token in tokens for number, _ in self._postings.get(token, ())}

    def scores(self, groups: Sequence[Mapping[str, float]]) -> dict[int, float]:
        """Score per document, for a query of groups of tokens with a weight each."""
        totals: dict[int, float] = defaultdict(float)
        for group in groups:
            counts: dict[int, float] = defaultdict(float)
            for token, weight in group.items():
                for number, count in self._postings.get(token, ()):
                    counts[number] += weight * count
            if not counts:
                continue
            rarity = idf(self.size, len(counts))
            strength = max(group.values())
            for number, count in counts.items():
                totals[number] += strength * rarity * count * (K1 + 1) / (count + self._norm[number])
        return totals


def idf(documents: int, holding: int) -> float:
    """Weight of a word that `holding` of so many documents hold."""
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))


def counted(tokens: Sequence[str], weight: float = 1.0) -> Counter[str]:
    """Counts of tokens, each counting `weight`."""
    counts: Counter[str] = Counter()
    for token in tokens:
        counts[token] += weight  # type: ignore[assignment]
    return counts
