"""The hard rules one by one: what is allowed, what just is, and what is not."""

from typing import Any

import pytest

from matcher import Groep, Jeugdige, Vastlegging, check
from matcher.intensiteit import geleverd
from matcher.regels import bezwaren, fase_weken, startweken
from tests.matcher.bouw import fasen, groep, jeugdige, plan, probleem


def soorten(
    g: Groep, j: Jeugdige, blijft: bool = False, fase: int = 1, vast: tuple[Any, ...] = ()
) -> set[str]:
    return {b.soort for b in bezwaren(probleem([g], [j], vast), j, fase, g, blijft)}


def overtreden(p: Any, *rijen: Any, zonder: tuple[str, ...] = ()) -> set[int]:
    return {o.regel for o in check(p, plan(*rijen, zonder=zonder)).overtredingen}


@pytest.mark.parametrize(
    ("gevraagd", "aanbod", "verwacht"),
    [
        ("E", "E", "E"),
        ("E", "DF", "D"),
        ("E", "CF", "F"),
        ("A", "K", "K"),
        ("GGZ-D", ["GGZ-D"], "GGZ-D"),
        ("GGZ-D", ["GGZ-E", "D"], None),
        ("D", ["GGZ-D"], None),
        ("D", [], None),
    ],
)
def test_geleverde_intensiteit(gevraagd: str, aanbod: Any, verwacht: str | None) -> None:
    assert geleverd(gevraagd, frozenset(aanbod)) == verwacht


@pytest.mark.parametrize(("marge", "mag"), [(0, False), (1, False), (2, True)])
def test_regel_2_marge(marge: int, mag: bool) -> None:
    g = groep(intensiteiten=frozenset("G"))
    assert (soorten(g, jeugdige(intensiteit_marge=marge)) == set()) == mag


def test_regel_2_geldt_niet_voor_wie_in_fase_1_blijft_wel_daarna() -> None:
    g, j = groep(intensiteiten=frozenset("K")), jeugdige(fasen_="E:3|D:", huidige_groep="G1")
    assert soorten(g, j, blijft=True) == set()
    assert soorten(g, j, blijft=True, fase=2) == {"intensiteit"}


def test_regel_3_kenmerken() -> None:
    j = jeugdige(vereist=frozenset({"lvb", "trauma"}))
    assert soorten(groep(kenmerken=frozenset({"lvb", "trauma", "rust"})), j) == set()
    assert soorten(groep(kenmerken=frozenset({"lvb"})), j) == {"kenmerken"}
    assert soorten(groep(), j, blijft=True) == set()


def test_regel_4_woonvorm_ook_voor_wie_blijft() -> None:
    plus = groep(woonvorm="jeugdzorgplus", intensiteiten=frozenset("E"))
    assert soorten(plus, jeugdige(machtiging_gesloten=True)) == set()
    assert soorten(plus, jeugdige(), blijft=True) == {"woonvorm"}
    pleeg = groep(woonvorm="deeltijdpleegzorg", intensiteiten=frozenset("BC"))
    assert soorten(pleeg, jeugdige(fasen_="B:")) == set()
    assert soorten(pleeg, jeugdige(fasen_="C:"), blijft=True) == {"woonvorm"}


def test_regel_5_gereserveerd_en_uitgesloten() -> None:
    assert soorten(groep(gereserveerd_voor="J1"), jeugdige()) == set()
    assert soorten(groep(gereserveerd_voor="J2"), jeugdige(), blijft=True) == {"gereserveerd"}
    for naam in ("G1", "L-G1", "A-G1"):
        j = jeugdige(uitgesloten=frozenset({naam}))
        assert soorten(groep(), j, blijft=True) == {"uitgesloten"}


def test_regel_6_grenzen_zelf_mogen_nog() -> None:
    assert soorten(groep(regio_km=15.0), jeugdige()) == set()
    assert soorten(groep(regio_km=15.01), jeugdige()) == {"regio"}
    assert soorten(groep(regio_km=15.01), jeugdige(buiten_regio=True)) == set()
    assert soorten(groep(regio_km=99), jeugdige(), blijft=True) == set()
    assert soorten(groep(), jeugdige(max_afstand_km=0.0)) == set()
    assert soorten(groep(lat=52.6), jeugdige(max_afstand_km=11.0)) == {"afstand"}
    assert soorten(groep(lat=52.6), jeugdige(max_afstand_km=11.2)) == set()


def test_regel_9_vastgelegd() -> None:
    wel, niet = Vastlegging("J1", 1, "G1", True), Vastlegging("J1", 1, "G1", False)
    ander = Vastlegging("J1", 1, "G2", True)
    assert soorten(groep(), jeugdige(), vast=(wel,)) == set()
    assert soorten(groep(), jeugdige(), vast=(niet,)) == {"vastgelegd"}
    assert soorten(groep(), jeugdige(), vast=(ander,)) == {"vastgelegd"}
    assert soorten(groep(), jeugdige(fasen_="E:2|E:"), vast=(ander,), fase=2) == set()


def test_regel_8_wachten() -> None:
    assert list(startweken(jeugdige(start=3), 52)) == list(range(3, 30))
    assert list(startweken(jeugdige(start=50), 52)) == [50, 51]
    assert list(startweken(jeugdige(start=52), 52)) == []
    assert list(startweken(jeugdige(huidige_groep="G1"), 52)) == [0]
    p = probleem([groep()], [jeugdige(start=3)])
    assert overtreden(p, ("J1", 1, "G1", 29, 52)) == set()
    assert overtreden(p, ("J1", 1, "G1", 30, 52)) == {8}
    assert overtreden(p, ("J1", 1, "G1", 2, 52)) == {8}


def test_fasen_worden_afgekapt_op_de_horizon() -> None:
    j = jeugdige(fasen_="F:20|E:10|D:")
    assert fase_weken(j, 0, 26) == [(0, 20), (20, 26)]
    assert fase_weken(j, 6, 26) == [(6, 26)]
    assert fase_weken(j, 0, 40) == [(0, 20), (20, 30), (30, 40)]


def test_regel_1_bedden_en_openingstijd() -> None:
    kinderen = [jeugdige("J1", "E:4"), jeugdige("J2", "E:4")]
    p = probleem([groep(open_van=2)], kinderen)
    assert overtreden(p, ("J1", 1, "G1", 2, 6), ("J2", 1, "G1", 6, 10)) == set()
    assert overtreden(p, ("J1", 1, "G1", 2, 6), ("J2", 1, "G1", 5, 9)) == {1}
    assert overtreden(p, ("J1", 1, "G1", 1, 5), ("J2", 1, "G1", 6, 10)) == {1}


def test_regel_1_wie_blijft_mag_te_veel_zijn_tot_er_iemand_bij_komt() -> None:
    bewoners = [
        jeugdige(f"J{n}", f"E:{weken}", huidige_groep="G1") for n, weken in ((1, 5), (2, 10), (3, 20))
    ]
    p = probleem([groep(capaciteit=2)], [*bewoners, jeugdige("J4", "E:")])
    samen = [("J1", 1, "G1", 0, 5), ("J2", 1, "G1", 0, 10), ("J3", 1, "G1", 0, 20)]
    assert overtreden(p, *samen, zonder=("J4",)) == set()
    assert overtreden(p, *samen, ("J4", 1, "G1", 10, 52)) == set()
    assert overtreden(p, *samen, ("J4", 1, "G1", 9, 52)) == {1}
    # who left for a phase and comes back does not stay
    heen_en_weer = jeugdige("J3", "E:2|E:2|E:", huidige_groep="G1")
    q = probleem([groep(capaciteit=2), groep("G2", capaciteit=3)], [*bewoners[:2], heen_en_weer])
    terug = [("J3", 1, "G1", 0, 2), ("J3", 2, "G2", 2, 4), ("J3", 3, "G1", 4, 52)]
    assert overtreden(q, *samen[:2], *terug) == {1}


def test_regel_7_uren_tot_op_de_honderdste() -> None:
    kinderen = [jeugdige("J1", "E:"), jeugdige("J2", "F:")]
    rijen = (("J1", 1, "G1", 0, 52), ("J2", 1, "G1", 0, 52))
    precies = groep(capaciteit=3, intensiteiten=frozenset("EF"), roosteruren=3325)
    assert overtreden(probleem([precies], kinderen), *rijen) == set()
    net_niet = groep(capaciteit=3, intensiteiten=frozenset("EF"), roosteruren=3324)
    assert overtreden(probleem([net_niet], kinderen), *rijen) == {7}


def test_regel_5_apart_van_hoe_ook_genoemd() -> None:
    kinderen = [jeugdige("J1", "E:4"), jeugdige("J2", "E:4", apart_van=frozenset({"J1", "J9"}))]
    p = probleem([groep(capaciteit=2)], kinderen)
    assert overtreden(p, ("J1", 1, "G1", 0, 4), ("J2", 1, "G1", 3, 7)) == {5}
    assert overtreden(p, ("J1", 1, "G1", 0, 4), ("J2", 1, "G1", 4, 8)) == set()


@pytest.mark.parametrize(
    ("rijen", "zonder"),
    [
        ([], ()),
        ([("J1", 1, "G1", 0, 4), ("J1", 2, "G1", 4, 9)], ("J1",)),
        ([("J1", 1, "G1", 0, 4)], ()),
        ([("J1", 1, "G1", 0, 4), ("J1", 2, "G1", 5, 10)], ()),
        ([("J1", 1, "G1", 0, 4), ("J1", 2, "G1", 4, 9), ("J1", 3, "G1", 9, 12)], ()),
        ([("J1", 1, "G9", 0, 4), ("J1", 2, "G1", 4, 9)], ()),
        ([("J1", 1, "G1", 0, 4), ("J1", 2, "G1", 4, 9)], ("J7",)),
        ([("J7", 1, "G1", 0, 4)], ("J1",)),
        ([], ("J1", "J1")),
    ],
)
def test_fouten_in_de_vorm(rijen: list[Any], zonder: tuple[str, ...]) -> None:
    p = probleem([groep()], [jeugdige("J1", "E:4|E:5")])
    assert 0 in overtreden(p, *rijen, zonder=zonder)


def test_bewoner_kan_niet_zonder_plek() -> None:
    p = probleem([groep()], [jeugdige(huidige_groep="G1")])
    assert overtreden(p, zonder=("J1",)) == {0}
    assert overtreden(p, ("J1", 1, "G1", 1, 52)) == {0}


def test_fasen_uit_de_hulpfunctie() -> None:
    assert [(f.intensiteit, f.weken) for f in fasen("H:26|E:")] == [("H", 26), ("E", None)]
