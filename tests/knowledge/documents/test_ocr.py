"""Scans and pictures: read by the program tesseract where it is installed, said to be unread where not."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader

from knowledge.documents import Document, ocr, read_document, read_documents
from knowledge.documents.ocr import Scanner, paragraphs_of
from knowledge.documents.scans import doubt
from tests.knowledge.documents.makers import lines_at, make_pdf

REGELS = (
    "De gecontracteerde zorgaanbieder werkt met geregistreerde",
    "jeugdprofessionals en bespreekt het hulpplan ieder kwartaal",
    "met de jeugdige, de ouders en de verwijzer.",
)
needs_tesseract = pytest.mark.skipif(
    not ocr.available(), reason="tesseract met Nederlands (tesseract-ocr-nld) is niet geïnstalleerd"
)


def sheet(*lines: str) -> Image.Image:
    """A page at 150 dots an inch with lines of text."""
    picture = Image.new("L", (1240, 1754), 250)
    pen = ImageDraw.Draw(picture)
    for index, line in enumerate(lines):
        pen.text((150, 170 + 46 * index), line, fill=30, font=ImageFont.load_default(28))
    return picture


def scanned(path: Path, *pictures: Image.Image) -> Path:
    pages = [lambda c, p=picture: c.drawImage(ImageReader(p), 0, 0, *A4) for picture in pictures]
    return make_pdf(path, *pages)


def kinds(document: Document) -> list[str]:
    return [problem.soort for problem in document.problemen]


@needs_tesseract
def test_a_scanned_page_is_read_with_its_place_and_confidence(tmp_path: Path) -> None:
    text_page = make_pdf(
        tmp_path / "tekst.pdf", lambda c: lines_at(c, 72, 700, ["Gewone tekst op een blad."])
    )
    scan, plain = read_documents([scanned(tmp_path / "scan.pdf", sheet(*REGELS)), text_page])
    assert "geregistreerde jeugdprofessionals en bespreekt het hulpplan" in scan.tekst
    block = scan.blokken[0]
    assert block.pagina == 1
    assert block.zekerheid is not None
    assert 0.75 < block.zekerheid <= 1
    assert block.kader is not None
    assert block.kader.links == pytest.approx(72, abs=4)
    assert block.kader.boven == pytest.approx(82, abs=8)
    assert kinds(scan) == ["scan"]
    assert "zekerheid" in scan.problemen[0].uitleg
    assert kinds(plain) == []
    assert plain.blokken[0].zekerheid is None


@needs_tesseract
@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_a_picture_is_read(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"foto.{ending}"
    sheet(*REGELS).save(path)
    document = read_document(path)
    assert "de ouders en de verwijzer" in document.tekst
    assert kinds(document) == ["scan"]


def test_without_the_program_the_page_is_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    document = read_document(scanned(tmp_path / "scan.pdf", sheet(*REGELS)))
    assert document.tekst == ""
    assert kinds(document) == ["onleesbaar", "leeg"]
    sheet(*REGELS).save(tmp_path / "foto.png")
    assert kinds(read_document(tmp_path / "foto.png")) == ["onleesbaar"]


def test_a_broken_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "foto.png").write_bytes(b"\x89PNG\r\n\x1a\nkapot")
    assert kinds(read_document(tmp_path / "foto.png")) == ["niet_gelezen"]


def test_the_limits_on_pages_and_time_hold() -> None:
    assert Scanner(seconds=100, pages=0).exhausted
    assert Scanner(seconds=-1, pages=5).exhausted
    assert Scanner(seconds=-1, pages=5).read(sheet()) is None


def test_pages_beyond_the_limit_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.documents.pdf.read.Scanner", lambda: Scanner(pages=0))
    document = read_document(scanned(tmp_path / "scan.pdf", sheet(), sheet()))
    assert [p.pagina for p in document.problemen if "te veel scans" in p.uitleg] == [1, 2]


def test_words_become_paragraphs_and_noise_is_left_out() -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    rows = [
        "5\t1\t1\t1\t1\t1\t10\t10\t40\t12\t96\tde", "5\t1\t1\t1\t1\t2\t60\t10\t80\t12\t90\tjeugd-",
        "5\t1\t1\t1\t2\t1\t10\t30\t70\t12\t92\thulp", "5\t1\t2\t1\t1\t1\t10\t90\t20\t12\t12\t~#|",
    ]  # fmt: skip
    (paragraph,) = paragraphs_of("\n".join([head, *rows]))
    assert paragraph.tekst == "de jeugdhulp"
    assert paragraph.box == (10, 10, 140, 42)
    assert paragraph.zekerheid == pytest.approx((2 * 0.96 + 6 * 0.9 + 4 * 0.92) / 12, abs=0.001)


@pytest.mark.parametrize(("sure", "soort"), [(0.0, "onleesbaar"), (0.6, "onleesbaar"), (0.9, "scan")])
def test_low_confidence_is_a_problem(sure: float, soort: str) -> None:
    assert doubt("x.pdf: pagina 1 is een afbeelding (scan)", sure).soort == soort
