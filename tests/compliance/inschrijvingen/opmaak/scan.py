"""A page as a scanner gives it: one grey, slightly skewed picture without any text behind it."""

from __future__ import annotations

import io
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def bouw_scan(tekst: Path, pad: Path, *, krabbel: bool = True) -> None:
    """Draw the lines of a text file on a page picture and put only that picture in a PDF."""
    blad = Image.new("L", (1240, 1754), 250)
    pen = ImageDraw.Draw(blad)
    hoogte = 170
    for regel in tekst.read_text(encoding="utf-8").splitlines():
        groot = regel.startswith("# ")
        pen.text(
            (150, hoogte), regel.removeprefix("# "), fill=35, font=ImageFont.load_default(44 if groot else 27)
        )
        hoogte += 90 if groot else 46
    gok = random.Random(7)
    if krabbel:
        punten = [(170 + 9 * i, hoogte + 60 + gok.randint(-38, 38)) for i in range(34)]
        pen.line(punten, fill=60, width=4, joint="curve")
    for _ in range(1500):
        pen.point((gok.randrange(1240), gok.randrange(1754)), fill=gok.randint(130, 215))
    blad = blad.rotate(0.6, fillcolor=245, resample=Image.Resampling.BICUBIC)
    buffer = io.BytesIO()
    blad.save(buffer, "JPEG", quality=70)
    buffer.seek(0)
    doek = Canvas(str(pad), pagesize=A4, invariant=1)
    doek.drawImage(ImageReader(buffer), 0, 0, *A4)
    doek.showPage()
    doek.save()
