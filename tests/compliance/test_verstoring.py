"""A report hangs on what a bid says, not on names, files, layout or the spelling of numbers."""

import pytest

from compliance.controle import judge_documents
from compliance.rapport import Rapport
from knowledge.documents import Blok, Document, Soort
from tests.compliance.bod import documenten
from tests.compliance.verstoring import VERSTORINGEN, Verstoring, zonder_eisnummers

# Rewritings after which every status must stay; the others take away something that an assessor uses too.
ZELFDE = [
    v
    for v in VERSTORINGEN
    if v.naam
    in {
        "andere naam", "bestanden zonder naam", "andere volgorde", "geen bladzijden", "datums in cijfers",
        "getallen in cijfers", "getallen in woorden", "zinnen over niets", "andere tekens",
    }
]  # fmt: skip


def _stand(rapport: Rapport) -> dict[str, object]:
    return {
        **{f"eis {e.id}": e.status for e in rapport.eisen},
        **{s.sleutel: s.status for s in rapport.stukken},
        "bevindingen": sorted({b.soort for b in rapport.bevindingen}),
        "aanbod": (rapport.percelen, rapport.vormen, rapport.intensiteiten),
    }


@pytest.mark.slow
@pytest.mark.parametrize("verstoring", ZELFDE, ids=[v.naam for v in ZELFDE])
def test_same_bid_in_another_form_gives_the_same_report(verstoring: Verstoring) -> None:
    bid = tuple(documenten())
    assert _stand(judge_documents(verstoring.maak(bid))) == _stand(judge_documents(bid))


def _plan(*blokken: Blok) -> tuple[Document, ...]:
    return (Document("plan_van_aanpak.pdf", "pdf", (Blok("Plan van aanpak", Soort.KOP, niveau=1), *blokken)),)


PLAN = _plan(
    Blok("2.1 Dossier (eis 20)", Soort.KOP, 1, niveau=2),
    Blok("Wij dragen over binnen 4 weken. Dat is vastgelegd op 3 mei 2022, zo'n jaar geleden.", pagina=1),
    Blok("2.2 Tempo", Soort.KOP, 1, niveau=2),
    Blok("Het gaat snel, binnen zes weken.", pagina=1),
    Blok("Dat kost niets.", pagina=1),
    Blok("Wij letten op ons tempo.", Soort.LIJST, 1),
    Blok(
        "Toetsing | Wij toetsen | 76", Soort.TABELRIJ, 1, cellen=("Toetsing", "Wij toetsen", "76"), tabel="1"
    ),
)


def test_every_rewriting_changes_the_words_or_places() -> None:
    for verstoring in VERSTORINGEN:
        if verstoring.naam not in {"andere naam", "andere volgorde"}:
            assert verstoring.maak(PLAN) != PLAN, verstoring.naam


def test_numbers_of_eisen_are_taken_out() -> None:
    [plan] = zonder_eisnummers(PLAN)
    assert [b.tekst for b in plan.blokken][1:] == [
        "2.1 Dossier", PLAN[0].blokken[2].tekst, "2.2 Tempo", PLAN[0].blokken[4].tekst, "Dat kost niets.",
        "Wij letten op ons tempo.",
        "Toetsing | Wij toetsen",
    ]  # fmt: skip
