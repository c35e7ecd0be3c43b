"""A nota van inlichtingen outranks the document it amends, and the last nota the ones before it."""

from dataclasses import replace

import pytest

from knowledge.answers import Assistant
from knowledge.catalogue import load_tender
from knowledge.sources import Bronnen
from knowledge.sources.passages import Brondocument, Passage

TENDER = load_tender()
FIRST = "nota-van-inlichtingen-1"
SECOND = "nota-van-inlichtingen-2"


def nota(name: str, number: int, *passages: Passage) -> Brondocument:
    return Brondocument(
        name, f"{name}.pdf", name, passages, regio=TENDER.regio, jaar=TENDER.jaar,
        soort="nota van inlichtingen", wijzigt=TENDER.bron, volgnummer=number,
    )  # fmt: skip


def question(number: int, asked: str, answered: str, *over: str) -> Passage:
    return Passage(f"vraag {number}", f"Vraag: {asked}\nAntwoord: {answered}", (), "vraag", 1, over)


COMPLAINTS = question(
    4,
    "Is zes weken voor het afhandelen van een klacht haalbaar?",
    "Nee. Een klacht moet voortaan binnen acht weken zijn afgehandeld.",
    "eis 12",
)
TRAVEL = question(5, "Is er een vergoeding voor parkeren?", "Parkeren wordt niet vergoed.", "eis 12")


def assistant(folder: object, *documents: Brondocument) -> Assistant:
    store = Bronnen(folder)  # type: ignore[arg-type]
    for document in documents:
        store.bewaar(document)
    return Assistant(TENDER, store)


ASKED = "Hoe snel moet een klacht zijn afgehandeld?"


def test_the_nota_answers_and_what_it_changes_is_told(tmp_path: object) -> None:
    answer = assistant(tmp_path, nota(FIRST, 1, COMPLAINTS, TRAVEL)).ask(ASKED)
    assert "acht weken" in answer.kort and "6 weken" not in answer.kort
    assert (answer.citaten[0].bron, answer.citaten[0].vindplaats) == (FIRST, "vraag 4")
    assert (TENDER.bron, "eis 12") in [(c.bron, c.vindplaats) for c in answer.citaten]
    assert "Eerder stond er" in answer.antwoord and "6 weken" in answer.antwoord
    assert FIRST in answer.gezocht_in


def test_the_last_nota_holds(tmp_path: object) -> None:
    later = replace(COMPLAINTS, tekst=COMPLAINTS.tekst.replace("acht weken", "tien weken"))
    answer = assistant(tmp_path, nota(FIRST, 1, COMPLAINTS), nota(SECOND, 2, later)).ask(ASKED)
    assert "tien weken" in answer.kort and answer.citaten[0].bron == SECOND


@pytest.mark.parametrize("asked", ["Wie betaalt een klacht?", "Hoe vaak overleg ik met de cliëntenraad?"])
def test_a_nota_about_something_else_changes_nothing(tmp_path: object, asked: str) -> None:
    without = assistant(tmp_path).ask(asked)
    answer = assistant(tmp_path, nota(FIRST, 1, TRAVEL)).ask(asked)
    assert answer.kort == without.kort


def test_beside_a_table_the_nota_is_pointed_at(tmp_path: object) -> None:
    change = question(1, "Klopt het tarief van MST?", "Ja, het tarief van MST blijft gelijk.", "§8.5.4")
    answer = assistant(tmp_path, nota(FIRST, 1, change)).ask("Wat kost MST?")
    assert "21.572" in answer.kort
    assert FIRST in answer.antwoord and answer.citaten[1].bron == FIRST


def test_a_question_only_a_nota_answers_is_answered_from_it(tmp_path: object) -> None:
    answer = assistant(tmp_path, nota(FIRST, 1, TRAVEL)).ask("Is er een vergoeding voor parkeren?")
    assert answer.kort == "Parkeren wordt niet vergoed." and answer.citaten[0].bron == FIRST
