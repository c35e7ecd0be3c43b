"""Splits a nota van inlichtingen (questions and answers on a tender document) by question.

The questions stand in a table (number, place, question, answer, in any order that its head tells) or below
each other ("Vraag 12 ... Antwoord ..."). What stands outside them is split as in any document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.sources.lines import Tekstregel, join_lines
from knowledge.sources.passages import Passage
from knowledge.sources.places import changed_places, places_in, places_in_column
from knowledge.sources.split import split

FEWEST = 2
"""Questions with an answer that make a document a nota without its saying so."""

_QUESTION = re.compile(
    r"^(?:vraag(?:nummer)?\s*(?:nr\.?|nummer)?\s*(?P<nr>\d{1,4})\b|(?P<nr2>\d{1,4})[.):]?\s+vraag\b)\s*[:.)–-]*\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"^antwoord(?:\s+(?:op\s+)?(?:vraag\s+)?\d{1,4})?(?:\s+(?:opdrachtgever|aanbesteder))?\s*[:.)–-]*\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?P<label>verwijzing|referentie|betreft|paragraaf|hoofdstuk|eis|onderdeel|document|plaats|bron|bijlage)"
    r"[^:]{0,40}:\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_HEAD_QUESTION = re.compile(r"\bvra(?:ag|gen)\b", re.IGNORECASE)
_HEAD_ANSWER = re.compile(r"\bantwoord|\breactie\b|\bbeantwoording\b", re.IGNORECASE)
_HEAD_NUMBER = re.compile(
    r"^(?:#|no\.?|nr\.?|volg\s?nr\.?|nummer|vraag\s?nr\.?|vraagnummer|volgnummer)$", re.IGNORECASE
)


@dataclass(slots=True)
class _Vraag:
    """One question as it is being read."""

    nummer: str
    pagina: int | None
    koppen: tuple[str, ...] = ()
    plaatsen: list[str] = field(default_factory=list)
    vraag: list[Tekstregel] = field(default_factory=list)
    antwoord: list[Tekstregel] = field(default_factory=list)


def split_nota(lines: Sequence[Tekstregel]) -> tuple[Passage, ...]:
    """Passages "vraag 1", "vraag 2" ... with the places they are about, and the rest of the document.

    Without questions in the document this is what `split` makes of it, with the places that it says to
    change.
    """
    questions, rest = _read(lines)
    words = frozenset(re.findall(r"[\w-]+", " ".join(line.tekst for line in lines).lower()))
    others = [replace(p, over=changed_places(p.tekst)) for p in split(rest)]
    return (*others, *(_passage(question, words) for question in questions))


def holds_questions(lines: Sequence[Tekstregel]) -> bool:
    """Is this document a list of questions with their answers?"""
    return len(_read(lines)[0]) >= FEWEST


def _passage(question: _Vraag, words: frozenset[str]) -> Passage:
    asked, answered = ("\n".join(join_lines(part, words)) for part in (question.vraag, question.antwoord))
    named = (*question.plaatsen, *changed_places(answered))
    over = tuple(dict.fromkeys(named or places_in(asked) or places_in(answered)))
    text = f"Vraag: {asked}\nAntwoord: {answered}"
    return Passage(f"vraag {question.nummer}", text, question.koppen, "vraag", question.pagina, over)


def _read(lines: Sequence[Tekstregel]) -> tuple[list[_Vraag], list[Tekstregel]]:
    """The questions that have an answer, and the lines outside them."""
    questions: list[_Vraag] = []
    rest: list[Tekstregel] = []
    columns: _Kolommen | None = None
    heading = ""
    part: list[Tekstregel] | None = None
    for line in lines:
        if head := _columns(line.cellen):
            columns, part = head, None
        elif line.rij and columns and (row := columns.read(line, heading)):
            part = None
            if row.nummer:
                questions.append(row)
            elif questions:
                _append(questions[-1], row)
        elif match := _QUESTION.match(line.tekst):
            questions.append(_Vraag(match["nr"] or match["nr2"], line.pagina, (heading,) if heading else ()))
            part = _with_rest(questions[-1].vraag, line, match["rest"])
            _take_places(questions[-1], match["rest"])
        elif questions and part is not None and (match := _ANSWER.match(line.tekst)):
            part = _with_rest(questions[-1].antwoord, line, match["rest"])
        elif questions and part is questions[-1].vraag and (match := _LABEL.match(line.tekst)):
            questions[-1].plaatsen += places_in_column(match["label"], match["rest"])
        elif line.kopniveau or (part and _stands_apart(line)):
            heading, part = line.tekst, None
            rest.append(line)
        elif part is not None:
            part.append(line)
        else:
            rest.append(line)
    return [q for q in questions if q.antwoord], rest


def _stands_apart(line: Tekstregel) -> bool:
    """A short line after white, in a text without marked headings: a heading that ends the answer."""
    return line.na_wit and not line.heel and len(line.tekst) <= 60 and line.tekst[-1].isalnum()


def _with_rest(part: list[Tekstregel], line: Tekstregel, rest: str) -> list[Tekstregel]:
    if rest.strip():
        part.append(Tekstregel(rest.strip(), line.pagina, heel=line.heel))
    return part


def _append(question: _Vraag, row: _Vraag) -> None:
    """The rest of a row that was broken by the end of a page."""
    question.plaatsen += row.plaatsen
    question.vraag += row.vraag
    question.antwoord += row.antwoord


def _take_places(question: _Vraag, rest: str) -> None:
    """A place between brackets or before a colon, right behind the number: "Vraag 3 (§4.3): ..."."""
    if match := re.match(r"^\(([^)]{2,80})\)|^([^:.?]{2,60}):\s", rest):
        question.plaatsen += places_in(match[1] or match[2])


@dataclass(frozen=True, slots=True)
class _Kolommen:
    """Which column of a table holds what."""

    nummer: int | None
    vraag: int
    antwoord: int
    plaatsen: tuple[tuple[int, str], ...]
    """Other columns with their heads."""

    def read(self, line: Tekstregel, heading: str) -> _Vraag | None:
        cells = line.cellen
        if len(cells) <= max(self.vraag, self.antwoord):
            return None
        number = re.sub(r"\D+$", "", cells[self.nummer].strip()) if self.nummer is not None else ""
        number = re.sub(r"^vraag\s*", "", number, flags=re.IGNORECASE)
        if number and not re.fullmatch(r"[\w.-]{1,8}", number):
            return None
        row = _Vraag(number, line.pagina, (heading,) if heading else ())
        for column, head in self.plaatsen:
            row.plaatsen += places_in_column(head, cells[column]) if column < len(cells) else ()
        _with_rest(row.vraag, line, cells[self.vraag])
        _with_rest(row.antwoord, line, cells[self.antwoord])
        return row if row.vraag or row.antwoord else None


def _columns(cells: Sequence[str]) -> _Kolommen | None:
    """What the head of a table of questions tells; None for any other row."""
    heads = [cell.strip() for cell in cells]
    if len(heads) < 2 or any(len(head) > 60 for head in heads):
        return None
    numbers = [i for i, head in enumerate(heads) if _HEAD_NUMBER.match(head)]
    answers = [i for i, head in enumerate(heads) if _HEAD_ANSWER.search(head)]
    asked = [
        i for i, head in enumerate(heads) if _HEAD_QUESTION.search(head) and i not in {*numbers, *answers}
    ]
    if not asked or not answers:
        return None
    number = numbers[0] if numbers else 0 if asked[0] > 0 else None
    if number is None:
        return None
    used = {number, asked[0], answers[0]}
    others = tuple((i, head) for i, head in enumerate(heads) if i not in used and head)
    return _Kolommen(number, asked[0], answers[0], others)
