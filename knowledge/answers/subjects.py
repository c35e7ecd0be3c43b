"""What questions about a tender can be about, by kind: a woonvorm, a function, a gemeente. A follow-up that
names one of a kind ("en voor pleegzorg?") means it in the place of the one before."""

import re
from collections.abc import Iterable, Mapping

from knowledge.catalogue.models import Tender

_SHORTEST = 3
_ALIKE = {"vorm": ("hulp",), "hulp": ("vorm",)}
"""Kinds that stand for each other where a question names nothing of the very kind."""


class Onderwerpen:
    """The names of each kind, as people write them."""

    def __init__(self, tender: Tender) -> None:
        self._kinds = {kind: _pattern(names) for kind, names in _names(tender).items()}

    def gelijke(self, zinsdeel: str, tekst: str) -> tuple[int, int] | None:
        """Where a text names something of the kind that a phrase names, as begin and end."""
        kind = self._kind(zinsdeel)
        for other in (kind, *_ALIKE.get(kind, ())):
            if other and (span := _longest(self._kinds[other], tekst)) != (0, 0):
                return span
        return None

    def _kind(self, phrase: str) -> str:
        """The kind of what a phrase names, as good as the whole of it; "" when it names nothing known."""
        bare = re.sub(r"^(?:een|de|het|alleen|ook)\s+", "", phrase.strip(), flags=re.I)
        found = {kind: _longest(pattern, bare) for kind, pattern in self._kinds.items()}
        kind, span = max(found.items(), key=lambda item: item[1][1] - item[1][0])
        return kind if span[1] - span[0] > 0.6 * len(bare) else ""


def _longest(pattern: re.Pattern[str], text: str) -> tuple[int, int]:
    return max((m.span() for m in pattern.finditer(text)), key=lambda s: s[1] - s[0], default=(0, 0))


def _names(tender: Tender) -> Mapping[str, set[str]]:
    others = [v for v in tender.voorzieningen if v.soort != "tariefgroep"]
    help_ = {n for v in others for n in (v.code, v.naam, *v.synoniemen)}
    levels = [i for i in tender.intensiteiten if i.soort == "groepsaanbod"]
    functions = {n for f in tender.functies for n in (f.naam, *f.synoniemen)}
    functions |= {re.sub(r"\s*\([^)]*\)", "", n) for n in functions}
    return {
        "niveau": {n for i in levels for n in (i.code, i.naam)},
        "vorm": {n for v in tender.vormen for n in (v.naam, *v.synoniemen)},
        "hulp": help_ | {"groepsaanbod", "ambulante jeugdhulp", "verblijf", "crisis", "dyslexie"},
        "functie": functions,
        "perceel": {n for p in tender.percelen for n in (p.naam, p.korte_naam, *p.herkenning)},
        "gemeente": set(tender.gemeenten),
        "norm": {n.naam for n in tender.financiele_normen},
        "stuk": {n for s in (*tender.stukken, *tender.opvraagbare_stukken) for n in (s.naam, *s.herkenning)},
    }


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(
        {n.strip() for n in names if len(n.strip()) >= _SHORTEST}, key=lambda n: (-len(n), n)
    )
    listed = "|".join(map(re.escape, longest_first))
    return re.compile(rf"\b(?:{listed})(?:s|en|n|je)?\b", re.I)
