"""DOCX: what a plain walk over paragraphs loses is read here."""

from pathlib import Path

import docx
import pytest

from knowledge.documents import Document, Soort, read_document
from tests.knowledge.documents.makers import make_docx, p, rewrite_zip


def read(path: Path, *body: str, numbering: str = "") -> Document:
    return read_document(make_docx(path / "a.docx", *body, numbering=numbering))


def shown(document: Document) -> list[str]:
    return [b.tekst for b in document.blokken if b.soort is not Soort.VERBORGEN]


WRAPPED = {
    "content control": f"<w:sdt><w:sdtPr/><w:sdtContent>{p('tekst')}</w:sdtContent></w:sdt>",
    "inline control": "<w:p><w:sdt><w:sdtContent><w:r><w:t>tekst</w:t></w:r></w:sdtContent></w:sdt></w:p>",
    "smart tag": '<w:p><w:smartTag w:element="x"><w:r><w:t>tekst</w:t></w:r></w:smartTag></w:p>',
    "simple field": '<w:p><w:fldSimple w:instr="REF x"><w:r><w:t>tekst</w:t></w:r></w:fldSimple></w:p>',
    "insertion": '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>tekst</w:t></w:r></w:ins></w:p>',
    "link": "<w:p><w:hyperlink><w:r><w:t>tekst</w:t></w:r></w:hyperlink></w:p>",
    "complex field": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>tekst</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    "insertion in a control in a link": "<w:p><w:hyperlink><w:sdt><w:sdtContent>"
    '<w:ins w:id="1"><w:r><w:t>tekst</w:t></w:r></w:ins></w:sdtContent></w:sdt></w:hyperlink></w:p>',
}


@pytest.mark.parametrize("xml", WRAPPED.values(), ids=WRAPPED.keys())
def test_wrapped_text_is_read_once(tmp_path: Path, xml: str) -> None:
    assert shown(read(tmp_path, p("voor"), xml, p("na"))) == ["voor", "tekst", "na"]


def test_deleted_text_is_gone_and_changes_are_counted(tmp_path: Path) -> None:
    xml = (
        '<w:p><w:r><w:t xml:space="preserve">binnen </w:t></w:r>'
        '<w:del w:id="1" w:author="a"><w:r><w:delText>zes</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="a"><w:r><w:t>acht</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve"> weken</w:t></w:r></w:p>'
    )
    document = read(tmp_path, xml)
    assert shown(document) == ["binnen acht weken"]
    assert document.eigenschappen["bijgehouden_wijzigingen"] == "2"


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = p("in het vak")
    xml = (
        "<w:p><w:r><w:t>anker</w:t></w:r><w:r><mc:AlternateContent>"
        '<mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"<w:txbxContent>{box}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    blocks = read(tmp_path, xml, p("na")).blokken
    assert [(b.tekst, b.soort) for b in blocks] == [
        ("anker", Soort.ALINEA), ("in het vak", Soort.TEKSTVAK), ("na", Soort.ALINEA)
    ]  # fmt: skip


def test_check_boxes_show_their_state(tmp_path: Path) -> None:
    control = (
        "<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='{}'/></w14:checkbox></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>?</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:r><w:t xml:space="preserve"> Ja</w:t></w:r></w:p>'
    )
    legacy = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin">'
        "<w:ffData><w:checkBox>{}</w:checkBox></w:ffData></w:fldChar></w:r>"
        '<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:t xml:space="preserve"> Nee</w:t></w:r></w:p>'
    )
    symbol = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:t> Misschien</w:t></w:r></w:p>'
    document = read(
        tmp_path, control.format(1), control.format(0),
        legacy.format("<w:checked/>"), legacy.format('<w:default w:val="1"/><w:checked w:val="0"/>'), symbol,
    )  # fmt: skip
    assert shown(document) == ["☒ Ja", "☐ Ja", "☒ Nee", "☐ Nee", "☒ Misschien"]


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def test_tables_with_merged_cells_and_a_table_inside(tmp_path: Path) -> None:
    nested = f"<w:tbl><w:tr>{cell(p('n1'))}{cell(p('n2'))}</w:tr></w:tbl>"
    wide, tall, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = (
        f"<w:tbl><w:tr>{cell(p('breed'), wide)}{cell(p('c'))}</w:tr>"
        f"<w:tr>{cell(p('hoog'), tall)}{cell(p('x') + p('y'))}{cell(p('z') + nested + p(''))}</w:tr>"
        f"<w:tr>{cell(p('weg'), on)}{cell(p('1'))}{cell(p('2'))}</w:tr></w:tbl>"
    )
    blocks = read(tmp_path, table).blokken
    assert [b.tekst for b in blocks if b.soort is Soort.VERBORGEN] == ["weg"]
    rows = [b for b in blocks if b.soort is Soort.TABELRIJ]
    assert [(b.cellen, b.tabel) for b in rows] == [
        (("breed", "", "c"), "1"),
        (("hoog", "x y", "z"), "1"),
        (("n1", "n2"), "2"),
        (("", "1", "2"), "1"),
    ]
    assert rows[0].tekst == "breed | c"


def test_a_table_of_one_column_is_a_frame(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tr>{cell(p('een') + p('twee'))}</w:tr></w:tbl>"
    assert [b.soort for b in read(tmp_path, table).blokken] == [Soort.ALINEA, Soort.ALINEA]


def test_headers_footers_notes_and_comments(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "kop"
    document.sections[0].footer.paragraphs[0].text = "voet"
    run = document.add_paragraph("de tekst").runs[0]
    document.add_comment(run, text="klopt dit?", author="a")
    document.save(str(tmp_path / "a.docx"))
    blocks = read_document(tmp_path / "a.docx").blokken
    assert [(b.tekst, b.soort) for b in blocks] == [
        ("kop", Soort.KOPREGEL), ("de tekst", Soort.ALINEA), ("voet", Soort.VOETREGEL),
        ("klopt dit?", Soort.OPMERKING),
    ]  # fmt: skip


def test_footnotes_have_their_mark(tmp_path: Path) -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = (
        f'<w:footnotes xmlns:w="{w}"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        '<w:footnote w:id="7"><w:p><w:r><w:t>de noot</w:t></w:r></w:p></w:footnote></w:footnotes>'
    ).encode()
    xml = '<w:p><w:r><w:t>tekst</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    path = make_docx(tmp_path / "a.docx", xml)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

    def add(name: str, content: bytes) -> bytes:
        if name == "word/_rels/document.xml.rels":
            link = f'<Relationship Id="rIdN" Type="{kind}" Target="numbering.xml"/></Relationships>'
            return content.replace(b"</Relationships>", link.encode())
        # The numbering part of the template makes room for the notes.
        return notes if name == "word/numbering.xml" else content

    blocks = read_document(rewrite_zip(path, add)).blokken
    assert [(b.tekst, b.soort, b.plaats) for b in blocks] == [
        ("tekst¹", Soort.ALINEA, ""), ("de noot", Soort.VOETNOOT, "1")
    ]  # fmt: skip


def test_headings_by_style_outline_and_looks(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        p("Titel", '<w:pStyle w:val="Title"/>'),
        p("Een", '<w:pStyle w:val="Heading1"/>'),
        p("Twee", '<w:outlineLvl w:val="1"/>'),
        p("Vet kopje", run="<w:b/>"),
        p("Een vette zin is geen kop.", run="<w:b/>"),
        p("tekst"),
    )
    assert [(b.tekst, b.niveau) for b in document.blokken if b.soort is Soort.KOP] == [
        ("Titel", 1), ("Een", 1), ("Twee", 2), ("Vet kopje", 3)
    ]  # fmt: skip


def test_hidden_text_is_kept_apart(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        p("zichtbaar"),
        p("onzichtbaar", run="<w:vanish/>"),
        p("wit", run='<w:color w:val="FFFFFF"/>'),
        p("klein", run='<w:sz w:val="2"/>'),
        p("wit op blauw", '<w:shd w:val="clear" w:fill="000080"/>', '<w:color w:val="FFFFFF"/>'),
    )
    assert shown(document) == ["zichtbaar", "wit op blauw"]
    assert [b.tekst for b in document.blokken if b.soort is Soort.VERBORGEN] == [
        "onzichtbaar",
        "wit",
        "klein",
    ]
    assert [x.soort for x in document.problemen] == ["verborgen_tekst"]


def test_strict_ooxml(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docx", p("Kop", '<w:pStyle w:val="Heading1"/>'), p("streng"))

    def strict(name: str, content: bytes) -> bytes:
        content = content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        return content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    blocks = read_document(rewrite_zip(path, strict)).blokken
    assert [(b.tekst, b.niveau) for b in blocks] == [("Kop", 1), ("streng", 0)]


def test_properties_and_missing_pages(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Plan van aanpak"
    document.add_paragraph("tekst")
    document.save(str(tmp_path / "a.docx"))
    read_back = read_document(tmp_path / "a.docx")
    assert read_back.eigenschappen["titel"] == "Plan van aanpak"
    assert read_back.paginas is None
    assert read_back.blokken[0].pagina is None


def test_a_word_file_under_another_name_is_read(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docx", p("tekst"))
    assert read_document(path.rename(tmp_path / "a.dat"), "plan").tekst == "tekst"


def test_a_phonetic_guide_and_its_word_are_both_read(tmp_path: Path) -> None:
    ruby = (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>gids</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>woord</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert read_document(make_docx(tmp_path / "a.docx", ruby)).tekst == "gidswoord"


def test_text_in_an_unknown_wrapper_is_read(tmp_path: Path) -> None:
    wrapped = f'<x:later xmlns:x="urn:later">{p("In een nieuw soort omslag.")}</x:later>'
    assert shown(read(tmp_path, p("Ervoor."), wrapped)) == ["Ervoor.", "In een nieuw soort omslag."]
