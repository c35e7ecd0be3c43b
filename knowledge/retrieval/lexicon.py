"""Which words of the sources a word of a question may stand for, and how surely.

An exact word counts fully; its stem, a synonym, a compound that holds it (dossier: cliëntdossier) and a
near spelling count for less.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz, process

from knowledge.retrieval.synonyms import ALGEMENE_SYNONIEMEN
from knowledge.text.tokens import stem, tokenise
from knowledge.text.words import ALGEMEEN

STEM = 0.95
SYNONYM = 0.85
COMPOUND = 0.75
COMPOUND_PART = 0.5
COMPOUND_OF_SYNONYM = 0.5
SPELLING = 0.7
_SHORTEST_PART = 5


class Lexicon:
    """The words of all fragments, each as folded word; looks up what matches a word of a question."""

    def __init__(self, words: Iterable[str], synoniemen: Iterable[Iterable[str]] = ()) -> None:
        self.words = frozenset(words)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            self._by_stem[stem(word)].append(word)
        self._synonyms: dict[str, set[str]] = defaultdict(set)
        for group in (*ALGEMENE_SYNONIEMEN, *synoniemen):
            self._add_group(list(group))
        self._long_words = sorted(w for w in self.words if len(w) >= _SHORTEST_PART and not w[0].isdigit())
        self.matches = cache(self._matches)

    def _add_group(self, group: list[str]) -> None:
        """Single words of a group stand for each other; phrases only for their telling words."""
        tokens = [tokenise(entry) for entry in group]
        singles = [t[0] for t in tokens if len(t) == 1]
        for word in singles:
            for other in singles:
                if other != word:
                    self._synonyms[stem(word)].add(other)

    def _matches(self, word: str) -> dict[str, float]:
        """Words of the sources that `word` (folded) may stand for, with a weight in (0, 1]."""
        found: dict[str, float] = {}

        def add(other: str, weight: float) -> None:
            if weight > found.get(other, 0.0):
                found[other] = weight

        if word[0].isdigit():
            return {word: 1.0} if word in self.words else {}
        for form in _verb_forms(word):
            for other in self._by_stem.get(stem(form), ()):
                add(other, STEM)
        if word in self.words:
            add(word, 1.0)
        for other, weight in self._compounds(word):
            add(other, weight)
        for synonym in self._synonyms.get(stem(word), ()):
            for other in self._by_stem.get(stem(synonym), ()):
                add(other, SYNONYM)
            for other, _ in self._compounds(synonym):
                add(other, COMPOUND_OF_SYNONYM)
        if not found and len(word) >= 6:
            for other, score, _ in process.extract(
                word, self._long_words, scorer=fuzz.ratio, score_cutoff=86, limit=4
            ):
                add(other, SPELLING * score / 100)
        return found

    def _compounds(self, word: str) -> list[tuple[str, float]]:
        """Words of the sources that hold this word as a part, and less surely those that are a part of it."""
        root = _root(word)
        if len(root) < _SHORTEST_PART:
            return []
        found: list[tuple[str, float]] = []
        for other in self._long_words:
            if other == word:
                continue
            if _joins(root, other):
                found.append((other, COMPOUND))
            elif other not in ALGEMEEN and len(_root(other)) >= _SHORTEST_PART and _joins(_root(other), word):
                found.append((other, COMPOUND_PART))
        return found


def _verb_forms(word: str) -> tuple[str, ...]:
    """The word, and without the -t of a verb that the stemmer leaves on: "kiest" goes with "kiezen"."""
    if len(word) > 4 and word.endswith("t") and word[-2] not in "aeiou":
        return word, word[:-1]
    return (word,)


def _joins(part: str, whole: str) -> bool:
    """Does the compound open or close with this part."""
    if len(whole) < len(part) + 3:
        return False
    if whole.startswith(part):
        return True
    at = whole.rfind(part)
    return at > 1 and len(whole) - at - len(part) <= 3


@cache
def _root(word: str) -> str:
    """A word without its ending: "klachten" and "klacht" share one."""
    for ending in ("ingen", "en", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_PART:
            return word[: -len(ending)] + ("ing" if ending == "ingen" else "")
    return word
