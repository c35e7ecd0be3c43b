"""How many moves no policy could have avoided: by the rules alone, as if every bed were free."""

from collections.abc import Sequence
from dataclasses import replace

from matcher.domein import Fase, Jeugdige, Probleem
from matcher.keuze import Keuzes


def minste_verplaatsingen(
    probleem: Probleem, jeugdige: Jeugdige, huidige_groep: str | None, fasen: Sequence[Fase]
) -> int:
    """The least moves of a child over these phases, from its groep of now or (None) from anywhere.

    0 where the rules leave some phase no groep at all: then nothing is known of what could have been.
    """
    wie = replace(jeugdige, huidige_groep=huidige_groep, fasen=tuple(fasen))
    keuzes = Keuzes(replace(probleem, jeugdigen={wie.id: wie}, vastleggingen=()))
    standen = {} if huidige_groep is None else {huidige_groep: 0}
    thuis = huidige_groep is not None
    for fase in range(1, len(wie.fasen) + 1):
        open_ = {groep.id for _, groep in keuzes.opties(wie, fase, 1)}
        # whoever lives somewhere begins there, whatever the rules say of coming in
        thuis = thuis and (fase == 1 or keuzes.mag_blijven(wie, fase))
        if thuis:
            open_.add(str(huidige_groep))
        if not open_:
            return 0
        elders = min(standen.values()) + 1 if standen else 0
        standen = {groep: min(standen.get(groep, elders), elders) for groep in open_}
    return min(standen.values(), default=0)
