"""A whole solution while it is being improved: the knopen in use, and what they take of each groep."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.plan import Plaatsing
from matcher.solver.getallen import Getallen, Vlaggen
from matcher.solver.opties import Opties, Pad


@dataclass(frozen=True)
class Gebruik:
    """What children take of each groep, by [groep, week]: heads, hundredths of hours, and heads that entered.

    `binnengekomen` counts only those who are not residents that stay: they end an exception.
    """

    hoofden: Getallen
    uren: Getallen
    binnengekomen: Getallen

    def voeg_toe(self, opties: Opties, pad: Pad, keer: int = 1) -> None:
        """Count this path too; with `keer` -1 no more."""
        for knoop in pad:
            waar = int(opties.groep[knoop]), slice(int(opties.van[knoop]), int(opties.tot[knoop]))
            self.hoofden[waar] += keer
            self.uren[waar] += keer * opties.uren[knoop]
            self.binnengekomen[waar] += keer * int(not opties.blijft[knoop])


def gebruik(opties: Opties, paden: Iterable[Pad]) -> Gebruik:
    """The use by these paths."""
    knopen = np.array([knoop for pad in paden for knoop in pad], dtype=np.int64)
    groepen, weken = opties.plekken.bedden.shape
    groep, van, tot = opties.groep[knopen], opties.van[knopen], opties.tot[knopen]

    def tel(gewicht: Getallen) -> Getallen:
        verandering = np.zeros((groepen, weken + 1), dtype=np.int64)
        np.add.at(verandering, (groep, van), gewicht)
        np.add.at(verandering, (groep, tot), -gewicht)
        return np.asarray(verandering.cumsum(axis=1)[:, :-1], dtype=np.int64)

    binnen = (~opties.blijft[knopen]).astype(np.int64)
    return Gebruik(tel(np.ones(len(knopen), dtype=np.int64)), tel(opties.uren[knopen]), tel(binnen))


def past(opties: Opties, knopen: Getallen, bezet: Gebruik) -> Vlaggen:
    """Which of these knopen fit, each alone, beside what is taken already."""
    plekken = opties.plekken
    # only the groepen of these knopen matter
    groepen, groep = np.unique(opties.groep[knopen], return_inverse=True)
    blijft, uren = opties.blijft[knopen], opties.uren[knopen]
    van, tot = opties.van[knopen], opties.tot[knopen]
    # whoever comes in ends the exception of an overfull groep, so residents may stay only if nobody came
    alleen_blijvers = bezet.binnengekomen[groepen] == 0
    rooster = plekken.uren[groepen]

    def vrij_van(bezwaar: Vlaggen, welke: Vlaggen) -> Vlaggen:
        telling = np.zeros((bezwaar.shape[0], bezwaar.shape[1] + 1), dtype=np.int64)
        np.cumsum(bezwaar, axis=1, out=telling[:, 1:])
        return np.asarray(telling[groep[welke], tot[welke]] == telling[groep[welke], van[welke]])

    vol = bezet.hoofden[groepen] >= plekken.bedden[groepen]
    goed = vrij_van(vol, np.ones(len(knopen), dtype=bool))
    mag = blijft & plekken.bedden_vrijgesteld[groepen][groep]
    if mag.any():
        goed[mag] = vrij_van(vol & ~alleen_blijvers, mag)
    met_rooster = rooster[groep] >= 0
    for zwaarte in np.unique(uren[met_rooster]):
        druk = bezet.uren[groepen] + zwaarte > rooster[:, None]
        wie = met_rooster & (uren == zwaarte)
        mag = wie & blijft & plekken.uren_vrijgesteld[groepen][groep]
        wie &= ~mag
        goed[wie] &= vrij_van(druk, wie)
        goed[mag] &= vrij_van(druk & ~alleen_blijvers, mag)
    return goed


def binnen_grenzen(opties: Opties, bezet: Gebruik) -> bool:
    """Whether beds and hours hold (rules 1 and 7)."""
    plekken = opties.plekken
    alleen_blijvers = bezet.binnengekomen == 0
    vol = bezet.hoofden > plekken.bedden
    vol &= ~(alleen_blijvers & plekken.bedden_vrijgesteld[:, None])
    druk = (plekken.uren[:, None] >= 0) & (bezet.uren > plekken.uren[:, None])
    druk &= ~(alleen_blijvers & plekken.uren_vrijgesteld[:, None])
    return not vol.any() and not druk.any()


def apart(opties: Opties, veranderd: Iterable[int], paden: Sequence[Pad] | Mapping[int, Pad]) -> bool:
    """Whether these children keep apart from whom they must (rule 5)."""
    anderen = opties.verwanten(opties.probleem.paren_apart)
    for kind in veranderd:
        for ander in anderen.get(kind, ()):
            for a in paden[kind]:
                for b in paden[ander]:
                    begin, einde = max(opties.van[a], opties.van[b]), min(opties.tot[a], opties.tot[b])
                    if opties.groep[a] == opties.groep[b] and begin < einde:
                        return False
    return True


@dataclass(frozen=True)
class Stand:
    """A path (perhaps empty) for every child, by child index, and the cost of it all."""

    paden: tuple[Pad, ...]
    kosten: int

    @classmethod
    def van(cls, opties: Opties, paden: Sequence[Pad]) -> "Stand":
        los = sum(
            opties.padkosten(pad) if pad else int(opties.zonder_plek[kind]) for kind, pad in enumerate(paden)
        )
        return cls(tuple(paden), los + _samen(opties, paden))


def _samen(opties: Opties, paden: Sequence[Pad]) -> int:
    """Points for pairs that should be together and are not."""
    uit_elkaar = 0
    for een, ander in opties.probleem.paren_samen:
        mijn, jouw = paden[opties.nummer[een]], paden[opties.nummer[ander]]
        if mijn and jouw:
            week = max(int(opties.start[mijn[0]]), int(opties.start[jouw[0]]))
            waar = {opties.waar(mijn, week), opties.waar(jouw, week)}
            uit_elkaar += None not in waar and len(waar) == 2
    return uit_elkaar * opties.probleem.gewichten["samen"]


def rijen(opties: Opties, paden: Sequence[Pad]) -> dict[str, tuple[Plaatsing, ...]]:
    """The placements of each child that has a place."""
    return {opties.kinderen[kind]: tuple(opties.plaatsingen(pad)) for kind, pad in enumerate(paden) if pad}
