"""The names by which people speak of a document or its region, and where a question uses them."""

import re
from collections import Counter
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
_KIND = re.compile(
    r"(?:strategie|document|opdracht|informatie|brief|nota|verordening|plan|visie|leidraad|bestek)$"
)
_TENDER_KIND = frozenset({"inkoopdocument", "aanbestedingsdocument", "bestek", "aanbestedingsleidraad"})

ZEKER = 1.0
_HINTED = 0.5


@dataclass(frozen=True, slots=True)
class Noeming:
    """One word of a question that names a document. `kracht`: how clearly, 1 for surely. `stuk`: it names the
    kind of document ("inkoopstrategie") rather than its region."""

    bron: str
    woord: str
    begin: int
    eind: int
    kracht: float
    stuk: bool


class Bronnamen:
    """Knows the names of each document: words of the name it was imported under, and of people, places and
    bodies that only this document speaks of."""

    def __init__(self, tender: Tender, fragments: Iterable[Fragment]) -> None:
        self._tender = tender
        texts: dict[str, list[str]] = {}
        for fragment in fragments:
            texts.setdefault(fragment.bron, []).append(fragment.tekst)
        self.bronnen = tuple(sorted(texts))
        self._own = Counter(t for text in texts.get(tender.bron, []) for t in content_words(text))
        self._local = {w for g in (*tender.gemeenten, tender.regio) for w in content_words(g)}
        self._region = frozenset(content_words(tender.regio))
        self._words = {bron: self._name_words(bron) for bron in self.bronnen}
        self._proper = self._proper_names(texts)
        region = fold(tender.regio)
        self.zelfde_regio = frozenset(
            bron
            for bron, parts in texts.items()
            if region in fold(bron) or fold(" ".join(parts)).count(region) > 2
        )

    def _name_words(self, bron: str) -> frozenset[str]:
        """Words of a document's name that set it apart from the tender's own words."""
        return frozenset(
            w
            for w in content_words(re.sub(r"[-_.]", " ", bron))
            if len(w) > 3
            and not w.isdigit()
            and (not says_little(w) or (len(w) > 8 and _KIND.search(w)))
            and (w in self._local or self._own[w] <= _COMMON_IN_TENDER)
        )

    def _proper_names(self, texts: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """Names that only one document uses, more than once, and never as a common word."""
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

    def in_vraag(self, vraag: str) -> list[Noeming]:
        """All words of a question that name a document, in order."""
        found: list[Noeming] = []
        for match in re.finditer(r"[^\W\d_]+", vraag):
            for word in content_words(match.group()):
                says = _quotes(vraag, match.start(), match.end())
                for bron, clear in self._named_by(word).items():
                    strength = max(clear, _HINTED * 2 if says and clear >= _HINTED else 0.0)
                    found.append(
                        Noeming(bron, word, match.start(), match.end(), strength, bool(_KIND.search(word)))
                    )
        return self._without_borrowed_kinds(vraag, found)

    def _named_by(self, word: str) -> dict[str, float]:
        """The documents that a word may name, with how clearly it does."""
        if word in _TENDER_KIND or word in self._region:
            return {self._tender.bron: ZEKER}
        others = {b: names for b, names in self._words.items() if b != self._tender.bron}
        whole = {b for b, names in others.items() if word in names}
        if word in self._proper:
            whole.add(self._proper[word])
        if len(whole) == 1:
            return {next(iter(whole)): _HINTED if word in self._local else ZEKER}
        partly = [b for b, names in others.items() if any(_kin(word, name) for name in names)]
        if len(partly) > 1:  # "de strategie" is that of the tender's own region
            partly = [b for b in partly if b in self.zelfde_regio] or partly
        if not whole and len(partly) == 1:
            return {partly[0]: _HINTED}
        return dict.fromkeys(whole or partly, _HINTED / 2)

    def _without_borrowed_kinds(self, vraag: str, found: list[Noeming]) -> list[Noeming]:
        """ "de inkoopstrategie van IJmond" is IJmond's, though another document carries that word as name."""
        kept: list[Noeming] = []
        for mention in found:
            bound = [
                other
                for other in found
                if mention.stuk
                and other.begin > mention.eind
                and not other.stuk
                and re.fullmatch(
                    r"\s*\(?(?:(?:van|voor|uit|in|over)\s+)?(?:(?:de|het)\s+)?(?:regio('s)?\s+|gemeenten?\s+)?",
                    vraag[mention.eind : other.begin],
                )
            ]
            if not bound or any(self._belongs(mention.bron, other.bron) for other in bound):
                kept.append(mention)
        return kept

    def _belongs(self, bron: str, other: str) -> bool:
        """Is it the same document, or do both belong to the tender's region."""
        return bron == other or (bron in self.zelfde_regio and other == self._tender.bron)


_SAYS = r"(?:denkt|vindt|zegt|schrijft|verwacht|meldt|stelt|noemt|schat)"
_BEFORE = re.compile(rf"(?:\b(?:volgens|{_SAYS}) (?:de |het )?|\((?:de |het )?)$")
_AFTER = re.compile(rf"\s{_SAYS}\b")


def _quotes(vraag: str, begin: int, eind: int) -> bool:
    """Does it ask what a document says: "volgens de strategie", "wat verwacht Dalfsen", "(strategie)"."""
    return bool(_BEFORE.search(fold(vraag[:begin])) or _AFTER.match(fold(vraag[eind:])))


def _kin(word: str, name: str) -> bool:
    """Two names for one kind of document: raadsbrief and raadsinformatie, strategie and inkoopstrategie."""
    if len(word) < 4 or len(name) < 6:
        return False
    return name.startswith(word) or name.endswith(word) or (len(word) > 5 and word[:5] == name[:5])
