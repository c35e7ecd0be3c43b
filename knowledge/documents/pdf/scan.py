"""A page that is only a picture: drawn, recognised, and its problem said."""

from typing import Any

import pypdfium2 as pdfium

from knowledge.documents import limits
from knowledge.documents.model import Blok, Kader, Leesprobleem
from knowledge.documents.ocr import DPI, PUNTEN_PER_DUIM, Scanner
from knowledge.documents.scans import doubt, sureness

_SCAN = "pagina {number} is een afbeelding (scan)"


def read_scan(document: Any, number: int, scanner: Scanner, name: str) -> tuple[list[Blok], Leesprobleem]:
    """Blocks of page `number` (from 1) with their `zekerheid`, and what the reader must know of it."""
    what = f"{name}: {_SCAN.format(number=number)}"
    if scanner.exhausted:
        uitleg = f"{what}. Er zijn te veel scans om ze allemaal te lezen; deze pagina lazen we niet."
        return [], Leesprobleem("onleesbaar", uitleg, number)
    page = document[number - 1]
    try:
        width, height = page.get_size()
        scale = min(DPI / PUNTEN_PER_DUIM, (limits.OCR_PIXELS / max(width * height, 1)) ** 0.5)
        found = scanner.read(page.render(scale=scale, grayscale=True).to_pil())
    except pdfium.PdfiumError:
        found = None
    finally:
        page.close()
    blocks = [
        Blok(
            one.tekst,
            pagina=number,
            kader=Kader(*(round(edge / scale, 1) for edge in one.box)),
            zekerheid=one.zekerheid,
        )
        for one in found or ()
    ]
    return blocks, doubt(what, sureness(blocks), number)
