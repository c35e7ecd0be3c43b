"""What a document is: its kind, its region, its year and, of a nota van inlichtingen, which one it is.

Read from the file's name, the first lines and the text, in that order of weight. Whoever imports a document
may say otherwise.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.sources.passages import Bronsoort
from knowledge.sources.regios import JEUGDREGIOS
from knowledge.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """`regio` is "" and `jaar` None where the document does not tell; `volgnummer` 0 where it has none."""

    regio: str
    jaar: int | None
    soort: Bronsoort
    volgnummer: int = 0


# The first that fits a name or title decides, so the more telling words stand first.
_KINDS: tuple[tuple[Bronsoort, str], ...] = (
    ("nota van inlichtingen", r"nota(?:'s|’s)? van inlichtingen|\bnvi\b"),
    ("raadsbrief", r"raads(?:informatie|brief|voorstel|memo|nota)|(?:brief|memo) aan de (?:gemeente)?raad"),
    ("strategie", r"(?:inkoop|verwervings|aanbestedings|sourcing)strategie"),
    ("inkoopopdracht", r"inkoopopdracht|inkoopplan|startnotitie"),
    (
        "inkoopdocument",
        r"inkoopdocument|inkoopstuk|aanbestedings(?:document|leidraad|stuk)|beschrijvend document|bestek\b|"
        r"offerteaanvraag|inschrijvings?leidraad|selectieleidraad|programma van eisen|\bpve\b",
    ),
    ("verordening", r"verordening|beleidsregels|nadere regels"),
    ("overeenkomst", r"overeenkomst|\bcontract\b"),
    ("bijlage", r"^\W*bijlage\b"),
)
_FIRST_LINES = 40
_HEAD = 3000
"""Characters of the text in which its kind must show where name and title do not tell."""
_NAMED, _IN_TITLE = 50, 5
"""What a mention in the file's name or in the first lines counts, beside one in the text."""
_ALSO = 0.5
"""A region named this often, beside the most named one, in the name as well: the document is of both."""

_YEAR = r"(20[1-4]\d)"
_STARTS = re.compile(
    rf"(?:ingangsdatum|met ingang van|gaat (?:in|van start)|treedt? in werking|in werking|inwerkingtreding"
    rf"|startdatum)\b[^.\n]{{0,60}}?\b1 (?:januari|april|juli) {_YEAR}",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    rf"(?:versie|d\.d\.|datum|vastgesteld|definitief|publicatie)(?:(?!wet|\n).){{0,40}}?{_YEAR}", re.I
)
_WHICH = re.compile(
    r"(?:nota van inlichtingen|nvi)\W{0,3}(?:deel|nr\.?|no\.?|nummer)?\W{0,2}(\d{1,2}|[ivx]{1,4})\b"
    r"|\b(\d{1,2})e nota van inlichtingen|\b(eerste|tweede|derde|vierde|vijfde) nota van inlichtingen"
)
_COUNTED = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "eerste": 1, "tweede": 2, "derde": 3,
            "vierde": 4, "vijfde": 5}  # fmt: skip


def lees_kenmerken(bestand: str, regels: Sequence[str]) -> Kenmerken:
    """`bestand`: the file's name; `regels`: the document's lines."""
    name = _words(re.sub(r"\.\w{2,4}$", "", bestand))
    title = fold("\n".join(regels[:_FIRST_LINES]))
    text = "\n".join(regels)
    kind = _kind(name, title, fold(text[:_HEAD]))
    return Kenmerken(_region(name, title, text), _year(name, text), kind, _which(name, title, kind))


def _words(name: str) -> str:
    return fold(re.sub(r"[_\s-]+", " ", name))


def _kind(name: str, title: str, head: str) -> Bronsoort:
    for kind, words in _KINDS:
        if re.search(words, name):
            return kind
    first = next((line for line in title.split("\n") if line.strip()), "")
    if re.search(r"stelt u voor|kernboodschap|aan de (?:gemeente)?raad", title[:600]):
        return "raadsbrief"
    for where in (first, head):
        counts = Counter({kind: len(re.findall(words, where)) for kind, words in _KINDS})
        kind, times = counts.most_common(1)[0]
        if times and (where is first or times > 1):
            return kind
    return "overig"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(r"\b" + re.sub(r"\\?[-/ ]+", r"[-/ ]?", re.escape(fold(name))) + r"\b"))
        for name in JEUGDREGIOS
    )


def _region(name: str, title: str, text: str) -> str:
    plain = fold(text)
    counts: Counter[str] = Counter()
    in_name: set[str] = set()
    for region, pattern in _patterns():
        times = len(pattern.findall(plain))
        if pattern.search(name):
            in_name.add(region)
        counts[region] = times + _NAMED * (region in in_name) + _IN_TITLE * bool(pattern.search(title))
    region, most = counts.most_common(1)[0]
    if most < 2:
        return _said_region(text)
    both = [r for r, n in counts.items() if n >= _ALSO * most and (r in in_name or region not in in_name)]
    first = sorted(both, key=lambda r: _first(r, name, plain))
    return " en ".join(first)


def _first(region: str, name: str, plain: str) -> tuple[int, int]:
    pattern = dict(_patterns())[region]
    places = (pattern.search(name), pattern.search(plain))
    return (places[0].start() if places[0] else 10**9, places[1].start() if places[1] else 10**9)


_OTHER = re.compile(r"\b[Rr]egio ([A-Z][\w'’-]+(?: (?:(?:en|van|de|der) )?[A-Z][\w'’-]+){0,2})")


def _said_region(text: str) -> str:
    """A region of another name, as the text calls it most: "de regio Noordenveld"."""
    named = Counter(_OTHER.findall(text)).most_common(1)
    return named[0][0] if named and named[0][1] > 1 else ""


def _year(name: str, text: str) -> int | None:
    if years := re.findall(rf"(?<!\d){_YEAR}(?!\d)", name):
        return int(years[0])
    for pattern in (_STARTS, _WRITTEN):
        if years := pattern.findall(text):
            return int(Counter(years).most_common(1)[0][0])
    years = re.findall(rf"(?<!\d)(?<!wet ){_YEAR}(?!\d)", text)
    return int(Counter(years).most_common(1)[0][0]) if years else None


def _which(name: str, title: str, kind: Bronsoort) -> int:
    if kind != "nota van inlichtingen":
        return 0
    for where in (name, title):
        if match := _WHICH.search(where):
            said = next(group for group in match.groups() if group)
            return int(said) if said.isdigit() else _COUNTED.get(said, 0)
    return 0
