"""The parts of the solver by themselves: choices, mixes of children, what is scarce, blocks, the sieve."""

from collections.abc import Callable
from itertools import count, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import check, solve
from matcher.kosten import kosten_fase, kosten_verplaatsing
from matcher.regels import bezwaren
from matcher.solver import oplossen, zeef
from matcher.solver.constructie import TijdOp
from matcher.solver.delen import blokken
from matcher.solver.herbouw import zoeker
from matcher.solver.keuzes import Keuzelijst
from matcher.solver.opties import bouw_opties
from matcher.solver.prijzen import Prijszoeker, Relaxatie
from matcher.solver.veelvlak import Groepsgrens, snede
from tests.matcher.bouw import groep, jeugdige, willekeurig_probleem
from tests.matcher.bouw import probleem as maak_probleem


@settings(max_examples=80, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9))
def test_keuzes_zijn_die_van_regels_en_kosten(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad, groot=zaad % 2 == 0)
    lijst = Keuzelijst(probleem)
    for kind in probleem.jeugdigen.values():
        huidig = probleem.groepen[kind.huidige_groep] if kind.huidige_groep else None
        for fase in range(len(kind.fasen)):
            verwacht = []
            for index, hier in enumerate(probleem.groepen.values()):
                thuis = hier is huidig
                kosten = sum(kosten_fase(probleem, kind, fase + 1, hier, 0).values())
                if fase == 0 and huidig is not None:
                    kosten += kosten_verplaatsing(probleem, huidig, hier)
                for blijft in (False, True):
                    mag = thuis or not blijft
                    mag = mag and not (thuis and fase == 0 and not blijft)
                    if mag and not bezwaren(probleem, kind, fase + 1, hier, blijft):
                        verwacht.append((index, blijft, kosten))
            keuzes = lijst.fase(kind, fase)
            gevonden = zip(keuzes.groep.tolist(), keuzes.blijft.tolist(), keuzes.kosten.tolist(), strict=True)
            assert list(gevonden) == verwacht


@settings(max_examples=80, deadline=None)
@given(
    uren=st.lists(st.integers(0, 40), min_size=1, max_size=4, unique=True),
    bedden=st.integers(1, 5),
    rooster=st.integers(0, 120),
    data=st.data(),
)
def test_een_snede_houdt_elk_toegestaan_mengsel_en_snijdt_het_punt_af(
    uren: list[int], bedden: int, rooster: int, data: st.DataObject
) -> None:
    blijft = tuple(data.draw(st.booleans()) for _ in uren)
    vrij_bedden, vrij_uren = data.draw(st.booleans()), data.draw(st.booleans())
    grens = Groepsgrens(
        tuple(uren), blijft, (bedden + 1,) * len(uren), bedden, rooster, vrij_bedden, vrij_uren
    )
    punt = np.array([data.draw(st.floats(0, bedden)) for _ in uren])
    gevonden = snede(grens, punt)
    if gevonden is None:
        return
    getallen, rechts = gevonden
    assert float(np.dot(getallen, punt)) > rechts
    for mengsel in product(range(bedden + 2), repeat=len(uren)):
        alleen_blijvers = all(b or not n for n, b in zip(mengsel, blijft, strict=True))
        past_bed = sum(mengsel) <= bedden or (vrij_bedden and alleen_blijvers)
        past_uur = np.dot(mengsel, uren) <= rooster or (vrij_uren and alleen_blijvers)
        if past_bed and past_uur:
            assert int(np.dot(getallen, mengsel)) <= rechts


def test_snede_vindt_twee_van_de_zware_of_drie_van_de_lichte() -> None:
    # 45 hours: three of 15 or two of 20; the linear program would take 2.25 of 20
    grens = Groepsgrens((15, 20), (False, False), (6, 6), 6, 45, False, False)
    gevonden = snede(grens, np.array([0.0, 2.25]))
    assert gevonden is not None
    getallen, rechts = gevonden
    assert getallen[1] * 2 == rechts


@settings(max_examples=25, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9))
def test_snijden_verlaagt_de_ondergrens_niet(zaad: int) -> None:
    zoeker = Prijszoeker(Relaxatie(bouw_opties(willekeurig_probleem(zaad, groot=True))))
    zoeker.verbeter(1e6, 5.0, stappen=60)
    voor = zoeker.beste.ondergrens
    zoeker.snij()
    assert zoeker.beste.ondergrens >= voor - 1e-6
    zoeker.verbeter(1e6, 5.0, stappen=40)
    assert zoeker.beste.ondergrens >= voor - 1e-6


@settings(max_examples=25, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9))
def test_blokken_delen_geen_groep_en_geen_paar(zaad: int) -> None:
    opties = bouw_opties(willekeurig_probleem(zaad, groot=True))
    paden = {kind: [(int(knoop),) for knoop in opties.per_kind[kind]] for kind in range(len(opties.kinderen))}
    delen = blokken(opties, paden)
    assert sorted(kind for deel in delen for kind in deel) == list(range(len(opties.kinderen)))
    waar = {kind: nummer for nummer, deel in enumerate(delen) for kind in deel}
    groepen: dict[int, set[int]] = {}
    for kind, rij in paden.items():
        groepen.setdefault(waar[kind], set()).update(int(opties.groep[pad[0]]) for pad in rij)
    for een in groepen:
        for ander in groepen:
            assert een == ander or not groepen[een] & groepen[ander]
    for een_id, ander_id in (*opties.probleem.paren_samen, *opties.probleem.paren_apart):
        assert waar[opties.nummer[een_id]] == waar[opties.nummer[ander_id]]


def test_twee_streken_zonder_gedeelde_groep_zijn_twee_blokken() -> None:
    p = maak_probleem(
        [groep("G1"), groep("G2", intensiteiten=frozenset("H"))],
        [jeugdige("J1"), jeugdige("J2", "H:"), jeugdige("J3"), jeugdige("J4", "H:")],
    )
    opties = bouw_opties(p)
    paden = {kind: [(int(knoop),) for knoop in opties.per_kind[kind]] for kind in range(4)}
    assert blokken(opties, paden) == [[0, 2], [1, 3]]


@settings(max_examples=25, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9))
def test_een_te_groot_probleem_houdt_een_ware_ondergrens(zaad: int) -> None:
    p = willekeurig_probleem(zaad, groot=True)
    plan = solve(p, seconds=20, workers=1)
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(zeef, "MEESTE_KNOPEN", 0)
        anders.setattr(zoeker, "BEURTEN", 10)
        anders.setattr(oplossen, "GROOT_STAPPEN", 30)
        try:
            groot = solve(p, seconds=5, workers=1 + zaad % 2, stop=_na(60), start=plan if zaad % 3 else None)
        except TijdOp:
            return
    assert groot.status == plan.status or (groot.status, plan.status) == ("FEASIBLE", "OPTIMAL")
    if plan.status != "OPTIMAL":
        return
    assert check(p, groot).geldig
    assert plan.kosten is not None and groot.kosten is not None and groot.ondergrens is not None
    assert groot.ondergrens <= plan.kosten <= groot.kosten
    assert not zaad % 3 or plan.kosten == groot.kosten


def _na(keer: int) -> Callable[[], bool]:
    """A stop that says yes once it has been asked so many times."""
    teller = count()
    return lambda: next(teller) >= keer
