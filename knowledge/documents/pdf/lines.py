"""Words put together to segments (no wide gap) and lines (one baseline, within one column)."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from knowledge.documents.model import Kader
from knowledge.documents.pdf.drawing import Box
from knowledge.documents.pdf.letters import Word

_GAT, _GAT_ZONDER_VOLGORDE = 1.2, 0.6
"""A gap wider than this many times the letter size ends a segment; words that do not follow each other in the
file must stand closer, or two columns would run together."""
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Segment:
    """Words on one baseline without a wide gap between them."""

    def __init__(self, words: list[Word]) -> None:
        self.woorden = words

    @cached_property
    def maat(self) -> float:
        """Letter size of most of the text."""
        sizes: Counter[float] = Counter()
        for word in self.woorden:
            sizes[round(word.maat * 2) / 2] += len(word.tekst)
        return sizes.most_common(1)[0][0]

    @cached_property
    def basis(self) -> float:
        return next((w.basis for w in self.woorden if abs(w.maat - self.maat) < 0.6), self.woorden[0].basis)

    @cached_property
    def box(self) -> Box:
        return bounds([(w.x0, w.boven, w.x1, w.onder) for w in self.woorden])

    @cached_property
    def tekst(self) -> str:
        parts: list[str] = []
        previous: Word | None = None
        for word in self.woorden:
            text = word.tekst
            raised = word.maat < 0.85 * self.maat and word.basis < self.basis - 0.15 * self.maat
            if raised and text.isdigit():
                text = text.translate(_SUPERSCRIPT)
            if previous is not None:
                gap = word.x0 - previous.x1
                if gap > 0.22 * self.maat or (word.spatie and gap > 0.08 * self.maat and not raised):
                    parts.append(" ")
            parts.append(text)
            previous = word
        return "".join(parts)


@dataclass(slots=True)
class Line:
    """Segments side by side on one baseline."""

    segmenten: list[Segment]

    @property
    def tekst(self) -> str:
        return " ".join(s.tekst for s in self.segmenten)

    @property
    def box(self) -> Box:
        boxes = [s.box for s in self.segmenten]
        return bounds(boxes)

    @property
    def basis(self) -> float:
        return self.segmenten[0].basis

    @property
    def maat(self) -> float:
        return max(self.segmenten, key=lambda s: len(s.tekst)).maat

    @property
    def vet(self) -> bool:
        """All words that count are bold."""
        words = [w for s in self.segmenten for w in s.woorden if re.search(r"\w", w.tekst)]
        return bool(words) and all(w.stijl.vet for w in words)

    @property
    def eerste_woord(self) -> float:
        """Width of the first word."""
        word = self.segmenten[0].woorden[0]
        return word.x1 - word.x0


def segments_of(words: list[Word]) -> list[Segment]:
    """Words (in the order of the file) as segments; what stands side by side is joined whatever its order."""
    groups: list[list[Word]] = []
    for word in words:
        if groups and _follows(groups[-1], word, _GAT):
            groups[-1].append(word)
        else:
            groups.append([word])
    groups.sort(key=lambda g: (round(g[0].basis / 2), g[0].x0))
    merged: list[list[Word]] = []
    for group in groups:
        for other in reversed(merged[-12:]):
            if _follows(other, group[0], _GAT_ZONDER_VOLGORDE):
                other.extend(group)
                break
        else:
            merged.append(group)
    return [Segment(group) for group in merged]


def _follows(group: list[Word], word: Word, gap: float) -> bool:
    last = group[-1]
    smallest, largest = sorted((last.maat, word.maat))
    # A footnote mark is smaller and stands higher, but between the top and bottom of its line.
    same_line = abs(word.basis - last.basis) < 0.12 * largest or (
        smallest < 0.85 * largest and abs(word.basis - last.basis) < 0.5 * largest
    )
    return same_line and -0.3 * largest < word.x0 - last.x1 < gap * smallest


def lines_of(segments: list[Segment]) -> list[Line]:
    """Segments of one column as lines, from top to bottom."""
    lines: list[Line] = []
    for segment in sorted(segments, key=lambda s: (s.basis, s.box[0])):
        if lines and abs(segment.basis - lines[-1].basis) < 0.3 * min(segment.maat, lines[-1].maat):
            lines[-1].segmenten.append(segment)
        else:
            lines.append(Line([segment]))
    for line in lines:
        line.segmenten.sort(key=lambda s: s.box[0])
    return lines


def bounds(boxes: list[Box]) -> Box:
    """The smallest box around boxes."""
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def kader(boxes: list[Box]) -> Kader:
    """The box around boxes, in tenths of points."""
    return Kader(*(round(edge, 1) for edge in bounds(boxes)))
