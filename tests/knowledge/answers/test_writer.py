"""Where the environment names a text generator it words what comes from passages; tables stay as they are."""

from collections.abc import Sequence

import pytest

from knowledge.answers import Assistant, Citaat
from knowledge.answers.writer import schrijver
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from knowledge.sources import Bronnen

ASKED = "Hoe snel moet een klacht zijn afgehandeld?"


class Writer:
    """Writes one fixed text, and keeps what it was asked."""

    def __init__(self, text: str | None) -> None:
        self.text = text
        self.seen: list[str] = []

    def schrijf(self, vraag: str, passages: Sequence[Citaat]) -> str | None:
        self.seen.append(vraag)
        return self.text


def assistant(folder: object, monkeypatch: pytest.MonkeyPatch, writer: Writer) -> Assistant:
    monkeypatch.setattr("knowledge.answers.assistant.schrijver", lambda: writer)
    return Assistant(load_tender(), Bronnen(folder))  # type: ignore[arg-type]


def test_its_words_are_the_answer(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer("Binnen zes weken [1].")
    answer = assistant(tmp_path, monkeypatch, writer).ask(ASKED)
    assert answer.kort == answer.antwoord == "Binnen zes weken [1]."
    assert writer.seen == [ASKED] and answer.citaten[0].vindplaats == "eis 12"


def test_without_words_the_plain_answer_stands(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "6 weken" in assistant(tmp_path, monkeypatch, Writer(None)).ask(ASKED).kort


@pytest.mark.parametrize("question", ["Wat kost MST?", "Welke kleur heeft het behang in een gezinshuis?"])
def test_tables_and_refusals_are_not_worded(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    writer = Writer("Iets anders [1].")
    assert "Iets anders" not in assistant(tmp_path, monkeypatch, writer).ask(question).antwoord
    assert writer.seen == []


def test_off_unless_the_environment_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("THUISPLEK_GENERATOR_URL", raising=False)
    assert schrijver() is None
    monkeypatch.setenv("THUISPLEK_GENERATOR_URL", "geen-adres")
    with pytest.raises(InvoerFout):
        schrijver()
