"""Finds what a bid says about each eis: the passages about it, and the sub-elements they show."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from compliance.eisen.beperking import haalt_aan
from compliance.eisen.onderwerp import andere_zaken
from compliance.eisen.ontkenning import is_voornemen
from compliance.eisen.passages import Passage
from compliance.eisen.verwantschap import verwantschap_van
from compliance.eisen.zoeker import Treffer, Zoeker, varianten
from knowledge.catalogue.models import Eis
from knowledge.text.normalise import fold
from knowledge.text.tokens import stem

# A heading, row or sentence that names the eis counts as much as some rare words would.
_BAND = 10.0
_HOOGSTE_TERMGEWICHT = 12.0
_TERMAANDEEL = 0.6
_ANDER_NUMMER = 0.5
# What is left of a passage that is about something else than the hulp.
_IETS_ANDERS = 0.25
# A sentence that goes on about what the one before it named.
_VERWIJST = re.compile(r"^\W*(?:dat|die|dit|deze|zij|ze|hij|we hebben dat|daar\w*) ")
# Shorter pieces of text ("Fasehuis: nee.") are labels and answers in a form, and count for less.
_VOLLE_ZIN = 5
# Scores from which a passage is about the eis (alone enough to call it addressed), or helps to show it.
OVER_DE_EIS = 17.0
MET_TERMEN = 13.5
ZONDER_TERMEN = 20.0
HELPT_MEE = 11.0
# Enough for a passage under the same heading as one that is about the eis.
BIJ_ELKAAR = 6.0
# Below this share a passage is another eis' own, and says only in passing something of this one.
_EIGEN_DEEL = 0.65


@dataclass(slots=True)
class Vondst:
    """A passage with its score for one eis, and the sub-elements whose terms it holds."""

    passage: Passage
    score: float
    aandeel: float
    """How well it fits this eis beside the eis it fits best: 1 when this is that eis."""
    onderdelen: dict[str, Treffer] = field(default_factory=dict)
    verplicht: frozenset[str] = frozenset()
    """Keys of the sub-elements that the eis asks of every bidder."""
    genoemd: bool = False
    """The heading, row or sentence names this eis by number."""

    @property
    def is_voornemen(self) -> bool:
        """Is it a plan for later, or only what the eis asks? It addresses the eis, but shows nothing."""
        return is_voornemen(self.passage.tekst) or haalt_aan(self.passage.tekst)

    @property
    def toont(self) -> bool:
        """Does it hold a term of a sub-element that is asked of all (and not just of a norm)?"""
        return bool(self.verplicht & self.onderdelen.keys())

    @property
    def toont_zelf(self) -> bool:
        """Does the sentence hold such a term without help of its neighbours or heading?"""
        return any(
            self.onderdelen[sleutel].niveau == 1.0 for sleutel in self.verplicht & self.onderdelen.keys()
        )


@dataclass(slots=True)
class Bewijsvoering:
    """All that the bid says about one eis, best passage first."""

    eis: Eis
    vondsten: list[Vondst] = field(default_factory=list)
    kenmerkend: frozenset[str] = frozenset()
    """The stems by which the eis is known among the others."""

    @property
    def score(self) -> float:
        return self.vondsten[0].score if self.vondsten else 0.0

    @property
    def behandeld(self) -> bool:
        """Is the eis addressed specifically? Not by a passage that fits another eis far better."""
        return any(
            (v.genoemd or v.aandeel >= _EIGEN_DEEL)
            and v.score
            >= (MET_TERMEN if v.toont_zelf else OVER_DE_EIS if v.toont or v.genoemd else ZONDER_TERMEN)
            for v in self.vondsten
        )

    @property
    def getoond(self) -> frozenset[str]:
        """Keys of the sub-elements shown: their terms stand in a passage about this eis."""
        secties = {v.passage.sectie for v in self.vondsten if v.score >= OVER_DE_EIS}
        return frozenset(
            sleutel
            for v in self.vondsten
            if not v.is_voornemen
            and (
                v.score >= OVER_DE_EIS
                or (v.genoemd and v.score >= HELPT_MEE)
                or (v.passage.sectie in secties and v.score >= (BIJ_ELKAAR if v.aandeel > 0.9 else HELPT_MEE))
            )
            for sleutel in v.onderdelen
        )

    @property
    def dragend(self) -> list[Vondst]:
        """The passages that help to show it."""
        return [v for v in self.vondsten if v.score >= HELPT_MEE]


class Bewijszoeker:
    """Weighs all passages of a bid against all eisen that apply to it.

    Passages are contested: one that fits another eis better counts for less.
    """

    def __init__(self, passages: list[Passage], eisen: Iterable[Eis]) -> None:
        self.passages = passages
        self.zoeker = Zoeker(passages)
        eisen = tuple(eisen)
        self._verwantschap = verwantschap_van(tuple(eisen))
        self._scores = [self._scores_van(p) for p in passages]
        self._per_eis: dict[str, list[int]] = defaultdict(list)
        for p, scores in zip(passages, self._scores, strict=True):
            best = max(scores.values(), default=0.0)
            for id, score in scores.items():
                if score >= 0.5 * best:
                    self._per_eis[id].append(p.nummer)

    def _scores_van(self, passage: Passage) -> dict[str, float]:
        buren = [self.passages[n] for n in self.zoeker.buren(passage.nummer)]
        return self._verwantschap.scores(passage, buren)

    def zoek(self, eis: Eis) -> Bewijsvoering:
        """The passages about this eis."""
        treffers: dict[int, dict[str, Treffer]] = defaultdict(dict)
        for sleutel, termen in _termen(eis):
            for term in termen:
                for treffer in (t for vorm in varianten(term) for t in self.zoeker.zoek(vorm)):
                    known = treffers[treffer.passage].get(sleutel)
                    if known is None or treffer.gewicht > known.gewicht:
                        treffers[treffer.passage][sleutel] = treffer
        kandidaten = set(treffers) | set(self._per_eis[eis.id])
        kandidaten |= {p.nummer for p in self.passages if eis.id in p.eisen}
        vondsten = []
        verplicht = frozenset(o.sleutel for o in eis.onderdelen if o.verplicht)
        for nummer in kandidaten:
            passage, gevonden = self.passages[nummer], treffers.get(nummer, {})
            eigen, aandeel = self._past_bij(eis, passage)
            score = _weeg(eis, passage, gevonden, eigen, aandeel)
            if self._over_iets_anders(eis, passage):
                score *= _IETS_ANDERS
            genoemd = eis.id in passage.eisen
            vondsten.append(Vondst(passage, score, aandeel, gevonden, verplicht, genoemd))
        vondsten.sort(key=lambda v: (-v.score, v.passage.nummer))
        return Bewijsvoering(eis, vondsten, self._verwantschap.kenmerkend(eis.id))

    def _over_iets_anders(self, eis: Eis, passage: Passage) -> bool:
        """Does the sentence, or the one it goes on from, speak of staff, a building or another's work, of
        which the eis says nothing? One that names the eis does not."""
        if eis.id in passage.eisen:
            return False
        anders = andere_zaken(passage.tekst)
        for buur in () if anders else self.zoeker.buren(passage.nummer):
            if buur < passage.nummer and _VERWIJST.match(fold(passage.tekst)):
                anders = andere_zaken(self.passages[buur].tekst)
        eigen = self._verwantschap.stammen(eis.id)
        return any(stem(woord) not in eigen for woord in anders if woord) or "" in anders

    def _past_bij(self, eis: Eis, passage: Passage) -> tuple[float, float]:
        """Score of the passage's words for this eis, and its share of the score for the best eis."""
        scores = self._scores[passage.nummer]
        eigen, best = scores.get(eis.id, 0.0), max(scores.values(), default=0.0)
        return eigen, eigen / best if best else 0.0


def _termen(eis: Eis) -> Iterator[tuple[str, tuple[str, ...]]]:
    """All terms that tie a passage to the eis, by what they show: its sub-elements by their key, its norms
    and its opposite under keys that no sub-element has."""
    for onderdeel in eis.onderdelen:
        yield onderdeel.sleutel, onderdeel.termen
    for nummer, norm in enumerate(eis.normen):
        yield f"norm:{nummer}", tuple(term for term in norm.termen if "+" in term)
    yield "tegendeel:", eis.tegendeel


def _weeg(eis: Eis, passage: Passage, treffers: dict[str, Treffer], eigen: float, aandeel: float) -> float:
    termen = sum(min(t.gewicht, _HOOGSTE_TERMGEWICHT) for t in treffers.values())
    score = eigen * aandeel + _TERMAANDEEL * termen * max(aandeel, 0.3)
    woorden = sum(any(teken.isalpha() for teken in woord) for woord in passage.tekst.split())
    lengte = min(woorden / _VOLLE_ZIN, 1.0)
    if eis.id in passage.eisen:
        return (score + _BAND) * lengte
    return score * lengte * (_ANDER_NUMMER if passage.eisen else 1.0)
