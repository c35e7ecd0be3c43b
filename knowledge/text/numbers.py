"""Dutch numbers in digits and words, and a text as a row of words and numbers with their places.

`read_words("binnen anderhalve maand")` gives the words `binnen`, `#` (1.5) and `maand`, each with its span,
so that patterns for quantities can be written over one plain line: "binnen # maand".
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

_ONES = {
    "nul": 0, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
}  # fmt: skip
_TENS = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
    "tachtig": 80, "negentig": 90,
}  # fmt: skip
_ORDINALS = {"eerste": 1, "derde": 3, "achtste": 8}
_QUARTERS = {"kwart": 0.25, "driekwart": 0.75}
_SCALES = {"honderd": 100, "duizend": 1000, "miljoen": 1_000_000, "mln": 1_000_000, "miljard": 10**9}
_ACCENTS = str.maketrans("àáâäçèéêëìíîïñòóôöùúûü", "aaaaceeeeiiiinoooouuuu")

_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d{1,2}-\d{1,2}(?!\d))"
    r"|(?P<date>\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d|[-/.]\d))"
    r"|(?P<place>\d+(?:\.\d+){2,}(?![\d,])(?<!\.\d\d\d)|\d+(?!x)[a-z](?![a-z]))"
    r"|(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,:]\d+)?)"
    r"|(?P<half>½)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>[^\w\s])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, sign or number of a text. `text` is lower case without accents; "#" for a number, "@" for a
    date in digits, "§" for the number of a paragraph (4.1.9) or a code (8a)."""

    text: str
    begin: int
    end: int
    value: float = 0.0
    raw: str = ""


def fold_in_place(text: str) -> str:
    """Lower case without accents; as long as the text itself."""
    return "".join(low if len(low := ch.lower()) == 1 else ch for ch in text).translate(_ACCENTS)


@cache
def number_in_words(word: str) -> float | None:
    """Value of one Dutch number word (lower case, without accents): "zesendertig" 36; None for others."""
    if word in ("anderhalf", "anderhalve"):
        return 1.5
    if word in ("half", "halve"):
        return 0.5
    for ending in ("eneenhalf", "eneenhalve", "enhalf", "enhalve"):
        if word.endswith(ending) and (whole := number_in_words(word.removesuffix(ending))) is not None:
            return whole + 0.5
    return _whole_number(word)


def _whole_number(word: str) -> float | None:
    if word in _ONES:
        return _ONES[word]
    if word in _TENS:
        return _TENS[word]
    for scale in ("miljoen", "duizend", "honderd"):
        front, found, back = word.partition(scale)
        if not found:
            continue
        times = _whole_number(front) if front else 1
        rest = _whole_number(back.removeprefix("en") if back != "en" else back) if back else 0
        if times is None or rest is None or rest >= _SCALES[scale]:
            return None
        return times * _SCALES[scale] + rest
    for tens, value in _TENS.items():
        ones = word.removesuffix("en" + tens)
        if ones != word and 1 <= _ONES.get(ones, 0) <= 9:
            return value + _ONES[ones]
    return None


@cache
def ordinal_in_words(word: str) -> int | None:
    """Value of an ordinal ("achttiende" 18, "eerste" 1); None for other words."""
    if word in _ORDINALS:
        return _ORDINALS[word]
    for ending in ("de", "ste"):
        if word.endswith(ending):
            whole = _whole_number(word.removesuffix(ending))
            if whole is not None and whole == int(whole):
                return int(whole)
    return None


def write_number(value: int) -> str:
    """The Dutch words for a whole number from 0 to 999,999, without accents: 36 is "zesendertig"."""
    if not 0 <= value < 1_000_000:
        raise ValueError(f"{value} is not between 0 and 999,999")
    words = {number: word for word, number in (_ONES | _TENS).items()}
    if value in words:
        return words[value]
    if value >= 1000:
        thousands, rest = divmod(value, 1000)
        return ("" if thousands == 1 else write_number(thousands)) + "duizend" + _rest(rest)
    if value >= 100:
        hundreds, rest = divmod(value, 100)
        return ("" if hundreds == 1 else write_number(hundreds)) + "honderd" + _rest(rest)
    tens, ones = divmod(value, 10)
    return words[ones] + "en" + words[tens * 10]


def _rest(value: int) -> str:
    return write_number(value) if value else ""


def _digits(raw: str) -> float:
    if ":" in raw:
        hours, minutes = raw.split(":", 1)
        return float(f"{int(hours)}.{minutes}")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", raw):
        return float(raw.replace(".", "").replace(",", "."))
    return float(raw.replace(",", "."))


def read_words(text: str) -> list[Word]:
    """The text as words, signs and numbers, in order; numbers of several words are one ("twee miljoen",
    "zestien en een half", "acht (8)")."""
    words: list[Word] = []
    folded = fold_in_place(text)
    for match in _TOKEN.finditer(folded):
        kind, raw, begin, end = match.lastgroup, match.group(), match.start(), match.end()
        if kind in ("iso", "date"):
            words.append(Word("@", begin, end, raw=raw))
        elif kind == "place":
            words.append(Word("§", begin, end, raw=raw))
        elif kind == "number":
            words.append(Word("#", begin, end, _digits(raw), raw))
        elif kind == "half":
            words.append(Word("#", begin, end, 0.5, raw))
        elif kind == "word":
            # "één" is a number, "een" mostly the article: patterns decide about the latter.
            accented = text[begin:end].lower() in ("één", "éen")
            value = number_in_words(raw) if raw != "een" or accented else None
            words.append(Word("#" if value is not None else raw, begin, end, value or 0.0, raw))
        else:
            # A sign that stands for something on our line ("@" is a date) would be taken for it.
            words.append(Word("~" if raw in "#@§" else raw, begin, end, raw=raw))
    return _merged(words)


def _merged(words: list[Word]) -> list[Word]:
    result: list[Word] = []
    i = 0
    while i < len(words):
        word = words[i]
        if word.text == "een" and _is_half(words, i + 1):
            result.append(_join(words[i : i + 2], 0.5))
            i += 2
            continue
        if word.text != "#":
            result.append(word)
            i += 1
            continue
        value, j = word.value, i + 1
        if j < len(words) and words[j].text == "#" and words[j].raw in ("half", "halve", "½"):
            value, j = value + 0.5, j + 1
        elif j < len(words) and words[j].text == "en":
            k = j + 2 if j + 1 < len(words) and words[j + 1].raw in ("een", "één") else j + 1
            if (part := _part(words, k)) and value >= 1 and not _unit_follows(words, j - 1):
                value, j = value + part, k + 1
        while j < len(words) and words[j].raw in _SCALES:
            value, j = value * _SCALES[words[j].raw], j + 1
        if j + 2 < len(words) and words[j].text == "(" and words[j + 2].text == ")":
            inner = words[j + 1]
            if inner.text == "#" and inner.value == value:  # "acht (8) weken" says it twice
                j += 3
        result.append(_join(words[i:j], value))
        i = j
    return result


def _is_half(words: list[Word], i: int) -> bool:
    return i < len(words) and words[i].raw in ("half", "halve", "½")


def _part(words: list[Word], i: int) -> float:
    """The part of one that this word names: "half", "kwart", "driekwart"; 0 for others."""
    if _is_half(words, i):
        return 0.5
    return _QUARTERS.get(words[i].raw, 0.0) if i < len(words) else 0.0


def _unit_follows(words: list[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].text in ("jaar", "maand", "week", "uur")


def _join(words: list[Word], value: float) -> Word:
    return Word("#", words[0].begin, words[-1].end, value, words[0].raw)


class Line:
    """The words of a text on one plain line, with the way back from a match to words and places."""

    def __init__(self, text: str) -> None:
        self.words = read_words(text)
        self._starts: list[int] = []
        position = 0
        for word in self.words:
            self._starts.append(position)
            position += len(word.text) + 1
        self.text = " ".join(word.text for word in self.words)

    def words_of(self, begin: int, end: int) -> list[Word]:
        """The words that a stretch of `self.text` covers."""
        return self.words[bisect_left(self._starts, begin) : bisect_left(self._starts, end)]
