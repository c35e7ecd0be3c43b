"""Reading of files (PDF, DOCX, ODT, XLSX, e-mail, pictures, txt) into one document model.

- `gather(paths, workdir) -> list[Bestand]`: the files of a bid from a folder, a zip or loose files, with the
  names that users see. Raises InvoerFout.
- `read_documents(files) -> list[Document]`: all of them, each in a child process with limits. Never raises
  for a bad file: its Document says in `problemen` what was wrong.
- `read_document(path, name=None) -> Document`: one file, in this process.
- `page_image(path, page, scale) -> bytes`: a page of a PDF as PNG.
- `Document`, `Blok`, `Kader`, `Vervolg`, `Leesprobleem`, `Soort`: see model.py.
"""

from pathlib import Path

from knowledge.documents.children import read_documents
from knowledge.documents.gather import Bestand, gather
from knowledge.documents.model import Blok, Document, Kader, Leesprobleem, Soort, Vervolg
from knowledge.documents.read import read_document

__all__ = [
    "Bestand",
    "Blok",
    "Document",
    "Kader",
    "Leesprobleem",
    "Soort",
    "Vervolg",
    "gather",
    "page_image",
    "read_document",
    "read_documents",
]


def page_image(path: Path | str, page: int, scale: float = 1.5) -> bytes:
    """PNG of a page of a PDF (from 1); `scale` is pixels per point. Raises InvoerFout."""
    # pdfium is loaded only by those who read or show a PDF.
    from knowledge.documents.pdf import page_image as draw

    return draw(path, page, scale)
