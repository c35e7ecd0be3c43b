"""What waiting adds up to: a child that is passed over again and again weighs heavier by the week.

Within one plan each week of waiting costs points (`wachten` times the factor of the urgency). A plan made
anew each week would forget the weeks before it. So whoever has waited long counts as more urgent: then
each further week, and having no place, costs more, until the child is first in line.
"""

from collections.abc import Mapping

from matcher.kosten import URGENTIEFACTOR

TREDEN = (6, 13)
"""After so many weeks of waiting a child counts as one step more urgent than it was, at most 1 (crisis)."""

URGENTIENAAM = {1: "crisis", 2: "hoog", 3: "regulier"}


def urgentie_nu(urgentie: int, gewacht: int) -> int:
    """The urgency (1 to 3, 1 is most urgent) with which a child counts that has waited so many weeks."""
    return max(1, urgentie - sum(gewacht >= trede for trede in TREDEN))


def punten_gewacht(gewichten: Mapping[str, int], urgentie: int, gewacht: int) -> int:
    """Points of all weeks waited so far, each at the urgency with which the child counted in that week."""
    factoren = sum(URGENTIEFACTOR[urgentie_nu(urgentie, week)] for week in range(gewacht))
    return gewichten["wachten"] * factoren


def punten_overslaan(gewichten: Mapping[str, int], urgentie: int, gewacht: int) -> int:
    """Points of one more week without a place for a child that has waited so many weeks."""
    return gewichten["wachten"] * URGENTIEFACTOR[urgentie_nu(urgentie, gewacht)]


def wachttijd_in_woorden(gewichten: Mapping[str, int], urgentie: int, gewacht: int) -> str:
    """'Wacht 8 weken: tot nu toe 200 punten. Nog een week kost 40 punten. Telt mee als ...'."""
    weken = "1 week" if gewacht == 1 else f"{gewacht} weken"
    nu = urgentie_nu(urgentie, gewacht)
    tekst = (
        f"Wacht {weken}: tot nu toe {punten_gewacht(gewichten, urgentie, gewacht)} punten. "
        f"Nog een week kost {punten_overslaan(gewichten, urgentie, gewacht)} punten."
    )
    if nu != urgentie:
        tekst += (
            f" Telt door het wachten mee als urgentie {nu} ({URGENTIENAAM[nu]}) in plaats van {urgentie}."
        )
    return tekst
