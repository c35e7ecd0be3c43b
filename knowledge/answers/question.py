"""What a question asks for: an amount, a term, a date, a yes or no, a list, a definition ..."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from knowledge.text.codes import Code, find_codes
from knowledge.text.normalise import fold
from knowledge.text.tokens import says_little
from knowledge.text.words import STOPWOORDEN


class Vraagsoort(StrEnum):
    BEDRAG = "bedrag"
    TERMIJN = "termijn"
    MOMENT = "moment"
    FREQUENTIE = "frequentie"
    LEEFTIJD = "leeftijd"
    AANDEEL = "aandeel"
    AFSTAND = "afstand"
    AANTAL = "aantal"
    JA_NEE = "ja of nee"
    BEGRIP = "begrip"
    LIJST = "lijst"
    WIE = "wie"
    WAAROM = "waarom"
    OPEN = "open"


_SOORTEN: tuple[tuple[Vraagsoort, str], ...] = (
    (Vraagsoort.FREQUENTIE, r"\bhoe (?:vaak|regelmatig)\b|\bom de hoeveel\b|\bhoeveel keer\b"),
    (
        Vraagsoort.LEEFTIJD,
        r"\bleeftijd\b|\bhoe oud (?:moet|mag|is|zijn) (?:een |de |het )?(?:jeugdige|kind|jongere)",
    ),
    (Vraagsoort.AFSTAND, r"\bafstand\b|\bhoe ver\b|\bkilometers?\b|\bkm\b"),
    (
        Vraagsoort.AANDEEL,
        r"\b(?:percentage|procent|hoe zwaar|weging|weegt|wegen|bezettingsgraad|aandeel|opslag)\b|%",
    ),
    (
        Vraagsoort.TERMIJN,
        r"\bhoe (?:lang|snel|oud|spoedig|lange)\b|\bbinnen (?:welke|hoeveel|wat)\b|\btermijn\b|\blooptijd\b"
        r"|\bhoeveel (?:dagen|werkdagen|weken|maanden|jaar|jaren|uren|uur|minuten|tijd)\b|\bduur\b|\bcontractduur\b"
        r"|\bduurt\b",
    ),
    (
        Vraagsoort.BEDRAG,
        r"\b(?:kost|kosten|tarief|tarieven|prijs|bedrag|euro|budget|omzet|vergoeding|betaal\w*|duur|drempel\w*"
        r"|dekking|minuuttarief|stukprijs|hoeveel geld)\b|€",
    ),
    (
        Vraagsoort.MOMENT,
        r"\bwanneer\b|\b(?:welke|wat is de) (?:datum|dag|dagtekening|uiterste|sluitingsdatum|deadline)\b|\bdeadline\b"
        r"|\bhoe laat\b|\bper wanneer\b|\bsinds wanneer\b|\btot wanneer\b|\bingangsdatum\b|\bdatum\b",
    ),
    (Vraagsoort.AANTAL, r"\bhoeveel\b|\baantal\b|\bgroot is\b"),
    (Vraagsoort.WAAROM, r"\bwaarom\b|\bom welke reden\b|\bwat is de reden\b|\bwaardoor\b"),
    (
        Vraagsoort.JA_NEE,
        r"^(?:en |maar |dus )?(?:mag|mogen|moet|moeten|kan|kunnen|is|zijn|wordt|worden|geldt|gelden|hoeft|hoeven"
        r"|heeft|hebben|krijgt|krijg|krijgen|neemt|nemen|doet|doen|telt|tellen|bestaat|valt|vallen|mocht|zit|dient"
        r"|dienen|bied\w*|vergoedt|gaat|komt|staat|horen|hoort|ben|heb|zal|zullen|was|waren|werkt|levert)\b",
    ),
    (
        Vraagsoort.WIE,
        r"\bwie\b|\bdoor wie\b|\bwelke (?:aanbieder|organisatie|instantie|partij|gemeente|verwijzer)\w*\b",
    ),
    (
        Vraagsoort.LIJST,
        r"\bwelke\b|\bnoem\b|\bwaaraan\b|\bwaaruit\b|\bwat (?:zijn|moet|moeten|staat|hoort|horen)\b"
        r"|\bwat voor\b|\bop welke\b",
    ),
)


@dataclass(frozen=True, slots=True)
class Vraag:
    """A question taken apart. `bedragen`: numbers in it that are an amount of money or a measure. `kern`: what
    is asked for by name: "software" in "Welke software ..."; empty when that says nothing."""

    tekst: str
    soort: Vraagsoort
    codes: frozenset[Code]
    bedragen: tuple[Decimal, ...]
    kern: str = ""

    def waarden(self, soort: str) -> list[str]:
        """The values of the codes of one kind, in order."""
        return sorted((c.waarde for c in self.codes if c.soort == soort), key=lambda w: (len(w), w))


_HOW_MANY = re.compile(r"\bhoeveel (?:\w+e )?(\w+)")
_COUNTED: tuple[tuple[Vraagsoort, str], ...] = (
    (Vraagsoort.FREQUENTIE, "keer|maal"),
    (
        Vraagsoort.TERMIJN,
        r"(?:werk|kalender)?(?:dag|dagen|week|weken|maand|maanden|jaar|jaren|uur|uren|minuten|tijd)",
    ),
    (Vraagsoort.AANDEEL, "procent"),
    (Vraagsoort.AFSTAND, "kilometer|km|kilometers"),
    (
        Vraagsoort.BEDRAG,
        r"euro|geld|kost|kosten|kostte|omzet|budget|betaal\w*|vergoeding|bedraagt|is|krijgt|krijg|\w*tarief",
    ),
)


def _soort(plain: str) -> Vraagsoort:
    if _asks_definition(plain):
        return Vraagsoort.BEGRIP
    if match := _HOW_MANY.search(plain):
        # "Met hoeveel jeugdigen is het tarief gerekend" asks a number, although it speaks of a price.
        counted = (s for s, words in _COUNTED if re.fullmatch(words, match.group(1)))
        return next(counted, Vraagsoort.AANTAL)
    return next((s for s, pattern in _SOORTEN if re.search(pattern, plain)), Vraagsoort.OPEN)


_DEFINITION = re.compile(
    r"\bwat (?:betekent|betekenen)\b|\b(?:bedoelt|bedoeld|verstaan|verstaat)\b|\b(?:definitie|betekenis) van\b"
    r"|\bhoudt .{1,40} in\b|\bstaat .{1,30} voor\b"
)
_WHAT_IS = re.compile(r"^wat (?:is|zijn) (?:een |de |het |eigenlijk )*([^?]{2,45})\?*$")
_MEASURE = re.compile(
    r"\b(?:termijn|tarief|norm|eis|eisen|maxim\w+|minim\w+|hoogste|laagste|prijs|datum|percentage|weging|doel|kosten"
    r"|leeftijd|drempel|grens|bedrag|\w*duur|looptijd|budget|score|graad|van|voor|bij|per|om|als|op|in)\b"
)


def _asks_definition(plain: str) -> bool:
    if _DEFINITION.search(plain):
        return True
    match = _WHAT_IS.match(plain)
    return match is not None and not _MEASURE.search(match.group(1))


_DECIMAL = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?(?![\d.]*\d)")


def lees_vraag(tekst: str) -> Vraag:
    """Take a question apart."""
    plain = fold(tekst).strip()
    amounts = tuple(
        Decimal(whole.replace(".", "") + (f".{cents}" if cents else ""))
        for whole, cents in _DECIMAL.findall(plain)
    )
    return Vraag(tekst, _soort(plain), find_codes(tekst), amounts, _kern(plain))


_ASKED = re.compile(
    r"\b(?:welke?|hoeveel|wat voor(?: een)?|(?:wie|wat) (?:is|zijn|was) (?:de|het|een))((?: \w+){1,3})"
)


def _kern(plain: str) -> str:
    """The first telling word after "welke", "hoeveel", "wie is de"."""
    match = _ASKED.search(plain)
    words = match.group(1).split()[:2] if match else []
    return next((w for w in words if w not in STOPWOORDEN and not says_little(w)), "")


_NUMBER = (
    r"(?:\d[\d.,]*|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig|negentig)"
    r"(?: ?\(\w+\))?"
)
_KENMERK: dict[Vraagsoort, re.Pattern[str]] = {
    Vraagsoort.BEDRAG: re.compile(r"€ ?\d|\d[\d.,]* ?euro|\beuro\b|\d,\d\d\b|miljoen"),
    Vraagsoort.TERMIJN: re.compile(
        rf"\b{_NUMBER} ?(?:kalender|werk)?(?:dag|dagen|week|weken|maand|maanden|jaar|jaren|uur|uren|minuten)\b"
        r"|\bonverwijld\b|\bterstond\b|\bdirect\b|\b\d{1,2} [a-z]+ \d{4}\b"
    ),
    Vraagsoort.MOMENT: re.compile(
        r"\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
        r"|\b(?:voor|per|vanaf|uiterlijk) \d|\b(?:na|in|vanaf) (?:jaar|maand) \d|\buiterlijk\b"
    ),
    Vraagsoort.FREQUENTIE: re.compile(
        rf"\b(?:jaarlijks|maandelijks|wekelijks|halfjaarlijks|dagelijks|eenmaal|tweemaal|driemaal|periodiek)\b"
        rf"|\b(?:elke|iedere|per) (?:{_NUMBER} )?(?:dag|week|maand|maanden|half|jaar|kwartaal)"
        rf"|\b{_NUMBER} (?:keer|maal)\b|\b{_NUMBER} maanden\b"
    ),
    Vraagsoort.LEEFTIJD: re.compile(r"\b\d[\d,]* ?(?:jaar|jarige)\b|\bleeftijd\b"),
    Vraagsoort.AANDEEL: re.compile(r"\d ?%|\bprocent\b"),
    Vraagsoort.AFSTAND: re.compile(r"\d ?(?:km|kilometer)"),
    Vraagsoort.AANTAL: re.compile(rf"\b{_NUMBER}\b"),
    Vraagsoort.WAAROM: re.compile(
        r"\b(?:omdat|doordat|zodat|vanwege|reden|hierdoor|daarom|doel|waardoor|om .* te)\b"
    ),
    Vraagsoort.LIJST: re.compile(r"(?:,[^,.;]{2,80}){2}|;[^;]+;|• |\b1[.)]|\b[ai][.)] "),
    Vraagsoort.JA_NEE: re.compile(
        r"\b(?:mag|mogen|moet|moeten|kan|kunnen|niet|geen|verplicht|toegestaan|dient|dienen|hoeft|alleen|slechts)\b"
    ),
}


def past_bij(soort: Vraagsoort, tekst: str) -> bool:
    """Does the text hold the kind of thing that is asked for. Always true for kinds without a sign."""
    sign = _KENMERK.get(soort)
    return sign is None or bool(sign.search(fold(tekst)))
