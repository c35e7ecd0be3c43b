"""Tariffs are looked up where they belong, multiplied exactly, and refused in Dutch where they are not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.functie import zoek_functie
from knowledge.calculators.getal import euro, getal
from knowledge.calculators.tarief import (
    band,
    etmaaltarief,
    groepstarief,
    minuuttarief,
    prijzen_van_perceel,
    trajectprijzen,
)
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout

TENDER = load_tender()
FUNCTIES = sorted({f.naam for f in TENDER.functies})


@pytest.mark.parametrize(
    ("bedrag", "tekst"),
    [("1.96", "€ 1,96"), ("21572", "€ 21.572"), ("6376.50", "€ 6.376,50"), ("0.5", "€ 0,50")],
)
def test_amounts_are_written_the_dutch_way(bedrag: str, tekst: str) -> None:
    assert euro(Decimal(bedrag)) == tekst


def test_numbers_round_half_up() -> None:
    assert getal(Decimal("0.125"), 2) == "0,13"
    assert getal(Decimal("1234.5")) == "1.234,5"


def test_a_minute_of_a_systeemaanbieder() -> None:
    prijs = minuuttarief(TENDER, perceel=2, tariefgroep=5, minuten=Decimal(90))
    assert prijs.regel() == "Systeemaanbieder (perceel 2), tariefgroep 5: € 1,96 per minuut (§8.5.1)"
    assert prijs.totaal == Decimal("176.40")


def test_only_tariefgroepen_1_and_2_may_work_in_a_duurzaam_budget() -> None:
    both = [
        g.nummer
        for g in TENDER.tariefgroepen
        if "en in een duurzaam budget" in " ".join(minuuttarief(TENDER, 1, g.nummer).uitleg)
    ]
    assert both == [1, 2]


@given(st.sampled_from([p.nummer for p in TENDER.percelen if "TG1" in p.voorzieningen]))
def test_a_higher_tariefgroep_never_costs_less(perceel: int) -> None:
    bedragen = [minuuttarief(TENDER, perceel, g.nummer).bedrag for g in TENDER.tariefgroepen]
    assert bedragen == sorted(bedragen)


@given(st.sampled_from("ABCDEFGHIJK"), st.integers(1, 366))
def test_days_are_added_without_rounding(code: str, dagen: int) -> None:
    prijs = etmaaltarief(TENDER, code, Decimal(dagen))
    assert prijs.totaal == sum([prijs.bedrag] * dagen)


@pytest.mark.parametrize("geschreven", ["GGZ-G", "ggz-g", "ggz g", "GGZG"])
def test_a_level_is_found_however_it_is_written(geschreven: str) -> None:
    assert etmaaltarief(TENDER, geschreven).bedrag == Decimal("594.06")


def test_bands_are_told_as_open_or_closed() -> None:
    bands = {i.code: band(i) for i in TENDER.intensiteiten}
    assert bands["E"] == "1,8 tot 2,4"
    assert bands["G"] == "2,9 t/m 3,4"
    assert bands["A"] == bands["GGZ-C"] == ""


def test_groepsaanbod_counts_hours() -> None:
    assert groepstarief(TENDER, "middel", Decimal("6.5")).totaal == Decimal("121.75")


def test_a_traject_has_one_price_and_dyslexie_one_a_unit() -> None:
    assert [(p.bedrag, p.eenheid) for p in trajectprijzen(TENDER, "mst")] == [(Decimal(21572), "stuk")]
    assert {p.eenheid for p in trajectprijzen(TENDER, "ED-behandeling")} == {"minuut", "stuk"}


@pytest.mark.parametrize("perceel", [p.nummer for p in TENDER.percelen])
def test_every_voorziening_of_a_perceel_has_a_price(perceel: int) -> None:
    wanted = next(p for p in TENDER.percelen if p.nummer == perceel)
    prices = prijzen_van_perceel(TENDER, perceel)
    per_voorziening = 2 if perceel == 9 else 1
    assert len(prices) == per_voorziening * len(wanted.voorzieningen)


def test_unknown_names_are_refused_with_what_there_is() -> None:
    with pytest.raises(InvoerFout, match="Tariefgroep 9 bestaat niet"):
        minuuttarief(TENDER, 1, 9)
    with pytest.raises(InvoerFout, match="Perceel 10 bestaat niet"):
        minuuttarief(TENDER, 10, 1)
    with pytest.raises(InvoerFout, match=r"Perceel 6 .* heeft geen tariefgroepen"):
        minuuttarief(TENDER, 6, 1)
    with pytest.raises(InvoerFout, match="Intensiteit E hoort bij perceel 8, niet bij perceel 2"):
        etmaaltarief(TENDER, "E", perceel=2)
    with pytest.raises(InvoerFout, match="groter zijn dan 0"):
        etmaaltarief(TENDER, "E", Decimal(0))
    with pytest.raises(InvoerFout, match="Voorziening EMDR is niet bekend"):
        trajectprijzen(TENDER, "EMDR")


@given(st.sampled_from(FUNCTIES))
def test_every_function_of_the_list_is_found_by_its_own_name(naam: str) -> None:
    keuze = zoek_functie(TENDER, naam)
    assert keuze.gelijkenis == 100
    groups = {f.tariefgroep for f in TENDER.functies if f.naam.casefold() == naam.casefold()}
    assert groups <= {keuze.functie.tariefgroep, *(f.tariefgroep for f in keuze.anderen)}


@pytest.mark.parametrize(
    ("naam", "tariefgroep"),
    [
        ("gz psycholoog", 5),
        ("gezondheidszorgpsycholoog", 5),
        ("kinderpsychiater", 7),
        ("fysiotherapeut", 3),
        ("orthopedagoog", 4),
        ("persoonlijk begeleider gehandicaptenzorg", 1),
        ("muziektherapeut", 3),
    ],
)
def test_other_ways_to_write_a_function(naam: str, tariefgroep: int) -> None:
    keuze = zoek_functie(TENDER, naam)
    assert keuze.zeker and keuze.functie.tariefgroep == tariefgroep


def test_a_function_off_the_list_takes_the_nearest_one_and_says_so() -> None:
    keuze = zoek_functie(TENDER, "gezinstherapeutisch behandelaar")
    assert not keuze.zeker and keuze.functie.tariefgroep == 3


@pytest.mark.parametrize("naam", ["tandarts", "dierenarts", "muziekleraar", "activiteitenbegeleider"])
def test_what_only_looks_a_little_like_a_function_is_none(naam: str) -> None:
    with pytest.raises(InvoerFout, match="Het dichtst in de buurt"):
        zoek_functie(TENDER, naam)


def test_a_function_in_two_groups_takes_the_lowest_and_names_the_other() -> None:
    keuze = zoek_functie(TENDER, "junior psycholoog")
    assert keuze.functie.tariefgroep == 3
    assert [f.tariefgroep for f in keuze.anderen] == [4]


@pytest.mark.parametrize(("perceel", "tariefgroep"), [(1, 3), (2, 4), (3, 3)])
def test_jeugdzorgwerker_a_is_group_4_only_at_a_systeemaanbieder(perceel: int, tariefgroep: int) -> None:
    assert zoek_functie(TENDER, "Jeugdzorgwerker A", perceel).functie.tariefgroep == tariefgroep


@pytest.mark.parametrize("naam", ["astronaut", "  ", "-"])
def test_what_is_no_function_is_refused(naam: str) -> None:
    with pytest.raises(InvoerFout):
        zoek_functie(TENDER, naam)
