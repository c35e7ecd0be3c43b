"""Everyday questions reach the passages they are written for, in whatever form a document comes."""

from pathlib import Path

import pytest

from knowledge.errors import InvoerFout
from knowledge.retrieval import of_document
from knowledge.sources import Bronnen, import_file
from knowledge.sources.passages import Brondocument, Passage
from knowledge.vragen import Bronvragen, Plaatsvragen, bronvragen, vragen_bij
from knowledge.vragen.bronvragen import lees
from tests.shared import SHARED, needs_shared

PLAATSEN = [
    pytest.param(bron, plaats, id=f"{bron.soort}-{plaats.van}-{plaats.kop}-{plaats.met}")
    for bron in bronvragen()
    for plaats in bron.vragen
]


@pytest.fixture(scope="module")
def documenten(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int | None, str], Brondocument]:
    store = Bronnen(tmp_path_factory.mktemp("bronnen"))
    for file in sorted((SHARED / "bronnen").glob("*.txt")):
        import_file(file, None, store)
    return {(d.regio, d.jaar, d.soort): d for d in store.alle()}


@needs_shared
@pytest.mark.parametrize(("bron", "plaats"), PLAATSEN)
def test_every_place_is_in_its_document(
    documenten: dict[tuple[str, int | None, str], Brondocument], bron: Bronvragen, plaats: Plaatsvragen
) -> None:
    document = documenten[bron.regio, bron.jaar, bron.soort]
    here = [p.tekst.lower() for p in document.passages if plaats.past_op(p)]
    assert here, f"{plaats.van} {plaats.kop} is niet in {document.bron}"
    assert any(plaats.met.lower() in text for text in here), f"{plaats.met} staat niet bij {plaats.van}"


@pytest.mark.parametrize("bron", bronvragen(), ids=lambda b: f"{b.regio}-{b.soort}")
def test_questions_are_questions_and_each_stands_once_at_a_place(bron: Bronvragen) -> None:
    for plaats in bron.vragen:
        assert all(vraag.endswith("?") for vraag in plaats.vragen), plaats.van
        assert len(set(plaats.vragen)) == len(plaats.vragen), plaats.van
    places = [(p.van, p.kop, p.met) for p in bron.vragen]
    assert len(set(places)) == len(places)


def _document(regio: str = "IJsselland", *passages: Passage) -> Brondocument:
    return Brondocument("eigen naam", "x.pdf", "Brief", passages, regio=regio, jaar=2021, soort="raadsbrief")


def test_a_document_is_known_by_region_year_and_kind_not_by_its_name() -> None:
    passage = Passage("Financiën", "Over geld.", ("Financiën",))
    [asked] = vragen_bij(_document("IJsselland", passage))
    assert asked
    assert vragen_bij(_document("Twente", passage)) == [()]
    [fragment] = of_document(_document("IJsselland", passage))
    assert fragment.vragen == asked


def test_of_several_passages_the_one_that_holds_the_words_gets_the_questions() -> None:
    place = "Toelichting – Ambulante Jeugdhulp, wonen en crisis"
    both = Passage(place, "Een keuzebudget vaststellen."), Passage(place, "Over hotelmatige kosten.")
    first, second = vragen_bij(_document("IJsselland", *both))
    # Questions whose words no passage holds go to all of them, so the first has those in common with both.
    assert set(second) - set(first) and any("hotelkosten" in vraag for vraag in second)
    assert not any("hotelkosten" in vraag for vraag in first)


def test_a_wrong_file_is_refused_by_name_and_field(tmp_path: Path) -> None:
    file = tmp_path / "proef.yaml"
    file.write_text("regio: Twente\njaar: 2024\nsoort: strategie\nvragen:\n  - van: §1\n    vragen: []\n")
    with pytest.raises(InvoerFout, match=r"proef\.yaml.*vragen\.0\.vragen"):
        lees(file)
