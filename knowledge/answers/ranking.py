"""Puts the places that were found in order: how much of the question they hold, close together, and whether
they hold the kind of thing that is asked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from knowledge.answers.coverage import Dekking
from knowledge.answers.kinds import CIJFERS, Vraagsoort, past_bij
from knowledge.answers.question import Vraag
from knowledge.answers.routing import Route
from knowledge.retrieval.fragments import Fragment
from knowledge.retrieval.index import Index, Treffer, Zoekwoord, aandeel
from knowledge.text.codes import Code, find_codes
from knowledge.text.sentences import sentences

RANK, COVERAGE, CLOSENESS = 0.35, 0.3, 0.35
"""Weights of the fused rank, the words held by the fragment, and those held by its best two sentences."""

KIND, FIGURE = 0.12, 0.18
CODE = 0.12
PARTICULAR = 0.08
"""What an entry about one or two percelen loses when the question names none."""
SECOND = 0.12
CATALOGUE = 0.03
DEFINITION = 0.3
PHRASE, ASKED = 0.38, 0.52
AS_ASKED, AGREED = 0.7, 0.2
"""How surely a fragment speaks of a word that people ask for it with, and what a second question adds."""
MEANING = 0.25
NAMED_PLACE = 1.0

_EXPLAINS = ("definitie", "vorm", "voorziening")
"""Kinds of fragment that tell what something is."""

_PLACE_CODES = {"eis": "eis {}", "bijlage": "bijlage {}", "paragraaf": "§{}", "hoofdstuk": "hoofdstuk {}"}


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A fragment with its score."""

    fragment: Fragment
    score: float
    dekking: tuple[float, ...]
    """For each word of the question how surely the fragment holds it."""
    vraagvorm: float | None = None
    """How well the question matches the nearest that the fragment is known to answer; None without those."""


@dataclass(slots=True)
class Plaats:
    """All that was found at one place."""

    bron: str
    vindplaats: str
    score: float
    kandidaten: list[Kandidaat] = field(default_factory=list)
    genoemd: bool = False
    """The question names this place itself: "eis 36", "bijlage XII"."""

    def dekking(self, woorden: Sequence[Zoekwoord]) -> float:
        """The share of the question, by weight, that the place holds."""
        return aandeel(woorden, self.gedekt())

    def gedekt(self) -> list[float]:
        """For each word of the question how surely the place holds it."""
        return [max(values) for values in zip(*(k.dekking for k in self.kandidaten), strict=True)]


def rangschik(index: Index, vraag: Vraag, woorden: Sequence[Zoekwoord], route: Route) -> list[Plaats]:
    """Places that may answer the question, best first."""
    found = index.zoek(woorden, route.bronnen, vraag.codes, vraag.tekst)
    places: dict[tuple[str, str], list[Kandidaat]] = defaultdict(list)
    named = {_PLACE_CODES[c.soort].format(c.waarde) for c in vraag.codes if c.soort in _PLACE_CODES}
    cover = Dekking(woorden, index.zeldzaamheid)
    for hit in found:
        candidate = _candidate(index, vraag, cover, hit, named)
        places[hit.fragment.plaats].append(candidate)
    ordered = [
        _place(bron, vindplaats, candidates, route.bronnen[bron], vindplaats.lower() in named)
        for (bron, vindplaats), candidates in places.items()
    ]
    ordered.sort(key=lambda p: (-p.score, p.bron, p.vindplaats))
    return ordered


def _place(bron: str, vindplaats: str, candidates: list[Kandidaat], handicap: float, named: bool) -> Plaats:
    candidates.sort(key=lambda k: -k.score)
    score = candidates[0].score
    # A second find at the place speaks for it, most of all when catalogue and source agree.
    other = next((k for k in candidates if k.fragment.catalogus != candidates[0].fragment.catalogus), None)
    if other:
        score += SECOND * other.score
    return Plaats(bron, vindplaats, score - handicap, candidates, named)


def _candidate(index: Index, vraag: Vraag, cover: Dekking, hit: Treffer, named: set[str]) -> Kandidaat:
    fragment = hit.fragment
    above = cover.van(f"{fragment.titel}; {fragment.zoektekst}")
    held = cover.met_titel(cover.van(fragment.tekst), above)
    asked = cover.van_samen(fragment.vragen)
    matches = sorted(map(cover.frase, fragment.vragen), reverse=True)
    close, stretch = _best_stretch(cover, fragment, vraag.soort)
    fits = past_bij(vraag.soort, " ".join(stretch))
    codes = index.codes(hit.nummer)
    score = (
        RANK * hit.score
        + COVERAGE * cover.aandeel([max(h, AS_ASKED * q) for h, q in zip(held, asked, strict=True)])
        + CLOSENESS * close
        + (FIGURE if vraag.soort in CIJFERS else KIND) * (fits and vraag.soort is not Vraagsoort.OPEN)
        - PARTICULAR * _particular(vraag, fragment)
        + (CODE * len(vraag.codes & codes) / len(vraag.codes) if vraag.codes else 0.0)
        + CATALOGUE * fragment.catalogus
        + NAMED_PLACE * (fragment.vindplaats.lower() in named) / max(1, len(named))
        + max(PHRASE * _best_phrase(cover, fragment), ASKED * _as_asked(matches))
        + MEANING * hit.betekenis
    )
    if vraag.soort is Vraagsoort.BEGRIP and fragment.soort in _EXPLAINS:
        score += DEFINITION * cover.aandeel(cover.van(fragment.titel.split(" – ")[0]))
    return Kandidaat(fragment, score, tuple(held), matches[0] if matches else None)


def _particular(vraag: Vraag, fragment: Fragment) -> bool:
    """Is a fragment only about one or two percelen, where the question names none."""
    if not fragment.catalogus or any(c.soort == "perceel" for c in vraag.codes):
        return False
    return 0 < sum(c.soort == "perceel" for c in _codes(fragment.titel)) <= 2


@lru_cache(maxsize=5_000)
def _codes(text: str) -> frozenset[Code]:
    return find_codes(text)


def _best_phrase(cover: Dekking, fragment: Fragment) -> float:
    """How well the nearest heading, or one of the search terms, matches the question as a whole."""
    title = fragment.titel.split(" – ")
    phrases = [title[-1], *fragment.zoektekst.split("; ")] if fragment.zoektekst else [title[0], title[-1]]
    return max(cover.frase(phrase) for phrase in phrases)


def _as_asked(matches: Sequence[float]) -> float:
    """How well the nearest of the questions that a fragment is known to answer matches this one, and a little
    the next nearest: two that agree are no chance. `matches`: the best first."""
    first, second, *_ = (*matches, 0.0, 0.0)
    return (1 - AGREED) * first + AGREED * second


@lru_cache(maxsize=5_000)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(sentences(text))


def _best_stretch(cover: Dekking, fragment: Fragment, soort: Vraagsoort) -> tuple[float, tuple[str, ...]]:
    """The one or two sentences that hold most of the question, and how much (0 to 1)."""
    parts = _sentences(fragment.tekst)
    above = cover.van(fragment.titel)
    held = [cover.met_titel(cover.van(part), above) for part in parts]
    fits = [past_bij(soort, part) for part in parts]
    best, close = -1.0, 0.0
    chosen: tuple[str, ...] = ()
    for start in range(len(parts)):
        for size in (1, 2):
            if start + size > len(parts):
                continue
            share = cover.aandeel([max(values) for values in zip(*held[start : start + size], strict=True)])
            value = share - 0.03 * (size - 1) + 0.2 * any(fits[start : start + size])
            if value > best:
                best, chosen, close = value, parts[start : start + size], share
    return close, chosen
