"""Imports a document (txt, pdf, docx) into the sources."""

from pathlib import Path

from knowledge.documents.read import read_document
from knowledge.errors import InvoerFout
from knowledge.sources.lines import Tekstregel, lines_of_document, lines_of_text
from knowledge.sources.passages import Brondocument
from knowledge.sources.split import split
from knowledge.sources.store import Bronnen, check_name

KINDS = (".txt", ".pdf", ".docx")
LARGEST_TEXT = 20_000_000


def import_file(path: Path, bron: str | None, store: Bronnen) -> Brondocument:
    """Split a document into passages and keep it under `bron` (default: the file's name without its ending).

    A document of the same name is replaced. InvoerFout when the file cannot be read or holds no text.
    """
    document = read_source(path, bron)
    store.bewaar(document)
    return document


def read_source(path: Path, bron: str | None = None) -> Brondocument:
    """The document as passages, without keeping it."""
    name = bron or path.name.removesuffix(path.suffix)
    check_name(name)
    if path.suffix.lower() not in KINDS:
        raise InvoerFout(f"{path}: dit soort bestand kan niet; gebruik {', '.join(KINDS)}.")
    lines = read_lines(path)
    passages = split(lines)
    if not passages:
        raise InvoerFout(f"{path}: er staat geen leesbare tekst in dit bestand.")
    return Brondocument(name, path.name, _title(lines), passages)


def read_lines(path: Path) -> list[Tekstregel]:
    if not path.is_file():
        raise InvoerFout(f"{path}: dit bestand is er niet.")
    if path.suffix.lower() == ".txt":
        return lines_of_text(_text(path))
    document = read_document(path)
    lines = lines_of_document(document)
    if not lines:
        reasons = " ".join(p.uitleg for p in document.problemen)
        raise InvoerFout(f"{path}: er is geen tekst uit dit bestand te lezen. {reasons}".strip())
    return lines


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_TEXT:
            raise InvoerFout(f"{path}: dit tekstbestand is te groot (meer dan 20 MB).")
        data = path.read_bytes()
    except OSError as fout:
        raise InvoerFout(f"{path}: niet te lezen ({fout.strerror}).") from fout
    if b"\0" in data:
        raise InvoerFout(f"{path}: dit is geen tekstbestand.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _title(lines: list[Tekstregel]) -> str:
    """The first heading that the document itself marks, else its first line."""
    marked = next((line.tekst for line in lines[:50] if line.kopniveau == 1), None)
    return (marked or lines[0].tekst)[:120]
