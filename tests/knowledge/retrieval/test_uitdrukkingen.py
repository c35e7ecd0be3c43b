"""Sayings of several everyday words lead to the word of the field."""

from knowledge.retrieval import Fragment, Index
from knowledge.retrieval.uitdrukkingen import uitdrukkingen

FRAGMENTS = [
    Fragment("b", "§1", "Plaatsing", "Een gedwongen uithuisplaatsing loopt via de rechter.", "tekst"),
    Fragment("b", "§2", "Tuin", "Er is een tuin met een keuken.", "tekst"),
]


def test_a_saying_finds_the_word_of_the_field() -> None:
    index = Index(FRAGMENTS)
    words = index.zoekwoorden("wie beslist als een kind tegen de zin van de ouders uit huis moet", {"b"})
    assert "§1" in {hit.fragment.vindplaats for hit in index.zoek(words, {"b"})}
    meant = {other for word in words for other in word.groep}
    assert {"gedwongen", "uithuisplaatsing"} <= meant


def test_a_question_without_sayings_is_left_alone() -> None:
    assert not list(uitdrukkingen("Wat kost een etmaal op intensiteit E?"))
