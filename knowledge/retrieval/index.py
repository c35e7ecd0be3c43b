"""Hybrid search over fragments: BM25 on words and what stands for them (forms, synonyms, compounds), BM25 on
exact words, and where it is installed search by meaning, fused by reciprocal rank. What each part adds stands
in docs/zoeken.md."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge.retrieval.bm25 import Bm25, counted, idf
from knowledge.retrieval.fragments import Fragment
from knowledge.retrieval.fuse import reciprocal_rank
from knowledge.retrieval.lexicon import Lexicon
from knowledge.retrieval.uitdrukkingen import uitdrukkingen
from knowledge.retrieval.verbs import rejoined
from knowledge.text.codes import Code, find_codes
from knowledge.text.tokens import content_words, says_little, telling

if TYPE_CHECKING:
    from knowledge.retrieval.dense import Dense

TITLE, TEXT, SEARCH_TERMS, ASKED = 2.0, 1.0, 1.5, 0.7
"""How much a word counts in the title, the text, the search terms and the questions of a fragment."""

WORDS, EXACT, MEANING = 1.0, 0.5, 1.0
"""Weights of the rankings."""

CODES = 0.3
"""Added to the fused rank of a fragment that names all codes of the question."""

IN_TITLE = 0.85
"""How surely a text is about a word that only its title holds."""

MOST = 30
"""Fragments that a search gives at most."""

SAYING = 0.8
"""How surely a saying ("uit huis moeten") stands for a word of the field."""

COMMON = 0.05
"""What a word counts at least that stands nearly everywhere."""

WEAK = 0.1
"""What a word counts that names the document it is asked of."""


@dataclass(frozen=True, slots=True)
class Zoekwoord:
    """A word of a question. `gewicht`: how much it tells, from its rarity (at most 1). `groep`: words of the
    sources that it may stand for, with how surely; empty when the sources do not know it."""

    woord: str
    gewicht: float
    groep: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Treffer:
    """A fragment found. `score`: fused rank; 1 is first in every ranking. `betekenis`: how close it is to the
    question in meaning, from 0 (as an average fragment) to 1 (the closest of all); 0 without vectors."""

    nummer: int
    fragment: Fragment
    score: float
    betekenis: float = 0.0


class Index:
    """Searchable fragments. Building takes about a second per thousand fragments.

    `dense` holds a likeness for each of them (see meaning.py); without it words alone decide.
    """

    def __init__(
        self,
        fragments: Sequence[Fragment],
        synoniemen: Iterable[Iterable[str]] = (),
        dense: "Dense | None" = None,
    ) -> None:
        self.fragments = tuple(fragments)
        self.dense = dense
        bags: list[Counter[str]] = []
        self._codes: list[frozenset[Code]] = []
        for f in self.fragments:
            title, text, terms = map(content_words, (f.titel, f.tekst, f.zoektekst))
            asked = content_words(" ".join(f.vragen))
            bags.append(
                counted(title, TITLE)
                + counted(text, TEXT)
                + counted(terms, SEARCH_TERMS)
                + counted(asked, ASKED)
            )
            self._codes.append(find_codes(f"{f.vindplaats}. {f.titel}. {f.tekst}. {f.zoektekst}"))
        self._words = Bm25(bags)
        self.lexicon = Lexicon({token for bag in bags for token in bag}, synoniemen)
        self._rarity: dict[str, float] = {}

    def zoekwoorden(self, tekst: str, bronnen: Container[str], zwak: Container[str] = ()) -> list[Zoekwoord]:
        """The telling words of a question, each once, weighed by their rarity in these bronnen; `zwak` are
        words that tell little here."""
        weak: dict[str, bool] = {}
        asked = content_words(rejoined(tekst, self.lexicon.is_verb))
        for word, following in zip(asked, [*asked, ""][1:], strict=True):
            if len(word) > 1 or word.isdigit():
                names = word in zwak or (following in zwak and says_little(word))  # "regio IJsselland"
                for part in self.lexicon.parts(word):
                    weak.setdefault(part, names)
        words = list(weak)
        groups = [dict(self.lexicon.matches(word)) for word in words]
        for position in range(len(words) - 1):
            joined = words[position] + words[position + 1]
            if joined in self.lexicon.words:  # the sources write these two words as one
                groups[position][joined] = groups[position + 1][joined] = 1.0
        for saying, terms in uitdrukkingen(tekst):
            self._join(words, groups, weak, set(content_words(saying)), terms)
        inside = {n for n, f in enumerate(self.fragments) if f.bron in bronnen}
        top = idf(len(inside), 0)
        found: list[Zoekwoord] = []
        for word, group in zip(words, groups, strict=True):
            rarity = idf(len(inside), len(inside & self._words.documents_with(group))) / top
            weight = rarity * (WEAK if weak[word] else telling(word))
            found.append(Zoekwoord(word, max(0.02, weight), group))
        return found

    def _join(
        self,
        words: list[str],
        groups: list[dict[str, float]],
        weak: dict[str, bool],
        saying: set[str],
        terms: Sequence[str],
    ) -> None:
        """Make one word of those of a saying, which may also stand for these terms."""
        inside = [n for n, word in enumerate(words) if word in saying]
        meant = {other: SAYING * sure for term in terms for other, sure in self.lexicon.matches(term).items()}
        if not inside:
            words.append(terms[0])
            groups.append(meant)
            weak[terms[0]] = False
            return
        first = max(inside, key=lambda n: telling(words[n]))
        for other, sure in meant.items():
            groups[first][other] = max(sure, groups[first].get(other, 0.0))
        for n in sorted(inside, reverse=True):
            if n != first and says_little(words[n]):
                del words[n], groups[n]

    def zoek(
        self,
        woorden: Sequence[Zoekwoord],
        bronnen: Container[str],
        codes: frozenset[Code] = frozenset(),
        vraag: str = "",
    ) -> list[Treffer]:
        """Fragments of these bronnen that hold something of the question, at most `MOST`, best first.

        `vraag`: the question as it was put, for search by meaning.
        """
        groups = [w.groep for w in woorden]
        exact = [{w.woord: 1.0} for w in woorden]
        rankings = [
            (WORDS, self._within(self._words.scores(groups), bronnen)),
            (EXACT, self._within(self._words.scores(exact), bronnen)),
        ]
        meaning = self._meaning(vraag, bronnen)
        if meaning:
            rankings.append((MEANING, meaning))
        fused = reciprocal_rank(rankings)
        for number, own in enumerate(self._codes):
            if codes & own and self.fragments[number].bron in bronnen:
                fused[number] = fused.get(number, 0.0) + CODES * len(codes & own) / len(codes)
        best = sorted(fused, key=lambda n: (-fused[n], n))[:MOST]
        return [Treffer(n, self.fragments[n], fused[n], meaning.get(n, 0.0)) for n in best]

    def _meaning(self, question: str, bronnen: Container[str]) -> dict[int, float]:
        """How close the fragments of these bronnen are to the question, of those closer than average; empty
        where that is not known. Raw likeness cannot be compared between questions, so it is set against
        the average and the closest."""
        likeness = self.dense.likeness(question) if self.dense and question else None
        if likeness is None:
            return {}
        close = {n: float(likeness[n]) for n, f in enumerate(self.fragments) if f.bron in bronnen}
        if not close:
            return {}
        average, top = sum(close.values()) / len(close), max(close.values())
        return {n: (value - average) / (top - average) for n, value in close.items() if value > average}

    def zeldzaamheid(self, woord: str) -> float:
        """How much a word of the sources tells, from its rarity in all of them (above 0, at most 1)."""
        known = self._rarity.get(woord)
        if known is None:
            size = len(self.fragments)
            rarity = idf(size, len(self._words.documents_with([woord]))) / idf(size, 0)
            known = self._rarity[woord] = max(COMMON, rarity) * telling(woord)
        return known

    def codes(self, nummer: int) -> frozenset[Code]:
        """The codes that fragment number `nummer` names."""
        return self._codes[nummer]

    def _within(self, scores: dict[int, float], bronnen: Container[str]) -> dict[int, float]:
        return {n: s for n, s in scores.items() if self.fragments[n].bron in bronnen}


def gedekt(woorden: Sequence[Zoekwoord], tekst: str, titel: str = "") -> list[float]:
    """For each word of a question how surely the text holds it (0 to 1); in the title a little less."""
    tokens, above = _token_set(tekst), _token_set(titel)
    return [max(_held(w.groep, tokens), IN_TITLE * _held(w.groep, above)) for w in woorden]


def _held(group: Mapping[str, float], tokens: frozenset[str]) -> float:
    """How surely some tokens hold one of a group of words."""
    found = group.keys() & tokens
    return max([group[t] for t in found]) if found else 0.0


def aandeel(woorden: Sequence[Zoekwoord], held: Sequence[float]) -> float:
    """The share of a question, by weight, that is held."""
    total = sum(w.gewicht for w in woorden) or 1.0
    return sum(w.gewicht * h for w, h in zip(woorden, held, strict=True)) / total


def frasemaat(woorden: Sequence[Zoekwoord], frase: str) -> float:
    """How well a question and a short phrase (title, search term) match: the harmonic mean of the share of
    the question that the phrase holds and the share of the phrase that the question holds."""
    tokens = _token_set(frase)
    if not tokens:
        return 0.0
    held = aandeel(woorden, gedekt(woorden, frase))
    asked = sum(max((w.groep.get(t, 0.0) for w in woorden), default=0.0) for t in tokens) / len(tokens)
    return 2 * held * asked / (held + asked) if held + asked else 0.0


@lru_cache(maxsize=20_000)
def _token_set(text: str) -> frozenset[str]:
    return frozenset(content_words(text))
