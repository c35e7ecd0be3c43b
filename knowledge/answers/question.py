"""A question taken apart."""

import re
from dataclasses import dataclass
from decimal import Decimal

from knowledge.answers.kinds import Vraagsoort, vraagsoort, vraagzin
from knowledge.text.codes import Code, find_codes
from knowledge.text.normalise import fold
from knowledge.text.tokens import says_little
from knowledge.text.words import STOPWOORDEN


@dataclass(frozen=True, slots=True)
class Vraag:
    """A question with what it asks for. `bedragen`: numbers in it that are an amount of money or a measure.
    `kern`: what is asked for by name: "software" in "Welke software ..."; empty when that says nothing."""

    tekst: str
    soort: Vraagsoort
    codes: frozenset[Code]
    bedragen: tuple[Decimal, ...]
    kern: str = ""

    def waarden(self, soort: str) -> list[str]:
        """The values of the codes of one kind, in order."""
        return sorted((c.waarde for c in self.codes if c.soort == soort), key=lambda w: (len(w), w))


_DECIMAL = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?(?![\d.]*\d)")
_ASKED = re.compile(
    r"\b(?:welke?|hoeveel|wat voor(?: een)?|(?:wie|wat) (?:is|zijn|was) (?:de|het|een)"
    r"|hoe (?:heet|heten) (?:de|het)"
    r"|hoe groot (?:is|zijn|moet|moeten|mag|mogen)(?: de| het| een)?)((?: \w+){1,3})"
)
_ADJECTIVE = re.compile(r"(?:eel|ele|ief|ieve|isch|ische|baar|bare|lijk|lijke|ige|aal|ale)$")


def lees_vraag(tekst: str) -> Vraag:
    """Take a question apart."""
    plain = fold(tekst).strip()
    amounts = tuple(
        Decimal(whole.replace(".", "") + (f".{cents}" if cents else ""))
        for whole, cents in _DECIMAL.findall(plain)
    )
    return Vraag(tekst, vraagsoort(tekst), find_codes(tekst), amounts, _kern(fold(vraagzin(tekst))))


def _kern(plain: str) -> str:
    """The telling noun right after "welke", "hoeveel", "wie is de", with at most an adjective between."""
    match = _ASKED.search(plain)
    for word in match.group(1).split()[:2] if match else []:
        if word not in STOPWOORDEN and not says_little(word) and not _ADJECTIVE.search(word):
            return word
        if not word.endswith("e"):  # a noun that says little, or a verb: what follows is not asked for
            break
    return ""
