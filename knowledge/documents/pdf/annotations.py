"""Form fields and notes as they are in the file: page text holds few of them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2.raw as raw

from knowledge.documents.model import Blok, Soort
from knowledge.documents.pdf.drawing import Box
from knowledge.documents.pdf.lines import kader
from knowledge.documents.pdf.page import Plane

AAN, UIT = "☒", "☐"
_GEEN_INHOUD = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP}
_VERBORGEN = 0x2 | 0x20
"""Annotation flags Hidden and NoView."""
_DRUKKNOP = 1 << 16
_MAX_DIEPTE = 20
_MAX_VELDEN = 5000


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


@dataclass(slots=True)
class Annotations:
    """Fields and notes by page number, and the filled fields that are on no page."""

    velden: dict[int, list[Field]] = field(default_factory=dict)
    opmerkingen: dict[int, list[Blok]] = field(default_factory=dict)
    zonder_pagina: list[Blok] = field(default_factory=list)
    beschadigd: bool = False
    """They could not be read."""


def read_annotations(document: Any, path: Path, planes: dict[int, Plane]) -> Annotations:
    """Everything that lies on the pages in `planes`. The file is opened a second time only if it has any."""
    has_form = document.get_formtype() != raw.FORMTYPE_NONE
    if not has_form and not any(_has_annotations(document, number) for number in planes):
        return Annotations()
    try:
        return _read(path, planes)
    except MemoryError:
        raise
    except Exception:  # pdfminer raises many kinds for a damaged file; the text of the pages is safe
        return Annotations(beschadigd=True)


def _read(path: Path, planes: dict[int, Plane]) -> Annotations:
    import pdfplumber

    found = Annotations()
    with pdfplumber.open(path) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            if number in planes:
                _add_page(found, page.page_obj.annots, planes[number], number)
            page.close()
        form = _resolved(pdf.doc.catalog.get("AcroForm"))
        if isinstance(form, dict):
            # Widgets of a page need not be in this list, nor the other way round.
            seen = {f.naam for fields in found.velden.values() for f in fields}
            found.zonder_pagina = _without_page(form, seen)
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


def _add_page(found: Annotations, annotations: Any, plane: Plane, number: int) -> None:
    fields = found.velden.setdefault(number, [])
    notes = found.opmerkingen.setdefault(number, [])
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
