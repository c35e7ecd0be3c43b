"""The two sums of the document, exact: hours per opening hour, and hours per etmaal."""

from decimal import Decimal
from fractions import Fraction

DAGEN = 7
"""Days of a week: a roster is made by the week, the level counts by the etmaal (§9.7)."""

Uren = Decimal | Fraction


def intensiteit_groepsaanbod(uren: Uren, openingsuren: Decimal, plaatsen: Decimal) -> Fraction:
    """Hours of group workers a week, per opening hour per jeugdige (§8.5.3). The last two: more than 0."""
    return Fraction(uren) / Fraction(openingsuren) / Fraction(plaatsen)


def intensiteit_verblijf(uren: Uren, plaatsen: Decimal, bezettingsgraad: Decimal) -> Fraction:
    """Hours of group workers a week, per jeugdige per etmaal (§9.7). `bezettingsgraad`: percent, above 0."""
    return Fraction(uren) / DAGEN / effectieve_groepsgrootte(plaatsen, bezettingsgraad)


def effectieve_groepsgrootte(plaatsen: Decimal, bezettingsgraad: Decimal) -> Fraction:
    """Jeugdigen who are present on average: places by occupancy in percent (§9.7)."""
    return Fraction(plaatsen) * Fraction(bezettingsgraad) / 100
