"""Reading a DOCX: the parts in turn, each through the same walk."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.documents.docx.normalise import normalise
from knowledge.documents.docx.numbering import Numbers
from knowledge.documents.docx.styles import Styles
from knowledge.documents.docx.walk import Walker
from knowledge.documents.model import Blok, Document, Leesprobleem, Soort
from knowledge.documents.notes import tie_notes
from knowledge.documents.openxml import Package, W
from knowledge.documents.read import problem_document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def read_docx(path: Path, name: str) -> Document:
    """Read a Word document; `formaat` is "docx", pages are unknown. Headers come first, then the body;
    footers, footnotes, endnotes and comments last.

    Raises LeesFout when the file is damaged, fails the zip guard or has a DOCTYPE.
    """
    with Package(path, name) as package:
        main = package.main_part()
        if main is None:
            return problem_document(name, "beschadigd", f"{name}: in dit Word-bestand ontbreekt de tekst.")
        return _read(package, main, name)


def _read(package: Package, main: str, name: str) -> Document:
    related = {
        kind: [target for k, target in package.related(main).values() if k == kind and target in package]
        for kind in (
            "styles",
            "numbering",
            "header",
            "footer",
            "footnotes",
            "endnotes",
            "comments",
            "aFChunk",
        )
    }
    properties = package.properties()
    tracked = 0

    def load(part: str) -> "Element":
        nonlocal tracked
        root = package.xml(part)
        tracked += normalise(root)
        return root

    def first(kind: str) -> "Element | None":
        return package.xml(related[kind][0]) if related[kind] else None

    walker = Walker(Styles(first("styles")), Numbers(first("numbering")))
    heads = [b for part in related["header"] for b in _running(walker, load(part), Soort.KOPREGEL)]
    text = [b for body in load(main).iterchildren(f"{W}body") for b in walker.blocks(body)]
    feet = [b for part in related["footer"] for b in _running(walker, load(part), Soort.VOETREGEL)]
    notes = [
        b
        for kind in ("footnotes", "endnotes", "comments")
        for part in related[kind]
        for b in _notes(walker, load(part), kind)
    ]
    problems = []
    if any(b.soort is Soort.VERBORGEN for b in [*heads, *text, *feet, *notes]):
        problems.append(
            Leesprobleem(
                "verborgen_tekst", f"{name}: in dit bestand staat tekst die voor een lezer onzichtbaar is."
            )
        )
    if not text:
        what = "alleen afbeeldingen, geen tekst" if walker.images else "geen tekst"
        problems.append(Leesprobleem("leeg", f"{name}: in dit Word-bestand staat {what}."))
    if related["aFChunk"] or any("/embeddings/" in part for part in package.parts()):
        problems.append(
            Leesprobleem(
                "bijlage", f"{name}: in dit bestand zit een ander bestand. Dat hebben we niet gelezen."
            )
        )
    if tracked:
        properties["bijgehouden_wijzigingen"] = str(tracked)
    if walker.images:
        properties["afbeeldingen"] = str(walker.images)
    return Document(
        name,
        "docx",
        tuple(tie_notes(_once(heads) + text + _once(feet) + notes)),
        eigenschappen=properties,
        problemen=tuple(problems),
    )


def _running(walker: Walker, root: "Element", soort: Soort) -> list[Blok]:
    return [
        b if b.soort is Soort.VERBORGEN else replace(b, soort=soort, niveau=0) for b in walker.blocks(root)
    ]


def _once(blocks: list[Blok]) -> list[Blok]:
    """First, even and other pages often repeat the same header."""
    return list({(b.soort, b.tekst): b for b in blocks}.values())


def _notes(walker: Walker, root: "Element", kind: str) -> list[Blok]:
    """Each footnote, endnote or comment as one block; the separators that Word adds have no text."""
    soort = Soort.OPMERKING if kind == "comments" else Soort.VOETNOOT
    blocks = []
    for note in root:
        if note.get(f"{W}type") in {"separator", "continuationSeparator", "continuationNotice"}:
            continue
        parts = list(walker.blocks(note))
        text = " ".join(b.tekst for b in parts if b.soort is not Soort.VERBORGEN)
        mark = walker.reader.notes.get(f"{kind.removesuffix('s')}:{note.get(f'{W}id')}", "")
        if text:
            blocks.append(Blok(text, soort, plaats=mark))
        blocks += [b for b in parts if b.soort is Soort.VERBORGEN]
    return blocks
