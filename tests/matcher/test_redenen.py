"""Reasons in words: of a placement, and of a child without a place."""

from matcher import redenen_plaatsing, solve
from matcher.plan import Plaatsing
from tests.matcher.bouw import groep, jeugdige, probleem


def test_plaatsing_in_woorden() -> None:
    groepen = [groep("G1", lat=52.6, kgw=False), groep("G2", locatie="L-G1")]
    j = jeugdige("J1", "E:4|D:", start=2, kgw_voorkeur=1, intensiteit_marge=1, voorkeur=frozenset({"G1"}))
    p = probleem(groepen, [j])
    rij = [Plaatsing("J1", 1, "G1", 3, 7), Plaatsing("J1", 2, "G2", 7, 52)]
    assert redenen_plaatsing(p, rij, 1) == (
        "11,1 km van huis (6 punten)",
        "niet kleinschalig (60 punten)",
        "intensiteit E zoals gevraagd",
        "voorkeur",
        "wacht 1 week (20 punten)",
    )
    assert redenen_plaatsing(p, rij, 2) == (
        "0,0 km van huis",
        "kleinschalig",
        "intensiteit E, 1 stap van D (150 punten)",
        "niet de voorkeur (50 punten)",
        "verplaatsing binnen dezelfde locatie (200 punten)",
    )


def test_bewoner_die_blijft() -> None:
    p = probleem([groep(intensiteiten=frozenset())], [jeugdige(huidige_groep="G1")])
    woorden = redenen_plaatsing(p, [Plaatsing("J1", 1, "G1", 0, 52)], 1)
    assert woorden[-2:] == ("blijft wonen, al biedt de groep intensiteit E niet", "geen verplaatsing")


def test_trechter_telt_waar_groepen_afvallen() -> None:
    groepen = [
        groep("G1", intensiteiten=frozenset("K")),
        groep("G2", regio_km=20.0),
        groep("G3", intensiteiten=frozenset("K"), regio_km=20.0),
        groep("G4"),
    ]
    p = probleem(groepen, [jeugdige("J1", "E:", vereist=frozenset({"lvb"}))])
    (niet,) = solve(p, seconds=2, workers=1).niet_geplaatst
    assert niet.redenen == (
        "Fase 1 (intensiteit E): van de 4 groepen vallen af: 2 door de gevraagde intensiteit, "
        "1 door de ligging buiten de regio, 1 door een vereist kenmerk dat ontbreekt; er blijven geen over.",
    )


def test_geen_bed_en_te_late_start() -> None:
    kinderen = [jeugdige("J1", urgentie=1), jeugdige("J2"), jeugdige("J3", start=60)]
    plan = solve(probleem([groep()], kinderen), seconds=2, workers=1)
    redenen = {n.jeugdige_id: n.redenen for n in plan.niet_geplaatst}
    assert "vrij bed" in redenen["J2"][0]
    assert redenen["J3"] == ("De gewenste start ligt voorbij de periode van dit plan.",)
