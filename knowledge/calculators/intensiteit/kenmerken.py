"""What the name of a group tells of its vorm, and of the rules that hold for it (§8.5.3, §9.7)."""

import re

from knowledge.text.normalise import fold

_VORMEN = tuple(
    (re.compile(pattern), vorm)
    for pattern, vorm in (
        (r"drie-?\s?milieu", "driemilieu"),
        (r"fasehuis|fase \d", "fasehuis"),
        (r"kortdurend|logeer|\bkdv\b", "kdv"),
        (r"zorgboerderij|boerderij|hoeve\b", "zorgboerderij"),
        (r"gezinshui[sz]", "gezinshuis"),
        (r"behandel", "behandelgroep"),
        (r"jeugdzorgplus|gesloten", "jeugdzorgplus"),
        (r"woon|wonen|leefgroep", "wonen"),
    )
)
_CRISIS = re.compile(r"crisis")
_ODC_KDC = re.compile(r"\b(?:odc|kdc|kinderdagcentrum|orthopedagogisch dagcentrum)\b|kind(?:er)?[ -]?dienst")


def vorm_in(tekst: str) -> str:
    """Sleutel of the vorm of wonen or verblijf that a text names; "" when it names none."""
    plain = fold(tekst)
    return next((vorm for pattern, vorm in _VORMEN if pattern.search(plain)), "")


def is_crisisgroep(tekst: str) -> bool:
    """No lowest occupancy holds for a crisisgroep."""
    return _CRISIS.search(fold(tekst)) is not None


def is_odc_kdc(tekst: str) -> bool:
    """At an ODC or KDC the hours of all who are involved count."""
    return _ODC_KDC.search(fold(tekst)) is not None
