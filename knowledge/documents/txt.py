"""Plain text: the encoding found out, paragraphs between blank lines, list items apart."""

import re
from pathlib import Path

from knowledge.documents.joining import join_lines
from knowledge.documents.model import Blok, Document, Leesprobleem, Soort
from knowledge.documents.read import problem_document

_OPSOMMING = re.compile(r"^\s*(?:[-–•*▪◦]|\(?[a-z]\)|\d{1,3}[.)])\s+\S")


def read_txt(path: Path, name: str) -> Document:
    """Read a text file; `formaat` is "txt". A file that holds no text gives a Leesprobleem."""
    raw = path.read_bytes()
    text = _decode(raw)
    if text is None:
        return problem_document(name, "beschadigd", f"{name}: dit bestand bevat geen leesbare tekst.")
    blocks = []
    for paragraph in re.split(r"\n\s*\n|\f", text.replace("\r\n", "\n").replace("\r", "\n")):
        for soort, lines in _pieces(paragraph.split("\n")):
            joined = join_lines(lines)
            if joined:
                blocks.append(Blok(joined, soort))
    problems = () if blocks else (Leesprobleem("leeg", f"{name}: in dit bestand staat geen tekst."),)
    return Document(name, "txt", tuple(blocks), problemen=problems)


def _decode(raw: bytes) -> str | None:
    """UTF-8 (with or without mark), UTF-16 with mark, else the Windows code page; None for binary data."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    if b"\0" in raw:
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _pieces(lines: list[str]) -> list[tuple[Soort, list[str]]]:
    pieces: list[tuple[Soort, list[str]]] = []
    for line in lines:
        if _OPSOMMING.match(line):
            pieces.append((Soort.LIJST, [line]))
        elif pieces:
            pieces[-1][1].append(line)
        else:
            pieces.append((Soort.ALINEA, [line]))
    return pieces
