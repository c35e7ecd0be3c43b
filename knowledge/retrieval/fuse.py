"""Brings rankings together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

K = 20
"""Damps the lead of the first places; smaller than the usual 60, because the rankings are short."""


def reciprocal_rank(rankings: Sequence[tuple[float, Mapping[int, float]]]) -> dict[int, float]:
    """Reciprocal rank fusion of scores per document; each ranking has a weight. First in all gives 1."""
    total = sum(weight for weight, _ in rankings) or 1.0
    fused: dict[int, float] = defaultdict(float)
    for weight, scores in rankings:
        ordered = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        for rank, (number, _) in enumerate(ordered[:200]):
            fused[number] += weight / total * (K + 1) / (K + 1 + rank)
    return fused
