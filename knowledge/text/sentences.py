"""Cuts text into sentences."""

import re

_BREAK = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(•]?[A-ZÀ-Ý0-9€])")
_NO_END = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|bijv|bv|d\.d|t\.b\.v|m\.b\.t|o\.a|o\.b\.v|n\.a\.v|i\.v\.m|m\.u\.v|a\.s|c\.q|nr|art|par"
    r"|blz|p|resp|incl|excl|max|min|mr|drs|dr|ir|ing|prof|ca|e\.a|t\.a\.v|i\.o|st|tel)$"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order. A line break ends a sentence too; an initial, a number with dots or
    a common abbreviation does not."""
    found: list[str] = []
    for line in text.split("\n"):
        start = 0
        for match in _BREAK.finditer(line):
            if not _NO_END.search(line[start : match.start()]) and not line[start : match.start()].isdigit():
                found.append(line[start : match.end()].strip())
                start = match.end()
        found.append(line[start:].strip())
    return [sentence for sentence in found if sentence]
