"""The funnel: how many groepen remain for one phase of a child after each rule, in steps."""

from dataclasses import dataclass

from matcher.domein import Jeugdige, Probleem
from matcher.gebruik import Gebruik, vrije_plekken
from matcher.regels import bezwaren

STAPPEN = (
    ("intensiteit", "passende intensiteit"),
    ("woonvorm", "passende woonvorm"),
    ("regio", "binnen de regio of de kring eromheen"),
    ("afstand", "dicht genoeg bij huis"),
    ("kenmerken", "alle vereiste kenmerken"),
    ("gereserveerd", "niet gereserveerd voor een ander"),
    ("uitgesloten", "niet uitgesloten"),
    ("vastgelegd", "volgens wat is vastgelegd"),
)
"""The rules in the order in which they are asked, and what the groepen that remain are."""


@dataclass(frozen=True, slots=True)
class Trechterstap:
    """How many groepen remain after this rule."""

    sleutel: str
    tekst: str
    over: int


@dataclass(frozen=True, slots=True)
class Trechter:
    """The funnel of one phase. `groepen`: those that remain at the end, with a free place for the whole
    phase; `mogelijk`: those that the rules leave, free or not."""

    fase: int
    intensiteit: str
    stappen: tuple[Trechterstap, ...]
    mogelijk: tuple[str, ...]
    groepen: tuple[str, ...]

    def in_woorden(self) -> str:
        """ "180 groepen → 41 passende intensiteit → 17 ... → 0 vrije plek in de periode"."""
        begin, *rest = self.stappen
        tekst = f"{begin.over} {'groep' if begin.over == 1 else 'groepen'}"
        return " → ".join([tekst, *(f"{s.over} {s.tekst}" for s in rest)])


def trechter(probleem: Probleem, jeugdige: Jeugdige, fase: int, gebruik: Gebruik) -> Trechter:
    """The funnel of a phase (from 1); only steps that take something off are shown, beds always.

    `gebruik`: what the other children use. A free place is asked of the weeks of the phase, for any start
    week the child may have.
    """
    over = list(probleem.groepen.values())
    stappen = [Trechterstap("groepen", "groepen", len(over))]
    soorten = {g.id: {b.soort for b in bezwaren(probleem, jeugdige, fase, g, False)} for g in over}
    for soort, tekst in STAPPEN:
        blijft = [groep for groep in over if soort not in soorten[groep.id]]
        if len(blijft) < len(over):
            stappen.append(Trechterstap(soort, tekst, len(blijft)))
        over = blijft
    bed, vrij = vrije_plekken(probleem, jeugdige, fase, over, gebruik)
    stappen.append(Trechterstap("bed", "met een vrij bed in de periode", len(bed)))
    if len(vrij) < len(bed):
        stappen.append(Trechterstap("uren", "met genoeg roosteruren", len(vrij)))
    return Trechter(
        fase,
        jeugdige.fasen[fase - 1].intensiteit,
        tuple(stappen),
        tuple(groep.id for groep in over),
        tuple(groep.id for groep in over if groep.id in vrij),
    )
