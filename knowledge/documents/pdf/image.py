"""A page as a picture."""

import io
from pathlib import Path

import pypdfium2 as pdfium

from knowledge.errors import InvoerFout

_MAX_PIXELS = 40_000_000


def page_image(path: Path | str, page: int, scale: float = 1.5) -> bytes:
    """PNG of page `page` (from 1), form fields included; `scale` is pixels per point.

    Raises InvoerFout when the file or the page can't be shown.
    """
    name = Path(path).name
    try:
        document = pdfium.PdfDocument(path)
    except (pdfium.PdfiumError, OSError) as fout:
        raise InvoerFout(f"{name}: dit bestand kunnen we niet tonen.") from fout
    try:
        if not 1 <= page <= len(document):
            raise InvoerFout(f"{name}: pagina {page} bestaat niet. Er zijn {len(document)} pagina's.")
        document.init_forms()
        sheet = document[page - 1]
        width, height = sheet.get_size()
        scale = min(scale, (_MAX_PIXELS / max(width * height, 1)) ** 0.5)
        picture = io.BytesIO()
        sheet.render(scale=scale).to_pil().save(picture, "PNG")
        return picture.getvalue()
    except pdfium.PdfiumError as fout:
        raise InvoerFout(f"{name}: pagina {page} kunnen we niet tonen.") from fout
    finally:
        document.close()
