"""The assistant answers with citations, keeps sources apart, and declines."""

from pathlib import Path

import pytest

from knowledge.answers import Antwoord, Assistant
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from knowledge.sources import Bronnen, import_file

OTHER = """ 1. Inleiding
Dit stuk gaat over de hulp in Meerland. Meerland bestaat uit de gemeenten Plasdam en Vijverhoek.
 2. Contract
In Meerland duurt het contract zeven jaar. Na drie jaar kijken Plasdam en Vijverhoek hoe het gaat.
De regio Meerland vraagt van aanbieders een zwembad met een diepte van minstens 2 meter.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("bronnen")
    file = folder / "meerland-strategie-2020.txt"
    file.write_text(OTHER, encoding="utf-8")
    store = Bronnen(folder / "data")
    import_file(file, None, store)
    return Assistant(load_tender(), store)


def place(answer: Antwoord) -> tuple[str, str]:
    return answer.citaten[0].bron, answer.citaten[0].vindplaats


def test_catalogue_answers_without_imported_documents(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe snel moet een klacht zijn afgehandeld?")
    assert answer.beantwoord and "6 weken" in answer.antwoord
    assert place(answer) == (assistant.tender.bron, "eis 12")


def test_another_region_is_asked_by_its_name(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe lang duurt het contract in Meerland?")
    assert "zeven jaar" in answer.antwoord
    assert {c.bron for c in answer.citaten} == {"meerland-strategie-2020"}


def test_another_region_does_not_answer_for_this_one(assistant: Assistant) -> None:
    assert not assistant.ask("Hoe diep moet het zwembad zijn?").beantwoord


def test_asking_one_source_only(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe diep moet het zwembad zijn?", "meerland-strategie-2020")
    assert answer.beantwoord and "2 meter" in answer.antwoord


def test_a_named_place_is_given(assistant: Assistant) -> None:
    answer = assistant.ask("Geldt eis 36 nog?")
    assert "vervallen" in answer.antwoord.lower() and place(answer)[1] == "eis 36"


@pytest.mark.parametrize(
    "question",
    [
        "Wat is het telefoonnummer van de burgemeester van Ommen?",
        "Welke kleur heeft het behang in een gezinshuis?",
        "Wat kost een uur jeugdreclassering?",
        "Hoeveel parkeerplaatsen heeft een leefgroep nodig?",
    ],
)
def test_what_the_sources_do_not_say_is_declined(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.beantwoord
    assert "niet in de bronnen" in answer.antwoord
    assert answer.citaten, "the nearest passages are offered"


def test_a_newly_imported_document_is_found_at_once(tmp_path: Path) -> None:
    store = Bronnen(tmp_path / "data")
    assistant = Assistant(load_tender(), store)
    file = tmp_path / "plassenland-notitie.txt"
    file.write_text("Plassenland\nIn Plassenland krijgt elke jeugdige een vaste coach voor drie jaar.\n")
    import_file(file, None, store)
    answer = assistant.ask("Hoe lang houdt een jeugdige in Plassenland dezelfde coach?")
    assert "drie jaar" in answer.antwoord


def test_bad_questions_are_refused(assistant: Assistant) -> None:
    for question in ("", "   ", "x" * 3000):
        with pytest.raises(InvoerFout):
            assistant.ask(question)
    with pytest.raises(InvoerFout, match="geen bron"):
        assistant.ask("Wat kost dat?", "onbekend")


def test_json_has_the_fields_of_the_contract(assistant: Assistant) -> None:
    found = assistant.ask("Wat kost een etmaal op intensiteit E?").to_json()
    assert list(found)[:4] == ["vraag", "beantwoord", "antwoord", "citaten"]
    assert list(found["citaten"][0])[:4] == ["bron", "vindplaats", "tekst", "score"]
    assert all(0 <= c["score"] <= 1 for c in found["citaten"])


def test_the_answer_opens_with_the_short_answer(assistant: Assistant) -> None:
    for question in ("Hoe snel moet een klacht zijn afgehandeld?", "Wat kost MST?", "Wat kost een zwembad?"):
        answer = assistant.ask(question)
        assert answer.kort and answer.antwoord.startswith(answer.kort)
        assert f"{answer.kort} {answer.toelichting()}".strip() == answer.antwoord
        assert assistant.tender.bron in answer.gezocht_in


def test_a_citation_leads_to_its_passage(assistant: Assistant) -> None:
    bron = "meerland-strategie-2020"
    cited = assistant.ask("Hoe lang duurt het contract in Meerland?").citaten[0]
    document = next(d for d in assistant._bronnen.alle() if d.bron == bron)
    assert cited.passage is not None
    assert document.passages[cited.passage].tekst == cited.tekst and cited.koppen == ("Contract",)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Wat is de contractduur?", "jaar"),
        ("Hoe snel moet een klacht zijn afgehandeld?", "6 weken"),
        ("Hoe vaak moet het hulpverleningsplan worden geëvalueerd?", "6"),
        ("Vanaf welke omzet is een controleverklaring nodig?", "125.000"),
    ],
)
def test_a_question_after_a_figure_gets_it_in_the_short_answer(
    assistant: Assistant, question: str, figure: str
) -> None:
    assert figure in assistant.ask(question).kort
