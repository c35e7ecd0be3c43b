"""Yes or no, only where a rule surely says so.

A question asks whether something may, must or need be; a rule permits, forbids, obliges or exempts. When both
speak of the same act the answer follows from that table; when the rule names a condition it "depends". In
every doubt (another actor, a word the rule does not hold, a number it does not name, two modals that differ,
a negation in the question) nothing is said and the rule stands by itself. A wrong yes is worse than none.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from knowledge.answers.kinds import Vraagsoort
from knowledge.answers.question import Vraag
from knowledge.retrieval.index import Zoekwoord, gedekt
from knowledge.text.codes import find_codes
from knowledge.text.normalise import fold
from knowledge.text.tokens import content_words, says_little
from knowledge.text.tokens import telling as weight_of


class Oordeel(StrEnum):
    JA = "Ja."
    NEE = "Nee."
    HANGT_AF = "Dat hangt ervan af."


class _Regel(StrEnum):
    MAG = "permits"
    VERBOD = "forbids"
    PLICHT = "obliges"
    VRIJ = "exempts"


_MAY = re.compile(r"^(?:en |maar |dus )?(?:mag|mogen|mocht|kan|kun|kunnen)\b")
_MUST = re.compile(
    r"^(?:en |maar |dus )?(?:moet|moeten|dient|dienen|hoef|hoeft|hoeven|ben ik verplicht|is het verplicht)\b"
)
_ABILITY = re.compile(r"^(?:en |maar |dus )?(?:kan|kun|kunnen)\b")
_BELONGS = re.compile(
    r"^(?:en |maar |dus )?(?:valt|vallen|hoort|horen|behoort|behoren)\b.*\b(?:onder|bij|tot|binnen)\b"
)
_EACH = re.compile(r"\b(?:elke?|alle|altijd|iedere?|iedereen|overal|nooit|volledig|helemaal)\b")
_WHEN = re.compile(r"\b(?:na|voor|tijdens|vanaf|tot|binnen|sinds|buiten|naast|via|per|volgens)\b")
"""Words of a question that narrow its case: the rule must narrow it with the same word."""
_NEGATED = re.compile(
    r"\b(?:niet|geen|nooit|nergens|niemand|zonder|alleen|slechts|uitsluitend|enkel|meer|meerdere|minder|anders)\b"
)
"""A negation, or a word that turns the case round as easily."""
_CONDITION = re.compile(
    r"\b(?:tenzij|behalve|mits|alleen|slechts|uitsluitend|enkel|zolang|pas|zodra|wanneer|indien|in overleg"
    r"|toestemming|hoogstens|tot en met|afhankelijk|meestal|in principe|in beginsel|bij voorkeur|soms"
    r"|eenmalig|eenmaal|een keer|om redenen|vanwege|op grond van|wegens|bij elke|zo nodig|waar nodig"
    r"|tot|vanaf|na|tijdens|binnen|uiterlijk|sinds|nadat|voordat|totdat"
    r"|als (?:de|het|een|er|u|ik|wij|zij|hij|dat|die|deze|dit|daar|iemand|geen|alle|beide|men)\b)\b"
)
_EXCEPTION = re.compile(r"\buitzondering\w*\b")
_CLAUSE = re.compile(r"[,;:.]\s+|\s+(?:maar|tenzij|behalve|omdat|want|terwijl|zodat|waarbij)\s+")
_SAYS: tuple[tuple[_Regel, re.Pattern[str]], ...] = (
    (
        _Regel.VRIJ,
        re.compile(
            r"\bhoe(?:f|ft|ven)\b.*\b(?:niet|geen)\b|\bniet (?:verplicht|nodig|vereist)\b"
            r"|\bgeen verplichting\b"
        ),
    ),
    (
        _Regel.VERBOD,
        re.compile(
            r"\b(?:mag|mogen|kan|kunnen)\b.*\b(?:niet|geen|nooit)\b|\bverboden\b"
            r"|\bniet (?:toegestaan|mogelijk)\b"
            r"|\b(?:niet|geen|nooit)\b.*\b(?:mag|mogen|kan|kunnen)\b"
        ),
    ),
    (_Regel.PLICHT, re.compile(r"\b(?:moet|moeten|dient|dienen)\b|\b(?:is|zijn) verplicht\b")),
    (_Regel.MAG, re.compile(r"\b(?:mag|mogen|kan|kunnen)\b|\b(?:is|zijn) (?:toegestaan|mogelijk)\b")),
)  # fmt: skip
_VERDICTS = {
    ("mag", _Regel.MAG): Oordeel.JA,
    ("mag", _Regel.PLICHT): Oordeel.JA,
    ("mag", _Regel.VERBOD): Oordeel.NEE,
    ("moet", _Regel.PLICHT): Oordeel.JA,
    ("moet", _Regel.VRIJ): Oordeel.NEE,
}
_OPPOSITES = {
    ("mag", _Regel.PLICHT): Oordeel.NEE,
    ("moet", _Regel.VERBOD): Oordeel.JA,
}
"""For a question about the opposite act: who must accept may not refuse."""

_OPPOSITE_ACTS = (
    ("weiger", "accept"), ("weiger", "aannem"), ("afwijs", "accept"), ("afwijz", "accept"),
    ("stop", "doorga"), ("stop", "voortzet"), ("beeindig", "voortzet"), ("openbaar", "geheim"),
    ("toelat", "weiger"), ("meld", "verzwijg"), ("behoud", "verwijder"), ("bewaar", "vernietig"),
    ("verhog", "verlag"),
)  # fmt: skip

_ACTORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "opdrachtnemer",
        re.compile(
            r"\b(?:ik|wij|we|je|u|ons|onze|opdrachtnemers?|\w*aanbieders?|inschrijvers?|organisaties?|instellingen?)\b"
        ),
    ),
    ("opdrachtgever", re.compile(r"\b(?:gemeenten?|opdrachtgever|rsj|regio|toegang|aanbestedende)\b")),
    ("jeugdige", re.compile(r"\b(?:jeugdigen?|kind\w*|jongeren?|ouders?|client\w*|gezin|gezinnen)\b")),
    ("verwijzer", re.compile(r"\b(?:\w*artsen|\w*arts|verwijzers?|gi|gecertificeerde|rechter|wijkteam)\b")),
    (
        "medewerker",
        re.compile(r"\b(?:medewerkers?|personeel|vrijwilligers?|stagiairs?|hulpverleners?|professionals?)\b"),
    ),
)  # fmt: skip

_HELD = 0.9
_ACT_HELD = 0.9
_LONGEST = 260


def oordeel(vraag: Vraag, woorden: Sequence[Zoekwoord], regel: str, titel: str = "") -> Oordeel | None:
    """What one sentence says to a yes or no question; None when that is not sure."""
    plain, rule = fold(vraag.tekst).strip(), fold(regel)
    if vraag.soort is not Vraagsoort.JA_NEE or len(regel) > _LONGEST or _NEGATED.search(plain):
        return None
    if _EACH.search(plain) and not _EACH.search(rule):
        return None
    if not set(_WHEN.findall(plain)) <= set(_WHEN.findall(rule)):
        return None
    if _BELONGS.search(plain):
        return _belongs(vraag, woorden, regel, titel)
    asked = "mag" if _MAY.search(plain) else "moet" if _MUST.search(plain) else ""
    opposite = _opposite(plain, rule)
    clause, rest = _clause(woorden, regel)
    said = _said(fold(clause))
    if not asked or said is None or not _same_actor(plain, rule):
        return None
    if not _speaks_of_it(vraag, woorden, regel, titel, opposite) or not _same_act(
        vraag, woorden, clause, opposite
    ):
        return None
    if _ABILITY.search(plain) and said is _Regel.PLICHT:
        return None
    verdict = (_OPPOSITES if opposite else _VERDICTS).get((asked, said))
    conditional = _CONDITION.search(rule) or _EXCEPTION.search(fold(rest))
    return Oordeel.HANGT_AF if verdict and conditional else verdict


def _belongs(vraag: Vraag, woorden: Sequence[Zoekwoord], regel: str, titel: str) -> Oordeel | None:
    """ "Valt pgb onder deze inkoop?": what falls outside does not."""
    rule = fold(regel)
    outside = re.search(r"\b(?:valt|vallen)\b.*\bbuiten\b|\bhoort niet bij\b|\bvalt niet onder\b", rule)
    if not outside or _CONDITION.search(rule) or re.search(r"\b(?:wel|ook onder|behalve)\b", rule):
        return None
    return Oordeel.NEE if _speaks_of_it(vraag, woorden, regel, titel, "") else None


def _opposite(question: str, rule: str) -> str:
    """The word of the question whose opposite the rule speaks of; "" when they speak of the same act."""
    for pair in _OPPOSITE_ACTS:
        for own, other in (pair, pair[::-1]):
            match = re.search(rf"\b\w*{own}\w*", question)
            if match and own not in rule and re.search(rf"\b(?:ge)?{other}", rule):
                return match.group()
    return ""


def _speaks_of_it(vraag: Vraag, woorden: Sequence[Zoekwoord], regel: str, titel: str, opposite: str) -> bool:
    """Does the rule hold every word of the question that is not its actor, its codes and its numbers."""
    left_out = _BEING | _PROVIDING | {opposite, *content_words(vraag.tekst.split()[0])}
    asked = [w for w in woorden if w.woord not in left_out and not _loose(w.woord)]
    telling = [w for w in asked if not says_little(w.woord)]
    # Only the very words, or forms of them: what a synonym or compound shares may be another thing.
    held = map(max, gedekt(asked, regel), gedekt(asked, titel))
    if not telling or any(not w.groep or h < _HELD for w, h in zip(asked, held, strict=True)):
        return False
    if sum(gedekt(telling, regel)) < 0.5 * len(telling) or not vraag.codes <= find_codes(f"{regel} {titel}"):
        return False
    numbers = set(re.findall(r"\d+(?:[.,]\d+)?", vraag.tekst)) - {c.waarde for c in vraag.codes}
    return numbers <= set(re.findall(r"\d+(?:[.,]\d+)?", regel))


_BEING = frozenset(["hebben", "worden", "krijgen", "zijn", "beschikken", "gaan", "komen", "nemen"])


_PROVIDING = frozenset(["leveren", "bieden", "aanbieden", "verlenen", "geven", "levert", "biedt", "verleent"])


def _loose(word: str) -> bool:
    """An actor, who is judged apart, or a verb that fits any subject."""
    return weight_of(word) < 0.2 or any(pattern.fullmatch(word) for _, pattern in _ACTORS)


def _same_act(vraag: Vraag, woorden: Sequence[Zoekwoord], clause: str, opposite: str) -> bool:
    """Is the verb at the end of the question that of the clause with the rule. Verbs of being need not be."""
    last = content_words(vraag.tekst)[-1:]
    if not last or last[0] in _BEING or last[0] == opposite or not last[0].endswith(("en", "d", "t")):
        return True
    if last[0] in _PROVIDING and _PROVIDING & set(content_words(clause)):
        return True
    verb = [w for w in woorden if w.woord == last[0]]
    return all(h >= _ACT_HELD for h in gedekt(verb, clause))


def _clause(woorden: Sequence[Zoekwoord], regel: str) -> tuple[str, str]:
    """The clause of a sentence that holds most of the question, and what follows it."""
    clauses = [c for c in _CLAUSE.split(regel) if c.strip()] or [regel]
    best = max(range(len(clauses)), key=lambda i: sum(gedekt(woorden, clauses[i])))
    return clauses[best], " ".join(clauses[best + 1 :])


def _said(clause: str) -> _Regel | None:
    """What a clause lays down; None when it is no rule, or two that differ."""
    found = [kind for kind, pattern in _SAYS if pattern.search(clause)]
    if not found:
        return None
    if found[0] is _Regel.VRIJ or found[0] is _Regel.VERBOD:
        # "mag niet" also matches "mag"; a duty beside it is another rule
        return None if _Regel.PLICHT in found or found[:2] == [_Regel.VRIJ, _Regel.VERBOD] else found[0]
    if len(found) > 1 or re.search(r"\b(?:niet|geen|nooit)\b", clause):
        return None
    return found[0]


def _same_actor(question: str, rule: str) -> bool:
    """Is the rule about who the question is about, as far as both say."""
    asked = _first_actor(question)
    ruled = {name for name, pattern in _ACTORS if pattern.search(rule)}
    return not asked or not ruled or asked in ruled


def _first_actor(text: str) -> str:
    found = [(m.start(), name) for name, pattern in _ACTORS if (m := pattern.search(text))]
    return min(found)[1] if found else ""
