"""Forms and statements in other words than the template's: the same answers, said by other hands."""

from typing import Any

import pytest

from compliance.demo.bestanden import Alinea, Kop, Tabel
from compliance.demo.inhoud import BESTANDEN
from tests.compliance.bod import dossier, met_rij, soorten, statussen, vervang

VORM, UEA, PLAN = "bijlage_I_invulsjabloon.docx", "uea.pdf", "plan_van_aanpak.pdf"


def _uea(kop: str, *antwoorden: str, als_regels: bool = False) -> dict[str, Any]:
    """The demo UEA with other answers in the table under this column name."""
    uit: list[Any] = []
    for element in BESTANDEN[UEA]:
        if isinstance(element, Tabel) and (element.rijen[0][0], len(element.rijen)) == (
            kop,
            1 + len(antwoorden),
        ):
            rijen = [(vraag, a) for (vraag, _), a in zip(element.rijen[1:], antwoorden, strict=True)]
        else:
            uit.append(element)
            continue
        uit += [Alinea(f"{v} {a}") for v, a in rijen] if als_regels else [Tabel((element.rijen[0], *rijen))]
    return {UEA: tuple(uit)}


@pytest.mark.parametrize(
    ("antwoord", "status"),
    [
        ("Alles is betaald", "aanwezig"), ("Wij lopen niet achter", "aanwezig"), ("Op orde", "aanwezig"),
        ("Nooit geweest", "aanwezig"), ("Wij zijn bij", "aanwezig"), ("Dat speelt bij ons niet", "aanwezig"),
        ("", "onvolledig"), ("Wij hebben een betalingsregeling", "onvolledig"), ("Volgt", "onvolledig"),
        ("Nog niet alles is betaald", "onvolledig"),
    ],
)  # fmt: skip
def test_exclusion_ground_answered_in_words(antwoord: str, status: str) -> None:
    assert statussen(_uea("Grond", "Nee", antwoord, "Nee"))["uea"] == status


@pytest.mark.parametrize("als_regels", [False, True])
@pytest.mark.parametrize(
    ("geschikt", "verzekerd", "uea", "polis"),
    [
        ("Wij voldoen daaraan.", "Onze dekking is € 3.000.000 per aanspraak.", "aanwezig", "aanwezig"),
        ("Dat doen wij.", "Wij zijn verzekerd.", "aanwezig", "aanwezig"),
        ("Dat doen wij.", "Verzekerd tot € 1.000.000 per aanspraak.", "aanwezig", "onvolledig"),
        ("Ja", "Wij zijn nog niet verzekerd.", "aanwezig", "ontbreekt"),
        ("", "", "onvolledig", "ontbreekt"),
    ],
)
def test_suitability_answered_in_words(
    geschikt: str, verzekerd: str, uea: str, polis: str, als_regels: bool
) -> None:
    gevonden = statussen(_uea("Vraag", geschikt, verzekerd, als_regels=als_regels))
    assert (gevonden["uea"], gevonden["polis_aansprakelijkheid"]) == (uea, polis)


@pytest.mark.parametrize(
    "zin",
    [
        "Wat wij hebben ingevuld klopt, er staan geen onjuiste gegevens in en er is niets met concurrenten "
        "afgestemd.",
        "Alles wat hierboven staat is waar. Er is niets vals opgegeven en de mededinging is niet verstoord.",
        "Elk antwoord is waar, er is niets verzonnen en er zijn geen afspraken gemaakt met andere "
        "inschrijvers.",
    ],
)
def test_statement_of_truth_in_own_words(zin: str) -> None:
    oud = (
        "Alle antwoorden zijn naar waarheid gegeven, er staan geen valse gegevens in en de mededinging "
        "is eerlijk verlopen."
    )
    assert statussen(vervang(VORM, (oud, zin)))["verklaring_waarheid"] == "aanwezig"


@pytest.mark.parametrize(
    ("dekking", "status"),
    [
        ("eigen risico € 100.000, verzekerd bedrag € 2.500.000 per gebeurtenis", "aanwezig"),
        ("€ 2.500.000 per gebeurtenis, eigen risico € 500", "aanwezig"),
        ("eigen risico € 2.500, verzekerd bedrag € 1.500.000 per gebeurtenis", "onvolledig"),
    ],
)
def test_own_risk_is_no_cover(dekking: str, status: str) -> None:
    polis = (
        Kop("Polisblad bedrijfsaansprakelijkheid"),
        Tabel((("Verzekeringnemer", "Stichting Verzonnen Haven"), ("Bedrijfsaansprakelijkheid", dekking))),
    )
    assert statussen({"polis.pdf": polis})["polis_aansprakelijkheid"] == status


@pytest.mark.parametrize(
    "regel",
    [
        "Stichting Verzonnen Haven, gevestigd te Voorbeeldstad, KvK 00000017",
        "Stichting Verzonnen Haven – Dorpsstraat 1, 8000 AA Voorbeeldstad",
        "Stichting Verzonnen Haven, vertegenwoordigd door A. Voorbeeld",
        "Stichting Verzonnen Haven (hierna: inschrijver)",
    ],
)
def test_name_ends_where_something_else_begins(regel: str) -> None:
    bid = dossier(vervang(VORM, ("Stichting Verzonnen Haven", regel)))
    assert bid.inschrijving.inschrijver == "Stichting Verzonnen Haven"


def test_places_behind_a_comma_in_names_of_houses() -> None:
    wijziging = vervang(
        "rekentool_gezinshuis.xlsx",
        ("Huis De Kade", "De Kade, Voorbeeldstad"),
        ("Huis De Steiger", "De Steiger, Verzonnenwaard"),
    )
    assert statussen(wijziging)["rekentool_gezinshuis"] == "aanwezig"


def test_condition_in_a_row_of_the_form_is_no_changed_form() -> None:
    rij = ("Toelichting", "Wij stemmen in op voorwaarde dat de tarieven worden geïndexeerd.")
    assert soorten(met_rij(VORM, "AGB-code (1 code)", rij))["sjabloon_gewijzigd"] == 0


def test_plan_under_other_headings_and_in_other_words() -> None:
    plan = (
        Kop("Plan van aanpak"),
        Kop("Kijken naar wat al lukt", 2),
        Alinea("Wij beginnen een gesprek bij de krachten van het gezin, en vragen pas daarna naar zorgen."),
        Kop("De mensen om het gezin", 2),
        Alinea("Een oma, buurvrouw of trainer schuift aan tafel aan; zij blijven als wij weer weg zijn."),
        Kop("Wat wij doen", 2),
        Alinea("Onze behandelaars kiezen uit de databank van het NJi en leren elke maand bij in intervisie."),
        Kop("Met de gemeente", 2),
        Alinea("De consulent weet wie zij belt en krijgt dezelfde dag antwoord van een vaste collega."),
    )
    assert statussen({PLAN: plan})["plan_van_aanpak"] == "aanwezig"
