"""Running headers and footers: what comes back at the same height on other pages."""

import re
from collections import defaultdict

from knowledge.documents.pdf.lines import Segment

_RAND = 0.13
"""Part of the page's height, at top and bottom, in which headers and footers stand."""
_PAGINANUMMER = re.compile(
    r"^[-–|\s]*(?:(?:pagina|blad|blz\.?|bladzijde|pag\.?|p\.)\s*)?\d{1,4}(?:\s*(?:van|/|-)\s*\d{1,4})?[-–|\s]*$",
    re.IGNORECASE,
)
_HOOGTE = 4.0
"""Heights closer than this (points) are the same place."""


def running_segments(
    pages: list[list[Segment]], heights: list[float]
) -> tuple[list[list[Segment]], list[list[Segment]]]:
    """Per page the segments of its header and of its footer."""
    seen: defaultdict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for number, (segments, height) in enumerate(zip(pages, heights, strict=True)):
        for segment in segments:
            if place := _place(segment, height):
                seen[place[0], _masked(segment.tekst)].append((number, place[1]))
    heads: list[list[Segment]] = []
    feet: list[list[Segment]] = []
    for number, (segments, height) in enumerate(zip(pages, heights, strict=True)):
        head: list[Segment] = []
        foot: list[Segment] = []
        for segment in segments:
            place = _place(segment, height)
            if place is None:
                continue
            repeats = {
                other
                for other, distance in seen[place[0], _masked(segment.tekst)]
                if other != number and abs(distance - place[1]) < _HOOGTE
            }
            bare_number = _PAGINANUMMER.match(segment.tekst) and place[1] < 0.08 * height
            if (repeats and len(segment.tekst) > 2) or bare_number:
                (head if place[0] == "boven" else foot).append(segment)
        heads.append(_with_neighbours(head, segments))
        feet.append(_with_neighbours(foot, segments))
    return heads, feet


def _place(segment: Segment, height: float) -> tuple[str, float] | None:
    if segment.basis < _RAND * height:
        return "boven", segment.basis
    if segment.basis > (1 - _RAND) * height:
        return "onder", height - segment.basis
    return None


def _masked(text: str) -> str:
    """The text with its numbers left open; a number by itself ("4.1.5" of a heading) only equals itself."""
    if not re.search(r"[^\W\d_]", text):
        return text.strip()
    return re.sub(r"\d+", "#", text).strip().lower()


def _with_neighbours(running: list[Segment], segments: list[Segment]) -> list[Segment]:
    """What stands on the line of a running text belongs to it: chapter title, page number."""
    return [
        s
        for s in segments
        if any(s is r or (abs(s.basis - r.basis) < 2 and s.maat <= r.maat + 0.6) for r in running)
    ]
