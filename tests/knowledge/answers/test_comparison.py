"""Two documents or regions side by side: each answered from its own source, and none from another's."""

import pytest

from knowledge.answers import Assistant
from knowledge.answers.comparison import vragen_per_zijde
from knowledge.catalogue import load_tender
from knowledge.sources import Bronnen, import_file

SEA = "meerland-inkoopstrategie-2020"
DALE = "dalland-raadsbrief-2021"
DOCUMENTS = {
    SEA: """ 1. Inleiding
Dit stuk gaat over de hulp in Meerland. Meerland bestaat uit Plasdam en Vijverhoek.
 2. Contract
In Meerland duurt het contract zeven jaar. Wie wil stoppen, zegt een half jaar vooraf op.
 3. Klachten
Een klacht wordt in Meerland binnen drie weken afgehandeld.
""",
    DALE: """ 1. Inleiding
Deze brief gaat over de hulp in Dalland. Dalland koopt alleen pleegzorg in.
 2. Contract
In Dalland loopt het contract tien jaar, zonder verlenging.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("bronnen")
    store = Bronnen(folder / "data")
    for name, text in DOCUMENTS.items():
        file = folder / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        import_file(file, None, store)
    return Assistant(load_tender(), store)


@pytest.mark.parametrize(
    "question",
    [
        "Wat is het verschil in contractduur tussen Meerland en Dalland?",
        "Hoe lang loopt het contract in Meerland en in Dalland?",
        "Hoe lang duurt het contract in Meerland, en hoe lang in Dalland?",
        "Vergelijk de looptijd van het contract van Meerland met die van Dalland.",
        "Hoe lang loopt het contract volgens de strategie van Meerland en volgens de raadsbrief?",
    ],
)
def test_both_sides_are_told_and_cited(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert [part.bron for part in answer.delen] == [SEA, DALE]
    assert "zeven jaar" in answer.delen[0].kort and "tien jaar" in answer.delen[1].kort
    assert [c.bron for c in answer.citaten[:2]] == [SEA, DALE]
    assert answer.antwoord.startswith(answer.kort)


def test_the_tender_beside_another_region(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe snel wordt een klacht afgehandeld in Meerland en in IJsselland?")
    assert "drie weken" in answer.delen[0].kort and "6 weken" in answer.delen[1].kort
    assert {c.bron for c in answer.delen[0].citaten} == {SEA}
    assert SEA not in {c.bron for c in answer.delen[1].citaten}


def test_a_side_that_does_not_say_is_told_so(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe snel wordt een klacht afgehandeld in Dalland en in IJsselland?")
    assert answer.beantwoord and [part.beantwoord for part in answer.delen] == [False, True]
    assert "staat niets" in answer.delen[0].kort and "6 weken" not in answer.delen[0].kort


def test_neither_side_says(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe diep is het zwembad in Meerland en in Dalland?")
    assert not answer.beantwoord and "niet in de bronnen" in answer.antwoord


@pytest.mark.parametrize(
    "question",
    [
        "Hoe lang duurt het contract in Meerland?",
        "Wat staat er in de inkoopstrategie van Meerland over klachten?",
        "Hoe snel moet een klacht zijn afgehandeld en door wie?",
        "Wat is het verschil tussen perceel 1 en perceel 2?",
    ],
)
def test_other_questions_have_no_sides(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).delen == ()


def test_each_side_gets_its_own_clause(assistant: Assistant) -> None:
    question = "Hoe lang duurt het contract in Meerland en welke hulp koopt Dalland in?"
    sides = assistant._kennis.wegwijzer.zijden(question)
    assert vragen_per_zijde(question, sides) == ["Hoe lang duurt het contract?", "welke hulp koopt in?"]


def test_a_maximum_beside_a_plain_term_is_the_same_question(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Wat is het verschil in maximale contractduur tussen de strategie van Meerland en Dalland?"
    )
    assert [part.beantwoord for part in answer.delen] == [True, True]
    assert "zeven jaar" in answer.antwoord and "tien jaar" in answer.antwoord
