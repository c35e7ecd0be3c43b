"""The ratio rules of §5.3.1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.demo.bestanden import Alinea
from compliance.financieel import (
    beoordeel_financien,
    continuiteit,
    lees_jaarcijfers,
    onder_norm,
    ontbrekende_cijfers,
    oordeel_bij,
    verhoudingen,
)
from knowledge.catalogue.load import load_tender
from tests.compliance.bod import lees

TENDER = load_tender()
NORMEN = {norm.sleutel: norm for norm in TENDER.financiele_normen}
JAREN = (2019, 2020, 2021, 2022, 2023)


def _bestand(resultaat: tuple[object, ...], vermogen: tuple[object, ...] = (30, 30, 30)) -> object:
    nvt = ("n.v.t.", "n.v.t.")
    return (
        (
            "Blad",
            (
                ("Categorie", *JAREN),
                ("Resultaat", *resultaat),
                ("Omzet", *[1000] * 5),
                ("Totaal eigen vermogen", *vermogen, *nvt),
                ("Totaal activa", *[100] * 3, *nvt),
                ("Totaal vlottende activa", *[50] * 3, *nvt),
                ("Liquide middelen", *[20] * 3, *nvt),
                ("Totaal overige kortlopende schulden", *[60] * 3, *nvt),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("resultaat", "oordeel"),
    [
        ((20, 20, 20, 20, 20), "geen gevolg"),
        ((10, 20, 20, 20, 20), "geen gevolg"),
        ((10, 10, 20, 20, 20), "beoordelen"),
        ((10, 10, 10, 20, 20), "plan van aanpak nodig"),
        ((15, 15, 20, 20, 20), "beoordelen"),  # the norm itself does not meet "more than"
        ((-10, -10, -10, -10, -10), "plan van aanpak nodig"),
    ],
)
def test_consequence_of_years_below_the_norm(resultaat: tuple[int, ...], oordeel: str) -> None:
    gelezen = lees_jaarcijfers(lees("cijfers.xlsx", _bestand(resultaat)))
    assert gelezen is not None
    assert ontbrekende_cijfers(gelezen, TENDER) == []
    assert beoordeel_financien(gelezen, False, TENDER).oordeel == oordeel


def test_one_year_below_each_norm_has_no_consequence() -> None:
    gelezen = lees_jaarcijfers(lees("cijfers.xlsx", _bestand((10, 20, 20, 20, 20), (30, 10, 30))))
    assert beoordeel_financien(gelezen, False, TENDER).oordeel == "geen gevolg"


def test_amounts_written_as_text() -> None:
    gelezen = lees_jaarcijfers(lees("cijfers.xlsx", _bestand(("€ 24,00", "€ 1.024", "-12", "(8)", "€ 20"))))
    assert gelezen is not None
    assert gelezen.cijfers["resultaat"] == {2019: 24.0, 2020: 1024.0, 2021: -12.0, 2022: -8.0, 2023: 20.0}


def test_negative_continuity_asks_for_a_plan() -> None:
    assert beoordeel_financien(None, True, TENDER).oordeel == "plan van aanpak nodig"


@pytest.mark.parametrize(
    ("zin", "negatief"),
    [
        ("De jaarrekening 2021 bevat geen negatieve continuïteitsverwachting.", False),
        ("De jaarrekening 2021 bevat een negatieve continuïteitsverwachting.", True),
        ("De accountant wijst op een materiële onzekerheid over de continuïteit.", True),
        ("Bevat de jaarrekening een negatieve continuïteitsverwachting? ☐ Ja ☒ Nee", False),
        ("Bevat de jaarrekening een negatieve continuïteitsverwachting? ☒ Ja ☐ Nee", True),
        ("Wij werken aan de continuïteit van zorg.", None),
    ],
)
def test_statement_on_continuity(zin: str, negatief: bool | None) -> None:
    assert continuiteit([lees("verklaring.docx", (Alinea(zin),))])[0] is negatief


bedragen = st.integers(min_value=1, max_value=10**8)


@given(st.lists(bedragen, min_size=5, max_size=5), st.lists(bedragen, min_size=5, max_size=5))
def test_rentabiliteit_is_result_by_turnover(resultaat: list[int], omzet: list[int]) -> None:
    from compliance.financieel import Jaarcijfers
    from knowledge.documents import Document

    cijfers = {
        "resultaat": dict(zip(JAREN, map(float, resultaat), strict=True)),
        "omzet": dict(zip(JAREN, map(float, omzet), strict=True)),
    }
    berekend = verhoudingen(Jaarcijfers(Document("x", "xlsx"), cijfers), TENDER)["rentabiliteit"]
    slecht = [j for j, r, o in zip(JAREN, resultaat, omzet, strict=True) if r * 1000 <= o * 15]
    assert onder_norm(NORMEN["rentabiliteit"], berekend) == slecht


@given(st.lists(st.integers(min_value=0, max_value=5), max_size=3))
def test_the_worst_norm_decides(aantallen: list[int]) -> None:
    verwacht = {0: "geen gevolg", 1: "geen gevolg", 2: "beoordelen"}.get(
        max(aantallen, default=0), "plan van aanpak nodig"
    )
    assert oordeel_bij(aantallen, TENDER) == verwacht
