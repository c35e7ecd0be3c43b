"""The filled form fields of a PDF as pypdf finds them, held against what was read."""

import logging
import re
from dataclasses import dataclass, field
from pathlib import Path

import pypdf

from knowledge.documents import Document

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


@dataclass(slots=True)
class FieldCount:
    forms: int = 0
    filled: int = 0
    missing: list[str] = field(default_factory=list)
    """File, field and value that pypdf has and we have not."""


def compare_fields(path: Path, name: str, document: Document, count: FieldCount) -> None:
    """Add the filled fields of one file: texts and choices by value, boxes to tick by their being read."""
    if b"/AcroForm" not in path.read_bytes():
        return
    try:
        fields = pypdf.PdfReader(path).get_fields() or {}
    except Exception:  # pypdf gives up on some files that we read
        return
    filled = 0
    read = _plain(" ".join(b.tekst for b in document.blokken))
    ticked = {b.plaats for b in document.blokken if "☒" in b.tekst}
    for key, one in fields.items():
        value, kind = one.get("/V"), one.get("/FT")
        if kind in {"/Tx", "/Ch"} and value:
            shown = " ".join(map(str, value)) if isinstance(value, list) else _as_text(value)
            if not _plain(shown):
                continue
            filled += 1
            if _plain(shown) not in read and not all(_plain(w) in read for w in shown.split()):
                count.missing.append(f"{name}\t{key}\t{shown[:60]!r}")
        elif kind == "/Btn" and value not in (None, "", "/Off"):
            filled += 1
            if key not in ticked and "☒" not in "".join(b.tekst for b in document.blokken):
                count.missing.append(f"{name}\t{key}\t{value!r}")
    count.filled += filled
    count.forms += bool(filled)


def _as_text(value: object) -> str:
    if isinstance(value, pypdf.generic.StreamObject):
        return value.get_data().decode("latin-1", "replace")
    return str(value)


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text)
