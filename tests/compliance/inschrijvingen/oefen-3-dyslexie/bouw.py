"""Lays out the bid of Letterbeek: Word without heading styles, answers in tables, text boxes, a comment."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from tests.compliance.inschrijvingen.opmaak.blad import bouw_blad
from tests.compliance.inschrijvingen.opmaak.formulier import bouw_formulier
from tests.compliance.inschrijvingen.opmaak.pdf import Vorm, bouw_pdf
from tests.compliance.inschrijvingen.opmaak.tekst import blokken
from tests.compliance.inschrijvingen.opmaak.vast import zet_vast

TEKSTEN = Path(__file__).parent / "teksten"
WORD = {
    "antwoorden.md": "antwoorden_op_de_eisen.docx",
    "plan.md": "plan_van_aanpak_letterbeek.docx",
    "kwaliteit.md": "kwaliteit_in_de_praktijk.docx",
    "sjabloon.md": "bijlage_I_letterbeek.docx",
    "referentie_een.md": "referentie_een.docx",
    "referentie_twee.md": "referentie_twee.docx",
}
MOMENT = datetime.datetime(2022, 7, 11, 10, 0)
KADER = """
<w:r {w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>
<wp:extent cx="5400000" cy="900000"/><wp:docPr id="{nummer}" name="Kader {nummer}"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent><w:p><w:r><w:t>{tekst}</w:t></w:r></w:p>
</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>
</w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape style="width:425pt;height:70pt"><v:textbox><w:txbxContent>
<w:p><w:r><w:t>{tekst}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
"""


def _kader(alinea: Any, tekst: str, nummer: int) -> None:
    """A text box, stored twice as Word does: the drawing and its fallback."""
    veilig = tekst.replace("&", "&amp;").replace("<", "&lt;")
    alinea._p.append(parse_xml(KADER.format(w=nsdecls("w"), tekst=veilig, nummer=nummer)))


def _word(tekst: Path, pad: Path) -> None:
    """Bold paragraphs serve as headings, as people do who never use styles."""
    doc: Any = docx.Document()
    doc.styles["Normal"].font.name = "Comic Sans MS"
    doc.styles["Normal"].font.size = Pt(11)
    doc.core_properties.created = doc.core_properties.modified = MOMENT
    laatste = doc.add_paragraph()
    for nummer, blok in enumerate(blokken(tekst), 1):
        if blok.soort.startswith("kop"):
            laatste = doc.add_paragraph()
            laatste.add_run(blok.tekst).bold = True
        elif blok.soort == "tabel":
            tabel = doc.add_table(rows=0, cols=len(blok.rijen[0]), style="Table Grid")
            for rij in blok.rijen:
                for cel, inhoud in zip(tabel.add_row().cells, rij, strict=True):
                    cel.text = inhoud
            if len(blok.rijen[0]) == 3:
                tabel.autofit = False
                for kolom, breed in zip(tabel.columns, (2.2, 11.2, 1.6), strict=True):
                    kolom.width = Cm(breed)
                    for cel in kolom.cells:
                        cel.width = Cm(breed)
            laatste = doc.add_paragraph()
        elif blok.tekst.startswith("kader: "):
            _kader(doc.add_paragraph(), blok.tekst.removeprefix("kader: "), nummer)
        elif blok.tekst.startswith("opmerking: "):
            run = laatste.add_run("Tot zover onze antwoorden.")
            tekst_opmerking = blok.tekst.removeprefix("opmerking: ")
            opmerking = doc.add_comment(runs=run, text=tekst_opmerking, author="Anneke", initials="A")
            opmerking._comment_elm.set(qn("w:date"), MOMENT.isoformat() + "Z")
        else:
            laatste = doc.add_paragraph(blok.tekst)
    doc.save(pad)
    zet_vast(pad)


def bouw(map_: Path) -> None:
    """Write the files of the bid into `map_`."""
    for tekst, naam in WORD.items():
        _word(TEKSTEN / tekst, map_ / naam)
    bouw_pdf([TEKSTEN / "kvk.md"], map_ / "kvk_letterbeek.pdf", Vorm(), "Uittreksel")
    bouw_pdf([TEKSTEN / "certificaat.md"], map_ / "certificaat_hkz.pdf", Vorm(), "Certificaat")
    bouw_formulier(TEKSTEN / "uea.yaml", map_ / "uea_letterbeek.pdf")
    bouw_blad(TEKSTEN / "jaarcijfers.yaml", map_ / "jaarcijfers_letterbeek.xlsx")
    bouw_blad(TEKSTEN / "rekentool.yaml", map_ / "rekentool_groepjes.xlsx")
