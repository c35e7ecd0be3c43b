"""Play a year week by week under one policy."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from matcher.check import check
from matcher.domein import Fase, Probleem
from matcher.keuze import Geheugen
from matcher.plan import Plan
from matcher.simulatie.beleid import Beleid
from matcher.simulatie.jaar import Jaar
from matcher.simulatie.maten import Maten, tel_op, tel_week
from matcher.simulatie.minimum import minste_verplaatsingen
from matcher.simulatie.week import TOEZEGGING_WEKEN, Afspraken, Week, maak_week
from matcher.simulatie.wereld import Stap, Wereld


@dataclass(frozen=True, slots=True)
class Wacht:
    """A child that still waits, its urgency (1 to 3), and for how many weeks."""

    jeugdige_id: str
    urgentie: int
    weken: int


@dataclass(frozen=True)
class Verloop:
    """A year under one policy: what each week came to, and who still waits at its end, the longest first.

    `onvermijdelijk`: moves that the rules asked of the children in the phases they went through, whatever
    was free: no policy could have had fewer.
    """

    weken: tuple[Maten, ...]
    wachtend: tuple[Wacht, ...]
    onvermijdelijk: int

    @property
    def totaal(self) -> Maten:
        return tel_op(self.weken)


Toeschouwer = Callable[[Wereld, Week, Plan], None]
"""Sees each week's problem and plan before it is carried out."""


def speel(
    probleem: Probleem,
    jaar: Jaar,
    beleid: Beleid,
    horizon: int | None = None,
    toeschouwer: Toeschouwer | None = None,
) -> Verloop:
    """Play `jaar` from the state in `probleem`. `horizon`: weeks that each plan looks ahead."""
    vooruit = probleem.horizon if horizon is None else horizon
    wereld = Wereld.van(probleem)
    afspraken = Afspraken()
    geheugen: Geheugen = {}
    paden = _Paden(probleem)
    maten = []
    for nu in range(jaar.weken):
        wereld.kom_aan(jaar.aankomsten[nu])
        zonder_plek = [kind for kind in wereld.vertrek(jaar.vertrek) if kind.start <= nu]
        wereld.begin_fasen()
        week = maak_week(wereld, vooruit, afspraken, beleid.wachten_telt, geheugen)
        plan = beleid.plan(week)
        controle = check(week.probleem, plan)
        assert controle.geldig, controle.overtredingen
        if toeschouwer is not None:
            toeschouwer(wereld, week, plan)
        nieuw = Afspraken.uit(wereld, plan)
        gewijzigd = _gewijzigd(wereld, afspraken, nieuw)
        afspraken = nieuw
        stappen = wereld.voer_uit(plan)
        paden.volg(stappen)
        wachtend = [k for k in wereld.kinderen.values() if k.groep is None and k.start <= nu]
        maten.append(tel_week(probleem, stappen, wachtend, len(week.verlengd), gewijzigd, len(zonder_plek)))
    over = [
        Wacht(k.jeugdige.id, k.jeugdige.urgentie, jaar.weken - k.start)
        for k in wereld.kinderen.values()
        if k.groep is None and k.start < jaar.weken
    ]
    over.sort(key=lambda wacht: (-wacht.weken, wacht.jeugdige_id))
    return Verloop(tuple(maten), tuple(over), paden.onvermijdelijk())


def _gewijzigd(wereld: Wereld, oud: Afspraken, nieuw: Afspraken) -> int:
    """Starts that were told and are now in another groep, or later, or gone."""
    return sum(
        nieuw.groepen.get((jeugdige_id, 0)) != oud.groepen[jeugdige_id, 0]
        or nieuw.starts[jeugdige_id] > start
        for jeugdige_id, start in oud.starts.items()
        if jeugdige_id in wereld.kinderen
        and wereld.kinderen[jeugdige_id].groep is None
        and start < wereld.week + TOEZEGGING_WEKEN
    )


class _Paden:
    """The phases that each child went through, and where it lived at the beginning."""

    def __init__(self, probleem: Probleem) -> None:
        self._probleem = probleem
        bewoners = [j for j in probleem.jeugdigen.values() if j.bewoner]
        self._wie = {j.id: j for j in bewoners}
        self._begin: dict[str, str | None] = {j.id: j.huidige_groep for j in bewoners}
        self._fasen: dict[str, list[Fase]] = {j.id: [j.fasen[0]] for j in bewoners}

    def volg(self, stappen: Iterable[Stap]) -> None:
        for stap in stappen:
            if stap.begint:
                jeugdige_id = stap.jeugdige.id
                self._wie.setdefault(jeugdige_id, stap.jeugdige)
                self._begin.setdefault(jeugdige_id, None)
                self._fasen.setdefault(jeugdige_id, []).append(stap.fase)

    def onvermijdelijk(self) -> int:
        return sum(
            minste_verplaatsingen(self._probleem, self._wie[jeugdige_id], self._begin[jeugdige_id], fasen)
            for jeugdige_id, fasen in self._fasen.items()
            if len(fasen) > 1
        )
