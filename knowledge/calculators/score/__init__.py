"""Rekentool score: consensus scores, final mark and ranking of the bidders on a perceel (§6.1)."""

from knowledge.calculators.rekentool import Rekentool
from knowledge.calculators.score.invoer import ScoreInvoer
from knowledge.calculators.score.rekenen import SLEUTEL, reken_score
from knowledge.catalogue import Tender


def _keuzes(tender: Tender) -> dict[str, list[tuple[str, str]]]:
    met_score = {n for c in tender.criteria for n in c.percelen}
    return {
        "perceel": [(str(p.nummer), f"{p.nummer} {p.naam}") for p in tender.percelen if p.nummer in met_score]
    }


SCORE = Rekentool(
    sleutel=SLEUTEL,
    naam="Scores en rangorde",
    uitleg="Reken het eindcijfer van inschrijvers uit, en wie er worden gekozen of afvallen.",
    vindplaatsen=("§6.1", "§6.1.1", "§6.1.2", "§6.1.3"),
    invoer=ScoreInvoer,
    reken=reken_score,
    voorbeeld={
        "perceel": 4,
        "inschrijvers": [
            {
                "naam": "Aanbieder A",
                "normaliseren": 8,
                "afschalen": 6,
                "doelgroepen": 8,
                "locaties": 6,
                "kleinschaligheid": 10,
            },
            {
                "naam": "Aanbieder B",
                "normaliseren": 6,
                "afschalen": 8,
                "doelgroepen": 6,
                "kleinschaligheid": 8,
            },
            {"naam": "Aanbieder C", "normaliseren": 4},
        ],
        "plekken": [
            {"inschrijver": "Aanbieder B", "aantal": 7, "afstand": 0},
            {"inschrijver": "Aanbieder B", "aantal": 3, "afstand": "12,5"},
        ],
    },
    keuzes=_keuzes,
)
