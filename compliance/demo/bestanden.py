"""Turns plain content into PDF, DOCX and XLSX files whose bytes do not depend on the moment."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import docx as python_docx
from openpyxl import Workbook
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

_MOMENT = datetime(2022, 7, 14, 9, 0, 0)
_ZIPTIJD = (2022, 7, 14, 9, 0, 0)


@dataclass(frozen=True, slots=True)
class Kop:
    tekst: str
    niveau: int = 1


@dataclass(frozen=True, slots=True)
class Alinea:
    tekst: str


@dataclass(frozen=True, slots=True)
class Noot:
    """A footnote: small print under the text."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Tabel:
    rijen: tuple[tuple[str, ...], ...]


Element = Kop | Alinea | Noot | Tabel
Blad = tuple[str, tuple[tuple[str | float | None, ...], ...]]


def pdf(elementen: Sequence[Element]) -> bytes:
    """A PDF of one column."""
    uit = io.BytesIO()
    stijlen = getSampleStyleSheet()
    noot = ParagraphStyle("noot", parent=stijlen["BodyText"], fontSize=7.5, leading=9)
    verhaal: list[Flowable] = []
    for element in elementen:
        if isinstance(element, Kop):
            verhaal.append(Paragraph(element.tekst, stijlen[f"Heading{element.niveau}"]))
        elif isinstance(element, Alinea):
            verhaal.append(Paragraph(element.tekst, stijlen["BodyText"]))
        elif isinstance(element, Noot):
            verhaal += [Spacer(1, 24), Paragraph(element.tekst, noot)]
        else:
            cellen = [[Paragraph(cel, stijlen["BodyText"]) for cel in rij] for rij in element.rijen]
            breedte = 450 / max(len(rij) for rij in element.rijen)
            tabel = Table(cellen, colWidths=[breedte] * len(element.rijen[0]))
            tabel.setStyle(
                [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
            )
            verhaal += [tabel, Spacer(1, 8)]
    SimpleDocTemplate(uit, pagesize=A4, invariant=1, title="Voorbeeldinschrijving").build(verhaal)
    return uit.getvalue()


def docx(elementen: Sequence[Element]) -> bytes:
    """A Word document."""
    document = python_docx.Document()
    for element in elementen:
        if isinstance(element, Kop):
            document.add_heading(element.tekst, element.niveau)
        elif isinstance(element, Tabel):
            tabel = document.add_table(0, max(len(rij) for rij in element.rijen), style="Table Grid")
            for rij in element.rijen:
                for cel, tekst in zip(tabel.add_row().cells, rij, strict=False):
                    cel.text = tekst
        else:
            document.add_paragraph(element.tekst)
    document.core_properties.created = document.core_properties.modified = _MOMENT
    document.core_properties.author = "Voorbeeld"
    uit = io.BytesIO()
    document.save(uit)
    return _vaste_tijd(uit.getvalue())


def xlsx(bladen: Sequence[Blad]) -> bytes:
    """A workbook of the given sheets: (name, rows)."""
    boek = Workbook()
    boek.remove(boek.worksheets[0])
    for naam, rijen in bladen:
        blad = boek.create_sheet(naam)
        for rij in rijen:
            blad.append(list(rij))
            for cel in blad[blad.max_row]:
                if isinstance(cel.value, int | float):
                    cel.number_format = _getalvorm(float(cel.value))
    boek.properties.created = boek.properties.modified = _MOMENT
    uit = io.BytesIO()
    boek.save(uit)
    return _vaste_tijd(uit.getvalue())


def _getalvorm(waarde: float) -> str:
    """Amounts with separators, shares as percentages, the rest as it is."""
    if abs(waarde) >= 10_000:
        return "#,##0"
    return "0%" if 0 < waarde < 1 else "General"


def _vaste_tijd(data: bytes) -> bytes:
    """The same package with one time on all its parts; openpyxl's own time of saving is taken out."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for deel in bron.infolist():
            inhoud = bron.read(deel)
            if deel.filename == "docProps/core.xml":
                inhoud = _zonder_nu(inhoud)
            doel.writestr(zipfile.ZipInfo(deel.filename, _ZIPTIJD), inhoud, zipfile.ZIP_DEFLATED)
    return uit.getvalue()


def _zonder_nu(kern: bytes) -> bytes:
    begin, eind = kern.find(b"<dcterms:modified"), kern.find(b"</dcterms:modified>")
    if begin < 0 or eind < 0:
        return kern
    tekst = kern.index(b">", begin) + 1
    return kern[:tekst] + _MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + kern[eind:]
