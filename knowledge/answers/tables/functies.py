"""Functions of bijlage XII: their tariefgroep, budget and tariff."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from knowledge.answers.question import Vraag
from knowledge.answers.tables.feit import Feit
from knowledge.answers.tables.noemen import bevat, genoemde_percelen, plat, vraagt_prijs
from knowledge.answers.tables.prijzen import prijsregel
from knowledge.catalogue.models import Functie, Tender
from knowledge.text.normalise import fold
from knowledge.text.tokens import content_words, telling

ALIKE, SAME = 78, 88
"""From these likenesses (0-100) on a name is near enough to a function, and the same but for its spelling."""

_ASKS_GROUP = re.compile(
    r"\b(?:tarief ?groep(?:en)?|tg|functiegroep|ingeschaald|inschalen|functielijst|beroepentabel)\b"
)

_NO_FUNCTION = frozenset(
    """
    tariefgroep tariefgroepen valt vallen hoort horen functie functies beroep tg groep welk minuut tarief uren
    minuuttarief declareer declareren gedeclareerd ingeschaald inschalen duurzaam budget herstelbudget herstel
    ingezet inzetten perceel kost percelen functielijst beroepentabel bijlage schaal uur onder
    """.split()  # noqa: SIM905
)


def functie(vraag: Vraag, tender: Tender) -> Feit | None:
    """ "In welke tariefgroep valt een GZ-psycholoog?", "Mag een basisarts in een duurzaam budget?" """
    plain = fold(vraag.tekst)
    groups = vraag.waarden("tg")
    if groups:
        return _members(groups, plain, tender)
    asks_group = bool(_ASKS_GROUP.search(plain))
    asks_budget = "budget" in plain
    asks_price = vraagt_prijs(vraag) and not re.search(
        r"\b(?:verdien\w*|salaris\w*|loon|lonen|per maand|per jaar)\b", plain
    )
    if not (asks_group or asks_budget or asks_price):
        return None
    functions = find_functions(vraag.tekst, tender.functies, fuzzy=asks_group)
    lots = genoemde_percelen(vraag, tender)
    if not functions or not (asks_group or asks_budget or lots or "minuut" in plain):
        return None
    parts: list[str] = []
    place = functions[0].vindplaats
    for function in functions:
        group = next((g for g in tender.tariefgroepen if g.nummer == function.tariefgroep), None)
        only = (
            f" (alleen voor perceel {', '.join(map(str, function.alleen_percelen))})"
            if function.alleen_percelen
            else ""
        )
        budget = ""
        if group:
            budget = (
                " Die groep mag in een herstelbudget en in een duurzaam budget."
                if group.duurzaam
                else " Die groep mag wel in een herstelbudget, niet in een duurzaam budget."
            )
        prices = [
            (prijsregel(t, tender), t.vindplaats)
            for t in tender.tarieven
            if t.tariefgroep == function.tariefgroep and t.perceel in {p.nummer for p in lots}
        ]
        costs = "; ".join(text for text, _ in prices)
        named = f"{function.naam} valt in TG{function.tariefgroep} (tariefgroep {function.tariefgroep}){only}"
        if prices and vraagt_prijs(vraag):
            place = prices[0][1]
            parts.append(f"{named}; {costs}.{budget}")
        else:
            parts.append(f"{named}.{budget}{f' {costs}.' if costs else ''}")
    if _only_alike(vraag.tekst, functions):
        parts[0] = f"Deze functie staat niet in bijlage XII; het meest lijkt erop: {parts[0]}"
        parts.append("Overleg bij twijfel met de opdrachtgever (§8.5.1).")
    numbers = {f.tariefgroep for f in functions}
    lead = _allowed(plain, [g.duurzaam for g in tender.tariefgroepen if g.nummer in numbers])
    return Feit(lead + " ".join(parts), place)


def _members(groups: list[str], plain: str, tender: Tender) -> Feit | None:
    """ "Welke functies vallen onder TG7?", "Mag TG3 binnen een duurzaam budget?" """
    asks_functions = re.search(r"\b(?:functies?|beroepen|wie|hulpverleners|medewerkers)\b", plain)
    asks_budget = re.search(r"\b(?:duurzaam|duurzame|herstel\w*)\b", plain)
    asks_scale = re.search(r"\b(?:fwg|schaal|salarisschaal|inschaling)\b", plain)
    if not (asks_functions or asks_budget or asks_scale):
        return None
    parts: list[str] = []
    place = ""
    for group in tender.tariefgroepen:
        if str(group.nummer) not in groups:
            continue
        place = group.vindplaats
        names = ", ".join(f.naam for f in tender.functies if f.tariefgroep == group.nummer)
        allowed = "ja, ook duurzaam" if group.duurzaam else "nee, niet duurzaam; alleen herstel"
        pay = ", ".join(
            t for t in (group.fwg and f"FWG {group.fwg}", group.schaal and f"schaal {group.schaal}") if t
        )
        parts.append(
            f"TG{group.nummer}: "
            + "; ".join(
                text
                for asked, text in (
                    (asks_budget, f"inzetbaar in een duurzaam budget: {allowed}"),
                    (asks_scale, pay),
                    (asks_functions, names),
                )
                if asked and text
            )
            + "."
        )
    lead = _allowed(plain, [g.duurzaam for g in tender.tariefgroepen if str(g.nummer) in groups])
    return Feit(lead + " ".join(parts), place) if parts else None


def _allowed(plain: str, duurzaam: Iterable[bool]) -> str:
    """ "Ja. " or "Nee. ": may all these work within a duurzaam budget; "" when that is not asked, or they
    differ."""
    asks = re.match(r"(?:en |maar )?(?:mag|mogen|kan|kunnen)\b.*\bduurza(?:am|me)\b", plain)
    if not asks or re.search(r"\b(?:niet|geen|herstel\w*|alleen)\b", plain):
        return ""
    answers = set(duurzaam)
    return {frozenset([True]): "Ja. ", frozenset([False]): "Nee. "}.get(frozenset(answers), "")


def find_functions(text: str, functies: Iterable[Functie], fuzzy: bool = True) -> list[Functie]:
    """The functions a text names: the longest name it holds, else the name most like the words that remain
    (bijlage XII: what is not listed counts as the function it resembles most)."""
    rows = list(functies)
    question = plat(text)
    named = [
        (len(form), function)
        for function in rows
        for name in (function.naam, *function.synoniemen)
        for form in {plat(name), plat(re.sub(r"\([^)]*\)", "", name))}
        if form and bevat(question, form)
    ]
    if named:
        longest = max(length for length, _ in named)
        return list({(f.naam, f.tariefgroep): f for length, f in named if length == longest}.values())
    rest = _function_words(text)
    if not fuzzy or len(rest) < 5:
        return []
    names = {plat(name): function.naam for function in rows for name in (function.naam, *function.synoniemen)}
    match = process.extractOne(rest, list(names), scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    if match is None:
        return []
    return [f for f in rows if f.naam == names[match[0]]]


def _function_words(text: str) -> str:
    return " ".join(w for w in content_words(text) if w not in _NO_FUNCTION and telling(w) >= 0.2)


def _only_alike(text: str, functions: Iterable[Functie]) -> bool:
    """Does the question name none of these functions, but something like them (more than a slip apart)."""
    question, rest = plat(text), _function_words(text)
    names = [
        form
        for f in functions
        for name in (f.naam, *f.synoniemen)
        for form in (plat(name), plat(re.sub(r"\([^)]*\)", "", name)))
        if form
    ]
    if any(bevat(question, name) for name in names):
        return False
    return max(fuzz.token_sort_ratio(rest, name) for name in names) < SAME
