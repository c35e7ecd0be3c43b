"""When the assistant declines: the signs, and codes that do not exist."""

import pytest

from knowledge.answers import Assistant
from knowledge.answers.confidence import GEWICHTEN, bestaat_niet
from knowledge.answers.evidence import NAMEN, aanwijzingen
from knowledge.answers.question import lees_vraag
from knowledge.catalogue import load_tender
from knowledge.sources import Bronnen

TENDER = load_tender()


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant(TENDER, Bronnen(tmp_path_factory.mktemp("leeg")))


def sign(assistant: Assistant, question: str, name: str) -> float:
    found = assistant.zoek(question)
    return float(getattr(aanwijzingen(found.vraag, found.woorden, found.plaatsen, found.route.namen), name))


def test_no_sign_counts_the_wrong_way() -> None:
    for name in NAMEN:
        against = name.startswith(("onbekend", "ontbrekend", "ander", "zonder", "gebeurd"))
        assert (getattr(GEWICHTEN, name) <= 0) if against else (getattr(GEWICHTEN, name) >= 0)


@pytest.mark.parametrize(
    ("name", "against", "not_against"),
    [
        (
            "onbekend_ding",
            "Mag een gezinshuis een papegaai houden?",
            "Mag een gezinshuis een klacht indienen?",
        ),
        ("zonder_aantal", "Hoeveel gezinshuizen zijn er?", "Hoeveel referenties moet ik aanleveren?"),
        ("ander_getal", "Wat is het tarief in 2031?", "Wanneer begint de overeenkomst in 2023?"),
        ("gebeurd", "Welke aanbieder heeft perceel 4 gewonnen?", "Hoeveel aanbieders krijgen perceel 4?"),
        ("zonder_cijfer", "Wat kost een cliëntenraad?", "Wat kost MST?"),
    ],
)
def test_signs(assistant: Assistant, name: str, against: str, not_against: str) -> None:
    assert sign(assistant, against, name) > sign(assistant, not_against, name)
    assert sign(assistant, against, name) > 0


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Wat staat er in eis 112?", "Eis 112 bestaat niet. Er zijn: A t/m L en 1 t/m 109."),
        ("Wat kost een etmaal op intensiteit L?", "Intensiteit L bestaat niet. Er zijn: A t/m K."),
        ("Wie zit er in perceel 12?", "Perceel 12 bestaat niet. Er zijn: 1 t/m 9."),
        ("Wat is het tarief van TG9 in perceel 2?", "Tariefgroep 9 bestaat niet. Er zijn: 1 t/m 7."),
        ("Wat kost tariefklasse B?", "Tariefklasse B bestaat niet. Er zijn: C t/m H."),
    ],
)
def test_codes_that_do_not_exist(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert not answer.beantwoord and answer.kort == says
    assert answer.antwoord.startswith(says)


def test_all_codes_of_the_tender_exist() -> None:
    for eis in TENDER.eisen:
        assert bestaat_niet(lees_vraag(f"Wat zegt eis {eis.id}?"), TENDER) == ""
    for level in TENDER.intensiteiten:
        if level.soort != "groepsaanbod":
            name = f"intensiteit {level.code}" if level.soort == "verblijf" else f"klasse {level.code[-1]}"
            assert bestaat_niet(lees_vraag(f"Wat kost {name}?"), TENDER) == ""


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel gezinshuizen staan er in Staphorst?",
        "Hoe heet de burgemeester van Raalte?",
        "Welke aanbieder heeft perceel 8 gewonnen?",
        "Wat kost een gitaarles?",
        "Op welk adres zit de rechtbank?",
        "Welke muziek draait een leefgroep?",
    ],
)
def test_known_words_alone_do_not_make_an_answer(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.beantwoord, answer.kort
    assert "Er is gezocht in" in answer.antwoord and answer.citaten
