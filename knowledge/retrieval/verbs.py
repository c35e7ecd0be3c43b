"""Separable verbs put together again: "Wanneer gaat het contract in?" asks about ingaan."""

import re
from collections.abc import Callable

from knowledge.text.normalise import fold

PARTICLES = frozenset(
    """
    aan af bij binnen door heen in langs mee na neer om onder op over samen tegen terug toe uit vast voor
    voort vrij weg
    """.split()  # noqa: SIM905
)
_IRREGULAR = {
    "gaat": "gaan", "ga": "gaan", "staat": "staan", "sta": "staan", "slaat": "slaan", "doet": "doen",
    "doe": "doen", "ziet": "zien", "zie": "zien", "komt": "komen", "kom": "komen",
}  # fmt: skip
# A preposition has a noun after it; a particle closes its clause, or stands before the next preposition.
_CLOSES = frozenset(
    """
    als bij dan en indien met na nadat naar of om omdat op per sinds te tijdens tot tussen uit van vanaf via
    volgens voor voordat wanneer zodra zonder
    """.split()  # noqa: SIM905
)
_ADVERB_OF_PLACE = re.compile(r"(?:waar|daar|hier|er)\b")


def infinitives(verb: str) -> list[str]:
    """The infinitives that a form of the present tense may belong to, not all of them words: loopt gives
    lopen, zegt zeggen, levert leveren."""
    if verb in _IRREGULAR:
        return [_IRREGULAR[verb]]
    if verb in _IRREGULAR.values():
        return [verb]
    if verb.endswith("en"):
        return [verb]
    found: list[str] = []
    for root in (verb.removesuffix("t"), verb):
        if len(root) < 3:
            continue
        last = {"f": "v", "s": "z"}.get(root[-1], root[-1])
        if root[-3:-1] in ("aa", "ee", "oo", "uu"):
            found.append(f"{root[:-2]}{last}en")
        elif len(re.findall("[aeiouy]+", root)) > 1:
            found.append(f"{root}en")
        else:
            found += [f"{root}{root[-1]}en", f"{root}en", f"{root[:-1]}{last}en"]
    return list(dict.fromkeys(found))


def rejoined(question: str, known: Callable[[str], bool]) -> str:
    """The question with each separable verb as one word in the place of its finite part; `known` tells
    whether a verb exists. "Waar gaat het over" stays: there "over" belongs to "waar"."""
    clauses = re.split(r"([.,;:!?]+)", question)
    return "".join(_rejoin(clause, known) for clause in clauses)


def _rejoin(clause: str, known: Callable[[str], bool]) -> str:
    words = clause.split()
    plain = [fold(word) for word in words]
    for at in range(len(words) - 1, 1, -1):
        particle = plain[at]
        if particle not in PARTICLES or not (at == len(words) - 1 or plain[at + 1] in _CLOSES):
            continue
        if any(_ADVERB_OF_PLACE.fullmatch(word) for word in plain[:at]):
            continue
        for place in range(min(at, 4)):  # the finite verb is among the first words of a clause
            whole = next((v for i in infinitives(plain[place]) if known(v := particle + i)), None)
            if whole:
                kept = [*words[:place], whole, *words[place + 1 : at], *words[at + 1 :]]
                return f"{' ' * clause.startswith(' ')}{' '.join(kept)}"
    return clause
