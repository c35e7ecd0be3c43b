"""The intensity of a group by the rules of §8.5.3 (groepsaanbod) and §9.7 (wonen and verblijf)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from knowledge.calculators.intensiteit.banden import codes_rond, met_band
from knowledge.calculators.intensiteit.kenmerken import is_crisisgroep, is_odc_kdc
from knowledge.calculators.intensiteit.rekenblad import (
    ZEGT_TELT_NIET,
    Groep,
    Urenregel,
    gelijk,
    regels_en_totaal,
)
from knowledge.calculators.intensiteit.roosteruren import soort_uren, telt_mee
from knowledge.calculators.intensiteit.som import intensiteit_groepsaanbod, intensiteit_verblijf
from knowledge.catalogue.models import Intensiteit
from knowledge.text.normalise import fold

_AFRONDING = Fraction("0.005")
"""The tools show two decimals; a value this near a bound may belong to either band."""
_KORTDUREND = re.compile(r"kortdurend|logeer|\bkdv\b")


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """A group computed again. `uren` a week that count; `niet_mee` what the bidder counted but may not."""

    uren: float
    intensiteit: float
    codes: frozenset[str]
    bezetting: float
    minste_bezetting: float
    niet_mee: tuple[Urenregel, ...]


def bereken(
    groep: Groep,
    vormen: frozenset[str],
    intensiteiten: Iterable[Intensiteit],
    bezettingsgraden: dict[str, float],
) -> Uitkomst | None:
    """The group's intensity; None when its figures do not suffice. `bezettingsgraden`: the lowest occupancy
    a vorm may reckon with, as a share."""
    plaatsen = groep.getallen.get("plaatsen", 0.0)
    openingsuren = groep.getallen.get("openingsuren")
    uren, niet_mee = _tellende_uren(groep, vormen)
    if plaatsen <= 0 or uren <= 0:
        return None
    if openingsuren:
        intensiteit = float(intensiteit_groepsaanbod(_exact(uren), _exact(openingsuren), _exact(plaatsen)))
        codes = banden(intensiteit, met_band(intensiteiten, "groepsaanbod"))
        return Uitkomst(uren, intensiteit, codes, 1.0, 0.0, niet_mee)
    minste = _minste_bezetting(groep, vormen, bezettingsgraden)
    bezetting = (
        groep.getallen.get("bezetting")
        or groep.getallen.get("effectief", 0.0) / plaatsen
        or max(minste, _algemeen(bezettingsgraden))
    )
    graad = _exact(max(bezetting, minste)) * 100
    intensiteit = float(intensiteit_verblijf(_exact(uren), _exact(plaatsen), graad))
    codes = banden(intensiteit, met_band(intensiteiten, "verblijf"))
    return Uitkomst(uren, intensiteit, codes, bezetting, minste, niet_mee)


def banden(waarde: float, intensiteiten: Iterable[Intensiteit]) -> frozenset[str]:
    """The codes whose band holds this value; two at a shared bound, none outside all bands."""
    return codes_rond(Fraction(_exact(waarde)), intensiteiten, _AFRONDING)


def _exact(waarde: float) -> Decimal:
    """A cell's number as it is written: 0.95, without the noise of binary fractions."""
    return Decimal(str(waarde))


def _tellende_uren(groep: Groep, vormen: frozenset[str]) -> tuple[float, tuple[Urenregel, ...]]:
    """Hours that count, and the hours the bidder counted against the rules.

    When the total the bidder gives is the sum of all hours, it holds those that may not count as well; when
    it is the sum of the hours that count, it is right. A total that is neither is taken as the bidder's own,
    less nothing, since it can't be traced.
    """
    regels, totaal = regels_en_totaal(groep, lambda r: not _fout(r, groep, vormen))
    fout = [r for r in regels if _fout(r, groep, vormen) and not ZEGT_TELT_NIET.search(fold(r.naam))]
    goed = sum(
        r.uren for r in regels if not _fout(r, groep, vormen) and not ZEGT_TELT_NIET.search(fold(r.naam))
    )
    if totaal is None:
        return goed, tuple(fout)
    if gelijk(totaal, goed):
        return totaal, ()
    meegeteld = [r for r in regels if _fout(r, groep, vormen)]
    for keuze in (fout, meegeteld):
        if keuze and gelijk(totaal, goed + sum(r.uren for r in keuze)):
            return goed, tuple(keuze)
    return totaal, ()


def _fout(regel: Urenregel, groep: Groep, vormen: frozenset[str]) -> bool:
    groepsaanbod = "openingsuren" in groep.getallen
    return not telt_mee(
        soort_uren(regel.naam),
        groepsaanbod=groepsaanbod,
        # Where the vorm is not known, hours for activities are given the benefit of the doubt.
        driemilieu=not vormen or "driemilieu" in vormen,
        alle_betrokkenen=is_odc_kdc(f"{groep.naam} {groep.vorm}"),
    )


def _minste_bezetting(groep: Groep, vormen: frozenset[str], bezettingsgraden: dict[str, float]) -> float:
    naam = fold(f"{groep.naam} {groep.vorm}")
    if is_crisisgroep(naam):
        return 0.0
    if _KORTDUREND.search(naam):
        return min(
            (bezettingsgraden[v] for v in ("kdv", "kdv_intensief") if v in bezettingsgraden),
            default=_algemeen(bezettingsgraden),
        )
    eigen = [bezettingsgraden[vorm] for vorm in vormen if vorm in bezettingsgraden]
    return min(eigen, default=_algemeen(bezettingsgraden))


def _algemeen(bezettingsgraden: dict[str, float]) -> float:
    """The lowest occupancy where no other is laid down: that of all vormen but kortdurend verblijf."""
    return max(bezettingsgraden.values(), default=1.0)
