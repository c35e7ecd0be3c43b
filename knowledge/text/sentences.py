"""Cuts text into sentences."""

import re

_SIGN = r"(?:[ivx]{1,4}|[a-z]|\d{1,2})"
_BREAK = re.compile(
    r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(•]?[A-ZÀ-Ý0-9€])"  # a sentence ends
    rf"|[.;:!?]\s+(?=(?:(?:en|of)\s+)?{_SIGN}[.)]\s+\S)"  # a list item opens: "i.", "2.", "b)"
)
_NO_END = re.compile(
    rf"(?:^|[.;:]\s)(?:(?:en|of)\s)?{_SIGN}$|(?:^|[\s(])(?:[A-Z]|bijv|bv|d\.d|t\.b\.v|m\.b\.t|o\.a|o\.b\.v|n\.a\.v|i\.v\.m|m\.u\.v|a\.s|c\.q"
    r"|nr|art|par|blz|p|resp|incl|excl|max|min|mr|drs|dr|ir|ing|prof|ca|e\.a|t\.a\.v|i\.o|st|tel)$"
)


def sentences(text: str) -> list[str]:
    """The sentences and list items of a text, in order. A line break ends a sentence too; an initial, a
    number with dots, the sign of a list item or a common abbreviation does not."""
    found: list[str] = []
    for line in text.split("\n"):
        start = 0
        for match in _BREAK.finditer(line):
            before = line[start : match.start()]
            if not _NO_END.search(before) or match.group()[0] in ";:!?":
                found.append(line[start : match.end()].strip())
                start = match.end()
        found.append(line[start:].strip())
    return [sentence for sentence in found if sentence]
