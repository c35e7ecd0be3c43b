"""The steps by which the mark and the place of a bidder come about."""

from collections.abc import Iterator
from decimal import Decimal

from knowledge.calculators.getal import getal
from knowledge.calculators.score.beoordeling import Beoordeling
from knowledge.calculators.score.criteria import afstand_km, criteria_van, minimum_van, nodige_plekken
from knowledge.calculators.score.rangorde import Rang
from knowledge.calculators.uitkomst import Stap
from knowledge.calculators.woorden import ja_nee
from knowledge.catalogue import Tender


def beoordelingsstappen(tender: Tender, perceel: int, b: Beoordeling) -> Iterator[Stap]:
    """Laid aside or not, the plan against the minimum, the sum of each criterium, and the final mark."""
    if b.stand == "terzijde gelegd":
        yield Stap(f"{b.naam}: terzijde gelegd", "", str(b.inschrijver.terzijde), "hoofdstuk 6")
        return
    criterium, minimum = minimum_van(criteria_van(tender, perceel))
    plaats = criterium.vindplaats
    eerste, tweede = b.inschrijver.normaliseren, b.inschrijver.aangepast
    pogingen = [(criterium.naam, eerste)]
    if eerste is not None and eerste < minimum:
        pogingen.append((f"{criterium.naam}, na aanpassing", tweede))
    for wat, score in pogingen:
        if score is not None:
            gehaald = f"{cijfer(score)}, nodig is minstens {getal(minimum)}"
            yield Stap(f"{b.naam}: {wat}", gehaald, ja_nee(score >= minimum), plaats)
    for o in b.onderdelen:
        if o.door_plekken:
            wat = f"{b.naam}: plekken in de regio of binnen {afstand_km(tender)} km"
            som = f"{b.nabij}, nodig zijn er {nodige_plekken(tender)}"
            yield Stap(wat, som, f"hoogste score, {cijfer(o.score)}", o.criterium.vindplaats)
        if len(b.onderdelen) > 1:
            som = " x ".join([cijfer(o.score), *(f"{cijfer(w)}%" for w in o.wegingen)])
            yield Stap(f"{b.naam}: {o.criterium.naam}", som, cijfer(o.punten), o.criterium.vindplaats)
    if b.eindcijfer is not None:
        som = " + ".join(cijfer(o.punten) for o in b.onderdelen) if len(b.onderdelen) > 1 else ""
        yield Stap(f"{b.naam}: eindcijfer", som, cijfer(b.eindcijfer), plaats)


def rangstap(rang: Rang, hoogstens: int | None) -> Stap:
    """The place of a bidder in the ranking, or that it qualifies where there is none."""
    if hoogstens is None:
        return Stap(rang.beoordeling.naam, "", rang.plaatsing, "§4.3")
    wat = f"{rang.beoordeling.naam}: plaats {rang.rang}"
    return Stap(wat, f"{cijfer(rang.eindcijfer)}, hoogstens {hoogstens} gekozen", rang.plaatsing, "§6.1")


def cijfer(waarde: Decimal) -> str:
    """A mark as it is, without zeros at the end: 7.400 -> "7,4"."""
    return getal(waarde.normalize())
