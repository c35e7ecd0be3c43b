"""Reads a follow-up question with the subject of the conversation: "en voor perceel 4?" in full.

A question that stands by itself is left alone, so that an earlier one never colours it.
"""

import re
from collections.abc import Sequence

from knowledge.answers.kinds import MATE
from knowledge.answers.rewrite import Namen, eigen_woorden, met_instelling, met_onderwerp, verwissel
from knowledge.answers.subjects import Onderwerpen
from knowledge.text.codes import find_codes
from knowledge.text.normalise import fold
from knowledge.text.tokens import content_words, telling
from knowledge.text.words import STOPWOORDEN

_OPENING = re.compile(r"^(?:(?:en|maar|of|oke|ok|dus|ja|nee|dan)\b[\s,]*)+", re.I)
_CLOSING = re.compile(r"[\s,]*\b(?:dan|eigenlijk|trouwens)\b(?=\s*\??$)|[\s?!.]+$", re.I)
_POINTING = re.compile(
    r"\b(?:dat|die|dit|deze|daar|daar\w{2,6}|hier(?:van|voor|bij|mee|in|op|aan|na|over|onder|tegen)"
    r"|er(?:van|voor|bij|mee|in|op|aan|door|over|tegen|onder)|zulke|zo'n|hetzelfde|dezelfde|ze)\b"
)
_INSIDE = re.compile(
    r"\b(?:een|de|het|geen|elke|iedere) [\w-]+[ ,]+(?:die|dat)\b"
    r"|\b(?:betekent|zegt|staat|weet|wil|zorgt|wordt|zo|vindt) dat\b"
    r"|\b(?:dat|die|dit|deze) [\w-]{5,}(?=.* \w{5,})"
)
_ASKS_WORD = re.compile(
    rf"(?:hoe (?:{MATE})|hoeveel|waarom|wanneer|wie|waar|door wie|voor wie|bij wie|hoezo|welke?"
    r"|vanaf wanneer|tot wanneer|binnen welke termijn|sinds wanneer|hoe|wat)\b"
)
_VERB = re.compile(
    r"(?:mag|moge|moet|kan|kun|is|zijn|ben|was|ware|word|werd|hoef|heeft|hebb|heb|krijg|doe|dient|gaa|zal|zull|wil"
    r"|zou|kost|begin|eindig|stuur|meld|beslis|teken|regel|beoordeel|betaa|declareer)(?:t|n|en|d|de|den)?"
)
_ALSO = re.compile(
    r"^(?:geldt|gelden|is|mag|kan|telt|moet|gaat|werkt|hoeft)\s+"
    r"(?:dat|die|dit|deze|het|hetzelfde|dezelfde \w+)\s+(?:ook|net zo|eveneens|hetzelfde)\s+(?:zo\s+)?(.+)$",
    re.I,
)
_ATTRIBUTES = frozenset(
    """
    bandbreedte tarief prijs norm termijn weging looptijd contractduur budget score minimumscore indexatie
    bezettingsgraad ingangsdatum einddatum deadline vindplaats uitzondering uitzonderingen gevolg gevolgen
    sanctie straf boete toelichting berekening eenheid
    """.split()  # noqa: SIM905
)
"""What something has: "wat is de bandbreedte?" asks for that of what was spoken of."""

_PREDICATE = re.compile(
    r"(?:\w{2,4})?ge\w{3,}[dt]|(?:be|ver|ont|her)\w{3,}[dt]|klaar|verplicht|nodig|anders|ook|duur"
)
"""What follows a "het" that points back: "is het geregeld", "moet het klaar zijn"."""

_LONGEST_ELLIPSIS = 8


def lees_vervolg(vraag: str, eerder: Sequence[str], onderwerpen: Onderwerpen, namen: Namen) -> str:
    """The question in full, or "" when it stands by itself. `eerder`: earlier questions, oldest first."""
    subject = ""
    for earlier in eerder:
        subject = _read(earlier, subject, onderwerpen, namen) or earlier
    return _read(vraag, subject, onderwerpen, namen) if subject else ""


def _read(vraag: str, vorige: str, onderwerpen: Onderwerpen, namen: Namen) -> str:
    bare = _CLOSING.sub("", _CLOSING.sub("", _OPENING.sub("", vraag.strip())))
    opens = bool(_OPENING.match(vraag.strip()))
    plain = fold(bare)
    if not bare or not vorige:
        return ""
    if match := _ALSO.match(bare):
        return verwissel(match.group(1), vorige, onderwerpen, namen)
    own = [w for w in eigen_woorden(bare) if w not in _ATTRIBUTES]
    asks = _ASKS_WORD.match(plain)
    if not _has_verb(bare) and len(plain.split()) <= _LONGEST_ELLIPSIS and not (asks and own):
        if asks or not content_words(bare):
            return met_onderwerp(bare, vorige, namen, alles=True)
        return verwissel(bare, vorige, onderwerpen, namen)
    codes = find_codes(bare)
    if _POINTING.search(_INSIDE.sub("", plain)) or _it(plain):
        return met_onderwerp(bare, vorige, namen, alles=not own)
    if not own and not codes and not namen(bare) and (opens or _says_one_thing(bare)):
        return met_onderwerp(bare, vorige, namen, alles=True)
    return met_instelling(bare, vorige, namen) if opens else ""


def _has_verb(text: str) -> bool:
    """Is there a verb that a question can turn on. Capitals ("ZIT") are an abbreviation."""
    words = [fold(w) for w in re.findall(r"\w+", text) if not (w.isupper() and len(w) > 1)]
    return any(_VERB.fullmatch(w) or telling(w) < 0.2 for w in words)


def _says_one_thing(text: str) -> bool:
    """Only one noun that fits any subject ("Wat is het doel?"): two of them ("Welke gemeenten horen bij de
    regio?") make a question of their own."""
    return sum(0.2 < telling(w) < 1.0 for w in content_words(text)) < 2


def _it(plain: str) -> bool:
    """Is there a "het" that points back, and opens no noun: "moet het klaar zijn", not "moet het plan"."""
    for match in re.finditer(r"\b(\w+) het(?: ([\w-]+))?", plain):
        after = match.group(2)
        if match.group(1) in (
            "van",
            "voor",
            "in",
            "op",
            "bij",
            "aan",
            "met",
            "door",
            "na",
            "tijdens",
            "over",
        ):
            continue
        verb = plain.endswith(after or "") and (after or "").endswith("en")  # "wie moet het ondertekenen"
        if (
            after is None
            or after in STOPWOORDEN
            or verb
            or _PREDICATE.fullmatch(after)
            or telling(after) < 0.2
        ):
            return True
    return False
