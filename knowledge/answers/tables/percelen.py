"""What a perceel is: asked by its number and nothing more."""

import re

from knowledge.answers.kinds import Vraagsoort
from knowledge.answers.question import Vraag
from knowledge.answers.tables.feit import Feit
from knowledge.catalogue.models import Tender
from knowledge.retrieval.catalogue import perceel_tekst
from knowledge.text.normalise import fold
from knowledge.text.tokens import content_words, says_little

_ABOUT_LOT = frozenset(["perceel", "percelen", "voorziening", "voorzieningen", "naam", "heet", "groep"])
_NOT_ABOUT_LOT = frozenset({Vraagsoort.BEDRAG, Vraagsoort.TERMIJN, Vraagsoort.AANDEEL, Vraagsoort.WIE})


def perceel(vraag: Vraag, tender: Tender) -> Feit | None:
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
