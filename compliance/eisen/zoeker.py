"""Finds the terms of the catalogue in the passages of a bid.

A term is a stem or short phrase ("klachtenregel", "eigen rekening"); "a+b" asks for both a and b in one
passage or its neighbour. Words match by their beginning, numbers as a whole.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from compliance.eisen.passages import Passage
from compliance.eisen.woordgroepen import verwanten
from knowledge.text.tokens import tokenise

# The last part of a compound counts as a word from this length on: "vakantie" is found in "zomervakantie".
_STAARTLENGTE = 6
_ZIN, _BUUR, _KOP = 1.0, 0.75, 0.7
# How many words may stand between two words of a phrase: "niet (in deze) rekening".
_TUSSENWOORDEN = 2
# Sentences in a bid of ordinary length.
_GEWONE_LENGTE = 400


@dataclass(frozen=True, slots=True)
class Treffer:
    """A term found in a passage. `gewicht` grows with the rarity of its words in this bid; `niveau` is 1
    when all stands in the sentence itself, less when a neighbour or heading gives part of it."""

    passage: int
    term: str
    niveau: float
    gewicht: float


@lru_cache(maxsize=20_000)
def delen(term: str) -> tuple[tuple[str, ...], ...]:
    """The parts of a term, each as words: "accountant+eigen rekening". Who does it ("wij") may stand
    anywhere, so it is left out of a phrase."""
    found = []
    for part in term.split("+"):
        words = tokenise(part)
        telling = [word for word in words if word not in ("wij", "we")] if len(words) > 1 else words
        if telling:
            found.append(tuple(telling))
    return tuple(found)


@lru_cache(maxsize=20_000)
def varianten(term: str) -> tuple[str, ...]:
    """The term, and where it says what "wij" do also how a bid says that of itself in the third person:
    "dragen wij" is also "draagt", "waarvoor wij niet zijn ingeschreven" also "waarvoor zij niet ..."."""
    parts = [part.split() for part in term.split("+")]
    if not any({"wij", "we"} & set(words) and len(words) > 1 for words in parts):
        return (term,)
    vormen: list[list[str]] = [[]]
    for words in parts:
        anders = _derde_persoon(words) if {"wij", "we"} & set(words) else [" ".join(words)]
        vormen = [[*vorm, ander] for vorm in vormen for ander in anders]
    return tuple(dict.fromkeys([term, *("+".join(vorm) for vorm in vormen)]))


_HULPWERKWOORD = frozenset({"zijn", "hebben", "worden", "kunnen", "willen"})
_DERDE = {"zijn": "is", "hebben": "heeft", "kunnen": "kan", "willen": "wil", "doen": "doet", "gaan": "gaat"}


def _derde_persoon(words: list[str]) -> list[str]:
    """Spellings of a phrase with "wij" for another subject."""
    telling = [word for word in words if word not in ("wij", "we")]
    plaats = words.index("wij" if "wij" in words else "we")
    zonder_hulp = [word for word in telling if word not in _HULPWERKWOORD]
    if len(zonder_hulp) >= 2 and len(zonder_hulp) < len(telling):
        return [" ".join(zonder_hulp)]
    # The verb stands right before or after its subject, or at the end of the phrase.
    for werkwoord in (words[plaats - 1] if plaats else "", words[-1]):
        if (werkwoord.endswith("en") and len(werkwoord) > 4) or werkwoord in _DERDE:
            return [
                " ".join(vorm if word == werkwoord else word for word in telling)
                for vorm in _enkelvoud(werkwoord)
            ]
    return [" ".join(telling)]


def _enkelvoud(werkwoord: str) -> list[str]:
    """Third person singular of a verb in -en, in the spellings that it can have: "draagt", "regelt"."""
    if werkwoord in _DERDE:
        return [_DERDE[werkwoord]]
    stam = werkwoord.removesuffix("en")
    if stam[-1] == stam[-2]:
        vormen = [stam[:-1]]
    elif stam[-2] in "aeou" and stam[-3:-2] != stam[-2]:
        vormen = [stam, stam[:-1] + stam[-2:]]
    else:
        vormen = [stam]
    zacht = {"z": "s", "v": "f"}
    vormen = [vorm[:-1] + zacht.get(vorm[-1], vorm[-1]) for vorm in vormen]
    return [vorm if vorm.endswith("t") else vorm + "t" for vorm in vormen]


class Zoeker:
    """An index over the passages of one bid."""

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = passages
        self.woorden = [tokenise(p.tekst) for p in passages]
        self._in_zin: dict[str, dict[int, list[int]]] = defaultdict(dict)
        self._in_kop: dict[str, set[int]] = defaultdict(set)
        for p, words in zip(passages, self.woorden, strict=True):
            for place, word in enumerate(words):
                self._in_zin[word].setdefault(p.nummer, []).append(place)
            for word in _kopwoorden(p.kop):
                self._in_kop[word].add(p.nummer)
        self._woordenlijst = sorted(self._in_zin)
        self._staarten = sorted(
            (word[n:], word) for word in self._in_zin for n in range(3, len(word) - _STAARTLENGTE + 1)
        )
        self._koplijst = sorted(self._in_kop)
        self._gevonden: dict[tuple[str, ...], frozenset[int]] = {}
        self._ruim_gevonden: dict[tuple[str, ...], frozenset[int]] = {}
        self._in_koppen: dict[tuple[str, ...], frozenset[int]] = {}

    def _zeldzaamheid(self, passages: frozenset[int]) -> float:
        """How much it says that a passage is one of these. A short bid counts as one of some length: there
        a word is not common for standing in two of twenty sentences."""
        return math.log((max(len(self.passages), _GEWONE_LENGTE) + 1) / (len(passages) + 0.5))

    def zinnen_met(self, part: tuple[str, ...]) -> frozenset[int]:
        """Passages whose own sentence holds the phrase."""
        if part not in self._gevonden:
            self._gevonden[part] = frozenset(self._zoek(part))
        return self._gevonden[part]

    def ruim(self, part: tuple[str, ...]) -> frozenset[int]:
        """Passages that hold the phrase or, for a single word, another word for it."""
        if len(part) > 1 or not (anders := verwanten(part[0])):
            return self.zinnen_met(part)
        if part not in self._ruim_gevonden:
            self._ruim_gevonden[part] = self.zinnen_met(part).union(*(self.zinnen_met(a) for a in anders))
        return self._ruim_gevonden[part]

    def plaatsen(self, passage: int, part: tuple[str, ...]) -> list[int]:
        """Places (in words of the sentence) at which the phrase begins."""
        first = [
            place
            for word in _met_begin(self._woordenlijst, part[0])
            for place in self._in_zin[word].get(passage, ())
        ]
        return sorted(place for place in first if _sluit_aan(self.woorden[passage], place, part))

    def buren(self, passage: int) -> Iterator[int]:
        """The sentences before and after, as far as they stand in the same paragraph, list or row."""
        groep = self.passages[passage].groep
        for other in (passage - 1, passage + 1):
            if 0 <= other < len(self.passages) and self.passages[other].groep == groep:
                yield other

    def alinea(self, passage: int) -> list[Passage]:
        """The passage with its neighbours and theirs: what stands around it in its paragraph."""
        dichtbij = {passage, *self.buren(passage)}
        return [self.passages[n] for n in sorted(dichtbij | {b for n in dichtbij for b in self.buren(n)})]

    def zoek(self, term: str) -> Iterator[Treffer]:
        """Every passage that shows the term."""
        parts = delen(term)
        if not parts:
            return
        found = [self.ruim(part) if len(parts) > 1 else self.zinnen_met(part) for part in parts]
        if not any(found):
            return
        gewicht = sum(self._zeldzaamheid(where) for where in found)
        kandidaten = frozenset[int]().union(*found)
        for passage in sorted(kandidaten):
            niveau = self._niveau(passage, parts, found)
            if niveau:
                yield Treffer(passage, term, niveau, gewicht * niveau)

    def _niveau(self, passage: int, parts: tuple[tuple[str, ...], ...], found: list[frozenset[int]]) -> float:
        missing = [n for n, where in enumerate(found) if passage not in where]
        if not missing:
            return _ZIN
        if len(missing) == len(parts):
            return 0.0
        around = set(self.buren(passage))
        if all(found[n] & around for n in missing):
            return _BUUR
        if all(found[n] & around or passage in self._koppen_met(parts[n]) for n in missing):
            return _KOP
        return 0.0

    def in_kop(self, passage: int, part: tuple[str, ...]) -> bool:
        """Do the words of the phrase stand in the heading above the passage?"""
        return passage in self._koppen_met(part)

    def _koppen_met(self, part: tuple[str, ...]) -> frozenset[int]:
        if part not in self._in_koppen:
            sets = [
                frozenset[int]().union(*(self._in_kop[w] for w in _met_begin(self._koplijst, word)))
                for word in part
            ]
            self._in_koppen[part] = frozenset.intersection(*sets)
        return self._in_koppen[part]

    def _woorden_met(self, begin: str) -> list[str]:
        """The words of the bid that begin with this stem, and compounds of which the last part does."""
        found = list(_met_begin(self._woordenlijst, begin))
        if len(begin) >= _STAARTLENGTE and not begin[0].isdigit():
            place = bisect_left(self._staarten, (begin, ""))
            while place < len(self._staarten) and self._staarten[place][0].startswith(begin):
                found.append(self._staarten[place][1])
                place += 1
        return found

    def _zoek(self, part: tuple[str, ...]) -> Iterator[int]:
        per_word = []
        for word in part:
            sets = [self._in_zin[w].keys() for w in self._woorden_met(word)]
            if not sets:
                return
            per_word.append(set().union(*sets))
        for passage in set.intersection(*per_word):
            if len(part) == 1 or self.plaatsen(passage, part):
                yield passage


@lru_cache(maxsize=4096)
def _kopwoorden(kop: str) -> frozenset[str]:
    return frozenset(tokenise(kop))


def _met_begin(words: list[str], begin: str) -> Iterator[str]:
    place = bisect_left(words, begin)
    exact = begin[0].isdigit() or len(begin) <= 3
    while place < len(words) and words[place].startswith(begin):
        if not exact or words[place] == begin:
            yield words[place]
        place += 1


def _sluit_aan(words: list[str], place: int, part: tuple[str, ...]) -> bool:
    """Do the words of the phrase follow each other from here on?"""
    for wanted in part[1:]:
        for step in range(1, _TUSSENWOORDEN + 2):
            if place + step < len(words) and _begint(words[place + step], wanted):
                place += step
                break
        else:
            return False
    return True


def _begint(word: str, begin: str) -> bool:
    return word == begin if begin[0].isdigit() or len(begin) <= 3 else word.startswith(begin)
