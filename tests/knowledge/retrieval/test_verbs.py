"""Separable verbs in questions are put together again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.retrieval.fragments import Fragment
from knowledge.retrieval.index import Index
from knowledge.retrieval.verbs import infinitives, rejoined

VERBS = frozenset("ingaan aflopen overdragen uitvoeren aanvragen indienen afsluiten".split())  # noqa: SIM905


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("gaat", "gaan"),
        ("gaan", "gaan"),
        ("loopt", "lopen"),
        ("zegt", "zeggen"),
        ("geeft", "geven"),
        ("leest", "lezen"),
        ("levert", "leveren"),
        ("sluit", "sluiten"),
        ("draag", "dragen"),
        ("voeren", "voeren"),
        ("houdt", "houden"),
        ("ziet", "zien"),
    ],
)
def test_the_infinitive_is_among_the_guesses(form: str, verb: str) -> None:
    assert verb in infinitives(form)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Wanneer gaat de overeenkomst in?", "Wanneer ingaan de overeenkomst?"),
        ("Wanneer loopt het contract af?", "Wanneer aflopen het contract?"),
        (
            "Draag ik het dossier over als de jeugdige verhuist?",
            "overdragen ik het dossier als de jeugdige verhuist?",
        ),
        ("Welke aanbieders voeren de crisisdienst uit?", "Welke aanbieders uitvoeren de crisisdienst?"),
        (
            "Als het afloopt, hoe vraag ik een toewijzing aan?",
            "Als het afloopt, hoe aanvragen ik een toewijzing?",
        ),
    ],
)
def test_both_parts_become_one_word(question: str, expected: str) -> None:
    assert rejoined(question, VERBS.__contains__) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Waar gaat de overeenkomst in?",  # "waarin"
        "Wie levert hulp in Zwolle?",
        "Mag een aanbieder in het weekend dicht gaan?",
        "Waarvoor dient bijlage XII?",
        "In?",
        "",
    ],
)
def test_a_preposition_stays(question: str) -> None:
    assert rejoined(question, VERBS.__contains__) == question


@given(st.text(max_size=60))
def test_without_known_verbs_nothing_changes(text: str) -> None:
    assert rejoined(text, lambda verb: False) == text


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    rejoined(text, lambda verb: True)


def test_the_search_finds_the_whole_verb() -> None:
    index = Index(
        [
            Fragment("a", "§ 1", "Overeenkomst", "De overeenkomst is een contract.", "tekst"),
            Fragment("a", "§ 2", "Planning", "Ingangsdatum van de overeenkomst: 1 mei 2030.", "tekst"),
        ]
    )
    words = index.zoekwoorden("Wanneer gaat de overeenkomst in?", {"a"})
    assert [w.woord for w in words] == ["ingaan", "overeenkomst"]
    assert index.zoek(words, {"a"})[0].fragment.vindplaats == "§ 2"


def test_a_general_word_before_the_name_of_a_document_tells_as_little_as_the_name() -> None:
    index = Index([Fragment("a", "§ 1", "", "De regio Waterland koopt jeugdhulp in.", "tekst")] * 3)
    weight = {w.woord: w.gewicht for w in index.zoekwoorden("regio waterland", {"a"}, {"waterland"})}
    assert weight["regio"] == weight["waterland"]
