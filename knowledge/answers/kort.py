"""The short answer: the one sentence, list or definition of a text that answers the question directly."""

import re
from collections.abc import Iterable, Sequence

from knowledge.answers.kinds import CIJFERS, Vraagsoort, past_bij
from knowledge.answers.lists import LIST_SIGN, is_item, list_start
from knowledge.answers.question import Vraag
from knowledge.answers.value import waarde
from knowledge.answers.yes_no import oordeel
from knowledge.retrieval.fragments import Fragment
from knowledge.retrieval.index import Zoekwoord
from knowledge.text.sentences import sentences

LATER = 0.04
"""What a sentence loses for each that stands before it."""
LONGEST_SHORT = 320
"""Characters of a short answer; a list may be twice as long."""


def splits(vraag: Vraag, woorden: Sequence[Zoekwoord], tekst: str, titel: str = "") -> tuple[str, str]:
    """A text as its short answer and what is left of it. Where a figure is asked, one of its sentences with
    such a figure is the short answer."""
    parts = sentences(tekst)
    if not parts:
        return "", ""
    values = [waarde(vraag, woorden, parts, i, titel) for i in range(len(parts))]
    # What stands first was found first and opens with its subject: of sentences as good, that one tells.
    told = [i for i in range(len(parts)) if vraag.soort not in CIJFERS or past_bij(vraag.soort, parts[i])]
    best = max(told or range(len(parts)), key=lambda i: values[i] - LATER * i)
    chosen = _with_its_list(parts, best) if vraag.soort is Vraagsoort.LIJST else {best}
    short = " ".join(parts[i] for i in sorted(chosen))
    rest = " ".join(part for i, part in enumerate(parts) if i not in chosen)
    return _plain(short if len(chosen) > 1 else LIST_SIGN.sub("", short)), rest


def _plain(short: str) -> str:
    """Without a yes or no that a summary opens with: it answers its own question, perhaps not this one."""
    bare = re.sub(r"^(?:Ja|Nee)[,:.] +", "", short)
    return bare[:1].upper() + bare[1:]


def _with_its_list(parts: Sequence[str], best: int) -> set[int]:
    """The sentence with the list it opens or belongs to, as far as that stays short."""
    start = list_start(parts, best) if is_item(parts[best]) else best
    chosen, length = {start}, len(parts[start])
    for position in range(start + 1, len(parts)):
        if not is_item(parts[position]) or length + len(parts[position]) > 2 * LONGEST_SHORT:
            break
        chosen.add(position)
        length += len(parts[position])
    return chosen if best in chosen else {best}


def ja_of_nee(vraag: Vraag, woorden: Sequence[Zoekwoord], fragmenten: Iterable[Fragment]) -> tuple[str, str]:
    """Yes, no or "it depends", and the sentence that says so; both empty where that is not sure, or where
    two sentences differ."""
    found = [
        (verdict, sentence)
        for fragment in fragmenten
        for sentence in sentences(fragment.tekst)
        if (verdict := oordeel(vraag, woorden, sentence, fragment.titel))
    ]
    return (found[0][0].value, found[0][1]) if len({verdict for verdict, _ in found}) == 1 else ("", "")
