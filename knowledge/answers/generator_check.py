"""What a text generator wrote, held to the passages it was given. Pure: text in, text out.

A sentence stays only if it cites passages that are there, states no figure that those passages do not hold,
and says it in words that stand there too. Everything else goes, so that what is left can be checked by
reading the cited passages.
"""

import re
from collections.abc import Sequence

from knowledge.text.codes import find_codes
from knowledge.text.numbers import read_words
from knowledge.text.quantities import Hoeveelheid, read_quantities
from knowledge.text.sentences import sentences
from knowledge.text.tokens import stems

GROUNDED = 0.6
"""Least share of a sentence's telling words that must stand in the passages it cites or in the question."""
FEWEST_WORDS = 3
LONGEST = 4000
"""Characters of a generated text that are looked at."""

_CITATION = re.compile(r"\[\s*(\d{1,3}(?:\s*(?:,|;|en)\s*\d{1,3})*)\s*\]")
_AFTER_END = re.compile(r"([.!?])\s*((?:\[[\d\s,;en]+\]\s*)+)")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]+\.(?:nl|com|org|net|eu)\b", re.I
)
_MARKUP = re.compile(r"^\s*(?:#{1,6}\s+|[-*•]\s+|\d{1,2}[.)]\s+)|\*\*|__|`")
_COMMAND = re.compile(
    r"\b(?:negeer|vergeet|ignore|disregard|forget)\b.{0,60}\b(?:instructi|opdracht|regels|instruction|rules|prompt)"
    r"|\b(?:system|systeem)\s*prompt\b|\bals (?:ai|taalmodel)\b|\bas an ai\b|<\|.*?\|>"
    r"|\bje bent (?:nu|voortaan)\b|\byou are now\b",
    re.IGNORECASE,
)
_LOW = {"hoogstens", "uiterlijk", "minder dan"}
_HIGH = {"minstens", "vanaf", "meer dan"}


def controleer(tekst: str, passages: Sequence[str], vraag: str = "") -> str | None:
    """The sentences of a generated text that the passages bear out, with their citations as "[1]"; None when
    none is left. `passages`: what [1], [2] ... stand for."""
    kept = [checked for sentence in _sentences(tekst) if (checked := _checked(sentence, passages, vraag))]
    return " ".join(kept) or None


def bevel(tekst: str) -> bool:
    """Does a text try to tell a machine what to do ("negeer alle instructies")?"""
    return bool(_COMMAND.search(tekst))


def _sentences(text: str) -> list[str]:
    """Sentences with their citations inside, whether these were written before or after the full stop."""
    lines = [_MARKUP.sub("", line) for line in text[:LONGEST].split("\n")]
    moved = [_AFTER_END.sub(lambda m: f" {m[2].strip()}{m[1]} ", line) for line in lines]
    return sentences("\n".join(moved))


def _checked(sentence: str, passages: Sequence[str], vraag: str) -> str | None:
    numbers = sorted({int(n) for group in _CITATION.findall(sentence) for n in re.findall(r"\d+", group)})
    if not numbers or numbers[0] < 1 or numbers[-1] > len(passages):
        return None
    bare = re.sub(r"\s+([.,;:!?])", r"\1", _CITATION.sub("", sentence)).strip()
    cited = "\n".join(passages[n - 1] for n in numbers)
    if bevel(bare) or not _figures_stand(bare, cited) or not _grounded(bare, cited, vraag):
        return None
    end = bare[-1] if bare[-1] in ".!?" else "."
    return f"{bare.rstrip('.!? ')} {''.join(f'[{n}]' for n in numbers)}{end}"


def _grounded(sentence: str, cited: str, vraag: str) -> bool:
    if set(_ADDRESS.findall(sentence)) - set(_ADDRESS.findall(cited)):
        return False
    words = stems(sentence)
    there = set(stems(cited))
    if len(words) < FEWEST_WORDS or not there.intersection(words):
        return False
    there.update(stems(vraag))
    return sum(word in there for word in words) >= GROUNDED * len(words)


def _figures_stand(sentence: str, cited: str) -> bool:
    """Does every number, date, amount, term and code of the sentence stand in the cited text, with the same
    unit and not turned round (at least for at most)?"""
    if _numbers(sentence) - _numbers(cited) or find_codes(sentence) - find_codes(cited):
        return False
    there = read_quantities(cited)
    return all(any(_same(said, other) for other in there) for said in read_quantities(sentence))


def _numbers(text: str) -> set[str]:
    """All numbers of a text, in digits and words alike: "zes" and "6" are one."""
    found = set()
    for word in read_words(text):
        if word.text == "#":
            found.add(f"{word.value:g}")
        elif word.text == "@":
            # Day and year; the month may be a name elsewhere, and is compared as part of the date.
            day, _, year = re.split(r"[-/.]", word.raw)
            found |= {str(int(day)), str(int(year))}
        elif word.text == "§":
            found.add(word.raw)
    return found


def _same(said: Hoeveelheid, there: Hoeveelheid) -> bool:
    if (said.soort, said.eenheid, said.datum) != (there.soort, there.eenheid, there.datum):
        return False
    if abs(said.waarde - there.waarde) > 1e-6 * max(1.0, abs(said.waarde)):
        return False
    one, other = said.vergelijking, there.vergelijking
    return not ((one in _LOW and other in _HIGH) or (one in _HIGH and other in _LOW))
