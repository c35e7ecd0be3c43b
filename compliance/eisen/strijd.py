"""Where a bid goes against an eis: another term, a refusal, a condition, a forbidden ground, a price."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from compliance.eisen import ontkenning
from compliance.eisen.akkoord import is_voorwaardelijke_instemming
from compliance.eisen.bewijs import OVER_DE_EIS, Bewijsvoering, Vondst
from compliance.eisen.normen import Meting, hoeveelheden, in_de_buurt, metingen, norm_in_woorden
from compliance.eisen.strijdpunt import Strijd
from compliance.eisen.weerspraak import eigen_stammen, weerspraken
from compliance.eisen.zoeker import Zoeker, delen, varianten
from knowledge.catalogue.models import Eis, Norm, Onderdeel
from knowledge.text.hoeveelheid import Soort
from knowledge.text.normalise import fold
from knowledge.text.tokens import stem, stems, tokenise

# From these scores on, a passage is enough about the eis to hold its words against it.
_VOOR_TEGENDEEL = 9.0
# A sentence that holds all of a telling opposite needs less.
_VEELZEGGEND, _ZEGT_GENOEG = 11.0, 6.0
_PAST_BIJ_DE_EIS = 0.8
# Below this share a passage is about another eis, which it fits twice as well.
_VAN_EEN_ANDER = 0.55
_VOOR_NORM = 9.0
_VOOR_KOSTEN = 9.0
_VOOR_WEIGERING = 16.0
_VOOR_EINDE = 11.0
_VOOR_VOORBEHOUD = 14.0
# How many of a norm's words must stand around a quantity before it can break that norm.
_OVER_DE_NORM = 1.5


@dataclass(frozen=True, slots=True)
class Normbeeld:
    """What the bid says about one norm: kept, broken, both or (neither) nothing."""

    norm: Norm
    gehaald: tuple[Meting, ...]
    gebroken: tuple[Meting, ...]
    genoemd: bool
    """A passage beside one about the eis names a quantity that keeps the norm, if not surely for it."""


def normbeelden(bewijs: Bewijsvoering, zoeker: Zoeker) -> list[Normbeeld]:
    """Each norm of the eis beside the quantities in the passages about it."""
    passages = [v.passage for v in bewijs.vondsten if v.score >= _VOOR_NORM and not v.is_voornemen]
    bij_naam = {v.passage.nummer for v in bewijs.vondsten if v.genoemd}
    score = {v.passage.nummer: v.score for v in bewijs.vondsten}
    aandeel = {v.passage.nummer: v.aandeel for v in bewijs.vondsten}
    eigen = {v.passage.nummer for v in bewijs.vondsten if v.score >= OVER_DE_EIS and v.aandeel > 0.9}
    secties = {v.passage.sectie for v in bewijs.vondsten if v.score >= OVER_DE_EIS}
    beelden = []
    for norm in (*bewijs.eis.normen, *_meteen(bewijs.eis)):
        andere = [ander for ander in bewijs.eis.normen if ander is not norm]
        gemeten = [
            m
            for m in metingen(norm, passages, zoeker, eigen)
            if not _hoort_bij(andere, norm, m, zoeker)
            and (norm in bewijs.eis.normen or m.hoeveelheid.soort is Soort.DUUR)
        ]
        gehaald = tuple(m for m in gemeten if not m.strijdig and m.over >= 1)
        gebroken = tuple(
            m
            for m in gemeten
            if m.strijdig
            and m.over >= _OVER_DE_NORM - 0.5 * (m.passage in bij_naam)
            and score[m.passage] >= _VOOR_TEGENDEEL
            and (m.passage in bij_naam or aandeel[m.passage] >= _VAN_EEN_ANDER)
        )
        genoemd = any(not m.strijdig and zoeker.passages[m.passage].sectie in secties for m in gemeten)
        beelden.append(Normbeeld(norm, gehaald, gebroken, genoemd))
    return beelden


_METEEN = re.compile(r"\b(?:onverwijld|terstond)\b")


def _meteen(eis: Eis) -> list[Norm]:
    """Reporting "onverwijld" or "terstond" bears a few days, no weeks."""
    if not _METEEN.search(fold(eis.samenvatting)):
        return []
    termen = tuple(
        f"{wat}+{doet}" for wat in _MELDENSWAARD for doet in ("meld", "gemeld", "informer", "hoogte")
    )
    return [Norm(grootheid="melding", vergelijking="hoogstens", waarde="3", eenheid="dag", termen=termen)]


_MELDENSWAARD = ("calamiteit", "incident", "risico", "omstandighed", "geweld")


def _hoort_bij(andere: list[Norm], norm: Norm, meting: Meting, zoeker: Zoeker) -> bool:
    """Is the quantity the very value of another norm of the eis (16,5 jaar beside "uiterlijk 17 jaar")? Not
    where the sentence holds the words of this norm and none of the other's: "vanaf 17 jaar maken we ..."."""
    waarde = meting.hoeveelheid.waarde
    eigen = _noemt(norm, meting.passage, zoeker)
    return any(
        ander.eenheid == norm.eenheid
        and _is_waarde(ander, waarde)
        and not _is_waarde(norm, waarde)
        and not (eigen and not _noemt(ander, meting.passage, zoeker))
        for ander in andere
    )


def _noemt(norm: Norm, passage: int, zoeker: Zoeker) -> bool:
    """Does the sentence hold a whole term of two or more parts of this norm?"""
    return any(
        len(parts) > 1 and all(passage in zoeker.zinnen_met(part) for part in parts)
        for parts in map(delen, norm.termen)
    )


def _is_waarde(norm: Norm, waarde: float) -> bool:
    try:
        return float(norm.waarde) == waarde
    except ValueError:
        return False


def strijdigheden(
    bewijs: Bewijsvoering, zoeker: Zoeker, beelden: list[Normbeeld], begin: date
) -> list[Strijd]:
    """All clashes with this eis, surest first. `begin`: the day on which the contract starts."""
    eis = bewijs.eis
    gevonden = [
        *_normen(bewijs, zoeker, beelden),
        *_voorbehouden(bewijs),
        *_tegendelen(eis, bewijs, zoeker),
        *_verboden(eis, zoeker),
        *_kosten(bewijs),
        *_weigeringen(bewijs),
        *_te_laat(bewijs),
        *_te_vroeg(bewijs),
        *_teruggenomen(bewijs),
        *weerspraken(bewijs, begin),
    ]
    bij_de_eis = _bij_de_eis(bewijs)
    gevonden = [s for s in gevonden if s.soort not in _ALLEEN_DAAR or s.passage.nummer in bij_de_eis]
    return sorted(gevonden, key=lambda s: (-s.zekerheid, s.passage.nummer))


# Kinds of clash that follow from wording alone, which another subject can share.
_ALLEEN_DAAR = frozenset({"tegendeel", "weigering", "kosten"})
_NAAST_HET_BESTE, _HET_BESTE = 0.5, 0.8


def _bij_de_eis(bewijs: Bewijsvoering) -> frozenset[int]:
    """The passages where the bid speaks of this eis: those that name it, that come near the best one, or that
    stand under one heading with it. Alike words elsewhere are about something else."""
    secties = {v.passage.sectie for v in bewijs.vondsten if v.score >= _HET_BESTE * bewijs.score}
    return frozenset(
        v.passage.nummer
        for v in bewijs.vondsten
        if v.genoemd or v.score >= _NAAST_HET_BESTE * bewijs.score or v.passage.sectie in secties
    )


_BESCHIKBAAR = ("uur per etmaal", "uur per dag", "dagen per week")


def _normen(bewijs: Bewijsvoering, zoeker: Zoeker, beelden: list[Normbeeld]) -> Iterable[Strijd]:
    dag_en_nacht = any(b.gehaald or b.genoemd for b in beelden if b.norm.eenheid in _BESCHIKBAAR)
    for beeld in beelden:
        for meting in beeld.gebroken:
            # A better place where the norm is kept in the same document tells that this number is another's.
            passage = zoeker.passages[meting.passage]
            beter = any(
                m.over > meting.over
                and zoeker.passages[m.passage].document is passage.document
                and in_de_buurt(meting.norm, m.hoeveelheid)
                for m in beeld.gehaald
            )
            # Office hours stand beside the hours of the one on call.
            beter |= meting.hoeveelheid.soort is Soort.BESCHIKBAAR and dag_en_nacht
            if not beter:
                uitleg = f"noemt {meting.hoeveelheid.tekst}; de eis is {norm_in_woorden(beeld.norm)}"
                yield Strijd("norm", passage, uitleg, 0.6 + 0.1 * min(meting.over, 3), meting)


def _voorbehouden(bewijs: Bewijsvoering) -> Iterable[Strijd]:
    for vondst in bewijs.vondsten:
        dichtbij = vondst.genoemd or vondst.score >= _VOOR_VOORBEHOUD
        tekst = vondst.passage.tekst
        if is_voorwaardelijke_instemming(tekst):
            continue  # about the tender as a whole, and so about no eis in particular
        if dichtbij and ontkenning.maakt_voorbehoud(tekst):
            yield Strijd("voorbehoud", vondst.passage, "stelt een voorwaarde of maakt een voorbehoud", 0.85)


def _tegendelen(eis: Eis, bewijs: Bewijsvoering, zoeker: Zoeker) -> Iterable[Strijd]:
    scores = {v.passage.nummer: v.score for v in bewijs.vondsten}
    aandeel_van = {v.passage.nummer: v.aandeel for v in bewijs.vondsten if not v.genoemd}
    past = {v.passage.nummer for v in bewijs.vondsten if v.genoemd and v.aandeel > _PAST_BIJ_DE_EIS}
    for tegendeel, term in ((t, vorm) for t in eis.tegendeel for vorm in varianten(t)):
        parts = delen(term)
        for treffer in zoeker.zoek(term):
            passage = zoeker.passages[treffer.passage]
            genoeg = (
                _ZEGT_GENOEG if treffer.niveau == 1.0 and treffer.gewicht > _VEELZEGGEND else _VOOR_TEGENDEEL
            )
            if aandeel_van.get(treffer.passage, 1.0) < _VAN_EEN_ANDER and treffer.gewicht <= _VEELZEGGEND:
                continue
            if treffer.niveau < 1.0 and treffer.passage not in past:
                continue  # a neighbour gives the subject, and nothing else tells that this eis is meant
            if treffer.niveau < 0.75 or scores.get(treffer.passage, 0.0) < genoeg:
                continue
            if (
                treffer.niveau < 1.0
                and len(parts) > 1
                and treffer.passage not in zoeker.zinnen_met(parts[-1])
            ):
                continue  # the telling words stand in the neighbour: that sentence speaks for itself
            if _is_ontkend(passage.tekst, parts) or _doet_een_ander(passage.tekst, tegendeel, parts):
                continue
            if _UITZONDERING.search(fold(eis.samenvatting)) and ontkenning.is_uitzondering(passage.tekst):
                continue  # the eis itself leaves room for such a case
            yield Strijd(
                "tegendeel",
                passage,
                f"zegt het tegendeel van wat de eis vraagt ({eis.onderwerp})",
                0.75 * treffer.niveau,
            )


def _is_ontkend(zin: str, parts: tuple[tuple[str, ...], ...]) -> bool:
    """Does the clause that holds the telling words deny them, or put them in a case that is excluded?"""
    telling = parts[-1]
    own = {word for part in parts for word in part}
    if "zonder" in own:
        return any(
            ontkenning.ontkent(deel) or _NOOIT_ZONDER.search(deel) for deel in ontkenning.zinsdelen(zin)
        )
    if own & {"niet", "geen", "nooit", "niemand", "niets", "pas"}:
        return False
    vorige = ""
    for deel in ontkenning.zinsdelen(zin):
        words = tokenise(deel)
        if all(any(w.startswith(t) for w in words) for t in telling):
            # "geen lening die ongedekt, ongebruikelijk of boven de markt is": the list goes on in a clause
            # of its own, under the denial of the one before.
            rij = "of" in words and not ontkenning.noemt_wie(deel)
            return (
                ontkenning.ontkent(deel)
                or ontkenning.ontkent_nadeel(deel)
                or (rij and ontkenning.heeft_ontkenning(vorige))
            )
        vorige = deel
    return False


_UITZONDERING = re.compile(r"\b(?:uitzondering\w*|uitgezonderd|behalve|tenzij)\b")
_NOOIT_ZONDER = re.compile(
    r"\bzonder\b.{0,90}\b(?:niet|nooit|geen|niemand|niets|evenmin)\b|"
    r"\b(?:niet|nooit|geen|niemand)\b.{0,60}\bzonder\b|\bgeen \w+, geen \w+"
)
_WIJ = re.compile(r"\b(?:wij|we|ons|onze)\b")
_ANDER = re.compile(
    r"\b(?:zodat|opdat|waarna) (?!(?:wij|we)\b)|^\W*(?:die|dat)\b"
    r"|\b(?:de )?(?:toegang|gemeente|opdrachtgever|verwijzer) "
    r"(?:kan|zal|moet|wil|mag|heeft|voert|neemt|krijgt|houdt)\b"
)


def _doet_een_ander(zin: str, term: str, parts: tuple[tuple[str, ...], ...]) -> bool:
    """For an opposite that the bidder itself does ("procesregie voeren wij"): does the clause give it to
    another ("zodat de Toegang de procesregie kan voeren")?"""
    if _WIJ.search(term) is None:
        return False
    for deel in ontkenning.zinsdelen(zin):
        words = tokenise(deel)
        if all(any(w.startswith(t) for w in words) for t in parts[-1]):
            ander = _ANDER.search(deel)
            return ander is not None and _WIJ.search(deel[ander.start() :]) is None
    return False


def _verboden(eis: Eis, zoeker: Zoeker) -> Iterable[Strijd]:
    """A refusal on a ground that the eis forbids, in the sentence or its neighbour."""
    if not eis.verboden:
        return
    for passage in zoeker.passages:
        if ontkenning.weigert(passage.tekst):
            rond = zoeker.alinea(passage.nummer)
        elif ontkenning.stuurt_elders(passage.tekst):
            rond = [passage]
        else:
            continue
        for grond in eis.verboden:
            woorden = {grond, *(w for groep in eis.synoniemen if grond in groep for w in groep)}
            waar = [
                p
                for p in rond
                if (grond == "leeftijd" and p is passage and _noemt_leeftijd(p.tekst))
                or any(p.nummer in zoeker.zinnen_met(part) for w in woorden for part in delen(w))
            ]
            if waar and not any(_sluit_grond_uit(p.tekst) for p in waar):
                yield Strijd("verboden", passage, f"weigert op een verboden grond ({grond})", 0.85)
                break


_VOLWASSEN = 18
_LEEFTIJDSGRENS = re.compile(r"\b(?:onder|boven|tot|vanaf|jonger dan|ouder dan|beneden)(?: (?:de|het))?\s*$")


def _noemt_leeftijd(zin: str) -> bool:
    """Does the sentence draw a line at an age below that of adults ("een kind onder de zes jaar")?"""
    return any(
        (h.soort is Soort.LEEFTIJD and h.waarde < _VOLWASSEN)
        or (
            h.soort is Soort.DUUR
            and h.eenheid == "jaar"
            and 1 <= h.waarde < _VOLWASSEN
            and _LEEFTIJDSGRENS.search(fold(zin[: h.begin])) is not None
        )
        for h in hoeveelheden(zin)
    )


def _sluit_grond_uit(zin: str) -> bool:
    plain = fold(zin)
    return any(
        woord in plain
        for woord in (
            "nooit een",
            "geen rol",
            "geen reden",
            "ongeacht",
            "nooit een reden",
            "speelt geen",
            "maken geen onderscheid",
        )
    )


_GRATIS = ("kosteloos", "kosteloze", "gratis", "vergoeding", "eigen rekening", "zonder kosten", "om niet")


def _kosten(bewijs: Bewijsvoering) -> Iterable[Strijd]:
    """A price on what the eis asks for free."""
    eis = bewijs.eis
    tekst = fold(" ".join([eis.onderwerp, eis.samenvatting, *(o.samenvatting for o in eis.onderdelen)]))
    if not any(woord in tekst for woord in _GRATIS):
        return
    for vondst in bewijs.vondsten:
        if vondst.score >= _VOOR_KOSTEN and ontkenning.vraagt_geld(vondst.passage.tekst):
            yield Strijd("kosten", vondst.passage, "vraagt geld voor iets dat kosteloos moet", 0.75)


_EERST = re.compile(
    r"\b(?:vooraf|voordat|eerst contact|in overleg|overleg\w*|instemming|terstond|onverwijld|betrek\w*)\b"
)


def _te_laat(bewijs: Bewijsvoering) -> Iterable[Strijd]:
    """What the eis wants first or at once, done afterwards or without the others."""
    gevraagd = fold(bewijs.eis.samenvatting)
    if not _EERST.search(gevraagd) or "achteraf" in gevraagd:
        return
    for vondst in bewijs.vondsten:
        if (
            vondst.score >= _VOOR_WEIGERING
            and vondst.onderdelen
            and ontkenning.komt_te_laat(vondst.passage.tekst, eigen_stammen(bewijs.eis))
        ):
            yield Strijd("weigering", vondst.passage, "doet dit achteraf of zonder overleg", 0.6)


_VOLGORDE = re.compile(
    r"\b(?:(?:pas|alleen) (?:met|als|na|nadat|wanneer|vanaf)|begint pas"
    r"|niet (?:zonder|voordat|eerder)|voordat)\b"
)


def _te_vroeg(bewijs: Bewijsvoering) -> Iterable[Strijd]:
    """What the eis lets begin only after something, begun without waiting for it."""
    eis = bewijs.eis
    gevraagd = fold(" ".join([eis.samenvatting, *(o.samenvatting for o in eis.onderdelen if o.verplicht)]))
    if not _VOLGORDE.search(gevraagd):
        return
    for vondst in bewijs.vondsten:
        if (
            vondst.score >= _VOOR_WEIGERING
            and vondst.aandeel > 0.9
            and vondst.toont
            and ontkenning.wacht_niet_af(vondst.passage.tekst)
        ):
            yield Strijd("weigering", vondst.passage, "begint voordat er is waarop gewacht moet worden", 0.65)


def _teruggenomen(bewijs: Bewijsvoering) -> Iterable[Strijd]:
    """A footnote that takes part of a promise back, where the eis names no such exception."""
    eis = bewijs.eis
    gevraagd = _stammen(eis.samenvatting)
    shown = {v.passage.nummer for v in bewijs.vondsten if v.toont and v.score >= OVER_DE_EIS}
    for vondst in bewijs.vondsten:
        noot = vondst.passage
        if noot.noot_bij not in shown or not ontkenning.neemt_terug(noot.tekst):
            continue
        if not _stammen(noot.tekst) & gevraagd:
            yield Strijd("voorbehoud", noot, "neemt in een voetnoot een deel van de toezegging terug", 0.8)


def _stammen(tekst: str) -> frozenset[str]:
    return frozenset(s for s in stems(tekst) if len(s) >= _LANGE_STAM and s not in _GEWONE_STAMMEN)


_LANGE_STAM = 5
_GEWONE_STAMMEN = frozenset(
    stem(woord) for woord in ("behoudens", "behalve", "uitzondering", "behandeling", "jeugdige", "jeugdigen")
)

_GAAT_DOOR = re.compile(
    r"\b(?:blij\w+|niet beeindig\w*|beeindig\w*|voortzet\w*|totdat|tot een|overdra\w*|continuiteit"
    r"|eindigt niet|alleen stoppen)\b"
)


def _weigeringen(bewijs: Bewijsvoering) -> Iterable[Strijd]:
    """A sub-element that the bid denies in so many words."""
    eis = bewijs.eis
    for vondst in bewijs.vondsten:
        if (
            vondst.score >= _VOOR_EINDE
            and vondst.aandeel > 0.8
            and _GAAT_DOOR.search(fold(eis.samenvatting))
            and ontkenning.eindigt_toch(vondst.passage.tekst)
        ):
            yield Strijd("weigering", vondst.passage, "laat de hulp eindigen voordat dat mag", 0.6)
        if vondst.score < _VOOR_WEIGERING:
            continue
        for onderdeel in eis.onderdelen:
            treffer = vondst.onderdelen.get(onderdeel.sleutel)
            heel = treffer is not None and treffer.niveau == 1.0
            if heel and onderdeel.verplicht and _ontkent_onderdeel(vondst, onderdeel):
                wat = onderdeel.samenvatting.rstrip(".")
                yield Strijd("weigering", vondst.passage, f"zegt dit niet te doen: {wat}", 0.65)
                break


def _zonder_samenstelling(words: list[str]) -> list[str]:
    """The words without a long one right after "geen": "geen klachtenlijst" denies a list, no klacht."""
    return [
        word
        for vorige, word in zip(["", *words], words, strict=False)
        if vorige != "geen" or len(word) <= _EIGEN_WOORD
    ]


# A single word of this length names the thing itself: "vertrouwenspersoon".
_EIGEN_WOORD = 10
_ZELF_ONTKENNEND = {
    "niet",
    "geen",
    "nooit",
    "zonder",
    "alleen",
    "uitsluitend",
    "weiger",
    "voorkomen",
    "behoudens",
    "oneens",
    "reden",
}


def _ontkent_onderdeel(vondst: Vondst, onderdeel: Onderdeel) -> bool:
    """Does a main clause deny all words of a term? A sub-element that itself says what not to do is kept by
    a denial, not broken."""
    if _ZELF_ONTKENNEND & set(tokenise(onderdeel.samenvatting)):
        return False
    for deel in ontkenning.ontkende_delen(vondst.passage.tekst):
        words = _zonder_samenstelling(tokenise(deel))
        for term in (vorm for eigen in onderdeel.termen for vorm in varianten(eigen)):
            parts = delen(term)
            flat = [word for part in parts for word in part]
            alleen = len(flat) == 1 and len(flat[0]) >= _EIGEN_WOORD and onderdeel.sleutel == "kern"
            if (len(flat) > 1 or alleen) and all(any(w.startswith(t) for w in words) for t in flat):
                return True
    return False
