"""Which words of the sources a word of a question may stand for, and how surely.

An exact word counts fully; its stem, a synonym, a compound that holds it (dossier: cliëntdossier) and a
near spelling count for less.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz, process

from knowledge.retrieval.compounds import SHORTEST_PART, Compounds, root
from knowledge.retrieval.spreektaal import SPREEKTAAL
from knowledge.retrieval.synonyms import ALGEMENE_SYNONIEMEN
from knowledge.text.tokens import says_little, stem, tokenise

STEM = 0.95
SYNONYM = 0.85
COMPOUND = 0.75
COMPOUND_PART = 0.5
COMPOUND_OF_SYNONYM = 0.5
SPOKEN = 0.7
COMPOUND_OF_SPOKEN = 0.4
SIBLING = 0.4
SPELLING = 0.7
_LARGEST_FAMILY = 12
_IG = re.compile(r"ig(?:e|er|en|d|de|heid|heden|ing|ingen|t)?$")


class Lexicon:
    """The words of all fragments, each as folded word; looks up what matches a word of a question."""

    def __init__(self, words: Iterable[str], synoniemen: Iterable[Iterable[str]] = ()) -> None:
        self.words = frozenset(words)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            self._by_stem[stem(word)].append(word)
        self._general = _by_stem(ALGEMENE_SYNONIEMEN)
        self._synonyms = _by_stem((*ALGEMENE_SYNONIEMEN, *synoniemen))
        self._joined = Compounds(self.words)
        self.matches = cache(self._matches)

    def _matches(self, word: str) -> dict[str, float]:
        """Words of the sources that `word` (folded) may stand for, with a weight in (0, 1]."""
        found: dict[str, float] = {}

        def add(other: str, weight: float) -> None:
            if weight > found.get(other, 0.0):
                found[other] = weight

        if word[0].isdigit():
            return {word: 1.0} if word in self.words else {}
        for form in _forms(word):
            for other in self._forms_of(form):
                add(other, STEM)
        if word in self.words:
            add(word, 1.0)
        if says_little(word):  # "zit" stands for no compound, nor for the treatment ZIT
            for synonym in _synonyms(self._general, word):
                for other in self._forms_of(synonym):
                    add(other, SYNONYM)
            return found
        for other, weight in self._compounds(word).items():
            add(other, weight)
        for other in self._siblings(word):
            add(other, SIBLING)
        for term in _spoken().get(stem(word), ()):
            for other in self._forms_of(term):
                add(other, SPOKEN)
            for other in self._compounds(term):
                add(other, COMPOUND_OF_SPOKEN)
        for synonym in {s for form in _forms(word) for s in _synonyms(self._synonyms, form)}:
            for other in self._forms_of(synonym):
                add(other, SYNONYM)
            for other in self._compounds(synonym):
                add(other, COMPOUND_OF_SYNONYM)
        if not found and len(word) >= 6:
            for other, score, _ in process.extract(
                word, self._joined.opening_with(""), scorer=fuzz.ratio, score_cutoff=86, limit=4
            ):
                add(other, SPELLING * score / 100)
        return found

    def _forms_of(self, word: str) -> list[str]:
        """The forms of a word that the sources hold."""
        return [other for other in self._by_stem.get(stem(word), ()) if _related(word, other)]

    def parts(self, word: str) -> tuple[str, ...]:
        """The two known words that an unknown compound is made of ("pleegzorgtarief"), or the word itself."""
        if len(word) < 9 or word in self.words or stem(word) in self._by_stem:
            return (word,)
        for cut in range(len(word) - 4, 3, -1):
            first, second = word[:cut], word[cut:]
            for left in (first, first.removesuffix("s"), first.removesuffix("en")):
                if len(left) >= 4 and self._known(left) and self._known(second):
                    return left, second
        return (word,)

    def is_verb(self, infinitive: str) -> bool:
        """Is this a verb that the sources use, or that has words that mean the same."""
        root = stem(infinitive)
        return root in self._synonyms or any(
            other[:4] == infinitive[:4] for other in self._by_stem.get(root, ())
        )

    def _known(self, word: str) -> bool:
        return word in self.words or (len(word) > 4 and stem(word) in self._by_stem)

    def _compounds(self, word: str) -> dict[str, float]:
        """Words of the sources that hold this word as a part, and less surely those that are a part of it."""
        if len(root(word)) < SHORTEST_PART:
            return {}
        parts = dict.fromkeys(self._joined.parts_of(word), COMPOUND_PART)
        return parts | dict.fromkeys(self._joined.holding(word), COMPOUND)

    def _siblings(self, word: str) -> list[str]:
        """Compounds that open with the same word: "crisisdienst" beside "crisisfunctie". A first part that
        many compounds share says too little."""
        for cut in range(len(word) - 4, SHORTEST_PART - 1, -1):
            first = word[:cut]
            if says_little(first):
                continue
            family = [o for o in self._joined.opening_with(first) if len(o) >= cut + 4]
            # A part that is no word of the sources by itself is one when words follow it: bodem+zaak.
            if first in self.words or (
                self._is_word(word[cut:]) and any(self._is_word(o[cut:]) for o in family)
            ):
                return family if len(family) <= _LARGEST_FAMILY else []
        return []

    def _is_word(self, text: str) -> bool:
        return len(text) > 3 and (text in self.words or says_little(text))


@cache
def _spoken() -> dict[str, tuple[str, ...]]:
    """Per stem of an everyday word what the field calls it."""
    return {stem(word): tuple(terms.split()) for word, terms in SPREEKTAAL.items()}


Synonyms = dict[str, dict[str, set[str]]]
"""Per stem its words, each with the words that mean the same."""


def _by_stem(groups: Iterable[Iterable[str]]) -> Synonyms:
    """Phrases in a group do not take part."""
    synonyms: Synonyms = defaultdict(lambda: defaultdict(set))
    for group in groups:
        words = [tokens[0] for entry in group if len(tokens := tokenise(entry)) == 1]
        for word in words:
            synonyms[stem(word)][word].update(other for other in words if other != word)
    return synonyms


def _synonyms(synonyms: Synonyms, word: str) -> set[str]:
    """The words that mean the same as a word, or as a form of it."""
    entries = synonyms.get(stem(word), {})
    return {other for form, others in entries.items() if _related(word, form) for other in others}


def _related(first: str, second: str) -> bool:
    """Can two words of one stem be forms of each other. The stemmer takes "ge" off where it should not, and
    so brings "gemeente" together with "mening"; and "-ig", so that "geldig" meets "geld"."""
    one, other = first.replace("ge", ""), second.replace("ge", "")
    return one[:3] == other[:3] and bool(_IG.search(first)) == bool(_IG.search(second))


def _forms(word: str) -> tuple[str, ...]:
    """The word and a form that the stemmer does not bring together with it: "financieel", "financiele"."""
    if len(word) > 6 and word.endswith("eel"):
        return word, word[:-2] + "le"
    return (word,)
