"""Adds up the roster of a group: which hours count, and which are left out (§8.5.3, §9.7)."""

from dataclasses import dataclass
from fractions import Fraction

from knowledge.calculators.getal import als_getal, getal, kort
from knowledge.calculators.intensiteit.invoer import GROEPSAANBOD, IntensiteitInvoer
from knowledge.calculators.intensiteit.roosteruren import soort_uren, telt_mee
from knowledge.calculators.uitkomst import Stap
from knowledge.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Telling:
    """Hours a week, exact."""

    uren: Fraction
    niet_mee: Fraction
    stappen: tuple[Stap, ...]


def tel(invoer: IntensiteitInvoer, plaats: str) -> Telling:
    """The hours of the input. Hours for several groups at once count for each group's share."""
    counted: list[tuple[str, Fraction]] = []
    left_out: list[tuple[Stap, Fraction]] = []
    if invoer.vaste_begeleiders is not None and invoer.openingsuren is not None:
        counted.append(
            (
                f"{getal(invoer.openingsuren)} x {getal(invoer.vaste_begeleiders)}",
                Fraction(invoer.openingsuren) * Fraction(invoer.vaste_begeleiders),
            )
        )
    for regel in invoer.uren:
        uren = Fraction(regel.uren) / regel.groepen
        soort = regel.soort or soort_uren(regel.functie)
        som = getal(regel.uren) + (f" : {regel.groepen}" if regel.groepen > 1 else "")
        if telt_mee(
            soort,
            groepsaanbod=invoer.vorm == GROEPSAANBOD,
            driemilieu=invoer.vorm == "driemilieu",
            alle_betrokkenen=invoer.odc_kdc,
        ):
            counted.append((som, uren))
        else:
            known = soort == "overig" or fold(soort) in fold(regel.functie)
            what = f"{regel.functie} telt niet mee" + ("" if known else f" ({soort})")
            stap = Stap(what, som if regel.groepen > 1 else "", f"{kort(als_getal(uren))} uur", plaats)
            left_out.append((stap, uren))
    total = sum((uren for _, uren in counted), Fraction(0))
    shown = " + ".join(som for som, _ in counted)
    stap = Stap(
        "Netto roosteruren per week die meetellen",
        shown if " " in shown else "",
        f"{kort(als_getal(total))} uur",
        plaats,
    )
    return Telling(
        total,
        sum((uren for _, uren in left_out), Fraction(0)),
        (stap, *(s for s, _ in left_out)),
    )
