"""Lists within a text that is cut into sentences."""

import re
from collections.abc import Sequence

LIST_SIGN = re.compile(r"^(?:• |\(?[a-z0-9]{1,3}[.)] |[ivx]+\. )")
"""The sign that opens a list item: a dot, "2.", "b)", "iv."."""


def is_item(tekst: str) -> bool:
    return bool(LIST_SIGN.match(tekst))


def list_start(parts: Sequence[str], item: int) -> int:
    """The sentence that introduces the list of this item."""
    start = item
    while start > 0 and is_item(parts[start]):
        start -= 1
    return start


def opens_list(parts: Sequence[str], position: int) -> bool:
    """Does this sentence introduce a list."""
    text = parts[position]
    return not is_item(text) and (
        text.endswith(":") or (position + 1 < len(parts) and is_item(parts[position + 1]))
    )
