"""What sentences deny, refuse, reserve, charge for or agree to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.eisen.akkoord import is_akkoordverklaring
from compliance.eisen.ontkenning import (
    eindigt_toch,
    is_voornemen,
    komt_te_laat,
    maakt_voorbehoud,
    neemt_terug,
    ontkende_delen,
    vraagt_geld,
    wacht_niet_af,
    weigert,
)
from compliance.eisen.zoeker import varianten


@pytest.mark.parametrize(
    ("zin", "ontkent"),
    [
        ("Wij nemen met de verwijzer geen contact op.", True),
        ("Buiten kantoortijd hebben wij geen achterwacht.", True),
        ("Met de Toegang overleggen wij niet.", True),
        ("Wij stoppen nooit zonder overleg.", False),
        ("Wij doen dit niet alleen bij de start, maar ook daarna.", False),
        ("De overdracht duurt bij ons niet langer dan vier weken.", False),
        ("Als ouders dat niet willen, zoeken wij een andere weg.", False),
        ("Wij laten een gezin niet los.", False),
        ("Zonder toewijzing beginnen wij niet.", False),
        ("Onze hulp stopt niet in het weekend.", False),
        ("Wij wachten niet tot het misgaat.", False),
        ("Een plaatsing wordt niet gestopt zolang er geen nieuwe plek is.", False),
        ("Wij sturen het verzoek nooit aan de gemeente zonder de handtekening van de ouders.", False),
        ("Wij stellen geen plan op omdat de verwijzer dat doet.", True),
    ],
)
def test_denial(zin: str, ontkent: bool) -> None:
    assert bool(ondelen := ontkende_delen(zin)) is ontkent, ondelen


@pytest.mark.parametrize(
    ("zin", "voorbehoud"),
    [
        ("Wij schrijven in onder voorbehoud van goedkeuring van de tarieven door onze bank.", True),
        ("Met eis 58 gaan wij niet akkoord.", True),
        ("Voor extra overleg geldt als voorwaarde dat de gemeente de uren betaalt.", True),
        ("Op voorwaarde dat de tarieven worden geïndexeerd, leveren wij deze hulp.", True),
        ("Wij doen deze inschrijving zonder enig voorbehoud.", False),
        ("Onder voorbehoud van toestemming van ouders delen wij informatie met school.", False),
        ("Wij stellen geen voorbehouden bij deze inschrijving.", False),
        ("Wij leveren deze voorziening, mits de gemeente het tarief jaarlijks indexeert.", True),
        ("Blijft betaling uit, dan schorten wij de levering aan de gemeente op.", True),
        ("Verandert de prijs, dan vervalt onze inschrijving.", True),
        ("Wij behouden ons het recht voor de overeenkomst na een jaar open te breken.", True),
        ("Pas als de vergoeding is afgesproken, werken wij mee aan onderzoek van de gemeente.", True),
        ("Ouders mogen meekijken, mits de jongere dat goedvindt.", False),
        ("Wij stemmen zonder kanttekening in met de eisen uit het inkoopdocument.", False),
        ("De regie op het proces is voorbehouden aan de gemeente.", False),
    ],
)
def test_reservation(zin: str, voorbehoud: bool) -> None:
    assert maakt_voorbehoud(zin) is voorbehoud


@pytest.mark.parametrize(
    ("zin", "akkoord"),
    [
        ("Inschrijver stemt onvoorwaardelijk in met het inkoopdocument en alle bijlagen.", True),
        ("Wij gaan volledig akkoord met alle eisen en voorwaarden.", True),
        ("☒ Ondergetekende aanvaardt alle in de aanbestedingsstukken gestelde eisen.", True),
        ("☐ Ondergetekende aanvaardt alle in de aanbestedingsstukken gestelde eisen.", False),
        ("Alle bepalingen uit de tenderdocumenten worden door ons zonder voorbehoud onderschreven.", True),
        ("Ondergetekende conformeert zich onverkort aan het inkoopdocument met bijlagen.", True),
        ("Wij verklaren ons gebonden aan iedere eis en elke voorwaarde van deze aanbesteding.", True),
        ("Tegen het geheel van eisen, voorwaarden en nota's van inlichtingen zeggen wij volmondig ja.", True),
        ("Hierbij verklaart onze stichting volledig te voldoen aan het programma van eisen.", True),
        ("Akkoord met alle eisen en voorwaarden | ☒ ja ☐ nee", True),
        ("Akkoord met alle eisen en voorwaarden | Ja ☐ Nee ☒", False),
        ("Akkoord met alle eisen en voorwaarden | ☐ ja ☐ nee ☒ zie toelichting", False),
        ("Gaat u geheel akkoord met het inkoopdocument? | Ja", True),
        ("Gaat u geheel akkoord met het inkoopdocument? | Nee", False),
        ("Gaat u geheel akkoord met het inkoopdocument?", False),
        ("Onze panden voldoen aan alle wettelijke eisen en voorwaarden.", False),
        ("Wij accepteren alle eisen en voorwaarden, behalve de indexering.", False),
        ("Onder de aanname dat tarieven stijgen, aanvaarden wij alle aanbestedingsstukken.", False),
        ("Tenzij de tarieven dalen, onderschrijven wij alle eisen uit de aanbestedingsstukken.", False),
        ("Wij gaan akkoord met alle eisen en voorwaarden, mits de tarieven stijgen.", False),
        ("Wij gaan akkoord met alle eisen, met uitzondering van eis 58.", False),
        ("Wij gaan volledig akkoord met de eisen uit hoofdstuk 8 van het inkoopdocument.", False),
        ("Wij gaan niet akkoord met alle voorwaarden van het inkoopdocument.", False),
        ("Voor zover haalbaar stemmen wij in met alle eisen en voorwaarden.", False),
        ("De ondernemer voldoet aan alle gestelde geschiktheidseisen.", False),
        ("Onze onderaannemers gaan akkoord met alle voorwaarden van ons.", False),
    ],
)
def test_blanket_declaration(zin: str, akkoord: bool) -> None:
    assert is_akkoordverklaring(zin) is akkoord


@pytest.mark.parametrize(
    ("functie", "zin", "verwacht"),
    [
        (weigert, "Jongeren met een verslaving nemen wij niet aan.", True),
        (weigert, "Afkomst is voor ons geen reden om iemand te weigeren.", False),
        (vraagt_geld, "Wij brengen € 40 in rekening voor het kopiëren.", True),
        (
            vraagt_geld,
            "Het dossier gaat over zonder dat wij daarvoor iets in rekening brengen; het is gratis.",
            False,
        ),
        (vraagt_geld, "Onze omzet is € 3 miljoen.", False),
        (komt_te_laat, "De Toegang informeren wij achteraf.", True),
        (komt_te_laat, "Pas na overleg en akkoord van de Toegang stoppen wij.", False),
        (komt_te_laat, "Wij stoppen zonder overleg met de Toegang.", True),
        (komt_te_laat, "Wij stoppen nooit zonder overleg met de Toegang.", False),
        (eindigt_toch, "Het verblijf eindigt dan, ook als er nog geen vervolgplek is.", True),
        (eindigt_toch, "Wij blijven betrokken, ook als het even niet lukt.", False),
    ],
)
def test_other_tells(functie: object, zin: str, verwacht: bool) -> None:
    assert callable(functie)
    assert functie(zin) is verwacht


@given(st.text())
def test_any_sentence_is_read(zin: str) -> None:
    for functie in (weigert, vraagt_geld, komt_te_laat, eindigt_toch, maakt_voorbehoud, is_akkoordverklaring):
        assert functie(zin) in (True, False)
    assert all(deel for deel in ontkende_delen(zin))


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("Meisjes worden bij ons geweigerd.", True),
        ("Het komt nooit voor dat wij een kind niet aannemen vanwege zijn herkomst.", False),
        ("Jongeren met een alcoholprobleem komen niet in aanmerking.", True),
    ],
)
def test_double_denial_refuses_nobody(zin: str, verwacht: bool) -> None:
    assert weigert(zin) is verwacht


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("De begeleider gaat aan de slag; het bericht van de gemeente wordt daarvoor niet afgewacht.", True),
        ("Wij wachten op het bericht van de gemeente en beginnen dan.", False),
        ("De hulp begint, ook als de toewijzing nog niet binnen is.", True),
        ("Alleen bij gevaar wachten wij het bericht niet af.", False),
    ],
)
def test_beginning_without_waiting(zin: str, verwacht: bool) -> None:
    assert wacht_niet_af(zin) is verwacht


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("Behalve in de laatste week van het jaar, dan is iedereen vrij.", True),
        ("Behoudens de uitzonderingen die de wet maakt.", False),
        ("Zie ook het handboek op onze site.", False),
    ],
)
def test_note_that_takes_back(zin: str, verwacht: bool) -> None:
    assert neemt_terug(zin) is verwacht


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("Wij zijn van plan om in 2024 een jongerenraad op te richten.", True),
        ("In de loop van 2023 gaan wij de wachttijd publiceren.", True),
        ("Wij publiceren de wachttijd elke maand.", False),
        ("Wij zullen de gemeente binnen een dag bellen.", False),
    ],
)
def test_plans_for_later(zin: str, verwacht: bool) -> None:
    assert is_voornemen(zin) is verwacht


@pytest.mark.parametrize(
    ("term", "vorm"),
    [
        ("accountant+dragen wij", "accountant+draagt"),
        ("verbeterplan+stellen wij niet op", "verbeterplan+stelt niet op"),
        ("intensiteit+waarvoor wij niet zijn ingeschreven", "intensiteit+waarvoor niet ingeschreven"),
        ("inspectie+lezen wij", "inspectie+leest"),
        ("klacht+gratis", "klacht+gratis"),
    ],
)
def test_terms_in_the_third_person(term: str, vorm: str) -> None:
    assert vorm in varianten(term)
    assert varianten(term)[0] == term
