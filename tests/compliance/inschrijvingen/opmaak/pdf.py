"""PDF files as real bidders make them: an office export with a serif font, a dense LaTeX-like report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from tests.compliance.inschrijvingen.opmaak.tekst import Blok, blokken

VOCALS = "aeiouyéèëïöüáóí"
CLUSTERS = ("ch", "sch", "st", "tr", "pl", "br", "kr", "dr", "gr", "vr", "kl", "bl", "sl", "pr", "kn", "th")


def afbreekbaar(woord: str) -> str:
    """A word with soft hyphens between its syllables, roughly as Dutch breaks."""
    if len(woord) < 9 or not woord.isalpha() or woord != woord.lower():
        return woord
    plekken = []
    for plek in range(3, len(woord) - 3):
        voor, na, verder = woord[plek - 1], woord[plek], woord[plek + 1]
        paar = woord[plek - 1 : plek + 1]
        klinker_medeklinker = voor in VOCALS and na not in VOCALS and verder in VOCALS
        tussen = voor not in VOCALS and na not in VOCALS and verder in VOCALS and paar not in CLUSTERS
        if klinker_medeklinker or (tussen and woord[plek - 2] in VOCALS):
            plekken.append(plek)
    return "".join("\u00ad" + letter if plek in plekken else letter for plek, letter in enumerate(woord))


@dataclass
class Vorm:
    """How a document looks."""

    letter: str = "Times-Roman"
    vet: str = "Times-Bold"
    punten: float = 11
    regel: float = 15
    uitgevuld: bool = False
    genummerd: bool = False
    afbreken: bool = False
    marge: float = 25
    kop: str = ""
    voet: str = ""


class _Document(BaseDocTemplate):  # type: ignore[misc]
    def __init__(self, pad: Path, vorm: Vorm, titel: str) -> None:
        super().__init__(str(pad), pagesize=A4, invariant=1, title=titel, author="", lang="nl")
        self.vorm = vorm
        breed, hoog = A4
        marge = vorm.marge * mm
        tussen = 8 * mm
        kolom = (breed - 2 * marge - tussen) / 2
        een = Frame(marge, marge, breed - 2 * marge, hoog - 2 * marge, id="een")
        links = Frame(marge, marge, kolom, hoog - 2 * marge, id="links")
        rechts = Frame(marge + kolom + tussen, marge, kolom, hoog - 2 * marge, id="rechts")
        self.addPageTemplates(
            [
                PageTemplate("1", [een], onPage=self._randen),
                PageTemplate("2", [links, rechts], onPage=self._randen),
            ]
        )

    def _randen(self, doek: Any, _: Any) -> None:
        vorm, (breed, hoog), marge = self.vorm, A4, self.vorm.marge * mm
        doek.setFont(vorm.letter, 8.5)
        doek.drawString(marge, hoog - 13 * mm, vorm.kop)
        doek.drawString(marge, 12 * mm, vorm.voet)
        doek.drawRightString(breed - marge, 12 * mm, str(doek.getPageNumber()))
        if vorm.genummerd:
            doek.setLineWidth(0.4)
            doek.line(marge, hoog - 15 * mm, breed - marge, hoog - 15 * mm)


def _html(tekst: str, vorm: Vorm) -> str:
    veilig = tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if vorm.afbreken:
        veilig = re.sub(r"[a-zà-ÿ]+", lambda hit: afbreekbaar(hit[0]), veilig)
    return veilig


def bouw_pdf(
    teksten: list[Path], pad: Path, vorm: Vorm, titel: str, tekening: Callable[[Any], None] | None = None
) -> None:
    """Write the texts as one PDF; `tekening` draws something extra on every page."""
    uitlijning = TA_JUSTIFY if vorm.uitgevuld else TA_LEFT
    basis = ParagraphStyle(
        "basis",
        fontName=vorm.letter,
        fontSize=vorm.punten,
        leading=vorm.regel,
        alignment=uitlijning,
        spaceAfter=vorm.regel * 0.5,
        embeddedHyphenation=1 if vorm.afbreken else 0,
    )
    cel = ParagraphStyle("cel", parent=basis, alignment=TA_LEFT, fontSize=vorm.punten - 1, spaceAfter=0)
    koppen = {
        niveau: ParagraphStyle(
            f"kop{niveau}",
            parent=basis,
            fontName=vorm.vet,
            alignment=TA_LEFT,
            keepWithNext=1,
            fontSize=vorm.punten + 7 - 2.2 * niveau,
            leading=vorm.regel + 6 - 2 * niveau,
            spaceBefore=10,
        )
        for niveau in (1, 2, 3)
    }
    punt = ParagraphStyle("punt", parent=basis, leftIndent=14, bulletIndent=3, spaceAfter=vorm.regel * 0.2)
    tellers = [0, 0, 0]
    verhaal: list[Any] = []

    def zet(blok: Blok) -> None:
        if blok.soort.startswith("kop"):
            niveau = int(blok.soort[-1])
            tekst = blok.tekst
            if vorm.genummerd:
                tellers[niveau - 1] += 1
                tellers[niveau:] = [0] * (3 - niveau)
                tekst = ".".join(str(t) for t in tellers[:niveau]) + "  " + tekst
            verhaal.append(Paragraph(tekst.replace("&", "&amp;"), koppen[niveau]))
        elif blok.soort == "punt":
            verhaal.append(Paragraph(_html(blok.tekst, vorm), punt, bulletText="•"))
        elif blok.soort == "tabel":
            rijen = [[Paragraph(_html(tekst, Vorm()), cel) for tekst in rij] for rij in blok.rijen]
            tabel = Table(rijen, hAlign="LEFT")
            lijnen: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
            if vorm.genummerd:
                lijnen += [
                    ("LINEABOVE", (0, 0), (-1, 1), 0.6, "black"),
                    ("LINEBELOW", (0, -1), (-1, -1), 0.6, "black"),
                ]
            else:
                lijnen.append(("GRID", (0, 0), (-1, -1), 0.4, "grey"))
            tabel.setStyle(TableStyle(lijnen))
            verhaal.extend([tabel, Spacer(1, vorm.regel * 0.7)])
        elif blok.soort == "opdracht" and blok.tekst.startswith("kolommen"):
            verhaal.extend([NextPageTemplate(blok.tekst.split()[1]), PageBreak()])
        elif blok.soort == "opdracht":
            verhaal.append(PageBreak())
        else:
            verhaal.append(Paragraph(_html(blok.tekst, vorm), basis))

    for tekst in teksten:
        for blok in blokken(tekst):
            zet(blok)
    document = _Document(pad, vorm, titel)
    if tekening:
        for sjabloon in document.pageTemplates:
            vorige = sjabloon.onPage

            def beide(doek: Any, doc: Any, vorige: Any = vorige) -> None:
                vorige(doek, doc)
                tekening(doek)

            sjabloon.onPage = beide
    document.build(verhaal)
