"""Which words of a vocabulary are put together with a word: klachtenregeling holds klacht.

A compound opens or closes with its part, give or take an ending of at most three letters, and is at least
three letters longer. Lookups go by sorted lists, as every word of every question passes here.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from knowledge.text.tokens import says_little

SHORTEST_PART = 5
_LONGEST_ENDING = 3
_LAST = "\uffff"


class Compounds:
    """`words`: the vocabulary; words of fewer than five letters take no part."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(w for w in words if len(w) >= SHORTEST_PART and not w[0].isdigit())
        self._backwards = sorted(
            (word[::-1][ending:], word) for word in self._words for ending in range(_LONGEST_ENDING + 1)
        )
        self._by_root: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            if len(root(word)) >= SHORTEST_PART and not says_little(word):
                self._by_root[root(word)].append(word)

    def opening_with(self, part: str) -> list[str]:
        """The words that start with these letters."""
        return self._words[bisect_left(self._words, part) : bisect_left(self._words, part + _LAST)]

    def holding(self, word: str) -> set[str]:
        """The compounds that a word is a part of."""
        part = root(word)
        if len(part) < SHORTEST_PART:
            return set()
        turned = part[::-1]
        start = bisect_left(self._backwards, (turned, ""))
        end = bisect_left(self._backwards, (turned + _LAST, ""))
        closing = {whole for _, whole in self._backwards[start:end]}
        found = {w for w in (*self.opening_with(part), *closing) if len(w) >= len(part) + 3}
        return found - {word}

    def parts_of(self, word: str) -> set[str]:
        """The words that are a part of a compound. Words that fit any subject are left out."""
        longest = len(word) - 3
        pieces = {word[:end] for end in range(SHORTEST_PART, longest + 1)} | {
            word[start:end]
            for end in range(len(word) - _LONGEST_ENDING, len(word) + 1)
            for start in range(max(2, end - longest), end - SHORTEST_PART + 1)
        }
        return {part for piece in pieces for part in self._by_root.get(piece, ())} - {word}


@cache
def root(word: str) -> str:
    """A word without its ending: "klachten" and "klacht" share one."""
    for ending in ("ingen", "en", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_PART:
            return word[: -len(ending)] + ("ing" if ending == "ingen" else "")
    return word
