"""Explanations against the truth: every price equals a fresh solve, every change does place the child, every
clash is minimal."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.errors import InvoerFout
from matcher import Plan, Probleem, check, solve
from matcher.domein import Vastlegging
from matcher.gebruik import Gebruik
from matcher.uitleg.alternatieven import alternatieven
from matcher.uitleg.botsing import Eis, _alleen, botsing
from matcher.uitleg.oplosser import met_keuze
from matcher.uitleg.paden import laagste_punten
from matcher.uitleg.splitsen import splits, te_splitsen
from matcher.uitleg.trechter import trechter
from matcher.uitleg.uitleg import als_json, leg_uit
from matcher.uitleg.vergelijk import vergelijk
from matcher.uitleg.versoepeling import versoepelingen
from matcher.uitleg.watals import Wijziging, met_beloften, pas_toe, wat_als
from tests.matcher.bouw import groep, jeugdige, probleem, willekeurig_probleem
from tests.matcher.test_solver_tegen_alles import beste_kosten

ZADEN = st.integers(min_value=0, max_value=10**9)


def vers(probleem: Probleem, start: Plan | None = None) -> Plan | None:
    """Solved from nothing, whatever plan there was."""
    return solve(probleem, seconds=20, workers=1)


def haalbaar(probleem: Probleem) -> bool:
    return solve(probleem, seconds=20, workers=1).status != "INFEASIBLE"


@settings(max_examples=25, deadline=None)
@given(zaad=ZADEN)
def test_alternatives_cost_what_a_fresh_solve_with_that_pin_costs(zaad: int) -> None:
    geval = willekeurig_probleem(zaad)
    plan = vers(geval)
    if plan is None or not plan.plaatsingen:
        return
    for p in plan.plaatsingen[:2]:
        gevonden = alternatieven(geval, plan, p.jeugdige_id, p.fase, vers)
        assert gevonden.zeker
        prijzen = {}
        for groep_id in geval.groepen:
            if groep_id == p.groep_id:
                continue
            keuze = Vastlegging(p.jeugdige_id, p.fase, groep_id, True)
            nieuw = vers(met_keuze(geval, [keuze]))
            if nieuw and nieuw.kosten is not None and p.jeugdige_id in nieuw.per_jeugdige:
                raak = [r for r in nieuw.per_jeugdige[p.jeugdige_id] if r.fase == p.fase]
                if raak and raak[0].groep_id == groep_id:
                    prijzen[groep_id] = nieuw.kosten - (plan.kosten or 0)
        assert [a.meerkosten for a in gevonden.keuzes] == sorted(prijzen.values())[:3]
        for a in gevonden.keuzes:
            assert a.meerkosten == prijzen[a.groep_id]
            assert a.meerkosten >= 0


@settings(max_examples=25, deadline=None)
@given(zaad=ZADEN)
def test_least_points_of_a_path_are_those_of_a_plan_for_one_child(zaad: int) -> None:
    geval = willekeurig_probleem(zaad)
    for wie in geval.jeugdigen.values():
        alleen = replace(
            geval,
            jeugdigen={wie.id: replace(wie, samen_met=frozenset(), apart_van=frozenset())},
            gewichten={**geval.gewichten, "niet_geplaatst": 10**7},
        )
        for fase in range(1, len(wie.fasen) + 1):
            laagste = laagste_punten(alleen, alleen.jeugdigen[wie.id], fase)
            for groep_id in alleen.groepen:
                best = beste_kosten(met_keuze(alleen, [Vastlegging(wie.id, fase, groep_id, True)]))
                if groep_id in laagste:
                    # a later start may drop the phase, and with it the pin: that can only be cheaper
                    assert best is not None and best != "te groot" and best <= laagste[groep_id]


@settings(max_examples=30, deadline=None)
@given(zaad=ZADEN)
def test_every_change_that_is_offered_places_the_child(zaad: int) -> None:
    geval = willekeurig_probleem(zaad)
    plan = vers(geval)
    if plan is None or plan.kosten is None:
        return
    for zonder in plan.niet_geplaatst[:2]:
        for v in versoepelingen(geval, plan, zonder.jeugdige_id, vers):
            nieuw = vers(v.probleem)
            assert nieuw is not None
            assert zonder.jeugdige_id in nieuw.per_jeugdige
            assert check(v.probleem, v.plan).geldig
            assert v.plan.kosten == nieuw.kosten


@pytest.mark.parametrize(
    ("groep_anders", "jeugdige_anders", "soort"),
    [
        ({"intensiteiten": frozenset("F")}, {}, "marge"),
        ({"regio_km": 18.0}, {}, "kring"),
        ({"regio_km": 60.0}, {}, "buiten_regio"),
        ({"lat": 52.6}, {"max_afstand_km": 5.0}, "afstand"),
        ({}, {"vereist": frozenset({"lvb"})}, "kenmerk"),
        ({"capaciteit": 0}, {}, "bed"),
        ({"open_van": 30}, {}, "later"),
    ],
)
def test_the_one_thing_that_is_in_the_way_is_found(
    groep_anders: dict[str, object], jeugdige_anders: dict[str, object], soort: str
) -> None:
    geval = probleem([groep(**groep_anders)], [jeugdige(fasen_="E:4", **jeugdige_anders)])
    plan = vers(geval)
    assert plan is not None and [n.jeugdige_id for n in plan.niet_geplaatst] == ["J1"]
    gevonden = versoepelingen(geval, plan, "J1", vers)
    assert [v.soort for v in gevonden] == [soort]
    assert gevonden[0].groepen == ("G1",)


def test_a_later_start_is_charged_from_the_start_that_was_asked() -> None:
    geval = probleem([groep(open_van=30)], [jeugdige(fasen_="E:4")])
    plan = vers(geval)
    assert plan is not None
    (later,) = versoepelingen(geval, plan, "J1", vers)
    assert later.meerkosten == 30 * 20 - 10_000


def test_a_resident_who_leaves_earlier_makes_room() -> None:
    bewoner = jeugdige("J0", "E:34", huidige_groep="G1", voorkeur=frozenset({"G1"}))
    geval = probleem([groep()], [bewoner, jeugdige("J1", "E:4")])
    plan = vers(geval)
    assert plan is not None and [n.jeugdige_id for n in plan.niet_geplaatst] == ["J1"]
    soorten = {v.soort: v for v in versoepelingen(geval, plan, "J1", vers)}
    assert "J0 vertrekt 8 weken eerder uit G1 (in week 26)" in soorten["vertrek"].tekst


@settings(max_examples=60, deadline=None)
@given(zaad=ZADEN)
def test_the_clash_is_a_clash_and_minimal(zaad: int) -> None:
    geval = willekeurig_probleem(zaad)
    eisen = botsing(geval, haalbaar)
    assert bool(eisen) == (not haalbaar(geval))
    if eisen:
        assert not haalbaar(_alleen(geval, eisen))
        for eis in eisen:
            assert haalbaar(_alleen(geval, [e for e in eisen if e != eis]))


def test_the_clash_names_pins_residents_and_groep() -> None:
    groepen = [groep("G1"), groep("G2", intensiteiten=frozenset("K"))]
    wie = [jeugdige("J1", huidige_groep="G1"), jeugdige("J2", huidige_groep="G2"), jeugdige("J3")]
    geval = probleem(groepen, wie, vast=(Vastlegging("J2", 1, "G1", True),))
    assert botsing(geval, haalbaar) == (
        Eis("bewoner", "J1", groep_id="G1"),
        Eis("bewoner", "J2", groep_id="G2"),
        Eis("groep", "G1"),
        Eis("vastgelegd", "J2", 1, "G1"),
    )


def test_the_funnel_ends_at_the_free_places() -> None:
    groepen = [
        groep("G1"),
        groep("G2", intensiteiten=frozenset("K")),
        groep("G3", regio_km=20.0),
        groep("G4", capaciteit=2),
    ]
    geval = probleem(groepen, [jeugdige("J1"), jeugdige("J2", huidige_groep="G1")])
    plan = vers(geval)
    assert plan is not None
    anderen = Gebruik(geval, (p for p in plan.plaatsingen if p.jeugdige_id != "J1"))
    gevonden = trechter(geval, geval.jeugdigen["J1"], 1, anderen)
    assert [(s.sleutel, s.over) for s in gevonden.stappen] == [
        ("groepen", 4),
        ("intensiteit", 3),
        ("regio", 2),
        ("bed", 1),
    ]
    assert gevonden.groepen == ("G4",)
    assert gevonden.in_woorden().startswith("4 groepen → 3 passende intensiteit → 2 binnen")


def test_what_if_a_groep_closes_and_promises_hold() -> None:
    groepen = [groep("G1"), groep("G2", kgw=False), groep("G3")]
    wie = [jeugdige("J1", kgw_voorkeur=1), jeugdige("J2", kgw_voorkeur=1)]
    geval = probleem(groepen, wie)
    plan = vers(geval)
    assert plan is not None and plan.kosten == 0
    dicht = wat_als(geval, plan, Wijziging(gesloten={plan.plaatsingen[0].groep_id: 0}), vers)
    assert dicht.vergelijking is not None
    assert [v.jeugdige_id for v in dicht.vergelijking.verschuivingen] == [plan.plaatsingen[0].jeugdige_id]
    assert dicht.vergelijking.verschil["kgw"] == 60

    # A better place that gains less than a promise is worth changes nothing.
    verteld = vers(pas_toe(geval, Wijziging(gesloten={"G3": 0})))
    assert verteld is not None and verteld.kosten == 60
    for gewicht, verwacht in ((61, 0), (59, 1)):
        anders = wat_als(geval, verteld, Wijziging(), vers, gewicht)
        assert anders.vergelijking is not None
        assert len(anders.vergelijking.verschuivingen) == verwacht


@settings(max_examples=25, deadline=None)
@given(zaad=ZADEN, gewicht=st.sampled_from((0, 50, 500)))
def test_promises_are_priced_by_the_solver_as_by_the_rules(zaad: int, gewicht: int) -> None:
    geval = willekeurig_probleem(zaad)
    plan = vers(geval)
    if plan is None or plan.kosten is None:
        return
    anders = replace(geval, gewichten={**geval.gewichten, "afstand": 7, "kgw": 0})
    beloofd = met_beloften(anders, plan, gewicht)
    beste = beste_kosten(beloofd)
    nieuw = vers(beloofd)
    assert nieuw is not None
    assert beste in ("te groot", nieuw.kosten)
    verschil = vergelijk(anders, plan, nieuw)
    gebroken = sum(
        a.groep_id != b.groep_id
        for v in verschil.verschuivingen
        for a, b in zip(v.eerst, v.dan, strict=False)
        if a.fase == b.fase
    )
    assert nieuw.kosten_per_criterium.get("belofte", 0) == gewicht * gebroken


def test_a_change_that_can_not_be_is_refused() -> None:
    geval = probleem([groep()], [jeugdige()])
    with pytest.raises(InvoerFout) as fout:
        pas_toe(
            geval,
            Wijziging(
                keuzes=(Vastlegging("J1", 3, "G1", True), Vastlegging("J8", 1, "G9", True)),
                gewichten={"leuk": 1},
            ),
        )
    assert len(fout.value.fouten) == 4


def test_a_phase_in_which_the_groep_closes_is_split() -> None:
    bewoner = jeugdige("J1", "E:20|E:10", huidige_groep="G1")
    geval = probleem(
        [groep("G1", open_tot=12), groep("G2", lat=52.52)],
        [bewoner],
        vast=(Vastlegging("J1", 2, "G2", True),),
    )
    (voorstel,) = te_splitsen(geval)
    assert (voorstel.fase, voorstel.week) == (1, 12)
    assert "E:12|E:8|E:10" in voorstel.in_woorden()
    plan = vers(splits(geval))
    assert plan is not None
    assert [(p.groep_id, p.week_van, p.week_tot) for p in plan.per_jeugdige["J1"]] == [
        ("G1", 0, 12),
        ("G2", 12, 20),
        ("G2", 20, 30),
    ]
    assert te_splitsen(splits(geval)) == ()


def test_the_explanation_as_data(tmp_path: Path) -> None:
    geval = probleem(
        [groep("G1"), groep("G2", kgw=False)], [jeugdige("J1", kgw_voorkeur=2), jeugdige("J2", "K:")]
    )
    plan = vers(geval)
    assert plan is not None
    eerst = als_json(leg_uit(geval, plan, "J1", vers))
    assert eerst["fasen"][0]["groep_id"] == "G1"
    assert eerst["fasen"][0]["alternatieven"] == [
        {"groep_id": "G2", "meerkosten": 120, "bewezen": True, "verschuift": []}
    ]
    dan = als_json(leg_uit(geval, plan, "J2", vers))
    assert not dan["geplaatst"] and dan["trechters"][0]["vrij"] == []
