"""Calculators beside an answer: the right one, with input it can take."""

import pytest

from knowledge.answers.calculators import rekenhulpen
from knowledge.answers.question import lees_vraag
from knowledge.calculators.register import rekentool
from knowledge.calculators.rekentool import FoutInVelden
from knowledge.catalogue import load_tender

TENDER = load_tender()


@pytest.mark.parametrize(
    ("question", "place", "key", "given"),
    [
        (
            "Wat kost een plek op J per maand?",
            "§9.7",
            "kosten",
            {"regels": [{"perceel": 8, "wat": "J", "aantal": 30}]},
        ),
        (
            "Wat kost TG5 in perceel 2?",
            "§8.5.1",
            "kosten",
            {"regels": [{"perceel": 2, "wat": "TG5", "aantal": 60}]},
        ),
        ("Mag ik inschrijven op perceel 1 en 3 samen?", "§4.3.1", "percelen", {"percelen": [1, 3]}),
        ("Welke norm geldt voor de solvabiliteit?", "§5.3.1", "financieel", {}),
        ("Mag ik een no-show declareren bij groepsaanbod?", "§8.5.3", "no_show_groepsaanbod", {}),
        (
            "Hoe snel moet een klacht zijn afgehandeld?",
            "eis 12",
            "termijn",
            {"termijn": "Klacht van een jeugdige afhandelen"},
        ),
    ],
)
def test_calculator(question: str, place: str, key: str, given: dict[str, object]) -> None:
    found = rekenhulpen(lees_vraag(question), TENDER, place)
    assert found and (found[0].sleutel, dict(found[0].invoer)) == (key, given)
    assert found[0].label.startswith("Reken dit uit: ")


def test_prefilled_fields_are_taken_and_only_others_asked_for() -> None:
    for question, place in (
        ("Wat kost intensiteit E?", "§9.7"),
        ("Wat kost tariefklasse C?", "§9.7"),
        ("Wat kost groepsaanbod zwaar?", "§8.5.3"),
        ("Hoe snel moet een klacht zijn afgehandeld?", "eis 12"),
        ("Mag ik inschrijven op perceel 1 en 3 samen?", "§4.3.1"),
    ):
        for tool in rekenhulpen(lees_vraag(question), TENDER, place):
            try:
                rekentool(tool.sleutel).uit_gegevens(TENDER, tool.invoer)
            except FoutInVelden as fout:
                assert not {field for field, *_ in fout.plaatsen} & set(tool.invoer)


@pytest.mark.parametrize("question", ["Wie beslist over een klacht?", "Wat betekent een cliëntenstop?"])
def test_no_calculator_where_nothing_is_worked_out(question: str) -> None:
    assert rekenhulpen(lees_vraag(question), TENDER, "hoofdstuk 2") == ()
