"""Which pieces are headings, and how deep: by size, weight and number."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from knowledge.documents.pdf.paragraphs import HOOFDSTUK, INHOUDSREGEL, NUMMER, OPSOMTEKEN, VINKJE, Piece

_GROTER = 1.12
"""Letters this many times the body size make a heading."""
_MAX_TEKENS = 140
_MAX_REGELS = 3
_DIEPTE = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s")

Look = tuple[float, bool]
"""Letter size in half points and weight: headings of one level look the same."""


class Headings:
    """Knows the body size and the looks of the headings of one document."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        pieces = [p for p in pieces if not p.kolommen]
        sizes: Counter[float] = Counter()
        for piece in pieces:
            for line in piece.regels:
                sizes[round(line.maat * 2) / 2] += len(line.tekst)
        self.body = sizes.most_common(1)[0][0] if sizes else 10.0
        looks = {_look(p) for p in pieces if self._is_heading(p)}
        self._rank = {look: i + 1 for i, look in enumerate(sorted(looks, reverse=True))}
        depths: defaultdict[Look, Counter[int]] = defaultdict(Counter)
        for piece in pieces:
            if self._is_heading(piece) and (depth := _depth(piece)):
                depths[_look(piece)][depth] += 1
        self._numbered = {look: counts.most_common(1)[0][0] for look, counts in depths.items()}

    def level(self, piece: Piece) -> int:
        """1 to 6 for a heading, 0 for other text."""
        if not self._is_heading(piece):
            return 0
        look = _look(piece)
        level = _depth(piece) or self._numbered.get(look) or self._rank.get(look, 1)
        return min(level, 6)

    def _is_heading(self, piece: Piece) -> bool:
        text = " ".join(line.tekst for line in piece.regels)
        if piece.kolommen or len(piece.regels) > _MAX_REGELS or len(text) > _MAX_TEKENS:
            return False
        if not re.search(r"[^\W\d_]{2}", text) or INHOUDSREGEL.search(text) or VINKJE.match(text):
            return False
        if OPSOMTEKEN.match(text) or text[-1] in ",;" or (text[-1] == "." and not piece.vet):
            return False
        larger = piece.maat >= _GROTER * self.body
        if larger:
            return True
        if not piece.vet or piece.maat < 0.95 * self.body or len(text) > 110 or text[-1] in ".:":
            return False
        return not NUMMER.match(text) or bool(HOOFDSTUK.match(text)) or text[:1].isupper()


def _look(piece: Piece) -> Look:
    return round(piece.maat * 2) / 2, piece.vet


def _depth(piece: Piece) -> int:
    match = _DIEPTE.match(piece.regels[0].tekst)
    return match[1].count(".") + 1 if match else 0
