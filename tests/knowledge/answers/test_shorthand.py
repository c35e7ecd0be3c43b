"""Questions typed fast are read in full; whom an eis holds for comes from the catalogue."""

from pathlib import Path

import pytest

from knowledge.answers import Assistant
from knowledge.answers.shorthand import voluit
from knowledge.catalogue import load_tender
from knowledge.sources import Bronnen


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant(load_tender(), Bronnen(Path(tmp_path_factory.mktemp("bronnen"))))


@pytest.mark.parametrize(
    ("kort", "vol"),
    [
        ("binnen hvl dgn moet de 323 eruit", "binnen hoeveel dagen moet de 323 eruit"),
        ("tg3 perceel 1 p/m", "tg3 perceel 1 per minuut"),
        ("omzet 2023 t.o.v. 2022", "omzet 2023 ten opzichte van 2022"),
        ("wat kost MIN-1", "wat kost MIN-1"),
        ("hoeveel etmalen maximaal", "hoeveel etmalen maximaal"),
    ],
)
def test_shorthand_is_written_out_and_words_are_left_alone(kort: str, vol: str) -> None:
    assert voluit(kort) == vol


@pytest.mark.parametrize(
    ("vraag", "gesprek", "begin"),
    [
        ("Voor welke percelen geldt eis 88?", (), "Eis 88 (zorgtoewijzing of bepaling nodig) geldt voor"),
        ("Geldt eis 103 ook voor perceel 1?", (), "Nee. Eis 103"),
        ("Geldt eis A voor perceel 2?", (), "Ja. Eis A"),
        ("Voor welke percelen geldt deze eis?", ("Wat betekent eis 12?",), "Eis 12 (klachten"),
        ("Geldt die eis voor alle percelen?", ("Hoe snel moet een klacht zijn afgehandeld?",), "Ja. Eis 12"),
        ("Moet perceel 4 aan eis 36 voldoen?", (), "Eis 36 is vervallen."),
    ],
)  # fmt: skip
def test_for_which_percelen_an_eis_holds(
    assistant: Assistant, vraag: str, gesprek: tuple[str, ...], begin: str
) -> None:
    answer = assistant.ask(vraag, gesprek=gesprek)
    assert answer.antwoord.startswith(begin)
    assert answer.citaten[0].vindplaats == f"eis {begin.split('is ', 1)[1].split()[0]}"


@pytest.mark.parametrize(
    ("vraag", "bedrag"),
    [
        ("psychiater bij perceel 5 per minuut", "€ 3,60"),
        ("tariefgroep 3 gewone specialistische aanbieder hoeveel p/m", "€ 1,46"),
        ("ggz verblijf klasse h per dag", "€ 529,57"),
    ],
)
def test_catchwords_with_a_unit_ask_for_a_price(assistant: Assistant, vraag: str, bedrag: str) -> None:
    assert bedrag in assistant.ask(vraag).kort
