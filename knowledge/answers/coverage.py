"""How much of one question texts hold: the sums of `retrieval.index` for many texts at a time.

Per question the words that each of its words may stand for are turned round once, so that a text costs no
more than the words it shares with the question.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

from knowledge.retrieval.index import IN_TITLE, Zoekwoord
from knowledge.text.tokens import content_words


class Dekking:
    """The words of one question, ready to be held against texts."""

    def __init__(
        self, woorden: Sequence[Zoekwoord], zeldzaamheid: Callable[[str], float] = lambda woord: 1.0
    ) -> None:
        """`zeldzaamheid`: how much a word of a phrase tells, for `frase`; without it all tell as much."""
        self._rarity = zeldzaamheid
        self._size = len(woorden)
        self._weights = [w.gewicht for w in woorden]
        self._total = sum(self._weights) or 1.0
        self._stands: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, word in enumerate(woorden):
            for token, sure in word.groep.items():
                self._stands[token].append((number, sure))
        self._tokens = self._stands.keys()

    def van(self, tekst: str) -> list[float]:
        """For each word of the question how surely the text holds it, 0 to 1."""
        return self._held(_token_set(tekst))

    def van_samen(self, teksten: tuple[str, ...]) -> list[float]:
        """For each word of the question how surely one of these texts holds it."""
        return self._held(samen(teksten))

    def _held(self, tokens: frozenset[str]) -> list[float]:
        held = [0.0] * self._size
        for token in self._tokens & tokens:
            for number, sure in self._stands[token]:
                if sure > held[number]:
                    held[number] = sure
        return held

    def met_titel(self, tekst: list[float], titel: list[float]) -> list[float]:
        """What text and title hold together; in the title a little less surely."""
        return [max(t, IN_TITLE * above) for t, above in zip(tekst, titel, strict=True)]

    def aandeel(self, held: Sequence[float]) -> float:
        """The share of the question, by weight, that is held."""
        return sum(w * h for w, h in zip(self._weights, held, strict=True)) / self._total

    def frase(self, frase: str) -> float:
        """How well question and a short phrase match: the harmonic mean of what each holds of the other. Rare
        words count most, on both sides."""
        tokens = _token_set(frase)
        shared = self._tokens & tokens
        if not shared:
            return 0.0
        held = self.aandeel(self.van(frase))
        rarity = self._rarity
        asked = sum(rarity(t) * max([s for _, s in self._stands[t]]) for t in shared)
        asked /= sum(map(rarity, tokens))
        return 2 * held * asked / (held + asked) if held + asked else 0.0


@lru_cache(maxsize=50_000)
def _token_set(text: str) -> frozenset[str]:
    return frozenset(content_words(text))


@lru_cache(maxsize=5_000)
def samen(teksten: tuple[str, ...]) -> frozenset[str]:
    """The words that short texts hold together. Called ahead, it spares a question the work."""
    return frozenset[str]().union(*map(_token_set, teksten))
