"""What a reader of a ranking must know beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from knowledge.calculators.getal import getal
from knowledge.calculators.score.beoordeling import Beoordeling
from knowledge.calculators.score.criteria import criteria_van, minimum_van, veld_van
from knowledge.calculators.score.invoer import Inschrijver, ScoreInvoer, sleutel
from knowledge.calculators.score.rangorde import Rang
from knowledge.calculators.score.stappen import cijfer
from knowledge.calculators.woorden import opsomming
from knowledge.catalogue import Tender


@dataclass(frozen=True, slots=True)
class Vreemd:
    """A score that is not a value of the table of scores."""

    naam: str
    onderdeel: str
    score: Decimal


def buiten_schaal(tender: Tender, invoer: ScoreInvoer) -> list[Vreemd]:
    """The scores that are not in the table (0, 2, 4, 6, 8, 10), by name of the bidder."""
    schaal = {Decimal(s.punten) for s in tender.scorewaarden}
    velden = [*(veld_van(c) for c in criteria_van(tender, invoer.perceel)), "aangepast"]
    return [
        Vreemd(inschrijver.naam, _titel(veld), score)
        for inschrijver in sorted(invoer.inschrijvers, key=lambda i: sleutel(i.naam))
        for veld in velden
        if (score := getattr(inschrijver, veld)) is not None and score not in schaal
    ]


def opmerkingen(
    tender: Tender,
    invoer: ScoreInvoer,
    beoordelingen: Sequence[Beoordeling],
    rangen: Sequence[Rang],
    hoogstens: int | None,
) -> Iterator[str]:
    """Scores outside the table, what did not count, what is open, and how far the minimum reaches."""
    schaal = opsomming(str(s.punten) for s in tender.scorewaarden)
    for v in buiten_schaal(tender, invoer):
        yield f"{v.naam}, {v.onderdeel}: {cijfer(v.score)} staat niet in de scoretabel ({schaal}; §6.1.1)."
    for b in beoordelingen:
        yield from _telt_niet(tender, invoer.perceel, b)
    if overbodig := _overbodig(tender, invoer):
        yield f"Niet meegeteld bij perceel {invoer.perceel}: {', '.join(overbodig)}."
    if hoogstens is None:
        return
    if any(b.stand == "mag plan aanpassen" for b in beoordelingen):
        yield "De rangorde is voorlopig: wie het plan nog mag aanpassen, kan er alsnog tussen komen."
    if any(r.plaatsing == "gelijke stand" for r in rangen):
        yield "Het document zegt niet wat er bij een gelijke stand gebeurt; vraag dat na (§6.1.2)."
    criterium, minimum = minimum_van(criteria_van(tender, invoer.perceel))
    yield (
        f"De {getal(minimum)} geldt alleen voor het {criterium.naam[0].lower()}{criterium.naam[1:]}; "
        f"voor de andere onderdelen en het eindcijfer is er geen minimum ({criterium.vindplaats})."
    )


def _telt_niet(tender: Tender, perceel: int, b: Beoordeling) -> Iterator[str]:
    """Scores of one bidder that another one takes the place of."""
    _, minimum = minimum_van(criteria_van(tender, perceel))
    eerste, tweede = b.inschrijver.normaliseren, b.inschrijver.aangepast
    if b.stand != "terzijde gelegd" and eerste is not None and eerste >= minimum and tweede is not None:
        yield f"{b.naam}: de score na aanpassing telt niet; het plan was al goed genoeg."
    for o in b.onderdelen:
        gegeven: Decimal | None = getattr(b.inschrijver, veld_van(o.criterium))
        if o.door_plekken and gegeven is not None and gegeven != o.score:
            yield (
                f"{b.naam}, {_titel(veld_van(o.criterium))}: {cijfer(gegeven)} telt niet; door het aantal "
                f"plekken geldt {cijfer(o.score)} ({o.criterium.vindplaats})."
            )


def _overbodig(tender: Tender, invoer: ScoreInvoer) -> list[str]:
    """Titles of what was filled in and has no meaning for this perceel."""
    telt = {veld_van(c) for c in criteria_van(tender, invoer.perceel)}
    scores = {veld_van(c) for c in tender.criteria} - telt
    found = [
        _titel(veld)
        for veld in Inschrijver.model_fields
        if veld in scores and any(getattr(i, veld) is not None for i in invoer.inschrijvers)
    ]
    if invoer.plekken and "locaties" not in telt:
        found.append(ScoreInvoer.model_fields["plekken"].title or "plekken")
    return found


def _titel(veld: str) -> str:
    return Inschrijver.model_fields[veld].title or veld
