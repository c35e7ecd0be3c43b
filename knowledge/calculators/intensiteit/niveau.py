"""The level that belongs to a begeleidingsintensiteit, told with its sum, its band and its doubts."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any

from knowledge.calculators.getal import als_getal, euro, getal
from knowledge.calculators.intensiteit.banden import Ligging, decimalen, ligging
from knowledge.calculators.tarief import band
from knowledge.calculators.uitkomst import Stap
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Intensiteit
from knowledge.errors import InvoerFout

_EENHEDEN = {
    "groepsaanbod": "uren per openingsuur per jeugdige",
    "verblijf": "uren per jeugdige per etmaal",
}


@dataclass(frozen=True, slots=True)
class Niveau:
    ligging: Ligging
    antwoord: str
    stappen: tuple[Stap, ...]
    opmerkingen: tuple[str, ...]
    waarden: dict[str, Any]


def bepaal_niveau(tender: Tender, banden: tuple[Intensiteit, ...], waarde: Fraction, som: str) -> Niveau:
    """The level for an exact intensity. `banden` from low to high; `som`: the sum it came from, in words."""
    if not banden:
        raise InvoerFout("Deze aanbesteding heeft geen intensiteiten met een bandbreedte.")
    soort, place = banden[0].soort, banden[0].vindplaats
    places = decimalen(banden)
    found = ligging(waarde, banden)
    shown = _toon(waarde, places)
    eenheid = _EENHEDEN[soort]
    enige = found.banden[0] if found.soort == "binnen" else _volgens_voorbeeld(found, waarde)
    return Niveau(
        ligging=found,
        antwoord=f"De begeleidingsintensiteit is {shown} {eenheid}. {_oordeel(found, enige)}",
        stappen=(
            Stap("Begeleidingsintensiteit", som, shown, place),
            Stap(f"Plaats in de tabel ({_bandtekst(found)})", "", _kort_oordeel(found), place),
        ),
        opmerkingen=tuple(_opmerkingen(tender, soort, banden, waarde, found)),
        waarden={
            "intensiteit": als_getal(waarde),
            "eenheid": eenheid,
            "ligging": found.soort,
            "niveau": enige.code if enige else None,
            "niveaus": list(found.codes),
            "banden": [{"code": b.code, "band": band(b)} for b in found.banden],
            "tarief": enige.tarief if enige else None,
            "tariefeenheid": banden[0].eenheid,
        },
    )


def _toon(waarde: Fraction, places: int) -> str:
    """Rounded as the table is; the number itself beside it where that differs: "4,1 (onafgerond 4,135)"."""
    number = als_getal(waarde)
    rounded = getal(number, places)
    more = getal(number, places + 2)
    return (
        rounded
        if more.rstrip("0").rstrip(",") == rounded.rstrip("0").rstrip(",")
        else (f"{rounded} (onafgerond {more.rstrip('0')})")
    )


def _volgens_voorbeeld(found: Ligging, waarde: Fraction) -> Intensiteit | None:
    """On a bound that two bands claim: the one in which the document's own example puts this value."""
    if found.soort != "grens":
        return None
    return next((b for b in found.banden if b.rekenvoorbeeld and Fraction(b.rekenvoorbeeld) == waarde), None)


def _oordeel(found: Ligging, enige: Intensiteit | None) -> str:
    names = [f"{b.naam} ({band(b)})" for b in found.banden]
    match found.soort:
        case "binnen":
            level = found.banden[0]
            return f"Dat is {names[0]}: {euro(level.tarief)} per {level.eenheid}."
        case "grens":
            begin = f"Dat is precies de grens van {' en '.join(names)}."
            if enige is not None:
                return (
                    f"{begin} Het rekenvoorbeeld deelt dit getal in bij {enige.naam} "
                    f"({euro(enige.tarief)} per {enige.eenheid}); overleg bij twijfel met de opdrachtgever."
                )
            return f"{begin} De tabel kiest niet: overleg met de opdrachtgever welke van de twee geldt."
        case "tussen":
            return (
                f"Dat ligt tussen {' en '.join(names)}. Overleg met de opdrachtgever welke van de twee geldt."
            )
        case "buiten":
            return (
                f"Dat valt buiten de tabel; het dichtst in de buurt is {names[0]}. "
                "Er hoort geen intensiteit bij: overleg met de opdrachtgever."
            )


def _kort_oordeel(found: Ligging) -> str:
    match found.soort:
        case "binnen":
            return found.banden[0].naam
        case "buiten":
            return "buiten alle banden"
        case soort:
            return f"{'op de grens van' if soort == 'grens' else 'tussen'} " + " en ".join(found.codes)


def _bandtekst(found: Ligging) -> str:
    return "; ".join(f"{b.code}: {band(b)}" for b in found.banden)


def _opmerkingen(
    tender: Tender, soort: str, banden: tuple[Intensiteit, ...], waarde: Fraction, found: Ligging
) -> list[str]:
    lines: list[str] = []
    if found.soort in ("grens", "tussen"):
        lines.append("Het rekenformat deelt zo'n groep niet vanzelf in; daarvoor is overleg bedoeld (§9.7).")
        strijdig = next((i for i in tender.inconsistenties if i.id == f"grenzen_{soort}"), None)
        lines += [strijdig.reden] if strijdig else []
    places = decimalen(banden)
    rounded = Fraction(floor(waarde * 10**places + Fraction(1, 2)), 10**places)
    other = ligging(rounded, banden)
    if rounded != waarde and (other.soort, other.codes) != (found.soort, found.codes):
        lines.append(
            f"Afgerond is dit {getal(als_getal(rounded), places)}: {_kort_oordeel(other)}. Gerekend is met "
            "het onafgeronde getal, zoals ook het rekenvoorbeeld uitkomt."
        )
    if found.soort == "buiten":
        lines.append(
            "De opdrachtgever kan bij onduidelijkheid uitnodigen voor een verificatieoverleg (§4.1.8)."
        )
    return lines
