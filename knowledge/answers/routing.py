"""Which documents a question is about: those it names, else the tender and what belongs to its region."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.answers.names import ZEKER, Bronnamen, Noeming
from knowledge.catalogue.models import Tender
from knowledge.retrieval.fragments import Fragment
from knowledge.text.normalise import fold
from knowledge.text.tokens import content_words

OTHER_DOCUMENT = 0.25
"""How far a find in another document of the tender's region is put back."""

_COMPARES = re.compile(
    r"\b(?:verschil\w*|vergelijk\w*|vergeleken|anders|tegenover|zowel|beide|allebei|dezelfde|hetzelfde|zelfde"
    r"|evenveel|net als|net zo|ook|meer dan|minder dan|langer|korter|hoger|lager|groter|kleiner|dan)\b"
)
_JOINS = re.compile(r"\ben\b|,|\bof\b|\bdan\b|\bmet\b|\bnet als\b|\btegenover\b")


@dataclass(frozen=True, slots=True)
class Route:
    """`bronnen`: where to look, with how far a find there is handicapped (0 for the first choice).
    `genoemd`: the question names these documents or their region itself. `namen`: the words by which it does;
    they say where to look, not what for."""

    bronnen: Mapping[str, float]
    genoemd: tuple[str, ...] = ()
    namen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Zijde:
    """One side of a comparison: what the question calls it, the words that do, and where to look.
    `regio`: words that name the tender's region beside it ("de inkoopstrategie van IJsselland")."""

    naam: str
    noemingen: tuple[Noeming, ...]
    route: Route
    regio: tuple[Noeming, ...] = ()


class Wegwijzer:
    """Reads from a question where to look for its answer."""

    def __init__(
        self, tender: Tender, fragments: Iterable[Fragment], wijzigt: Mapping[str, str] | None = None
    ) -> None:
        """`wijzigt`: per nota van inlichtingen the bron that it changes; it is searched with that bron."""
        self._tender = tender
        self._amends = wijzigt or {}
        self.namen = Bronnamen(tender, fragments)
        self._region = frozenset(content_words(tender.regio))

    @property
    def bronnen(self) -> tuple[str, ...]:
        return self.namen.bronnen

    def wijs(self, vraag: str, bron: str | None = None) -> Route:
        """Where to look for an answer. A given `bron` is the only place."""
        mentions = self.namen.in_vraag(vraag)
        if bron is not None:
            return Route({bron: 0.0}, (bron,), self._region | {m.woord for m in mentions if m.bron == bron})
        scores = _scores(mentions)
        tender_named = any(m.bron == self._tender.bron and m.stuk for m in mentions)
        chosen = [b for b, s in scores.items() if s >= ZEKER and b != self._tender.bron]
        if tender_named:
            chosen.append(self._tender.bron)
        if chosen:
            where = dict.fromkeys((*chosen, *self._amending(chosen)), 0.0)
            return Route(where, tuple(sorted(chosen)), self._words(mentions, chosen))
        return self._of_region(scores)

    def _of_region(self, scores: Mapping[str, float]) -> Route:
        """The tender first, and what belongs to its region, the less put back the clearer it is named."""
        handicaps = {b: OTHER_DOCUMENT * (1 - min(1.0, scores.get(b, 0.0))) for b in self.namen.zelfde_regio}
        first = (self._tender.bron, *self._amending([self._tender.bron]))
        return Route({**handicaps, **dict.fromkeys(first, 0.0)}, (), self._region)

    def _amending(self, bronnen: Iterable[str]) -> list[str]:
        """The nota's van inlichtingen that change one of these bronnen."""
        changed = set(bronnen)
        return [nota for nota, bron in self._amends.items() if bron in changed]

    def _words(self, mentions: Iterable[Noeming], chosen: Iterable[str]) -> frozenset[str]:
        """The words that name these documents, with the years in their names."""
        named = {m.woord for m in mentions if m.bron in set(chosen)}
        return self._region | named | {year for b in chosen for year in re.findall(r"\d{4}", b)}

    def namen_in(self, vraag: str) -> list[str]:
        """The words of a question that surely name a document or its region."""
        sure = {m.woord for m in self.namen.in_vraag(vraag) if m.kracht >= ZEKER}
        return [w for w in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", vraag) if set(content_words(w)) & sure]

    def zijden(self, vraag: str) -> tuple[Zijde, ...]:
        """The sides of a comparison of two documents or regions, in order; empty for any other question."""
        mentions = self.namen.in_vraag(vraag)
        scores = _scores(mentions)
        named = [b for b, s in scores.items() if s >= ZEKER and b != self._tender.bron]
        sides = {b: tuple(m for m in mentions if m.bron == b) for b in named}
        own = tuple(m for m in mentions if m.bron == self._tender.bron)
        if kinds := tuple(m for m in own if m.stuk):
            sides[self._tender.bron] = kinds
        elif own and named and not any(b in self.namen.zelfde_regio for b in named):
            # "de inkoopstrategie van IJsselland" names that document, not the tender beside it
            sides[self._tender.bron] = own
        if len(sides) < 2:
            return ()
        ordered = sorted(sides.items(), key=lambda item: item[1][0].begin)
        between = vraag[ordered[0][1][-1].eind : ordered[-1][1][0].begin]
        if not _COMPARES.search(fold(vraag)) and not _JOINS.search(fold(between)):
            return ()
        everything = frozenset(m.woord for m in mentions)
        return tuple(
            Zijde(_label(vraag, words), words, self._route(bron, everything), own) for bron, words in ordered
        )

    def _route(self, bron: str, named: frozenset[str]) -> Route:
        words = self._region | named | set(re.findall(r"\d{4}", bron))
        if bron == self._tender.bron:
            return Route({**self._of_region({}).bronnen}, (), words)
        return Route(dict.fromkeys((bron, *self._amending([bron])), 0.0), (bron,), words)


def _scores(mentions: Iterable[Noeming]) -> dict[str, float]:
    """Per document how clearly the words together name it, each word counted once."""
    words: dict[str, dict[str, float]] = defaultdict(dict)
    for mention in mentions:
        words[mention.bron][mention.woord] = mention.kracht
    return {bron: sum(named.values()) for bron, named in words.items()}


def _label(vraag: str, mentions: tuple[Noeming, ...]) -> str:
    """What a question calls a side: the stretch from its first to its last clear naming word."""
    clear = [m for m in mentions if m.kracht >= ZEKER] or list(mentions)
    last = clear[0]
    for mention in clear[1:]:
        if mention.begin - last.eind > len(" en de regio van "):
            break
        last = mention
    label = vraag[clear[0].begin : last.eind]
    return f"{label})" if "(" in label and ")" not in label else label
