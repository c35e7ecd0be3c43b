"""A document becomes passages with their place."""

from knowledge.sources.lines import lines_of_text
from knowledge.sources.split import split

TENDER = """ 1. Begrippen en definities

Jeugdige Een persoon die nog geen achttien jaar oud is en hulp krijgt van de gemeente.

Wettelijk verwijzer Iemand die naar de hulp mag doorverwijzen.

 2. Eisen aan de hulp
In dit hoofdstuk staan de eisen die voor alle aanbieders gelden, ook voor wie later instroomt.
2.1 Algemene eisen (1 t/m 4)
Nr. Kwaliteit
1 De aanbieder werkt volgens de wet en houdt zich aan de regels van de beroepsgroep.
2
De aanbieder heeft een klachtenregeling die voldoet aan het volgende:
1. Zij is gratis.
2. Zij is bekend bij de jeugdigen.
3 De aanbieder rapporteert ieder jaar over de voortgang van de hulp.
 Administratie
4 De aanbieder stuurt elke maand een declaratie naar de gemeente.
 Bijlage I - Formulier
Vul het formulier volledig in en stuur het mee met de andere stukken van de aanmelding.
"""


def test_every_eis_is_one_passage_with_its_lists() -> None:
    eisen = {p.vindplaats: p.tekst for p in split(lines_of_text(TENDER)) if p.soort == "eis"}
    assert list(eisen) == ["eis 1", "eis 2", "eis 3", "eis 4"]
    assert "gratis" in eisen["eis 2"] and "bekend bij de jeugdigen" in eisen["eis 2"]
    assert "Administratie" not in eisen["eis 3"]


def test_the_group_of_an_eis_is_among_its_titles() -> None:
    titles = {p.vindplaats: p.koppen[-1] for p in split(lines_of_text(TENDER)) if p.soort == "eis"}
    assert titles["eis 1"] == "Kwaliteit" and titles["eis 4"] == "Administratie"


def test_every_definition_is_a_passage_of_its_chapter() -> None:
    definitions = [p for p in split(lines_of_text(TENDER)) if p.soort == "definitie"]
    assert [p.vindplaats for p in definitions] == ["hoofdstuk 1", "hoofdstuk 1"]
    assert definitions[1].tekst.startswith("Wettelijk verwijzer")


def test_annexes_have_their_own_place() -> None:
    assert split(lines_of_text(TENDER))[-1].vindplaats == "bijlage I"


def test_lettered_eisen() -> None:
    rows = "".join(f"{letter} De partijen spreken samen af hoe zij dit doen.\n" for letter in "ABCDE")
    text = " 1. Inleiding\nEen eerste hoofdstuk met een paar woorden over het hoe en waarom van dit stuk.\n"
    text += (
        " 2. Convenant\nDe afspraken hieronder gelden voor beide partijen, zolang het contract loopt.\n"
        + rows
    )
    assert [p.vindplaats for p in split(lines_of_text(text)) if p.soort == "eis"] == [
        "eis A", "eis B", "eis C", "eis D", "eis E",
    ]  # fmt: skip


def test_without_numbers_the_heading_is_the_place() -> None:
    text = """Producten
Inleiding
Wij kopen hulp in bij aanbieders die passen bij wat onze jeugdigen en hun ouders nodig hebben.
Lichte hulp
Deze hulp is voor iedereen die met een paar gesprekken weer verder kan op eigen kracht.
Bekostiging
Inleiding
Betalen doen wij naar wat er geleverd is, en voor sommige vormen met een vast bedrag.
Eisen
Inleiding
Niet elke aanbieder komt in aanmerking; wij letten op kwaliteit en op een gezond bedrijf.
"""
    places = [p.vindplaats for p in split(lines_of_text(text))]
    assert places == [
        "Producten – Inleiding",
        "Producten – Lichte hulp",
        "Bekostiging – Inleiding",
        "Eisen – Inleiding",
    ]
