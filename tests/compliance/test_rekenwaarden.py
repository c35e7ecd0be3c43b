"""What a bid tells of what the rekentools ask, held against the demo bid."""

from pathlib import Path

import pytest

from compliance.controle import open_dossier
from compliance.demo import write_demo
from compliance.rekenwaarden import rekenwaarden
from knowledge.calculators.register import rekentool
from knowledge.catalogue import load_tender
from knowledge.documents import Bestand, read_documents


@pytest.fixture(scope="module")
def gelezen(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], dict[str, object]]:
    paden: list[Path] = write_demo(tmp_path_factory.mktemp("bod"))
    nodig = [p for p in paden if p.suffix == ".xlsx" or "invulsjabloon" in p.name]
    documenten = read_documents([Bestand(p.name, p) for p in nodig])
    waarden = rekenwaarden(open_dossier(documenten, None, load_tender()))
    assert all(w.bronnen and {b[1] for b in w.bronnen} <= {p.name for p in nodig} for w in waarden)
    return {(w.rekentool, w.titel): w.gegevens for w in waarden}


def test_figures_of_each_year(gelezen: dict[tuple[str, str], dict[str, object]]) -> None:
    uitkomst = rekentool("financieel").uit_gegevens(load_tender(), gelezen["financieel", ""])
    assert "2020 en 2022" in uitkomst.antwoord


@pytest.mark.parametrize(("huis", "niveau"), [("Huis De Kade", "D"), ("Huis De Steiger", "D")])
def test_a_group_with_its_own_roster(
    gelezen: dict[tuple[str, str], dict[str, object]], huis: str, niveau: str
) -> None:
    gegevens = gelezen["intensiteit", huis]
    assert gegevens["vorm"] == "gezinshuis"
    uitkomst = rekentool("intensiteit").uit_gegevens(load_tender(), gegevens)
    assert f"Intensiteit {niveau}" in uitkomst.antwoord


def test_nothing_is_made_up(gelezen: dict[tuple[str, str], dict[str, object]]) -> None:
    """The demo bid names no cao, no turnover and no fte: there is nothing to fill in there."""
    assert {tool for tool, _ in gelezen} == {"financieel", "intensiteit"}
