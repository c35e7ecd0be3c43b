"""Whose hours count for the begeleidingsintensiteit, and whose do not (§8.5.3, §9.7)."""

import re
from typing import Literal

from knowledge.text.normalise import fold

Urensoort = Literal[
    "groepsbegeleider", "gezinshuisouder", "activiteitenbegeleider", "gedragswetenschapper",
    "behandelaar of therapeut", "individueel begeleider", "leidinggevende", "gastheer of gastvrouw",
    "overig",
]  # fmt: skip

_NAMEN: tuple[tuple[Urensoort, re.Pattern[str]], ...] = (
    ("gedragswetenschapper", re.compile(r"gedragswetenschap|orthopeda|psycholoog|psychiater")),
    ("behandelaar of therapeut", re.compile(r"behandelaar|therapeut|\barts\b")),
    ("leidinggevende", re.compile(r"leidinggevend|teamleid|teammanager|\bmanager|coordinator")),
    ("gastheer of gastvrouw", re.compile(r"gastheer|gastvrouw|gastheren")),
    ("individueel begeleider", re.compile(r"(?:individue|persoonlijk)\w* begeleid|ambulant")),
    (
        "overig",
        re.compile(
            r"huishoud|schoonma|\bkok\b|facilitair|administrat|stagiair|vrijwillig|"
            r"leerkracht|\bleraar|lerares|\bdocent|onderwijs(?:assistent|medewerker|kracht|er)"
        ),
    ),
    ("activiteitenbegeleider", re.compile(r"activiteiten")),
    ("gezinshuisouder", re.compile(r"gezins(?:huis)?(?:ouder|moeder|vader)|zorgboer(?:in)?\b")),
)
_TELT: frozenset[Urensoort] = frozenset({"groepsbegeleider", "gezinshuisouder", "activiteitenbegeleider"})


def soort_uren(naam: str) -> Urensoort:
    """What kind of hours a function or shift holds, by its name; a shift ("late dienst") is group work."""
    plain = fold(naam)
    return next((soort for soort, pattern in _NAMEN if pattern.search(plain)), "groepsbegeleider")


def telt_mee(
    soort: Urensoort, *, groepsaanbod: bool, driemilieu: bool = False, alle_betrokkenen: bool = False
) -> bool:
    """May these hours be counted?

    Only hours of group workers count. Who leads activities on the grounds counts in groepsaanbod as a group
    worker, in verblijf only at a driemilieuvoorziening. An ODC or KDC counts all who are involved.
    """
    if alle_betrokkenen and groepsaanbod:
        return True
    if soort == "activiteitenbegeleider" and not groepsaanbod:
        return driemilieu
    return soort in _TELT
