"""Which documents a question is about: those it names, else the tender and what belongs to its region."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.catalogue.models import Tender
from knowledge.retrieval.fragments import Fragment
from knowledge.text.normalise import fold
from knowledge.text.tokens import content_words, says_little

_NAME = re.compile(r"(?<![.!?:•]\s)(?<!^)(?<!\n)\b([A-ZÀ-Ý][\w’'-]{2,}|[A-Z]{3,})")
_COMMON_WORD = re.compile(r"\b[a-zà-ÿ]{3,}\b")
_LEAST_TIMES = 2
_COMMON_IN_TENDER = 2
OTHER_DOCUMENT = 0.25
"""How far a find in another document of the tender's region is put back."""

_NAMED = 1.0
_HINTED = 0.5


@dataclass(frozen=True, slots=True)
class Route:
    """`bronnen`: where to look, with how far a find there is handicapped (0 for the first choice).
    `genoemd`: the question names these documents or their region itself. `namen`: the words by which it does;
    they say where to look, not what for."""

    bronnen: Mapping[str, float]
    genoemd: tuple[str, ...] = ()
    namen: frozenset[str] = frozenset()


class Wegwijzer:
    """Knows the names by which people speak of each document."""

    def __init__(self, tender: Tender, fragments: Iterable[Fragment]) -> None:
        self._tender = tender
        texts: dict[str, list[str]] = {}
        for fragment in fragments:
            texts.setdefault(fragment.bron, []).append(fragment.tekst)
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
            if len(w) > 3
            and not w.isdigit()
            and not says_little(w)
            and (w in self._local or self._own[w] <= _COMMON_IN_TENDER)
        )

    def _proper_names(self, texts: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """Names (of people, places, bodies) that only one document uses, more than once, and never as a
        common word."""
        common = {w for parts in texts.values() for text in parts for w in _COMMON_WORD.findall(text)}
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
            and not self._own[name] and not says_little(name) and name not in common
        }  # fmt: skip

    def wijs(self, vraag: str, bron: str | None = None) -> Route:
        """Where to look for an answer. A given `bron` is the only place."""
        named = self._named(vraag)
        scores = {b: sum(words.values()) for b, words in named.items()}
        region = frozenset(content_words(self._tender.regio))
        if bron is not None:
            return Route({bron: 0.0}, (bron,), region | frozenset(named.get(bron, ())))
        chosen = [b for b, score in scores.items() if score >= _NAMED]
        if chosen:
            chosen = [b for b in chosen if scores[b] > max(scores.values()) - _NAMED]
            where = dict.fromkeys(chosen, 0.0)
            if self._compares(vraag):
                where[self._tender.bron] = 0.0
            names = frozenset(w for b in chosen for w in (*named[b], *re.findall(r"\d{4}", b)))
            return Route(where, tuple(sorted(where)), region | names)
        handicaps = {b: OTHER_DOCUMENT * (1 - min(1.0, scores.get(b, 0.0))) for b in self._same_region}
        return Route({**handicaps, self._tender.bron: 0.0}, (), region)

    def namen_in(self, vraag: str) -> list[str]:
        """The words of a question that surely name a document or its region."""
        named = self._named(vraag)
        sure = {w for words in named.values() for w, clear in words.items() if clear >= _NAMED}
        sure |= set(content_words(self._tender.regio))
        return [w for w in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", vraag) if set(content_words(w)) & sure]

    def _compares(self, vraag: str) -> bool:
        plain = fold(vraag)
        return fold(self._tender.regio) in plain and bool(
            re.search(r"\b(?:verschil\w*|vergelijk\w*|anders|tegenover|zowel|ook|en)\b", plain)
        )

    def _named(self, vraag: str) -> dict[str, dict[str, float]]:
        """Per document the words of the question that name it, with how clearly they do."""
        named: dict[str, dict[str, float]] = defaultdict(dict)
        for word in dict.fromkeys(content_words(vraag)):
            whole = {b for b, names in self._names.items() if word in names}
            if word in self._proper:
                whole.add(self._proper[word])
            if len(whole) == 1:
                named[next(iter(whole))][word] = _HINTED if word in self._local else _NAMED
                continue
            partly = [b for b, names in self._names.items() if any(_kin(word, name) for name in names)]
            if not whole and len(partly) == 1:
                named[partly[0]][word] = _HINTED
            for bron in whole if len(whole) > 1 else partly if len(partly) > 1 else ():
                named[bron][word] = _HINTED / 2
        named.pop(self._tender.bron, None)
        return named


def _kin(word: str, name: str) -> bool:
    """Two names for one kind of document: raadsbrief and raadsinformatie, strategie and inkoopstrategie."""
    if len(word) < 4 or len(name) < 6:
        return False
    return name.startswith(word) or name.endswith(word) or (len(word) > 5 and word[:5] == name[:5])
