"""What kind of thing a question asks for, and whether a text holds that kind of thing."""

import re
from enum import StrEnum
from functools import lru_cache

from knowledge.text.normalise import fold


class Vraagsoort(StrEnum):
    BEDRAG = "bedrag"
    TERMIJN = "termijn"
    MOMENT = "moment"
    TIJDSTIP = "tijdstip"
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


CIJFERS = frozenset(
    {
        Vraagsoort.BEDRAG,
        Vraagsoort.TERMIJN,
        Vraagsoort.AANDEEL,
        Vraagsoort.AFSTAND,
        Vraagsoort.FREQUENTIE,
        Vraagsoort.LEEFTIJD,
        Vraagsoort.AANTAL,
        Vraagsoort.TIJDSTIP,
    }
)
"""Kinds that are answered with a figure."""

MATE = (
    "snel|lang|lange|vaak|oud|hoog|hoge|groot|grote|ver|zwaar|veel|recent|spoedig|laat|regelmatig|klein"
    "|dikwijls"
)
"""What follows "hoe" when a measure is asked."""

_VERBS = (
    "mag|mogen|moet|moeten|kan|kun|kunnen|is|zijn|ben|was|waren|wordt|worden|geldt|gelden|hoef|hoeft"
    "|hoeven|heeft"
    "|hebben|heb|krijgt|krijg|krijgen|neemt|nemen|doet|doen|telt|tellen|bestaat|bestaan|valt|vallen|mocht|zit"
    "|zitten|dient|dienen|bied|biedt|bieden|vergoedt|gaat|gaan|komt|komen|staat|staan|hoort|horen|zal|zullen"
    "|werkt|werken|levert|leveren|loopt|lopen|betaalt|betalen|blijft|blijven|maakt|maken|wil|willen"
    "|zou|zouden"
)
_START = r"^(?:en |maar |dus )?"

# The first that matches decides. What opens the question says more than a word further on: "Kunnen de
# tarieven omlaag" asks a yes or no, "Wie betaalt het rapport" a party.
_SOORTEN: tuple[tuple[Vraagsoort, re.Pattern[str]], ...] = tuple(
    (soort, re.compile(pattern))
    for soort, pattern in (
        (Vraagsoort.JA_NEE, rf"{_START}(?:{_VERBS})\b"),
        (Vraagsoort.WAAROM, rf"{_START}(?:waarom|waardoor|om welke reden|wat is de reden)\b"),
        (
            Vraagsoort.WIE,
            rf"{_START}(?:(?:door|bij|van|voor|aan|met|naar) )?(?:wie\b|welke (?:aanbieder"
            rf"|organisatie|instantie"
            r"|partij|gemeente|verwijzer|persoon|functionaris)\b)",
        ),
        (
            Vraagsoort.FREQUENTIE,
            r"\bhoe (?:vaak|regelmatig|dikwijls)\b|\bom de hoeveel\b|\bhoeveel (?:keer|maal)\b",
        ),
        (
            Vraagsoort.LEEFTIJD,
            r"\bleeftijd\b|\bhoe oud (?:moet|mag|is|zijn) (?:een |de |het )?(?:jeugdige|kind|jongere)",
        ),
        (Vraagsoort.AFSTAND, r"\bafstand\b|\bhoe ver\b|\bhoeveel (?:kilometers?|km)\b"),
        (
            Vraagsoort.TERMIJN,
            r"\bhoe (?:lang|snel|oud|spoedig|lange|recent)\b|\bbinnen (?:welke|hoeveel|wat)\b|\btermijn\b"
            r"|\bhoeveel (?:\w+e )?(?:werk|kalender)?(?:dag|dagen|week|weken|maand|maanden|jaar"
            r"|jaren|uur|uren|minuten"
            r"|\w*tijd)\b",
        ),
        (
            Vraagsoort.AANDEEL,
            r"\b(?:percentage|hoeveel procent|hoe zwaar|weging|bezettingsgraad|aandeel|opslag)\b"
            r"|\bhoeveel (?:weegt|telt)\b|\bwelk deel\b",
        ),
        (
            Vraagsoort.BEDRAG,
            r"\bhoeveel (?:euro|geld|kost|kosten|kostte|omzet|budget|betaal\w*|vergoeding|bedraagt"
            r"|krijg\w*|\w*tarief)\b"
            r"|\bhoe duur\b|\bwat (?:kost|kosten|betaalt|betaal|verdient)\b"
            r"|^(?!.*\b(?:hoeveel|wanneer)\b).*\b(?:wat|welke?|hoe hoog|hoe groot)\b.*(?:\b(?:kost"
            r"|\w*tarief|tarieven"
            r"|prijs|bedrag|euro|omzet|vergoeding|drempel\w*|dekking|stukprijs|opdrachtsom|boete|dwangsom|subsidie|bijdrage)\b|€)"
            r"|\b(?:hoe hoog|hoe groot|wat is het)\b.*\bbudget\b"
            r"|^wat (?:krijg\w*|ontvang\w*|verdien\w*|levert|schuift)\b.*\b(?:per|voor)\b",
        ),
        (Vraagsoort.TIJDSTIP, r"\bhoe laat\b|\bwelk (?:tijdstip|uur)\b"),
        (
            Vraagsoort.MOMENT,
            r"\bwanneer\b|\bwelke (?:datum|dag)\b|\b(?:datum|deadline|sluitingsdatum|ingangsdatum)\b"
            r"|\bhoe laat\b",
        ),
        (Vraagsoort.AANTAL, r"\bhoeveel\b|\baantal\b|\bhoe groot\b"),
        (Vraagsoort.TERMIJN, r"\b(?:looptijd|contractduur|duurt|duur)\b"),
        (
            Vraagsoort.LIJST,
            r"\bwelke\b|\bnoem\b|\bwaaraan\b|\bwaaruit\b|\bwat voor\b"
            r"|\bwat (?:zijn|moet|moeten|staat|hoort|horen)\b",
        ),
    )
)

_VERB_FIRST = re.compile(
    r"^(?:en |maar )?(?!(?:met|uit|tot|wat|niet|het|dit|dat|alle|tegen)\b)[a-z]\w*(?:t|en)\s+"
    r"(?:de|het|een|ik|wij|we|je|jij|u|er|men|ze|zij|dat|die|deze|dit|mijn|ons|onze|alle|beide|(?-i:[A-Z])\w+)\b",
    re.I,
)
"""A verb opens the question: "Laat Meerland nieuwe aanbieders toe?"."""
_VERB_LATER = re.compile(
    r"^(?!(?:wie|wat|waar\w*|hoe\w*|welke?|wanneer|waarom)\b)[^?]*,\s*(?:mag|mogen|moet|moeten|kan|kunnen)\b"
)
_DIFFERENCE = re.compile(r"\bverschil(?:len)? (?:tussen|met)\b")
_OPEN_HOW = re.compile(rf"{_START}hoe (?!(?:{MATE})\b)")
_DEFINITION = re.compile(
    r"\bwat (?:betekent|betekenen)\b|\b(?:bedoelt|bedoeld|verstaan|verstaat)\b|\b(?:definitie"
    r"|betekenis) van\b"
    r"|\bhoudt .{1,40} in\b|\bstaat .{1,30} voor\b"
)
_WHAT_IS = re.compile(r"^wat (?:is|zijn) (?:een |de |het |eigenlijk )*([^?]{2,45})\?*$")
_MEASURE = re.compile(
    r"\b(?:termijn|\w*tarief|norm|eis|eisen|maxim\w+|minim\w+|hoogste|laagste|prijs|datum|percentage"
    r"|weging|doel|kosten"
    r"|leeftijd|drempel|grens|bedrag|\w*duur|looptijd|budget|score|\w*graad|van|voor|bij|per|om|als|op|in)\b"
)


def vraagsoort(vraag: str) -> Vraagsoort:
    """The kind of thing that a question asks for."""
    asked = vraagzin(vraag)
    plain = fold(asked).strip()
    if _asks_definition(plain):
        return Vraagsoort.BEGRIP
    if _OPEN_HOW.match(plain) or _DIFFERENCE.search(plain):
        return Vraagsoort.OPEN
    if _VERB_FIRST.match(asked) or _VERB_LATER.search(plain):
        return Vraagsoort.JA_NEE
    return next((soort for soort, pattern in _SOORTEN if pattern.search(plain)), Vraagsoort.OPEN)


def vraagzin(vraag: str) -> str:
    """The sentence that asks, of a question that first tells its case."""
    asking = [part for part in re.split(r"(?<=[.!?])\s+", vraag.strip()) if part.endswith("?")]
    return asking[-1] if asking else vraag


def _asks_definition(plain: str) -> bool:
    if _DEFINITION.search(plain):
        return True
    match = _WHAT_IS.match(plain)
    return match is not None and not _MEASURE.search(match.group(1))


_NUMBER = (
    r"(?:\d[\d.,]*|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig"
    r"|dertig|negentig)"
    r"(?: ?\(\w+\))?"
)
_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_SIGNS: dict[Vraagsoort, re.Pattern[str]] = {
    Vraagsoort.BEDRAG: re.compile(r"€ ?\d|\d[\d.,]* ?euro|\d,\d\d\b|\bmiljoen\b"),
    Vraagsoort.TERMIJN: re.compile(
        rf"\b{_NUMBER} ?(?:kalender|werk)?(?:dag|dagen|week|weken|maand|maanden|jaar|jaren|uur|uren"
        rf"|minuten)\b"
        rf"|\bonverwijld\b|\bterstond\b|\b\d{{1,2}} (?:{_MONTH}) \d{{4}}\b|\b24/7\b"
    ),
    Vraagsoort.TIJDSTIP: re.compile(r"\b\d{1,2}[.:]\d{2}\b|\b\d{1,2} uur\b"),
    Vraagsoort.MOMENT: re.compile(
        rf"\b\d{{1,2}} (?:{_MONTH})\b|\b(?:na|in|vanaf) (?:jaar|maand) \d|\buiterlijk\b|\bmedio\b|\bwanneer\b"
    ),
    Vraagsoort.FREQUENTIE: re.compile(
        r"\b(?:jaarlijks|maandelijks|wekelijks|halfjaarlijks|dagelijks|een|twee|drie|periodiek)(?:maal)?\b"
        rf"|\b(?:elke|iedere|per) (?:{_NUMBER} )?(?:dag|week|maand|maanden|half|jaar|kwartaal)"
        rf"|\b{_NUMBER} (?:keer|maal|maanden)\b"
    ),
    Vraagsoort.LEEFTIJD: re.compile(r"\b\d[\d,]* ?(?:jaar|jarige)\b|\bleeftijd\b"),
    Vraagsoort.AANDEEL: re.compile(r"\d ?%|\bprocent\b|\bhelft\b"),
    Vraagsoort.AFSTAND: re.compile(r"\d ?(?:km|kilometer)"),
    Vraagsoort.AANTAL: re.compile(rf"\b{_NUMBER}\b"),
    Vraagsoort.WAAROM: re.compile(
        r"\b(?:omdat|doordat|zodat|vanwege|reden|hierdoor|daarom|doel|waardoor|aangezien|nadruk"
        r"|als gevolg van"
        r"|op basis van|gelet op|om .* te)\b"
    ),
    Vraagsoort.LIJST: re.compile(r"(?:,[^,.;]{2,80}){2}|;[^;]+;|• |\b1[.)]|\b[ai][.)] "),
    Vraagsoort.JA_NEE: re.compile(
        r"\b(?:mag|mogen|moet|moeten|kan|kunnen|niet|geen|verplicht|toegestaan|dient|dienen|hoeft"
        r"|alleen|slechts)\b"
    ),
}


@lru_cache(maxsize=50_000)
def past_bij(soort: Vraagsoort, tekst: str) -> bool:
    """Does the text hold the kind of thing that is asked for. Always true for kinds without a sign."""
    sign = _SIGNS.get(soort)
    return sign is None or bool(sign.search(fold(tekst)))
