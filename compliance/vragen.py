"""Questions to put to a bidder, within what §4.1.4 allows: explain, complete, mend a slip; not change.

A knock-out that no explanation can take away gives no question; a person decides what is asked.
"""

from dataclasses import dataclass
from typing import Literal

from compliance.namen import SOORTNAMEN
from compliance.rapport import Bevinding, Bewijs, EisOordeel, Rapport, StukOordeel
from compliance.tekst import opsomming
from knowledge.catalogue.models import Tender

VINDPLAATS = "§4.1.4"
PERCELEN_ZONDER_HERKANSING = frozenset({4})
"""Percelen for which a bid that fell out may not be handed in once more (§4.1.4)."""

_VERDUIDELIJK = {
    "deels": "U beschrijft dit voor een deel. Waar staat het overige, of hoe vult u het in?",
    "strijdig": "Deze woorden lijken anders dan de eis vraagt. Hoe moeten wij ze lezen?",
    "ontbreekt": "Wij vinden hierover niets in uw inschrijving. Waar staat het, of hoe vult u het in?",
    "verklaard": "U verklaart hieraan te voldoen. Waar staat in uw inschrijving hoe u dit doet?",
    "aangetoond": "Wilt u toelichten hoe wij dit moeten lezen?",
}
_HERSTEL = {
    "ontbreekt": "Wij vinden dit stuk niet. Wilt u het nasturen, of aanwijzen waar het staat?",
    "onvolledig": "In dit stuk lijkt iets te ontbreken. Wilt u het aanvullen?",
    "verlopen": "Dit stuk lijkt te oud of niet meer geldig. Heeft u een exemplaar dat op de peildatum gold?",
}


_GEEN_VRAAG = frozenset({"te_laat"})
"""Kinds of findings that no explanation takes away."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """`sleutel`: what it is about, "eis-12", "stuk-uea" or "bevinding-3" (counted from 1). `soort`:
    verduidelijking (how to read it) or aanvulling (a document to send). `aanleiding`: what was found, for
    the assessor; `tekst`: what the bidder reads."""

    sleutel: str
    soort: Literal["verduidelijking", "aanvulling"]
    onderwerp: str
    tekst: str
    aanleiding: str
    bewijs: tuple[Bewijs, ...] = ()


def vragen_aan_inschrijver(rapport: Rapport, tender: Tender) -> tuple[Vraag, ...]:
    """A draft list, documents first. Eisen that are only declared ask nothing: a declaration is allowed."""
    return (
        *(_over_stuk(s, tender) for s in rapport.stukken if s.status in _HERSTEL),
        *(_over_eis(o, tender) for o in rapport.eisen if o.status in ("deels", "strijdig", "ontbreekt")),
        *(
            _over_bevinding(nummer, b)
            for nummer, b in enumerate(rapport.bevindingen, 1)
            if b.soort == "tegenstrijdig"
        ),
    )


def vraag_over(rapport: Rapport, tender: Tender, sleutel: str) -> Vraag | None:
    """The draft question about any one point of a report; None where nothing may be asked, or no such
    point is."""
    soort, _, naam = sleutel.partition("-")
    match soort:
        case "eis":
            eisen = (o for o in rapport.eisen if o.id == naam and o.status in _VERDUIDELIJK)
            return next((_over_eis(o, tender) for o in eisen), None)
        case "stuk":
            stukken = (s for s in rapport.stukken if s.sleutel == naam and s.status in _HERSTEL)
            return next((_over_stuk(s, tender) for s in stukken), None)
        case "bevinding":
            bevindingen = (
                (nummer, b)
                for nummer, b in enumerate(rapport.bevindingen, 1)
                if str(nummer) == naam and b.soort not in _GEEN_VRAAG
            )
            return next((_over_bevinding(nummer, b) for nummer, b in bevindingen), None)
    return None


def _over_stuk(oordeel: StukOordeel, tender: Tender) -> Vraag:
    naam = next((stuk.naam for stuk in tender.stukken if stuk.sleutel == oordeel.sleutel), oordeel.sleutel)
    return Vraag(f"stuk-{oordeel.sleutel}", "aanvulling", naam, _HERSTEL[oordeel.status], oordeel.toelichting)


def _over_eis(oordeel: EisOordeel, tender: Tender) -> Vraag:
    eis = next((eis for eis in tender.eisen if eis.id == oordeel.id), None)
    return Vraag(
        f"eis-{oordeel.id}",
        "verduidelijking",
        f"Eis {oordeel.id}" + (f": {eis.onderwerp}" if eis else ""),
        _VERDUIDELIJK[oordeel.status],
        oordeel.toelichting,
        oordeel.bewijs[:3],
    )


def _over_bevinding(nummer: int, bevinding: Bevinding) -> Vraag:
    if bevinding.soort == "tegenstrijdig":
        onderwerp = "Tegenstrijdige gegevens"
        waar = opsomming(dict.fromkeys(b.bestand for b in bevinding.bewijs)) or "uw stukken"
        tekst = f"Wat u schrijft in {waar} lijkt elkaar tegen te spreken. Wat geldt?"
    else:
        onderwerp = SOORTNAMEN[bevinding.soort]
        tekst = "Wilt u toelichten hoe wij deze plaats in uw inschrijving moeten lezen?"
    return Vraag(
        f"bevinding-{nummer}",
        "verduidelijking",
        onderwerp,
        tekst,
        bevinding.toelichting,
        bevinding.bewijs[:3],
    )
