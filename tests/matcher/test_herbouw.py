"""Ruin and recreate: every plan keeps the rules, none costs more than the one before, twice is the same."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import Plan, Probleem, check, solve
from matcher.plan import NietGeplaatst, Plaatsing
from matcher.regels import fase_weken
from matcher.solver import oplossen
from matcher.solver.herbouw import zoeker
from matcher.solver.herbouw.prijzen import Prijzen
from matcher.solver.herbouw.tabel import maak_tabel
from matcher.solver.herbouw.zoeker import Cyclus, Ernaast, Herbouw
from matcher.solver.opties import bouw_opties
from matcher.solver.prijzen import Relaxatie
from matcher.solver.warm import stand_van_rijen
from matcher.solver.zeef import Zeef
from tests.matcher.bouw import groep, jeugdige, willekeurig_probleem
from tests.matcher.bouw import probleem as maak_probleem

ZADEN = st.integers(min_value=0, max_value=10**9)


@pytest.fixture(autouse=True, scope="module")
def _kort() -> Iterator[None]:
    """Fewer rounds: these problems are small."""
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(zoeker, "BEURTEN", 10)
        anders.setattr(zoeker, "CYCLI", (Cyclus(30, 300.0, 5.0), Cyclus(60, 2000.0, 5.0)))
        yield


def _herbouw(probleem: Probleem, seed: int = 0) -> Herbouw:
    zeef = Zeef(probleem)
    return Herbouw(probleem, zeef.plekken, zeef.keuzes, seed)


def _plan(probleem: Probleem, herbouw: Herbouw) -> Plan:
    groepen, plaatsingen, zonder = list(probleem.groepen), [], []
    for jeugdige_, rij in zip(probleem.jeugdigen.values(), herbouw.rijen(), strict=True):
        if rij is None:
            zonder.append(NietGeplaatst(jeugdige_.id))
            continue
        weken = fase_weken(jeugdige_, rij[0], probleem.horizon)
        for fase, ((waar, _), (van, tot)) in enumerate(zip(rij[1], weken, strict=True), 1):
            plaatsingen.append(Plaatsing(jeugdige_.id, fase, groepen[waar], van, tot))
    return Plan("FEASIBLE", herbouw.kosten, None, 0.0, tuple(plaatsingen), tuple(zonder))


@settings(max_examples=40, deadline=None)
@given(zaad=ZADEN)
def test_elk_plan_houdt_de_regels_en_wordt_nooit_duurder(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad, groot=True)
    herbouw = _herbouw(probleem, zaad % 7)
    if not herbouw.begin():
        assert herbouw.kosten is None
        return
    kosten = []
    for _ in range(3):
        controle = check(probleem, _plan(probleem, herbouw))
        assert controle.geldig, controle.overtredingen
        assert controle.kosten == herbouw.kosten
        kosten.append(controle.kosten)
        herbouw.cyclus()
    assert kosten == sorted(kosten, reverse=True)
    assert stand_van_rijen(bouw_opties(probleem), herbouw.rijen()).kosten == herbouw.kosten


@settings(max_examples=20, deadline=None)
@given(zaad=ZADEN)
def test_twee_keer_is_hetzelfde_ook_in_een_draad(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad, groot=True)
    een, ander = _herbouw(probleem, 5), _herbouw(probleem, 5)
    if not een.begin():
        return
    een.cyclus()
    assert Ernaast(ander, 1).wacht(lambda: False)
    assert een.rijen() == ander.rijen()


@settings(max_examples=30, deadline=None)
@given(zaad=ZADEN)
def test_begint_bij_een_plan_dat_er_al_is(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad, groot=True)
    herbouw = _herbouw(probleem)
    if not herbouw.begin():
        return
    herbouw.cyclus()
    ander = _herbouw(probleem, 3)
    assert ander.neem(herbouw.rijen())
    assert (ander.kosten, ander.rijen()) == (herbouw.kosten, herbouw.rijen())


def test_een_later_deel_wijkt_voor_een_bewoner_die_nergens_anders_heen_kan() -> None:
    groepen = [
        groep("G1", capaciteit=2),
        groep("G2", intensiteiten=frozenset("D")),
        groep("G3", intensiteiten=frozenset("D"), lat=52.8),
    ]
    kinderen = [
        jeugdige("J1", "E:4|D:", huidige_groep="G1", max_afstand_km=5.0),
        jeugdige("J2", "E:3|D:", huidige_groep="G1"),
    ]
    herbouw = _herbouw(maak_probleem(groepen, kinderen))
    assert herbouw.begin()
    assert [rij and rij[1][1][0] for rij in herbouw.rijen()] == [1, 2]


def test_een_bewoner_zonder_plek_is_geen_plan() -> None:
    herbouw = _herbouw(maak_probleem([groep()], [jeugdige("J1", "E:4|K:", huidige_groep="G1")]))
    assert not herbouw.begin()
    assert herbouw.kosten is None


@settings(max_examples=40, deadline=None)
@given(zaad=ZADEN)
def test_zonder_prijzen_kost_elk_kind_zijn_goedkoopste_pad(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad, groot=True)
    zeef = Zeef(probleem)
    prijzen = Prijzen(maak_tabel(probleem, zeef.plekken, zeef.keuzes))
    opties = bouw_opties(probleem)
    if (
        probleem.paren_samen
        or np.isinf(opties.zonder_plek[~np.isin(range(len(opties.fasen)), opties.kind)]).any()
    ):
        return
    relaxatie = Relaxatie(opties)
    prijzen.verbeter(1)
    assert prijzen.waarde == pytest.approx(relaxatie.waardeer(relaxatie.leeg()).ondergrens)


@settings(max_examples=30, deadline=None)
@given(zaad=ZADEN)
def test_de_ondergrens_ligt_nooit_boven_het_beste_plan(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad, groot=True)
    plan = solve(probleem, seconds=10, workers=1)
    if plan.status != "OPTIMAL" or plan.kosten is None:
        return
    zeef = Zeef(probleem)
    prijzen = Prijzen(maak_tabel(probleem, zeef.plekken, zeef.keuzes))
    prijzen.verbeter(150)
    assert prijzen.waarde <= plan.kosten + 1e-6


@settings(max_examples=25, deadline=None)
@given(zaad=ZADEN)
def test_de_oplosser_met_herbouw_vindt_hetzelfde(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad, groot=True)
    gewoon = solve(probleem, seconds=10, workers=2)
    gemeld: list[Any] = []
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(oplossen, "KLEINSTE_KERN", 0)
        anders.setattr(oplossen, "AFRONDEN", 0.0)
        plan = solve(probleem, seconds=90, workers=2, progress=gemeld.append)  # machine code is made first
    assert plan.status == gewoon.status
    if plan.status == "OPTIMAL":
        assert plan.kosten == gewoon.kosten
    if plan.status != "INFEASIBLE":
        assert check(probleem, plan).geldig
        kosten = [v.kosten for v in gemeld if v.kosten is not None]
        assert kosten == sorted(kosten, reverse=True)


@settings(max_examples=25, deadline=None)
@given(zaad=ZADEN)
def test_sturen_met_prijzen_houdt_de_regels_en_is_twee_keer_hetzelfde(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad, groot=True)
    opties = bouw_opties(probleem)
    schaars = Relaxatie(opties).schaars
    prijzen = np.random.default_rng(zaad).random(schaars.aanbod.shape) * 20 / schaars.schaal
    uitkomsten = []
    for _ in range(2):
        herbouw = _herbouw(probleem, zaad % 7)
        if not herbouw.begin():
            return
        eerst = herbouw.kosten
        herbouw.stuur(schaars.tarief_van_groepen(prijzen))
        herbouw.cyclus()
        controle = check(probleem, _plan(probleem, herbouw))
        assert controle.geldig and controle.kosten == herbouw.kosten
        assert herbouw.kosten is not None and eerst is not None and herbouw.kosten <= eerst
        uitkomsten.append(herbouw.rijen())
    assert uitkomsten[0] == uitkomsten[1]
