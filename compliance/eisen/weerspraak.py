"""Clashes that follow from how a sentence speaks of an eis: it denies a sub-element, limits it to a case,
does without it, leaves it to others or starts with it too late."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from compliance.eisen import beperking, nalaten, ontkenning
from compliance.eisen.bewijs import OVER_DE_EIS, Bewijsvoering, Vondst
from compliance.eisen.strijdpunt import Strijd
from compliance.eisen.woordgroepen import verwanten
from compliance.eisen.zoeker import delen
from knowledge.catalogue.models import Eis, Onderdeel
from knowledge.text.normalise import fold
from knowledge.text.tokens import content_words, stem, stems, telling, tokenise

# A passage must fit this eis best, or nearly, before its way of speaking is held against it.
_PAST = 0.85
_VOOR_ONTKENNING, _VOOR_BEPERKING, _VOOR_NALATEN, _VOOR_ZONDER, _VOOR_BEGIN = 8.0, 12.0, 8.0, 8.0, 12.0
_KORT = 4


def weerspraken(bewijs: Bewijsvoering, begin: date) -> Iterator[Strijd]:
    """All such clashes with this eis. `begin`: the day on which the contract starts."""
    for vondst in bewijs.vondsten:
        if vondst.aandeel < _PAST or beperking.haalt_aan(vondst.passage.tekst):
            continue
        for uitleg in _gronden(bewijs, vondst, begin):
            yield Strijd("weigering", vondst.passage, uitleg, 0.6)


def _gronden(bewijs: Bewijsvoering, vondst: Vondst, begin: date) -> Iterable[str]:
    eis, tekst, score = bewijs.eis, vondst.passage.tekst, vondst.score
    if score >= _VOOR_ONTKENNING and (wat := _ontkend(bewijs, vondst)):
        yield f"zegt dit niet te doen: {wat}"
    van_een_ander = bool(vondst.passage.eisen) and not vondst.genoemd
    van_een_ander |= ontkenning.weigert(tekst)  # who is turned away, and why, is for its own eis
    past_best = score >= _VOOR_ONTKENNING and vondst.aandeel >= _IS_VAN_DEZE and not van_een_ander
    if past_best and (wat := _niet_gedaan(bewijs, vondst)):
        yield f"zegt dit niet te doen: {wat}"
    if score >= _VOOR_ONTKENNING and vondst.aandeel >= _PAST_GOED and _omgekeerd(eis, tekst):
        yield "zegt het omgekeerde van wat de eis vraagt"
    if score >= _VOOR_ONTKENNING and _VOORAF.search(fold(eis.samenvatting)) and nalaten.na_de_start(tekst):
        yield "doet dit pas als de hulp al begonnen is"
    if score >= _VOOR_BEPERKING and vondst.toont and _beperkt(eis, tekst):
        yield "stelt een voorwaarde of uitzondering die de eis niet kent"
    if score >= _VOOR_NALATEN and beperking.laat_na(tekst) and _raakt(eis, tekst):
        yield "laat dit na, laat het aan een ander over of kiest een eigen weg"
    if score >= _VOOR_ZONDER and _zonder(eis, tekst):
        yield "doet dit zonder wat de eis vraagt"
    if score >= _VOOR_BEGIN and beperking.begint_na(tekst, begin):
        yield "begint hiermee pas na de start van de overeenkomst"


def _ontkend(bewijs: Bewijsvoering, vondst: Vondst) -> str:
    """The sub-element of which a main clause denies two telling words, and that no other passage shows; ""
    when there is none."""
    tekst = vondst.passage.tekst
    if _NIET_MAAR_WEL.search(fold(tekst)):
        return ""
    for deel in ontkenning.ontkende_delen(tekst):
        woorden = _ontkende_woorden(deel)
        if vondst.aandeel >= _IS_VAN_DEZE and _ontkent_kenmerk(bewijs, deel, woorden):
            return bewijs.eis.onderwerp
        for onderdeel in bewijs.eis.onderdelen:
            if not onderdeel.verplicht or _zegt_niet(onderdeel):
                continue
            geraakt = {
                w
                for w in woorden
                if telling(w) == 1.0 and _hoort_bij(w, onderdeel) and not _ontkend_in_termen(w, onderdeel)
            }
            if len(geraakt) >= 2 and not _toont_elders(bewijs, vondst, onderdeel):
                return onderdeel.samenvatting.rstrip(".")
    return ""


_IS_VAN_DEZE, _PAST_GOED = 0.95, 0.7
# The eis wants something before the hulp begins.
_VOORAF = re.compile(r"\b(?:voor|voordat) (?:de (?:start|hulp)|er hulp)\b|\bvoordat\b.{0,40}\bbegint\b")


def _niet_gedaan(bewijs: Bewijsvoering, vondst: Vondst) -> str:
    """The sub-element of which the bidder says in its own words that it does not do it. What an eis asks only
    of who works with it ("Werkt de opdrachtnemer met vrijwilligers, dan ...") may be left out."""
    geval = _in_geval(bewijs.eis)
    for woorden in nalaten.niet_gedaan(vondst.passage.tekst):
        for onderdeel in bewijs.eis.onderdelen:
            if not onderdeel.verplicht or _vraagt_niet(onderdeel):
                continue
            geraakt = {
                w
                for w in woorden
                if telling(w) == 1.0
                and stem(w) not in geval
                and not any(_vraagt_niet(o) and _hoort_bij(w, o) for o in bewijs.eis.onderdelen)
                and _hoort_bij(w, onderdeel)
                and not _ontkend_in_termen(w, onderdeel)
            }
            zeker = len(geraakt) > 1 or vondst.genoemd or vondst.score >= OVER_DE_EIS
            if geraakt and zeker and not _toont_elders(bewijs, vondst, onderdeel):
                return onderdeel.samenvatting.rstrip(".")
    return ""


_ALS = re.compile(
    r"(?:^|[.;:] )(?:als|is|werkt|moet|staat|krijgt|komt|kan|heeft|gaat|wil(?:len)?|sluit|verwijst"
    r"|vraagt|doet|vermoedt|accepteert) [^.;]{0,160}?, (?=dan |neemt|blijft|legt|volgt|zorgt|hoort|maakt)"
)


@lru_cache(maxsize=512)
def _gevallen(samenvatting: str) -> frozenset[str]:
    return frozenset(stem(w) for m in _ALS.finditer(fold(samenvatting)) for w in content_words(m.group()))


def _in_geval(eis: Eis) -> frozenset[str]:
    """The stems of the cases for which the eis asks something."""
    return _gevallen(eis.samenvatting)


def _omgekeerd(eis: Eis, tekst: str) -> bool:
    """Does it say "on-" of a quality that a sub-element asks for ("onbeveiligd")?"""
    gevraagd = " ".join(o.samenvatting for o in eis.onderdelen if o.verplicht and not _zegt_niet(o))
    return not {stem(wat) for wat in nalaten.tegengesteld(tekst)}.isdisjoint(stems(gevraagd))


# What is denied of what the eis does not want either: "hulp die niet helpt, zetten wij niet in".
_OOK_ONGEWENST = re.compile(
    r"\b(?:die|dat|wat|waarvan|waar)\b.*\b(?:niet|geen|buiten|boven|zonder)\b.*\b(?:niet|geen)\b"
    r"|\b(?:boven|buiten|hoger dan|meer dan|onnodig\w*|extra)\b"
)


def _ontkent_kenmerk(bewijs: Bewijsvoering, deel: str, woorden: list[str]) -> bool:
    """Does the clause deny something by which this eis is known among all? Not for an eis that itself says
    what not to do."""
    if _ONTKENT & _woorden(bewijs.eis) or _OOK_ONGEWENST.search(deel):
        return False
    if (geen := _GEEN.search(deel)) is not None:
        woorden = content_words(geen["wat"])[:1]
    return any(stem(w) in bewijs.kenmerkend and telling(w) == 1.0 for w in woorden)


_GEEN = re.compile(r"\bgeen (?P<wat>.*)$")


_NA_ONTKENNING = re.compile(r"\b(?:niet|geen|nooit|niets|niemand)\b(?P<erna>.*)$")


def _ontkende_woorden(deel: str) -> list[str]:
    """The words that a denial in a clause is about: those behind it, or, where no more than one telling word
    stands there ("thuis komen wij niet"), all."""
    na = _NA_ONTKENNING.search(deel)
    erna = [w for w in content_words(na["erna"]) if len(w) >= _KORT] if na is not None else []
    return erna if len(erna) > 1 else [w for w in content_words(deel) if len(w) >= _KORT]


# "Geen lijst op tafel maar een vel papier" tells what there is instead.
_NIET_MAAR_WEL = re.compile(
    r"\b(?:niet|geen)\b[^;.]{0,60}\bmaar (?:een|met|bij|in|op|aan|naar|ook|juist|wel|samen)\b"
)


def _toont_elders(bewijs: Bewijsvoering, vondst: Vondst, onderdeel: Onderdeel) -> bool:
    """Is it shown in another paragraph?"""
    return any(
        ander.passage.groep != vondst.passage.groep
        and ander.score >= OVER_DE_EIS
        and (t := ander.onderdelen.get(onderdeel.sleutel))
        and t.niveau == 1.0
        for ander in bewijs.vondsten
    )


def _raakt(eis: Eis, tekst: str) -> bool:
    """Does the sentence hold a telling word of a sub-element?"""
    return any(
        telling(w) == 1.0 and _hoort_bij(w, o)
        for w in content_words(tekst)
        for o in eis.onderdelen
        if o.verplicht
    )


def _beperkt(eis: Eis, tekst: str) -> bool:
    eigen = eigen_stammen(eis)
    for beperkt in beperking.beperkingen(tekst):
        geval = {stem(w) for w in content_words(beperkt.geval) if len(w) >= _KORT and telling(w) == 1.0}
        bekend = len(geval & eigen)
        if _kent_uitzondering(eis) and (not geval or eigen.intersection(stems(beperkt.geval))):
            continue
        if not geval or bekend < (1.0 if beperkt.versmalt else 0.5) * len(geval):
            return True
    return False


def _zonder(eis: Eis, tekst: str) -> bool:
    """Is what it does without one of the words that the eis asks for, and does it not itself say "zonder"?"""
    if "zonder" in _woorden(eis):
        return False
    return any(
        _hoort_bij(woord, onderdeel) and telling(woord) == 1.0 and not _ontkend_in_termen(woord, onderdeel)
        for wat in beperking.zonder_wat(tekst)
        for woord in content_words(wat)
        for onderdeel in eis.onderdelen
        if onderdeel.verplicht
    )


_ONTKENT = frozenset(
    {
        "niet",
        "geen",
        "nooit",
        "zonder",
        "alleen",
        "uitsluitend",
        "weigering",
        "weigeren",
        "reden",
        "voorkomen",
        "weinig",
        "minder",
        "beperkt",
        "beperken",
        "oneens",
    }
)


_VRAAGT_NIET = frozenset({"niet", "geen", "nooit", "zonder", "voorkomen", "weinig", "minder", "beperkt"})


def _vraagt_niet(onderdeel: Onderdeel) -> bool:
    """Does the sub-element ask that something is not done?"""
    return bool(_VRAAGT_NIET & set(tokenise(onderdeel.samenvatting)))


def _zegt_niet(onderdeel: Onderdeel) -> bool:
    """Does the sub-element itself say what not to do, or when something may be refused?"""
    return bool(_ONTKENT & set(tokenise(onderdeel.samenvatting)))


def _ontkend_in_termen(woord: str, onderdeel: Onderdeel) -> bool:
    """Is it what the sub-element does not want ("geen vaktaal", "vaktaal+vermijd")?"""
    return any(
        any(woord.startswith(w) for part in delen(term) for w in part)
        and any(w in _ONTKENT or w.startswith("vermijd") for part in delen(term) for w in part)
        for term in onderdeel.termen
    )


@lru_cache(maxsize=4096)
def _termwoorden(termen: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        w for term in termen for part in delen(term) for w in part if len(w) >= _KORT or w.isdigit()
    )


def _hoort_bij(woord: str, onderdeel: Onderdeel) -> bool:
    """Does a term of this sub-element hold the word, or another word for it?"""
    begin = _termwoorden(onderdeel.termen)
    anders = [a[0] for a in verwanten(woord) if len(a) == 1]
    return any(w.startswith(b) for w in (woord, *anders) for b in begin)


_UITZONDERING = frozenset(
    stem(woord)
    for woord in (
        "alleen", "uitzondering", "uitzonderingen", "tenzij", "mits", "behalve", "uitsluitend", "slechts",
        "pas", "uitgezonderd", "behoudens", "enkel",
    )
)  # fmt: skip


def _kent_uitzondering(eis: Eis) -> bool:
    return bool({stem(w) for w in _woorden(eis)} & _UITZONDERING)


def _woorden(eis: Eis) -> frozenset[str]:
    return frozenset(tokenise(" ".join([eis.samenvatting, *(o.samenvatting for o in eis.onderdelen)])))


def eigen_stammen(eis: Eis) -> frozenset[str]:
    """The stems that the eis uses of itself: in its summary, sub-elements and their terms."""
    teksten = [eis.samenvatting, *(o.samenvatting for o in eis.onderdelen)]
    teksten += [term.replace("+", " ") for o in eis.onderdelen for term in o.termen]
    return frozenset(stems(fold(" ".join(teksten))))
