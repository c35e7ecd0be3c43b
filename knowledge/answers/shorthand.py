"""Writes out what people shorten when they type fast: "hvl dgn" for "hoeveel dagen"."""

import re

_SHORT = {
    "hvl": "hoeveel", "hoevl": "hoeveel", "hvk": "hoe vaak", "wnr": "wanneer", "wrm": "waarom",
    "max": "maximaal", "min": "minimaal", "dgn": "dagen", "wkn": "weken", "mnd": "maanden",
    "mnden": "maanden", "igv": "in geval van", "obv": "op basis van", "ivm": "in verband met",
    "mbt": "over", "tov": "ten opzichte van", "ipv": "in plaats van", "agv": "als gevolg van",
    "tbv": "voor", "ihkv": "in het kader van", "vlgs": "volgens", "vd": "van de", "vh": "van het",
    "zsm": "zo snel mogelijk", "mdw": "medewerker", "evt": "eventueel", "pva": "plan van aanpak",
}  # fmt: skip
_WORD = re.compile(rf"\b(?:{'|'.join(_SHORT)})\b(?!-)", re.I)
_DOTTED = re.compile(
    r"\b(?:i\.v\.m\.|m\.b\.t\.|t\.o\.v\.|o\.b\.v\.|i\.p\.v\.|t\.b\.v\.|i\.g\.v\.|a\.g\.v\.)", re.I
)
_PER = re.compile(r"\bp/(m(?:in)?|u|st|d|mnd|jr?|e)\b", re.I)
_UNIT = {"m": "minuut", "min": "minuut", "u": "uur", "st": "stuk", "d": "dag", "mnd": "maand", "e": "etmaal"}


def voluit(vraag: str) -> str:
    """The question with its shorthand written out. Capitals ("MIN") stay: they name something."""
    text = _DOTTED.sub(lambda m: m.group().replace(".", ""), vraag)
    text = _PER.sub(lambda m: f"per {_UNIT.get(m.group(1).lower(), 'jaar')}", text)
    return _WORD.sub(lambda m: m.group() if m.group().isupper() else _SHORT[m.group().lower()], text)
