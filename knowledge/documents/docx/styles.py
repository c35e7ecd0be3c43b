"""Paragraph styles: heading levels, list styles, numbering and bold, inherited along basedOn."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.documents.openxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KOP = re.compile(r"^(?:heading|kop|header)\s*(\d)$")
_TITEL = {"title", "titel"}
_INHOUD = re.compile(r"^(?:toc|inhopg|inhoudsopgave)\s*\d$")


def on(element: "Element | None") -> bool | None:
    """Value of a switch such as w:b; None when it is absent."""
    if element is None:
        return None
    return (element.get(f"{W}val") or "1") not in {"0", "false", "off", "none"}


def whole(value: str | None, default: int) -> int:
    """A whole number from an attribute; the default where it is absent or, in a damaged file, no number."""
    try:
        return max(0, min(int(value or default), 100_000))
    except ValueError:
        return default


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which list and level a paragraph belongs to."""

    num_id: str
    level: int


class Styles:
    """The styles of one document; an absent or unknown style is plain text."""

    def __init__(self, root: "Element | None") -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        self._chains: dict[str, list[Element]] = {}
        self._names: dict[str, list[str]] = {}
        for style in root.iter(f"{W}style") if root is not None else ():
            key = style.get(f"{W}styleId") or ""
            self._styles[key] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}:
                self._default = key

    def chain(self, key: str | None) -> "list[Element]":
        """The style and those it is based on, nearest first."""
        first = key or self._default
        if first in self._chains:
            return self._chains[first]
        found = self._chains[first] = []
        key = first
        while key in self._styles and self._styles[key] not in found:
            found.append(self._styles[key])
            based = self._styles[key].find(f"{W}basedOn")
            key = (based.get(f"{W}val") or "") if based is not None else ""
        return found

    def names(self, key: str | None) -> list[str]:
        """Names and ids along the chain, lower case: Word's Dutch versions keep English names, others not."""
        first = key or self._default
        if first in self._names:
            return self._names[first]
        names = self._names[first] = []
        for style in self.chain(key):
            name = style.find(f"{W}name")
            names.append(((name.get(f"{W}val") or "") if name is not None else "").lower())
            names.append((style.get(f"{W}styleId") or "").lower())
        return names

    def heading_level(self, key: str | None, own: "Element | None") -> int:
        """1 to 9 for a heading (a title counts as 1), 0 for other text; `own` is the paragraph's w:pPr."""
        for properties in [own, *(style.find(f"{W}pPr") for style in self.chain(key))]:
            outline = properties.find(f"{W}outlineLvl") if properties is not None else None
            if outline is not None:
                level = whole(outline.get(f"{W}val"), 9)
                return level + 1 if level < 9 else 0
        for name in self.names(key):
            if match := _KOP.match(name):
                return int(match[1])
            if name in _TITEL:
                return 1
        return 0

    def is_contents(self, key: str | None) -> bool:
        return any(_INHOUD.match(name) for name in self.names(key))

    def is_list(self, key: str | None) -> bool:
        return any(name.startswith(("list", "lijst", "opsom")) for name in self.names(key))

    def numbering(self, key: str | None, own: "Element | None") -> Numbering | None:
        """The list a paragraph is in, from its own properties or its style; None for no list."""
        num_id: str | None = None
        level: int | None = None
        for properties in [own, *(style.find(f"{W}pPr") for style in self.chain(key))]:
            numbered = properties.find(f"{W}numPr") if properties is not None else None
            if numbered is None:
                continue
            at, of = numbered.find(f"{W}ilvl"), numbered.find(f"{W}numId")
            if level is None and at is not None:
                level = whole(at.get(f"{W}val"), 0)
            if num_id is None and of is not None:
                num_id = of.get(f"{W}val")
        return Numbering(num_id, level or 0) if num_id and num_id != "0" else None

    def run_switch(self, key: str | None, tag: str) -> bool:
        """A switch of the run properties (b, vanish) as the style sets it."""
        for style in self.chain(key):
            state = on(style.find(f"{W}rPr/{W}{tag}"))
            if state is not None:
                return state
        return False
