"""A good plan within seconds, and a better one the longer it goes on: ruin and recreate, start to end."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.domein import Probleem
from matcher.solver.getallen import Getallen, Kommagetallen
from matcher.solver.herbouw.invoegen import maak_werkblad
from matcher.solver.herbouw.ronde import (
    AANTAL_ANDERS,
    BESTE,
    bewaar,
    leg_bewoners,
    leg_rij,
    leg_rijen,
    maak_ronde,
    zoek,
)
from matcher.solver.herbouw.staat import lege_staat, tel_totaal
from matcher.solver.herbouw.tabel import BEWONER_ZONDER, Klein, maak_tabel
from matcher.solver.keuzes import Fasekeuzes
from matcher.solver.opties import Plekken

BEURTEN = 300
"""Most turns to find a place for the residents who are left without one."""
PER_BEURT = 200
"""Rounds in such a turn around them, and as many around other residents who have to move."""
WACHTTIJD, LUISTERTIJD = 0.1, 2.0
"""Seconds between two looks at a thread, and in which it should end when asked."""
ZONDER_PLEK = 0.2
"""Share of the rounds around a child without a place."""


@dataclass(frozen=True)
class Maat:
    """How a search goes about: how many children a round takes out at most, and how far down their lists of
    choices (`rang`, on average) their competitors are looked for."""

    meest: int = 10
    rang: float = 4.0


@dataclass(frozen=True)
class Cyclus:
    """So many rounds for each child, cooling from `warm` to `koel` points."""

    per_kind: int
    warm: float
    koel: float


CYCLI = (Cyclus(60, 300.0, 5.0), Cyclus(180, 500.0, 3.0), Cyclus(600, 2000.0, 5.0))
"""Each goes on where the one before ended; the last is repeated."""
CYCLI_GROOT = (Cyclus(15, 60.0, 3.0), Cyclus(30, 60.0, 3.0), Cyclus(60, 100.0, 3.0))
"""The same where a cycle takes minutes: colder, so that what is found early counts."""
CYCLI_KOUD = (Cyclus(60, 5.0, 2.0), Cyclus(60, 20.0, 3.0))
"""The same from a plan that is good already: so cold that it stays near it."""

Rij = tuple[int, list[tuple[int, bool]]]
"""Start week, and of each phase the groep (index) and whether a resident stays there."""


class Herbouw:
    """One search. Only `begin`, `neem` and `cyclus` change it, one at a time."""

    def __init__(
        self,
        probleem: Probleem,
        plekken: Plekken,
        keuzes: Sequence[Sequence[Fasekeuzes]],
        seed: int,
        cycli: Sequence[Cyclus] | None = None,
    ) -> None:
        self._cycli = CYCLI if cycli is None else cycli
        self.tabel = self._t = maak_tabel(probleem, plekken, keuzes)
        self._staat = lege_staat(self._t)
        self._blad = maak_werkblad(self._t, seed)
        self._ronde = maak_ronde(self._t)
        self._stop = np.zeros(1, dtype=bool)
        kinderen, begin = self._t.kinderen, self._t.fasen["keuze0"][self._t.kinderen["fase0"]]
        self._bewoner = kinderen["zonder"][:-1] == BEWONER_ZONDER
        self._zaden = np.flatnonzero(np.diff(begin) > 1).astype(np.int32)
        self._gedaan = 0
        self._begonnen = False
        self._prijs = 0.0

    @property
    def kosten(self) -> int | None:
        """The cost of the best plan so far, None when residents are without a place."""
        return int(self._ronde.tel[BESTE]) if self._begonnen else None

    def rijen(self) -> list[Rij | None]:
        """The best plan, child by child."""
        t, uit = self._t, list[Rij | None]()
        for kind, start in enumerate(self._ronde.kinderen["beste_start"].tolist()):
            if start < 0:
                uit.append(None)
                continue
            rij, van = [], start
            for fase in range(t.kinderen["fase0"][kind], t.kinderen["fase0"][kind + 1]):
                if van >= t.horizon:
                    break
                keuze = t.keuzes[self._ronde.beste_keuze[fase]]
                rij.append((int(keuze["groep"]), bool(keuze["blijft"])))
                van += int(t.fasen["weken"][fase])
            uit.append((start, rij))
        return uit

    def begin(self) -> bool:
        """A first plan: all residents, then those who wait. Whether all residents found a place."""
        t, st = self._t, self._staat
        bewoners = self._op_einde(np.flatnonzero(self._bewoner))
        leg_bewoners(t, st, self._blad, bewoners, self._thuis(bewoners), 0.0)
        if not self._alle_bewoners(bewoners):
            return False
        wachtend = np.flatnonzero(~self._bewoner)
        op_urgentie = wachtend[np.argsort(-t.kinderen["zonder"][wachtend], kind="stable")]
        leg_rijen(t, st, self._blad, op_urgentie.astype(np.int32), 0.0)
        bewaar(t, st, self._ronde)
        self._begonnen = True
        return True

    def _alle_bewoners(self, bewoners: Klein) -> bool:
        """Place residents who are left without a place by moving others; those who wait give way."""
        t, st = self._t, self._staat
        # for who waits no place costs nothing, so none of them is worth placing
        zonder = t.kinderen["zonder"][:-1].copy()
        t.kinderen["zonder"][:-1][~self._bewoner] = 0
        tel_totaal(t, st)
        verhuizers = bewoners[np.diff(t.kinderen["fase0"])[bewoners] > 1]
        try:
            for _ in range(BEURTEN):
                klem = bewoners[st.kinderen["start"][bewoners] < 0]
                if not len(klem) or self._stop[0]:
                    break
                for zaden in (klem, verhuizers):
                    if len(zaden):
                        keer = max(PER_BEURT, 4 * len(klem))
                        self._rondes(zaden, keer, 300.0, 1.0, Maat(14, 8.0), 0.0)
        finally:
            t.kinderen["zonder"][:-1] = zonder
            tel_totaal(t, st)
        # what was best without those who wait is no plan
        self._vergeet_beste()
        return bool((st.kinderen["start"][bewoners] >= 0).all())

    def neem(self, rijen: Sequence[Rij | None]) -> bool:
        """Begin from this plan, which keeps to the rules; whether all of it is among the choices."""
        t, st = self._t, lege_staat(self._t)
        for kind, rij in enumerate(rijen):
            if rij is None:
                continue
            eerste = int(t.kinderen["fase0"][kind])
            for fase, (groep, blijft) in enumerate(rij[1], eerste):
                begin, einde = t.fasen["keuze0"][fase], t.fasen["keuze0"][fase + 1]
                hier = t.keuzes[begin:einde]
                raak = np.flatnonzero((hier["groep"] == groep) & (hier["blijft"] == blijft))
                if not len(raak):
                    return False
                st.fasen["keuze"][fase] = begin + int(raak[0])
            leg_rij(t, st, kind, rij[0], len(rij[1]))
        self._staat = st
        self._vergeet_beste()
        bewaar(t, st, self._ronde)
        self._begonnen = True
        return True

    def stuur(self, prijzen: Sequence[tuple[int, int, Kommagetallen]]) -> None:
        """Weigh from the next cycle on, in two rounds out of three, what a place takes from others.

        `prijzen`: (groep, hundredths of hours, [1 + week] the price of a place in all weeks before); hours
        do not matter in a groep without a roster.
        """
        t, tarief = self._t, self._blad.tarief
        for groep, uren, lasten in prijzen:
            zonder_rooster = t.groepen["rooster"][groep] < 0
            tarief[np.flatnonzero(zonder_rooster | (t.klassen == uren)), groep] = lasten
        self._prijs = 1.0

    def stuur_op(self, tarief: Kommagetallen) -> None:
        """The same for all groepen and hours at once: [klasse, groep, 1 + week]."""
        self._blad.tarief[:] = tarief
        self._prijs = 1.0

    def cyclus(self) -> None:
        """The next cycle of rounds."""
        cyclus = self._cycli[min(self._gedaan, len(self._cycli) - 1)]
        self._gedaan += 1
        rondes = cyclus.per_kind * len(self._bewoner)
        koeling = (cyclus.koel / cyclus.warm) ** (1 / max(1, rondes))
        self._rondes(self._zaden, rondes, cyclus.warm, koeling, Maat(), ZONDER_PLEK)

    def houd_op(self) -> None:
        """End what runs in another thread, for good."""
        self._stop[0] = True

    def _rondes(
        self, zaden: Klein, rondes: int, warmte: float, koeling: float, maat: Maat, zonder: float
    ) -> None:
        if len(zaden):
            zoek(
                self._t,
                self._staat,
                self._blad,
                self._ronde,
                zaden,
                rondes,
                warmte,
                koeling,
                maat.meest,
                maat.rang,
                zonder,
                self._prijs,
                self._stop,
            )

    def _vergeet_beste(self) -> None:
        self._ronde.tel[BESTE] = np.iinfo(np.int64).max
        self._ronde.tel[AANTAL_ANDERS] = len(self._bewoner)
        self._ronde.anders[:] = np.arange(len(self._bewoner))
        self._ronde.kinderen["is_anders"] = True

    def _op_einde(self, bewoners: Getallen) -> Klein:
        """Residents in order of when their first phase ends."""
        einde = self._t.fasen["weken"][self._t.kinderen["fase0"][bewoners]]
        return np.asarray(bewoners[np.argsort(einde, kind="stable")], dtype=np.int32)

    def _thuis(self, bewoners: Klein) -> Getallen:
        """The keuze of staying in the first phase of each child, or -1."""
        thuis = np.full(len(self._bewoner), -1, dtype=np.int64)
        for kind in bewoners:
            fase = self._t.kinderen["fase0"][kind]
            begin, einde = self._t.fasen["keuze0"][fase], self._t.fasen["keuze0"][fase + 1]
            blijft = np.flatnonzero(self._t.keuzes["blijft"][begin:einde])
            if len(blijft):
                thuis[kind] = begin + int(blijft[0])
        return thuis


class Ernaast:
    """A search in a thread beside other work: a first plan if there is none yet, and some cycles."""

    def __init__(self, herbouw: Herbouw, cycli: int) -> None:
        self._herbouw = herbouw
        self._cycli = cycli
        self._fout: BaseException | None = None
        self._draad = threading.Thread(target=self._werk, daemon=True)
        self._draad.start()

    def _werk(self) -> None:
        try:
            if self._herbouw.kosten is not None or self._herbouw.begin():
                for _ in range(self._cycli):
                    self._herbouw.cyclus()
        except BaseException as fout:  # told to whoever waits
            self._fout = fout

    def wacht(self, genoeg: Callable[[], bool]) -> bool:
        """Until the work is done, or `genoeg` says so; whether it is done."""
        while self._draad.is_alive() and not genoeg():
            self._draad.join(WACHTTIJD)
        if self._fout is not None:
            raise self._fout
        return not self._draad.is_alive()

    def houd_op(self) -> bool:
        """End the work; False when it does not listen, which is so while its code is being compiled."""
        self._herbouw.houd_op()
        self._draad.join(LUISTERTIJD)
        return not self._draad.is_alive()
