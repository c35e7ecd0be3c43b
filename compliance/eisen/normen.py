"""Holds the quantities of a bid against the norms of an eis."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from compliance.eisen.beperking import haalt_aan
from compliance.eisen.passages import Passage
from compliance.eisen.zoeker import Zoeker, delen
from knowledge.catalogue.models import Norm
from knowledge.text.hoeveelheid import DAGEN_PER, Soort
from knowledge.text.quantities import Hoeveelheid, conflicts, read_quantities
from knowledge.text.tokens import tokenise


@dataclass(frozen=True, slots=True)
class Meting:
    """A quantity of the bid beside a norm. `strijdig`: it breaks the norm. `over` is how sure we are that
    it is about the norm's subject: the number of the norm's words around it."""

    norm: Norm
    hoeveelheid: Hoeveelheid
    passage: int
    strijdig: bool
    over: float


@lru_cache(maxsize=20_000)
def hoeveelheden(tekst: str) -> tuple[Hoeveelheid, ...]:
    """The quantities of a sentence."""
    return tuple(read_quantities(tekst))


def metingen(
    norm: Norm, passages: Iterable[Passage], zoeker: Zoeker, eigen: Container[int] = ()
) -> list[Meting]:
    """What these passages say about the norm. `eigen`: numbers of passages surely about the norm's eis.

    A sentence with several comparable quantities speaks by the one that keeps the norm, if there is one:
    the others are about something beside it ("within six weeks; you hear from us within two days").
    """
    found = []
    for passage in passages:
        if haalt_aan(passage.tekst):
            continue
        vergeleken = _bij_de_norm(norm, passage.tekst, [
            (h, verdict)
            for h in hoeveelheden(passage.tekst)
            if (verdict := conflicts(norm, h)) is not None
            and (h.soort is not Soort.FREQUENTIE or _gaat_over(norm, verdict, passage, zoeker))
        ])  # fmt: skip
        if not vergeleken:
            continue
        hoeveelheid, strijdig = min(vergeleken, key=lambda pair: pair[1])
        over = _over(norm, passage, zoeker)
        if passage.nummer in eigen:
            over = max(over, _over_los(norm, hoeveelheid, passage, zoeker))
        found.append(Meting(norm, hoeveelheid, passage.nummer, strijdig, over))
    return found


_TUSSENTIJD = re.compile(r"\b(?:tussen|interval|hoe vaak|frequentie|evaluatie)")


def _gaat_over(norm: Norm, strijdig: bool, passage: Passage, zoeker: Zoeker) -> bool:
    """Can a frequency speak of this norm? A norm on the time between two of a kind always. A term after
    something is not kept by doing it often ("elke maand" is not "binnen 30 dagen"), only broken by doing it
    too seldom, and then the sentence itself must be about it ("startberichten gaan eens per maand uit")."""
    if norm.eenheid not in DAGEN_PER or _TUSSENTIJD.search(norm.grootheid.lower()):
        return True
    return (
        strijdig
        and norm.vergelijking == "hoogstens"
        and any(
            all(passage.nummer in zoeker.zinnen_met(part) for part in delen(term)) for term in norm.termen
        )
    )


def _bij_de_norm(
    norm: Norm, tekst: str, vergeleken: list[tuple[Hoeveelheid, bool]]
) -> list[tuple[Hoeveelheid, bool]]:
    """Of several quantities those in the clause that holds the words of the norm: "uitspraak volgt binnen
    acht weken na de klacht; verlengen kan met vier weken" speaks by the eight. All when no clause does."""
    if len(vergeleken) < 2:
        return vergeleken
    grenzen = [0, *(m.end() for m in _DEELGRENS.finditer(tekst)), len(tekst)]
    for begin, eind in pairwise(grenzen):
        words = tokenise(tekst[begin:eind])
        heel = any(
            all(any(w.startswith(begint) for w in words) for part in delen(term) for begint in part)
            for term in norm.termen
        )
        eigen = [(h, v) for h, v in vergeleken if begin <= h.begin < eind]
        if heel and eigen:
            return eigen
    return vergeleken


_DEELGRENS = re.compile(r"[;:,](?=\s)")
_ZELFDE_KANT = {
    "hoogstens": ("hoogstens", "uiterlijk"), "uiterlijk": ("uiterlijk", "hoogstens", "minder dan"),
    "minstens": ("minstens", "vanaf"), "vanaf": ("vanaf", "minstens"),
    "precies": ("hoogstens", "uiterlijk", "minstens", "vanaf", "precies"),
}  # fmt: skip


def _over_los(norm: Norm, hoeveelheid: Hoeveelheid, passage: Passage, zoeker: Zoeker) -> float:
    """For a passage about the eis that holds no whole term of the norm: some of its words, and a promise of
    the norm's own kind ("uiterlijk", "binnen")."""
    los = {part for term in norm.termen for part in delen(term) if not _MAAT.match(part[0])}
    words = sum(passage.nummer in zoeker.zinnen_met(part) for part in los)
    belofte = (
        hoeveelheid.elke
        or hoeveelheid.soort is Soort.BESCHIKBAAR
        or hoeveelheid.vergelijking in _ZELFDE_KANT.get(norm.vergelijking, ())
    )
    return 0.5 + 0.5 * min(words, 2) + 0.5 * belofte if words and belofte else 0.0


def _over(norm: Norm, passage: Passage, zoeker: Zoeker) -> float:
    """How much around the quantity is about the norm: a term of two words ("klacht+afgehandeld") counts for
    two, further terms for a half; half of it when a neighbour or the heading gives part of the words."""
    telling: list[float] = []
    buren = list(zoeker.buren(passage.nummer))
    for term in norm.termen:
        parts = delen(term)
        if not parts:
            continue
        eigen = [passage.nummer in zoeker.zinnen_met(part) for part in parts]
        if all(eigen):
            telling.append(max(len(parts), _KENMERKEND if _is_kenmerkend(parts) else 0))
            continue
        verwant = eigen[0] and all(passage.nummer in zoeker.ruim(part) for part in parts)
        elders = any(eigen) and all(
            own or any(n in zoeker.zinnen_met(part) for n in buren) or zoeker.in_kop(passage.nummer, part)
            for own, part in zip(eigen, parts, strict=True)
        )
        if verwant or elders:
            telling.append(len(parts) * 0.75)
    return max(telling, default=0.0) + 0.5 * min(max(len(telling) - 1, 0), 2)


# The unit of a quantity tells nothing of its subject.
_MAAT = re.compile(r"(?:werk|kalender)?(?:dag|week|weken|maand|jaar|jaren|uur|uren|kwarta)|^\d+$")
# A message number ("305") or a long compound names the subject by itself.
_KENMERKEND = 1.5
_LANG_WOORD = 12


def _is_kenmerkend(parts: tuple[tuple[str, ...], ...]) -> bool:
    word = parts[0][0]
    return len(parts) == 1 and len(parts[0]) == 1 and (word.isdigit() or len(word) >= _LANG_WOORD)


def in_de_buurt(norm: Norm, hoeveelheid: Hoeveelheid) -> bool:
    """Can this quantity, that keeps the norm, be the bidder's own figure for it? Five days beside "at the
    most six weeks" are about another step. Only told for durations; others always can."""
    if norm.eenheid not in DAGEN_PER or hoeveelheid.eenheid not in DAGEN_PER:
        return hoeveelheid.soort is not Soort.FREQUENTIE or norm.eenheid not in DAGEN_PER
    grens = float(norm.waarde) * DAGEN_PER[norm.eenheid]
    return hoeveelheid.waarde * DAGEN_PER[hoeveelheid.eenheid] >= 0.4 * grens


_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
_MEERVOUD = {
    "week": "weken", "maand": "maanden", "dag": "dagen", "werkdag": "werkdagen", "minuut": "minuten"
}  # fmt: skip
_EENHEID = {"leeftijd in jaren": "jaar", "tijdstip": "uur"}


def norm_in_woorden(norm: Norm) -> str:
    """ "hoogstens 6 weken", "uiterlijk 1 april": the norm as a reader says it."""
    if norm.eenheid == "datum":
        *jaar, maand, dag = norm.waarde.split("-")
        return " ".join([norm.vergelijking, str(int(dag)), _MAANDEN[int(maand) - 1], *jaar])
    eenheid = _EENHEID.get(norm.eenheid, norm.eenheid)
    waarde = norm.waarde.replace(".", ",")
    return f"{norm.vergelijking} {waarde} {eenheid if waarde == '1' else _MEERVOUD.get(eenheid, eenheid)}"
