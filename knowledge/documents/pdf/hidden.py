"""Which words a reader does not see: white, tiny, covered, transparent or off the page."""

from knowledge.documents.pdf.drawing import Area, Drawing
from knowledge.documents.pdf.letters import Word
from knowledge.documents.pdf.page import Plane

_MIN_MAAT = 2.0
"""Letters smaller than this many points are not meant to be read."""
_GELIJK = 12
"""Colours that differ less than this in each part look the same."""


def is_hidden(word: Word, drawing: Drawing, plane: Plane) -> bool:
    """Whether no reader can see this word on the page."""
    x, y = (word.x0 + word.x1) / 2, word.basis - 0.3 * word.maat
    if word.maat < _MIN_MAAT or word.stijl.kleur[3] < 8:
        return True
    if x < 0 or y < 0 or x > plane.breedte or y > plane.hoogte:
        return True
    order = drawing.volgorde.get(word.stijl.object)
    if order is None:
        return False
    at_place = [area for area in drawing.vlakken if _holds(area, x, y)]
    if word.stijl.onzichtbaar:
        # The text layer of a scan lies over or under its picture: that is how scans are made readable.
        return not any(area.kleur is None for area in at_place)
    over = [a for a in at_place if a.volgorde > order and a.kleur is not None and a.kleur[3] == 255]
    if over:
        return True
    under = [a for a in at_place if a.volgorde < order and (a.kleur is None or a.kleur[3] > 40)]
    if under and under[-1].kleur is None:
        return False
    ground = under[-1].kleur if under else (255, 255, 255, 255)
    assert ground is not None
    # A see-through ground lets an unknown colour through: then only certainty counts.
    if ground[3] < 255:
        return False
    return all(abs(a - b) < _GELIJK for a, b in zip(word.stijl.kleur[:3], ground[:3], strict=True))


def _holds(area: Area, x: float, y: float) -> bool:
    left, top, right, bottom = area.box
    return left <= x <= right and top <= y <= bottom
