"""When the assistant declines: the signs, and codes that do not exist."""

import pytest

from knowledge.answers import Assistant
from knowledge.answers.confidence import GEWICHTEN, bestaat_niet
from knowledge.answers.evidence import NAMEN, _lacks_name, aanwijzingen
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
        ("zonder_enig_cijfer", "Wat kost een vertrouwenspersoon?", "Wat kost MST?"),
        ("zonder_aantal", "Hoe groot moet een slaapkamer zijn?", "Hoe groot is een leefgroep?"),
        ("vraagvorm", "Moet een vrijwilliger een VOG hebben?", "Welke hobby heeft een vrijwilliger?"),
    ],
)
def test_signs(assistant: Assistant, name: str, against: str, not_against: str) -> None:
    assert sign(assistant, against, name) > sign(assistant, not_against, name)
    assert sign(assistant, against, name) > 0


@pytest.mark.parametrize(
    ("stretch", "lacks"),
    [
        ("Een klacht gaat naar de contractmanager van het RSJ.", True),
        ("Een klacht gaat naar de contractmanager, Jansen.", False),
    ],
)
def test_a_name_that_the_question_holds_itself_is_no_answer(stretch: str, lacks: bool) -> None:
    assert _lacks_name("hoe heet de contractmanager van het rsj?", stretch, frozenset()) is lacks


def test_what_is_counted_may_have_another_name(assistant: Assistant) -> None:
    assert sign(assistant, "Hoeveel kinderen wonen er in een leefgroep?", "zonder_aantal") == 0.0


@pytest.mark.parametrize(
    ("question", "kern"),
    [
        ("Welke software gebruikt de gemeente?", "software"),
        ("Binnen hoeveel tijd proberen gemeenten te antwoorden?", ""),
        ("Hoeveel denkt de raad te besparen?", ""),
        ("Hoe groot mag een woongroep zijn?", "woongroep"),
    ],
)
def test_only_the_noun_right_after_it_is_asked_for(question: str, kern: str) -> None:
    assert lees_vraag(question).kern == kern


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
