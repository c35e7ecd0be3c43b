"""Word's automatic numbers: what the reader sees before a paragraph but the text does not hold."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.documents.docx.styles import Numbering, whole
from knowledge.documents.openxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    """Restarts after this level (1-based); 0 never; None after any higher level."""


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    overrides: dict[int, int] = field(default_factory=dict)
    """Start values that this list sets anew."""


class Numbers:
    """Counts through the document: call `next` once for each numbered paragraph, in order."""

    def __init__(self, root: "Element | None") -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def next(self, at: Numbering) -> str:
        """The number as shown ("12.", "Eis 12", "a)"); "" for a bullet or an unknown list."""
        chosen = self._lists.get(at.num_id)
        if chosen is None or at.level not in chosen.levels:
            return ""
        # Lists on one abstract list count on together, unless one sets a start of its own.
        counters = self._counters.setdefault(chosen.abstract, {})
        level = chosen.levels[at.level]
        first = (at.num_id, at.level) not in self._begun
        self._begun.add((at.num_id, at.level))
        if first and at.level in chosen.overrides:
            counters[at.level] = chosen.overrides[at.level]
        elif at.level in counters:
            counters[at.level] += 1
        else:
            counters[at.level] = level.start
        for deeper in [d for d in counters if d > at.level]:
            restart = chosen.levels[deeper].restart if deeper in chosen.levels else None
            if restart is None or 0 < at.level + 1 <= restart:
                del counters[deeper]
        if level.format in {"bullet", "none"} and "%" not in level.text:
            return "" if level.format == "bullet" else level.text.strip()

        def value(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            other = chosen.levels.get(index, _Level())
            number = counters.get(index, other.start)
            return in_format(number, "decimal" if level.legal else other.format)

        return re.sub(r"%(\d)", value, level.text).strip()

    def _load(self, root: "Element") -> None:
        abstracts: dict[str, dict[int, _Level]] = {}
        linked: dict[str, str] = {}
        for abstract in root.iter(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId") or ""
            abstracts[key] = {_index(lvl): _level(lvl) for lvl in abstract.iterchildren(f"{W}lvl")}
            for tag in ("styleLink", "numStyleLink"):
                link = abstract.find(f"{W}{tag}")
                if link is not None:
                    linked[f"{tag}:{link.get(f'{W}val') if tag == 'styleLink' else key}"] = (
                        key if tag == "styleLink" else (link.get(f"{W}val") or "")
                    )
        for num in root.iter(f"{W}num"):
            reference = num.find(f"{W}abstractNumId")
            if reference is None:
                continue
            abstract_id = reference.get(f"{W}val") or ""
            if style := linked.get(f"numStyleLink:{abstract_id}"):
                abstract_id = linked.get(f"styleLink:{style}", abstract_id)
            chosen = _List(abstract_id, dict(abstracts.get(abstract_id, {})))
            for override in num.iterchildren(f"{W}lvlOverride"):
                index = _index(override)
                own = override.find(f"{W}lvl")
                if own is not None:
                    chosen.levels[index] = _level(own)
                start = override.find(f"{W}startOverride")
                if start is not None:
                    chosen.overrides[index] = whole(start.get(f"{W}val"), 1)
            self._lists[num.get(f"{W}numId") or ""] = chosen


def _index(element: "Element") -> int:
    return whole(element.get(f"{W}ilvl"), 0)


def _level(element: "Element") -> _Level:
    def value(tag: str) -> str | None:
        child = element.find(f"{W}{tag}")
        return None if child is None else child.get(f"{W}val") or ""

    restart = value("lvlRestart")
    return _Level(
        start=whole(value("start"), 1),
        format=value("numFmt") or "decimal",
        text=value("lvlText") or "",
        legal=element.find(f"{W}isLgl") is not None,
        restart=whole(restart, 0) if restart else None,
    )


def in_format(number: int, form: str) -> str:
    """A number as Word writes it in this format; decimal for formats we do not know."""
    match form:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters if form == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman":
            return roman(number) if form == "upperRoman" else roman(number).lower()
        case "decimalZero":
            return f"{number:02d}"
        case "ordinal":
            return f"{number}e"
        case "none":
            return ""
        case _:
            return str(number)


def roman(number: int) -> str:
    """Roman numeral in capitals."""
    parts = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
             (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
    text = ""
    for value, letters in parts:
        text += letters * (number // value)
        number %= value
    return text
