"""One written form for what people and documents write in many."""

import re
import unicodedata

_SIGNS = str.maketrans(
    {"‘": "'", "’": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‐": "-",
     "‑": "-", "−": "-", "…": ".", "\u00ad": "", "\u200b": "", "\ufeff": "", "ﬁ": "fi", "ﬂ": "fl"}
)  # fmt: skip
_ACCENTS = re.compile(r"[\u0300-\u036f]")


def fold(text: str) -> str:
    """Lower case without accents, with plain quotes and dashes. May be shorter than the text."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.translate(_SIGNS))).lower()


def single_spaces(text: str) -> str:
    """The text with every run of white space as one space, and none at its ends."""
    return re.sub(r"\s+", " ", text).strip()
