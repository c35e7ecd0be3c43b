"""The parts of the solver by themselves: choices, mixes of children, rows of what is scarce."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.kosten import kosten_fase, kosten_verplaatsing
from matcher.regels import bezwaren
from matcher.solver.keuzes import Keuzelijst
from matcher.solver.opties import bouw_opties
from matcher.solver.prijzen import Prijszoeker, Relaxatie
from matcher.solver.veelvlak import Groepsgrens, snede
from tests.matcher.bouw import willekeurig_probleem


@settings(max_examples=80, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9))
def test_keuzes_zijn_die_van_regels_en_kosten(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad, groot=zaad % 2 == 0)
    lijst = Keuzelijst(probleem)
    for jeugdige in probleem.jeugdigen.values():
        huidig = probleem.groepen[jeugdige.huidige_groep] if jeugdige.huidige_groep else None
        for fase in range(len(jeugdige.fasen)):
            verwacht = []
            for index, groep in enumerate(probleem.groepen.values()):
                thuis = groep is huidig
                kosten = sum(kosten_fase(probleem, jeugdige, fase + 1, groep, 0).values())
                if fase == 0 and huidig is not None:
                    kosten += kosten_verplaatsing(probleem, huidig, groep)
                for blijft in (False, True):
                    mag = thuis or not blijft
                    mag = mag and not (thuis and fase == 0 and not blijft)
                    if mag and not bezwaren(probleem, jeugdige, fase + 1, groep, blijft):
                        verwacht.append((index, blijft, kosten))
            keuzes = lijst.fase(jeugdige, fase)
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
