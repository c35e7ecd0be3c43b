"""Yes and no: right both ways round, and never in doubt."""

import pytest

from knowledge.answers import Assistant
from knowledge.answers.question import lees_vraag
from knowledge.answers.yes_no import Oordeel, oordeel
from knowledge.catalogue import load_tender
from knowledge.retrieval.index import Zoekwoord
from knowledge.sources import Bronnen
from knowledge.text.tokens import content_words, stem

TENDER = load_tender()


def judge(question: str, rule: str, title: str = "") -> Oordeel | None:
    said = content_words(f"{rule} {title}")
    words = [
        Zoekwoord(w, 0.5, {other: 0.95 for other in said if stem(other) == stem(w)} or {w: 1.0})
        for w in content_words(question)
    ]
    return oordeel(lees_vraag(question), words, rule, title)


YES, NO, DEPENDS = Oordeel.JA, Oordeel.NEE, Oordeel.HANGT_AF


@pytest.mark.parametrize(
    ("question", "rule", "verdict"),
    [
        ("Mag ik een kind weigeren?", "De aanbieder mag een kind niet weigeren.", NO),
        ("Mag ik een verwijzing weigeren?", "De aanbieder moet elke verwijzing accepteren.", NO),
        ("Moet ik een kind accepteren?", "De aanbieder moet een kind accepteren.", YES),
        ("Moet ik een verwijzing accepteren?", "De aanbieder mag een verwijzing niet weigeren.", YES),
        ("Mag ik een kind weigeren?", "De aanbieder mag een kind weigeren.", YES),
        ("Moet ik een kind accepteren?", "De aanbieder hoeft een kind niet te accepteren.", NO),
        ("Moet ik een kind weigeren?", "De aanbieder mag een kind weigeren.", None),
        ("Mag ik een kind accepteren?", "De aanbieder hoeft een kind niet te accepteren.", None),
        ("Moet een groep therapie bieden?", "Een groep is niet verplicht therapie te bieden.", NO),
        ("Mag een groep therapie bieden?", "Een groep is niet verplicht therapie te bieden.", None),
        ("Hoef ik een vrijwilliger te screenen?", "Een vrijwilliger moet u screenen.", YES),
        ("Mag ik vervoer declareren?", "Vervoer mag u alleen declareren bij crisis.", DEPENDS),
        ("Mag ik vervoer declareren?", "Vervoer mag u niet declareren, tenzij dat is afgesproken.", DEPENDS),
        ("Valt pleegzorg onder deze inkoop?", "Pleegzorg valt buiten deze inkoop.", NO),
        ("Valt pleegzorg onder deze inkoop?", "Pleegzorg valt buiten deze inkoop, deeltijd wel.", None),
    ],
)  # fmt: skip
def test_verdicts(question: str, rule: str, verdict: Oordeel | None) -> None:
    assert judge(question, rule) is verdict


RULE = "De aanbieder mag een kind overplaatsen."


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("Mag ik een kind niet overplaatsen?", RULE),
        ("Mag de gemeente een kind overplaatsen?", RULE),
        ("Mag ik een kind twee keer overplaatsen?", RULE),
        ("Mag ik een kind schorsen?", RULE),
        ("Mag ik een kind na de intake overplaatsen?", RULE),
        ("Mag ik alleen een kind overplaatsen?", RULE),
        ("Mag ik elk kind overplaatsen?", RULE),
        ("Mag ik een kind naar Zwolle overplaatsen?", RULE),
        ("Mag ik een kind overplaatsen?", "De aanbieder mag een kind overplaatsen en moet dat niet."),
        ("Mag ik een kind overplaatsen?", "Een kind wordt overgeplaatst."),
        ("Wanneer mag ik een kind overplaatsen?", RULE),
        ("Mag ik in perceel 3 een kind overplaatsen?", "In perceel 2 mag u een kind overplaatsen."),
    ],
)  # fmt: skip
def test_in_doubt_the_rule_stands_by_itself(question: str, rule: str) -> None:
    assert judge(question, rule) is None


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant(TENDER, Bronnen(tmp_path_factory.mktemp("leeg")))


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Moet een gezinshuis ook ambulante jeugdhulp leveren?", "Nee."),
        ("Mag een medewerker van het RSJ referent zijn?", "Nee."),
        ("Mag een gemeente uit IJsselland referent zijn?", "Ja."),
        ("Valt jeugdbescherming onder deze aanbesteding?", "Nee."),
        ("Mag TG3 in een duurzaam budget?", "Nee."),
        ("Mag TG1 in een duurzaam budget?", "Ja."),
        ("Mag een basisarts worden ingezet binnen een duurzaam budget?", "Nee."),
    ],
)
def test_answers_of_the_tender_open_with_the_verdict(
    assistant: Assistant, question: str, opening: str
) -> None:
    assert assistant.ask(question).kort.startswith(opening)


@pytest.mark.parametrize(
    "question",
    [
        "Mag een gezinshuis ook ambulante jeugdhulp leveren?",
        "Moet ik elke jeugdige accepteren?",
        "Mag een inschrijver zijn inschrijving wijzigen na indiening?",
        "Moet een gemeente referent zijn?",
        "Mag groepsaanbod zwaar worden ingezet binnen een duurzaam budget?",
        "Mag TG3 niet in een duurzaam budget?",
        "Mag ik mijn inschrijving nog intrekken na de sluiting?",
        "Mag de opdrachtgever de tarieven wijzigen?",
        "Mag een gezinshuis alleen perceel 8 kiezen?",
        "Mag een inschrijver meerdere percelen kiezen?",
        "Mag TG3 in een herstelbudget?",
        "Moet de opdrachtgever de overeenkomst verlengen?",
    ],
)
def test_no_verdict_of_the_tender_in_doubt(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).kort.startswith(("Ja", "Nee"))
