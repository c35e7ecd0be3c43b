"""Imported documents are kept, replaced and refused."""

import json
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


def test_region_year_and_what_it_amends_are_kept(tmp_path: Path) -> None:
    passage = Passage("vraag 3", "tekst", soort="vraag", over=("eis 12", "§4.3"))
    document = Brondocument(
        "nota", "nota.docx", "Nota", (passage,), "Duinstreek", 2031, "nota van inlichtingen", "inkoop", 2
    )
    Bronnen(tmp_path).bewaar(document)
    assert Bronnen(tmp_path).haal("nota") == document


def test_a_document_stored_before_these_fields_were_there_still_loads(tmp_path: Path) -> None:
    passage = {"vindplaats": "§1", "tekst": "tekst", "koppen": [], "soort": "tekst", "pagina": None}
    old = {"versie": 1, "bron": "oud", "bestand": "oud.txt", "titel": "Oud", "passages": [passage]}
    (tmp_path / "oud.json").write_text(json.dumps(old), encoding="utf-8")
    document = Bronnen(tmp_path).haal("oud")
    assert (document.regio, document.jaar, document.wijzigt) == ("", None, "")
    assert document.passages == (Passage("§1", "tekst"),)
