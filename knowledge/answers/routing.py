"""Which documents a question is about: those it names, else the tender and what belongs to its region."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.catalogue.models import Tender
from knowledge.retrieval.fragments import Fragment
from knowledge.text.normalise import fold
from knowledge.text.tokens import content_words
from knowledge.text.words import ALGEMEEN

_NAME = re.compile(r"(?<![.!?:•]\s)(?<!^)(?<!\n)\b([A-ZÀ-Ý][\w’'-]{2,}|[A-Z]{3,})")
_LEAST_TIMES = 2
_COMMON_IN_TENDER = 2
_NAMED = 1.0
_HINTED = 0.5


@dataclass(frozen=True, slots=True)
class Route:
    """`bronnen`: where to look, with how far a find there is handicapped (0 for the first choice).
    `genoemd`: the question names these documents or their region itself."""

    bronnen: Mapping[str, float]
    genoemd: tuple[str, ...] = ()


class Wegwijzer:
    """Knows the names by which people speak of each document."""

    def __init__(self, tender: Tender, fragments: Iterable[Fragment]) -> None:
        self._tender = tender
        texts: dict[str, list[str]] = {}
        for fragment in fragments:
            texts.setdefault(fragment.bron, []).append(f"{fragment.titel}. {fragment.tekst}")
        self.bronnen = tuple(sorted(texts))
        self._own = Counter(t for text in texts.get(tender.bron, []) for t in content_words(text))
        self._local = {w for g in (*tender.gemeenten, tender.regio) for w in content_words(g)}
        self._names = {bron: self._name_words(bron) for bron in self.bronnen}
        self._proper = self._proper_names(texts)
        region = fold(tender.regio)
        self._same_region = {
            bron
            for bron, parts in texts.items()
            if region in fold(bron) or fold(" ".join(parts)).count(region) > 2
        }

    def _name_words(self, bron: str) -> frozenset[str]:
        """Words of a document's name that set it apart from the tender's own words."""
        return frozenset(
            w
            for w in content_words(re.sub(r"[-_.]", " ", bron))
            if len(w) > 3 and not w.isdigit() and w not in ALGEMEEN and self._own[w] <= _COMMON_IN_TENDER
        )

    def _proper_names(self, texts: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """Names (of people, places, bodies) that only one document uses, and more than once."""
        counts = {
            bron: Counter(fold(name) for text in parts for name in _NAME.findall(text))
            for bron, parts in texts.items()
        }
        used_by: dict[str, set[str]] = {}
        for bron, names in counts.items():
            for name in names:
                used_by.setdefault(name, set()).add(bron)
        return {
            name: bron
            for bron, names in counts.items()
            for name, times in names.items()
            if times >= _LEAST_TIMES and used_by[name] == {bron} and bron != self._tender.bron
            and not self._own[name] and name not in ALGEMEEN
        }  # fmt: skip

    def wijs(self, vraag: str, bron: str | None = None) -> Route:
        """Where to look for an answer. A given `bron` is the only place."""
        if bron is not None:
            return Route({bron: 0.0}, (bron,))
        named = self._named(vraag)
        chosen = [b for b, score in named.items() if score >= _NAMED]
        if chosen:
            best = max(named[b] for b in chosen)
            if self._compares(vraag):
                others = {b: 0.0 for b in chosen}
                return Route({**others, self._tender.bron: 0.0}, tuple(sorted(others)))
            return Route({b: 0.0 for b in chosen if named[b] > best - 0.5}, tuple(sorted(chosen)))
        handicaps = {b: 0.12 - 0.1 * min(1.0, named.get(b, 0.0)) for b in self._same_region}
        return Route({**handicaps, self._tender.bron: 0.0})

    def _compares(self, vraag: str) -> bool:
        plain = fold(vraag)
        return fold(self._tender.regio) in plain and bool(
            re.search(r"\b(?:verschil\w*|vergelijk\w*|anders|tegenover|zowel|ook|en)\b", plain)
        )

    def _named(self, vraag: str) -> dict[str, float]:
        """How clearly the question names each document."""
        named: dict[str, float] = {}
        for word in dict.fromkeys(content_words(vraag.replace("-", " "))):
            whole = [b for b, names in self._names.items() if word in names]
            if word in self._proper:
                whole.append(self._proper[word])
            if len(whole) == 1:
                strength = _HINTED if word in self._local else _NAMED
                named[whole[0]] = named.get(whole[0], 0.0) + strength
                continue
            partly = [b for b, names in self._names.items() if any(_kin(word, name) for name in names)]
            if not whole and len(partly) == 1:
                named[partly[0]] = named.get(partly[0], 0.0) + _HINTED
            for bron in whole if len(whole) > 1 else partly if len(partly) > 1 else ():
                named[bron] = named.get(bron, 0.0) + _HINTED / 2
        named.pop(self._tender.bron, None)
        return named


def _kin(word: str, name: str) -> bool:
    """Two names for one kind of document: raadsbrief and raadsinformatie, strategie and inkoopstrategie."""
    if len(word) < 5 or len(name) < 5:
        return False
    return word[:5] == name[:5] or name.endswith(word)
