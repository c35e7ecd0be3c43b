"""Headings are told from list items and table rows by the logic of their numbers."""

from knowledge.sources.headings import find_headings
from knowledge.sources.lines import lines_of_text

DOCUMENT = """ 1. Inleiding
Dit document legt uit hoe de inkoop van hulp in deze streek werkt en wat wij ervan verwachten.
Onderwerpen in dit stuk:
1. Procedure
2. Voorwaarden
3. Hulp

 2 Procedure
Hier staat hoe een aanbieder zich kan aanmelden voor een of meer van de onderdelen hieronder.
2.1 Indienen
Dien in voor 1 mei. Daarna sluit het loket en nemen wij geen aanmeldingen meer in behandeling.
2.1.1 Vorm
Alleen digitaal, met een handtekening van iemand die daartoe namens de aanbieder bevoegd is.
 2.2 Planning
1 Plan van aanpak 50%
2 Locaties 50%
De tabel hierboven geeft aan hoe zwaar elk onderdeel meetelt in het eindcijfer van de beoordeling.

 3. Hulp
Dit hoofdstuk gaat over de hulp zelf en over de manier waarop die wordt toegewezen en betaald.
 Leeswijzer
Eerst komt een beschrijving en daarna volgen de eisen waaraan iedere aanbieder moet voldoen.
 Beschrijving
De hulp bestaat uit gesprekken en begeleiding, thuis of op school, zo licht als kan.
3.2.1 Doelgroep
Kinderen tot achttien jaar uit de deelnemende gemeenten en hun ouders of verzorgers.
"""


def headings() -> list[tuple[str, str, str]]:
    found = find_headings(lines_of_text(DOCUMENT))
    return [(found[p].soort, found[p].nummer, found[p].titel) for p in sorted(found)]


def test_chapters_are_a_chain_and_list_items_are_not() -> None:
    chapters = [(nummer, titel) for soort, nummer, titel in headings() if soort == "hoofdstuk"]
    assert chapters == [("1", "Inleiding"), ("2", "Procedure"), ("3", "Hulp")]


def test_paragraphs_at_every_depth_also_with_a_leading_space() -> None:
    numbers = [nummer for soort, nummer, _ in headings() if soort == "paragraaf"]
    assert numbers == ["2.1", "2.1.1", "2.2", "3.1", "3.2", "3.2.1"]


def test_lost_numbers_are_given_back() -> None:
    assert ("paragraaf", "3.1", "Leeswijzer") in headings()
    assert ("paragraaf", "3.2", "Beschrijving") in headings()


def test_rows_of_a_table_are_no_headings() -> None:
    titles = [titel for _, _, titel in headings()]
    assert not any("Plan van aanpak" in titel or "Locaties" in titel for titel in titles)


def test_annex_with_roman_number_but_not_a_mention_in_a_sentence() -> None:
    text = " Bijlage XII - Functies\nDe lijst met functies staat hieronder en wordt elk jaar herzien.\n"
    text += (
        "Zie ook\nBijlage III van het contract voor de regels die daarbij horen en voor de uitzonderingen.\n"
    )
    found = find_headings(lines_of_text(text))
    assert [(k.soort, k.nummer) for k in found.values() if k.soort == "bijlage"] == [("bijlage", "XII")]
