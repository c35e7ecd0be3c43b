"""Finds the headings of a document and their numbers, by the logic of the sequence.

Numbers that were lost in extraction are given back: from the table of contents where there is one, else from
the gap they leave (between 8.2.3 and 8.3.1 exactly one heading of the second level must stand), else by
counting the headings that the document itself marks as such.
"""

from collections.abc import Sequence

from knowledge.sources.headings.contents import Inhoudsregel, anchors
from knowledge.sources.headings.lost import by_gap, by_level
from knowledge.sources.headings.model import EISEN_TITLE, TABLE_HEAD, Kop, Koppen
from knowledge.sources.headings.numbered import annexes, chapters, fitting, paragraphs, parts
from knowledge.sources.headings.plain import unnumbered
from knowledge.sources.lines import Tekstregel

__all__ = ["EISEN_TITLE", "TABLE_HEAD", "Kop", "Koppen", "find_headings"]


def find_headings(lines: Sequence[Tekstregel], inhoud: Sequence[Inhoudsregel] = ()) -> Koppen:
    """Headings by the position of their first line. `inhoud`: the document's table of contents."""
    known = anchors(lines, inhoud)
    numbered = paragraphs(lines) | {p: kop for p, kop in known.items() if kop.soort == "paragraaf"}
    whole = chapters(lines, numbered, {p: kop for p, kop in known.items() if kop.soort == "hoofdstuk"})
    koppen = {**annexes(lines), **parts(lines), **fitting(numbered, whole), **whole}
    koppen |= by_gap(lines, koppen)
    koppen |= by_level(lines, koppen)
    return koppen | unnumbered(lines, koppen)
