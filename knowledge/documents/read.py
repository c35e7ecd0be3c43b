"""Reading one file, in this process: which reader is asked for it, and what we say when none can."""

from pathlib import Path, PurePosixPath

from knowledge.documents import limits
from knowledge.documents.errors import LeesFout
from knowledge.documents.model import Document, Leesprobleem
from knowledge.errors import InvoerFout

_KOP = 2048

_TEKST = {"txt", "md", "csv", "text"}
_WORD = {"docx", "docm", "dotx"}
_EXCEL = {"xlsx", "xlsm", "xltx"}
_AFBEELDING = {"jpg", "jpeg", "png", "tif", "tiff", "gif", "bmp", "webp", "heic"}
_ANDERS = {
    "ods": "een OpenDocument-rekenblad",
    "rtf": "een RTF-tekst",
    "doc": "een Word-bestand van voor 2007",
    "xls": "een Excel-bestand van voor 2007",
    "ppt": "een presentatie",
    "pptx": "een presentatie",
    "msg": "een e-mailbericht",
    "html": "een webpagina",
    "htm": "een webpagina",
    "xml": "een gegevensbestand (XML)",
    "zip": "een zipbestand",
    "7z": "een ingepakt bestand",
    "rar": "een ingepakt bestand",
}


def read_document(path: Path | str, name: str | None = None) -> Document:
    """Read one file. `name` is how users know it (default: the file's own name).

    Never raises for what is in the file: what could not be read stands in `problemen`. Only a crash of a
    library or a shortage of memory can get past this function; `read_documents` guards against those too.
    Raises InvoerFout when the file itself is not there.
    """
    path = Path(path)
    name = name or path.name
    ending = PurePosixPath(name.lower()).suffix.lstrip(".")
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(_KOP)
    except OSError as fout:
        raise InvoerFout(f"{name}: dit bestand is niet te openen.") from fout
    if size == 0:
        return problem_document(name, "leeg", f"{name}: dit bestand is leeg (0 bytes).")
    if size > limits.MAX_BESTAND_BYTES:
        return problem_document(
            name,
            "te_groot",
            f"{name}: dit bestand is te groot. Ten hoogste {limits.MAX_BESTAND_BYTES // 2**20} MB mag.",
        )
    try:
        return _read(path, name, ending, start)
    except LeesFout as fout:
        return problem_document(name, fout.soort, str(fout))
    except MemoryError:
        return problem_document(
            name, "te_groot", f"{name}: dit bestand vraagt te veel geheugen. We hebben het niet gelezen."
        )
    except Exception:  # any library, any damaged file: the bid must go on without it
        return problem_document(
            name, "beschadigd", f"{name}: dit bestand is beschadigd of afwijkend gemaakt. Lees het zelf na."
        )


def problem_document(name: str, soort: str, uitleg: str) -> Document:
    """A document without text, with the reason."""
    ending = PurePosixPath(name.lower()).suffix.lstrip(".")
    return Document(bestand=name, formaat=ending, problemen=(Leesprobleem(soort, uitleg),))


def _read(path: Path, name: str, ending: str, start: bytes) -> Document:
    """Content decides over the name where it is plain; readers are imported only when asked for."""
    if b"%PDF-" in start[:1024]:
        from knowledge.documents.pdf import read_pdf

        return read_pdf(path, name)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return _old_office(path, name, ending)
    if start.startswith(b"PK\x03\x04"):
        from knowledge.documents.openxml import kind_of_package

        kind = kind_of_package(path, name)
        if kind == "docx":
            from knowledge.documents.docx import read_docx

            return read_docx(path, name)
        if kind == "xlsx":
            from knowledge.documents.xlsx import read_xlsx

            return read_xlsx(path, name)
        if ending == "odt" or start[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text"):
            from knowledge.documents.odt import read_odt

            return read_odt(path, name)
    if ending in _TEKST:
        from knowledge.documents.txt import read_txt

        return read_txt(path, name)
    if ending == "eml":
        from knowledge.documents.eml import read_eml

        return read_eml(path, name)
    if ending in _AFBEELDING:
        from knowledge.documents.scans import read_picture

        return read_picture(path, name)
    if ending == "pdf":
        uitleg = f"{name}: dit is geen PDF, al eindigt de naam op .pdf. Lever het stuk opnieuw aan als PDF."
        return problem_document(name, "beschadigd", uitleg)
    if ending in _WORD | _EXCEL:
        soort = "Word" if ending in _WORD else "Excel"
        uitleg = (
            f"{name}: dit is geen leesbaar {soort}-bestand. Het is beschadigd of heeft een verkeerde naam."
        )
        return problem_document(name, "beschadigd", uitleg)
    return _not_read(name, ending)


def _old_office(path: Path, name: str, ending: str) -> Document:
    """An OLE container: an office file with a password, or one from before 2007."""
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        uitleg = f"{name}: dit bestand is beveiligd met een wachtwoord. Lever het zonder wachtwoord."
        return problem_document(name, "versleuteld", uitleg)
    return _not_read(name, ending)


def _not_read(name: str, ending: str) -> Document:
    wat = _ANDERS.get(ending, "een bestand van een soort die we niet kennen")
    soorten = "PDF, DOCX, ODT, XLSX, e-mail (EML), afbeeldingen en platte tekst"
    uitleg = f"{name}: dit is {wat}. We lezen alleen {soorten}. Bekijk het zelf."
    return problem_document(name, "niet_gelezen", uitleg)
