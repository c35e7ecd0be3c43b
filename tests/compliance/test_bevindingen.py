"""Findings on the bid as a whole, each with a bid that has it and one that has not."""

from typing import Any

import pytest

from compliance.demo.bestanden import Alinea, Kop, Tabel
from tests.compliance.bod import met, met_rij, rapport, soorten, vervang

VORM, PLAN, UEA = "bijlage_I_invulsjabloon.docx", "plan_van_aanpak.pdf", "uea.pdf"


def test_demo_has_the_mistakes_it_was_made_with_and_no_others() -> None:
    gevonden = {b.soort for b in rapport().bevindingen}
    assert gevonden == {
        "vervallen_document",
        "tegenstrijdig",
        "voorbehoud",
        "intensiteit",
        "referentie",
        "financieel",
    }


def _percelen(*gekozen: int, vorm: str = "gezinshuis") -> dict[str, Any]:
    """The demo form with only these percelen ticked, and another vorm of wonen."""
    from compliance.demo.inhoud import BESTANDEN

    uit = []
    for element in BESTANDEN[VORM]:
        if isinstance(element, Tabel) and element.rijen[0][0] == "Perceel":
            rijen = [
                (n, o, "Ja" if n.isdigit() and int(n) in gekozen else "Nee") for n, o, _ in element.rijen[1:]
            ]
            element = Tabel((element.rijen[0], *rijen))
        elif isinstance(element, Tabel):
            element = Tabel(
                tuple(tuple(cel.replace("gezinshuis", vorm) for cel in rij) for rij in element.rijen)
            )
        uit.append(element)
    uea = vervang(UEA, ("1 en 8", ", ".join(map(str, gekozen))))
    return {VORM: tuple(uit)} | uea


@pytest.mark.parametrize(
    ("percelen", "vorm", "aantal"),
    [
        ((1, 8), "gezinshuis", 0), ((8,), "gezinshuis", 0), ((8,), "zorgboerderij", 0),
        ((8,), "woongroep", 1),
        ((6, 8), "woongroep", 0), ((1, 3), "gezinshuis", 1), ((7,), "gezinshuis", 1),
        ((1, 7), "gezinshuis", 0),
        ((9,), "gezinshuis", 0), ((6,), "gezinshuis", 0), ((1, 3, 5), "gezinshuis", 1),
    ],
)  # fmt: skip
def test_percelen_that_go_together(percelen: tuple[int, ...], vorm: str, aantal: int) -> None:
    assert soorten(_percelen(*percelen, vorm=vorm))["perceelcombinatie"] == aantal


def test_dyslexie_needs_both_services() -> None:
    def ed(behandeling: str) -> dict[str, Any]:
        wijziging = _percelen(9)
        tabel = Tabel(
            (("Voorziening", "Ja / nee"), ("Diagnostiek ED", "ja"), ("Behandeling ED", behandeling))
        )
        return wijziging | {VORM: (*wijziging[VORM], tabel)}

    assert soorten(ed("ja"))["perceelcombinatie"] == 0
    assert soorten(ed("nee"))["perceelcombinatie"] == 1


@pytest.mark.parametrize(
    ("moment", "aantal"),
    [
        ("18 juli 2022", 0), ("19 juli 2022", 1), ("18-07-2022 10:59", 0), ("18-07-2022 11:30", 1),
        ("18 juli 2022 om 14.05 uur", 1), ("1 augustus 2022", 1),
    ],
)  # fmt: skip
def test_signed_after_the_closing(moment: str, aantal: int) -> None:
    assert soorten(vervang(VORM, ("13 juli 2022", moment)))["te_laat"] == aantal


ENGELS = (
    "We offer a wide range of services to families in the region and work closely with schools. Our staff "
    "is trained in methods that have been proven to be effective, and the results are measured by "
    "independent researchers. This approach is described in the annual report on our website."
)


def test_english_is_not_dutch() -> None:
    assert soorten(met(PLAN, Alinea(ENGELS)))["taal"] == 1
    kort = "Wij gebruiken Safe and Together en de methode Signs of Safety, met het web van The Family Star."
    assert soorten(met(PLAN, Alinea(kort)))["taal"] == 0


@pytest.mark.parametrize(
    ("zin", "aantal"),
    [
        ("Voor ambulante hulp hanteren wij een tarief van € 98,50 per uur.", 1),
        ("Ons inschrijftarief voor het gezinshuis is € 265,00 per etmaal.", 1),
        ("Wij bieden 3% korting op alle tarieven.", 1),
        ("Wij werken voor het vaste tarief van € 173,86 per etmaal voor intensiteit D.", 0),
        ("Een dagje uit kost ons ongeveer € 12 per jeugdige.", 0),
        ("De huur van het huis bedraagt € 2.400 per maand.", 0),
    ],
)
def test_own_prices(zin: str, aantal: int) -> None:
    assert soorten(met(PLAN, Alinea(zin)))["prijs"] == aantal


@pytest.mark.parametrize(
    ("wijziging", "aantal"),
    [
        (vervang(UEA, ("€ 2.000.000", "€ 1.000.000")), 1),
        (vervang(VORM, ("ten minste 90 dagen", "30 dagen")), 1),
        (
            vervang(VORM, ("en met alle eisen en voorwaarden daarin", "met uitzondering van eis 58")),
            0,
        ),  # a reservation
        (met(VORM, Alinea("Wij hebben vraag 3 van dit formulier geschrapt omdat die niet past.")), 1),
        (met(VORM, Alinea("De voorgedrukte vraag paste niet; die hebben we weggehaald.")), 1),
        (met(VORM, Alinea("De voorgedrukte tekst mag niet worden gewijzigd.")), 0),
        (met(PLAN, Alinea("Onze intake is in 2021 aangepast na overleg met ouders.")), 0),
    ],
)
def test_changed_templates(wijziging: dict[str, Any], aantal: int) -> None:
    assert soorten(wijziging)["sjabloon_gewijzigd"] == aantal


def test_covering_letter() -> None:
    brief = (
        Alinea("Aan het Regionaal Serviceteam Jeugd"), Alinea("Betreft: inschrijving percelen 1 en 8"),
        Alinea("Geachte heer, mevrouw,"), Alinea("Hierbij ontvangt u onze inschrijving op de aanbesteding."),
        Alinea("Met vriendelijke groet, de bestuurder"),
    )  # fmt: skip
    assert soorten({"brief.pdf": brief})["aanbiedingsbrief"] == 1
    assert soorten()["aanbiedingsbrief"] == 0


def test_a_file_that_can_not_be_read() -> None:
    assert soorten({"bijlage.pdf": b"%PDF-1.4 kapot"})["onleesbaar"] == 1
    assert soorten({"bijlage.docx": b""})["onleesbaar"] == 1


def test_documents_that_differ() -> None:
    assert soorten()["tegenstrijdig"] == 0
    assert soorten(vervang(UEA, ("1 en 8", "3 en 8")))["tegenstrijdig"] == 1
    assert soorten(vervang(UEA, ("00000017", "00000018")))["tegenstrijdig"] == 1
    meer_plaatsen = met_rij(
        "bijlage_I_invulsjabloon.docx", "Locatie", ("Huis De Kade", "gezinshuis", "D", "7")
    )
    assert soorten(meer_plaatsen)["tegenstrijdig"] == 1


def _ggz(*rijen: tuple[str, str]) -> dict[str, Any]:
    wijziging = _percelen(3)
    tabel = Tabel((("Voorwaarde", "Invulling"), *rijen))
    fte = Tabel(
        (("TG1", "TG2", "TG3", "TG4", "TG5", "TG6", "TG7"), ("0", "2", "3", "2", "1,5", "0,8", "0,4"))
    )
    return wijziging | {VORM: (*wijziging[VORM], Kop("Onderbouwing", 2), tabel, fte)}


@pytest.mark.parametrize(
    ("rijen", "aantal"),
    [
        ((("Toepasselijke cao", "cao ggz"),), 0),
        ((("Toepasselijke cao", "cao Jeugdzorg"),), 1),
        ((("Omzet uit de Jeugdwet 2021", "€ 240.000"),), 1),
        ((("Omzet uit de Jeugdwet 2021", "€ 250.000"),), 0),
        ((("Behandelaren in loondienst", "4,2 fte"),), 1),
        ((("Behandelaren in loondienst", "5,0 fte"),), 0),
    ],
)
def test_conditions_of_a_perceel(rijen: tuple[tuple[str, str], ...], aantal: int) -> None:
    assert soorten(_ggz(*rijen))["tariefgroep"] == aantal


def test_systeemaanbieder_without_heavy_verblijf() -> None:
    assert soorten(_percelen(2, 8))["tariefgroep"] == 1


def test_function_in_the_wrong_tariefgroep() -> None:
    def tabel(groep: str) -> dict[str, Any]:
        return met(VORM, Tabel((("Functie", "Tariefgroep"), ("GZ-psycholoog", groep), ("Psychiater", "7"))))

    assert soorten(tabel("5"))["tariefgroep"] == 0
    assert soorten(tabel("7"))["tariefgroep"] == 1


def test_row_added_to_a_table_is_read() -> None:
    rij = met_rij(VORM, "Huis De Steiger", ("Huis De Sluis", "gezinshuis", "F", "4"))
    assert soorten(rij)["intensiteit"] == soorten()["intensiteit"] + 1
