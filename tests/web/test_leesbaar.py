"""The texts of the screens stay at level B1: short sentences, common words (scripts/leesbaar.py)."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from leesbaar import LONG_SENTENCE, Zin, flesch_douma, uit_code, uit_sjablonen, zinnen  # noqa: E402

MOST_WORDS = 25
"""Of any sentence."""
FEW = 0.02
"""Of all sentences may be longer than LONG_SENTENCE."""
MEAN_WORDS = 10
EASY = 75
"""Flesch-Douma of all together; from 60 a text counts as plain language, and ours are short lines."""


@pytest.fixture(scope="module")
def alle() -> list[Zin]:
    return zinnen()


def test_sentences_are_short(alle: list[Zin]) -> None:
    te_lang = [f"{z.plek}: {z.tekst}" for z in alle if len(z.woorden) > MOST_WORDS]
    assert not te_lang, "\n".join(te_lang)
    lang = [z for z in alle if len(z.woorden) > LONG_SENTENCE]
    assert len(lang) <= FEW * len(alle), "\n".join(f"{z.plek}: {z.tekst}" for z in lang)
    assert sum(len(z.woorden) for z in alle) <= MEAN_WORDS * len(alle)


def test_the_whole_is_plain_language(alle: list[Zin]) -> None:
    assert flesch_douma(" ".join(f"{z.tekst.rstrip('.:')}." for z in alle)) >= EASY


def test_the_measure_tells_easy_from_hard() -> None:
    easy = "Kies een bestand. U ziet eerst wat er verandert."
    hard = (
        "Ingevolge de aanbestedingsrechtelijke verantwoordelijkheidsverdeling geschiedt "
        "kwaliteitsbeoordeling uitsluitend overeenkomstig voornoemde beoordelingssystematiek."
    )
    assert flesch_douma(easy) > 80 > 20 > flesch_douma(hard)


def test_texts_are_found_in_pages_and_in_code() -> None:
    pages = {z.tekst for z in uit_sjablonen()}
    assert "Een mens neemt elk besluit." in pages
    code = {z.tekst for z in uit_code()}
    assert "Dit verzoek begrijpen we niet" not in code  # a heading, no sentence
    assert "Ga terug en probeer het opnieuw." in code
