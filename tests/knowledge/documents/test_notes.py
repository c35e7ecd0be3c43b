"""A footnote knows the sentence that it takes something back from."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from knowledge.documents import Blok, Soort, read_document
from knowledge.documents.notes import sentence_at, tie_notes
from tests.knowledge.documents.makers import lines_at, make_pdf


def note(mark: str, page: int | None = None) -> Blok:
    return Blok("Behoudens ziekte.", Soort.VOETNOOT, page, plaats=mark)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Eerst dit. Hulp start binnen zes weken.¹ Daarna dat.", "Hulp start binnen zes weken.¹"),
        ("Eerst dit. Hulp start¹ binnen zes weken. Daarna dat.", "Hulp start¹ binnen zes weken."),
        ("Hulp start binnen zes weken¹", "Hulp start binnen zes weken¹"),
    ],
)
def test_the_sentence_with_the_mark(text: str, sentence: str) -> None:
    assert sentence_at(text, text.index("¹")) == sentence
    assert tie_notes([Blok(text), note("1")])[1].bij == sentence


def test_a_mark_counts_on_its_own_page_only() -> None:
    blocks = [Blok("Een¹ zin.", pagina=1), Blok("Nog¹ een.", pagina=2), note("1", 2)]
    assert tie_notes(blocks)[2].bij == "Nog¹ een."


@pytest.mark.parametrize(
    "blocks",
    [
        [Blok("Een kamer van 12 m² per jeugdige."), note("2")],
        [Blok("Een¹ en nog¹ een."), note("1")],
        [Blok("Eén teken¹."), note("1"), note("1")],
        [Blok("Geen teken."), note("1")],
    ],
)
def test_in_doubt_a_note_is_not_tied(blocks: list[Blok]) -> None:
    assert all(b.bij == "" for b in tie_notes(blocks))


def test_a_raised_number_in_a_pdf(tmp_path: Path) -> None:
    def page(c: Canvas) -> None:
        for step in range(6):
            lines_at(c, 72, 700 - 14 * step, ["Gewone regel met tekst over de opvang van jeugdigen."])
        lines_at(c, 72, 600, ["De hulp start binnen zes weken"])
        width = c.stringWidth("De hulp start binnen zes weken", "Helvetica", 10)
        lines_at(c, 72 + width, 604, ["1"], size=6)
        lines_at(c, 72, 80, ["1 Behoudens ziekte van de begeleider."], size=7)

    document = read_document(make_pdf(tmp_path / "a.pdf", page))
    (footnote,) = [b for b in document.blokken if b.soort is Soort.VOETNOOT]
    assert footnote.tekst == "Behoudens ziekte van de begeleider."
    assert footnote.bij.endswith("De hulp start binnen zes weken¹")
