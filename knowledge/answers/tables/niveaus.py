"""Levels of care: tariff, band, and which go with a form of verblijf."""

import re
from decimal import Decimal

from knowledge.answers.question import Vraag
from knowledge.answers.tables.feit import Feit
from knowledge.answers.tables.noemen import bevat, genoemde_niveaus, plat, vraagt_prijs
from knowledge.calculators.getal import euro
from knowledge.calculators.tarief import band
from knowledge.catalogue.models import Intensiteit, Tender, VormVanVerblijf
from knowledge.retrieval.catalogue import intensiteit_tekst, vorm_intensiteiten
from knowledge.text.normalise import fold


def niveau(vraag: Vraag, tender: Tender) -> Feit | None:
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


def niveau_in_budget(vraag: Vraag, tender: Tender) -> Feit | None:
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


def niveau_van_uren(vraag: Vraag, tender: Tender) -> Feit | None:
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


def niveaus_van_vorm(vraag: Vraag, tender: Tender) -> Feit | None:
    """ "Wat is de hoogste intensiteit voor een gezinshuis?" """
    plain = plat(vraag.tekst)
    if not re.search(r"\bintensiteit|\bintensiteiten", plain) or vraag.waarden("intensiteit"):
        return None
    if not re.search(r"\b(?:hoogste|maxim\w+|hoog|tot welke|op welke|welke|hoeveel)\b", plain):
        return None
    if re.search(r"\b(?:kost|tarief|bezettingsgraad|begeleidingsintensiteit)\b", plain):
        return None
    named = [
        (max(lengths), vorm)
        for vorm in tender.vormen
        if (lengths := [len(plat(n)) for n in (vorm.naam, *vorm.synoniemen) if bevat(plain, n)])
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
