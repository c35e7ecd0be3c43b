"""Everyday words find the terms of the field, and not the other way round."""

import pytest

from knowledge.retrieval.lexicon import Lexicon
from knowledge.retrieval.spreektaal import SPREEKTAAL
from knowledge.text.tokens import stem, tokenise


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("kappen", "beeindigen"),
        ("beklag", "klachtenprocedure"),
        ("rijtijd", "reistijd"),
        ("puber", "jeugdige"),
    ],
)
def test_an_everyday_word_stands_for_the_term_less_surely_than_the_term_itself(word: str, term: str) -> None:
    lexicon = Lexicon({term, "overleg"})
    assert 0 < lexicon.matches(word)[term] < lexicon.matches(term)[term]


def test_a_term_does_not_stand_for_every_everyday_word() -> None:
    assert "smoes" not in Lexicon({"smoes", "noshow"}).matches("noshow")


def test_every_entry_is_one_folded_word_and_none_means_only_itself() -> None:
    for word, terms in SPREEKTAAL.items():
        assert tokenise(word) == [word], word
        assert {stem(term) for term in terms.split()} - {stem(word)}, word
