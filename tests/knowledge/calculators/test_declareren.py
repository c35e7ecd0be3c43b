"""No-show, absence and travel: both sides of every limit, and what holds for any input."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.declareren.afwezigheid_verblijf import AFWEZIGHEID_VERBLIJF
from knowledge.calculators.declareren.no_show_ambulant import NO_SHOW_AMBULANT
from knowledge.calculators.declareren.no_show_groepsaanbod import NO_SHOW_GROEPSAANBOD
from knowledge.calculators.declareren.reistijd import REISTIJD
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout

TENDER = load_tender()
MINUTEN = st.integers(0, 240)


def ambulant(**gegevens: Any) -> Uitkomst:
    return NO_SHOW_AMBULANT.uit_gegevens(TENDER, {"geplande_minuten": 60, "verloren_minuten": 25, **gegevens})


def groep(**gegevens: Any) -> Uitkomst:
    return NO_SHOW_GROEPSAANBOD.uit_gegevens(TENDER, {"geplande_uren": 100, "afwezige_uren": 5, **gegevens})


def verblijf(**gegevens: Any) -> Uitkomst:
    return AFWEZIGHEID_VERBLIJF.uit_gegevens(TENDER, {"etmalen": 10, **gegevens})


def reistijd(*minuten: float, **meer: Any) -> Uitkomst:
    return REISTIJD.uit_gegevens(TENDER, {"reizen": [{"minuten": m} for m in minuten], **meer})


@pytest.mark.parametrize(
    ("uren_vooraf", "oordeel"),
    [
        (None, "declarabel"),
        (0, "declarabel"),
        ("23,99", "declarabel"),
        (24, "overleggen"),
        ("24,01", "niet declarabel"),
    ],
)
def test_both_sides_of_24_hours(uren_vooraf: Any, oordeel: str) -> None:
    for uitkomst in (ambulant(uren_vooraf=uren_vooraf), groep(uren_vooraf=uren_vooraf)):
        assert uitkomst.waarden["oordeel"] == oordeel
        assert any("precies 24 uur" in o for o in uitkomst.opmerkingen) is (oordeel == "overleggen")


def test_paragraph_and_bijlage_hold_the_same_figures() -> None:
    pairs = [
        (
            ("no_show_ambulant", "afzegging die geen no-show is"),
            ("declaratie_afzegging", "afzegging waarbij verloren tijd mag"),
        ),
        (
            ("no_show_ambulant", "no-show ambulant per jeugdige"),
            ("declaratie_afzegging", "no-show en late afzegging per jeugdige"),
        ),
        (
            ("no_show_groepsaanbod", "afzegging die niet mag worden gedeclareerd"),
            ("declaratie_groepsaanbod", "afmelding waarbij de geplande tijd mag"),
        ),
        (
            ("no_show_groepsaanbod", "no-show groepsaanbod van de geplande aanwezigheid"),
            ("declaratie_groepsaanbod", "no-show en late afmelding van de geplande uren"),
        ),
    ]
    for paragraph, bijlage in pairs:
        assert TENDER.norm(*paragraph).waarde == TENDER.norm(*bijlage).waarde


@pytest.mark.parametrize(("al", "oordeel", "over"), [(0, "declarabel", 2), (1, "declarabel", 1)])
def test_two_no_shows_a_year(al: int, oordeel: str, over: int) -> None:
    waarden = ambulant(al_gedeclareerd=al).waarden
    assert (waarden["oordeel"], waarden["over_dit_jaar"]) == (oordeel, over)
    assert ambulant(al_gedeclareerd=2).waarden["oordeel"] == "niet declarabel"


@given(MINUTEN, MINUTEN, st.none() | st.integers(0, 48), st.integers(0, 3))
def test_never_more_than_the_time_that_was_lost(gepland: int, verloren: int, vooraf: Any, al: int) -> None:
    verloren, gepland = sorted((verloren, gepland + 1))
    uitkomst = ambulant(
        geplande_minuten=gepland, verloren_minuten=verloren, uren_vooraf=vooraf, al_gedeclareerd=al
    )
    minuten = uitkomst.waarden["minuten"]
    assert minuten in (0, verloren)
    assert (minuten == 0) == (uitkomst.waarden["oordeel"] == "niet declarabel")


def test_the_whole_appointment_is_remarked() -> None:
    assert any("hele geplande duur" in o for o in ambulant(verloren_minuten=60).opmerkingen)
    assert not any("hele geplande duur" in o for o in ambulant(verloren_minuten=59).opmerkingen)


def test_lost_time_is_priced_by_function_or_as_dyslexie() -> None:
    assert ambulant(perceel=2, wat="TG3").waarden["bedrag"] == Decimal("38.75")
    assert ambulant(perceel=9, wat="behandeling").waarden["bedrag"] == 40
    assert ambulant(perceel=2, wat="TG3", al_gedeclareerd=2).waarden["bedrag"] is None
    assert ambulant(perceel=2, wat="TG3", verloren_minuten="0,5").waarden["bedrag"] == Decimal("0.78")


@pytest.mark.parametrize(
    ("gegevens", "melding"),
    [
        ({"verloren_minuten": 61}, "de verloren minuten kunnen niet meer zijn dan de geplande minuten"),
        ({"perceel": 2}, "Vul voor een bedrag het perceel in"),
        ({"wat": "TG3"}, "Vul voor een bedrag het perceel in"),
        ({"perceel": 6, "wat": "licht"}, "gaat per uur, niet per minuut"),
        ({"perceel": 7, "wat": "MST"}, "gaat per stuk, niet per minuut"),
        ({"uren_vooraf": -1}, "moet 0 of meer zijn"),
    ],
)
def test_wrong_input_on_a_no_show_is_named(gegevens: dict[str, Any], melding: str) -> None:
    with pytest.raises(InvoerFout, match=melding):
        ambulant(**gegevens)


def test_a_quarter_of_the_month_and_no_more() -> None:
    assert groep(afwezige_uren=25).waarden["uren"] == 25
    assert groep(afwezige_uren="25,5").waarden["uren"] == 25
    assert groep(al_gedeclareerde_uren=21).waarden["uren"] == 4
    assert groep(al_gedeclareerde_uren=25).waarden["oordeel"] == "niet declarabel"
    assert groep(al_gedeclareerde_uren="24,5").antwoord == "U mag 0,5 van de 5 uur afwezigheid declareren."


@given(st.integers(1, 400), st.integers(1, 400), st.integers(0, 200), st.integers(0, 100))
def test_hours_declared_stay_within_the_quarter(gepland: int, afwezig: int, al: int, erbij: int) -> None:
    afwezig, gepland = sorted((afwezig, gepland))
    first = groep(geplande_uren=gepland, afwezige_uren=afwezig, al_gedeclareerde_uren=al).waarden
    assert first["uren"] <= afwezig
    assert first["uren"] == 0 or (first["uren"] + al) * 4 <= gepland
    more = groep(geplande_uren=gepland, afwezige_uren=afwezig, al_gedeclareerde_uren=al + erbij).waarden
    assert more["uren"] <= first["uren"]
    planned = groep(geplande_uren=gepland + erbij, afwezige_uren=afwezig, al_gedeclareerde_uren=al).waarden
    assert planned["uren"] >= first["uren"]


@pytest.mark.parametrize("waarom", ["komt_extra", "plek_gevuld"])
@pytest.mark.parametrize("uren_vooraf", [None, 5, 24])
def test_hours_made_up_or_a_place_filled_are_not_declared(waarom: str, uren_vooraf: Any) -> None:
    waarden = groep(uren_vooraf=uren_vooraf, niveau="middel", **{waarom: True}).waarden
    assert (waarden["oordeel"], waarden["uren"], waarden["bedrag"]) == ("niet declarabel", 0, None)


def test_absence_in_a_group_is_priced_by_level() -> None:
    assert groep(niveau="middel").waarden["bedrag"] == Decimal("93.65")
    with pytest.raises(InvoerFout, match="Niveau heftig is niet bekend"):
        groep(niveau="heftig")


@pytest.mark.parametrize(("etmalen", "oordeel"), [(1, "declarabel"), (27, "declarabel"), (28, "overleggen")])
def test_both_sides_of_four_weeks(etmalen: int, oordeel: str) -> None:
    waarden = verblijf(etmalen=etmalen, intensiteit="E").waarden
    assert (waarden["oordeel"], waarden["etmalen"]) == (oordeel, etmalen)
    assert waarden["bedrag"] == Decimal("212.55") * etmalen


@pytest.mark.parametrize(
    ("gegevens", "oordeel"),
    [
        ({"twijfel_terugkeer": True}, "overleggen"),
        ({"kamer_bruikbaar": True}, "niet declarabel"),
        ({"kamer_bruikbaar": True, "twijfel_terugkeer": True, "etmalen": 60}, "niet declarabel"),
        ({"vorm": "deeltijdpleegzorg"}, "niet declarabel"),
    ],
)
def test_when_absence_may_not_or_not_yet_be_declared(gegevens: dict[str, Any], oordeel: str) -> None:
    uitkomst = verblijf(**gegevens)
    assert uitkomst.waarden["oordeel"] == oordeel
    assert any("Toegang" in o for o in uitkomst.opmerkingen) is (oordeel == "overleggen")


@pytest.mark.parametrize(("minuten", "telt"), [(0, 0), (44, 44), (45, 45), ("45,5", 45), (46, 45), (120, 45)])
def test_travel_counts_up_to_45_minutes_a_conversation(minuten: Any, telt: int) -> None:
    assert reistijd(minuten).waarden["minuten"] == telt


@given(st.lists(MINUTEN, min_size=1, max_size=8), st.lists(MINUTEN, min_size=1, max_size=8))
def test_travel_is_additive_and_splits_what_was_travelled(first: list[int], second: list[int]) -> None:
    both = reistijd(*first, *second).waarden
    assert both["minuten"] == reistijd(*first).waarden["minuten"] + reistijd(*second).waarden["minuten"]
    assert both["minuten"] + both["niet_declarabel"] == sum(first) + sum(second)
    assert both["minuten"] <= 45 * (len(first) + len(second))


def test_travel_of_many_conversations_is_priced() -> None:
    uitkomst = REISTIJD.uit_gegevens(
        TENDER, {"reizen": [{"minuten": 70, "gesprekken": 2}], "perceel": 1, "wat": "TG2"}
    )
    assert uitkomst.waarden["minuten"] == 90
    assert uitkomst.waarden["bedrag"] == Decimal("108.90")
    assert "terugreis" in uitkomst.opmerkingen[0]
