"""Footnotes tied to the sentence that bears their mark."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from knowledge.documents.model import Blok, Soort

_CIJFERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# m² and m³ are measures, no marks.
_TEKEN = re.compile(r"(?<!\b[mM])(?<!\b[cdk]m)[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<=[\w.,;)])(?:\*{1,3}|†)(?!\w)")
_ZINSEINDE = re.compile(r"[.!?…][)\"'”’]*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\*{1,3}|†)?\s+(?=[^\Wa-z]|[\"'“‘(])")


def tie_notes(blocks: Sequence[Blok]) -> list[Blok]:
    """The blocks, each note with in `bij` the sentence that it belongs to.

    A note is tied only where one place alone bears its mark: on its own page, or in a file without pages in
    the whole file. Otherwise `bij` stays empty.
    """
    notes = [b for b in blocks if b.soort is Soort.VOETNOOT and b.plaats]
    if not notes:
        return list(blocks)
    bearers: defaultdict[tuple[int | None, str], list[str]] = defaultdict(list)
    for block in blocks:
        if block.soort in {Soort.VOETNOOT, Soort.VERBORGEN}:
            continue
        for match in _TEKEN.finditer(block.tekst):
            page, _ = block.plek(match.start())
            bearers[page, match[0].translate(_CIJFERS)].append(sentence_at(block.tekst, match.start()))
    marks = [(b.pagina, b.plaats) for b in notes]

    def tied(block: Blok) -> Blok:
        key = block.pagina, block.plaats
        if block.soort is not Soort.VOETNOOT or marks.count(key) != 1 or len(bearers[key]) != 1:
            return block
        return replace(block, bij=bearers[key][0])

    return [tied(block) for block in blocks]


def sentence_at(text: str, position: int) -> str:
    """The sentence of `text` around a character; a mark behind the full stop belongs to what is before."""
    begin, end = 0, len(text)
    for match in _ZINSEINDE.finditer(text):
        if match.end() <= position:
            begin = match.end()
        elif match.end() > position:
            end = match.end()
            break
    return text[begin:end].strip()
