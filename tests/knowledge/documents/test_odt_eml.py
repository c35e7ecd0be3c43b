"""OpenDocument texts and e-mails."""

import zipfile
from email.message import EmailMessage
from pathlib import Path

from knowledge.documents import Blok, Document, Soort, read_document

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))
)


def odt(path: Path, body: str) -> Document:
    content = (
        f"<office:document-content {NAMES}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return read_document(path)


def test_headings_lists_tables_and_sections(tmp_path: Path) -> None:
    document = odt(
        tmp_path / "plan.odt",
        '<text:h text:outline-level="2">Aanpak</text:h>'
        "<text:section><text:p>Wij <text:span>starten</text:span><text:s/>snel.</text:p></text:section>"
        "<text:list><text:list-item><text:p>punt</text:p></text:list-item></text:list>"
        '<table:table><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>a</text:p>'
        "</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>"
        "</table:table>",
    )
    assert document.formaat == "odt"
    assert document.problemen == ()
    assert document.blokken == (
        Blok("Aanpak", Soort.KOP, niveau=2),
        Blok("Wij starten snel."),
        Blok("punt", Soort.LIJST),
        Blok("a | a | b", Soort.TABELRIJ, cellen=("a", "a", "b"), tabel="1"),
    )


def test_notes_boxes_and_deleted_text_stand_apart(tmp_path: Path) -> None:
    document = odt(
        tmp_path / "plan.odt",
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>Binnen zes weken<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>behoudens ziekte</text:p></text:note-body></text:note> na aanmelding."
        "<draw:frame><draw:text-box><text:p>in een vak</text:p></draw:text-box></draw:frame></text:p>",
    )
    assert [(b.tekst, b.soort, b.plaats) for b in document.blokken] == [
        ("Binnen zes weken¹ na aanmelding.", Soort.ALINEA, ""),
        ("in een vak", Soort.TEKSTVAK, ""),
        ("behoudens ziekte", Soort.VOETNOOT, "1"),
    ]


def test_an_odt_without_text_or_with_broken_xml_has_a_reason(tmp_path: Path) -> None:
    assert [p.soort for p in odt(tmp_path / "a.odt", "").problemen] == ["leeg"]
    assert [p.soort for p in odt(tmp_path / "b.odt", "<text:p>").problemen] == ["beschadigd"]


def test_an_email_with_an_attachment(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"] = "Zorg De Brug <info@voorbeeld.nl>", "inkoop@voorbeeld.nl"
    message["Subject"] = "Vraag over perceel 2"
    message.set_content("Beste inkoper,\n\nWij bieden aan op\nperceel 2.\n")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="plan.pdf")
    path = tmp_path / "bericht.eml"
    path.write_bytes(bytes(message))
    document = read_document(path)
    assert [b.tekst for b in document.blokken] == [
        "Van: Zorg De Brug <info@voorbeeld.nl>", "Aan: inkoop@voorbeeld.nl",
        "Onderwerp: Vraag over perceel 2", "Beste inkoper,", "Wij bieden aan op perceel 2.",
    ]  # fmt: skip
    (problem,) = document.problemen
    assert problem.soort == "bijlage"
    assert "plan.pdf" in problem.uitleg


def test_an_email_in_html(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "a@voorbeeld.nl"
    message.set_content("<head><title>x</title></head><p>Eén &amp; twee</p><p>Drie</p>", subtype="html")
    path = tmp_path / "bericht.eml"
    path.write_bytes(bytes(message))
    assert [b.tekst for b in read_document(path).blokken] == ["Van: a@voorbeeld.nl", "Eén & twee", "Drie"]


def test_what_is_no_email_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bericht.eml"
    path.write_bytes(b"\x00\x01\x02 zomaar iets")
    assert [p.soort for p in read_document(path).problemen] == ["beschadigd"]
