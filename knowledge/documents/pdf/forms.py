"""Form fields and notes on pages, read from the file itself: page text holds few of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pypdfium2.raw as raw

from knowledge.documents.model import Blok, Kader, Soort
from knowledge.documents.pdf.drawing import Box
from knowledge.documents.pdf.lines import Segment, kader
from knowledge.documents.pdf.page import Plane

AAN, UIT = "☒", "☐"
_GEEN_INHOUD = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP}
_VERBORGEN = 0x2 | 0x20
"""Annotation flags Hidden and NoView."""
_KEUZERONDJE, _DRUKKNOP = 1 << 15, 1 << 16
_MAX_DIEPTE = 20
_MAX_VELDEN = 5000


class Sheet(Protocol):
    """What is needed of a page: its plane and the text on it."""

    plane: Plane
    segmenten: list[Segment]


@dataclass(frozen=True, slots=True)
class Field:
    """One field as it stands on a page."""

    naam: str
    uitleg: str
    """The field's tooltip: forms that screen readers can use have their question there."""
    soort: str
    """tekst, vakje or handtekening."""
    waarde: str
    box: Box
    verborgen: bool

    @property
    def midden(self) -> float:
        return (self.box[1] + self.box[3]) / 2


def read_annotations(document: Any, path: Path, sheets: dict[int, Any]) -> dict[int | None, list[Blok]]:
    """Blocks of the fields and notes of each page; under None the filled fields that are on no page."""
    has_form = document.get_formtype() != raw.FORMTYPE_NONE
    if not has_form and not any(_has_annotations(document, number) for number in sheets):
        return {}
    import pdfplumber

    found: dict[int | None, list[Blok]] = {}
    with pdfplumber.open(path) as pdf:
        seen: set[str] = set()
        for number, page in enumerate(pdf.pages, start=1):
            if number in sheets:
                fields, notes = _page(page.page_obj.annots, sheets[number].plane, number)
                seen |= {field.naam for field in fields}
                found[number] = _field_blocks(fields, sheets[number], number) + notes
            page.close()
        form = _resolved(pdf.doc.catalog.get("AcroForm"))
        if isinstance(form, dict):
            found[None] = _without_page(form, seen)
    return found


def _has_annotations(document: Any, number: int) -> bool:
    page = document[number - 1]
    try:
        for i in range(raw.FPDFPage_GetAnnotCount(page.raw)):
            annotation = raw.FPDFPage_GetAnnot(page.raw, i)
            subtype = raw.FPDFAnnot_GetSubtype(annotation)
            raw.FPDFPage_CloseAnnot(annotation)
            if subtype not in _GEEN_INHOUD:
                return True
        return False
    finally:
        page.close()


def _page(annotations: Any, plane: Plane, number: int) -> tuple[list[Field], list[Blok]]:
    fields: list[Field] = []
    notes: list[Blok] = []
    listed = _resolved(annotations)
    for reference in listed[:_MAX_VELDEN] if isinstance(listed, list) else []:
        annotation = _resolved(reference)
        if not isinstance(annotation, dict):
            continue
        subtype = _text(annotation.get("Subtype"))
        box = _box(annotation, plane)
        if box is None:
            continue
        if subtype == "Widget":
            if field := _field(annotation, box):
                fields.append(field)
        elif subtype not in {"Link", "Popup"} and (contents := _text(annotation.get("Contents"))):
            soort = Soort.TEKSTVAK if subtype == "FreeText" else Soort.OPMERKING
            notes.append(Blok(" ".join(contents.split()), soort, number, kader([box])))
    return fields, notes


def _field(widget: dict[str, Any], box: Box) -> Field | None:
    kind = _text(_inherited(widget, "FT"))
    flags = _resolved(_inherited(widget, "Ff")) or 0
    value = _resolved(_inherited(widget, "V"))
    if kind == "Btn":
        if flags & _DRUKKNOP:
            return None
        state = _text(widget.get("AS")) or _text(value)
        soort, text = "vakje", UIT if state in {"", "Off"} else AAN
    elif kind == "Sig":
        soort, text = "handtekening", _signature(value)
    else:
        soort, text = "tekst", _text(value)
    return Field(
        _full_name(widget),
        " ".join(_text(_inherited(widget, "TU")).split()),
        soort,
        " ".join(text.split()),
        box,
        bool((_resolved(widget.get("F")) or 0) & _VERBORGEN),
    )


def _signature(value: Any) -> str:
    """What a signature field says of its signature; "" when it is not signed."""
    if not isinstance(value, dict):
        return ""
    by, moment = _text(value.get("Name")), _text(value.get("M"))
    day = f" op {moment[8:10]}-{moment[6:8]}-{moment[2:6]}" if moment.startswith("D:") else ""
    return f"digitaal ondertekend{' door ' + by if by else ''}{day}"


def _field_blocks(fields: list[Field], sheet: Sheet, number: int) -> list[Blok]:
    """Fields from top to bottom; boxes to tick that stand side by side make one line."""
    blocks: list[tuple[float, Blok]] = []
    for row in _rows([f for f in fields if f.soort == "vakje" and not f.verborgen]):
        blocks.append((row[0].midden, _tick_row(row, sheet, number)))
    for field in fields:
        if field.verborgen:
            # Forms keep scratch values in hidden fields; only sentences there are worth a look.
            if field.soort == "tekst" and len(field.waarde) > 20:
                block = Blok(field.waarde, Soort.VERBORGEN, number, kader([field.box]), plaats=field.naam)
                blocks.append((field.midden, block))
        elif field.soort != "vakje":
            label = (field.uitleg or _label(field, sheet.segmenten) or field.naam).rstrip(": ")
            block = Blok(
                f"{label}: {field.waarde}".strip(), Soort.FORMULIERVELD, number, kader([field.box]),
                plaats=field.naam,
            )  # fmt: skip
            blocks.append((field.midden, block))
    return [block for _, block in sorted(blocks, key=lambda pair: pair[0])]


def _rows(boxes: list[Field]) -> list[list[Field]]:
    rows: list[list[Field]] = []
    for box in sorted(boxes, key=lambda f: (f.midden, f.box[0])):
        if rows and abs(box.midden - rows[-1][-1].midden) < 4:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda f: f.box[0]) for row in rows]


def _tick_row(row: list[Field], sheet: Sheet, number: int) -> Blok:
    """ "Is de ondernemer een mkb-bedrijf? ☒ Ja ☐ Nee"."""
    options = []
    for i, field in enumerate(row):
        until = row[i + 1].box[0] if i + 1 < len(row) else field.box[2] + 400
        options.append(_text_right(field, until, sheet.segmenten))
    question = _common_question([f.uitleg for f in row]) if len(row) > 1 else ""
    question = question or _text_left(row[0], sheet.segmenten)
    if len(row) == 1 and (row[0].uitleg or not (options[0] or question)):
        question, options = "", [row[0].uitleg or row[0].naam]
    elif question and not any(options):
        options = [f.uitleg.removeprefix(question).strip() or f.naam for f in row]
    ticks = " ".join(f"{f.waarde} {label}".strip() for f, label in zip(row, options, strict=True))
    ticked = next((f for f in row if f.waarde == AAN), row[0])
    place: Kader = kader([f.box for f in row])
    return Blok(f"{question} {ticks}".strip(), Soort.FORMULIERVELD, number, place, plaats=ticked.naam)


def _common_question(tooltips: list[str]) -> str:
    """The words that the tooltips of one row share at their start."""
    if len(set(tooltips)) == 1:
        return tooltips[0]
    shared = []
    for words in zip(*(tip.split() for tip in tooltips), strict=False):
        if len(set(words)) > 1:
            break
        shared.append(words[0])
    return " ".join(shared)


def _label(field: Field, segments: list[Segment]) -> str:
    """Text before a field, else just above it."""
    if left := _text_left(field, segments):
        return left
    left_edge, top, right_edge, _ = field.box
    above = [
        s for s in segments if 0 <= top - s.basis < 18 and s.box[0] < right_edge and s.box[2] > left_edge
    ]
    return max(above, key=lambda s: s.basis).tekst if above else ""


def _on_row(field: Field, segment: Segment) -> bool:
    return field.box[1] - 3 < segment.basis - 0.3 * segment.maat < field.box[3] + 3


def _text_left(field: Field, segments: list[Segment]) -> str:
    before = [s for s in segments if _on_row(field, s) and s.box[2] <= field.box[0] + 2]
    return " ".join(s.tekst for s in sorted(before, key=lambda s: s.box[0]))


def _text_right(field: Field, until: float, segments: list[Segment]) -> str:
    after = [s for s in segments if _on_row(field, s) and field.box[2] - 2 <= s.box[0] < until]
    return " ".join(s.tekst for s in sorted(after, key=lambda s: s.box[0]))


def _without_page(form: dict[str, Any], seen: set[str]) -> list[Blok]:
    """Fields that are filled but drawn on no page."""
    blocks: list[Blok] = []

    def walk(references: Any, depth: int) -> None:
        listed = _resolved(references)
        for reference in listed[:_MAX_VELDEN] if isinstance(listed, list) and depth < _MAX_DIEPTE else []:
            field = _resolved(reference)
            if not isinstance(field, dict):
                continue
            name, value = _full_name(field), _text(_inherited(field, "V"))
            if value and name not in seen and _text(_inherited(field, "FT")) in {"Tx", "Ch"}:
                seen.add(name)
                label = _text(field.get("TU")) or name
                text = " ".join(f"{label}: {value}".split())
                blocks.append(Blok(text, Soort.FORMULIERVELD, plaats=name))
            walk(field.get("Kids"), depth + 1)

    walk(form.get("Fields"), 0)
    return blocks


def _inherited(field: dict[str, Any], key: str) -> Any:
    """A field's own value for `key`, or that of the field it is part of."""
    node: Any = field
    for _ in range(_MAX_DIEPTE):
        if not isinstance(node, dict):
            return None
        if key in node:
            return node[key]
        node = _resolved(node.get("Parent"))
    return None


def _full_name(field: dict[str, Any]) -> str:
    names: list[str] = []
    node: Any = field
    for _ in range(_MAX_DIEPTE):
        if not isinstance(node, dict):
            break
        if name := _text(node.get("T")):
            names.insert(0, name)
        node = _resolved(node.get("Parent"))
    return ".".join(names)


def _box(annotation: dict[str, Any], plane: Plane) -> Box | None:
    rect = _resolved(annotation.get("Rect"))
    try:
        x0, y0, x1, y1 = (float(_resolved(number)) for number in rect)
    except (TypeError, ValueError):
        return None
    return plane.box(x0, y0, x1, y1)


def _resolved(value: Any) -> Any:
    from pdfminer.pdftypes import resolve1

    return resolve1(value)


def _text(value: Any) -> str:
    """A PDF string, name, stream or list of them as text; "" for anything else."""
    from pdfminer.pdftypes import PDFStream
    from pdfminer.psparser import PSLiteral
    from pdfminer.utils import decode_text

    value = _resolved(value)
    if isinstance(value, PSLiteral):
        return str(value.name)
    if isinstance(value, PDFStream):
        value = value.get_data()
    if isinstance(value, bytes):
        return str(decode_text(value))
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(part) for part in value)))
    return value if isinstance(value, str) else ""
