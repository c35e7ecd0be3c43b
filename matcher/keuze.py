"""The cheapest groep that is still free: how a place is found when children are placed one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from matcher.bezetting import Bezetting
from matcher.domein import Groep, Jeugdige, Probleem
from matcher.intensiteit import geleverd, stappen
from matcher.kosten import kosten_fase, kosten_verplaatsing
from matcher.plan import Plaatsing
from matcher.regels import bezwaren, blijft, fase_weken

Optie = tuple[int, Groep]
"""Points of the phase in this groep (moves left out), and the groep."""


Geheugen = dict[tuple[str, str, bool, tuple[int, ...]], list[tuple[int, str]]]
"""Options worked out before, by child, intensity, whether it is a resident's first phase, and weights: for
problems that differ only in who lives where, how urgent it is, what is promised and what was laid down."""


class Keuzes:
    """Finds places for children of one problem. `geheugen` is shared by problems of the same world."""

    def __init__(self, probleem: Probleem, geheugen: Geheugen | None = None) -> None:
        self.probleem = probleem
        self._geheugen: Geheugen = {} if geheugen is None else geheugen
        self._weging = tuple(probleem.gewichten.values())
        self._opties: dict[tuple[str, int, int], list[Optie]] = {}
        self._bij_intensiteit: dict[tuple[str, int], list[Groep]] = {}
        self._broers: dict[str, list[str]] = {}
        for een, ander in probleem.paren_samen:
            self._broers.setdefault(een, []).append(ander)
            self._broers.setdefault(ander, []).append(een)

    def mag_blijven(self, jeugdige: Jeugdige, fase: int) -> bool:
        """Whether the rules on the child let a resident stay in its own groep in this phase."""
        if jeugdige.huidige_groep is None:
            return False
        thuis = self.probleem.groepen[jeugdige.huidige_groep]
        return not bezwaren(self.probleem, jeugdige, fase, thuis, True)

    def opties(self, jeugdige: Jeugdige, fase: int, weken: int) -> list[Optie]:
        """The groepen that the rules on the child allow for somebody who comes in, cheapest first."""
        # only a price in euro depends on the number of weeks
        sleutel = (jeugdige.id, fase, weken if self.probleem.gewichten["kosten_euro"] else 0)
        if sleutel not in self._opties:
            opties = [
                (punten + self._belofte(jeugdige, fase, groep), groep)
                for punten, groep in self._los(jeugdige, fase, weken)
                if self._mag_keuze(jeugdige, fase, groep)
            ]
            self._opties[sleutel] = sorted(opties, key=lambda optie: (optie[0], optie[1].id))
        return self._opties[sleutel]

    def _los(self, jeugdige: Jeugdige, fase: int, weken: int) -> list[Optie]:
        """The options apart from promises and what the coordinator laid down."""
        kaal = self._kaal
        if kaal.gewichten["kosten_euro"]:
            return self._reken_uit(kaal, jeugdige, fase, weken)
        eerste = fase == 1 and jeugdige.bewoner
        sleutel = (jeugdige.id, jeugdige.fasen[fase - 1].intensiteit, eerste, self._weging)
        if sleutel not in self._geheugen:
            opties = self._reken_uit(kaal, jeugdige, fase, weken)
            self._geheugen[sleutel] = [(punten, groep.id) for punten, groep in opties]
        groepen = self.probleem.groepen
        return [(punten, groepen[groep_id]) for punten, groep_id in self._geheugen[sleutel]]

    def _reken_uit(self, kaal: Probleem, jeugdige: Jeugdige, fase: int, weken: int) -> list[Optie]:
        return [
            (sum(kosten_fase(kaal, jeugdige, fase, groep, weken).values()), groep)
            for groep in self._passend(jeugdige, fase)
            if not bezwaren(kaal, jeugdige, fase, groep, False)
        ]

    @cached_property
    def _kaal(self) -> Probleem:
        return replace(self.probleem, vastleggingen=(), beloften={}, gewicht_belofte=0)

    def _mag_keuze(self, jeugdige: Jeugdige, fase: int, groep: Groep) -> bool:
        return all(
            keuze.vast == (keuze.groep_id == groep.id)
            for keuze in self.probleem.keuzes.get((jeugdige.id, fase), ())
            if keuze.vast or keuze.groep_id == groep.id
        )

    def _belofte(self, jeugdige: Jeugdige, fase: int, groep: Groep) -> int:
        beloofd = self.probleem.beloften.get((jeugdige.id, fase), groep.id)
        return self.probleem.gewicht_belofte if beloofd != groep.id else 0

    def _passend(self, jeugdige: Jeugdige, fase: int) -> list[Groep]:
        """The groepen near enough in intensity: by far the most fall off by this rule."""
        sleutel = (jeugdige.fasen[fase - 1].intensiteit, jeugdige.intensiteit_marge)
        if sleutel not in self._bij_intensiteit:
            gevraagd, marge = sleutel
            self._bij_intensiteit[sleutel] = [
                groep
                for groep in self.probleem.groepen.values()
                if (levert := geleverd(gevraagd, groep.intensiteiten)) and stappen(gevraagd, levert) <= marge
            ]
        return self._bij_intensiteit[sleutel]

    def rij(
        self,
        bezetting: Bezetting,
        jeugdige: Jeugdige,
        start: int,
        begin: Sequence[Plaatsing] = (),
        tot_fase: int | None = None,
    ) -> tuple[list[Plaatsing], bool]:
        """(places by phase, whether all phases have one): each phase in the cheapest groep free.

        A resident stays where it lives as long as the rules and the beds let it. `begin` holds phases that
        are already laid; they are not in the answer. The first phase without a place ends it, and so does
        `tot_fase`.
        """
        rij = list(begin)
        weken = fase_weken(jeugdige, start, self.probleem.horizon)[:tot_fase]
        for fase, (van, tot) in enumerate(weken[len(begin) :], len(begin) + 1):
            groep = self._kies(bezetting, jeugdige, fase, van, tot, rij)
            if groep is None:
                return rij[len(begin) :], False
            rij.append(Plaatsing(jeugdige.id, fase, groep.id, van, tot))
        return rij[len(begin) :], True

    def _kies(
        self,
        bezetting: Bezetting,
        jeugdige: Jeugdige,
        fase: int,
        van: int,
        tot: int,
        eerder: Sequence[Plaatsing],
    ) -> Groep | None:
        groepen = self.probleem.groepen
        thuis = jeugdige.bewoner and blijft(jeugdige, [p.groep_id for p in eerder])
        if thuis and self.mag_blijven(jeugdige, fase):
            hier = groepen[str(jeugdige.huidige_groep)]
            if bezetting.past(jeugdige, hier, fase, van, tot, True):
                return hier
        vorige_id = eerder[-1].groep_id if eerder else jeugdige.huidige_groep
        vorige = groepen[vorige_id] if vorige_id is not None else None
        bij_wie = list(self.waar_broers(bezetting, jeugdige, eerder[0].week_van if eerder else van, van, tot))
        apart = self.probleem.gewichten["samen"]
        beste, laagst = None, 0
        for punten, groep in self.opties(jeugdige, fase, tot - van):
            if beste is not None and punten >= laagst:
                break
            if thuis and groep.id == jeugdige.huidige_groep:
                continue  # that is staying, and it can't
            totaal = punten + sum(apart for ander in bij_wie if ander != groep.id)
            totaal += kosten_verplaatsing(self.probleem, vorige, groep) if vorige is not None else 0
            beter = beste is None or totaal < laagst
            if beter and bezetting.past(jeugdige, groep, fase, van, tot, False):
                beste, laagst = groep, totaal
        return beste

    def waar_broers(
        self, bezetting: Bezetting, jeugdige: Jeugdige, start: int, van: int, tot: int
    ) -> Iterator[str]:
        """The groepen of brothers and sisters in the first week together, when that falls in these weeks."""
        for ander in self._broers.get(jeugdige.id, ()):
            rij = bezetting.rijen.get(ander)
            if rij:
                eerste = max(start, rij[0].week_van)
                if van <= eerste < tot:
                    yield from (p.groep_id for p in rij if p.week_van <= eerste < p.week_tot)
