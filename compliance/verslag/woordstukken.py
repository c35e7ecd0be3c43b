"""Pieces of a Word document in one house style: report, letter and record of proceedings are made of these.

Dutch as the language of all text (a screen reader and the spelling check need it), A4, real headings, tables
whose heading row is marked as such and repeats on each page, and page numbers.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import date

import docx
from docx.document import Document
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from compliance.tekst import dag_tekst

TAAL = "nl-NL"
BREEDTE = 16.6
"""Width in cm between the margins: the widths of a table's columns add up to this."""

_BLAUW = RGBColor(0x15, 0x42, 0x73)
_LETTER = "Calibri"
_LANGSTE_CITAAT = 600


def nieuw(titel: str, voet: str, maker: str = "Thuisplek") -> Document:
    """An empty document. `titel` goes in its properties, `voet` at the foot of each page by its number."""
    document = docx.Document()
    eigenschappen = document.core_properties
    eigenschappen.title = schoon(titel)
    eigenschappen.author = schoon(maker)
    eigenschappen.comments = ""
    eigenschappen.language = TAAL
    _taal(document)
    gewoon = document.styles["Normal"]
    gewoon.font.name = _LETTER
    gewoon.font.size = Pt(10.5)
    for naam in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        stijl = document.styles[naam]
        # The theme's own letter would go before the name.
        letters = stijl.element.get_or_add_rPr().get_or_add_rFonts()
        for eigenschap in list(letters.attrib):
            del letters.attrib[eigenschap]
        stijl.font.name = _LETTER
        stijl.font.color.rgb = _BLAUW
        stijl.paragraph_format.keep_with_next = True
    document.styles["Title"].font.size = Pt(22)
    for deel in document.sections:
        deel.page_width, deel.page_height = Cm(21), Cm(29.7)
        deel.left_margin = deel.right_margin = Cm((21 - BREEDTE) / 2)
        _voet(deel.footer.paragraphs[0], schoon(voet))
    return document


def kop(document: Document, tekst: str, niveau: int = 1) -> Paragraph:
    """A heading; `niveau` 0 is the title of the document, 1 to 3 its parts."""
    gemaakt: Paragraph = document.add_heading(schoon(tekst), niveau)
    return gemaakt


def alinea(document: Document, tekst: str, *, vet: bool = False, ruimte_na: float | None = None) -> Paragraph:
    """A paragraph; `ruimte_na` in points (None: as the style has it). A line break in the text stays one."""
    gemaakt = document.add_paragraph()
    gemaakt.add_run(schoon(tekst)).bold = vet or None
    # What introduces the next lines stays with them.
    gemaakt.paragraph_format.keep_with_next = tekst.endswith(":") or None
    if ruimte_na is not None:
        gemaakt.paragraph_format.space_after = Pt(ruimte_na)
    return gemaakt


def alineas(document: Document, tekst: str) -> None:
    """Text as a person typed it in a form: an empty line parts paragraphs."""
    for deel in schoon(tekst).replace("\r\n", "\n").split("\n\n"):
        if deel.strip():
            alinea(document, deel.strip())


def lijst(document: Document, regels: Iterable[str]) -> None:
    """A list with bullets."""
    for regel in regels:
        document.add_paragraph(schoon(regel), style="List Bullet")


def citaat(document: Document, woorden: str, plek: str) -> None:
    """Words of another with the place where they stand; long ones are cut. Words may be empty."""
    gemaakt = document.add_paragraph(style="Quote")
    kort = schoon(woorden)
    if kort:
        kort = kort if len(kort) <= _LANGSTE_CITAAT else kort[:_LANGSTE_CITAAT] + " …"
        gemaakt.add_run(f"“{kort}” ")
    gemaakt.add_run(f"({schoon(plek)})").italic = False


def tabel(
    document: Document,
    koppen: Sequence[str],
    rijen: Iterable[Sequence[object]],
    breedtes: Sequence[float],
    *,
    rechts: Iterable[int] = (),
) -> Table:
    """A table with a heading row; `breedtes` in cm, `rechts` the columns (from 0) of numbers."""
    gemaakt = _rooster(document, [koppen, *rijen], breedtes, eerste_rij=True, eerste_kolom=False)
    for nummer in rechts:
        for cel in gemaakt.columns[nummer].cells:
            cel.paragraphs[0].alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
    kenmerken = gemaakt.rows[0]._tr.get_or_add_trPr()
    kenmerken.append(OxmlElement("w:tblHeader"))
    document.add_paragraph()
    return gemaakt


def gegevens(
    document: Document, paren: Iterable[tuple[str, object]], breedtes: tuple[float, float] = (4.0, 12.6)
) -> Table:
    """Names and values in two columns, the names as headings of their rows. Empty values are left out."""
    rijen = [(naam, waarde) for naam, waarde in paren if str(waarde)]
    gemaakt = _rooster(document, rijen, breedtes, eerste_rij=False, eerste_kolom=True)
    document.add_paragraph()
    return gemaakt


def briefhoofd(document: Document, afzender: str, aan: str, onderwerp: str, dag: date) -> None:
    """The top of a letter: who writes, to whom (each may have lines), the day and what it is about."""
    alinea(document, afzender, vet=True, ruimte_na=14)
    alinea(document, aan, ruimte_na=14)
    kenmerken = (("Datum", dag_tekst(dag)), ("Onderwerp", onderwerp))
    _rooster(document, kenmerken, (2.6, 14.0), eerste_rij=False, eerste_kolom=True, stijl="Normal Table")
    document.add_paragraph()


def in_te_vullen(document: Document, namen: Iterable[str]) -> None:
    """Lines to write on by hand."""
    for naam in namen:
        alinea(document, f"{schoon(naam)}: " + "." * 70)


def als_bytes(document: Document) -> bytes:
    """The document as the content of a .docx file."""
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def schoon(tekst: object) -> str:
    """Text without the characters that no Word file may hold."""
    return "".join(t for t in str(tekst) if (t >= " " and t not in "\ufffe\uffff") or t in "\n\t")


def _taal(document: Document) -> None:
    """Dutch for all text: the default of the styles, and the theme's letters."""
    for taal in document.styles.element.iter(qn("w:lang")):
        taal.set(qn("w:val"), TAAL)
    for taal in document.settings.element.iter(qn("w:themeFontLang")):
        taal.set(qn("w:val"), TAAL)


def _voet(regel: Paragraph, tekst: str) -> None:
    regel.add_run(f"{tekst} · pagina ")
    _veld(regel, "PAGE")
    regel.add_run(" van ")
    _veld(regel, "NUMPAGES")
    for stuk in regel.runs:
        stuk.font.size = Pt(8.5)


def _veld(regel: Paragraph, opdracht: str) -> None:
    """A field that Word fills in, as the number of a page."""
    for soort in ("begin", opdracht, "end"):
        deel = OxmlElement("w:instrText" if soort == opdracht else "w:fldChar")
        if soort == opdracht:
            deel.text = opdracht
        else:
            deel.set(qn("w:fldCharType"), soort)
        regel.add_run()._r.append(deel)


def _rooster(
    document: Document,
    rijen: Sequence[Sequence[object]],
    breedtes: Sequence[float],
    *,
    eerste_rij: bool,
    eerste_kolom: bool,
    stijl: str = "Table Grid",
) -> Table:
    """Cells with these widths in cm. A row never breaks over two pages; headings are bold and marked."""
    gemaakt = document.add_table(rows=0, cols=len(breedtes), style=stijl)
    gemaakt.autofit = False
    for kolom, breedte in zip(gemaakt.columns, breedtes, strict=True):
        kolom.width = Cm(breedte)
    for rijnummer, rij in enumerate(rijen):
        toegevoegd = gemaakt.add_row()
        toegevoegd._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for nummer, (cel, inhoud) in enumerate(zip(toegevoegd.cells, rij, strict=True)):
            cel.width = Cm(breedtes[nummer])
            vorm = cel.paragraphs[0].paragraph_format
            vorm.space_before = vorm.space_after = Pt(2)
            stuk = cel.paragraphs[0].add_run(schoon(inhoud))
            stuk.font.size = Pt(9.5)
            stuk.bold = (eerste_rij and rijnummer == 0) or (eerste_kolom and nummer == 0) or None
    opmaak = gemaakt._tbl.tblPr.find(qn("w:tblLook"))
    if opmaak is not None:
        for naam, aan in (
            ("firstRow", eerste_rij), ("firstColumn", eerste_kolom), ("lastRow", False),
            ("lastColumn", False), ("noHBand", True), ("noVBand", True),
        ):  # fmt: skip
            opmaak.set(qn(f"w:{naam}"), "1" if aan else "0")
    klaar: Table = gemaakt
    return klaar
