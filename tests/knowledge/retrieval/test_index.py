"""Search finds what a question means, also in other words."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.getal import euro
from knowledge.catalogue import load_tender
from knowledge.retrieval.bm25 import Bm25
from knowledge.retrieval.catalogue import of_tender
from knowledge.retrieval.fragments import Fragment, defined_term
from knowledge.retrieval.fuse import reciprocal_rank
from knowledge.retrieval.index import Index, frasemaat, gedekt
from knowledge.text.codes import find_codes


def fragment(place: str, text: str, title: str = "", terms: str = "", bron: str = "a") -> Fragment:
    return Fragment(bron, place, title, text, "tekst", terms)


FRAGMENTS = [
    fragment("eis 1", "De aanbieder beschikt over een klachtenprocedure voor jeugdigen."),
    fragment("eis 2", "Het cliëntdossier gaat binnen vier weken naar de volgende aanbieder.", "overdracht"),
    fragment("eis 3", "De looptijd van de overeenkomst is twee jaar."),
    fragment("§ 1", "Wonen en verblijf op intensiteit E in perceel 8."),
    fragment("eis 1", "Een klacht wordt in zes weken opgelost.", bron="b"),
]
INDEX = Index(FRAGMENTS, [("multisysteemtherapie", "mst")])


def best(question: str, bronnen: frozenset[str] = frozenset({"a"})) -> str:
    words = INDEX.zoekwoorden(question, bronnen)
    return INDEX.zoek(words, bronnen, find_codes(question))[0].fragment.vindplaats


def test_compounds_and_other_forms_are_found() -> None:
    assert best("Hoe werkt een klacht?") == "eis 1"
    assert best("Wanneer draag ik het dossier over?") == "eis 2"


def test_synonyms_are_found() -> None:
    assert best("Hoe lang duurt het contract?") == "eis 3"


def test_codes_are_matched_exactly() -> None:
    assert best("Wat geldt op intensiteit E?") == "§ 1"


def test_only_the_asked_sources_are_searched() -> None:
    words = INDEX.zoekwoorden("klacht", {"b"})
    assert {hit.fragment.bron for hit in INDEX.zoek(words, {"b"})} == {"b"}


def test_an_unknown_word_weighs_most_and_matches_nothing() -> None:
    words = {w.woord: w for w in INDEX.zoekwoorden("zwembad overeenkomst", {"a"})}
    assert not words["zwembad"].groep
    assert words["zwembad"].gewicht > words["overeenkomst"].gewicht
    assert gedekt([words["zwembad"]], "De overeenkomst.") == [0.0]


def test_a_question_without_telling_words_finds_nothing() -> None:
    assert INDEX.zoekwoorden("En daar?", {"a"}) == []
    assert INDEX.zoek([], {"a"}) == []


@given(st.text(max_size=80))
def test_any_text_can_be_asked(text: str) -> None:
    words = INDEX.zoekwoorden(text, {"a"}, {"klacht"})
    assert all(0 < w.gewicht <= 1 for w in words)
    assert all(hit.fragment.bron == "a" for hit in INDEX.zoek(words, {"a"}, find_codes(text)))


def test_a_phrase_that_is_the_whole_question_matches_best() -> None:
    words = INDEX.zoekwoorden("looptijd van de overeenkomst", {"a"})
    assert frasemaat(words, "looptijd overeenkomst") > frasemaat(words, "overeenkomst en nog veel meer zaken")


def test_bm25_prefers_the_rare_word_and_the_short_document() -> None:
    index = Bm25([{"hulp": 1, "klacht": 1}, {"hulp": 1}, {"hulp": 1, "a": 5, "klacht": 1}])
    scores = index.scores([{"hulp": 1.0}, {"klacht": 1.0}])
    assert scores[0] > scores[2] > scores[1]


def test_reciprocal_rank_gives_one_to_the_first_in_all() -> None:
    fused = reciprocal_rank([(1.0, {1: 3.0, 2: 1.0}), (0.5, {1: 9.0, 3: 8.0})])
    assert fused[1] == 1.0 and fused[2] < 1.0 and fused[3] < fused[2]


def test_the_term_of_a_definition() -> None:
    assert defined_term("Wettelijk verwijzer Samenstel van partijen") == "Wettelijk verwijzer"
    assert defined_term("Cliëntenstop: Een sanctie") == "Cliëntenstop"


def test_every_entry_of_the_catalogue_can_be_found_at_a_place() -> None:
    tender = load_tender()
    fragments = of_tender(tender)
    assert {e.vindplaats for e in tender.eisen} <= {f.vindplaats for f in fragments}
    assert all(f.tekst.strip() and f.vindplaats and f.bron == tender.bron for f in fragments)
    assert euro(tender.tarieven[0].bedrag).startswith("€ ")
