"""What a generator wrote is held to its passages: citations, figures, units, codes and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers.generator_check import controleer

RULES = (
    "De aanbieder stuurt uiterlijk 1 maart 2024 het verslag. Hij bewaart het dossier minstens twintig jaar.",
    "Een groep in een gezinshuis telt hoogstens zes jeugdigen; het tarief is 75% van intensiteit D (eis 12).",
)


@pytest.mark.parametrize(
    "sentence",
    [
        "De aanbieder stuurt het verslag uiterlijk 1 maart 2024 [1].",
        "De aanbieder stuurt het verslag uiterlijk op 01-03-2024 [1].",
        "Het dossier bewaart de aanbieder minstens 20 jaar [1].",
        "Een gezinshuis telt hoogstens 6 jeugdigen [2].",
        "Het tarief in een gezinshuis is 75 procent van intensiteit D [2].",
        "Volgens eis 12 telt een groep hoogstens zes jeugdigen [1, 2].",
    ],
)
def test_what_stands_there_stays(sentence: str) -> None:
    checked = controleer(sentence, RULES)
    assert checked is not None and checked.split(" [")[0] == sentence.split(" [")[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "De aanbieder stuurt het verslag uiterlijk 1 april 2024 [1].",
        "De aanbieder stuurt het verslag uiterlijk 1 maart 2025 [1].",
        "De aanbieder stuurt het verslag uiterlijk 15-03-2024 [1].",
        "Het dossier bewaart de aanbieder minstens dertig jaar [1].",
        "Het dossier bewaart de aanbieder minstens twintig maanden [1].",
        "Het dossier bewaart de aanbieder hoogstens twintig jaar [1].",
        "Een gezinshuis telt hoogstens 6 jeugdigen [1].",
        "Het tarief in een gezinshuis is 75 euro van intensiteit D [2].",
        "Het tarief in een gezinshuis is 75% van intensiteit E [2].",
        "Volgens eis 13 telt een groep hoogstens zes jeugdigen [2].",
        "Het weer wordt morgen warm, droog en overal zonnig [1].",
        "Het verslag van de aanbieder staat op www.elders.nl [1].",
    ],
)
def test_what_does_not_stand_there_goes(sentence: str) -> None:
    assert controleer(sentence, RULES) is None


def test_lists_and_headings_lose_their_signs() -> None:
    text = (
        "## Antwoord\n- **De aanbieder** stuurt een verslag [1]\n- Een gezinshuis telt zes jeugdigen. [2]\n"
    )
    assert controleer(text, RULES) == (
        "De aanbieder stuurt een verslag [1]. Een gezinshuis telt zes jeugdigen [2]."
    )


def test_a_citation_before_or_after_the_full_stop_belongs_to_that_sentence() -> None:
    text = "De aanbieder stuurt een verslag. [1][2] Een gezinshuis telt zes jeugdigen [2]."
    assert controleer(text, RULES) == (
        "De aanbieder stuurt een verslag [1][2]. Een gezinshuis telt zes jeugdigen [2]."
    )


@given(st.text(max_size=300), st.integers(min_value=0, max_value=99))
def test_any_text_is_checked_and_no_new_number_comes_through(text: str, number: int) -> None:
    checked = controleer(f"{text} De aanbieder bewaart het dossier {number} jaar [1].", RULES)
    if checked is not None and number != 20:
        assert f"dossier {number} jaar" not in checked
