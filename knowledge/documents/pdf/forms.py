"""Form fields put in words and in their place: each with the label that the page gives it."""

from dataclasses import dataclass, field

from knowledge.documents.model import Blok, Soort
from knowledge.documents.pdf.annotations import AAN, Field
from knowledge.documents.pdf.drawing import Box
from knowledge.documents.pdf.lines import Segment, bounds, kader

_VER = 14.0
"""A question over two lines stands at most this far (points) from its boxes to tick."""


@dataclass(frozen=True, slots=True)
class PlacedField:
    """A field's block with its box, to be put in its place among the text."""

    box: Box
    blok: Blok


@dataclass(slots=True)
class PlacedFields:
    """The fields of a page; `labels` are the pieces of text (by id) that their blocks now hold."""

    velden: list[PlacedField] = field(default_factory=list)
    labels: set[int] = field(default_factory=set)


def place_fields(fields: list[Field], segments: list[Segment], number: int) -> PlacedFields:
    """Blocks of the fields of page `number`; boxes to tick that stand side by side make one block."""
    placed = PlacedFields()
    for row in _rows([f for f in fields if f.soort == "vakje" and not f.verborgen]):
        placed.velden.append(PlacedField(bounds([f.box for f in row]), _tick_row(row, segments, number)))
    for one in fields:
        place = kader([one.box])
        if one.verborgen:
            # Forms keep scratch values in hidden fields; only sentences there are worth a look.
            if one.soort == "tekst" and len(one.waarde) > 20:
                block = Blok(one.waarde, Soort.VERBORGEN, number, place, plaats=one.naam)
                placed.velden.append(PlacedField(one.box, block))
        elif one.soort != "vakje":
            label = (one.uitleg or _label(one, segments) or one.naam).rstrip(": ")
            text = f"{label}: {one.waarde}".strip()
            block = Blok(text, Soort.FORMULIERVELD, number, place, plaats=one.naam)
            placed.velden.append(PlacedField(one.box, block))
    for one_placed in placed.velden:
        placed.labels |= {id(s) for s in segments if _is_label(s, one_placed)}
    return placed


def _rows(boxes: list[Field]) -> list[list[Field]]:
    rows: list[list[Field]] = []
    for box in sorted(boxes, key=lambda f: (f.midden, f.box[0])):
        if rows and abs(box.midden - rows[-1][-1].midden) < 4:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda f: f.box[0]) for row in rows]


def _tick_row(row: list[Field], segments: list[Segment], number: int) -> Blok:
    """ "Is de ondernemer een mkb-bedrijf? ☒ Ja ☐ Nee"."""
    options = []
    for i, box in enumerate(row):
        until = row[i + 1].box[0] if i + 1 < len(row) else box.box[2] + 400
        options.append(_text_right(box, until, segments))
    question = _common_question([f.uitleg for f in row]) if len(row) > 1 else ""
    question = question or _text_left(row[0], segments)
    if len(row) == 1 and (row[0].uitleg or not (options[0] or question)):
        question, options = "", [row[0].uitleg or row[0].naam]
    elif question and not any(options):
        options = [f.uitleg.removeprefix(question).strip() or f.naam for f in row]
    ticks = " ".join(f"{f.waarde} {label}".strip() for f, label in zip(row, options, strict=True))
    ticked = next((f for f in row if f.waarde == AAN), row[0])
    place = kader([f.box for f in row])
    return Blok(f"{question} {ticks}".strip(), Soort.FORMULIERVELD, number, place, plaats=ticked.naam)


def _common_question(tooltips: list[str]) -> str:
    """The words that the tooltips of one row share at their start."""
    if len(set(tooltips)) == 1:
        return tooltips[0]
    shared = []
    for words in zip(*(tip.split() for tip in tooltips), strict=False):
        if len(set(words)) > 1:
            break
        shared.append(words[0])
    return " ".join(shared)


def _label(field: Field, segments: list[Segment]) -> str:
    """Text before a field, else just above it."""
    if left := _text_left(field, segments):
        return left
    left_edge, top, right_edge, _ = field.box
    above = [
        s for s in segments if 0 <= top - s.basis < 18 and s.box[0] < right_edge and s.box[2] > left_edge
    ]
    return max(above, key=lambda s: s.basis).tekst if above else ""


def _on_row(field: Field, segment: Segment) -> bool:
    return field.box[1] - 3 < segment.basis - 0.3 * segment.maat < field.box[3] + 3


def _text_left(field: Field, segments: list[Segment]) -> str:
    before = [s for s in segments if _on_row(field, s) and s.box[2] <= field.box[0] + 2]
    return " ".join(s.tekst for s in sorted(before, key=lambda s: s.box[0]))


def _text_right(field: Field, until: float, segments: list[Segment]) -> str:
    after = [s for s in segments if _on_row(field, s) and field.box[2] - 2 <= s.box[0] < until]
    return " ".join(s.tekst for s in sorted(after, key=lambda s: s.box[0]))


def _is_label(segment: Segment, placed: PlacedField) -> bool:
    """Text on the field's row, or a longer text near it, that its block repeats."""
    text = segment.tekst.rstrip(": ")
    if text not in placed.blok.tekst:
        return False
    middle = segment.basis - 0.3 * segment.maat
    top, bottom = placed.box[1], placed.box[3]
    return top - 3 < middle < bottom + 3 or (text.count(" ") >= 2 and abs(middle - (top + bottom) / 2) < _VER)
