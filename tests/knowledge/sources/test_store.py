"""Imported documents are kept, replaced and refused."""

from pathlib import Path

import pytest

from knowledge.errors import InvoerFout
from knowledge.sources import Brondocument, Bronnen, Passage, import_file


def test_import_keeps_and_replaces(tmp_path: Path) -> None:
    store = Bronnen(tmp_path / "bronnen")
    file = tmp_path / "regels 2023.txt"
    file.write_text("De eerste versie van de regels voor de hulp.\n", encoding="utf-8")
    import_file(file, None, store)
    file.write_text("De tweede versie van de regels voor de hulp.\n", encoding="utf-8")
    import_file(file, None, store)
    assert store.namen() == ["regels 2023"]
    assert "tweede" in store.haal("regels 2023").passages[0].tekst


def test_a_document_comes_back_as_it_was(tmp_path: Path) -> None:
    store = Bronnen(tmp_path)
    document = Brondocument("a", "a.txt", "Titel", (Passage("§1.2", "tekst", ("kop",), "tekst", 3),))
    before = store.stempel()
    store.bewaar(document)
    assert store.haal("a") == document
    assert store.stempel() != before
    store.verwijder("a")
    assert store.namen() == []


@pytest.mark.parametrize("name", ["../weg", "", "a/b", ".verborgen", "x" * 200])
def test_names_that_are_no_file_names_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvoerFout):
        Bronnen(tmp_path).bewaar(Brondocument(name, "a", "a", ()))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("leeg.txt", b"  \n", "geen leesbare tekst"),
        ("beeld.txt", b"\x00\x01\x02", "geen tekstbestand"),
        ("blad.xlsx", b"PK", "dit soort bestand"),
    ],
)
def test_bad_files_are_refused_by_name(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(InvoerFout, match=says) as fout:
        import_file(file, None, Bronnen(tmp_path / "b"))
    assert name in str(fout.value)
    assert not (tmp_path / "b").exists()


def test_missing_file_and_missing_source(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match="is er niet"):
        import_file(tmp_path / "weg.txt", None, Bronnen(tmp_path))
    with pytest.raises(InvoerFout, match="geen bron"):
        Bronnen(tmp_path).haal("weg")


def test_a_damaged_source_says_so(tmp_path: Path) -> None:
    (tmp_path / "stuk.json").write_text("{", encoding="utf-8")
    with pytest.raises(InvoerFout, match="beschadigd"):
        Bronnen(tmp_path).haal("stuk")
