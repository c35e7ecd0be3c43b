"""What makes a password too easy to guess."""

import re
from itertools import pairwise
from pathlib import Path

from web.auth.wachtwoorden import KORTST

LANGST = 200
"""Characters; more says nothing, and takes time to hash."""

# What people use most, without the figures and signs that they put around it.
GEWOON = frozenset(Path(__file__).with_name("gewone_woorden.txt").read_text(encoding="utf-8").split())
_LEET = str.maketrans("013457@$!", "oieastasi")


def bezwaar(wachtwoord: str, *namen: str) -> str:
    """Why this password can't be used, as a sentence for the user; "" when it can.

    `namen`: log-in name, name and organisation of the person.
    """
    if len(wachtwoord) < KORTST:
        return f"Kies een wachtwoord van {KORTST} tekens of meer. Een zin van een paar woorden is goed."
    if len(wachtwoord) > LANGST:
        return f"Kies een wachtwoord van hoogstens {LANGST} tekens."
    klein = wachtwoord.lower()
    if len(set(klein)) < 5 or _op_rij(klein):
        return "Dit wachtwoord is te makkelijk te raden. Gebruik meer verschillende tekens."
    # Also twice the same word, and a word with figures around it.
    kern = re.sub(r"[^a-z]", "", klein)
    ontleed = re.sub(r"[^a-z]", "", re.sub(r"^[^a-z@$]+|[^a-z@$]+$", "", klein).translate(_LEET))
    for woord in (kern, ontleed, kern[: len(kern) // 2], _zonder_herhaling(kern)):
        if woord in GEWOON:
            return "Dit wachtwoord gebruiken veel mensen. Kies iets dat niemand anders bedenkt."
    delen = {d for naam in namen for d in re.findall(r"\w{4,}", naam.lower())}
    rest = klein
    for deel in sorted(delen, key=len, reverse=True):
        rest = rest.replace(deel, "")
    if len(rest) < KORTST - 4 and rest != klein:
        return "Gebruik niet uw eigen naam of die van uw organisatie als wachtwoord."
    return ""


def _op_rij(tekst: str) -> bool:
    """Figures or letters in their order: 123456789012, abcdefghijkl."""
    stappen = {
        (ord(b) - ord(a)) % 10 if a.isdigit() and b.isdigit() else ord(b) - ord(a) for a, b in pairwise(tekst)
    }
    return len(stappen) == 1


def _zonder_herhaling(tekst: str) -> str:
    gevonden = re.fullmatch(r"(.+?)\1+", tekst)
    return gevonden[1] if gevonden else tekst
