"""Begeleidingsintensiteit: the document's examples, every bound from both sides, whose hours count."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.intensiteit import INTENSITEIT
from knowledge.calculators.intensiteit.banden import codes_rond, ligging, met_band
from knowledge.calculators.intensiteit.roosteruren import soort_uren
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.catalogue import load_tender
from knowledge.catalogue.models import Intensiteit
from knowledge.errors import InvoerFout

TENDER = load_tender()
VERBLIJF = met_band(TENDER.intensiteiten, "verblijf")
GROEPSAANBOD = met_band(TENDER.intensiteiten, "groepsaanbod")
KLEIN = Decimal("0.000001")


def reken(**gegevens: Any) -> Uitkomst:
    return INTENSITEIT.uit_gegevens(TENDER, gegevens)


def verblijf(uren: Any, plaatsen: Any = 10, vorm: str = "fasehuis", **meer: Any) -> Uitkomst:
    rooster = [{"functie": "groepsbegeleiders", "uren": uren}]
    return reken(vorm=vorm, plaatsen=plaatsen, uren=rooster, **{"bezettingsgraad": 100} | meer)


def groep(uren: Any, plaatsen: Any = 10, openingsuren: Any = 20, **meer: Any) -> Uitkomst:
    rooster = [{"functie": "groepsbegeleiders", "uren": uren}]
    return reken(vorm="groepsaanbod", plaatsen=plaatsen, openingsuren=openingsuren, uren=rooster, **meer)


# The worked examples of §8.5.3 and §9.7.


def test_two_workers_for_eight_is_a_quarter() -> None:
    found = reken(vorm="groepsaanbod", plaatsen=8, vaste_begeleiders=2)
    assert (found.waarden["intensiteit"], found.waarden["niveau"]) == (Decimal("0.25"), "middel")


def test_an_extra_worker_for_three_groups_at_lunch() -> None:
    found = reken(
        vorm="groepsaanbod",
        plaatsen=8,
        openingsuren="32,5",
        vaste_begeleiders=2,
        uren=[{"functie": "extra begeleider tijdens de lunch", "uren": 10, "groepen": 3}],
    )
    assert round(found.waarden["intensiteit"], 2) == Decimal("0.26")
    assert found.waarden["niveau"] == "middel"
    assert "0,26" in found.antwoord and "Groepsaanbod middel" in found.antwoord


def test_the_hours_that_the_document_itself_adds_up_to() -> None:
    found = groep("67,33", plaatsen=8, openingsuren="32,5")
    assert (round(found.waarden["intensiteit"], 2), found.waarden["niveau"]) == (Decimal("0.26"), "middel")


def test_a_verblijfsgroep_of_eight_at_95_percent() -> None:
    found = verblijf(220, plaatsen=8, bezettingsgraad=95)
    assert found.waarden["effectieve_groepsgrootte"] == Decimal("7.6")
    assert round(found.waarden["intensiteit"], 1) == Decimal("4.1")
    assert found.waarden["niveau"] == "J"
    assert found.waarden["tarief"] == Decimal("409.56")
    assert any("onafgeronde" in o for o in found.opmerkingen)  # rounded it lies on the bound of I and J


@pytest.mark.parametrize(
    ("jeugdigen", "per_dag", "per_week"),
    [([(8, "4,0")], "32", "224"), ([(4, "3,7"), (4, "4,0")], "30.8", "215.6")],
)
def test_hours_of_a_mixed_group(jeugdigen: list[tuple[int, str]], per_dag: str, per_week: str) -> None:
    rows = [{"aantal": a, "intensiteit": i} for a, i in jeugdigen]
    found = reken(vorm="fasehuis", plaatsen=8, jeugdigen=rows).waarden["gemengd"]
    assert (found["uren_per_dag"], found["uren_per_week"]) == (Decimal(per_dag), Decimal(per_week))
    exact = verblijf(per_week, plaatsen=8, jeugdigen=rows).waarden["gemengd"]
    assert (exact["klopt"], exact["verschil"]) == (True, 0)
    less = verblijf(200, plaatsen=8, jeugdigen=rows).waarden["gemengd"]
    assert (less["klopt"], less["verschil"]) == (False, 200 - Decimal(per_week))


# Every bound, from both sides. "": outside all bands.

GRENZEN = [
    ("verblijf", "0.1", "", "C", "C"), ("verblijf", "1.2", "C", "C D", "D"),
    ("verblijf", "1.8", "D", "E", "E"), ("verblijf", "2.4", "E", "F", "F"),
    ("verblijf", "2.9", "F", "G", "G"), ("verblijf", "3.4", "G", "G H", "H"),
    ("verblijf", "3.8", "H", "H I", "I"), ("verblijf", "4.1", "I", "I J", "J"),
    ("verblijf", "4.6", "J", "J K", "K"), ("verblijf", "6.1", "K", "K", ""),
    ("groepsaanbod", "0.10", "", "licht", "licht"),
    ("groepsaanbod", "0.19", "licht", "licht middel", "middel"),
    ("groepsaanbod", "0.28", "middel", "middel middelzwaar", "middelzwaar"),
    ("groepsaanbod", "0.35", "middelzwaar", "middelzwaar zwaar", "zwaar"),
    ("groepsaanbod", "0.60", "zwaar", "zwaar", ""),
]  # fmt: skip


@pytest.mark.parametrize(("soort", "grens", "onder", "op", "boven"), GRENZEN)
def test_each_bound_from_both_sides(soort: str, grens: str, onder: str, op: str, boven: str) -> None:
    for verschil, codes in ((-KLEIN, onder), (Decimal(0), op), (KLEIN, boven)):
        waarde = Decimal(grens) + verschil
        found = verblijf(waarde * 70) if soort == "verblijf" else groep(waarde * 200)
        assert found.waarden["intensiteit"] == waarde
        expected = codes.split()
        assert found.waarden["niveaus"] == expected
        kind = {0: "buiten", 1: "binnen", 2: "grens"}[len(expected)]
        assert found.waarden["ligging"] == kind
        chosen = "J" if (codes, kind) == ("I J", "grens") else None  # by the example of §9.7
        assert found.waarden["niveau"] == (expected[0] if kind == "binnen" else chosen)
        if kind == "grens":
            assert "overleg" in found.antwoord
            names = [i.naam for i in TENDER.intensiteiten if i.code in expected]
            assert all(name in found.antwoord for name in names)


def test_the_table_of_bounds_leaves_none_out() -> None:
    bounds = {(i.soort, b) for i in (*VERBLIJF, *GROEPSAANBOD) for b in (i.onder, i.boven) if b is not None}
    assert {(soort, Decimal(grens)) for soort, grens, *_ in GRENZEN} == bounds


def test_the_example_of_the_document_decides_on_its_own_bound() -> None:
    found = verblijf(Decimal("4.1") * 70)
    assert (found.waarden["ligging"], found.waarden["niveaus"]) == ("grens", ["I", "J"])
    assert found.waarden["tarief"] == Decimal("409.56")
    assert "rekenvoorbeeld deelt dit getal in bij Intensiteit J" in found.antwoord
    assert any("4,135" in o for o in found.opmerkingen)  # the example's own number, not rounded


def test_examples_of_the_catalogue_lie_in_their_band() -> None:
    examples = [(i, b) for b in (VERBLIJF, GROEPSAANBOD) for i in b if i.rekenvoorbeeld is not None]
    assert {i.code for i, _ in examples} == {"J", "middel"}
    for level, bands in examples:
        assert level.rekenvoorbeeld is not None
        assert level.code in ligging(Fraction(level.rekenvoorbeeld), bands).codes


def test_a_gap_between_two_bands_is_told_with_both() -> None:
    first, second = (
        Intensiteit(code=c, soort="verblijf", naam=c, vindplaats="§1", tarief=Decimal(1), eenheid="etmaal",
                    onder=Decimal(o), boven=Decimal(b), boven_inclusief=False, onder_inclusief=False)
        for c, o, b in (("X", 1, 2), ("Y", 2, 3))
    )  # fmt: skip
    found = ligging(Fraction(2), (first, second))
    assert (found.soort, found.codes) == ("tussen", ("X", "Y"))


# Whose hours count.


@pytest.mark.parametrize(
    ("functie", "soort"),
    [
        ("Groepsbegeleiders", "groepsbegeleider"), ("late dienst 2", "groepsbegeleider"),
        ("Pedagogisch medewerker", "groepsbegeleider"), ("VOV-staf", "groepsbegeleider"),
        ("Netto uren gezinshuisouder 1", "gezinshuisouder"), ("Orthopedagoog", "gedragswetenschapper"),
        ("GZ-psycholoog", "gedragswetenschapper"), ("vaktherapeut", "behandelaar of therapeut"),
        ("persoonlijk begeleider", "individueel begeleider"), ("Teamleider", "leidinggevende"),
        ("gastvrouw", "gastheer of gastvrouw"), ("Leerkracht", "overig"), ("stagiairs", "overig"),
        ("activiteitenbegeleiding op het terrein", "activiteitenbegeleider"),
    ],
)  # fmt: skip
def test_a_name_tells_whose_hours_they_are(functie: str, soort: str) -> None:
    assert soort_uren(functie) == soort


@pytest.mark.parametrize(
    "functie",
    ["gedragswetenschapper", "vaktherapeut", "leidinggevende", "gastheer", "persoonlijk begeleider"],
)
@pytest.mark.parametrize("vorm", ["groepsaanbod", "behandelgroep"])
def test_hours_of_others_change_nothing(functie: str, vorm: str) -> None:
    rooster = [{"functie": "groepsbegeleiders", "uren": 60}]
    extra = {"openingsuren": 30} if vorm == "groepsaanbod" else {}
    alone = reken(vorm=vorm, plaatsen=8, uren=rooster, **extra)
    both = reken(vorm=vorm, plaatsen=8, uren=[*rooster, {"functie": functie, "uren": 12}], **extra)
    assert both.waarden["intensiteit"] == alone.waarden["intensiteit"]
    assert both.waarden["niet_meegeteld"] == 12
    assert any("telt niet mee" in s.omschrijving for s in both.stappen)


def test_all_who_are_involved_count_at_an_odc_or_kdc() -> None:
    rooster = [{"functie": "begeleiders", "uren": 60}, {"functie": "gedragswetenschapper", "uren": 12}]
    found = reken(vorm="groepsaanbod", plaatsen=8, openingsuren=30, odc_kdc=True, uren=rooster)
    assert found.waarden["tellende_uren"] == 72


@pytest.mark.parametrize(("vorm", "uren"), [("driemilieu", 230), ("behandelgroep", 186)])
def test_activities_on_the_grounds_count_only_at_a_driemilieuvoorziening(vorm: str, uren: int) -> None:
    rooster = [
        {"functie": "begeleiders", "uren": 186},
        {"functie": "activiteitenbegeleiding op het terrein", "uren": 44},
    ]
    assert reken(vorm=vorm, plaatsen=8, uren=rooster).waarden["tellende_uren"] == uren


def test_a_chosen_kind_goes_before_the_name() -> None:
    rooster = [{"functie": "dienst van de teamleider", "soort": "groepsbegeleider", "uren": 60}]
    assert reken(vorm="wonen", plaatsen=5, uren=rooster).waarden["tellende_uren"] == 60


# Occupancy.


@pytest.mark.parametrize(
    ("vorm", "gevraagd", "gerekend"),
    [
        ("wonen", 90, 95), ("wonen", None, 95), ("wonen", "94,99", 95), ("wonen", 95, 95), ("wonen", 96, 96),
        ("gezinshuis", 90, 95), ("kdv", 90, 90), ("kdv", "89,99", 90), ("kdv", None, 90), ("kdv", 97, 97),
        ("kdv_intensief", 50, 90), ("behandelgroep", "0,95", 95),
    ],
)  # fmt: skip
def test_lowest_occupancy(vorm: str, gevraagd: Any, gerekend: int) -> None:
    found = verblijf(100, vorm=vorm, bezettingsgraad=gevraagd)
    assert found.waarden["bezettingsgraad"] == gerekend
    assert found.waarden["effectieve_groepsgrootte"] == Decimal(gerekend) / 10
    assert ("§9.7.3" in found.vindplaatsen) == vorm.startswith("kdv")


def test_a_crisisgroep_has_no_lowest_occupancy() -> None:
    assert verblijf(100, crisisgroep=True, bezettingsgraad=60).waarden["bezettingsgraad"] == 60
    with pytest.raises(InvoerFout, match="Bezettingsgraad"):
        verblijf(100, crisisgroep=True, bezettingsgraad=None)


# Limits of a vorm, and the model of the tariff.


@pytest.mark.parametrize(
    ("vorm", "intensiteit", "mag"),
    [("gezinshuis", "2,3", True), ("gezinshuis", "2,5", False), ("kdv", "1,7", True), ("kdv", "1,9", False),
     ("kdv_intensief", "3,3", True), ("kdv_intensief", "3,5", False), ("behandelgroep", "2,8", False)],
)  # fmt: skip
def test_a_level_above_that_of_the_vorm_is_told(vorm: str, intensiteit: str, mag: bool) -> None:
    found = verblijf(Decimal(intensiteit.replace(",", ".")) * 70, vorm=vorm)
    assert any("kan niet op intensiteit" in o for o in found.opmerkingen) != mag


def test_zwaar_and_a_duurzaam_budget() -> None:
    assert any("duurzaam" in o for o in groep(90).opmerkingen)
    assert not any("duurzaam" in o for o in groep(50).opmerkingen)


def test_the_model_of_a_gezinshuis() -> None:
    found = verblijf(60, plaatsen=5, vorm="gezinshuis", voltijd_uren=36)
    assert found.waarden["model"] == {
        "intensiteit": Decimal(144) / 77,
        "niveaus": ["E"],
    }
    assert any("5,5 jeugdigen" in o for o in found.opmerkingen)


@pytest.mark.parametrize(
    "gegevens",
    [
        {"vorm": "groepsaanbod", "plaatsen": 8, "uren": [{"functie": "x", "uren": 1}]},
        {"vorm": "groepsaanbod", "plaatsen": 8, "vaste_begeleiders": 2, "bezettingsgraad": 95},
        {"vorm": "wonen", "plaatsen": 8},
        {"vorm": "wonen", "plaatsen": 8, "openingsuren": 30, "uren": [{"functie": "x", "uren": 1}]},
        {"vorm": "wonen", "plaatsen": 8, "voltijd_uren": 36, "uren": [{"functie": "x", "uren": 1}]},
        {"vorm": "pleegzorg", "plaatsen": 1, "uren": [{"functie": "x", "uren": 1}]},
        {"vorm": "wonen", "plaatsen": 0, "uren": [{"functie": "x", "uren": 1}]},
    ],
)
def test_input_that_does_not_fit_is_refused(gegevens: dict[str, Any]) -> None:
    with pytest.raises(InvoerFout):
        reken(**gegevens)


# Properties.

uren = st.decimals(min_value=1, max_value=400, places=2)
plaatsen = st.integers(min_value=1, max_value=40)
graden = st.decimals(min_value=95, max_value=100, places=1)


@given(uren, uren, plaatsen, graden)
def test_more_hours_never_give_less(een: Decimal, meer: Decimal, aantal: int, graad: Decimal) -> None:
    low = verblijf(een, aantal, bezettingsgraad=graad).waarden
    high = verblijf(een + meer, aantal, bezettingsgraad=graad).waarden
    assert high["intensiteit"] > low["intensiteit"]
    if low["niveaus"] and high["niveaus"]:
        assert max(high["niveaus"]) >= max(low["niveaus"])


@given(uren, plaatsen, graden, graden)
def test_a_fuller_group_never_gives_more(u: Decimal, aantal: int, een: Decimal, ander: Decimal) -> None:
    low, high = sorted((een, ander))
    assert (
        verblijf(u, aantal, bezettingsgraad=high).waarden["intensiteit"]
        <= verblijf(u, aantal, bezettingsgraad=low).waarden["intensiteit"]
    )


@given(uren, plaatsen, st.integers(min_value=2, max_value=9))
def test_twice_the_hours_for_twice_the_places_is_the_same(u: Decimal, aantal: int, keer: int) -> None:
    assert (
        verblijf(u * keer, aantal * keer).waarden["intensiteit"] == verblijf(u, aantal).waarden["intensiteit"]
    )
    assert groep(u * keer, aantal * keer).waarden["niveaus"] == groep(u, aantal).waarden["niveaus"]


@given(uren, plaatsen, st.integers(min_value=2, max_value=8))
def test_hours_for_several_groups_count_for_their_share(u: Decimal, aantal: int, groepen: int) -> None:
    shared = [{"functie": "begeleider", "uren": u * groepen, "groepen": groepen}]
    found = reken(vorm="groepsaanbod", plaatsen=aantal, openingsuren=20, uren=shared)
    assert found.waarden["intensiteit"] == groep(u, aantal).waarden["intensiteit"]


@given(st.fractions(min_value=Fraction(1, 10), max_value=Fraction(61, 10)))
def test_every_value_within_the_table_has_a_level(waarde: Fraction) -> None:
    found = ligging(waarde, VERBLIJF)
    assert found.soort in ("binnen", "grens")
    assert set(found.codes) <= codes_rond(waarde, VERBLIJF, Fraction(0))
