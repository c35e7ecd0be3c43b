"""Lines of one region made into pieces: paragraphs, list items, heading lines, rows without rulings."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from knowledge.documents.model import Kader
from knowledge.documents.pdf.lines import Line, kader

OPSOMTEKEN = re.compile(r"^[•●○▪◦‣∙·➢➤►\uf0b7\uf0a7\uf0d8–—*-]\s+(?=\S)")
NUMMER = re.compile(r"^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,4}[.)])\s+(?=\S)")
HOOFDSTUK = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|(?:hoofdstuk|bijlage|deel|eis)\s+[\dA-Z]{1,4}\b)\s+\S", re.IGNORECASE
)
VINKJE = re.compile(r"^[☐☒☑✓✔✗✘■□]\s*\S")
INHOUDSREGEL = re.compile(r"(?:\s*[.…·_]){4,}\s*\d{1,4}$")
_ZINSEINDE = re.compile(r"[.:;!?…][)\"'”’»]?[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")


@dataclass(slots=True)
class Piece:
    """Lines that belong together, with how they look."""

    regels: list[Line]
    kolommen: list[str] = field(default_factory=list)
    """Cells, when the lines are one row of a table without rulings."""

    @property
    def maat(self) -> float:
        return max(self.regels, key=lambda line: len(line.tekst)).maat

    @property
    def vet(self) -> bool:
        return all(line.vet for line in self.regels)

    @property
    def kader(self) -> Kader:
        return kader([line.box for line in self.regels])


def pieces_of(lines: list[Line]) -> list[Piece]:
    """Pieces of one region in order."""
    if not lines:
        return []
    right = sorted(line.box[2] for line in lines)[int(0.9 * (len(lines) - 1))]
    pitch = _pitch(lines)
    pieces: list[Piece] = []
    for row in _rows(lines):
        if isinstance(row, Piece):
            pieces.append(row)
            continue
        current = pieces[-1] if pieces and not pieces[-1].kolommen else None
        if current is None or _starts_new(current, row, right, pitch):
            pieces.append(Piece([row]))
        else:
            current.regels.append(row)
    return pieces


def _pitch(lines: list[Line]) -> float:
    """Usual distance between lines as a multiple of the letter size."""
    steps = [
        (b.basis - a.basis) / a.maat
        for a, b in pairwise(lines)
        if abs(a.maat - b.maat) < 0.6 and 0.8 < (b.basis - a.basis) / a.maat < 2.2
    ]
    # The lower half: gaps between paragraphs must not raise it.
    steps.sort()
    return median(steps[: max(1, (len(steps) + 1) // 2)]) if steps else 1.25


def _starts_new(piece: Piece, line: Line, right: float, pitch: float) -> bool:
    last, first = piece.regels[-1], piece.regels[0]
    if (line.basis - last.basis) > 1.22 * pitch * max(last.maat, line.maat) + 0.5:
        return True
    if abs(line.maat - last.maat) > 0.6 or line.vet != last.vet:
        return True
    text, before = line.tekst, last.tekst
    if INHOUDSREGEL.search(before) or VINKJE.match(text) or OPSOMTEKEN.match(text):
        return True
    ended = bool(_ZINSEINDE.search(before))
    in_list = bool(OPSOMTEKEN.match(first.tekst) or NUMMER.match(first.tekst))
    if NUMMER.match(text) and (ended or in_list or line.box[0] < last.box[0] - 2 or before.endswith(",")):
        return True
    if in_list and line.box[0] < first.box[0] - 2:
        return True
    if in_list and len(piece.regels) > 1 and line.box[0] < last.box[0] - 3:
        return True
    # A first word that had fitted on the line before was put on a new line on purpose.
    room = right - last.box[2] - 0.3 * last.maat
    if _centred(last, line):
        room *= 2
    fits = room > line.eerste_woord + 0.8 * line.maat
    new_sentence = text[:1].isupper() or text[:1].isdigit() or text[:1] in "\"'“‘(€"
    # Without a hanging indent only this tells the text after a list from its last item.
    if in_list and fits and new_sentence and line.box[0] < first.box[0] + 1:
        return True
    if fits and new_sentence and (ended or room > 0.25 * (right - first.box[0])):
        return True
    indented = line.box[0] > last.box[0] + 0.8 * line.maat and not in_list
    return indented and ended and new_sentence


def _centred(above: Line, below: Line) -> bool:
    """Different left edges round one middle."""
    shift = abs((above.box[0] + above.box[2]) - (below.box[0] + below.box[2])) / 2
    return shift < 2 and abs(above.box[0] - below.box[0]) > 3


def _rows(lines: list[Line]) -> list[Line | Piece]:
    """Lines, with runs of lines that have the same columns turned into rows."""
    result: list[Line | Piece] = []
    index = 0
    while index < len(lines):
        end = index
        while (
            end < len(lines)
            and _has_columns(lines[end])
            and (end == index or _aligned(lines[end - 1], lines[end]))
        ):
            end += 1
        if end - index >= 2:
            for line in lines[index:end]:
                result.append(Piece([line], [s.tekst for s in line.segmenten]))
            index = end
        else:
            result.append(lines[index])
            index += 1
    return result


def _has_columns(line: Line) -> bool:
    """At least two segments with a clear gap; the gap after a bullet or list number does not count."""
    if len(line.segmenten) < 2 or INHOUDSREGEL.search(line.tekst):
        return False
    first = line.segmenten[0].tekst
    if OPSOMTEKEN.match(line.tekst) or (len(first) < 6 and NUMMER.match(f"{first} x")):
        return len(line.segmenten) > 2
    return max(b.box[0] - a.box[2] for a, b in pairwise(line.segmenten)) > 1.8 * line.maat


def _aligned(above: Line, below: Line) -> bool:
    """A later segment of both begins, or ends, at the same place."""
    if below.basis - above.basis > 3.5 * above.maat:
        return False
    starts = {round(s.box[0]) for s in above.segmenten[1:]}
    ends = {round(s.box[2]) for s in above.segmenten[1:]}
    return any(
        any(abs(s.box[0] - x) <= 2 for x in starts) or any(abs(s.box[2] - x) <= 2 for x in ends)
        for s in below.segmenten[1:]
    )
