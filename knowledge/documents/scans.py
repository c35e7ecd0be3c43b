"""What a user is told of recognised text, and pictures as files of their own."""

from pathlib import Path

from knowledge.documents import limits
from knowledge.documents.model import Blok, Document, Leesprobleem
from knowledge.documents.ocr import Scanner
from knowledge.documents.read import problem_document

_GOED = 0.75
"""Surer than this on average, the text can be used; below it many words are wrong."""


def sureness(blocks: list[Blok]) -> float:
    """Mean confidence over the letters of recognised blocks; 0 when there are none."""
    letters = sum(len(b.tekst) for b in blocks)
    return sum((b.zekerheid or 0) * len(b.tekst) for b in blocks) / letters if letters else 0.0


def doubt(what: str, sure: float, number: int | None = None) -> Leesprobleem:
    """The problem to name for a picture whose text was recognised with this confidence (0: no text)."""
    if not sure:
        return Leesprobleem("onleesbaar", f"{what}; de tekst erop is niet te lezen.", number)
    percentage = f"(zekerheid {100 * sure:.0f}%)"
    if sure < _GOED:
        uitleg = f"{what}; de tekst erop is slecht te herkennen {percentage}. Kijk hem zelf na."
        return Leesprobleem("onleesbaar", uitleg, number)
    return Leesprobleem("scan", f"{what}; we hebben de tekst herkend {percentage}.", number)


def read_picture(path: Path, name: str) -> Document:
    """Read a picture (PNG, JPG, TIFF, ...); `formaat` is its ending. At most `limits.OCR_PIXELS`."""
    from PIL import Image, ImageSequence, UnidentifiedImageError

    ending = path.suffix.lower().lstrip(".") or "afbeelding"
    blocks: list[Blok] = []
    scanner = Scanner()
    try:
        with Image.open(path) as picture:
            ending = (picture.format or ending).lower()
            width, height = picture.size
            if width * height > limits.OCR_PIXELS:
                uitleg = f"{name}: deze afbeelding is te groot ({width} bij {height} beeldpunten)."
                return problem_document(name, "te_groot", uitleg)
            for frame in ImageSequence.Iterator(picture):
                if scanner.exhausted:
                    break
                found = scanner.read(frame) or []
                blocks += [Blok(one.tekst, zekerheid=one.zekerheid) for one in found]
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        uitleg = (
            f"{name}: deze afbeelding is beschadigd of van een soort die we niet kennen. Bekijk haar zelf."
        )
        return problem_document(name, "niet_gelezen", uitleg)
    problem = doubt(f"{name}: dit is een afbeelding", sureness(blocks))
    return Document(name, ending, tuple(blocks), problemen=(problem,))
