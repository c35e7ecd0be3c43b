"""What the form says of the organisation itself, as the conditions of §5.6 ask it: cao, omzet, people."""

import re
from collections.abc import Iterator

from compliance.bewijs import bewijs
from compliance.dossier import Dossier
from compliance.formulier import velden, zichtbaar
from compliance.rapport import Bewijs
from knowledge.text.hoeveelheid import Soort
from knowledge.text.normalise import fold
from knowledge.text.quantities import read_quantities

_CAO = re.compile(
    r"^(?:\d+\W+)?(?:toepasselijke |van toepassing zijnde )?cao\b|valt onder (?:de )?cao|"
    r"valt (?:het personeel|de organisatie) onder"
)
_CAO_NAAM = re.compile(
    r"\bcao[ -]?(?:voor de |de )?(jeugdzorg|gehandicaptenzorg|ggz|geestelijke gezondheidszorg|"
    r"sociaal werk|welzijn|vvt|ziekenhuizen|kinderopvang)|(jeugdzorg|gehandicaptenzorg|ggz|"
    r"sociaal werk)[ -]cao|^(jeugdzorg|gehandicaptenzorg|ggz|geestelijke gezondheidszorg|"
    r"sociaal werk|vvt)\b"
)
_ANDERE_NAAM = {"geestelijke gezondheidszorg": "ggz"}
_OMZET = re.compile(r"omzet[^|]{0,60}jeugdwet|jeugdwet[^|]{0,60}omzet|landelijke omzet|jeugdhulp-?omzet")
_TG = re.compile(r"\b(?:tg|tariefgroep)\s*([1-7])\b")


def lees_cao(dossier: Dossier) -> list[tuple[str, Bewijs]]:
    """The cao's that are named: "jeugdzorg", "gehandicaptenzorg", "ggz", or another."""
    return [
        (_ANDERE_NAAM.get(naam, naam), bewijs(veld.document, veld.blok))
        for veld in velden(dossier.documenten("invulsjabloon", "uea"), _CAO)
        for groepen in _CAO_NAAM.findall(fold(f"cao {veld.waarde}") + "\n" + fold(veld.waarde))
        for naam in groepen
        if naam
    ]


def lees_omzet(dossier: Dossier) -> tuple[float, Bewijs] | None:
    """The turnover from the Jeugdwet, in euro."""
    for veld in velden(dossier.documenten("invulsjabloon"), _OMZET):
        bedragen = [
            h.waarde for h in read_quantities(veld.waarde) if h.soort is Soort.BEDRAG and h.waarde > 1000
        ]
        if bedragen:
            return float(max(bedragen)), bewijs(veld.document, veld.blok)
    return None


def lees_fte(dossier: Dossier) -> tuple[dict[int, float], Bewijs] | None:
    """Fte by tariefgroep: the row under TG1..TG7. None without such a row that is filled in."""
    for rij, gevonden in _fterijen(dossier):
        if any(rij.values()):
            return rij, gevonden
    return None


def _fterijen(dossier: Dossier) -> Iterator[tuple[dict[int, float], Bewijs]]:
    for document in dossier.documenten("invulsjabloon"):
        kop: tuple[str, ...] = ()
        for blok in zichtbaar(document):
            nummers = {
                k: int(m.group(1))
                for k, cel in enumerate(blok.cellen)
                if len(cel) < 20 and (m := _TG.search(fold(cel)))
            }
            if len(nummers) >= 5:
                kop = blok.cellen
                continue
            if not kop or len(blok.cellen) < len(kop):
                continue
            kolommen = {k: int(m.group(1)) for k, cel in enumerate(kop) if (m := _TG.search(fold(cel)))}
            yield (
                {n: _getal(blok.cellen[k]) for k, n in kolommen.items() if k < len(blok.cellen)},
                bewijs(document, blok),
            )
            if any(_getal(blok.cellen[k]) for k in kolommen if k < len(blok.cellen)):
                return
            kop = ()


def _getal(cel: str) -> float:
    found = re.search(r"\d+(?:[.,]\d+)?", cel)
    return float(found.group().replace(",", ".")) if found else 0.0
