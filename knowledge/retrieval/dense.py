"""Search by meaning: which texts are closest to a question in what they say, whatever their words."""

import logging
import sqlite3
import threading
import time
from collections.abc import Sequence

import numpy as np

from knowledge.retrieval.fill import fill
from knowledge.retrieval.model import E5, Floats, Model, model_name
from knowledge.retrieval.vectors import VectorStore

PATIENCE = 5.0
"""Seconds before missing vectors are worked out: a command that answers one question is done by then."""

_log = logging.getLogger(__name__)
_filling = threading.Lock()


class Dense:
    """Likeness of a question to each of a list of texts.

    Vectors come from `store`. Where some are missing, they are worked out in the background when `fill_in`,
    and until then there is no likeness: a question never waits for them.
    """

    def __init__(
        self,
        texts: Sequence[str],
        store: VectorStore,
        *,
        fill_in: bool = True,
        patience: float = PATIENCE,
        model: Model | None = None,
    ) -> None:
        self._texts = tuple(texts)
        self._store = store
        self._model = model
        self._one_at_a_time = threading.Lock()
        self._vectors: Floats | None = None
        self._done = threading.Event()
        if self._take() or not fill_in:
            self._done.set()
        else:
            threading.Thread(target=self._fill, args=(patience,), name="vectoren", daemon=True).start()

    @property
    def ready(self) -> bool:
        """Are all vectors there."""
        return self._vectors is not None

    def wait(self, seconds: float) -> bool:
        """Wait until the work in the background has ended; are all vectors there."""
        self._done.wait(seconds)
        return self.ready

    def likeness(self, question: str) -> Floats | None:
        """For each text how close it is to the question: 1 for the same meaning; None while vectors are
        missing."""
        if self._vectors is None:
            return None
        with self._one_at_a_time:
            if self._model is None:
                self._model = E5()
            vector = self._model.question(question)
        return np.asarray(self._vectors @ vector, dtype=np.float32)

    def _name(self) -> str:
        return self._model.name if self._model else model_name()

    def missing(self) -> list[str]:
        """Texts without a vector, each once."""
        known = self._store.get(self._name(), self._texts)
        return [text for text in dict.fromkeys(self._texts) if text not in known]

    def _take(self) -> bool:
        known = self._store.get(self._name(), self._texts)
        if not self._texts or len(known) < len(set(self._texts)):
            return False
        self._vectors = np.stack([known[text] for text in self._texts])
        return True

    def _fill(self, patience: float) -> None:
        try:
            time.sleep(patience)
            with _filling:
                missing = self.missing()
                if not missing or fill(self._store, missing):
                    self._take()
            if not self.ready:
                _log.warning("Zoeken op betekenis kan niet op deze machine; er wordt gezocht op woorden.")
        except (OSError, sqlite3.Error) as fout:
            _log.warning("De vectoren zijn niet te bewaren in %s: %s", self._store.file, fout)
        finally:
            self._done.set()
