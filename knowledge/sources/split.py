"""Splits a document into passages with their place. Pure: lines in, passages out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.sources.eisen import find_eisen, group_title
from knowledge.sources.footnotes import tie
from knowledge.sources.headings import Kop, Koppen, find_headings
from knowledge.sources.headings.contents import take_out
from knowledge.sources.labels import without_label
from knowledge.sources.lines import Tekstregel, ends_sentence, join_lines
from knowledge.sources.passages import Passage, Passagesoort
from knowledge.text.tokens import tokenise

PASSAGE_LENGTH = 900
"""Characters after which a paragraph is cut into a further passage, at the end of a unit."""


def split(lines: Sequence[Tekstregel]) -> tuple[Passage, ...]:
    """Passages in the order of the document."""
    lines, contents = take_out(tie(lines))
    koppen = find_headings(lines, contents)
    eisen = find_eisen(lines, koppen)
    words = frozenset(re.findall(r"[\w-]+", " ".join(line.tekst for line in lines).lower()))
    passages: list[Passage] = []
    for stretch in _stretches(lines, koppen, eisen):
        passages += _passages(stretch, words)
    return tuple(passages)


@dataclass(slots=True)
class _Stretch:
    """Lines under one heading, of one eis, or of one definition."""

    vindplaats: str
    koppen: tuple[str, ...]
    soort: Passagesoort = "tekst"
    paragraaf: str = ""
    lines: list[Tekstregel] = field(default_factory=list)


def _stretches(lines: Sequence[Tekstregel], koppen: Koppen, eisen: dict[int, str]) -> list[_Stretch]:
    trail = _Trail(lines, koppen)
    stretches = [_Stretch(trail.place(), ())]
    current_eis, group = "", ""
    skip_until = 0
    for position, line in enumerate(lines):
        kop = koppen.get(position)
        if kop and kop.soort != "kop":
            current_eis = group = ""
        inside = current_eis or trail.in_definitions or position + 1 in eisen
        if kop and not (kop.soort == "kop" and inside):
            trail.enter(position, kop)
            stretches.append(_Stretch(trail.place(), trail.titles()))
            skip_until = position + kop.regels
        elif position in eisen:
            current_eis = eisen[position]
            titles = (*trail.titles(), group) if group else trail.titles()
            stretches.append(_Stretch(f"eis {current_eis}", titles, "eis", trail.place()))
            rest = without_label(line.tekst, current_eis)
            if rest:
                stretches[-1].lines.append(_with_text(line, rest))
            continue
        elif title := group_title(lines, position, eisen):
            group = title
            continue
        elif trail.in_definitions and _opens_definition(lines, position, stretches[-1]):
            stretches.append(_Stretch(trail.place(), trail.titles(), "definitie"))
        if position >= skip_until:
            stretches[-1].lines.append(line)
    return [s for s in stretches if s.lines]


def _with_text(line: Tekstregel, text: str) -> Tekstregel:
    return replace(line, tekst=text, inspringend=False, kopniveau=0)


def _opens_definition(lines: Sequence[Tekstregel], position: int, stretch: _Stretch) -> bool:
    """A definition opens after white, where the one before it ended."""
    if not stretch.lines:
        return bool(lines[position].na_wit)
    line, before = lines[position], lines[position - 1]
    return (
        line.na_wit and line.tekst[0].isupper() and (ends_sentence(before.tekst) or stretch.soort == "tekst")
    )


def _passages(stretch: _Stretch, words: frozenset[str]) -> list[Passage]:
    units = join_lines(stretch.lines, words, flowing=stretch.soort == "definitie")
    if not tokenise(" ".join(units)):
        return []
    whole = stretch.soort != "tekst"
    chunks: list[list[str]] = [[]]
    for unit in units:
        if not whole and chunks[-1] and sum(map(len, chunks[-1])) + len(unit) > PASSAGE_LENGTH:
            chunks.append([])
        chunks[-1].append(unit)
    page = stretch.lines[0].pagina
    return [
        Passage(
            stretch.vindplaats,
            "\n".join(chunk),
            stretch.koppen,
            stretch.soort,
            page,
            paragraaf=stretch.paragraaf,
        )
        for chunk in chunks
    ]


class _Trail:
    """The headings above the place where the reading is."""

    def __init__(self, lines: Sequence[Tekstregel], koppen: Koppen) -> None:
        self._lines = lines
        self._numbered: list[Kop] = []
        self._parent = ""
        self._parent_has_colon = False
        self._sub = ""
        self._parents = _parent_headings(koppen)

    def enter(self, position: int, kop: Kop) -> None:
        if kop.soort == "kop":
            has_colon = self._lines[position].tekst.endswith(":")
            if position in self._parents and not self._numbered:
                self._parent, self._parent_has_colon, self._sub = kop.titel, has_colon, ""
            elif self._parent_has_colon and has_colon:
                self._parent, self._sub = kop.titel, ""
            else:
                self._sub = kop.titel
            return
        self._parent, self._parent_has_colon, self._sub = "", False, ""
        if kop.soort in ("deel", "bijlage", "hoofdstuk"):
            self._numbered = [kop]
        else:
            self._numbered = [
                k for k in self._numbered if k.soort == "hoofdstuk" or kop.nummer.startswith(k.nummer + ".")
            ]
            self._numbered.append(kop)

    @property
    def in_definitions(self) -> bool:
        return bool(self._numbered) and bool(
            re.search(r"definitie|begripp", self._numbered[-1].titel.lower())
            and self._numbered[-1].soort == "hoofdstuk"
        )

    def place(self) -> str:
        if self._numbered:
            kop = self._numbered[-1]
            return {
                "paragraaf": f"§{kop.nummer}",
                "hoofdstuk": f"hoofdstuk {kop.nummer}",
                "bijlage": f"bijlage {kop.nummer}",
                "deel": f"deel {kop.nummer}",
            }[kop.soort]
        return " – ".join(t for t in (self._parent, self._sub) if t) or "begin van het document"

    def titles(self) -> tuple[str, ...]:
        return tuple(t for t in (*(k.titel for k in self._numbered), self._parent, self._sub) if t)


def _parent_headings(koppen: Koppen) -> set[int]:
    """Headings without number that stand over other headings: another heading follows at once. Where the
    same heading ("Inleiding") follows several of them, only those are chapters."""
    plain = {p for p, kop in koppen.items() if kop.soort == "kop"}
    direct = {p for p in plain if p + 1 in plain}
    followers = Counter(koppen[p + 1].titel for p in direct)
    repeated = {title for title, times in followers.items() if times >= 3}
    if repeated:
        return {p for p in direct if koppen[p + 1].titel in repeated}
    return direct
