"""The text of one paragraph, with what is hidden in it set apart and its text boxes found."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.documents.docx.styles import Styles, on
from knowledge.documents.openxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WINGDINGS = {"fe": "☒", "fd": "☒", "78": "☒", "a8": "☐", "6f": "☐", "71": "☐", "fc": "✓", "fb": "✗"}
_MIN_HALVE_PUNTEN = 4
"""Letters smaller than 2 points are not meant to be read."""


@dataclass(slots=True)
class Text:
    """What a paragraph says: `shown` to the reader, `hidden` from the reader."""

    shown: str = ""
    hidden: str = ""
    bold: bool = False
    """All of the shown text is bold."""
    boxes: "list[Element]" = field(default_factory=list)
    images: int = 0


class Reader:
    """Reads paragraphs in order; knows the marks of footnotes and endnotes by then."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.notes: dict[str, str] = {}
        """Mark of each note ("1") by kind and id, in order of reference."""

    def read(self, paragraph: "Element", shaded: bool = False) -> Text:
        """`shaded`: the paragraph stands on a coloured ground, so white letters are no secret."""
        properties = paragraph.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        key = style.get(f"{W}val") if style is not None else None
        shaded = shaded or _has_colour(properties)
        result, shown, hidden, bold = Text(), [], [], []
        field_depth: list[str] = []
        for run in _runs(paragraph):
            text = self._run_text(run, field_depth, result)
            if not text:
                continue
            if self._is_hidden(run, key, shaded):
                hidden.append(text)
                continue
            shown.append(text)
            if text.strip():
                bold.append(self._is_bold(run, key))
        result.shown = " ".join("".join(shown).split())
        result.hidden = " ".join("".join(hidden).split())
        result.bold = bool(bold) and all(bold)
        return result

    def _run_text(self, run: "Element", fields: list[str], result: Text) -> str:
        """Text of a run; `fields` holds the state of nested complex fields across runs."""
        parts: list[str] = []
        for child in run:
            if not isinstance(child.tag, str):
                continue
            tag = child.tag.removeprefix(W)
            if tag == "fldChar":
                parts.append(_field(child, fields))
            elif "code" in fields:
                continue
            elif tag == "t":
                parts.append(child.text or "")
            elif tag in {"tab", "br", "cr", "ptab"}:
                parts.append(" ")
            elif tag == "noBreakHyphen":
                parts.append("-")
            elif tag == "sym":
                parts.append(_symbol(child))
            elif tag in {"footnoteReference", "endnoteReference"}:
                parts.append(self._mark(tag.removesuffix("Reference"), child.get(f"{W}id") or ""))
            elif tag in {"drawing", "pict", "object"}:
                # Early Strict files have the box's content under a name of Office 2010.
                boxes = list(child.iter("{*}txbxContent"))
                result.boxes += boxes
                result.images += 0 if boxes else 1
        return "".join(parts)

    def _mark(self, kind: str, key: str) -> str:
        count = sum(1 for known in self.notes if known.startswith(kind)) + 1
        mark = self.notes.setdefault(f"{kind}:{key}", str(count))
        return mark.translate(_SUPERSCRIPT)

    def _is_hidden(self, run: "Element", style: str | None, shaded: bool) -> bool:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return self._styles.run_switch(style, "vanish")
        vanish = on(properties.find(f"{W}vanish"))
        if vanish or (vanish is None and self._styles.run_switch(style, "vanish")):
            return True
        size, colour = properties.find(f"{W}sz"), properties.find(f"{W}color")
        if size is not None and _number(size.get(f"{W}val")) < _MIN_HALVE_PUNTEN:
            return True
        white = colour is not None and _is_white(colour.get(f"{W}val"))
        lit = on(properties.find(f"{W}highlight"))
        return white and not shaded and not lit and not _has_colour(properties)

    def _is_bold(self, run: "Element", style: str | None) -> bool:
        own = on(run.find(f"{W}rPr/{W}b"))
        return self._styles.run_switch(style, "b") if own is None else own


def _runs(paragraph: "Element") -> "list[Element]":
    """Runs of this paragraph, not those of text boxes inside it."""
    return [run for run in paragraph.iter(f"{W}r") if next(run.iterancestors(f"{W}p"), None) is paragraph]


def _field(char: "Element", fields: list[str]) -> str:
    """Follow begin, separate and end of a complex field; a legacy check box becomes its sign."""
    kind = char.get(f"{W}fldCharType")
    if kind == "begin":
        fields.append("code")
        box = char.find(f"{W}ffData/{W}checkBox")
        if box is not None:
            state = box.find(f"{W}checked")
            checked = on(state if state is not None else box.find(f"{W}default"))
            return "☒" if checked else "☐"
        choices = char.find(f"{W}ffData/{W}ddList")
        if choices is not None:
            entries = [e.get(f"{W}val") or "" for e in choices.iterchildren(f"{W}listEntry")]
            result = choices.find(f"{W}result")
            index = int(_number(result.get(f"{W}val"))) if result is not None else 0
            return entries[index] if index < len(entries) else ""
    elif kind == "separate" and fields:
        fields[-1] = "result"
    elif kind == "end" and fields:
        fields.pop()
    return ""


def _symbol(element: "Element") -> str:
    font = (element.get(f"{W}font") or "").lower()
    code = (element.get(f"{W}char") or "").lower()
    if "wingdings" in font:
        return _WINGDINGS.get(code.removeprefix("f0").lstrip("0"), "•")
    try:
        letter = chr(int(code, 16))
    except ValueError:
        return ""
    return "•" if 0xE000 <= ord(letter) <= 0xF8FF else letter


def _has_colour(properties: "Element | None") -> bool:
    """Whether w:shd gives a ground that is not white."""
    shading = properties.find(f"{W}shd") if properties is not None else None
    if shading is None:
        return False
    fill = shading.get(f"{W}fill") or "auto"
    solid = (shading.get(f"{W}val") or "clear") not in {"clear", "nil"}
    return solid or (fill != "auto" and not _is_white(fill)) or shading.get(f"{W}themeFill") is not None


def _is_white(colour: str | None) -> bool:
    return bool(re.fullmatch(r"(?:[fF][a-fA-F0-9]){3}", colour or ""))


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
