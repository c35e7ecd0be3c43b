"""No file, however bad, gives a traceback or costs another file its result."""

import zipfile
import zlib
from pathlib import Path

import openpyxl
import pypdf
import pytest

from knowledge.documents import Document, read_document, read_documents
from tests.knowledge.documents.makers import lines_at, make_docx, make_pdf, p, rewrite_zip


def problem(document: Document) -> tuple[str, str]:
    assert not document.blokken
    assert len(document.problemen) == 1
    return document.problemen[0].soort, document.problemen[0].uitleg


def good_pdf(path: Path) -> Path:
    return make_pdf(path, lambda c: lines_at(c, 72, 700, ["Dit is een gewone regel tekst."]))


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.txt"])
def test_zero_bytes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    soort, uitleg = problem(read_document(tmp_path / name))
    assert soort == "leeg"
    assert name in uitleg


def test_csv_named_pdf(tmp_path: Path) -> None:
    path = tmp_path / "cijfers.pdf"
    path.write_text("jaar;omzet\n2020;12\n")
    soort, uitleg = problem(read_document(path))
    assert soort == "beschadigd"
    assert "geen PDF" in uitleg


def test_encrypted_pdf(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(good_pdf(tmp_path / "open.pdf"))
    writer.encrypt("geheim", algorithm="AES-256")
    writer.write(tmp_path / "slot.pdf")
    soort, uitleg = problem(read_document(tmp_path / "slot.pdf"))
    assert soort == "versleuteld"
    assert "wachtwoord" in uitleg


def test_pdf_with_only_an_owner_password_is_read(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(good_pdf(tmp_path / "open.pdf"))
    writer.encrypt("", "eigenaar", algorithm="AES-128")
    writer.write(tmp_path / "slot.pdf")
    assert "gewone regel" in read_document(tmp_path / "slot.pdf").tekst


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx"])
def test_truncated_files_never_raise(tmp_path: Path, kind: str, part: float) -> None:
    path = tmp_path / f"stuk.{kind}"
    if kind == "pdf":
        good_pdf(path)
    elif kind == "docx":
        make_docx(path, p("tekst"))
    else:
        book = openpyxl.Workbook()
        book.active["A1"] = "tekst"  # type: ignore[index]
        book.save(path)
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * part)])
    document = read_document(path)
    # pdfium can mend some truncated files; then the text is there.
    assert document.problemen or "gewone regel" in document.tekst


def test_empty_docx_and_docx_without_text(tmp_path: Path) -> None:
    document = read_document(make_docx(tmp_path / "leeg.docx"))
    assert problem(document)[0] == "leeg"
    with zipfile.ZipFile(tmp_path / "niets.docx", "w"):
        pass
    assert problem(read_document(tmp_path / "niets.docx"))[0] == "beschadigd"


def test_docx_bomb_and_doctype(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "bom.docx", p("tekst"))
    rewrite_zip(path, lambda n, c: c + b" " * (60 * 2**20) if n == "word/document.xml" else c)
    assert problem(read_document(path))[0] == "te_groot"
    path = make_docx(tmp_path / "entiteit.docx", p("tekst"))
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    rewrite_zip(path, lambda n, c: bomb if n == "word/document.xml" else c)
    assert "DOCTYPE" in problem(read_document(path))[1]


def test_xlsx_doctype(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "tekst"  # type: ignore[index]
    path = tmp_path / "a.xlsx"
    book.save(path)
    rewrite_zip(path, lambda n, c: b"<!DOCTYPE a>" + c if n == "xl/workbook.xml" else c)
    assert "DOCTYPE" in problem(read_document(path))[1]


def test_office_file_with_password_and_of_old_kind(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0" + b"\0" * 600
    (tmp_path / "a.docx").write_bytes(ole + "EncryptedPackage".encode("utf-16-le") + b"\0" * 100)
    assert problem(read_document(tmp_path / "a.docx"))[0] == "versleuteld"
    (tmp_path / "a.doc").write_bytes(ole)
    assert problem(read_document(tmp_path / "a.doc"))[0] == "niet_gelezen"


@pytest.mark.parametrize("name", ["foto.jpg", "tekst.odt", "tekst.rtf", "post.msg", "iets.xyz", "zonder"])
def test_other_kinds_are_said_not_to_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x01\x02inhoud")
    soort, uitleg = problem(read_document(tmp_path / name))
    assert soort == "niet_gelezen"
    assert uitleg.startswith(name)


def pdf_bomb(path: Path) -> Path:
    """Some 4 kB of PDF: a page whose content unpacks, twice, to 700 MB."""
    packer = zlib.compressobj(6)
    inner = b"".join(packer.compress(b" " * 2**20) for _ in range(700)) + packer.flush()
    stream = zlib.compress(inner, 9)
    body = b"%PDF-1.5\n"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, content)
    start = len(body)
    body += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % o for o in offsets)
    body += b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start
    path.write_bytes(body)
    return path


@pytest.mark.slow
def test_a_bomb_costs_only_its_own_result(tmp_path: Path) -> None:
    bomb = pdf_bomb(tmp_path / "bom.pdf")
    assert bomb.stat().st_size < 20_000
    files = [good_pdf(tmp_path / "een.pdf"), bomb, good_pdf(tmp_path / "twee.pdf")]
    one, bad, two = read_documents(files, seconds=30, memory_mb=512, workers=1)
    assert "gewone regel" in one.tekst
    assert "gewone regel" in two.tekst
    assert not bad.blokken
    assert "bom.pdf" in bad.problemen[0].uitleg


def test_too_slow_and_too_little_memory(tmp_path: Path) -> None:
    path = good_pdf(tmp_path / "een.pdf")
    (slow,) = read_documents([path], seconds=0.001)
    assert "seconden" in problem(slow)[1]
    (cramped,) = read_documents([path], memory_mb=20)
    assert "een.pdf" in problem(cramped)[1]


def test_an_absent_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good, absent = read_documents([good_pdf(tmp_path / "een.pdf"), tmp_path / "weg.pdf"])
    assert good.bestand == "een.pdf"
    assert good.blokken
    assert absent.problemen


def test_children_give_the_same_as_reading_here(tmp_path: Path) -> None:
    files = [good_pdf(tmp_path / "een.pdf"), make_docx(tmp_path / "twee.docx", p("tekst"))]
    assert read_documents(files) == [read_document(f) for f in files]
