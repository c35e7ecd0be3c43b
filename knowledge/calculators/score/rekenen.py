"""The scores of all bidders on a perceel as an answer with its steps."""

from collections.abc import Sequence
from typing import Any

from knowledge.calculators.score.beoordeling import Beoordeling, beoordeel
from knowledge.calculators.score.criteria import criteria_van
from knowledge.calculators.score.invoer import ScoreInvoer, sleutel
from knowledge.calculators.score.opmerkingen import buiten_schaal, opmerkingen
from knowledge.calculators.score.rangorde import Rang, rangorde
from knowledge.calculators.score.stappen import beoordelingsstappen, rangstap
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.calculators.woorden import opsomming
from knowledge.catalogue import Tender

SLEUTEL = "score"


def reken_score(tender: Tender, invoer: ScoreInvoer) -> Uitkomst:
    """The final mark of every bidder, who is laid aside and why, and who are chosen.

    `waarden`: uitslag (best first: {naam, rang, eindcijfer, plaatsing}, and then those without a mark, with
    rang and eindcijfer None), gekozen and gelijke_stand (names), voorlopig (somebody may still change its
    plan), buiten_schaal ({naam, onderdeel, score}: not a value of the table of scores).
    InvoerFout for a perceel without scores, and for a score that is missing.
    """
    criteria = criteria_van(tender, invoer.perceel)
    hoogstens = next(p.hoogstens_gegund for p in tender.percelen if p.nummer == invoer.perceel)
    beoordelingen = _beoordelingen(tender, invoer)
    rangen = rangorde(beoordelingen, hoogstens)
    zonder = [b for b in beoordelingen if b.stand != "beoordeeld"]
    gekozen = [r for r in rangen if r.plaatsing in ("gekozen", "komt in aanmerking")]
    stappen = [s for b in beoordelingen for s in beoordelingsstappen(tender, invoer.perceel, b)]
    opzij = ["hoofdstuk 6"] if any(b.inschrijver.terzijde for b in zonder) else []
    return Uitkomst(
        rekentool=SLEUTEL,
        antwoord=_antwoord(rangen, zonder, hoogstens),
        invoer=invoer.model_dump(),
        waarden={
            "perceel": invoer.perceel,
            "uitslag": [*map(_met_rang, rangen), *map(_zonder_rang, zonder)],
            "gekozen": [r.beoordeling.naam for r in gekozen],
            "gelijke_stand": [r.beoordeling.naam for r in rangen if r.plaatsing == "gelijke stand"],
            "voorlopig": any(b.stand == "mag plan aanpassen" for b in zonder),
            "buiten_schaal": [
                {"naam": v.naam, "onderdeel": v.onderdeel, "score": v.score}
                for v in buiten_schaal(tender, invoer)
            ],
        },
        stappen=(*stappen, *(rangstap(rang, hoogstens) for rang in rangen)),
        vindplaatsen=("§6.1", criteria[0].vindplaats, *opzij),
        opmerkingen=tuple(opmerkingen(tender, invoer, beoordelingen, rangen, hoogstens)),
    )


def _beoordelingen(tender: Tender, invoer: ScoreInvoer) -> list[Beoordeling]:
    """Of each bidder, with its own places, by name."""
    found = []
    for inschrijver in sorted(invoer.inschrijvers, key=lambda i: sleutel(i.naam)):
        eigen = [p for p in invoer.plekken if sleutel(p.inschrijver) == sleutel(inschrijver.naam)]
        found.append(beoordeel(tender, invoer.perceel, inschrijver, eigen))
    return found


def _met_rang(rang: Rang) -> dict[str, Any]:
    return {
        "naam": rang.beoordeling.naam,
        "rang": rang.rang,
        "eindcijfer": rang.eindcijfer,
        "plaatsing": rang.plaatsing,
    }


def _zonder_rang(b: Beoordeling) -> dict[str, Any]:
    return {"naam": b.naam, "rang": None, "eindcijfer": None, "plaatsing": b.stand}


def _antwoord(rangen: Sequence[Rang], zonder: Sequence[Beoordeling], hoogstens: int | None) -> str:
    goed = [r.beoordeling.naam for r in rangen if r.plaatsing in ("gekozen", "komt in aanmerking")]
    gelijk = [r.beoordeling.naam for r in rangen if r.plaatsing == "gelijke stand"]
    wachten = [b.naam for b in zonder if b.stand == "mag plan aanpassen"]
    een = len(goed) <= 1
    delen = []
    if hoogstens is None:
        delen.append(f"{opsomming(goed) or 'Niemand'} {'komt' if een else 'komen'} in aanmerking.")
    elif goed or not gelijk:
        delen.append(f"{opsomming(goed) or 'Niemand'} {'wordt' if een else 'worden'} gekozen.")
    if gelijk:
        delen.append(f"{opsomming(gelijk)} staan gelijk op de laatste plaats; het document kiest niet.")
    if wachten:
        mag = "mag" if len(wachten) == 1 else "mogen"
        delen.append(f"{opsomming(wachten)} {mag} het plan nog één keer aanpassen.")
    return " ".join(delen)
