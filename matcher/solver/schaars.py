"""Everything scarce, as rows with a supply per week: beds, hours, their mixes, and pairs kept apart.

A *soort* is a kind of use of one groep: so many hours, and whether it is a resident who stays where the
input already breaks a limit. Each knoop is of one soort, so a price per week of each soort prices every
knoop at once. Rows can be added while prices are being sought (`snij`).
"""

from copy import copy
from dataclasses import dataclass

import numpy as np

from matcher.solver.getallen import Getallen, Kommagetallen
from matcher.solver.opties import Opties
from matcher.solver.veelvlak import Groepsgrens, snede

BIJNA_VOL = 0.9
"""Share of the hours in use from which a mix is worth cutting."""


@dataclass(frozen=True)
class Mengselregel:
    """In the weeks of `weken` the mix in a groep obeys sum of coefficients (by soort) <= `rechts`."""

    groep: int
    weken: tuple[int, ...]
    soorten: Getallen
    getallen: tuple[int, ...]
    rechts: int
    rij: int
    """Its number among all rows."""


class Schaars:
    """The rows over some options. Prices and supply have shape [rows, weeks]."""

    def __init__(self, opties: Opties) -> None:
        self.opties = opties
        self.mengselregels: list[Mengselregel] = []
        self._bekend: set[object] = set()
        self._soorten()
        weken = opties.probleem.horizon
        self._profielen: list[Kommagetallen] = [np.ones(weken)]
        self._rij: list[int] = []
        self._van_soort: list[int] = []
        self._gewicht: list[float] = []
        self._profiel: list[int] = []
        self._aanbod: list[Kommagetallen] = []
        self._schaal: list[float] = []
        self.bedrij: dict[int, int] = {}
        self.urenrij: dict[int, int] = {}
        self.vol_van: dict[int, Getallen] = {}
        """Of a row with shares (see `_aandelen`): the most that stayers could use, 0 in a plain week."""
        self._gewone_rijen()
        self._apart()
        self._leg_vast()

    # ---- kinds of use

    def _soorten(self) -> None:
        opties, plekken = self.opties, self.opties.plekken
        met_rooster = plekken.uren[opties.groep] >= 0
        uren = np.where(met_rooster, opties.uren, 0)
        vrij = (plekken.bedden_vrijgesteld | plekken.uren_vrijgesteld)[opties.groep]
        blijft = (opties.blijft & vrij).astype(np.int64)
        merk = (opties.groep * 100_000 + uren) * 2 + blijft
        merken, self.soort = np.unique(merk, return_inverse=True)
        self.soort = self.soort.astype(np.int64)
        self._op_volgorde = np.argsort(self.soort, kind="stable")
        self._gesorteerd = self.soort[self._op_volgorde]
        self._meest_van: dict[int, Getallen] = {}
        self.soort_groep = merken // 200_000
        self.soort_uren = merken // 2 % 100_000
        self.soort_blijft = merken % 2 == 1

    def _meest(self, soort: int) -> Getallen:
        """[week]: how many children can be of this soort."""
        if soort not in self._meest_van:
            opties = self.opties
            begin, einde = np.searchsorted(self._gesorteerd, [soort, soort + 1])
            knopen = self._op_volgorde[begin:einde]
            kinderen, rij = np.unique(opties.kind[knopen], return_inverse=True)
            telling = _telling(len(kinderen), opties.probleem.horizon, rij, knopen, opties)
            self._meest_van[soort] = (telling > 0).sum(axis=0)
        return self._meest_van[soort]

    # ---- rows

    def _nieuwe_rij(
        self,
        soorten: Getallen,
        gewichten: Getallen,
        profielen: list[int],
        aanbod: Kommagetallen,
        schaal: float,
    ) -> None:
        nummer = len(self._aanbod)
        for soort, gewicht, profiel in zip(soorten, gewichten, profielen, strict=True):
            if gewicht:
                self._rij.append(nummer)
                self._van_soort.append(int(soort))
                self._gewicht.append(float(gewicht))
                self._profiel.append(profiel)
        self._aanbod.append(aanbod)
        self._schaal.append(schaal)

    def _gewone_rijen(self) -> None:
        plekken = self.opties.plekken
        for groep, soorten in self._per_groep():
            bedden = plekken.bedden[groep]
            een = np.ones(len(soorten), dtype=np.int64)
            profielen = self._aandelen(soorten, bedden, een, bool(plekken.bedden_vrijgesteld[groep]))
            self.bedrij[groep] = len(self._aanbod)
            self._nieuwe_rij(soorten, een, profielen, bedden.astype(np.float64), 1.0)
            if plekken.uren[groep] >= 0 and self.soort_uren[soorten].any():
                zwaar = soorten[self.soort_uren[soorten] > 0]
                uren = self.soort_uren[zwaar]
                rooster = np.full(self.opties.probleem.horizon, int(plekken.uren[groep]))
                profielen = self._aandelen(zwaar, rooster, uren, bool(plekken.uren_vrijgesteld[groep]))
                self.urenrij[groep] = len(self._aanbod)
                self._nieuwe_rij(zwaar, uren, profielen, rooster.astype(np.float64), 2000.0)

    def _per_groep(self) -> list[tuple[int, Getallen]]:
        groepen, begin = np.unique(self.soort_groep, return_index=True)
        delen = np.split(np.arange(len(self.soort_groep)), begin[1:])
        return list(zip(map(int, groepen), delen, strict=False))

    def _aandelen(
        self, soorten: Getallen, grens: Getallen, gewicht: Getallen, vrijgesteld: bool
    ) -> list[int]:
        """The profile of each soort: below 1 for residents who may stay in a groep that is too full.

        Stayers/K + others/capacity <= 1 holds whoever is there, with K the most that stayers could use.
        """
        profielen = [0] * len(soorten)
        if not vrijgesteld:
            return profielen
        blijvers = np.flatnonzero(self.soort_blijft[soorten])
        totaal = np.zeros(len(grens), dtype=np.int64)
        for plek in blijvers:
            totaal += gewicht[plek] * self._meest(int(soorten[plek]))
        vol = totaal > grens
        aandeel = np.ones(len(grens))
        aandeel[vol] = grens[vol] / totaal[vol]
        self.vol_van[len(self._aanbod)] = np.where(vol, totaal, 0)
        self._profielen.append(aandeel)
        for plek in blijvers:
            profielen[int(plek)] = len(self._profielen) - 1
        return profielen

    def _apart(self) -> None:
        """Rows for pairs of rule 5: at most one of the two in each groep that both could use."""
        opties = self.opties
        knopen, rijen, begin = [], [], len(self._aanbod)
        self._apart_aantal = 0
        for een, ander in opties.probleem.paren_apart:
            mijn, jouw = (opties.per_kind[opties.nummer[wie]] for wie in (een, ander))
            samen = np.intersect1d(opties.groep[mijn], opties.groep[jouw])
            wie = np.concatenate([mijn, jouw])
            wie = wie[np.isin(opties.groep[wie], samen)]
            knopen.append(wie)
            rijen.append(np.searchsorted(samen, opties.groep[wie]) + self._apart_aantal)
            self._apart_aantal += len(samen)
        leeg = np.zeros(0, dtype=np.int64)
        self._apart_knoop = np.concatenate([leeg, *knopen])
        self._apart_rij = np.concatenate([leeg, *rijen])
        self._apart_begin = begin  # pair rows stand after these; cuts come after the pair rows
        for _ in range(self._apart_aantal):
            self._aanbod.append(np.ones(opties.probleem.horizon))
            self._schaal.append(1.0)

    def _leg_vast(self) -> None:
        self.aanbod = np.array(self._aanbod).reshape(len(self._aanbod), self.opties.probleem.horizon)
        self.schaal = np.array(self._schaal)[:, None]
        rij, soort = np.array(self._rij, dtype=np.int64), np.array(self._van_soort, dtype=np.int64)
        gewicht = np.array(self._gewicht)[:, None]
        gewicht = gewicht * np.array(self._profielen)[np.array(self._profiel, dtype=np.int64)]
        op_soort, op_rij = np.argsort(soort, kind="stable"), np.argsort(rij, kind="stable")
        self._op_soort = (rij[op_soort], gewicht[op_soort], *_stukken(soort[op_soort]))
        self._op_rij = (soort[op_rij], gewicht[op_rij], *_stukken(rij[op_rij]))

    def voor(self, opties: Opties, knopen: Getallen) -> "Schaars":
        """The same rows for some of the knopen (`knopen`: which ones), to price with; not to cut with."""
        deel = copy(self)
        deel.opties = opties
        deel.soort = self.soort[knopen]
        nieuw = np.full(len(self.opties), -1, dtype=np.int64)
        nieuw[knopen] = np.arange(len(knopen))
        wie = nieuw[self._apart_knoop]
        deel._apart_knoop, deel._apart_rij = wie[wie >= 0], self._apart_rij[wie >= 0]
        return deel

    # ---- prices and use

    def lasten(self, prijzen: Kommagetallen) -> Kommagetallen:
        """What each knoop uses, at these prices."""
        opties = self.opties
        tarief, extra = self.tarief(prijzen)
        plat, basis = tarief.ravel(), self.soort * tarief.shape[1]
        lasten = np.asarray(plat[basis + opties.tot] - plat[basis + opties.van], dtype=np.float64)
        return lasten + extra if len(extra) else lasten

    def tarief(self, prijzen: Kommagetallen) -> tuple[Kommagetallen, Kommagetallen]:
        """([soort, 1 + week] what one child of a soort uses in all weeks before, [knoop] what comes on top).

        What comes on top is for pairs kept apart; it is empty where there is nothing of the kind.
        """
        tarief = self._per_soort(prijzen).cumsum(axis=1)
        hier = prijzen[self._apart_begin : self._apart_begin + self._apart_aantal]
        if not hier.any():
            return tarief, np.zeros(0)
        per_week = np.zeros((len(hier), hier.shape[1] + 1))
        per_week[:, 1:] = hier
        wie, plat = self._apart_knoop, per_week.cumsum(axis=1).ravel()
        basis = self._apart_rij * per_week.shape[1]
        op_top = plat[basis + self.opties.tot[wie]] - plat[basis + self.opties.van[wie]]
        extra = np.bincount(wie, weights=op_top, minlength=len(self.opties))
        return tarief, extra.astype(np.float64)

    def tarief_van_groepen(self, prijzen: Kommagetallen) -> list[tuple[int, int, Kommagetallen]]:
        """(groep, hundredths of hours, [1 + week] price of all weeks before) of whoever comes in anew."""
        tarief, _ = self.tarief(prijzen)
        return [
            (int(self.soort_groep[soort]), int(self.soort_uren[soort]), tarief[soort])
            for soort in np.flatnonzero(~self.soort_blijft)
        ]

    def _per_soort(self, prijzen: Kommagetallen) -> Kommagetallen:
        """[soort, 1 + week]: what one child of a soort uses in a week; the first column is empty."""
        rij, gewicht, soorten, begin = self._op_soort
        per_week = np.zeros((len(self.soort_groep), prijzen.shape[1] + 1))
        if len(rij):
            per_week[soorten, 1:] = np.add.reduceat(prijzen[rij] * gewicht, begin, axis=0)
        return per_week

    def gebruik(self, knopen: Getallen) -> tuple[Kommagetallen, Kommagetallen]:
        """([rows, week] use by these knopen, [soorten, week] how many of each soort)."""
        opties = self.opties
        weken = opties.probleem.horizon
        aantal = _telling(len(self.soort_groep), weken, self.soort[knopen], knopen, opties)
        return self.gebruik_van(aantal, np.bincount(knopen, minlength=len(opties))), aantal

    def gebruik_van(self, aantal: Kommagetallen, keer: Kommagetallen | Getallen) -> Kommagetallen:
        """[rows, week]: the use by so many of each soort ([soorten, week]) and of each knoop."""
        gebruik = np.zeros_like(self.aanbod)
        soort, gewicht, rijen, begin = self._op_rij
        if len(soort):
            gebruik[rijen] = np.add.reduceat(aantal[soort] * gewicht, begin, axis=0)
        if self._apart_aantal:
            wie = np.flatnonzero(keer[self._apart_knoop])
            knopen = self._apart_knoop[wie]
            deel = slice(self._apart_begin, self._apart_begin + self._apart_aantal)
            gebruik[deel] = _telling(
                self._apart_aantal, gebruik.shape[1], self._apart_rij[wie], knopen, self.opties, keer[knopen]
            )
        return gebruik

    # ---- cuts

    def snij(self, aantal: Kommagetallen) -> int:
        """Add rows that this mix ([soorten, week], fractions) breaks; gives how many."""
        plekken, gemaakt = self.opties.plekken, 0
        for groep, soorten in self._per_groep():
            vrij = plekken.bedden_vrijgesteld[groep] or plekken.uren_vrijgesteld[groep]
            if plekken.uren[groep] < 0 and not vrij:
                continue
            gemaakt += self._snij_groep(groep, soorten, aantal[soorten])
        if gemaakt:
            self._leg_vast()
        return gemaakt

    def _snij_groep(self, groep: int, soorten: Getallen, aantal: Kommagetallen) -> int:
        plekken = self.opties.plekken
        uren = self.soort_uren[soorten]
        if plekken.uren[groep] >= 0 and not self.soort_blijft[soorten].any():
            druk = np.flatnonzero(uren @ aantal >= BIJNA_VOL * plekken.uren[groep])
        else:
            druk = np.flatnonzero(aantal.sum(axis=0) > 0)
        if not len(druk):
            return 0
        meest = np.array([self._meest(int(soort)) for soort in soorten])
        per_grens: dict[Groepsgrens, list[int]] = {}
        for week in range(aantal.shape[1]):
            grens = Groepsgrens(
                tuple(map(int, uren)),
                tuple(map(bool, self.soort_blijft[soorten])),
                tuple(
                    int(m) if b else min(int(m), int(plekken.bedden[groep, week]))
                    for m, b in zip(meest[:, week], self.soort_blijft[soorten], strict=True)
                ),
                int(plekken.bedden[groep, week]),
                int(plekken.uren[groep]),
                bool(plekken.bedden_vrijgesteld[groep]),
                bool(plekken.uren_vrijgesteld[groep]),
            )
            per_grens.setdefault(grens, []).append(week)
        gemaakt = 0
        drukke = set(druk.tolist())
        for grens, weken in per_grens.items():
            gezien: set[tuple[tuple[int, ...], int]] = set()
            for week in sorted(drukke.intersection(weken)):
                punt = aantal[:, week]
                if any(float(np.dot(getallen, punt)) >= rechts for getallen, rechts in gezien):
                    continue
                gevonden = snede(grens, punt)
                if gevonden is None or gevonden in gezien:
                    continue
                gezien.add(gevonden)
                gemaakt += self._neem_op(groep, tuple(weken), soorten, *gevonden)
        return gemaakt

    def _neem_op(
        self, groep: int, weken: tuple[int, ...], soorten: Getallen, getallen: tuple[int, ...], rechts: int
    ) -> int:
        merk = (groep, weken, tuple(soorten.tolist()), getallen, rechts)
        if merk in self._bekend:
            return 0
        self._bekend.add(merk)
        self.mengselregels.append(Mengselregel(groep, weken, soorten, getallen, rechts, len(self._aanbod)))
        wanneer = np.zeros(self.opties.probleem.horizon)
        wanneer[list(weken)] = 1.0
        self._profielen.append(wanneer)
        profielen = [len(self._profielen) - 1] * len(soorten)
        keer = np.array(getallen, dtype=np.int64)
        self._nieuwe_rij(soorten, keer, profielen, wanneer * rechts, float(keer.mean()) or 1.0)
        return 1


def _stukken(gesorteerd: Getallen) -> tuple[Getallen, Getallen]:
    """(values, where each begins) of a sorted array."""
    waarden, begin = np.unique(gesorteerd, return_index=True)
    return waarden, begin


def _telling(
    rijen: int,
    weken: int,
    rij: Getallen,
    knopen: Getallen,
    opties: Opties,
    keer: Kommagetallen | Getallen | None = None,
) -> Kommagetallen:
    """[rows, week]: how many of these knopen use each row, each once or so many times."""
    breedte = weken + 1
    plat = np.bincount(rij * breedte + opties.van[knopen], keer, rijen * breedte).astype(np.float64)
    plat -= np.bincount(rij * breedte + opties.tot[knopen], keer, rijen * breedte)
    return np.asarray(plat.reshape(rijen, breedte).cumsum(axis=1)[:, :-1], dtype=np.float64)
