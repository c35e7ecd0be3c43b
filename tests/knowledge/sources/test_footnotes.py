"""A footnote goes with the sentence that points to it."""

import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from knowledge.sources import read_source
from knowledge.sources.footnotes import tie
from knowledge.sources.lines import Tekstregel, lines_of_text
from knowledge.sources.split import split
from tests.knowledge.documents.makers import NAMESPACES, rewrite_zip
from tests.shared import SHARED, needs_shared

TEXT = """ 1 Hulp
De hulp is er voor alle kinderen in de streek1 en voor hun ouders. Zij wordt thuis
gegeven, zo licht als kan en zo lang als
1 Behalve in de gemeente Duindorp, die de hulp zelf regelt
en daar een eigen loket voor heeft.
 nodig is. Daarna volgt een gesprek over wat er verder nog nodig is.
 2 Kosten
1 Eerste punt van een lijst zonder verwijzing
2 Tweede punt van een lijst zonder verwijzing
"""


def test_the_note_leaves_the_text_and_joins_its_sentence() -> None:
    passages = split(lines_of_text(TEXT))
    first = next(p for p in passages if "streek" in p.tekst)
    assert "zo lang als nodig is" in first.tekst
    note = "Behalve in de gemeente Duindorp, die de hulp zelf regelt en daar een eigen loket voor heeft."
    assert f"nodig is. (Noot: {note})" in first.tekst
    assert "streek1" not in first.tekst and "in de streek en voor" in first.tekst


def test_rows_without_a_mark_stay() -> None:
    lines = lines_of_text(TEXT)
    assert [line.tekst for line in tie(lines)][-2:] == [line.tekst for line in lines][-2:]


def test_notes_that_the_reader_recognised() -> None:
    lines = [
        Tekstregel("De hulp¹ is gratis.", heel=True),
        Tekstregel("Ook thuis² kan.", heel=True),
        Tekstregel("Behalve vervoer.", heel=True, noot="1"),
        Tekstregel("Of op school.", heel=True, noot="2"),
        Tekstregel("Zonder verwijzing.", heel=True, noot="3"),
    ]
    tied = tie(lines)
    assert [(line.tekst, line.noten) for line in tied] == [
        ("De hulp is gratis.", ("Behalve vervoer.",)),
        ("Ook thuis kan.", ("Of op school.",)),
        ("Zonder verwijzing.", ()),
    ]


def test_codes_and_versions_are_no_marks() -> None:
    lines = [Tekstregel("Zie versie1.7 en groep TG5 van A1."), Tekstregel("1 Een losse regel met tekst")]
    assert tie(lines) == lines


@needs_shared
@pytest.mark.parametrize(
    ("name", "place", "note"),
    [
        ("ijsselland-inkoopdocument", "§1.1", "Hardenberg neemt geen deel"),
        ("ijsselland-inkoopdocument", "§8.2.1", "onderwijsproblematiek"),
        ("ijsselland-inkoopdocument", "eis 95", "De Valk"),
        ("ijsselland-inkoopdocument", "bijlage XIII", "Artikel 1.1"),
        ("ijmond", "§2.4", "participatiesessies"),
    ],
)
def test_the_notes_of_the_real_documents(name: str, place: str, note: str) -> None:
    document = read_source(next((SHARED / "bronnen").glob(f"{name}*.txt")))
    tied = [p for p in document.passages if note in p.tekst.partition("(Noot: ")[2]]
    assert [p.vindplaats for p in tied] == [place]


def test_a_note_in_a_word_document(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("De hulp is gratis")
    paragraph.add_run()._r.append(parse_xml(f'<w:footnoteReference {NAMESPACES} w:id="2"/>'))
    paragraph.add_run(" voor ouders met een laag inkomen in deze streek.")
    file = tmp_path / "noot.docx"
    document.save(str(file))
    notes = f"""<w:footnotes {NAMESPACES}><w:footnote w:id="2"><w:p><w:r><w:t>Behalve het vervoer.</w:t></w:r>
    </w:p></w:footnote></w:footnotes>"""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'

    def change(name: str, content: bytes) -> bytes:
        if name == "word/_rels/document.xml.rels":
            return content.replace(b"</Relationships>", link.encode())
        return content

    rewrite_zip(file, change)
    with zipfile.ZipFile(file, "a") as parts:
        parts.writestr("word/footnotes.xml", notes)
    (passage,) = read_source(file).passages
    assert passage.tekst == (
        "De hulp is gratis voor ouders met een laag inkomen in deze streek. (Noot: Behalve het vervoer.)"
    )
