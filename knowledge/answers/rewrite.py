"""Writes a follow-up question out with what the earlier question was about."""

import re
from collections.abc import Callable, Sequence

from knowledge.answers.kinds import MATE
from knowledge.answers.subjects import Onderwerpen
from knowledge.text.codes import Code, find_codes
from knowledge.text.tokens import content_words, says_little, telling

Namen = Callable[[str], Sequence[str]]
"""The words of a question that name a document or its region, as they stand in it."""

_SLOT = re.compile(
    r"^(?:(voor|bij|in|op|van|aan|met|binnen|na|als|per|volgens|over|uit|onder|tijdens)\s+)?(.+)$", re.I
)
_MEASURES = frozenset(MATE.split("|"))


def eigen_woorden(text: str) -> list[str]:
    """The words that say what a question is about."""
    return [w for w in content_words(text) if not says_little(w) and w not in _MEASURES and not w.isdigit()]


def verwissel(slot: str, vorige: str, onderwerpen: Onderwerpen, namen: Namen) -> str:
    """The earlier question with what the new one names in the place of its like."""
    match = _SLOT.match(slot.strip())
    preposition, phrase = (match.group(1) or "", match.group(2)) if match else ("", slot)
    result = vorige.rstrip(" ?.!")
    exchanged = _with_codes(result, _codes(slot, vorige))
    if exchanged != result:
        return _question(exchanged)
    if named := namen(slot):
        return _question(f"{_without_names(result, namen)} {preposition or 'in'} {_span(slot, named)}")
    if old := onderwerpen.gelijke(phrase, result):
        return _question(_exchange(result, old, phrase))
    if preposition and not find_codes(slot):
        pattern = rf"\b{preposition}\s+(?:(?:een|de|het)\s+)?[\w-]+"
        if (found := list(re.finditer(pattern, result, re.I))) and preposition.lower() not in ("van", "als"):
            last = found[-1]
            return _question(f"{result[: last.start()]}{preposition} {phrase}{result[last.end() :]}")
    if not preposition and re.match(r"(?:een|de|het)\s", phrase, re.I):
        first = re.search(r"(?<!\bis )\b(?:een|de|het)\s+[\w-]+", result, re.I)
        if first:
            return _question(f"{result[: first.start()]}{phrase}{result[first.end() :]}")
    return _question(f"{result} {preposition or 'voor'} {phrase}")


def _codes(slot: str, vorige: str) -> frozenset[Code]:
    """The codes that a slot names. A bare "J" or "4" is one of the kind that the earlier question has."""
    codes = find_codes(slot)
    bare = re.fullmatch(r"(?:\w+\s+)?(\d{1,3}|[A-La-l])", slot.strip())
    kinds = {c.soort for c in find_codes(vorige) if bare and c.waarde.isdigit() == bare.group(1).isdigit()}
    if not codes and bare and len(kinds) == 1:
        return frozenset([Code(kinds.pop(), bare.group(1).lower())])
    return codes


_CODE_WORDS = {
    "perceel": r"percee?l(?:en)?\s+", "tg": r"(?:tg|tariefgroep(?:en)?)[\s-]*", "eis": r"eis(?:en)?\s+",
    "intensiteit": r"intensiteit(?:en)?\s+", "klasse": r"(?:(?:tarief)?klassen?\s+|ggz[\s-]+)",
    "bijlage": r"bijlagen?\s+", "hoofdstuk": r"hoofdstuk\s+", "paragraaf": r"(?:§|paragraaf)\s*",
    "bericht": "",
}  # fmt: skip
_WRITTEN = {"intensiteit": "intensiteit", "klasse": "tariefklasse"}
"""Levels of verblijf go by one or the other name."""


def _code(kind: str) -> str:
    """Pattern of a code of one kind in a text."""
    value = r"3\d\d" if kind == "bericht" else r"[\da-lxvi.]+(?:\s*(?:,|en|of|t/m|tot en met)\s*\d+)*"
    return rf"\b({_CODE_WORDS.get(kind, kind)}){value}\b"


def _with_codes(text: str, codes: frozenset[Code]) -> str:
    """The text with its codes replaced by those of the same kind."""
    for kind in sorted({c.soort for c in codes}):
        values = " en ".join(
            c.waarde.upper() if kind in ("intensiteit", "klasse", "bijlage") else c.waarde
            for c in sorted(codes)
            if c.soort == kind
        )
        changed = re.sub(_code(kind), rf"\g<1>{values}", text, flags=re.I)
        if changed == text and kind in _WRITTEN:
            other = next(k for k in _WRITTEN if k != kind)
            changed = re.sub(_code(other), f"{_WRITTEN[kind]} {values}", text, flags=re.I)
        text = changed
    return text


def _exchange(text: str, old: tuple[int, int], phrase: str) -> str:
    """The phrase, with its own article or none, in the place of a span and its article."""
    before = re.sub(r"\b(?:een|de|het)\s+$", "", text[: old[0]], flags=re.I)
    return f"{before}{phrase}{text[old[1] :]}"


def met_onderwerp(vraag: str, vorige: str, namen: Namen, alles: bool) -> str:
    """The new question with the subject of the earlier one behind it: all its words, or only those that say
    most. What the new one names itself (a code, a region) is not taken from the earlier."""
    least = 0.2 if alles else 0.99
    own = set(content_words(vraag))
    before = _without_names(vorige, namen) if namen(vraag) else vorige
    for kind in {c.soort for c in find_codes(vraag)}:
        before = re.sub(_code(kind), " ", before, flags=re.I)
    words = [
        word
        for word in re.findall(r"[\w§][\w.,/-]*\w|\w", before)
        if (parts := content_words(word))
        and not own & set(parts)
        and not set(parts) & _MEASURES
        and any(p[0].isdigit() or telling(p) >= least for p in parts)
    ]
    lost = _lost_codes(before, words)
    said = {code.split()[-1] for code in lost}
    kept = " ".join(dict.fromkeys([*(w for w in words if w not in said), *lost]))
    return _question(f"{vraag} ({kept})") if kept else _question(vraag)


def _lost_codes(text: str, words: Sequence[str]) -> list[str]:
    """Codes whose word says too little to be kept by itself: "eis 12"."""
    kept = find_codes(" ".join(words))
    return [f"{c.soort} {c.waarde}" for c in sorted(find_codes(text)) if c not in kept]


def met_instelling(vraag: str, vorige: str, namen: Namen) -> str:
    """A new question within the conversation ("en wat kost TG6?"): the region or document, and the codes that
    went with a code like its own, go on holding. "" when there is nothing to add."""
    codes, before = find_codes(vraag), find_codes(vorige)
    kinds = {c.soort for c in codes}
    added = [
        f"{'in ' if c.soort == 'perceel' else ''}{c.soort} {c.waarde}"
        for c in sorted(before)
        if c.soort not in kinds and kinds & {b.soort for b in before}
    ]
    result = " ".join([vraag, *added])
    if not namen(vraag) and (named := namen(vorige)):
        result = f"{result} in {_span(vorige, named)}"
    return _question(result) if result != vraag else ""


def _span(text: str, words: Sequence[str]) -> str:
    """The stretch of a text from the first to the last of these words."""
    places = [m.span() for w in words for m in re.finditer(rf"\b{re.escape(w)}\b", text, re.I)]
    return text[min(a for a, _ in places) : max(b for _, b in places)] if places else " ".join(words)


def _without_names(text: str, namen: Namen) -> str:
    """The text without what names a document or region, and the preposition before it."""
    named = namen(text)
    if not named:
        return text
    span = _span(text, named)
    return re.sub(
        rf"\s*(?:\b(?:in|van|voor|bij|volgens|uit)\s+)?(?:\b(?:de|het)\s+)?(?:\b(?:regio|raadsbrief|brief|nota)\s+(?:van\s+)?)?{re.escape(span)}",
        "",
        text,
    ).strip()


def _question(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ?")
    return f"{text[0].upper()}{text[1:]}?"
