"""The words that stand in the XML of a DOCX and that its reading does not hold."""

import re
import zipfile
from collections import Counter
from pathlib import Path

from lxml import etree

from knowledge.documents import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARTS = re.compile(
    r"word/(document\d*|footnotes\d*|endnotes\d*|comments\d*|header\d*|footer\d*)\.xml$", re.I
)
_GONE = ("del", "moveFrom", "delText")
_GAPS = ("tab", "br", "cr", "ptab", "sym", "noBreakHyphen", "footnoteReference", "endnoteReference")


def lost_words(path: Path, document: Document) -> tuple[int, Counter[str]]:
    """How many words the file's text parts hold, and which of them are missing (how often).

    Deleted text does not count, of alternatives only one; headers that say the same count once.
    """
    wanted: Counter[str] = Counter()
    running: Counter[str] = Counter()
    with zipfile.ZipFile(path) as package:
        for part in package.namelist():
            if not _PARTS.search(part):
                continue
            words = Counter(_words(etree.fromstring(package.read(part))))
            if "header" in part.lower() or "footer" in part.lower():
                running |= words
            else:
                wanted += words
    wanted += running
    read: Counter[str] = Counter()
    for block in document.blokken:
        read.update(_split(f"{block.nummer} {block.tekst}"))
    lost = wanted - read
    # A word may be cut or joined where a text box or a line break stands: its letters are there then.
    letters = "".join("".join(_split(b.tekst)) for b in document.blokken)
    for word in [w for w in lost if w not in read and w in letters]:
        del lost[word]
    return sum(wanted.values()), lost


def _split(text: str) -> list[str]:
    # Marks of notes are raised figures glued to a word.
    return re.findall(r"[^\W_]+", re.sub("[¹²³⁴⁵⁶⁷⁸⁹⁰]", " ", text))


def _words(root: "etree._Element") -> list[str]:
    for namespace in (W, W_STRICT):
        for tag in _GONE:
            for element in list(root.iter(f"{namespace}{tag}")):
                _remove(element)
    for alternative in list(root.iter(f"{MC}AlternateContent")):
        branches = list(alternative.iterchildren(f"{MC}Choice", f"{MC}Fallback"))
        with_text = [
            b for b in branches if any((t.text or "").strip() for t in b.iter(f"{W}t", f"{W_STRICT}t"))
        ]
        for branch in branches:
            if branch not in (with_text or branches)[:1]:
                _remove(branch)
    found: list[str] = []
    for namespace in (W, W_STRICT):
        paragraphs: dict[etree._Element | None, list[str]] = {}
        for element in root.iter(*(f"{namespace}{tag}" for tag in ("t", *_GAPS))):
            paragraph = next(element.iterancestors(f"{namespace}p"), None)
            text = (element.text or "") if element.tag == f"{namespace}t" else " "
            paragraphs.setdefault(paragraph, []).append(text)
        for parts in paragraphs.values():
            found += _split("".join(parts))
    return found


def _remove(element: "etree._Element") -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
