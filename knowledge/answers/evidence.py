"""What speaks for and against a place as the answer to a question, as numbers.

What tells questions with an answer from those without is not how alike question and passage are, but which
words the passage lacks, whether it holds the kind of thing that is asked beside the words of the question,
and how far it stands out from the next best.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields

from knowledge.answers.coverage import Dekking
from knowledge.answers.kinds import CIJFERS, Vraagsoort, past_bij
from knowledge.answers.question import Vraag
from knowledge.answers.ranking import Plaats
from knowledge.retrieval.index import Zoekwoord, aandeel, gedekt
from knowledge.text.normalise import fold
from knowledge.text.sentences import sentences
from knowledge.text.tokens import says_little, stem

_BEFORE_NOUN = frozenset(
    """
    een de het geen welke welk hoeveel van elke iedere voor op met eigen bij aan over in onze mijn jullie haar
    """.split()  # noqa: SIM905
)
_NUMBER = re.compile(
    r"\d[\d.,]*|één|eén|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|geen|minimaal|maximaal"
)
_ASKS_ADDRESS = re.compile(r"\bwelk adres\b|\bwat is het adres\b|\bin welke straat\b")
_ADDRESS = re.compile(r"\b\d{4} ?[A-Z]{2}\b|(?:straat|laan|weg|plein|kade|singel|gracht) \d|[Pp]ostbus")
_ASKS_NAME = re.compile(r"^(?:hoe (?:heet|heten)\b|wie (?:is|zijn|was|waren|won|heeft|hebben|zit|zitten)\b)")
_NAME = re.compile(r"(?<=[a-z,;:(] )[A-ZÀ-Ý][\w’'-]+")
_HAPPENED = re.compile(
    r"\b(?:heeft|hebben|zijn|is|werd|werden)\b.*\b(?:gewonnen|ingeschreven|binnengekomen|ingediend|gecontracteerd"
    r"|ontvangen|aangemeld|afgewezen|uitgevallen|stonden|verdien\w*)\b|\b(?:won|stonden)\b"
)


LONG = 120
"""Characters of a long question."""
NOT_KNOWN = 0.4
"""How well questions match on average."""
SAME_THING = 0.7
"""How surely a word of the source must stand for the thing that is counted."""
AS_ASKED = 0.85
"""How surely a place speaks of a word that people ask for it with."""
NEAR_PLACES, NEAR_SCORE = 4, 0.75
"""How far down, and how near the first in score, a place with the figure is taken for it."""


@dataclass(frozen=True, slots=True)
class Aanwijzingen:
    """The signs, most from 0 to 1."""

    alles_gedekt: float
    """The share, by weight, of the question's words that the place holds, or that people ask for it with."""
    vraagvorm: float
    """How well the question as a whole matches one that the place is known to answer; an average match where
    none is known, as in a document that was just imported."""
    onbekend_ding: float
    """How many things (nouns) the question names that no source speaks of."""
    ander_getal: float
    """1 when the question names a number or year that the place does not hold."""
    ontbrekend_ding: float
    """The weight of the things it names that the place does not hold."""
    massa: float
    """The weight of its words that the place holds: many rare words found together are no chance."""
    score: float
    """Its rank, in which words close together count most (see `ranking`)."""
    voorsprong: float
    """How far the place scores above the next one."""
    zonder_cijfer: float
    """1 when a figure is asked and those sentences hold none of that kind."""
    zonder_enig_cijfer: float
    """1 when a figure is asked and nothing that the place says holds one of that kind."""
    zonder_kern: float
    """1 when the place lacks the very thing that is asked for by name."""
    zonder_aantal: float
    """1 when a count is asked and the place counts no such thing."""
    zonder_naam: float
    """1 when a name or address is asked and those sentences hold none."""
    lengte: float
    """How long the question is: who tells more names more that a place need not hold."""
    gebeurd: float
    """1 when it is asked how something turned out: documents of before do not tell."""


NAMEN = tuple(f.name for f in fields(Aanwijzingen))


def waarden(aanwijzingen: Aanwijzingen) -> tuple[float, ...]:
    return astuple(aanwijzingen)


def met_cijfer_voorop(
    vraag: Vraag, woorden: Sequence[Zoekwoord], plaatsen: Sequence[Plaats], namen: frozenset[str]
) -> Sequence[Plaats]:
    """The places, for a question after a figure with the first that tells one beside its words in front of
    those that do not, when it ranks about as high."""
    if vraag.soort not in CIJFERS | {Vraagsoort.MOMENT} or not plaatsen or plaatsen[0].genoemd:
        return plaatsen
    known = [w for w in woorden if w.groep and not says_little(w.woord) and w.woord not in namen]
    for position, place in enumerate(plaatsen[:NEAR_PLACES]):
        near = place.score >= NEAR_SCORE * plaatsen[0].score
        if near and _tells(vraag.soort, _best_stretch(known or list(woorden), place, vraag.soort)):
            return [place, *plaatsen[:position], *plaatsen[position + 1 :]]
    return plaatsen


_DATE = re.compile(
    r"\b\d{1,2} (?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*|\b20[12]\d\b|\b(?:na|in|vanaf) jaar \d"
)


def _tells(soort: Vraagsoort, stretch: str) -> bool:
    """Does a stretch tell the figure or, of a moment, a date."""
    return bool(_DATE.search(fold(stretch))) if soort is Vraagsoort.MOMENT else past_bij(soort, stretch)


def aanwijzingen(
    vraag: Vraag, woorden: Sequence[Zoekwoord], plaatsen: Sequence[Plaats], namen: frozenset[str]
) -> Aanwijzingen:
    """The signs for the first of the places. `namen`: words that only say which document is meant."""
    place = plaatsen[0]
    cover = Dekking(woorden)
    asked = tuple(question for candidate in place.kandidaten for question in candidate.fragment.vragen)
    held = dict(zip((w.woord for w in woorden), _held(cover, place, asked), strict=True))
    telling = [w for w in woorden if not says_little(w.woord) and w.woord not in namen]
    things = set(_things(vraag.tekst))
    known = [w for w in telling if w.groep]
    unknown = [w for w in telling if not w.groep]
    stretch = _best_stretch(known or list(woorden), place, vraag.soort)
    second = plaatsen[1].score if len(plaatsen) > 1 else 0.0
    return Aanwijzingen(
        alles_gedekt=aandeel(telling, [held[w.woord] for w in telling]) if telling else 0.5,
        vraagvorm=max((k.vraagvorm for k in place.kandidaten if k.vraagvorm is not None), default=NOT_KNOWN),
        onbekend_ding=min(2.0, sum(_is_thing(w.woord, things) for w in unknown)),
        ander_getal=float(any(w.woord[0].isdigit() and held[w.woord] < 0.5 for w in woorden)),
        ontbrekend_ding=min(
            1.5, sum(w.gewicht * (1 - held[w.woord]) for w in known if _is_thing(w.woord, things))
        ),
        massa=min(2.0, sum(w.gewicht * held[w.woord] for w in known)),
        score=place.score,
        voorsprong=min(0.5, place.score - second),
        zonder_cijfer=float(vraag.soort in CIJFERS and not past_bij(vraag.soort, stretch)),
        zonder_enig_cijfer=float(vraag.soort in CIJFERS and not _anywhere(vraag.soort, place)),
        zonder_kern=float(bool(vraag.kern) and vraag.kern not in namen and held.get(vraag.kern, 1.0) < 0.5),
        zonder_aantal=float(not _counts(vraag, woorden, place)),
        zonder_naam=float(_lacks_name(fold(vraag.tekst), stretch, namen)),
        lengte=min(1.0, len(vraag.tekst) / LONG),
        gebeurd=float(bool(_HAPPENED.search(fold(vraag.tekst)))),
    )


def _held(cover: Dekking, place: Plaats, asked: tuple[str, ...]) -> list[float]:
    """For each word of the question how surely the place holds it, or the questions that it answers do."""
    said = cover.van_samen(asked)
    return [max(own, AS_ASKED * other) for own, other in zip(place.gedekt(), said, strict=True)]


def _anywhere(soort: Vraagsoort, place: Plaats) -> bool:
    return any(past_bij(soort, candidate.fragment.tekst) for candidate in place.kandidaten)


def _lacks_name(question: str, stretch: str, namen: frozenset[str]) -> bool:
    """Is a name or address asked, and does a stretch hold none but what the question knows already?"""
    if _ASKS_ADDRESS.search(question):
        return _ADDRESS.search(stretch) is None
    told = (fold(name) for name in _NAME.findall(stretch))
    return _ASKS_NAME.search(question) is not None and all(name in question or name in namen for name in told)


def _things(text: str) -> Iterator[str]:
    """Words that stand where a noun stands: after an article or preposition, an adjective between."""
    words = re.findall(r"[^\W\d_]+", fold(text))
    for position, word in enumerate(words):
        before = words[max(0, position - 2) : position]
        if before and (
            before[-1] in _BEFORE_NOUN
            or (len(before) == 2 and before[0] in _BEFORE_NOUN and before[1].endswith("e"))
        ):
            yield word


def _is_thing(word: str, things: set[str]) -> bool:
    return word in things or any(len(word) > 3 and word in thing for thing in things)


def _best_stretch(woorden: Sequence[Zoekwoord], place: Plaats, soort: Vraagsoort) -> str:
    """The one or two sentences at the place that hold most of these words."""
    best, chosen = -1.0, ""
    for candidate in place.kandidaten[:4]:
        parts = sentences(candidate.fragment.tekst)
        for start in range(len(parts)):
            text = " ".join(parts[start : start + 2])
            held = aandeel(woorden, gedekt(woorden, text, candidate.fragment.titel))
            value = held + 0.1 * past_bij(soort, text)
            if value > best:
                best, chosen = value, text
    return chosen


def _counts(vraag: Vraag, woorden: Sequence[Zoekwoord], place: Plaats) -> bool:
    """Does the place count the thing whose number is asked; true when no number is asked."""
    if vraag.soort is not Vraagsoort.AANTAL or not vraag.kern:
        return True
    same = next((w.groep for w in woorden if w.woord == vraag.kern), {})
    roots = {stem(vraag.kern), *(stem(word) for word, sure in same.items() if sure >= SAME_THING)}
    for candidate in place.kandidaten:
        words = re.findall(r"\w+", candidate.fragment.tekst.lower())
        for position, word in enumerate(words):
            near = words[max(0, position - 4) : position + 4]
            if stem(fold(word)) in roots and any(_NUMBER.fullmatch(w) for w in near):
                return True
    return False
