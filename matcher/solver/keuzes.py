"""What each child may choose in each phase, worked out over all groepen at once.

The rules and the cost are those of `matcher.regels` and `matcher.kosten`; a test holds this against them.
A distance within a hair of a limit or of a rounding is asked of those functions themselves, so that the
cost of a choice is theirs to the point.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from knowledge.geo.afstand import AARDSTRAAL_KM
from matcher.domein import Groep, Jeugdige, Probleem
from matcher.intensiteit import ETMAALTARIEF_CENTEN, geleverd, stappen, uren_per_week
from matcher.kosten import DREMPEL_KM, afstandspunten, kosten_fase
from matcher.regels import KRING_OM_REGIO_KM, afstand_tot, bezwaren
from matcher.solver.getallen import Getallen, Kommagetallen, Vlaggen

HAAR = 1e-7
"""Km (or points) within which a computed distance is not trusted to fall on the right side."""


@dataclass(frozen=True)
class Fasekeuzes:
    """The groepen that the rules on one phase of one child allow, in order of groep.

    `kosten` are the points of the phase, leaving the huidige groep included; what depends on the weeks
    (waiting, and the price in euro from `centen` per etmaal) is left out. `uren` are hundredths a week.
    """

    groep: Getallen
    blijft: Vlaggen
    kosten: Getallen
    centen: Getallen
    uren: int

    def van(self, welke: Vlaggen | Getallen) -> "Fasekeuzes":
        """Only these choices."""
        return Fasekeuzes(
            self.groep[welke], self.blijft[welke], self.kosten[welke], self.centen[welke], self.uren
        )


@dataclass
class Keuzelijst:
    """Works out choices for the children of one problem; what many of them share is kept."""

    probleem: Probleem
    _stappen: dict[str, tuple[Getallen, Getallen]] = field(default_factory=dict)
    _kenmerken: dict[frozenset[str], Vlaggen] = field(default_factory=dict)
    _vormen: dict[tuple[bool, bool], Vlaggen] = field(default_factory=dict)
    _laatste: tuple[tuple[float, float] | None, Kommagetallen] = (None, np.zeros(0))

    def fase(self, jeugdige: Jeugdige, fase: int) -> Fasekeuzes:
        """The choices in one phase (from 0)."""
        mag, stap, centen, km = self._mag(jeugdige, fase)
        huidig = self.nummer[jeugdige.huidige_groep] if jeugdige.huidige_groep else -1
        blijft = np.zeros(len(mag), dtype=bool)
        thuis_mag = False
        if huidig >= 0:
            thuis = self._groepen[huidig]
            thuis_mag = not bezwaren(self.probleem, jeugdige, fase + 1, thuis, True)
            if fase == 0:  # in phase 1 a resident in its own groep always stays
                mag[huidig] = False
        kosten = self._kosten(jeugdige, fase, mag, stap, km, huidig)
        groep = np.flatnonzero(mag)
        if not thuis_mag:
            return Fasekeuzes(groep, blijft[groep], kosten[groep], centen[groep], self._uren(jeugdige, fase))
        # staying comes after a return to the same groep
        plek = int(np.searchsorted(groep, huidig, side="right"))
        punten = kosten_fase(self.probleem, jeugdige, fase + 1, thuis, 0)
        punten["kosten_euro"] = 0
        gevraagd = jeugdige.fasen[fase].intensiteit
        tarief = ETMAALTARIEF_CENTEN[geleverd(gevraagd, thuis.intensiteiten) or gevraagd]
        return Fasekeuzes(
            np.insert(groep, plek, huidig),
            np.insert(blijft[groep], plek, True),
            np.insert(kosten[groep], plek, sum(punten.values())),
            np.insert(centen[groep], plek, tarief),
            self._uren(jeugdige, fase),
        )

    @staticmethod
    def _uren(jeugdige: Jeugdige, fase: int) -> int:
        return uren_per_week(jeugdige.fasen[fase].intensiteit)

    def _mag(self, jeugdige: Jeugdige, fase: int) -> tuple[Vlaggen, Getallen, Getallen, Kommagetallen]:
        """By groep, nobody staying: (allowed by rules 2 to 6 and 9, steps off, cents per etmaal, km)."""
        gevraagd = jeugdige.fasen[fase].intensiteit
        stap, centen = self._afwijking(gevraagd)
        mag = (stap >= 0) & (stap <= jeugdige.intensiteit_marge)
        mag &= self._met_kenmerken(jeugdige.vereist)
        mag &= self._met_vorm(jeugdige.machtiging_gesloten, gevraagd in ("A", "B"))
        mag &= (self._gereserveerd == -1) | (self._gereserveerd == self._kindnummer[jeugdige.id])
        for naam in jeugdige.uitgesloten:
            mag[self._met_naam.get(naam, [])] = False
        if not jeugdige.buiten_regio:
            mag &= self._regio_km <= KRING_OM_REGIO_KM
        km = self._km(jeugdige)
        if jeugdige.max_afstand_km is not None:
            for groep in np.flatnonzero(np.abs(km - jeugdige.max_afstand_km) < HAAR):
                km[groep] = afstand_tot(jeugdige, self._groepen[int(groep)])
            mag &= km <= jeugdige.max_afstand_km
        for keuze in self.probleem.keuzes.get((jeugdige.id, fase + 1), ()):
            nummer = self.nummer.get(keuze.groep_id, -1)
            alleen = np.arange(len(mag)) == nummer
            mag &= alleen if keuze.vast else ~alleen
        return mag, stap, centen, km

    def _kosten(
        self, jeugdige: Jeugdige, fase: int, mag: Vlaggen, stap: Getallen, km: Kommagetallen, huidig: int
    ) -> Getallen:
        """Points of the phase in each groep (only those of allowed ones mean anything)."""
        gewichten = self.probleem.gewichten
        kosten = np.where(self._kgw, 0, gewichten["kgw"] * jeugdige.kgw_voorkeur)
        kosten += gewichten["intensiteit"] * stap
        ruw = 0.5 * km + 4 * np.maximum(0.0, km - DREMPEL_KM) + 0.5
        punten = np.floor(ruw).astype(np.int64)
        for groep in np.flatnonzero(mag & (np.abs(ruw - np.round(ruw)) < HAAR)):
            punten[groep] = afstandspunten(afstand_tot(jeugdige, self._groepen[int(groep)]))
        kosten += gewichten["afstand"] * punten
        if jeugdige.voorkeur:
            gewenst = np.zeros(len(mag), dtype=bool)
            for naam in jeugdige.voorkeur:
                gewenst[self._met_voorkeursnaam.get(naam, [])] = True
            kosten += np.where(gewenst, 0, gewichten["voorkeur"])
        beloofd = self.probleem.beloften.get((jeugdige.id, fase + 1))
        if beloofd is not None:
            kosten += self.probleem.gewicht_belofte
            if beloofd in self.nummer:
                kosten[self.nummer[beloofd]] -= self.probleem.gewicht_belofte
        if huidig >= 0 and fase == 0:
            zelfde = self.locatie == self.locatie[huidig]
            heel = gewichten["verplaatsing"]
            kosten += np.where(zelfde, heel // 2, heel)
        return np.asarray(kosten, dtype=np.int64)

    # ---- facts about groepen, by index

    @cached_property
    def _groepen(self) -> list[Groep]:
        return list(self.probleem.groepen.values())

    @cached_property
    def nummer(self) -> Mapping[str, int]:
        """The index of each groep by its id."""
        return {groep_id: index for index, groep_id in enumerate(self.probleem.groepen)}

    @cached_property
    def locatie(self) -> Getallen:
        """A number for the locatie of each groep."""
        nummers: dict[str, int] = {}
        return np.array([nummers.setdefault(g.locatie, len(nummers)) for g in self._groepen], dtype=np.int64)

    @cached_property
    def _kindnummer(self) -> Mapping[str, int]:
        return {jeugdige_id: index for index, jeugdige_id in enumerate(self.probleem.jeugdigen)}

    @cached_property
    def _gereserveerd(self) -> Getallen:
        """The child a groep is kept for: -1 for none, -2 for one who is not in the input."""
        return np.array(
            [
                -1 if g.gereserveerd_voor is None else self._kindnummer.get(g.gereserveerd_voor, -2)
                for g in self._groepen
            ],
            dtype=np.int64,
        )

    @cached_property
    def _kgw(self) -> Vlaggen:
        return np.array([g.kgw for g in self._groepen], dtype=bool)

    @cached_property
    def _regio_km(self) -> Kommagetallen:
        return np.array([g.regio_km for g in self._groepen], dtype=np.float64)

    @cached_property
    def _punten(self) -> tuple[Kommagetallen, Kommagetallen, Kommagetallen]:
        """(latitude, its cosine, longitude) in radians."""
        breedte = np.radians(np.array([g.lat for g in self._groepen], dtype=np.float64))
        lengte = np.radians(np.array([g.lon for g in self._groepen], dtype=np.float64))
        return breedte, np.cos(breedte), lengte

    def _km(self, jeugdige: Jeugdige) -> Kommagetallen:
        thuis = (jeugdige.lat, jeugdige.lon)
        if self._laatste[0] != thuis:
            self._laatste = thuis, self._bereken_km(jeugdige)
        return self._laatste[1].copy()

    def _bereken_km(self, jeugdige: Jeugdige) -> Kommagetallen:
        breedte, cosinus, lengte = self._punten
        hier, daar = np.radians(jeugdige.lat), np.radians(jeugdige.lon)
        h = np.sin((breedte - hier) / 2) ** 2 + np.cos(hier) * cosinus * np.sin((lengte - daar) / 2) ** 2
        return np.asarray(2 * AARDSTRAAL_KM * np.arcsin(np.minimum(1.0, np.sqrt(h))), dtype=np.float64)

    @cached_property
    def _met_naam(self) -> Mapping[str, list[int]]:
        """Indexes of the groepen that a name in `uitgesloten` means."""
        uit: dict[str, list[int]] = {}
        for index, groep in enumerate(self._groepen):
            for naam in {groep.id, groep.locatie, groep.aanbieder}:
                uit.setdefault(naam, []).append(index)
        return uit

    @cached_property
    def _met_voorkeursnaam(self) -> Mapping[str, list[int]]:
        """Indexes of the groepen that a name in `voorkeur` means."""
        uit: dict[str, list[int]] = {}
        for index, groep in enumerate(self._groepen):
            for naam in {groep.id, groep.aanbieder}:
                uit.setdefault(naam, []).append(index)
        return uit

    def _afwijking(self, gevraagd: str) -> tuple[Getallen, Getallen]:
        """(steps of deviation, -1 where nothing compares; cents per etmaal of what is delivered)."""
        if gevraagd not in self._stappen:
            stap, centen = [], []
            for groep in self._groepen:
                levert = geleverd(gevraagd, groep.intensiteiten)
                stap.append(-1 if levert is None else stappen(gevraagd, levert))
                centen.append(ETMAALTARIEF_CENTEN[levert or gevraagd])
            self._stappen[gevraagd] = np.array(stap, dtype=np.int64), np.array(centen, dtype=np.int64)
        return self._stappen[gevraagd]

    def _met_kenmerken(self, vereist: frozenset[str]) -> Vlaggen:
        if vereist not in self._kenmerken:
            self._kenmerken[vereist] = np.array([vereist <= g.kenmerken for g in self._groepen], dtype=bool)
        return self._kenmerken[vereist]

    def _met_vorm(self, machtiging: bool, licht: bool) -> Vlaggen:
        if (machtiging, licht) not in self._vormen:
            self._vormen[machtiging, licht] = np.array(
                [
                    (machtiging or g.woonvorm != "jeugdzorgplus")
                    and (licht or g.woonvorm not in ("pleegzorg", "deeltijdpleegzorg"))
                    for g in self._groepen
                ],
                dtype=bool,
            )
        return self._vormen[machtiging, licht]
