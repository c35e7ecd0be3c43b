"""Imports a document (txt, pdf, docx) into the sources."""

from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.documents.read import read_document
from knowledge.errors import InvoerFout
from knowledge.sources.kenmerken import lees_kenmerken
from knowledge.sources.lines import Tekstregel, lines_of_document, lines_of_text
from knowledge.sources.nota import holds_questions, split_nota
from knowledge.sources.passages import Brondocument, Bronsoort
from knowledge.sources.split import split
from knowledge.sources.store import Bronnen, check_name

KINDS = (".txt", ".pdf", ".docx")
LARGEST_TEXT = 20_000_000


@dataclass(frozen=True, slots=True)
class Opgave:
    """What whoever imports a document says it is; None leaves it to what the document says itself."""

    regio: str | None = None
    jaar: int | None = None
    soort: Bronsoort | None = None
    wijzigt: str | None = None
    """Name of the bron that it amends."""


GEEN_OPGAVE = Opgave()


def import_file(path: Path, bron: str | None, store: Bronnen, opgave: Opgave = GEEN_OPGAVE) -> Brondocument:
    """Split a document into passages and keep it under `bron` (default: the file's name without its ending).

    A document of the same name is replaced. A nota van inlichtingen amends the one inkoopdocument of its
    region that is there, unless `opgave` names another. InvoerFout when the file cannot be read or holds no
    text, or the document it should amend is itself.
    """
    document = _said(read_source(path, bron, opgave.soort), opgave)
    document = koppel(document, store, opgave)
    if document.wijzigt == document.bron:
        raise InvoerFout(f"{path}: een document kan niet zichzelf wijzigen; kies een andere naam met --bron.")
    store.bewaar(document)
    return document


def read_source(path: Path, bron: str | None = None, soort: Bronsoort | None = None) -> Brondocument:
    """The document as passages, without keeping it. `soort`: what it is, where that is known."""
    name = bron or path.name.removesuffix(path.suffix)
    check_name(name)
    if path.suffix.lower() not in KINDS:
        raise InvoerFout(f"{path}: dit soort bestand kan niet; gebruik {', '.join(KINDS)}.")
    lines = read_lines(path)
    traits = lees_kenmerken(path.name, [line.tekst for line in lines])
    kind = soort or traits.soort
    if soort is None and kind == "overig" and holds_questions(lines):
        kind = "nota van inlichtingen"
    passages = split_nota(lines) if kind == "nota van inlichtingen" else split(lines)
    if not passages:
        raise InvoerFout(f"{path}: er staat geen leesbare tekst in dit bestand.")
    document = Brondocument(name, path.name, _title(lines), passages)
    return replace(document, regio=traits.regio, jaar=traits.jaar, soort=kind, volgnummer=traits.volgnummer)


def _said(document: Brondocument, opgave: Opgave) -> Brondocument:
    return replace(
        document,
        regio=document.regio if opgave.regio is None else opgave.regio.strip(),
        jaar=document.jaar if opgave.jaar is None else opgave.jaar,
        wijzigt=opgave.wijzigt or "",
    )


def koppel(document: Brondocument, store: Bronnen, opgave: Opgave = GEEN_OPGAVE) -> Brondocument:
    """A nota with the document it belongs to, and that one's region and year; any other document as it is."""
    if document.soort != "nota van inlichtingen":
        return document
    others = [other for other in store.alle() if other.bron != document.bron]
    if not opgave.wijzigt:
        fitting = [o for o in others if o.soort == "inkoopdocument" and document.regio in ("", o.regio)]
        same_year = [o for o in fitting if o.jaar == document.jaar]
        chosen = fitting if len(fitting) == 1 else same_year
        document = replace(document, wijzigt=chosen[0].bron if len(chosen) == 1 else "")
    amended = next((other for other in others if other.bron == document.wijzigt), None)
    if amended is None:
        return document
    # A nota is of the tender it belongs to: the dates in it are of the letters that went to and fro.
    return replace(
        document,
        regio=document.regio or amended.regio,
        jaar=amended.jaar if opgave.jaar is None else document.jaar,
    )


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
