"""Which calculators work out what a question asks, with the input that the question itself gives."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from knowledge.answers.answer import Rekenhulp
from knowledge.answers.kinds import CIJFERS, Vraagsoort
from knowledge.answers.question import Vraag
from knowledge.answers.tables.functies import find_functions
from knowledge.answers.tables.noemen import genoemde_niveaus, genoemde_percelen, vraagt_prijs
from knowledge.calculators.register import REKENTOOLS
from knowledge.catalogue.models import Tender
from knowledge.text.normalise import fold
from knowledge.text.tokens import stems

HOOGSTENS = 2
"""Calculators beside one answer."""

_HOUR, _MONTH = 60, 30
"""Minutes and etmalen filled in where the question names no quantity; the reader changes them."""

Voorstel = tuple[str, dict[str, Any]]
"""Sleutel and input."""


def rekenhulpen(vraag: Vraag, tender: Tender, vindplaats: str = "") -> tuple[Rekenhulp, ...]:
    """Calculators for a question, the closest first. `vindplaats`: of the best citation."""
    names = {tool.sleutel: tool.naam for tool in REKENTOOLS}
    found: dict[str, Rekenhulp] = {}
    for suggest in _SUGGESTIONS:
        for key, given in suggest(vraag, tender, vindplaats):
            if key in names and key not in found:
                found[key] = Rekenhulp(key, given, f"Reken dit uit: {names[key][0].lower()}{names[key][1:]}")
    return tuple(found.values())[:HOOGSTENS]


def _costs(vraag: Vraag, tender: Tender, _: str) -> Iterator[Voorstel]:
    if not vraagt_prijs(vraag):
        return
    lots = [p.nummer for p in genoemde_percelen(vraag, tender)]
    lines: list[dict[str, Any]] = []
    for level in genoemde_niveaus(vraag, tender):
        offered = [p.nummer for p in tender.percelen if level.code in p.voorzieningen]
        quantity = _MONTH if level.eenheid == "etmaal" else 1
        lines += [
            {"perceel": n, "wat": level.code, "aantal": quantity}
            for n in ([n for n in lots if n in offered] or offered)[:1]
        ]
    groups = [f"TG{n}" for n in vraag.waarden("tg")]
    if not groups and "minuut" in fold(vraag.tekst):
        groups = [f"TG{f.tariefgroep}" for f in find_functions(vraag.tekst, tender.functies, fuzzy=False)[:1]]
    for group in groups:
        offered = [p.nummer for p in tender.percelen if group in p.voorzieningen]
        lines += [
            {"perceel": n, "wat": group, "aantal": _HOUR}
            for n in ([n for n in lots if n in offered] or offered)[:1]
        ]
    if lines:
        yield "kosten", {"regels": lines}


def _topics(vraag: Vraag, tender: Tender, _: str) -> Iterator[Voorstel]:
    plain = fold(vraag.tekst)
    for key, pattern in _TOPICS:
        if pattern.search(plain):
            yield key, {}
    if re.search(r"\bno[ -]?shows?\b|\bniet (?:verschenen|op komen dagen)\b|\bafgezegd\b|\bafzegg\w+", plain):
        yield ("no_show_groepsaanbod" if "groep" in plain else "no_show_ambulant"), {}
    lots = sorted(int(n) for n in vraag.waarden("perceel"))
    if lots and re.search(
        r"\b(?:combin\w+|inschrij\w+|schrijven|samen|tegelijk|allebei|naast|erbij)\b", plain
    ):
        forms = [v.sleutel for v in tender.vormen if v.naam.lower() in plain]
        yield "percelen", {"percelen": lots, **({"vormen": forms} if forms else {})}


_TOPICS = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        ("financieel", r"\b(?:rentabiliteit|solvabiliteit|current ratio|draagkracht|jaarcijfers)\b"),
        ("sroi", r"\b(?:sroi|social return)\b"),
        ("reistijd", r"\breis(?:tijd|minuten|kosten)\b"),
        (
            "score",
            r"\b(?:rangorde|gunningscriteri\w+|consensus\w*)\b"
            r"|\bhoe (?:zwaar|worden)\b.*\b(?:score|punten|telt)\b",
        ),
        ("tariefgroepbepaling", r"\b(?:soort aanbieder|welk perceel pas\w*|systeemaanbieder of)\b"),
        ("afwezigheid_verblijf", r"\b(?:afwezig\w*|vakantie|weg)\b.*\b(?:etma\w+|verblijf|bed|plek|groep)\b"),
        (
            "intensiteit",
            r"\b(?:begeleidingsintensiteit|bezettingsgraad|roosteruren|bandbreedte)\b|\bwelke? intensiteit\b"
            r"|\bintensiteit\b.*\b(?:bereken\w*|bepa\w+)\b",
        ),
    )
)  # fmt: skip


def _terms(vraag: Vraag, tender: Tender, vindplaats: str) -> Iterator[Voorstel]:
    """The term of the cited place whose name holds most of the question."""
    if vraag.soort not in CIJFERS | {Vraagsoort.MOMENT} or not vindplaats:
        return
    asked = set(stems(vraag.tekst))
    here = [t for t in tender.termijnen if tender.vindplaats(t.van) == vindplaats]
    if here:
        best = max(here, key=lambda t: len(asked & set(stems(f"{t.naam} {t.grootheid}"))))
        yield "termijn", {"termijn": best.naam}


_SUGGESTIONS: tuple[Callable[[Vraag, Tender, str], Iterator[Voorstel]], ...] = (_costs, _topics, _terms)
