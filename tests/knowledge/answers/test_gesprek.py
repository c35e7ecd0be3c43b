"""Follow-up questions are read with the subject of the conversation; new questions are left alone."""

import pytest

from knowledge.answers import Assistant
from knowledge.answers.gesprek import lees_vervolg
from knowledge.answers.subjects import Onderwerpen
from knowledge.catalogue import load_tender
from knowledge.sources import Bronnen

TENDER = load_tender()
SUBJECTS = Onderwerpen(TENDER)
REGIONS = {"meerland", "plasdam", "ijsselland"}


def names(text: str) -> list[str]:
    return [w for w in text.replace("?", "").replace(",", "").split() if w.lower() in REGIONS]


def full(*questions: str) -> str:
    return lees_vervolg(questions[-1], questions[:-1], SUBJECTS, names)


TARIFF = "Wat is het tarief van TG5 in perceel 2?"


@pytest.mark.parametrize(
    ("earlier", "follow_up", "read"),
    [
        (TARIFF, "En voor perceel 4?", "Wat is het tarief van TG5 in perceel 4?"),
        (TARIFF, "en TG6?", "Wat is het tarief van TG6 in perceel 2?"),
        (TARIFF, "en wat kost TG3 dan?", "Wat kost TG3 in perceel 2?"),
        ("Wat kost een etmaal op intensiteit E?", "En J?", "Wat kost een etmaal op intensiteit J?"),
        (
            "Wat kost een etmaal op intensiteit E?",
            "en in tariefklasse C?",
            "Wat kost een etmaal op tariefklasse C?",
        ),
        (
            "In welke tariefgroep valt een GZ-psycholoog?",
            "en een basisarts?",
            "In welke tariefgroep valt een basisarts?",
        ),
        (
            "Moet een gezinshuis ook ambulante jeugdhulp leveren?",
            "Geldt dat ook voor pleegzorg?",
            "Moet pleegzorg ook ambulante jeugdhulp leveren?",
        ),
        (
            "Wat is de norm voor solvabiliteit?",
            "en voor rentabiliteit?",
            "Wat is de norm voor rentabiliteit?",
        ),
        ("Neemt Hardenberg ambulante hulp af?", "En Staphorst?", "Neemt Staphorst ambulante hulp af?"),
        (
            "Hoe lang duurt het contract in Meerland?",
            "en IJsselland?",
            "Hoe lang duurt het contract in IJsselland?",
        ),
        (
            "Hoe lang duurt het contract in IJsselland?",
            "en bij Meerland?",
            "Hoe lang duurt het contract bij Meerland?",
        ),
        (
            "Binnen hoeveel dagen stuur ik bericht 305?",
            "en 307-bericht?",
            "Binnen hoeveel dagen stuur ik bericht 307?",
        ),
        (
            "Hoe oud mag het uittreksel zijn?",
            "en de gedragsverklaring?",
            "Hoe oud mag de gedragsverklaring zijn?",
        ),
    ],
)
def test_a_named_thing_takes_the_place_of_its_like(earlier: str, follow_up: str, read: str) -> None:
    assert full(earlier, follow_up) == read


@pytest.mark.parametrize(
    ("earlier", "follow_up", "keeps"),
    [
        ("Hoe snel moet een klacht zijn afgehandeld?", "Hoe lang dan?", ["klacht"]),
        ("Hoe snel moet een klacht zijn afgehandeld?", "Wie doet dat?", ["klacht"]),
        ("Moet een gezinshuis ook ambulant bieden?", "Waarom niet?", ["gezinshuis", "ambulant"]),
        ("Hoe vaak wordt het hulpverleningsplan bekeken?", "Wie stelt het op?", ["hulpverleningsplan"]),
        ("Hoe vaak wordt het hulpverleningsplan bekeken?", "En moet het klaar zijn?", ["hulpverleningsplan"]),
        ("Wat kost een etmaal op intensiteit E?", "Wat is de bandbreedte?", ["intensiteit E"]),
        ("Wat zegt eis 12?", "Wat is het doel?", ["eis 12"]),
        ("Hoe lang duurt het contract in Meerland?", "En wat is het jaarbudget?", ["jaarbudget", "Meerland"]),
        (TARIFF, "Welke functies zitten daarin?", ["TG5"]),
    ],
)  # fmt: skip
def test_a_pointing_question_keeps_the_subject(earlier: str, follow_up: str, keeps: list[str]) -> None:
    read = full(earlier, follow_up)
    assert all(part in read for part in keeps), read


def test_a_chain_of_follow_ups() -> None:
    assert full(TARIFF, "en TG6?", "en in perceel 4?") == "Wat is het tarief van TG6 in perceel 4?"


@pytest.mark.parametrize(
    "question",
    [
        "Mag een gezinshuis een hond houden?",
        "Hoe vaak moet het hulpverleningsplan worden geëvalueerd?",
        "Wat betekent een cliëntenstop?",
        "Welke gemeenten horen bij de regio?",
        "Moet een jeugdige die ouder is dan 16 een toekomstplan hebben?",
        "Wat kost TG3 in perceel 1?",
        "Wat zegt eis 83?",
    ],
)
def test_a_new_question_is_left_alone(question: str) -> None:
    for earlier in (TARIFF, "Hoe lang duurt het contract in Meerland?", "Wie beslist over een klacht?"):
        assert full(earlier, question) == ""


def test_without_conversation_nothing_is_added() -> None:
    assert full("En voor perceel 4?") == ""


def test_the_assistant_shows_how_it_read_the_question(tmp_path_factory: pytest.TempPathFactory) -> None:
    assistant = Assistant(TENDER, Bronnen(tmp_path_factory.mktemp("leeg")))
    first = assistant.ask(TARIFF)
    second = assistant.ask("En in perceel 4?", gesprek=[first])
    third = assistant.ask("en TG6?", gesprek=[first, second])
    assert (first.gelezen_als, second.vraag) == ("", "En in perceel 4?")
    assert "2,15" in second.kort and second.gelezen_als == "Wat is het tarief van TG5 in perceel 4?"
    assert third.gelezen_als == "Wat is het tarief van TG6 in perceel 4?"
    assert assistant.ask("En in perceel 4?", gesprek=[TARIFF]).antwoord == second.antwoord
