"""From problem to plan: options, prices, a first plan, neighbourhoods, and proof where it can be had."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from matcher.check import check
from matcher.domein import Probleem
from matcher.kosten import kosten_per_criterium
from matcher.plan import NietGeplaatst, Plaatsing, Plan
from matcher.redenen import redenen_niet_geplaatst
from matcher.solver.afronding import rond_af
from matcher.solver.bewijs import bewijs
from matcher.solver.buurten import Buurten
from matcher.solver.constructie import (
    GeenPlanBestaat,
    TijdOp,
    bewoners_om_beurten,
    maak_plaats,
    plaats_bewoners,
    vul_aan,
)
from matcher.solver.duik import duik
from matcher.solver.getallen import Kommagetallen
from matcher.solver.herbouw.prijzen import Prijzen
from matcher.solver.herbouw.zoeker import CYCLI_GROOT, CYCLI_KOUD, Ernaast, Herbouw
from matcher.solver.kern import MEESTE_KINDEREN, Kern
from matcher.solver.opties import Opties
from matcher.solver.prijzen import AFKOELEN, NASCHERPEN, Prijszoeker, Relaxatie, als_ondergrens
from matcher.solver.stand import Stand, rijen
from matcher.solver.warm import rijen_van_stand, stand_van_plan, stand_van_rijen
from matcher.solver.zeef import Zeef

SLOT = 0.04
"""Share of the time kept for writing out the plan."""
GROOT_STAPPEN = 250
"""Most price steps where not all choices can be written out."""
STUUR_STAP = 40
"""After so many of them prices steer ruin and recreate, from its next cycle on."""
UITSCHRIJVEN = 0.5
"""Time to write out such a plan, as a share of the time it took to list the choices."""
GROOT_WACHT = 0.6
"""Share of the time for plans before those steps, with one core."""
ZACHT = 0.35
"""Most of the time for good prices before the first plan is improved, in a problem of some size."""
EERSTE_STAPPEN = 100
"""Price steps before the first plan."""
TUSSENSTAPPEN = (120, 80, 80)
"""Price steps after it; rows on mixes come in after each number."""
KERN_PADEN, MEESTE_KERN_PADEN = 10, 40
"""Paths of each child in the first core problem, and in the largest."""
KLEINSTE_KERN = 200
"""With fewer children than this neighbourhoods see everything anyway."""
KORTSTE_KERN = 8.0
"""Seconds that a core problem needs at least."""
KERN_NAWERK = 1.5
"""Seconds to start a process and to read its answer."""
EERST_WACHT = 0.2
"""Share of the time by which the first plan must be there, or the search goes on without."""
WACHT = 0.45
"""Share of the time by which ruin and recreate beside the first prices must be done."""
DUIK_KNOPEN = 500_000
"""From so many knopen on a plan is sought by laying children one by one while prices follow: the linear
program over all children takes too long there."""
DUIK = 0.9
"""Most of the time left that this may take."""
AFRONDEN = 6.0
"""How many times the time it took to list the options rounding the linear program needs at least."""
RONDES_NAAST_KERN = 6
"""Rounds of neighbourhoods beside each core problem: a fixed number, so that chance has no part in it."""


Rijen = Mapping[str, tuple[Plaatsing, ...]]
"""The placements of each child that has a place."""


@dataclass(frozen=True)
class Voortgang:
    """How far the search is: best cost so far (None before the first plan), proven bound, seconds."""

    kosten: int | None
    ondergrens: int
    seconden: float

    @property
    def kloof(self) -> float | None:
        """(cost - bound) / cost, or None before the first plan."""
        if self.kosten is None:
            return None
        return (self.kosten - self.ondergrens) / self.kosten if self.kosten else 0.0


class _Zoektocht:
    def __init__(
        self,
        probleem: Probleem,
        seconds: float,
        workers: int,
        seed: int,
        progress: Callable[[Voortgang], None] | None,
        stop: Callable[[], bool] | None,
        start: Plan | None,
    ) -> None:
        self.begin = time.monotonic()
        self.einde = self.begin + seconds * (1 - SLOT)
        self.probleem, self.workers, self.seed = probleem, workers, seed
        self._progress = progress
        self._stop = stop
        self._start = start
        self._gemeld: tuple[int | None, int] | None = None
        self._herbouw: Herbouw | None = None
        self._ernaast: Ernaast | None = None

    def stop(self) -> bool:
        if self._herbouw is not None and self._herbouw.kosten is not None:
            # what it finds in its own thread is told from here
            self.meld(self._herbouw.kosten, 0)
        return self._stop is not None and self._stop()

    def over(self) -> float:
        return 0.0 if self.stop() else max(0.0, self.einde - time.monotonic())

    def meld(self, kosten: int | None, ondergrens: int) -> None:
        if self._gemeld is not None:
            eerder, grens = self._gemeld
            kosten = eerder if kosten is None else kosten if eerder is None else min(kosten, eerder)
            ondergrens = max(ondergrens, grens)
        if self._gemeld == (kosten, ondergrens):
            return
        self._gemeld = (kosten, ondergrens)
        if self._progress is not None:
            self._progress(Voortgang(kosten, ondergrens, time.monotonic() - self.begin))

    def zoek(self) -> tuple[Rijen, int]:
        """(the placements of who has a place, proven bound). Raises GeenPlanBestaat or TijdOp."""
        zeef = Zeef(self.probleem)
        if not zeef.alles:
            return self._zoek_groot(zeef)
        opties = zeef.opties()
        if _zonder_keuze(opties):
            raise GeenPlanBestaat
        lezen = time.monotonic() - self.begin
        eerder = None if self._start is None else stand_van_plan(opties, self._start)
        if eerder is None and len(opties.kinderen) >= KLEINSTE_KERN:
            self._begin_herbouw(zeef)
            eerder = self._van_ernaast(opties, 0.0)
        relaxatie = Relaxatie(opties)
        prijzen = Prijszoeker(relaxatie)
        self._zet_ernaast()
        stand = self._met_prijzen(opties, relaxatie, prijzen, eerder)
        gedoken = None
        if len(opties) >= DUIK_KNOPEN and self.over() > 0 and stand.kosten > prijzen.ondergrens:
            gedoken = self._duik(zeef, relaxatie, prijzen, stand)
            stand = gedoken or stand
        if gedoken is None:
            self._scherp_aan(prijzen, stand.kosten)
        meer = relaxatie.meerkosten(prijzen.beste.prijzen)
        buurten = Buurten(opties, stand, meer, self.workers, self.seed)
        buurten.neem(self._van_ernaast(opties, WACHT))
        self.meld(buurten.stand.kosten, prijzen.ondergrens)
        if gedoken is None and self.over() > AFRONDEN * lezen and buurten.stand.kosten > prijzen.ondergrens:
            if self._herbouw is not None and self._ernaast is None:
                self._herbouw.stuur(relaxatie.schaars.tarief_van_groepen(prijzen.beste.prijzen))
            self._zet_ernaast()
            buurten.neem(rond_af(opties, buurten.stand, meer, 0.7 * self.over(), self.seed, self.stop))
            self.meld(buurten.stand.kosten, prijzen.ondergrens)
        buurten.neem(self._eindig_herbouw(opties))
        grens = self._verbeter(opties, relaxatie, prijzen, buurten)
        return rijen(opties, buurten.stand.paden), min(grens, buurten.stand.kosten)

    def _duik(self, zeef: Zeef, relaxatie: Relaxatie, prijzen: Prijszoeker, stand: Stand) -> Stand | None:
        """A cheaper plan than this one from the prices, and then from ruin and recreate; or None."""
        opties = relaxatie.opties
        self._zet_ernaast()
        gevonden = duik(relaxatie, prijzen.beste.prijzen, DUIK * self.over(), self.seed, self.stop)
        nu = stand.kosten if self._herbouw is None else self._herbouw.kosten or stand.kosten
        if gevonden is None or gevonden.kosten >= min(nu, stand.kosten):
            return None
        self._eindig_herbouw()
        self.meld(gevonden.kosten, prijzen.ondergrens)
        herbouw = Herbouw(self.probleem, zeef.plekken, zeef.keuzes, self.seed, CYCLI_KOUD)
        herbouw.stuur(relaxatie.schaars.tarief_van_groepen(prijzen.beste.prijzen))
        herbouw.neem(rijen_van_stand(opties, gevonden))
        self._herbouw = herbouw
        self._ernaast = Ernaast(herbouw, len(CYCLI_KOUD))
        self._ernaast.wacht(lambda: self.over() <= 0)
        beter = self._eindig_herbouw(opties)
        return gevonden if beter is None or beter.kosten > gevonden.kosten else beter

    # ---- ruin and recreate, in a thread of its own

    def _begin_herbouw(self, zeef: Zeef) -> None:
        """A first plan by ruin and recreate, one cycle long."""
        self._herbouw = Herbouw(self.probleem, zeef.plekken, zeef.keuzes, self.seed)
        self._ernaast = Ernaast(self._herbouw, 1)
        # longer only where the code is being compiled: the first time after it was installed
        if self._ernaast.wacht(self._na(EERST_WACHT)):
            self._ernaast = None
            self.meld(self._herbouw.kosten, 0)

    def _na(self, deel: float) -> Callable[[], bool]:
        """Whether this share of the time has passed, or all work must stop; tells the cost meanwhile."""
        uiterlijk = self.begin + deel * (self.einde - self.begin)
        return lambda: self.over() <= 0 or time.monotonic() >= uiterlijk

    def _zet_ernaast(self) -> None:
        """Begin the next cycle beside other work, where there is a core for it."""
        if self._herbouw is not None and self._ernaast is None and self.workers > 1:
            self._ernaast = Ernaast(self._herbouw, 1)

    def _van_ernaast(self, opties: Opties, deel: float) -> Stand | None:
        """The plan of ruin and recreate when its cycle is done, or when this share of the time has passed.

        With no share it is only asked whether there is one.
        """
        if self._herbouw is None:
            return None
        if self._ernaast is not None:
            if not self._ernaast.wacht(self._na(deel)):
                return self._eindig_herbouw(opties) if deel else None
            self._ernaast = None
        return None if self._herbouw.kosten is None else stand_van_rijen(opties, self._herbouw.rijen())

    def sluit(self) -> None:
        """Leave nothing running."""
        self._eindig_herbouw()

    def _eindig_herbouw(self, opties: Opties | None = None) -> Stand | None:
        """Stop ruin and recreate; gives its plan where it has one that can be read."""
        herbouw, ernaast = self._herbouw, self._ernaast
        self._herbouw = self._ernaast = None
        if herbouw is None or (ernaast is not None and not ernaast.houd_op()):
            return None
        if opties is None or herbouw.kosten is None:
            return None
        return stand_van_rijen(opties, herbouw.rijen())

    def _met_prijzen(
        self, opties: Opties, relaxatie: Relaxatie, prijzen: Prijszoeker, eerder: Stand | None
    ) -> Stand:
        """The first prices, and a first plan."""
        # the first steps need a target; a plan is as a rule some tens of percents above the bare bound
        doel = 1.2 * prijzen.beste.ondergrens + 1000 if eerder is None else float(eerder.kosten)
        if len(opties.kinderen) >= KLEINSTE_KERN:
            prijzen.verzacht(AFKOELEN, doel, ZACHT * self.over(), self.stop)
            self.meld(None, prijzen.ondergrens)
            prijzen.snij()
            prijzen.verzacht(NASCHERPEN, doel, 0.3 * ZACHT * self.over(), self.stop)
        else:
            prijzen.verbeter(doel, 0.15 * self.over(), self.stop, stappen=EERSTE_STAPPEN)
        # on a busy machine the first cycle may take longer than the first prices
        stand = eerder or self._van_ernaast(opties, WACHT) or self._eerste_plan(opties, relaxatie, prijzen)
        self.meld(stand.kosten, prijzen.ondergrens)
        return stand

    def _zoek_groot(self, zeef: Zeef) -> tuple[Rijen, int]:
        """The same for a problem too large to write out: ruin and recreate, and prices beside it."""
        if zeef.zonder_keuze():
            raise GeenPlanBestaat
        # so many reasons and placements take their time to write out
        self.einde -= UITSCHRIJVEN * (time.monotonic() - self.begin)
        herbouw = Herbouw(self.probleem, zeef.plekken, zeef.keuzes, self.seed, CYCLI_GROOT)
        self._herbouw = herbouw
        if self._start is not None and check(self.probleem, self._start).geldig:
            herbouw.neem(zeef.rijen_van(self._start))
        self._ernaast = Ernaast(herbouw, 1)
        prijzen = Prijzen(herbouw.tabel)
        if self.workers == 1:
            self._ernaast.wacht(self._na(GROOT_WACHT))
        grens, tarief = 0, None
        for stap in range(GROOT_STAPPEN):
            # from a fixed step on, so that chance has no part in what steers
            if stap == STUUR_STAP and self.workers > 1:
                tarief = prijzen.tarief()
            if stap >= STUUR_STAP and self.workers > 1 and self._ernaast.wacht(lambda: True):
                if herbouw.kosten is None:
                    break
                self._ernaast = self._volgende_cyclus(herbouw, tarief)
            if self.over() <= 0 or prijzen.klaar or grens >= (herbouw.kosten or np.inf):
                break
            prijzen.verbeter(1)
            grens = als_ondergrens(prijzen.waarde)
            self.meld(herbouw.kosten, grens)
        while self.over() > 0 and grens < (herbouw.kosten or np.inf):
            if self._ernaast.wacht(lambda: self.over() <= 0):
                if herbouw.kosten is None:
                    break
                self._ernaast = self._volgende_cyclus(herbouw, tarief)
        self._eindig_herbouw()
        if herbouw.kosten is None:
            # that ruin and recreate found none does not prove that there is none
            raise TijdOp
        return zeef.plaatsingen(herbouw.rijen()), min(grens, herbouw.kosten)

    @staticmethod
    def _volgende_cyclus(herbouw: Herbouw, tarief: Kommagetallen | None) -> Ernaast:
        if tarief is not None:
            herbouw.stuur_op(tarief)
        return Ernaast(herbouw, 1)

    def _eerste_plan(self, opties: Opties, relaxatie: Relaxatie, prijzen: Prijszoeker) -> Stand:
        meer = relaxatie.meerkosten(prijzen.beste.prijzen)
        bewoners, klem = bewoners_om_beurten(opties, meer.prijs)
        if klem and not maak_plaats(opties, meer.prijs, bewoners, klem, self.einde, self.stop, self.seed):
            bewoners = plaats_bewoners(opties, meer.knoop, self.einde, self.stop, self.workers, self.seed)
        return vul_aan(opties, meer.prijs, bewoners)

    def _scherp_aan(self, prijzen: Prijszoeker, kosten: int) -> None:
        """Better prices, and rows on mixes of hours once the prices show where those matter."""
        for stappen in TUSSENSTAPPEN:
            prijzen.verbeter(kosten, 0.12 * self.over(), self.stop, stappen=stappen)
            if self.over() <= 0 or prijzen.ondergrens >= kosten:
                return
            prijzen.snij()

    def _verbeter(self, opties: Opties, relaxatie: Relaxatie, prijzen: Prijszoeker, buurten: Buurten) -> int:
        """Improve plan and bound in turns until they meet or time is up; gives the bound."""
        grens = prijzen.ondergrens
        self.meld(buurten.stand.kosten, grens)
        geprobeerd: tuple[int, int] | None = None
        per_kind = KERN_PADEN
        while self.over() > 0 and buurten.stand.kosten > grens:
            nu = (buurten.stand.kosten, prijzen.ondergrens)
            # time for a proof: neighbourhoods gain nothing, and something changed since the last
            if (buurten.zonder_winst >= 3 or prijzen.klaar) and nu != geprobeerd:
                geprobeerd = nu
                meer = relaxatie.meerkosten(prijzen.beste.prijzen)
                poging = bewijs(
                    opties, relaxatie.schaars, buurten.stand, meer, self._op_tijd(), self.seed, self.stop
                )
                if poging is not None:
                    buurten.neem(poging.stand)
                    grens = buurten.stand.kosten if poging.klaar else grens
                    continue
            if self._past_kern(opties, per_kind):
                grens = max(grens, self._kern(opties, relaxatie, prijzen, buurten, per_kind))
                per_kind *= 2
            else:
                grens = max(grens, self._ronde(relaxatie, prijzen, buurten))
            self.meld(buurten.stand.kosten, grens)
        self.meld(buurten.stand.kosten, grens)
        return grens

    def _op_tijd(self) -> float:
        """Seconds that a solver may take so that its outcome can still be used."""
        return max(0.5, self.over() - KERN_NAWERK)

    def _ronde(self, relaxatie: Relaxatie, prijzen: Prijszoeker, buurten: Buurten) -> int:
        """One round of neighbourhoods and some better prices; gives the bound of the prices."""
        buurten.ronde(self.einde, self.stop)
        if not prijzen.klaar:
            prijzen.verbeter(buurten.stand.kosten, self.over(), self.stop, stappen=15)
            if buurten.zonder_winst % 4 == 3:
                prijzen.snij()
            buurten.stel_in(relaxatie.meerkosten(prijzen.beste.prijzen))
        return prijzen.ondergrens

    def _past_kern(self, opties: Opties, per_kind: int) -> bool:
        return (
            KLEINSTE_KERN <= len(opties.kinderen) <= MEESTE_KINDEREN
            and per_kind <= MEESTE_KERN_PADEN
            and self.over() >= KORTSTE_KERN
        )

    def _kern(
        self,
        opties: Opties,
        relaxatie: Relaxatie,
        prijzen: Prijszoeker,
        buurten: Buurten,
        per_kind: int,
    ) -> int:
        """Solve a core problem beside a fixed number of rounds; gives the bound of the prices."""
        meer = relaxatie.meerkosten(prijzen.beste.prijzen)
        kern = Kern(opties, relaxatie.schaars, meer, buurten.stand, per_kind, self._op_tijd(), self.seed)
        try:
            for _ in range(RONDES_NAAST_KERN if self.workers > 1 else 0):
                if self.over() <= 0:
                    break
                grens = self._ronde(relaxatie, prijzen, buurten)
                self.meld(buurten.stand.kosten, grens)
            buurten.neem(kern.stand(lambda: self.stop() or self.over() <= 0))
        finally:
            kern.eindig()
        return prijzen.ondergrens


def _zonder_keuze(opties: Opties) -> list[int]:
    """Residents for whom no path is left."""
    met_keuze = set(np.unique(opties.kind).tolist())
    return [kind for kind in np.flatnonzero(np.isinf(opties.zonder_plek)).tolist() if kind not in met_keuze]


def solve(
    probleem: Probleem,
    seconds: float = 60,
    workers: int = 2,
    seed: int = 0,
    progress: Callable[[Voortgang], None] | None = None,
    stop: Callable[[], bool] | None = None,
    start: Plan | None = None,
) -> Plan:
    """The best plan found in `seconds` (wall clock), with a proven lower bound on the cost of any plan.

    Status OPTIMAL when cost and bound meet, FEASIBLE when time or `stop` came first, INFEASIBLE when the
    residents can't all be housed by the rules. `progress` is called with a Voortgang when something
    improved; `stop` is asked often, and when it says True the best plan so far is returned.
    `start` is an earlier plan to begin from: what of it still obeys the rules is kept, and when all of it
    does the outcome is never worse.
    Raises TijdOp when time ran out before there was any plan.

    Same input, seed and number of workers, same plan (all but `seconden`), as long as no clock or `stop`
    cut a step short: steps are bounded by counts, search nodes and deterministic time, and what runs side
    by side is merged in a fixed order. A plan proven OPTIMAL before time is up is of that kind. A plan
    that is cut off by the clock is not: a slower machine gets less far.
    """
    begin = time.monotonic()
    tocht = _Zoektocht(probleem, seconds, workers, seed, progress, stop, start)
    try:
        per_jeugdige, grens = tocht.zoek()
    except GeenPlanBestaat:
        return Plan("INFEASIBLE", None, None, time.monotonic() - begin, (), ())
    finally:
        tocht.sluit()
    per_criterium = kosten_per_criterium(probleem, per_jeugdige)
    kosten = sum(per_criterium.values())
    plaatsingen = tuple(p for rij in per_jeugdige.values() for p in rij)
    zonder = tuple(jeugdige_id for jeugdige_id in probleem.jeugdigen if jeugdige_id not in per_jeugdige)
    redenen = redenen_niet_geplaatst(probleem, plaatsingen, zonder)
    return Plan(
        status="OPTIMAL" if grens >= kosten else "FEASIBLE",
        kosten=kosten,
        ondergrens=min(grens, kosten),
        seconden=time.monotonic() - begin,
        plaatsingen=plaatsingen,
        niet_geplaatst=tuple(NietGeplaatst(jeugdige_id, redenen[jeugdige_id]) for jeugdige_id in zonder),
        kosten_per_criterium=per_criterium,
    )
