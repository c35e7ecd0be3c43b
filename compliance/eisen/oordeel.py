"""The proposed status of each eis, and the findings that follow from reading them together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from compliance.bewijs import bewijs as als_bewijs
from compliance.eisen.akkoord import akkoordverklaring
from compliance.eisen.bevindingen import tegenstrijdig, voorbehouden
from compliance.eisen.bewijs import Bewijsvoering, Bewijszoeker
from compliance.eisen.citaten import citaten
from compliance.eisen.normen import hoeveelheden, norm_in_woorden
from compliance.eisen.passages import Passage, Vinkje, passages
from compliance.eisen.strijd import Normbeeld, normbeelden, strijdigheden
from compliance.eisen.strijdpunt import Strijd
from compliance.eisen.zekerheid import lees_ijking
from compliance.inschrijving import Inschrijving
from compliance.rapport import Bevinding, Bewijs, EisOordeel
from knowledge.catalogue.models import Eis, Norm, Onderdeel, Tender
from knowledge.text.hoeveelheid import DAGEN_PER, Hoeveelheid, conflicts
from knowledge.text.tokens import stem, stems
from knowledge.text.words import ALGEMEEN

_KERN = "kern"
_WEINIG = 3
_ALGEMEEN = frozenset(stem(woord) for woord in ALGEMEEN)


@dataclass(frozen=True, slots=True)
class _Omgeving:
    """What all eisen share while one bid is judged."""

    zoeker: Bewijszoeker
    akkoord: Bewijs | None
    vinkjes: dict[str, Vinkje]


def judge_eisen(
    inschrijving: Inschrijving, tender: Tender, *, geijkt: bool = True, alleen: str | None = None
) -> tuple[tuple[EisOordeel, ...], tuple[Bevinding, ...]]:
    """Judge every eis of the tender on the words of the bid.

    Returns one EisOordeel per eis in the tender's order, and the findings `voorbehoud` (§4.1.5) and
    `tegenstrijdig` (two documents that say different things about one norm). `geijkt` False leaves the
    zekerheid as the judges' own signal, from which the calibration is made. `alleen`: the id of the one
    eis to judge; its judgement is the same as among all, and made much sooner.
    """
    zinnen, vinkjes = passages(inschrijving)
    van_toepassing = {e.id for e in tender.eisen_voor(inschrijving.percelen, inschrijving.vormen)}
    omgeving = _Omgeving(
        Bewijszoeker(zinnen, [e for e in tender.eisen if _speelt_mee(e, inschrijving, tender)]),
        akkoordverklaring(inschrijving),
        {v.eis: v for v in vinkjes},
    )
    oordelen: list[EisOordeel] = []
    bevindingen: list[Bevinding] = []
    noten: list[Passage] = []
    for eis in tender.eisen if alleen is None else (tender.eis(alleen),):
        if eis.id not in van_toepassing:
            oordelen.append(_niet_van_toepassing(eis, inschrijving))
            continue
        gevonden = omgeving.zoeker.zoek(eis)
        beelden = normbeelden(gevonden, omgeving.zoeker.zoeker)
        strijd = strijdigheden(gevonden, omgeving.zoeker.zoeker, beelden, _ingang(tender))
        oordelen.append(_oordeel(gevonden, beelden, strijd, omgeving))
        noten += [s.passage for s in strijd if s.soort == "voorbehoud" and s.passage.noot_bij >= 0]
        bevindingen += tegenstrijdig(eis, beelden, zinnen)
    if geijkt:
        ijking = lees_ijking()
        oordelen = [
            o.model_copy(update={"zekerheid": ijking.zekerheid(o.status, o.zekerheid)}) for o in oordelen
        ]
    return tuple(oordelen), (*voorbehouden(zinnen, noten, omgeving.akkoord), *bevindingen)


def _ingang(tender: Tender) -> date:
    """The day on which the contract starts; the closing date where the planning does not name it."""
    return next((m.datum for m in tender.planning if m.id == "ingang"), tender.sluiting)


def _speelt_mee(eis: Eis, inschrijving: Inschrijving, tender: Tender) -> bool:
    """Can a passage of this bid be about this eis? Also those on which the client acts: a sentence about
    indexation is about eis 34, and so not about another."""
    return eis.adressaat != "VERVALLEN" and tender.raakt(eis, inschrijving.percelen, inschrijving.vormen)


def _niet_van_toepassing(eis: Eis, inschrijving: Inschrijving) -> EisOordeel:
    if eis.adressaat == "VERVALLEN":
        reden = "Deze eis is vervallen."
    elif eis.adressaat == "OG":
        reden = "Hier moet de opdrachtgever iets doen, niet de inschrijver."
    elif not inschrijving.percelen:
        reden = (
            "Deze eis geldt niet voor elk perceel, en de percelen van deze inschrijving zijn niet gevonden."
        )
    elif not inschrijving.percelen & set(eis.percelen):
        reden = "Deze eis hoort niet bij de percelen van deze inschrijving."
    else:
        reden = f"Deze eis geldt alleen voor {' en '.join(eis.vormen)}."
    return EisOordeel(id=eis.id, status="nvt", toelichting=reden, zekerheid=0.97)


def _oordeel(
    gevonden: Bewijsvoering, beelden: list[Normbeeld], strijd: list[Strijd], omgeving: _Omgeving
) -> EisOordeel:
    eis = gevonden.eis
    vinkje = omgeving.vinkjes.get(eis.id)
    if vinkje and not vinkje.akkoord and not gevonden.behandeld:
        bewijs = (als_bewijs(vinkje.document, vinkje.blok),)
        return EisOordeel(
            id=eis.id, status="strijdig", bewijs=bewijs, zekerheid=0.8,
            toelichting="De inschrijver geeft aan niet akkoord te gaan met deze eis.",
        )  # fmt: skip
    if strijd and (gevonden.behandeld or _spreekt_voor_zich(gevonden, strijd[0])):
        return _strijdig(gevonden, strijd)
    if gevonden.behandeld:
        return _behandeld(gevonden, beelden)
    if vinkje and vinkje.akkoord:
        bewijs = (als_bewijs(vinkje.document, vinkje.blok),)
        return EisOordeel(
            id=eis.id, status="verklaard", bewijs=bewijs, zekerheid=0.7,
            toelichting="De inschrijver zegt akkoord te zijn, zonder te zeggen hoe.",
        )  # fmt: skip
    zekerheid = round(0.95 - 0.3 * min(gevonden.score / 18.0, 1.0), 2)
    if omgeving.akkoord:
        return EisOordeel(
            id=eis.id, status="verklaard", bewijs=(omgeving.akkoord,), zekerheid=zekerheid,
            toelichting="Niet apart beschreven; de inschrijver gaat onvoorwaardelijk akkoord met alle eisen.",
        )  # fmt: skip
    return EisOordeel(
        id=eis.id, status="ontbreekt", zekerheid=zekerheid,
        toelichting="Niet gevonden in de stukken, en er is geen algemene akkoordverklaring.",
    )  # fmt: skip


_VOOR_ZICH = 9.0


def _spreekt_voor_zich(gevonden: Bewijsvoering, strijd: Strijd) -> bool:
    """A clash tells that the eis is addressed, when its sentence fits no other eis better."""
    if strijd.soort in ("verboden", "voorbehoud"):
        return True
    return any(
        v.passage is strijd.passage
        and v.score >= _VOOR_ZICH
        and v.aandeel > (0.7 if strijd.soort == "norm" and v.toont_zelf else 0.8)
        for v in gevonden.vondsten
    )


def _strijdig(gevonden: Bewijsvoering, strijd: list[Strijd]) -> EisOordeel:
    eerst = strijd[0]
    bewijs = citaten([s.passage for s in strijd] + [v.passage for v in gevonden.dragend])
    toelichting = f"In strijd met de eis: de inschrijving {eerst.uitleg}."
    return EisOordeel(
        id=gevonden.eis.id, status="strijdig", bewijs=bewijs, toelichting=toelichting,
        zekerheid=round(min(eerst.zekerheid, 0.9), 2),
    )  # fmt: skip


def _behandeld(gevonden: Bewijsvoering, beelden: list[Normbeeld]) -> EisOordeel:
    eis = gevonden.eis
    bewijs = citaten(_dekking(gevonden))
    ontbreekt = ontbrekende_onderdelen(gevonden, [b.norm for b in beelden if b.gehaald])
    ontbreekt += [
        f"{beeld.norm.grootheid} ({norm_in_woorden(beeld.norm)})"
        for beeld in beelden
        if beeld.norm in eis.normen and _norm_ontbreekt(beeld)
    ]
    sterkte = min(gevonden.score / 40.0, 1.0)
    if ontbreekt:
        wat = "; ".join(tekst.rstrip(".") for tekst in ontbreekt)
        return EisOordeel(
            id=eis.id, status="deels", bewijs=bewijs, toelichting=f"Niet gevonden: {wat}.",
            zekerheid=round(0.45 + 0.15 * sterkte, 2),
        )  # fmt: skip
    return EisOordeel(
        id=eis.id, status="aangetoond", bewijs=bewijs,
        toelichting="Alle onderdelen van de eis zijn in de stukken gevonden.",
        zekerheid=round(0.6 + 0.3 * sterkte, 2),
    )  # fmt: skip


def ontbrekende_onderdelen(gevonden: Bewijsvoering, gehaald: Iterable[Norm] = ()) -> list[str]:
    """Summaries of the demanded sub-elements that no passage about the eis shows. One that is no more than a
    term ("within six weeks") is shown by a quantity that keeps its norm (`gehaald`).

    That the eis is addressed shows its core, unless no word of the core's own is found around it. With many
    sub-elements the core is their sum.
    """
    verplicht = [o for o in gevonden.eis.onderdelen if o.verplicht]
    if len(verplicht) < 2:
        return []
    kern_telt = len(verplicht) <= _WEINIG
    tekst = stems_in(f"{v.passage.tekst} {v.passage.kop}" for v in gevonden.dragend)
    return [
        o.samenvatting
        for o in verplicht
        if o.sleutel not in gevonden.getoond
        and not any(_zegt_norm(o, norm) for norm in gehaald)
        and (o.sleutel != _KERN or (kern_telt and not _eigen_woorden(o, verplicht) & tekst))
    ]


def _zegt_norm(onderdeel: Onderdeel, norm: Norm) -> bool:
    """Does the summary of this sub-element name the very quantity of the norm?"""
    return any(
        conflicts(norm, h) is False and _zelfde_waarde(norm, h) for h in hoeveelheden(onderdeel.samenvatting)
    )


def _zelfde_waarde(norm: Norm, h: Hoeveelheid) -> bool:
    if h.datum is not None:
        return norm.waarde == f"{h.datum.maand:02}-{h.datum.dag:02}"
    if h.eenheid == "keer per jaar":
        return norm.eenheid.startswith("keer per")
    return h.eenheid == norm.eenheid and float(norm.waarde) == h.waarde


def stems_in(teksten: Iterable[str]) -> frozenset[str]:
    """All stems of some texts."""
    return frozenset(stem for tekst in teksten for stem in stems(tekst))


def _eigen_woorden(onderdeel: Onderdeel, andere: list[Onderdeel]) -> frozenset[str]:
    """The telling words of a sub-element and its terms that the others do not share."""
    gedeeld = stems_in(_woorden(o) for o in andere if o is not onderdeel)
    return stems_in([_woorden(onderdeel)]) - gedeeld - _ALGEMEEN


def _woorden(onderdeel: Onderdeel) -> str:
    return " ".join([onderdeel.samenvatting, *onderdeel.termen]).replace("+", " ")


_VAN_DE_ANDER = re.compile(r"\bdoor (?:de )?(?:gemeente|opdrachtgever|toegang)", re.IGNORECASE)
_TERMIJNEN = frozenset({"hoogstens", "minstens", "uiterlijk"})


def _norm_ontbreekt(beeld: Normbeeld) -> bool:
    """Is this a term that the bidder must name, and does no passage about the eis name it?

    Dates in one year and bounds that only set a case ("vanaf 18 jaar", "meer dan € 8.000") are not the
    bidder's to repeat.
    """
    norm = beeld.norm
    if _VAN_DE_ANDER.search(norm.grootheid):
        return False
    eens_per_jaar = norm.eenheid == "datum" and norm.waarde.count("-") == 1
    termijn = norm.eenheid in DAGEN_PER or norm.eenheid.startswith("keer per") or eens_per_jaar
    leeftijd = norm.eenheid == "leeftijd in jaren"
    return (
        norm.vergelijking in _TERMIJNEN and (termijn or leeftijd) and not beeld.genoemd and not beeld.gehaald
    )


def _dekking(gevonden: Bewijsvoering) -> list[Passage]:
    """The passages that together show the most: the best one, then those that add a sub-element."""
    gekozen: list[Passage] = []
    gezien: set[str] = set()
    for vondst in gevonden.dragend:
        if not gekozen or set(vondst.onderdelen) - gezien:
            gekozen.append(vondst.passage)
            gezien |= set(vondst.onderdelen)
    return gekozen + [v.passage for v in gevonden.dragend]
