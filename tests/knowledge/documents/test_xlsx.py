"""XLSX: cached values as a Dutch reader sees them, and raw for those who calculate."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment

from knowledge.documents import Soort, read_document
from knowledge.documents.number_format import shown
from tests.knowledge.documents.makers import rewrite_zip


def test_rows_with_values_shown_and_raw(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Cijfers"
    sheet["B2"], sheet["C2"], sheet["D2"], sheet["E2"] = "Rentabiliteit", 0.0251, 1234567.5, date(2022, 7, 18)
    sheet["C2"].number_format, sheet["D2"].number_format = "0.0%", '"€" #,##0.00'
    sheet["A5"] = "laatste"
    sheet["A5"].comment = Comment("toelichting bij cel", "a")
    path = tmp_path / "a.xlsx"
    book.save(path)
    first, second, note = read_document(path).blokken
    assert first.cellen == ("", "Rentabiliteit", "2,5%", "€ 1.234.567,50", "18-07-2022")
    assert first.waarden == (None, "Rentabiliteit", 0.0251, 1234567.5, "2022-07-18")
    assert first.tekst == "Rentabiliteit | 2,5% | € 1.234.567,50 | 18-07-2022"
    assert (first.soort, first.tabel, first.plaats) == (Soort.TABELRIJ, "Cijfers", "B2")
    assert second.plaats == "A5"
    assert (note.soort, note.plaats) == (Soort.OPMERKING, "A5")


def test_a_formula_without_outcome_is_reported(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A2"] = 4, "=A1*2"
    path = tmp_path / "a.xlsx"
    book.save(path)
    document = read_document(path)
    assert [b.tekst for b in document.blokken] == ["4"]
    assert [p.soort for p in document.problemen] == ["onleesbaar"]
    assert "A2" in document.problemen[0].uitleg
    # With the outcome in the file, as Excel saves it, there is nothing to report.
    rewrite_zip(
        path,
        lambda n, c: c.replace(b"<v></v>", b"<v>8</v>").replace(b"<v/>", b"<v>8</v>") if "sheet1" in n else c,
    )
    document = read_document(path)
    assert [b.tekst for b in document.blokken] == ["4", "8"]
    assert not document.problemen


def test_sheets_in_order_and_hidden_ones_noted(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, state in (("Twee", "visible"), ("Geheim", "veryHidden")):
        sheet = book.create_sheet(name)
        sheet["A1"] = name.lower()
        sheet.sheet_state = state
    book["Sheet"]["A1"] = "een"
    path = tmp_path / "a.xlsx"
    book.save(path)
    document = read_document(path)
    assert [(b.tekst, b.soort) for b in document.blokken] == [
        ("een", Soort.TABELRIJ), ("twee", Soort.TABELRIJ), ("geheim", Soort.VERBORGEN)
    ]  # fmt: skip
    assert [p.soort for p in document.problemen] == ["verborgen_tekst"]


def test_merged_cells_count_once_and_a_stray_cell_does_no_harm(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "breed"
    sheet.merge_cells("A1:C1")
    sheet.cell(1_000_000, 3, "ver weg")
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert [b.tekst for b in read_document(path).blokken] == ["breed", "ver weg"]


def test_strict_ooxml(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = 0.5
    sheet["A1"].number_format = "0%"
    path = tmp_path / "a.xlsx"
    book.save(path)

    def strict(name: str, content: bytes) -> bytes:
        content = content.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        return content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    assert [b.cellen for b in read_document(rewrite_zip(path, strict)).blokken] == [("50%",)]


def test_an_empty_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(path)
    assert [p.soort for p in read_document(path).problemen] == ["leeg"]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.0251, "0.0%", "2,5%"),
        (0.5, "0%", "50%"),
        (1234.5, "#,##0.00", "1.234,50"),
        (1234.5, "0", "1235"),
        (-1234, "#,##0;(#,##0)", "-1.234"),
        (-12, "#,##0;[Red]-#,##0", "-12"),
        (0, '#,##0;-#,##0;"-"', "0"),
        (2140000, "[$€-413] #,##0", "€ 2.140.000"),
        (1500, '_ "€" * #,##0.00_ ', "€ 1.500,00"),
        (1500000, '#,##0," dzd"', "1.500 dzd"),
        (1.5, "0.##", "1,5"),
        (2.0, "0.##", "2"),
        (36, '0" uur"', "36 uur"),
        (1.62, "General", "1,62"),
        (0.1 + 0.2, "General", "0,3"),
        (54.0, "General", "54"),
        (True, "General", "WAAR"),
        (date(2022, 7, 1), "dd-mm-yyyy", "01-07-2022"),
        (date(2022, 7, 1), "d mmmm yyyy", "1 juli 2022"),
        (date(2022, 7, 1), "mmm-yy", "juli 2022"),
        (datetime(2022, 7, 1, 10, 42), "d-m-yyyy h:mm", "01-07-2022 10:42"),
        (None, "General", ""),
        ("  twee   woorden ", "@", "twee woorden"),
    ],
)
def test_number_formats(value: object, code: str, text: str) -> None:
    assert shown(value, code) == text


@given(st.floats(-1e9, 1e9), st.sampled_from(["#,##0.00", "0.00", '"€" #,##0.00', "#,##0.00;[Red]-#,##0.00"]))
def test_what_is_shown_reads_back_as_the_number(value: float, code: str) -> None:
    text = shown(value, code).removeprefix("€ ").replace("€ ", "")
    assert float(text.replace(".", "").replace(",", ".")) == pytest.approx(value, abs=0.0051)
