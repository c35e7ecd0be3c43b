"""The placement problem as a 0/1 program: over whole paths (to optimise) or over knopen (to find any plan).

Children outside the program stay put; what they take is subtracted. Every literal is spread over the
groepen and weeks that it uses (`Gebruiksregels`), and rules 1, 5 and 7 are written once for both forms.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from matcher.solver.getallen import Getallen
from matcher.solver.opties import Opties, Pad
from matcher.solver.programma import Programma
from matcher.solver.schaars import Schaars
from matcher.solver.stand import Gebruik, gebruik


@dataclass(frozen=True)
class Gebruiksregels:
    """Which column of a program uses which knoop; a path uses several, a knoop is used by several."""

    kolom: Getallen
    knoop: Getallen


@dataclass(frozen=True)
class Herkomst:
    """A row of a program that is `keer` times row `rij` of `Schaars` in week `week`."""

    programmarij: int
    rij: int
    week: int
    keer: int


class Padmodel:
    """One column per path in `paden` (by child), and one for no place where the child may have none.

    `vast` holds the paths of the children who stay put. With `schaars` (only when nobody stays put) its
    stronger rows come in too, and `herkomst` says which row of the program is which of those.
    """

    def __init__(
        self,
        opties: Opties,
        paden: Mapping[int, Sequence[Pad]],
        vast: Mapping[int, Pad],
        schaars: Schaars | None = None,
    ) -> None:
        self.opties = opties
        self.programma = Programma()
        self.vast = vast
        self._pad_van: dict[int, tuple[int, Pad]] = {}
        self._kolommen: dict[int, list[int]] = {}
        kolom_van: list[int] = []
        knoop_van: list[int] = []
        for kind in sorted(paden):
            kolommen = []
            for pad in paden[kind]:
                kolom = self.programma.kolom(opties.padkosten(pad))
                self._pad_van[kolom] = (kind, pad)
                kolommen.append(kolom)
                kolom_van += [kolom] * len(pad)
                knoop_van += pad
            self._kolommen[kind] = list(kolommen)
            if np.isfinite(opties.zonder_plek[kind]):
                weg = self.programma.kolom(int(opties.zonder_plek[kind]))
                self._pad_van[weg] = (kind, ())
                kolommen.append(weg)
            self.programma.rij(kolommen, laag=1, hoog=1)
        regels = Gebruiksregels(np.array(kolom_van, dtype=np.int64), np.array(knoop_van, dtype=np.int64))
        bezet = gebruik(opties, vast.values())
        self.herkomst = grenzen_van_groepen(self.programma, opties, regels, bezet, schaars)
        if schaars is not None:
            self.herkomst += mengsels_van_groepen(self.programma, opties, regels, schaars)
        houd_apart(self.programma, opties, regels, vast)
        self._samen()

    def paden_uit(self, gekozen: Iterable[int]) -> dict[int, Pad]:
        """The path of each child of the program (empty: no place) in a solution."""
        return dict(self._pad_van[kolom] for kolom in gekozen if kolom in self._pad_van)

    def kolommen_van(self, paden: Mapping[int, Pad]) -> list[int]:
        """The solution that these paths make, as columns, for a hint."""
        gekozen = [kolom for kolom, (kind, pad) in self._pad_van.items() if paden.get(kind) == pad]
        return self.programma.met_hulp(gekozen)

    def _samen(self) -> None:
        """A pair pays when, as the later of the two starts, the other is in another groep."""
        punten = self.opties.probleem.gewichten["samen"]
        if not punten:
            return
        for paar in self.opties.probleem.paren_samen:
            een, ander = (self.opties.nummer[kind] for kind in paar)
            if een in self._kolommen and ander in self._kolommen:
                self._samen_vrij(een, ander, punten)
            elif een in self._kolommen and self.vast.get(ander):
                self._samen_half(een, self.vast[ander], punten)
            elif ander in self._kolommen and self.vast.get(een):
                self._samen_half(ander, self.vast[een], punten)

    def _samen_vrij(self, een: int, ander: int, punten: int) -> None:
        """Both have a place and neither `together` nor `never there at the same time` holds: they pay.

        One helper per way to be together (the later one starts in that week and groep, where the other is)
        and per week in which one starts after the other has left; each leans on both children.
        """
        programma, opties = self.programma, self.opties
        samen: list[int] = []
        for ik, wij, ook_gelijk in ((een, ander, True), (ander, een, False)):
            begin: dict[tuple[int, int], list[int]] = {}
            for kolom in self._kolommen[ik]:
                knoop = self._pad_van[kolom][1][0]
                begin.setdefault((int(opties.start[knoop]), int(opties.groep[knoop])), []).append(kolom)
            jouw = [(kolom, self._pad_van[kolom][1]) for kolom in self._kolommen[wij]]
            for (week, groep), kolommen in begin.items():
                # a start in the same week must count once, or half together would pass for whole
                erbij = [
                    kolom
                    for kolom, pad in jouw
                    if opties.waar(pad, week) == groep and (ook_gelijk or opties.start[pad[0]] < week)
                ]
                if erbij:
                    samen.append(self._steunt_op(kolommen, erbij))
            for week in sorted({week for week, _ in begin}):
                weg = [kolom for kolom, pad in jouw if int(opties.tot[pad[-1]]) <= week]
                if weg:
                    dan = [kolom for (w, _), rij in begin.items() if w == week for kolom in rij]
                    samen.append(self._steunt_op(dan, weg))
        mijn, jullie = set(self._kolommen[een]), set(self._kolommen[ander])
        mag = set(samen)
        uit_elkaar = programma.hulpkolom(
            lambda aan: bool(aan & mijn) and bool(aan & jullie) and not aan & mag, punten
        )
        beide = [*mijn, *jullie]
        programma.rij([*beide, *samen, uit_elkaar], [1] * len(beide) + [-1] * (len(samen) + 1), hoog=1)

    def _steunt_op(self, een: Sequence[int], ander: Sequence[int]) -> int:
        """A helper that may be on only if a column of each of the two is."""
        links, rechts = set(een), set(ander)
        hulp = self.programma.hulpkolom(lambda aan: bool(aan & links) and bool(aan & rechts))
        for kolommen in (een, ander):
            self.programma.rij([hulp, *kolommen], [1] + [-1] * len(kolommen), hoog=0)
        return hulp

    def _samen_half(self, vrij: int, vast: Pad, punten: int) -> None:
        """The other child stays put, so each path of this one is together with it or not."""
        opties = self.opties
        for kolom in self._kolommen[vrij]:
            pad = self._pad_van[kolom][1]
            week = max(int(opties.start[pad[0]]), int(opties.start[vast[0]]))
            waar = {opties.waar(pad, week), opties.waar(vast, week)}
            if None not in waar and len(waar) == 2:
                self.programma.kosten[kolom] += punten


class Knopenmodel:
    """One column per knoop, costs left out: is there any plan at all for these children?

    `bezet` is what others take already; nobody of them may be one to keep apart from these children.
    """

    def __init__(
        self, opties: Opties, keuze: Getallen, kinderen: Sequence[int], bezet: Gebruik | None = None
    ) -> None:
        self._deel = opties.deel(np.unique(keuze))
        self._opties = opties
        self.programma = Programma()
        deel, programma = self._deel, self.programma
        for _ in range(len(deel)):
            programma.kolom()
        eerste = np.flatnonzero(deel.fase == 0)
        nummers = np.array(kinderen, dtype=np.int64)
        begin_van = np.searchsorted(deel.kind[eerste], np.stack([nummers, nummers + 1]))
        for van, tot in begin_van.T:
            programma.rij(eerste[van:tot], laag=1, hoog=1)
        begin = np.append(deel.blokbegin, len(deel))
        for blok, volgend in enumerate(deel.volgend_blok):
            if volgend >= 0:
                hier = list(range(begin[blok], begin[blok + 1]))
                daar = list(range(begin[volgend], begin[volgend + 1]))
                programma.rij(hier + daar, [1] * len(hier) + [-1] * len(daar), laag=0, hoog=0)
        # a resident can stay only where it stayed before
        vorige = {int(naar): van for van, naar in enumerate(deel.zelfde) if naar >= 0}
        for knoop in np.flatnonzero(deel.blijft & (deel.fase > 0)):
            van = vorige.get(int(knoop))
            wie = [int(knoop)] if van is None else [int(knoop), van]
            programma.rij(wie, [1, -1][: len(wie)], hoog=0)
        alle = np.arange(len(deel))
        regels = Gebruiksregels(alle, alle)
        grenzen_van_groepen(programma, deel, regels, gebruik(deel, ()) if bezet is None else bezet)
        houd_apart(programma, deel, regels, {})

    def paden_uit(self, gekozen: Iterable[int]) -> dict[int, Pad]:
        """The path of each child in a solution, in knopen of the whole options."""
        terug = np.searchsorted(self._opties.sleutel, self._deel.sleutel)
        paden: dict[int, list[int]] = {}
        for knoop in sorted(gekozen):  # knopen lie in order of phase; helper columns come after them
            if knoop >= len(self._deel):
                break
            paden.setdefault(int(self._deel.kind[knoop]), []).append(int(terug[knoop]))
        return {kind: tuple(pad) for kind, pad in paden.items()}


def grenzen_van_groepen(
    programma: Programma,
    opties: Opties,
    regels: Gebruiksregels,
    bezet: Gebruik,
    schaars: Schaars | None = None,
) -> list[Herkomst]:
    """Rows for beds and hours (rules 1 and 7), beside what `bezet` takes already."""
    plekken = opties.plekken
    herkomst: list[Herkomst] = []
    for groep, rijen in _per_groep(opties, regels):
        if plekken.bedden_vrijgesteld[groep] or plekken.uren_vrijgesteld[groep]:
            _volle_groep(programma, opties, regels, rijen, groep, bezet)
            if schaars is not None:
                herkomst += _aandelen(programma, opties, regels, rijen, groep, schaars)
            continue
        gemaakt = _grens(
            programma,
            opties,
            Gebruiksregels(regels.kolom[rijen], regels.knoop[rijen]),
            np.ones(len(rijen), dtype=np.int64),
            plekken.bedden[groep] - bezet.hoofden[groep],
        )
        if schaars is not None:
            herkomst += [Herkomst(rij, schaars.bedrij[groep], week, 1) for rij, week in gemaakt]
        if plekken.uren[groep] >= 0:
            zwaar = rijen[opties.uren[regels.knoop[rijen]] > 0]
            gemaakt = _grens(
                programma,
                opties,
                Gebruiksregels(regels.kolom[zwaar], regels.knoop[zwaar]),
                opties.uren[regels.knoop[zwaar]],
                plekken.uren[groep] - bezet.uren[groep],
            )
            if schaars is not None and gemaakt:
                herkomst += [Herkomst(rij, schaars.urenrij[groep], week, 1) for rij, week in gemaakt]
    return herkomst


def mengsels_van_groepen(
    programma: Programma, opties: Opties, regels: Gebruiksregels, schaars: Schaars
) -> list[Herkomst]:
    """The rows on mixes of children: they rule out no plan, only fractions of one."""
    herkomst: list[Herkomst] = []
    per_groep = dict(_per_groep(opties, regels))
    for regel in schaars.mengselregels:
        rijen = per_groep.get(regel.groep)
        if rijen is None:
            continue
        getal = np.zeros(len(schaars.soort_groep), dtype=np.int64)
        getal[regel.soorten] = regel.getallen
        gewicht = getal[schaars.soort[regels.knoop[rijen]]]
        telt = gewicht > 0
        vrij = np.full(opties.probleem.horizon, np.iinfo(np.int64).max // 4)
        vrij[list(regel.weken)] = regel.rechts
        gemaakt = _grens(
            programma,
            opties,
            Gebruiksregels(regels.kolom[rijen[telt]], regels.knoop[rijen[telt]]),
            gewicht[telt],
            vrij,
        )
        herkomst += [Herkomst(rij, regel.rij, week, 1) for rij, week in gemaakt]
    return herkomst


def _aandelen(
    programma: Programma,
    opties: Opties,
    regels: Gebruiksregels,
    rijen: Getallen,
    groep: int,
    schaars: Schaars,
) -> list[Herkomst]:
    """The rows with shares for a groep that the input overfills (see `Schaars`), in whole numbers."""
    plekken, herkomst = opties.plekken, []
    kolom, knoop = regels.kolom[rijen], regels.knoop[rijen]
    for rij, zwaarte in ((schaars.bedrij.get(groep), None), (schaars.urenrij.get(groep), opties.uren[knoop])):
        if rij is None:
            continue
        for week in range(opties.probleem.horizon):
            grens = int(plekken.bedden[groep, week] if zwaarte is None else plekken.uren[groep])
            vol = int(schaars.vol_van[rij][week]) if rij in schaars.vol_van else 0
            hier = np.flatnonzero((opties.van[knoop] <= week) & (opties.tot[knoop] > week))
            gewicht = np.ones(len(hier), dtype=np.int64) if zwaarte is None else zwaarte[hier]
            if vol:
                gewicht = gewicht * np.where(opties.blijft[knoop[hier]], grens, vol)
            rechts = grens * (vol or 1)
            if _hoogstens(opties, knoop[hier], gewicht) > rechts:
                herkomst.append(Herkomst(len(programma.rijen), rij, week, vol or 1))
                programma.rij(kolom[hier], gewicht, hoog=rechts)
    return herkomst


def _per_groep(opties: Opties, regels: Gebruiksregels) -> Iterable[tuple[int, Getallen]]:
    groep = opties.groep[regels.knoop]
    volgorde = np.argsort(groep, kind="stable")
    groepen, begin = np.unique(groep[volgorde], return_index=True)
    return zip(map(int, groepen), np.split(volgorde, begin[1:]), strict=False)


def _grens(
    programma: Programma, opties: Opties, regels: Gebruiksregels, gewicht: Getallen, vrij: Getallen
) -> list[tuple[int, int]]:
    """In every week the weights used stay within `vrij` (an array over weeks); gives (row, week) of each row.

    A week whose users are among those of the week before or after, with no less room, needs no row.
    """
    gemaakt: list[tuple[int, int]] = []
    if not len(regels.knoop):
        return gemaakt
    van, tot = opties.van[regels.knoop], opties.tot[regels.knoop]
    begint = np.zeros(len(vrij) + 1, dtype=bool)
    begint[van] = True
    eindigt = np.zeros(len(vrij) + 1, dtype=bool)
    eindigt[tot] = True
    for week in range(len(vrij)):
        if week and not begint[week] and vrij[week] >= vrij[week - 1]:
            continue
        morgen = week + 1
        if (
            morgen < len(vrij)
            and not eindigt[morgen]
            and (vrij[week] > vrij[morgen] or (begint[morgen] and vrij[week] == vrij[morgen]))
        ):
            continue
        hier = np.flatnonzero((van <= week) & (tot > week))
        ruimte = max(0, int(vrij[week]))
        if len(hier) and _hoogstens(opties, regels.knoop[hier], gewicht[hier]) > ruimte:
            gemaakt.append((len(programma.rijen), week))
            programma.rij(regels.kolom[hier], gewicht[hier], hoog=ruimte)
    return gemaakt


def _hoogstens(opties: Opties, knopen: Getallen, gewicht: Getallen) -> int:
    """The most that these can weigh together in one week: one of each child."""
    kinderen, plek = np.unique(opties.kind[knopen], return_inverse=True)
    meest = np.zeros(len(kinderen), dtype=np.int64)
    np.maximum.at(meest, plek, gewicht)
    return int(meest.sum())


def _volle_groep(
    programma: Programma,
    opties: Opties,
    regels: Gebruiksregels,
    rijen: Getallen,
    groep: int,
    bezet: Gebruik,
) -> None:
    """Rules 1 and 7 where the input itself breaks one: it may, while only residents who stay are there."""
    plekken = opties.plekken
    kolom, knoop = regels.kolom[rijen], regels.knoop[rijen]
    for week in range(opties.probleem.horizon):
        hier = np.flatnonzero((opties.van[knoop] <= week) & (opties.tot[knoop] > week))
        if not len(hier):
            continue
        binnen = kolom[hier[~opties.blijft[knoop[hier]]]]
        al_binnen = bool(bezet.binnengekomen[groep, week])
        wie_binnen = set(binnen.tolist())
        komt_iemand = programma.hulpkolom(partial(_iemand, wie_binnen, al_binnen))
        if al_binnen:
            programma.rij([komt_iemand], laag=1, hoog=1)
        for kind in np.unique(opties.kind[knoop[hier]]):
            van_kind = [
                k
                for k, n in zip(kolom[hier], knoop[hier], strict=True)
                if opties.kind[n] == kind and not opties.blijft[n]
            ]
            if van_kind and not al_binnen:
                programma.rij([*van_kind, komt_iemand], [1] * len(van_kind) + [-1], hoog=0)
        if not len(binnen) and not al_binnen:
            programma.rij([komt_iemand], laag=0, hoog=0)
        grenzen = [
            (
                np.ones(len(hier), dtype=np.int64),
                int(plekken.bedden[groep, week] - bezet.hoofden[groep, week]),
                plekken.bedden_vrijgesteld[groep],
            )
        ]
        if plekken.uren[groep] >= 0:
            grenzen.append(
                (
                    opties.uren[knoop[hier]],
                    int(plekken.uren[groep] - bezet.uren[groep, week]),
                    plekken.uren_vrijgesteld[groep],
                )
            )
        for gewicht, ruimte, vrijgesteld in grenzen:
            te_veel = _hoogstens(opties, knoop[hier], gewicht) - ruimte
            if te_veel <= 0:
                continue
            if vrijgesteld:
                programma.rij([*kolom[hier], komt_iemand], [*gewicht, te_veel], hoog=ruimte + te_veel)
            else:
                programma.rij(kolom[hier], gewicht, hoog=ruimte)


def _iemand(binnen: set[int], al_binnen: bool, aan: set[int]) -> bool:
    return al_binnen or bool(binnen & aan)


def houd_apart(programma: Programma, opties: Opties, regels: Gebruiksregels, vast: Mapping[int, Pad]) -> None:
    """Rows for the pairs of rule 5 that may never be in one groep in the same week."""
    een_plek = np.ones(opties.probleem.horizon, dtype=np.int64)
    kind = opties.kind[regels.knoop]
    for paar in opties.probleem.paren_apart:
        een, ander = (opties.nummer[wie] for wie in paar)
        mijn, jouw = np.flatnonzero(kind == een), np.flatnonzero(kind == ander)
        for rijen, wie in ((mijn, ander), (jouw, een)):
            for plek in vast.get(wie, ()):
                knoop = regels.knoop[rijen]
                bots = (opties.groep[knoop] == opties.groep[plek]) & (opties.van[knoop] < opties.tot[plek])
                bots &= opties.tot[knoop] > opties.van[plek]
                for kolom in np.unique(regels.kolom[rijen[bots]]):
                    programma.rij([kolom], hoog=0)
        beide = np.concatenate([mijn, jouw])
        groep = opties.groep[regels.knoop[beide]]
        for gedeeld in np.intersect1d(opties.groep[regels.knoop[mijn]], opties.groep[regels.knoop[jouw]]):
            hier = beide[groep == gedeeld]
            deel = Gebruiksregels(regels.kolom[hier], regels.knoop[hier])
            _grens(programma, opties, deel, np.ones(len(hier), dtype=np.int64), een_plek)
