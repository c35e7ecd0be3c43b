"""Keeps the vectors of texts on disk, so that each text is worked out once."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np

from knowledge.retrieval.model import Floats

FILE = "vectoren.sqlite"


class VectorStore:
    """A file of vectors by model and text. Several processes may read and write it at once. It is a cache:
    it can be removed at any time."""

    def __init__(self, file: Path, timeout: float = 30) -> None:
        """`timeout`: seconds to wait for another process that writes."""
        self.file = file
        self._timeout = timeout

    def get(self, model: str, texts: Sequence[str]) -> dict[str, Floats]:
        """The vectors that are known, by text. A damaged file is removed: it is made again."""
        if not self.file.exists():
            return {}
        keys = {_key(model, text): text for text in texts}
        try:
            with self._open() as db:
                rows = [row for row in db.execute("SELECT key, vector FROM vectors") if row[0] in keys]
        except sqlite3.OperationalError:  # busy, or a folder that cannot be written
            return {}
        except sqlite3.DatabaseError:
            self.file.unlink(missing_ok=True)
            return {}
        return {keys[key]: np.frombuffer(data, dtype=np.float16).astype(np.float32) for key, data in rows}

    def put(self, model: str, texts: Sequence[str], vectors: Floats) -> None:
        """Keep a vector for each text; known ones are replaced."""
        rows = [
            (_key(model, text), vector.astype(np.float16).tobytes())
            for text, vector in zip(texts, vectors, strict=True)
        ]
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as db:
            db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.file, timeout=self._timeout)) as db, db:
            db.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)")
            yield db


def _key(model: str, text: str) -> bytes:
    return hashlib.sha256(f"{model}\0{text}".encode()).digest()[:16]
