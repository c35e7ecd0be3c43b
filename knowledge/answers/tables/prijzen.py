"""Prices that depend on no level of care, and what costs a given amount."""

import re

from knowledge.answers.question import Vraag
from knowledge.answers.tables.feit import Feit
from knowledge.answers.tables.noemen import genoemde_percelen, noemt, plat, vraagt_prijs
from knowledge.calculators.getal import euro
from knowledge.catalogue.models import Tarief, Tender
from knowledge.text.normalise import fold


def van_bedrag(vraag: Vraag, tender: Tender) -> Feit | None:
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
        rows += [(prijsregel(t, tender), t.vindplaats) for t in tender.tarieven if t.bedrag == amount]
    if not rows:
        return None
    return Feit(". ".join(dict.fromkeys(text for text, _ in rows)) + ".", rows[0][1])


def prijsregel(tarief: Tarief, tender: Tender) -> str:
    if tarief.tariefgroep is None:
        return f"{tarief.voorziening} kost {euro(tarief.bedrag)} per {tarief.eenheid}"
    name = next((p.naam for p in tender.percelen if p.nummer == tarief.perceel), "")
    return (
        f"TG{tarief.tariefgroep} (tariefgroep {tarief.tariefgroep}) kost in perceel {tarief.perceel} "
        f"({name}) "
        f"{euro(tarief.bedrag)} per {tarief.eenheid}"
    )


def minuuttarief(vraag: Vraag, tender: Tender) -> Feit | None:
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
    told = ". ".join(prijsregel(t, tender) + _per_hour(fold(vraag.tekst), t) for t in rows)
    return Feit(f"{told}.", rows[0].vindplaats)


def _per_hour(plain: str, tarief: Tarief) -> str:
    asked = re.search(r"\b(?:per|een|hele) uur\b|\b60 minuten\b", plain) and tarief.eenheid == "minuut"
    return f"; dat is {euro(tarief.bedrag * 60)} per uur" if asked else ""


def vaste_prijs(vraag: Vraag, tender: Tender) -> Feit | None:
    """Trajects and dyslexie: "Wat kost een MST?" """
    if not vraagt_prijs(vraag):
        return None
    question = plat(vraag.tekst)
    rows: list[Tarief] = []
    for price in tender.tarieven:
        if price.tariefgroep is not None:
            continue
        names = (price.voorziening, *price.zoektermen)
        if any(noemt(vraag.tekst, n) for n in names):
            rows.append(price)
    if not rows:
        return None
    unit = re.search(r"\b(minuut|stuk|traject|uur|etmaal)\b", question)
    wanted = {"traject": "stuk"}.get(unit.group(1), unit.group(1)) if unit else ""
    prices = [t for t in rows if t.eenheid == wanted] or rows
    return Feit(". ".join(prijsregel(t, tender) for t in prices) + ".", prices[0].vindplaats)
