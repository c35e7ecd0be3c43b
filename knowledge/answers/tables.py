"""Answers that stand in a table of the catalogue and must be exact: prices, bands, functions, intensities.

Each function looks whether the question is one of its kind and gives nothing when it is not sure.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz, process

from knowledge.answers.kinds import Vraagsoort
from knowledge.answers.question import Vraag
from knowledge.calculators.getal import euro
from knowledge.calculators.tarief import band
from knowledge.catalogue.models import Functie, Intensiteit, Perceel, Tarief, Tender, VormVanVerblijf
from knowledge.retrieval.catalogue import intensiteit_tekst, perceel_tekst, vorm_intensiteiten
from knowledge.text.normalise import fold
from knowledge.text.sentences import sentences
from knowledge.text.tokens import content_words, says_little, telling

LONGEST_ROW = 160
"""Characters of a table's answer that is short by itself."""


@dataclass(frozen=True, slots=True)
class Feit:
    """An answer out of a table, with the place of the table."""

    antwoord: str
    vindplaats: str

    @property
    def kort(self) -> str:
        """The row itself: the first sentence, with the yes or no before it, of an answer that tells more."""
        parts = sentences(self.antwoord)
        opening = 2 if parts[0] in ("Ja.", "Nee.") else 1
        return " ".join(parts[:opening]) if len(self.antwoord) > LONGEST_ROW else self.antwoord


def zoek_feit(vraag: Vraag, tender: Tender) -> Feit | None:
    """The answer of the first table that has one."""
    tables: tuple[Callable[[Vraag, Tender], Feit | None], ...] = (
        _by_amount,
        _function,
        _minute_tariff,
        _intensity_of_form,
        _level_in_budget,
        _level_of_hours,
        _level,
        _other_price,
        _lot,
    )
    return next((fact for table in tables if (fact := table(vraag, tender))), None)


def _plain(text: str) -> str:
    """Folded, only letters and digits between single spaces: "GZ-psycholoog" is "gz psycholoog"."""
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


def _holds(question: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(_plain(name))}(?:s|en|n)?\b", question))


def _named(text: str, name: str) -> bool:
    """Does the question name this. Short names are abbreviations and must stand in capitals: ZIT is a
    treatment, zit a verb."""
    if len(name) <= 4:
        return bool(re.search(rf"\b{re.escape(name.upper())}\b", text))
    return _holds(_plain(text), name) or set(content_words(name)) <= set(content_words(text))


def vraagt_prijs(vraag: Vraag) -> bool:
    """Does a question ask what something costs."""
    return vraag.soort is Vraagsoort.BEDRAG or bool(
        re.search(r"\b(?:\w*tarief|\w*tarieven|kost|kosten|prijs|prijzen|euro)\b", fold(vraag.tekst))
    )


# --- which price list holds this amount -------------------------------------------------------------------


def _by_amount(vraag: Vraag, tender: Tender) -> Feit | None:
    """ "Welke klasse kost 594,06?" """
    plain = fold(vraag.tekst)
    if not re.search(r"\b(?:welke?|waarvoor|waar|wat voor|van wie|bij welke?|wat)\b", plain):
        return None
    amounts = [b for b in vraag.bedragen if b % 1 or re.search(r"€|\beuro\b|\bkost\b", plain)]
    rows: list[tuple[str, str]] = []
    for amount in amounts:
        rows += [
            (f"{level.naam} kost {euro(level.tarief)} per {level.eenheid}", level.vindplaats)
            for level in tender.intensiteiten
            if level.tarief == amount
        ]
        rows += [(_price(t, tender), t.vindplaats) for t in tender.tarieven if t.bedrag == amount]
    if not rows:
        return None
    return Feit(". ".join(dict.fromkeys(text for text, _ in rows)) + ".", rows[0][1])


def _price(tarief: Tarief, tender: Tender) -> str:
    if tarief.tariefgroep is None:
        return f"{tarief.voorziening} kost {euro(tarief.bedrag)} per {tarief.eenheid}"
    name = next((p.naam for p in tender.percelen if p.nummer == tarief.perceel), "")
    return (
        f"TG{tarief.tariefgroep} (tariefgroep {tarief.tariefgroep}) kost in perceel {tarief.perceel} "
        f"({name}) "
        f"{euro(tarief.bedrag)} per {tarief.eenheid}"
    )


# --- functions and minute tariffs -------------------------------------------------------------------------


_ASKS_GROUP = re.compile(
    r"\b(?:tarief ?groep(?:en)?|tg|functiegroep|ingeschaald|inschalen|functielijst|beroepentabel)\b"
)


def _function(vraag: Vraag, tender: Tender) -> Feit | None:
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
            (_price(t, tender), t.vindplaats)
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


ALIKE, SAME = 78, 88
"""From these likenesses (0-100) on a name is near enough to a function, and the same but for its spelling."""

_NO_FUNCTION = frozenset(
    """
    tariefgroep tariefgroepen valt vallen hoort horen functie functies beroep tg groep welk minuut tarief uren
    minuuttarief declareer declareren gedeclareerd ingeschaald inschalen duurzaam budget herstelbudget herstel
    ingezet inzetten perceel kost percelen functielijst beroepentabel bijlage schaal uur onder
    """.split()  # noqa: SIM905
)


def find_functions(text: str, functies: Iterable[Functie], fuzzy: bool = True) -> list[Functie]:
    """The functions a text names: the longest name it holds, else the name most like the words that remain
    (bijlage XII: what is not listed counts as the function it resembles most)."""
    rows = list(functies)
    question = _plain(text)
    named = [
        (len(form), function)
        for function in rows
        for name in (function.naam, *function.synoniemen)
        for form in {_plain(name), _plain(re.sub(r"\([^)]*\)", "", name))}
        if form and _holds(question, form)
    ]
    if named:
        longest = max(length for length, _ in named)
        return list({(f.naam, f.tariefgroep): f for length, f in named if length == longest}.values())
    rest = _function_words(text)
    if not fuzzy or len(rest) < 5:
        return []
    names = {
        _plain(name): function.naam for function in rows for name in (function.naam, *function.synoniemen)
    }
    match = process.extractOne(rest, list(names), scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    if match is None:
        return []
    return [f for f in rows if f.naam == names[match[0]]]


def _function_words(text: str) -> str:
    return " ".join(w for w in content_words(text) if w not in _NO_FUNCTION and telling(w) >= 0.2)


def _only_alike(text: str, functions: Iterable[Functie]) -> bool:
    """Does the question name none of these functions, but something like them (more than a slip apart)."""
    question, rest = _plain(text), _function_words(text)
    names = [
        form
        for f in functions
        for name in (f.naam, *f.synoniemen)
        for form in (_plain(name), _plain(re.sub(r"\([^)]*\)", "", name)))
        if form
    ]
    if any(_holds(question, name) for name in names):
        return False
    return max(fuzz.token_sort_ratio(rest, name) for name in names) < SAME


def genoemde_percelen(vraag: Vraag, tender: Tender) -> list[Perceel]:
    """The percelen a question names by number or name."""
    numbers = set(vraag.waarden("perceel"))
    question = _plain(vraag.tekst)
    named: list[tuple[int, Perceel]] = []
    for perceel in tender.percelen:
        names = (perceel.naam, perceel.korte_naam, *perceel.herkenning)
        lengths = [len(_plain(n)) for n in names if _holds(question, n)]
        if str(perceel.nummer) in numbers:
            named.append((1000, perceel))
        elif lengths and not numbers:
            named.append((max(lengths), perceel))
    # "specialistische jeugdhulpaanbieder" also holds "jeugdhulpaanbieder": the longest name is meant.
    return [p for length, p in named if length == max(n for n, _ in named)]


def _minute_tariff(vraag: Vraag, tender: Tender) -> Feit | None:
    """ "Wat is het minuuttarief van TG5 bij perceel 2?" """
    if not vraagt_prijs(vraag):
        return None
    groups = vraag.waarden("tg")
    lots = {p.nummer for p in genoemde_percelen(vraag, tender)}
    rows = [
        t
        for t in tender.tarieven
        if t.tariefgroep is not None
        and (str(t.tariefgroep) in groups if groups else False)
        and (t.perceel in lots if lots else True)
    ]
    if not rows and lots and not groups and "minuut" in fold(vraag.tekst):
        rows = [t for t in tender.tarieven if t.tariefgroep is not None and t.perceel in lots]
    if not rows:
        return None
    told = ". ".join(_price(t, tender) + _per_hour(fold(vraag.tekst), t) for t in rows)
    return Feit(f"{told}.", rows[0].vindplaats)


def _per_hour(plain: str, tarief: Tarief) -> str:
    asked = re.search(r"\b(?:per|een|hele) uur\b|\b60 minuten\b", plain) and tarief.eenheid == "minuut"
    return f"; dat is {euro(tarief.bedrag * 60)} per uur" if asked else ""


# --- intensities ------------------------------------------------------------------------------------------


def genoemde_niveaus(vraag: Vraag, tender: Tender) -> list[Intensiteit]:
    """The intensities a question names: by letter, tariefklasse, or kind of groepsaanbod."""
    plain = fold(vraag.tekst)
    codes = {w.upper() for w in vraag.waarden("intensiteit")} | {
        f"GGZ-{w.upper()}" for w in vraag.waarden("klasse")
    }
    if "ggz" in plain:
        codes |= {f"GGZ-{w.upper()}" for w in vraag.waarden("intensiteit")}
    found = [level for level in tender.intensiteiten if level.code in codes]
    if not found and vraagt_prijs(vraag):
        # "wat kost een plek op J per maand?": a capital by itself, or a letter after "op"
        letters = re.findall(r"(?<![\w.])([A-K])(?![\w.'’-])|\bop ([a-k])(?=\s*(?:per\b|\?|$))", vraag.tekst)
        bare = {(capital or small).upper() for capital, small in letters}
        found = [level for level in tender.intensiteiten if level.soort == "verblijf" and level.code in bare]
    if not found and re.search(r"\bgroep(?:en|s\w*)?\b", plain):
        words = set(content_words(plain)) | set(plain.split())
        found = [
            level
            for level in tender.intensiteiten
            if level.soort == "groepsaanbod" and (level.code in words or f"{level.code}?" in words)
        ]
    return found


def _level(vraag: Vraag, tender: Tender) -> Feit | None:
    """ "Wat kost een etmaal op intensiteit E?", "Welke bandbreedte heeft intensiteit F?" """
    plain = fold(vraag.tekst)
    asks_band = re.search(
        r"\bband\w*|\bgrens|\bgrenzen\b|\buren\b|\bbegeleidingsintensiteit\b|\bgroepsgrootte\b", plain
    )
    if not (vraagt_prijs(vraag) or asks_band):
        return None
    levels = genoemde_niveaus(vraag, tender)
    if not levels or (asks_band and not vraagt_prijs(vraag) and not any(band(level) for level in levels)):
        return None
    told = [f"{_over_period(plain, level)}{intensiteit_tekst(level)}" for level in levels]
    return Feit(" ".join(told), levels[0].vindplaats)


_PERIODS: tuple[tuple[re.Pattern[str], tuple[tuple[int, str], ...]], ...] = (
    (re.compile(r"\bmaand(?:en)?\b"), ((30, "een maand van 30 dagen"), (31, "een maand van 31 dagen"))),
    (re.compile(r"\bweek\b"), ((7, "een week"),)),
    (re.compile(r"\b(?:jaar|jaarlijks)\b"), ((365, "een jaar van 365 dagen"),)),
)


def _over_period(plain: str, level: Intensiteit) -> str:
    """What a level comes to over the period that a question names, for who is there every day."""
    if level.eenheid == "uur":
        hours = re.search(r"\b(\d{1,2}) uur\b", plain)
        return (
            f"{level.naam} kost voor {hours.group(1)} uur {euro(level.tarief * int(hours.group(1)))}. "
            if hours
            else ""
        )
    periods = next((told for pattern, told in _PERIODS if pattern.search(plain)), ())
    if not periods and (days := re.search(r"\b(\d{1,3}) (?:dagen|etmalen|nachten)\b", plain)):
        periods = ((int(days.group(1)), f"{days.group(1)} etmalen"),)
    if not periods:
        return ""
    sums = " en ".join(f"voor {name} {euro(level.tarief * days)}" for days, name in periods)
    return f"{level.naam} kost {sums}, als de jeugdige elk etmaal aanwezig is. "


_ABOUT_LOT = frozenset(["perceel", "percelen", "voorziening", "voorzieningen", "naam", "heet", "groep"])


def _lot(vraag: Vraag, tender: Tender) -> Feit | None:
    """ "Wat is perceel 7?", "Welke voorzieningen horen bij perceel 6?": nothing else is asked."""
    numbers = vraag.waarden("perceel")
    others = [w for w in content_words(vraag.tekst) if not w.isdigit() and w not in _ABOUT_LOT]
    if not numbers or len(vraag.codes) > len(numbers) or any(not says_little(w) for w in others):
        return None
    if not re.match(r"(?:wat|welke?|hoe heet|waar)\b", fold(vraag.tekst)) or vraag.soort in _NOT_ABOUT_LOT:
        return None
    lots = [p for p in tender.percelen if str(p.nummer) in numbers]
    text = " ".join(perceel_tekst(p) for p in lots)
    return Feit(text, lots[0].vindplaats) if lots else None


_NOT_ABOUT_LOT = frozenset({Vraagsoort.BEDRAG, Vraagsoort.TERMIJN, Vraagsoort.AANDEEL, Vraagsoort.WIE})


def _level_in_budget(vraag: Vraag, tender: Tender) -> Feit | None:
    """ "Mag groepsaanbod zwaar binnen een duurzaam budget?" """
    if not re.search(r"\b(?:duurzaam|duurzame|duurzaamheidsbudget)\b", fold(vraag.tekst)):
        return None
    levels = [level for level in genoemde_niveaus(vraag, tender) if level.soort == "groepsaanbod"]
    if not levels:
        return None
    parts = [
        f"{level.naam} mag {'ook' if level.duurzaam else 'niet'} binnen een duurzaam budget. "
        f"{level.toelichting}"
        for level in levels
    ]
    return Feit(" ".join(part.strip() for part in parts), levels[0].vindplaats)


def _level_of_hours(vraag: Vraag, tender: Tender) -> Feit | None:
    """ "Welke intensiteit hoort bij 2,5 uur begeleiding?" """
    plain = fold(vraag.tekst)
    if vraag.waarden("intensiteit") or not re.search(
        r"\bwelke?\b.*\b(?:intensiteit|groepsaanbod|groep)\b", plain
    ):
        return None
    hours = [
        b for b in vraag.bedragen if b % 1 or re.search(r"\buur\b|\buren\b|begeleidingsintensiteit", plain)
    ]
    if len(hours) != 1:
        return None
    soort = (
        "groepsaanbod" if re.search(r"groepsaanbod|dagbe|openingsu", plain) or hours[0] < 1 else "verblijf"
    )
    levels = [level for level in tender.intensiteiten if level.soort == soort and _in_band(level, hours[0])]
    if not levels:
        return None
    shared = " Dit valt precies tussen twee intensiteiten: overleg is dan nodig." if len(levels) > 1 else ""
    return Feit(" ".join(map(intensiteit_tekst, levels)) + shared, levels[0].vindplaats)


def _in_band(level: Intensiteit, hours: Decimal) -> bool:
    if level.onder is None and level.boven is None:
        return False
    above = level.onder is None or hours > level.onder or (level.onder_inclusief and hours == level.onder)
    below = level.boven is None or hours < level.boven or (level.boven_inclusief and hours == level.boven)
    return above and below


def _intensity_of_form(vraag: Vraag, tender: Tender) -> Feit | None:
    """ "Wat is de hoogste intensiteit voor een gezinshuis?" """
    plain = _plain(vraag.tekst)
    if not re.search(r"\bintensiteit|\bintensiteiten", plain) or vraag.waarden("intensiteit"):
        return None
    if not re.search(r"\b(?:hoogste|maxim\w+|hoog|tot welke|op welke|welke|hoeveel)\b", plain):
        return None
    if re.search(r"\b(?:kost|tarief|bezettingsgraad|begeleidingsintensiteit)\b", plain):
        return None
    named = [
        (max(lengths), vorm)
        for vorm in tender.vormen
        if (lengths := [len(_plain(n)) for n in (vorm.naam, *vorm.synoniemen) if _holds(plain, n)])
    ]
    if not named:
        return None
    vorm = max(named, key=lambda item: item[0])[1]
    return Feit(vorm_intensiteiten(vorm), _place_of_form(tender, vorm)) if vorm.intensiteiten else None


def _place_of_form(tender: Tender, vorm: VormVanVerblijf) -> str:
    """Where the document says on which intensities this form may be registered: the regel about it."""
    for regel in tender.regels:
        text = f"{regel.onderwerp} {regel.samenvatting}".lower()
        names = (vorm.naam, *vorm.synoniemen)
        if "intensiteit" in regel.onderwerp.lower() and any(n.lower() in text for n in names):
            return regel.vindplaats
    return vorm.vindplaats


def _other_price(vraag: Vraag, tender: Tender) -> Feit | None:
    """Trajects and dyslexie: "Wat kost een MST?" """
    if not vraagt_prijs(vraag):
        return None
    question = _plain(vraag.tekst)
    rows: list[Tarief] = []
    for price in tender.tarieven:
        if price.tariefgroep is not None:
            continue
        names = (price.voorziening, *price.zoektermen)
        if any(_named(vraag.tekst, n) for n in names):
            rows.append(price)
    if not rows:
        return None
    unit = re.search(r"\b(minuut|stuk|traject|uur|etmaal)\b", question)
    wanted = {"traject": "stuk"}.get(unit.group(1), unit.group(1)) if unit else ""
    prices = [t for t in rows if t.eenheid == wanted] or rows
    return Feit(". ".join(_price(t, tender) for t in prices) + ".", prices[0].vindplaats)
