"""What a question names of a tender: percelen, levels of care, prices."""

import re

from knowledge.answers.kinds import Vraagsoort
from knowledge.answers.question import Vraag
from knowledge.catalogue.models import Intensiteit, Perceel, Tender
from knowledge.text.normalise import fold
from knowledge.text.tokens import content_words

_PRICE = re.compile(r"\b(?:\w*tarief|\w*tarieven|kost|kosten|\w*prijs|\w*prijzen|euro)\b")
_PER_UNIT = re.compile(
    r"^(?!(?:wat|welke?|wie|waar\w*|wanneer|mag|moet|kan|is|hoe (?!hoog))\b).*"
    r"\bper (?:minuut|uur|dag|etmaal|nacht|stuk|traject)\s*\??$"
)
"""A question in catchwords: "tg5 perceel 2 per minuut"."""


def plat(text: str) -> str:
    """Folded, only letters and digits between single spaces: "GZ-psycholoog" is "gz psycholoog"."""
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


def bevat(question: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(plat(name))}(?:s|en|n)?\b", question))


def noemt(text: str, name: str) -> bool:
    """Does the question name this. Short names are abbreviations and must stand in capitals: ZIT is a
    treatment, zit a verb."""
    if len(name) <= 4:
        return bool(re.search(rf"\b{re.escape(name.upper())}\b", text))
    return bevat(plat(text), name) or set(content_words(name)) <= set(content_words(text))


def vraagt_prijs(vraag: Vraag) -> bool:
    """Does a question ask what something costs."""
    plain = fold(vraag.tekst)
    return vraag.soort is Vraagsoort.BEDRAG or bool(_PRICE.search(plain) or _PER_UNIT.search(plain))


def genoemde_percelen(vraag: Vraag, tender: Tender) -> list[Perceel]:
    """The percelen a question names by number or name."""
    numbers = set(vraag.waarden("perceel"))
    question = plat(vraag.tekst)
    named: list[tuple[int, Perceel]] = []
    for perceel in tender.percelen:
        names = (perceel.naam, perceel.korte_naam, *perceel.herkenning)
        lengths = [len(plat(n)) for n in names if bevat(question, n)]
        if str(perceel.nummer) in numbers:
            named.append((1000, perceel))
        elif lengths and not numbers:
            named.append((max(lengths), perceel))
    # "specialistische jeugdhulpaanbieder" also holds "jeugdhulpaanbieder": the longest name is meant.
    return [p for length, p in named if length == max(n for n, _ in named)]


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
