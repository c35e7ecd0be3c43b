"""Every file of the shared bids gives readable text, within the time of a cup of coffee poured."""

import time
from pathlib import Path

import pytest

from knowledge.documents import Document, Soort, gather, read_documents
from tests.shared import SHARED, needs_shared

INSCHRIJVINGEN = sorted((SHARED / "inschrijvingen").glob("*/stukken"))


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    start = time.monotonic()
    found = {}
    for folder in INSCHRIJVINGEN:
        files = gather([folder], tmp_path_factory.mktemp("werk"))
        found |= {f"{folder.parent.name}/{d.bestand}": d for d in read_documents(files)}
    # Three bids; one takes two to four seconds on two quiet cores.
    assert time.monotonic() - start < 60
    return found


@needs_shared
def test_every_file_is_read_without_problems(documents: dict[str, Document]) -> None:
    assert len(documents) == 36
    assert {n: d.problemen for n, d in documents.items() if d.problemen} == {}
    assert [n for n, d in documents.items() if len(d.tekst) < 150] == []


@needs_shared
def test_every_pdf_block_lies_on_its_page(documents: dict[str, Document]) -> None:
    for name, document in documents.items():
        for block in document.blokken if document.formaat == "pdf" else ():
            assert block.pagina is not None, name
            assert block.kader is not None, name
            width, height = document.paginamaten[block.pagina - 1]
            assert 0 <= block.kader.links <= block.kader.rechts <= width + 1, (name, block)
            assert 0 <= block.kader.boven <= block.kader.onder <= height + 1, (name, block)


@needs_shared
def test_plans_have_headings_and_no_loose_ends(documents: dict[str, Document]) -> None:
    for name, document in documents.items():
        if Path(name).suffix not in {".pdf", ".docx"} or len(document.tekst) < 10_000:
            continue
        assert {b.niveau for b in document.blokken if b.soort is Soort.KOP} >= {1, 2}, name
        paragraphs = [b.tekst for b in document.blokken if b.soort is Soort.ALINEA]
        # A paragraph that begins with a small letter is mostly one that was broken in two.
        broken = [t for t in paragraphs if t[:1].islower() and len(t) > 40]
        assert len(broken) <= 0.02 * len(paragraphs), (name, broken)
