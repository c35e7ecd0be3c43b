"""Whom an eis holds for: the percelen, and the kinds of wonen or verblijf."""

import re

from knowledge.answers.question import Vraag
from knowledge.answers.tables.feit import Feit
from knowledge.catalogue.models import Eis, Tender
from knowledge.text.normalise import fold

_ASKS_LOTS = re.compile(
    r"\b(?:(?:welke?|alle|ieder|elk|om welke|ook) (?:percelen|perceel)|perceel \d|percelen \d)\b"
)
_HOLDS = re.compile(r"\b(?:geld\w*|toepassing|toepasselijk|voldoen|voldoet|hoort|horen|moet\w*)\b")


def geldt_voor(vraag: Vraag, tender: Tender) -> Feit | None:
    """ "Voor welke percelen geldt eis 88?", "Geldt eis 12 ook voor perceel 9?" """
    plain = fold(vraag.tekst)
    wanted = {w.lower() for w in vraag.waarden("eis")}
    eisen = [e for e in tender.eisen if e.id.lower() in wanted]
    if not eisen or not _ASKS_LOTS.search(plain) or not _HOLDS.search(plain):
        return None
    lots = {int(w) for w in vraag.waarden("perceel") if w.isdigit()}
    everything = {p.nummer for p in tender.percelen}
    told = " ".join(_regel(eis, tender, everything) for eis in eisen)
    if all(e.adressaat == "VERVALLEN" for e in eisen):
        return Feit(told, eisen[0].vindplaats)
    if lots or re.search(r"\balle percelen\b", plain):
        asked = lots or everything
        told = f"{'Ja' if all(asked <= set(e.percelen) for e in eisen) else 'Nee'}. {told}"
    return Feit(told, eisen[0].vindplaats)


def _regel(eis: Eis, tender: Tender, alle: set[int]) -> str:
    name = f"{eis.vindplaats[:1].upper()}{eis.vindplaats[1:]}"
    if eis.adressaat == "VERVALLEN":
        return f"{name} is vervallen."
    name = f"{name} ({eis.onderwerp})"
    held = sorted(eis.percelen)
    lots = "alle percelen" if set(held) == alle else f"perceel {_en(held)}"
    named = [v.naam for v in tender.vormen if v.sleutel in eis.vormen]
    forms = f", alleen bij {_en(named)}" if named else ""
    return f"{name} geldt voor {lots}{forms}."


def _en(values: list[int] | list[str]) -> str:
    words = [str(v) for v in values]
    return f"{', '.join(words[:-1])} en {words[-1]}" if len(words) > 1 else "".join(words)
