"""The groups of a filled-in rekentool (bijlagen VIII, IX and X, in any lay-out) as input of our own."""

import re
from decimal import Decimal
from typing import Any

from knowledge.calculators.intensiteit.invoer import GROEPSAANBOD
from knowledge.calculators.intensiteit.kenmerken import is_crisisgroep, is_odc_kdc, vorm_in
from knowledge.calculators.intensiteit.rekenblad import (
    ZEGT_TELT_NIET,
    Groep,
    Urenregel,
    gelijk,
    lees_rekentool,
    regels_en_totaal,
)
from knowledge.calculators.intensiteit.roosteruren import soort_uren, telt_mee
from knowledge.documents import Blok, Document
from knowledge.errors import InvoerFout
from knowledge.text.normalise import fold


def groepen_in(document: Document) -> list[dict[str, Any]]:
    """Input for each group of the sheets, in their order; none when there are no groups.

    Hours stand there as the sheet gives them, also those that do not count: the rekentool leaves these out
    itself. InvoerFout, with sheet and row, when the hours do not add up to the total.
    """
    return [_groep(groep) for groep in lees_rekentool(document)]


def _groep(groep: Groep) -> dict[str, Any]:
    getallen = groep.getallen
    own = f"{groep.naam} {groep.vorm}"
    found: dict[str, Any] = {"plaatsen": _exact(getallen["plaatsen"])}
    if groep.naam:
        found["groep"] = groep.naam
    if "openingsuren" in getallen:
        found |= {"vorm": GROEPSAANBOD, "openingsuren": _exact(getallen["openingsuren"])}
        if is_odc_kdc(own):
            found["odc_kdc"] = True
    else:
        if vorm := vorm_in(f"{own} {groep.blok.tabel}") or _vorm_van_blad(groep):
            found["vorm"] = vorm
        if is_crisisgroep(own):
            found["crisisgroep"] = True
        share = getallen.get("bezetting") or getallen.get("effectief", 0.0) / getallen["plaatsen"]
        if share:
            found["bezettingsgraad"] = round(_exact(share) * 100, 4)
    found["uren"] = _uren(groep, found)
    return found


def _vorm_van_blad(groep: Groep) -> str:
    """A sheet for gezinshuizen says so in its title, not at each of its groups."""
    titles = [b.tekst for b in groep.document.blokken if len([c for c in b.cellen if c.strip()]) == 1]
    if any("gezinshuis" in fold(title) for title in titles):
        return "gezinshuis"  # bijlage X is for a zorgboerderij as well, and reckons the same for both
    return "zorgboerderij" if any(vorm_in(title) == "zorgboerderij" for title in titles) else ""


def _uren(groep: Groep, gegevens: dict[str, Any]) -> list[dict[str, Any]]:
    def counts(regel: Urenregel) -> bool:
        return telt_mee(
            soort_uren(regel.naam),
            groepsaanbod=gegevens.get("vorm") == GROEPSAANBOD,
            driemilieu=gegevens.get("vorm") == "driemilieu",
            alle_betrokkenen=gegevens.get("odc_kdc", False),
        )

    regels, totaal = regels_en_totaal(groep, counts)
    if not regels and totaal is not None:
        return [{"functie": "Netto roosteruren", "uren": _exact(totaal)}]
    said = [r for r in regels if not ZEGT_TELT_NIET.search(fold(r.naam))]
    sums = [sum(r.uren for r in rows) for rows in (regels, said, [r for r in said if counts(r)])]
    if totaal is not None and not any(gelijk(totaal, som) for som in sums):
        place = groep.blokken.get("totaal", groep.blok)
        raise InvoerFout(
            f"{groep.document.bestand}, blad {place.tabel}, rij {_rij(place)}: het totaal van de uren van "
            f"{groep.naam or 'deze groep'} is niet de som van de regels erboven."
        )
    return [_regel(r, counts(r) and r not in said) for r in regels]


def _regel(regel: Urenregel, buiten: bool) -> dict[str, Any]:
    """`buiten`: the sheet itself leaves out hours that might have counted by their name."""
    row = {"functie": regel.naam, "uren": _exact(regel.uren)}
    return row | ({"soort": "overig"} if buiten else {})


def _rij(blok: Blok) -> str:
    return re.sub(r"\D", "", blok.plaats) or "onbekend"


def _exact(waarde: float) -> Decimal:
    """A cell's number as it is written; a sum of cells without the noise of binary fractions."""
    return Decimal(int(waarde)) if waarde.is_integer() else round(Decimal(str(waarde)), 9).normalize()
