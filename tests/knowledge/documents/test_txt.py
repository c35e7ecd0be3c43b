"""Plain text: any encoding that people still use, paragraphs and list items."""

from pathlib import Path

import pytest

from knowledge.documents import Soort, read_document

TEKST = "Eén alinea over\ntwee regels.\n\nTweede alinea met € 5:\n- punt één\n  loopt door\n- punt twee\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEKST.replace("\n", "\r\n").encode(encoding))
    blocks = read_document(path).blokken
    assert [(b.tekst, b.soort) for b in blocks] == [
        ("Eén alinea over twee regels.", Soort.ALINEA),
        ("Tweede alinea met € 5:", Soort.ALINEA),
        ("- punt één loopt door", Soort.LIJST),
        ("- punt twee", Soort.LIJST),
    ]


def test_binary_data_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)))
    assert [p.soort for p in read_document(tmp_path / "a.txt").problemen] == ["beschadigd"]


def test_only_blank_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n \n\n")
    assert [p.soort for p in read_document(tmp_path / "a.txt").problemen] == ["leeg"]
