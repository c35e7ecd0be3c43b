"""Text on pictures, recognised by the program tesseract with its Dutch data, where the machine has them.

Without the program nothing fails: `Scanner.read` gives None and the caller says that the page was not read.
"""

import csv
import io
import os
import resource
import shutil
import subprocess
import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from knowledge.documents import limits
from knowledge.documents.joining import join_lines

if TYPE_CHECKING:
    from PIL.Image import Image

PUNTEN_PER_DUIM = 72
DPI = 300
"""Pixels per inch at which a page is drawn for recognition; tesseract was trained near this."""
_RUIS = 0.35
"""A paragraph recognised with less confidence is a picture or a stain, no text."""


@dataclass(frozen=True, slots=True)
class Alinea:
    """A recognised paragraph. `box` is (left, top, right, bottom) in pixels, `zekerheid` from 0 to 1: the
    mean confidence of its words, weighted by their letters."""

    tekst: str
    box: tuple[int, int, int, int]
    zekerheid: float


@cache
def available() -> bool:
    """Whether tesseract and its Dutch data are on this machine."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        done = subprocess.run([program, "--list-langs"], capture_output=True, timeout=10)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"nld" in done.stdout.split()


class Scanner:
    """Recognises the pages of one file within limits on pages and time."""

    def __init__(self, seconds: float = limits.OCR_SECONDEN, pages: int = limits.OCR_PAGINAS) -> None:
        self._until = time.monotonic() + seconds
        self._pages = pages

    @property
    def exhausted(self) -> bool:
        """The limits are used up: further pages are not read."""
        return self._pages <= 0 or time.monotonic() > self._until

    def read(self, picture: "Image") -> list[Alinea] | None:
        """Paragraphs in reading order; None when the program is absent, fails or the limits are used up."""
        if self.exhausted or not available():
            return None
        self._pages -= 1
        table = _run(picture, max(1.0, self._until - time.monotonic()))
        return None if table is None else paragraphs_of(table)


def _run(picture: "Image", seconds: float) -> str | None:
    page = io.BytesIO()
    picture.convert("L").save(page, "PPM")
    command = [shutil.which("tesseract") or "tesseract", "stdin", "stdout", "-l", "nld", "--dpi", str(DPI)]
    limit = int(seconds) + 1
    try:
        done = subprocess.run(  # noqa: S603  a fixed command; the picture goes in by its bytes
            [*command, "--psm", "3", "tsv"],
            input=page.getvalue(),
            capture_output=True,
            timeout=seconds,
            # One thread: two files are read at a time, and tesseract's own threads gain little.
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
            # Should this process be killed, its tesseract ends by itself.
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def paragraphs_of(table: str) -> list[Alinea]:
    """The paragraphs in tesseract's table of words (TSV)."""
    lines: dict[tuple[str, str], dict[str, list[dict[str, str]]]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") == "5" and (row.get("text") or "").strip():
            paragraph = lines.setdefault((row["block_num"], row["par_num"]), {})
            paragraph.setdefault(row["line_num"], []).append(row)
    found = []
    for paragraph in lines.values():
        words = [word for line in paragraph.values() for word in line]
        letters = sum(len(word["text"]) for word in words)
        sure = sum(max(float(word["conf"]), 0.0) * len(word["text"]) for word in words) / letters / 100
        if sure < _RUIS:
            continue
        edges = [(int(w["left"]), int(w["top"]), int(w["width"]), int(w["height"])) for w in words]
        box = (
            min(x for x, _, _, _ in edges),
            min(y for _, y, _, _ in edges),
            max(x + width for x, _, width, _ in edges),
            max(y + height for _, y, _, height in edges),
        )
        text = join_lines([" ".join(w["text"] for w in line) for line in paragraph.values()])
        if text:
            found.append(Alinea(text, box, round(sure, 3)))
    return found
