"""Word files as bidders make them: automatic numbers, footnotes, tracked changes, check boxes."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.compliance.inschrijvingen.opmaak.tekst import Blok, blokken
from tests.compliance.inschrijvingen.opmaak.vast import zet_vast

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
DATUM = "2022-07-11T09:30:00Z"
STUK = re.compile(r"\{\^(?P<noot>[^}]*)\}|\{-(?P<weg>[^}]*)-\}|\{\+(?P<erbij>[^}]*)\+\}|(?P<vak>[☒☐])")


def _veilig(tekst: str) -> str:
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Stuk:
    """One Word document under construction."""

    def __init__(self, kopregel: str, voetregel: str, lettertype: str = "Calibri") -> None:
        self.doc: Any = docx.Document()
        self.noten: list[str] = []
        self.lijsten: dict[int, int] = {}
        self._laatste_eis = 0
        self._lijst = 0
        stijl = self.doc.styles["Normal"]
        stijl.font.name = lettertype
        stijl.font.size = Pt(11)
        stijl.paragraph_format.space_after = Pt(8)
        sectie = self.doc.sections[0]
        sectie.header.paragraphs[0].text = kopregel
        sectie.footer.paragraphs[0].text = voetregel
        eigenschappen = self.doc.core_properties
        eigenschappen.author = "secretariaat"
        eigenschappen.created = eigenschappen.modified = datetime.datetime(2022, 7, 14, 12, 0)
        self._nummering()

    def _nummering(self) -> None:
        """An abstract list whose number reads 'Eis 12.'."""
        deel = self.doc.part.numbering_part.element
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="singleLevel"/>'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Eis %1"/>'
            '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="900" w:hanging="900"/></w:pPr></w:lvl>'
            "</w:abstractNum>"
        )
        deel.insert(0, abstract)

    def _nieuwe_lijst(self, begin: int) -> int:
        deel = self.doc.part.numbering_part.element
        nummer = 700 + begin
        deel.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{nummer}"><w:abstractNumId w:val="77"/>'
                f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{begin}"/></w:lvlOverride></w:num>'
            )
        )
        return nummer

    def _loop(self, alinea: Any, tekst: str) -> None:
        """Add text to a paragraph, with its footnotes, tracked changes and check boxes."""
        plek = 0
        for hit in STUK.finditer(tekst):
            if tekst[plek : hit.start()]:
                alinea.add_run(tekst[plek : hit.start()])
            plek = hit.end()
            if hit["noot"] is not None:
                self.noten.append(hit["noot"])
                alinea._p.append(
                    parse_xml(
                        f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                        f'<w:footnoteReference w:id="{len(self.noten)}"/></w:r>'
                    )
                )
            elif hit["weg"] is not None:
                alinea._p.append(
                    parse_xml(
                        f'<w:del {nsdecls("w")} w:id="{900 + plek}" w:author="secretariaat" w:date="{DATUM}">'
                        f'<w:r><w:delText xml:space="preserve">{_veilig(hit["weg"])}</w:delText></w:r>'
                        "</w:del>"
                    )
                )
            elif hit["erbij"] is not None:
                alinea._p.append(
                    parse_xml(
                        f'<w:ins {nsdecls("w")} w:id="{901 + plek}" w:author="secretariaat" w:date="{DATUM}">'
                        f'<w:r><w:t xml:space="preserve">{_veilig(hit["erbij"])}</w:t></w:r></w:ins>'
                    )
                )
            else:
                aan = "1" if hit["vak"] == "☒" else "0"
                alinea._p.append(
                    parse_xml(
                        f'<w:sdt {nsdecls("w")} {W14}><w:sdtPr><w14:checkbox><w14:checked w14:val="{aan}"/>'
                        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
                        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
                        f"<w:sdtContent><w:r><w:t>{hit['vak']}</w:t></w:r></w:sdtContent></w:sdt>"
                    )
                )
        if tekst[plek:]:
            alinea.add_run(tekst[plek:])

    def voeg_toe(self, pad: Path) -> None:
        """Lay out one text file."""
        for blok in blokken(pad):
            self._blok(blok)

    def _blok(self, blok: Blok) -> None:
        if blok.soort.startswith("kop"):
            self._loop(self.doc.add_heading("", level=int(blok.soort[-1])), blok.tekst)
        elif blok.soort == "punt":
            self._loop(self.doc.add_paragraph(style="List Bullet"), blok.tekst)
        elif blok.soort == "eis":
            if blok.nummer != self._laatste_eis + 1 or not self._lijst:
                self._lijst = self._nieuwe_lijst(blok.nummer)
            self._laatste_eis = blok.nummer
            alinea = self.doc.add_heading("", level=3)
            self._loop(alinea, blok.tekst)
            eigenschap = alinea._p.get_or_add_pPr()
            eigenschap.append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{self._lijst}"/></w:numPr>'
                )
            )
        elif blok.soort == "tabel":
            tabel = self.doc.add_table(rows=0, cols=max(len(rij) for rij in blok.rijen), style="Table Grid")
            for rij in blok.rijen:
                cellen = tabel.add_row().cells
                for cel, tekst in zip(cellen, rij, strict=False):
                    self._loop(cel.paragraphs[0], tekst)
            self.doc.add_paragraph()
        elif blok.soort == "opdracht" and blok.tekst == "pagina":
            self.doc.add_page_break()
        else:
            self._loop(self.doc.add_paragraph(), blok.tekst)

    def _noten(self) -> None:
        scheiding = "".join(
            f'<w:footnote w:type="{soort}" w:id="{nummer}"><w:p><w:r><w:{teken}/></w:r></w:p></w:footnote>'
            for soort, nummer, teken in (
                ("separator", -1, "separator"),
                ("continuationSeparator", 0, "continuationSeparator"),
            )
        )
        noten = "".join(
            f'<w:footnote w:id="{nummer}"><w:p><w:r><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {_veilig(tekst)}</w:t></w:r></w:p></w:footnote>'
            for nummer, tekst in enumerate(self.noten, 1)
        )
        xml = f"<w:footnotes {nsdecls('w')}>{scheiding}{noten}</w:footnotes>"
        deel = Part(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), self.doc.part.package
        )
        self.doc.part.relate_to(deel, RELATIONSHIP_TYPE.FOOTNOTES)

    def bewaar(self, pad: Path) -> None:
        if self.noten:
            self._noten()
        # Word wants the numbers after the abstract lists
        deel = self.doc.part.numbering_part.element
        for nummer in deel.findall(qn("w:num")):
            deel.append(nummer)
        self.doc.save(pad)
        zet_vast(pad)


def bouw_word(
    teksten: list[Path], pad: Path, kopregel: str, voetregel: str, lettertype: str = "Calibri"
) -> None:
    """Write the texts as one Word document."""
    stuk = Stuk(kopregel, voetregel, lettertype)
    for tekst in teksten:
        stuk.voeg_toe(tekst)
    stuk.bewaar(pad)
