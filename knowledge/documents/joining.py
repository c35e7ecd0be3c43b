"""Lines of a paragraph joined into running text, words split over two lines made whole again."""

import re
from collections.abc import Iterable, Sequence

_AFBREEK = "\u00ad\u0002\ufffe"
"""Soft hyphen, and what pdfium gives for a hyphen at a line's end."""
_LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ"
_EINDE = re.compile(rf"([{_LETTERS}0-9'’]+)-$")
_BEGIN = re.compile(rf"^([{_LETTERS}'’-]+)")
_SAMENTREKKING = {"en", "of", "dan", "als", "tot", "noch", "respectievelijk", "resp", "maar", "plus"}
"""After "jeugd-" these begin a contraction (jeugd- en opvoedhulp), not the rest of the word."""
_VOORVOEGSEL = {"niet", "non", "ex", "oud", "pseudo", "quasi", "sociaal", "vice", "semi", "anti"}
"""First parts that keep their hyphen: niet-klinisch, sociaal-emotioneel."""
_KLINKERS = "aeiouyàáâäèéêëìíîïòóôöùúûü"


class Words:
    """The words of a document as they stand in the middle of lines: the evidence on how it spells."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._known: set[str] = set()
        for line in lines:
            tokens = re.findall(rf"[{_LETTERS}]+(?:-[{_LETTERS}]+)*", line.lower())
            self._known.update(tokens)

    def __contains__(self, word: str) -> bool:
        return word.lower() in self._known


def join_lines(lines: Sequence[str], words: Words | None = None) -> str:
    """One text of several lines, single spaces, hyphenation undone."""
    text = ""
    for line in lines:
        line = " ".join(line.split())
        if not line:
            continue
        text = join_two(text, line, words) if text else line
    return _clean(text)


def join_two(text: str, line: str, words: Words | None = None) -> str:
    """`line` put after `text`: with a space, or as the rest of a split word."""
    if text[-1] in _AFBREEK:
        return text[:-1] + line
    end, begin = _EINDE.search(text), _BEGIN.match(line)
    if words is not None and not end and begin and _is_cut(text.rsplit(" ", 1)[-1], begin[1], words):
        return text + line
    if not end or not begin or begin[1].lower() in _SAMENTREKKING:
        return f"{text} {line}"
    return text + line if _keeps_hyphen(end[1], begin[1], words) else text[:-1] + line


def _is_cut(first: str, rest: str, words: Words) -> bool:
    """A narrow cell may cut a word without a hyphen; the document shows the whole word elsewhere."""
    return rest[0].islower() and first not in words and rest not in words and first + rest in words


def _keeps_hyphen(first: str, rest: str, words: Words | None) -> bool:
    """Whether the hyphen belongs to the word. The document's own spelling decides where it shows one."""
    if words is not None:
        head = first.lower() + rest.lower().split("-")[0]
        if head in words:
            return False
        if f"{first}-{rest}" in words:
            return True
    abbreviation = not any(c in _KLINKERS for c in rest.split("-")[0].lower())
    return (
        rest[0].isupper()
        or first[-1].isupper()
        or first[-1].isdigit()
        or first.lower() in _VOORVOEGSEL
        or abbreviation
        or (first[-1].lower() == rest[0].lower() and rest[0].lower() in _KLINKERS)
    )


def _clean(text: str) -> str:
    for mark in _AFBREEK:
        text = text.replace(mark, "")
    return re.sub(r" ([,;])(?=\s|$)", r"\1", " ".join(text.split()))
