"""The status of an eis from what a bid says, in words unlike the catalogue's."""

import pytest

from knowledge.documents import Blok, Document, Soort
from tests.compliance.eisen.inschrijvingen import document, oordelen

GEVONDEN = {"aangetoond", "deels"}

STRIJDIG = [
    ("47", "Berichten", "De startberichten 305 versturen wij in één keer aan het einde van de maand."),
    ("43", "Declareren", "Elke maand declareren wij, steeds binnen vijftig dagen na afloop van de maand."),
    ("53", "Cijfers", "De productieverantwoording volgt voor het einde van het eerste kwartaal."),
    (
        "45",
        "Start",
        "De hulp begint zodra er een plek is; op het 301-bericht van de gemeente wordt niet gewacht.",
    ),
    (
        "12",
        "Klachten",
        "Onze klachtenfunctionaris streeft naar afhandeling van een klacht binnen tien weken na ontvangst.",
    ),
    ("12", "Klachtrecht", "Op elke klacht volgt een besluit, doorgaans binnen twee maanden."),
    ("12", "Klachten", "Voor het behandelen van een klacht vragen wij een bijdrage van € 25."),
    (
        "14",
        "Vrijwilligers",
        "Met elke vrijwilliger voert de coördinator eens per jaar een evaluatiegesprek; een VOG is vereist.",
    ),
    ("13", "Medezeggenschap", "De raad van bestuur spreekt de cliëntenraad om het jaar."),
    ("15", "Wachtlijst", "Wachttijden publiceren wij niet; ze zijn op te vragen bij het secretariaat."),
    ("16", "Vakanties", "In de zomervakantie en rond kerst zijn wij gesloten en vindt er geen hulp plaats."),
    (
        "19",
        "Terugval",
        "Is binnen zes weken na afsluiting dezelfde hulp opnieuw nodig, dan starten we weer; "
        "daarna geldt de gewone aanmelding.",
    ),
    (
        "20",
        "Overdracht",
        "Een nieuwe zorgaanbieder ontvangt het complete dossier binnen twee maanden na de overstap.",
    ),
    (
        "20",
        "Overdracht",
        "Het dossier wordt binnen vier weken overgedragen. Voor het kopiëren rekenen we administratiekosten.",
    ),
    ("21", "Aanmelden", "Jongeren boven de zestien nemen wij vanwege hun leeftijd niet aan."),
    ("27", "Vertrouwenspersoon", "Jeugdigen kunnen bij ons geen beroep doen op een vertrouwenspersoon."),
    ("28", "Volwassen worden", "Voor jongeren stellen we vanaf 17,5 jaar een toekomstplan op."),
    ("30", "Calamiteiten", "Een calamiteit wordt binnen drie weken bij de inspectie gemeld."),
    ("35", "Declareren", "Wij declareren de hulp uiterlijk vier maanden na de maand waarin die is geleverd."),
    ("43", "Declareren", "Declaraties dienen wij eens per kwartaal in."),
    ("47", "Berichten", "Het startbericht sturen wij binnen drie weken na de eerste afspraak."),
    ("53", "Verantwoording", "De productieverantwoording leveren wij uiterlijk 1 mei aan."),
    (
        "58",
        "Accountant",
        "De kosten van de accountantscontrole brengen wij voor de helft in rekening bij de gemeenten.",
    ),
    ("61", "Controle", "Voor het aanleveren van sturingsinformatie rekenen wij een uurtarief van € 95."),
    ("83", "Evaluatie", "Het hulpverleningsplan evalueren we jaarlijks met de jeugdige."),
]

NIET_STRIJDIG = [
    ("12", "Klachten", "Ieder kwartaal bespreekt het team hoe het aantal klachten omlaag kan."),
    ("43", "Declareren", "Elke maand declareren wij, steeds binnen dertig dagen na afloop van de maand."),
    (
        "81",
        "Regie",
        "Speelt er iets op meer leefgebieden, dan bellen wij de Toegang zodat die de procesregie kan voeren.",
    ),
    ("12", "Klachten", "Elke klacht handelen wij binnen zes weken af. Wij bewaren klachtdossiers vijf jaar."),
    (
        "14",
        "Vrijwilligers",
        "Vrijwilligers hebben een geldige VOG. Elk voorjaar en elk najaar is er een evaluatiegesprek.",
    ),
    ("14", "Vrijwilligers", "Zonder geldige VOG gaat geen vrijwilliger aan het werk."),
    (
        "19",
        "Terugval",
        "Is dezelfde hulp binnen vier maanden na het einde opnieuw nodig, dan hervatten we die direct.",
    ),
    (
        "20",
        "Overdracht",
        "Binnen drie weken na de overgang ligt het volledige dossier bij de nieuwe aanbieder, zonder kosten.",
    ),
    (
        "21",
        "Niet passend",
        "Past een verwijzing niet, dan zoeken we met de jeugdige contact met de Toegang. Geloof "
        "is nooit reden om iemand te weigeren.",
    ),
    ("22", "Stoppen", "Tussentijds stoppen doen we nooit zonder eerst met de Toegang te overleggen."),
    (
        "28",
        "Volwassen worden",
        "Vanaf 16,5 jaar maken we met de jongere een toekomstplan, dat we voor de zeventiende "
        "verjaardag bespreken met de gemeente.",
    ),
    ("43", "Declareren", "Wij declareren maandelijks, uiterlijk 30 dagen na afloop van de maand."),
    ("45", "Start", "Zonder toewijzingsbericht (301) starten wij niet, tenzij er sprake is van crisis."),
    (
        "83",
        "Evaluatie",
        "Met jeugdige en ouders maken we een hulpverleningsplan, dat we elk kwartaal en aan het "
        "eind evalueren.",
    ),
]


@pytest.mark.parametrize(("eis", "kop", "tekst"), STRIJDIG)
def test_a_clash_is_seen(eis: str, kop: str, tekst: str) -> None:
    gevonden, _ = oordelen(document("plan.pdf", f"# {kop}", tekst))
    assert gevonden[eis].status == "strijdig", gevonden[eis].toelichting
    assert gevonden[eis].bewijs[0].citaat in tekst


@pytest.mark.parametrize(("eis", "kop", "tekst"), NIET_STRIJDIG)
def test_a_promise_kept_is_no_clash(eis: str, kop: str, tekst: str) -> None:
    gevonden, _ = oordelen(document("plan.pdf", f"# {kop}", tekst))
    assert gevonden[eis].status in GEVONDEN, gevonden[eis].toelichting
    strijdig = [id for id, oordeel in gevonden.items() if oordeel.status == "strijdig"]
    assert strijdig == []


def test_ground_told_in_other_words_in_the_sentence_before() -> None:
    tekst = "Onze huizen leven vanuit een geloofsovertuiging. Wie die niet deelt, kunnen wij niet plaatsen."
    gevonden, _ = oordelen(document("plan.pdf", "# Voor wie", tekst), percelen=[8], vormen=["wonen"])
    assert gevonden["21"].status == "strijdig"


def test_not_addressed_depends_on_the_blanket_declaration() -> None:
    tekst = document("plan.pdf", "# Over ons", "Wij werken sinds 2009 in Salland met drie kleine teams.")
    met, _ = oordelen(tekst)
    zonder, _ = oordelen(tekst, akkoord=False)
    assert {o.status for o in met.values()} == {"verklaard", "nvt"}
    assert {o.status for o in zonder.values()} == {"ontbreekt", "nvt"}
    assert met["12"].bewijs[0].bestand == "bijlage.pdf"


def test_not_applicable() -> None:
    gevonden, _ = oordelen(document("plan.pdf", "Tekst."), percelen=[1])
    assert {gevonden[id].status for id in ("2", "36", "88", "101", "105", "A")} == {"nvt"}
    assert "vervallen" in gevonden["36"].toelichting
    assert len(gevonden) == 121


def test_eis_number_in_heading_ties_the_text_below_it() -> None:
    tekst = "Wij doen dit in overleg met alle betrokkenen en leggen de afspraken vast."
    met, _ = oordelen(document("plan.pdf", "# Tijdelijke afwezigheid (eis 18)", tekst))
    zonder, _ = oordelen(document("plan.pdf", "# Overleg", tekst))
    assert met["18"].status in GEVONDEN
    assert zonder["18"].status == "verklaard"


def rij(*cellen: str) -> Blok:
    return Blok(" | ".join(cellen), Soort.TABELRIJ, 1, cellen=cellen, tabel="t1")


def test_table_that_only_ticks_is_no_evidence_but_a_refusal_is() -> None:
    tabel = [rij("Eis", "Akkoord"), rij("17", "Akkoord"), rij("18", "Niet akkoord")]
    gevonden, _ = oordelen(document("plan.pdf", *tabel), akkoord=False)
    assert gevonden["17"].status == "verklaard"
    assert gevonden["18"].status == "strijdig"
    assert gevonden["19"].status == "ontbreekt"


def test_table_row_with_an_answer_is_evidence_for_its_eis() -> None:
    tabel = [
        rij("Eis", "Onze werkwijze"),
        rij("47", "Wij versturen dit bericht binnen vijf werkdagen na de eerste afspraak."),
    ]
    gevonden, _ = oordelen(document("plan.pdf", *tabel))
    assert gevonden["47"].status == "aangetoond"
    assert gevonden["47"].bewijs[0].citaat.startswith("Wij versturen")


def test_missing_sub_element_is_named() -> None:
    tekst = "Na de overgang naar een andere aanbieder krijgt die het complete dossier binnen vier weken."
    gevonden, _ = oordelen(document("plan.pdf", "# Dossieroverdracht", tekst))
    assert gevonden["20"].status == "deels"
    assert "kost" in gevonden["20"].toelichting


def test_reservation_is_a_finding_and_names_its_passage() -> None:
    tekst = "Wij maken het voorbehoud dat de tarieven jaarlijks worden aangepast aan de cao."
    _, bevindingen = oordelen(document("plan.pdf", "# Slot", tekst))
    assert [(b.soort, b.ernst, b.bewijs[0].citaat) for b in bevindingen] == [
        ("voorbehoud", "knock-out", tekst)
    ]


def test_documents_that_disagree_on_a_norm() -> None:
    een = document(
        "klachtenregeling.pdf", "# Termijn", "Een klacht is uiterlijk negen weken na indiening afgehandeld."
    )
    ander = document("kwaliteitsplan.pdf", "# Klachten", "Elke klacht wordt binnen zes weken afgehandeld.")
    _, bevindingen = oordelen(een, ander)
    assert [b.soort for b in bevindingen] == ["tegenstrijdig"]
    assert {b.bestand for b in bevindingen[0].bewijs} == {"klachtenregeling.pdf", "kwaliteitsplan.pdf"}


def test_an_empty_bid_is_judged() -> None:
    gevonden, bevindingen = oordelen(akkoord=False)
    assert {o.status for o in gevonden.values()} == {"ontbreekt", "nvt"}
    assert bevindingen == ()


def test_unknown_percelen_leave_what_holds_for_every_perceel() -> None:
    klachten = document(
        "plan.pdf", "# Klachten", "Een klacht handelen wij binnen acht weken na indiening af."
    )
    gevonden, _ = oordelen(klachten, percelen=(), akkoord=False)
    assert gevonden["12"].status == "strijdig"
    assert gevonden["16"].status == "ontbreekt"
    assert {gevonden[eis].status for eis in ("67", "88", "105", "A", "2", "36")} == {"nvt"}
    assert "niet gevonden" in gevonden["88"].toelichting


def test_footnote_that_takes_back_a_promise() -> None:
    gevonden, bevindingen = oordelen(
        document(
            "plan.docx",
            "# Eis 16 Weekend en vakantie",
            "Hulp die in het weekend of op een feestdag nodig is gaat door, ook in de vakanties.¹",
            Blok("Behalve in de maand augustus, dan is ons pand dicht.", Soort.VOETNOOT, 1, plaats="1"),
        )
    )
    assert gevonden["16"].status == "strijdig"
    assert "augustus" in gevonden["16"].bewijs[0].citaat
    assert [b.soort for b in bevindingen] == ["voorbehoud"]


@pytest.mark.parametrize(
    ("belofte", "status"),
    [
        ("Wij onderzoeken of wij twee keer per jaar met de vrijwilliger kunnen evalueren.", "deels"),
        ("In de loop van 2024 gaan wij twee keer per jaar met de vrijwilliger evalueren.", "strijdig"),
    ],
)
def test_plan_for_later_shows_nothing_yet_and_a_start_after_the_contract_is_too_late(
    belofte: str, status: str
) -> None:
    gevonden, _ = oordelen(
        document(
            "plan.docx",
            "# Vrijwilligers",
            "Vrijwilligers hebben een VOG; een beroepskracht begeleidt hen en bewaakt de kwaliteit.",
            belofte,
        )
    )
    assert gevonden["14"].status == status


def test_workbook_of_answers() -> None:
    rijen = [
        ("Antwoorden op de eisen", "", ""),
        ("Eis", "Onderwerp", "Antwoord"),
        ("47", "startbericht", "Het bericht 305 versturen wij binnen drie weken na de eerste afspraak."),
    ]
    blad = Document(
        "antwoorden.xlsx",
        "xlsx",
        tuple(
            Blok(" | ".join(cel for cel in rij if cel), Soort.TABELRIJ, cellen=rij, tabel="Blad1")
            for rij in rijen
        ),
    )
    gevonden, _ = oordelen(blad)
    assert gevonden["47"].status == "strijdig"
    assert gevonden["47"].bewijs[0].bestand == "antwoorden.xlsx"
