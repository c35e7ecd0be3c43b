"""Large neighbourhood search: free some children who compete for the same groepen, and place them anew.

CP-SAT repairs each neighbourhood over the paths that could belong to a better plan. Several neighbourhoods
of one round are solved at the same time from the same plan and then merged in a fixed order, so that the
outcome depends on seed and number of workers only (as long as no clock cuts a round short).
"""

import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from matcher.solver.getallen import Kommagetallen
from matcher.solver.model import Padmodel
from matcher.solver.opties import Opties, Pad
from matcher.solver.prijzen import Meerkosten
from matcher.solver.stand import Stand, apart, binnen_grenzen, gebruik, past

KLEINSTE, EERSTE = 20.0, 100.0
"""Children in a neighbourhood: at least, and at first."""
DICHTBIJ = 100.0
"""A groep with a choice that adds no more than this counts as one the child competes for."""
RUIMTES = (80.0, 160.0, 320.0, 640.0)
"""Paths may add this much to the bound; more when nothing is gained any more."""
MEESTE_PADEN = 400
"""Most paths of one child in a neighbourhood."""
MAAT = 2.0
"""Deterministic time for one neighbourhood (a few seconds)."""


@dataclass(frozen=True)
class _Herstel:
    paden: dict[int, Pad] | None
    bewezen: bool


class Buurten:
    """Improves a plan round by round."""

    def __init__(self, opties: Opties, stand: Stand, meer: Meerkosten, workers: int, seed: int) -> None:
        self.opties = opties
        self.stand = stand
        self.workers = max(1, workers)
        self.grootte = EERSTE
        self.zonder_winst = 0
        self._trap = 0
        self._kans = random.Random(seed)  # noqa: S311 - choosing neighbourhoods is no secret
        self._broers = opties.verwanten(opties.probleem.paren_samen)
        self.stel_in(meer)

    def stel_in(self, meer: Meerkosten) -> None:
        """Use these extra costs from now on."""
        self._meer = meer
        opties = self.opties
        goed = [rij[meer.knoop[rij] <= DICHTBIJ] for rij in opties.per_kind]
        self._goede_groepen = [sorted(set(opties.groep[rij].tolist())) for rij in goed]
        self._gegadigden: dict[int, list[int]] = {}
        for kind, groepen in enumerate(self._goede_groepen):
            for groep in groepen:
                self._gegadigden.setdefault(groep, []).append(kind)

    def verlies(self) -> Kommagetallen:
        """Per child how much its path adds to the bound: where most may be gained."""
        opties, meer = self.opties, self._meer
        verlies = np.zeros(len(self.stand.paden))
        for kind, pad in enumerate(self.stand.paden):
            if pad:
                verlies[kind] = max(float(meer.knoop[knoop]) for knoop in pad)
            elif len(opties.per_kind[kind]):
                verlies[kind] = max(0.0, float(opties.zonder_plek[kind] - meer.eigen[kind]))
        return verlies

    def kies(self, verlies: Kommagetallen) -> list[int]:
        """Children who compete for the same groepen, around one who could do better."""
        opties, kans = self.opties, self._kans
        bewoond: dict[int, list[int]] = {}
        for kind, pad in enumerate(self.stand.paden):
            for groep in {int(opties.groep[knoop]) for knoop in pad}:
                bewoond.setdefault(groep, []).append(kind)
        doel = min(int(self.grootte), len(verlies))
        # a child far off its best should not be chosen every time: it may have to be
        gewicht = np.minimum(verlies, 500.0) + 5.0
        zaad = kans.choices(range(len(gewicht)), weights=gewicht.tolist())[0]
        gekozen: dict[int, None] = {zaad: None}
        wachtrij, gezien = [zaad], set[int]()
        while len(gekozen) < doel:
            if not wachtrij:
                # everyone within reach is in: go on elsewhere
                zaad = kans.choices(range(len(gewicht)), weights=gewicht.tolist())[0]
                if zaad not in gekozen:
                    gekozen[zaad] = None
                wachtrij.append(zaad)
                gezien.clear()
            kind = wachtrij.pop(0 if kans.random() < 0.7 else kans.randrange(len(wachtrij)))
            groepen = {int(opties.groep[knoop]) for knoop in self.stand.paden[kind]}
            goede = self._goede_groepen[kind]
            groepen |= set(kans.sample(goede, min(3, len(goede))))
            for groep in sorted(groepen - gezien):
                gezien.add(groep)
                elders = [k for k in self._gegadigden.get(groep, ()) if verlies[k] > 0]
                kans.shuffle(elders)
                for ander in [*bewoond.get(groep, ()), *elders[: max(4, doel // 6)]]:
                    if len(gekozen) < doel and ander not in gekozen:
                        gekozen[ander] = None
                        wachtrij.append(ander)
        for kind in list(gekozen):
            gekozen.update(dict.fromkeys(self._broers.get(kind, ())))
        return sorted(gekozen)

    def _herstel(self, vrij: list[int], seconden: float, seed: int) -> _Herstel:
        """Place these children anew, as well as can be, while the others stay put."""
        opties, meer, nu = self.opties, self._meer, self.stand.paden
        weg = set(vrij)
        vast = {kind: pad for kind, pad in enumerate(nu) if kind not in weg and pad}
        bezet = gebruik(opties, vast.values())
        knopen = np.concatenate([opties.per_kind[kind] for kind in vrij])
        knopen = knopen[meer.knoop[knopen] <= RUIMTES[self._trap]]
        bruikbaar = set(knopen[past(opties, knopen, bezet)].tolist())
        paden: dict[int, list[Pad]] = {}
        for kind in vrij:
            ruimte = RUIMTES[self._trap]
            gevonden = meer.paden(opties, kind, ruimte, MEESTE_PADEN)
            while gevonden is None:
                ruimte /= 2
                gevonden = meer.paden(opties, kind, ruimte, MEESTE_PADEN) if ruimte > 1 else []
            paden[kind] = [pad for pad in gevonden if bruikbaar.issuperset(pad)]
            if nu[kind] and nu[kind] not in paden[kind]:
                paden[kind].append(nu[kind])
        model = Padmodel(opties, paden, vast)
        uitkomst = model.programma.los_op_cpsat(
            seconden, seed=seed, hint=model.kolommen_van({kind: nu[kind] for kind in vrij}), maat=MAAT
        )
        gekozen = None if uitkomst.gekozen is None else model.paden_uit(uitkomst.gekozen)
        return _Herstel(gekozen, uitkomst.klaar)

    def ronde(self, einde: float, stop: Callable[[], bool]) -> bool:
        """Solve one neighbourhood per worker and merge what helps. True when the plan became cheaper."""
        over = einde - time.monotonic()
        if over <= 0 or stop():
            return False
        verlies = self.verlies()
        keuzes = [self.kies(verlies) for _ in range(self.workers)]
        zaden = [self._kans.randrange(2**31) for _ in keuzes]
        if self.workers == 1:
            uitslagen = [self._herstel(keuzes[0], over, zaden[0])]
        else:
            with ThreadPoolExecutor(self.workers) as samen:
                uitslagen = list(samen.map(self._herstel, keuzes, [over] * len(keuzes), zaden))
        voor = self.stand.kosten
        for vrij, uitslag in zip(keuzes, uitslagen, strict=True):
            if uitslag.paden is not None:
                self._neem_over(vrij, uitslag.paden)
        # neighbourhoods grow while they are easy and shrink when they are not finished in time
        klaar = all(uitslag.bewezen for uitslag in uitslagen)
        beter = self.stand.kosten < voor
        groei = 0.85 if not klaar else 1.0 if beter else 1.1
        self.grootte = min(float(len(verlies)), max(KLEINSTE, self.grootte * groei))
        self.zonder_winst = 0 if beter else self.zonder_winst + 1
        if self.zonder_winst and self.zonder_winst % 6 == 0:
            self._trap = (self._trap + 1) % len(RUIMTES)
        return beter

    def neem(self, stand: Stand | None) -> None:
        """Go on from a plan found elsewhere, if it is cheaper."""
        if stand is not None and stand.kosten < self.stand.kosten:
            self.stand = stand
            self.zonder_winst = 0

    def _neem_over(self, vrij: Sequence[int], nieuw: dict[int, Pad]) -> None:
        paden = list(self.stand.paden)
        for kind in vrij:
            paden[kind] = nieuw[kind]
        stand = Stand.van(self.opties, paden)
        # equal cost is welcome too: it moves the search to other ground
        if stand.kosten <= self.stand.kosten and self._mag(vrij, paden):
            self.stand = stand

    def _mag(self, veranderd: Sequence[int], paden: Sequence[Pad]) -> bool:
        """Whether the whole still obeys rules 1, 5 and 7 after another neighbourhood was merged first."""
        bezet = gebruik(self.opties, paden)
        return binnen_grenzen(self.opties, bezet) and apart(self.opties, veranderd, paden)
