"""The optional generator that words an answer, as the environment names it (see `generator`)."""

import os
from collections.abc import Sequence
from typing import Protocol

from knowledge.answers.answer import Citaat


class Schrijver(Protocol):
    """Writes an answer that leans only on these passages; None when it has none that holds up."""

    def schrijf(self, vraag: str, passages: Sequence[Citaat]) -> str | None: ...


def schrijver() -> Schrijver | None:
    """The generator of this installation; None when there is none. InvoerFout when it is named wrongly."""
    if not os.environ.get("THUISPLEK_GENERATOR_URL", "").strip():
        return None
    # Not at the top: it brings an HTTP client along, which most installations do not need.
    from knowledge.answers.generator import Generator

    return Generator.from_env()
