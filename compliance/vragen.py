"""Questions to put to a bidder, within what §4.1.4 allows: explain, complete, mend a slip; not change.

A knock-out that no explanation can take away gives no question; a person decides what is asked.
"""

from dataclasses import dataclass
from typing import Literal

from compliance.rapport import Bewijs, Rapport
from compliance.tekst import opsomming
from knowledge.catalogue.models import Tender

VINDPLAATS = "§4.1.4"

_VERDUIDELIJK = {
    "deels": "U beschrijft dit voor een deel. Waar staat het overige, of hoe vult u het in?",
    "strijdig": "Deze woorden lijken anders dan de eis vraagt. Hoe moeten wij ze lezen?",
    "ontbreekt": "Wij vinden hierover niets in uw inschrijving. Waar staat het, of hoe vult u het in?",
}
_HERSTEL = {
    "ontbreekt": "Wij vinden dit stuk niet. Wilt u het nasturen, of aanwijzen waar het staat?",
    "onvolledig": "In dit stuk lijkt iets te ontbreken. Wilt u het aanvullen?",
    "verlopen": "Dit stuk lijkt te oud of niet meer geldig. Heeft u een exemplaar dat op de peildatum gold?",
}


@dataclass(frozen=True, slots=True)
class Vraag:
    """`soort`: verduidelijking (how to read it) or aanvulling (a document to send). `aanleiding`: what was
    found, for the assessor; `tekst`: what the bidder reads."""

    soort: Literal["verduidelijking", "aanvulling"]
    onderwerp: str
    tekst: str
    aanleiding: str
    bewijs: tuple[Bewijs, ...] = ()


def vragen_aan_inschrijver(rapport: Rapport, tender: Tender) -> tuple[Vraag, ...]:
    """A draft list, documents first. Eisen that are only declared ask nothing: a declaration is allowed."""
    stukken = {stuk.sleutel: stuk.naam for stuk in tender.stukken}
    eisen = {eis.id: eis for eis in tender.eisen}
    vragen = [
        Vraag("aanvulling", stukken.get(s.sleutel, s.sleutel), _HERSTEL[s.status], s.toelichting)
        for s in rapport.stukken
        if s.status in _HERSTEL
    ]
    for oordeel in rapport.eisen:
        if oordeel.status not in _VERDUIDELIJK:
            continue
        eis = eisen.get(oordeel.id)
        onderwerp = f"Eis {oordeel.id}" + (f": {eis.onderwerp}" if eis else "")
        vragen.append(
            Vraag(
                "verduidelijking",
                onderwerp,
                _VERDUIDELIJK[oordeel.status],
                oordeel.toelichting,
                oordeel.bewijs[:3],
            )
        )
    vragen += [
        Vraag(
            "verduidelijking",
            "Tegenstrijdige gegevens",
            f"Wat u schrijft in {opsomming(dict.fromkeys(w.bestand for w in b.bewijs)) or 'uw stukken'} "
            "lijkt elkaar tegen te spreken. Wat geldt?",
            b.toelichting,
            b.bewijs[:3],
        )
        for b in rapport.bevindingen
        if b.soort == "tegenstrijdig"
    ]
    return tuple(vragen)
