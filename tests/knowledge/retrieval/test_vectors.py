"""Vectors are kept on disk, each text worked out once."""

import sqlite3
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.retrieval.vectors import VectorStore


def unit(*values: float) -> np.ndarray:
    vector = np.array(values, dtype=np.float32)
    return vector / np.linalg.norm(vector)


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "map" / "v.sqlite")
    assert store.get("m", ["a"]) == {}
    store.put("m", ["a", "b"], np.stack([unit(1, 2), unit(3, 1)]))
    found = VectorStore(store.file).get("m", ["b", "a", "c"])
    assert set(found) == {"a", "b"}
    assert np.allclose(found["b"], unit(3, 1), atol=1e-3)


def test_vectors_of_another_model_are_not_taken(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "v.sqlite")
    store.put("m", ["a"], np.stack([unit(1, 2)]))
    assert store.get("n", ["a"]) == {}


def test_a_damaged_file_is_made_again(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "v.sqlite")
    store.file.write_bytes(b"dit is geen database" * 100)
    assert store.get("m", ["a"]) == {}
    store.put("m", ["a"], np.stack([unit(1, 0)]))
    assert set(store.get("m", ["a"])) == {"a"}


def test_a_busy_file_gives_nothing_and_is_kept(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "v.sqlite", timeout=0.05)
    store.put("m", ["a"], np.stack([unit(1, 0)]))
    busy = sqlite3.connect(store.file, isolation_level=None)
    busy.execute("BEGIN EXCLUSIVE")
    assert store.get("m", ["a"]) == {}
    busy.execute("ROLLBACK")
    assert set(store.get("m", ["a"])) == {"a"}


@settings(max_examples=20)
@given(st.dictionaries(st.text(max_size=30), st.integers(1, 100), max_size=8))
def test_any_text_is_a_key(tmp_path_factory, texts: dict[str, int]) -> None:  # type: ignore[no-untyped-def]
    store = VectorStore(tmp_path_factory.mktemp("v") / "v.sqlite")
    if texts:
        store.put("m", list(texts), np.array([[n, 1] for n in texts.values()], dtype=np.float32))
    assert {text: int(v[0]) for text, v in store.get("m", list(texts)).items()} == texts
