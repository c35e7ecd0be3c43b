"""A text as tokens for search: words without accents, numbers in one notation, stems."""

import re
from functools import lru_cache

import snowballstemmer

from knowledge.text.normalise import fold
from knowledge.text.words import ALGEMEEN, ALGEMEEN_IN_VRAGEN, ALGEMENE_WERKWOORDEN, STOPWOORDEN

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|t/m|[^\W\d_]+")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COUNTS = {
    word: str(count)
    for count, word in enumerate(
        "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien".split(),  # noqa: SIM905
        2,
    )
} | {"twintig": "20", "dertig": "30", "negentig": "90"}
_VERB_ENDING = re.compile(r"eert?$")
_ZERO_CENTS = re.compile(r",0+$")


def tokenise(text: str) -> list[str]:
    """Words and numbers in order of appearance. "€ 2.000.000,-" gives "2000000", "KvK-uittreksel" gives
    "kvk" and "uittreksel", "TG5" gives "tg" and "5", "tien" gives "10"."""
    return [_number(t) if t[0].isdigit() else _COUNTS.get(t, t) for t in _TOKEN.findall(fold(text))]


def _number(token: str) -> str:
    if _THOUSANDS.fullmatch(token):
        token = token.replace(".", "")
    return _ZERO_CENTS.sub("", token)


# Snowball's Dutch stemmer (Kraaij-Pohlmann) brings "afgehandeld" and "afhandeling" together, but also
# shortens some words beyond recognition (kwaliteit: kwaal); search keeps a field of exact words beside it.
_stemmer = snowballstemmer.stemmer("dutch")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The Dutch stem of one folded word; a number stays itself.

    Snowball leaves the -t of a third person on: "overlijdt" and "hanteert" would not meet "overlijden" and
    "hanteren". It is taken off every stem, so that klacht and klachten still share theirs.
    """
    if word[0].isdigit():
        return word
    stemmed = str(_stemmer.stemWord(word))
    if len(stemmed) > 4:
        stemmed = _VERB_ENDING.sub("er", stemmed).removesuffix("t")
    return stemmed


def content_words(text: str) -> list[str]:
    """The tokens that carry meaning: no articles, pronouns, auxiliaries or question words."""
    return [t for t in tokenise(text) if t not in STOPWOORDEN]


def stems(text: str) -> list[str]:
    """Stems of the content words, in order of appearance."""
    return [stem(t) for t in content_words(text)]


GENERAL, GENERAL_VERB = 0.35, 0.15


@lru_cache(maxsize=20_000)
def telling(word: str) -> float:
    """How much a (folded) word says about a subject, 0 to 1: little when it fits any subject, such as "deel"
    or "krijgt"."""
    if stem(word) in _general_verbs():
        return GENERAL_VERB
    return GENERAL if word in ALGEMEEN or word in ALGEMEEN_IN_VRAGEN else 1.0


def says_little(word: str) -> bool:
    return telling(word) < 1.0


@lru_cache(maxsize=1)
def _general_verbs() -> frozenset[str]:
    return frozenset(map(stem, ALGEMENE_WERKWOORDEN))
