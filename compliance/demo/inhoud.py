"""The texts of the demo bid. Names, numbers and places are made up and say so.

Its mistakes, so that a report has something to show: an extract that is too old, two terms for one complaint,
a reservation in a footnote, a gezinshuis reckoned with 90% occupancy, and a second reference of long ago.
"""

from typing import Any

from compliance.demo.bestanden import Alinea, Kop, Noot, Tabel

NAAM = "Stichting Verzonnen Haven"

_INVULSJABLOON = (
    Kop("Bijlage I - Invulsjabloon Jeugdhulp Voorzieningen"),
    Kop("1. Gegevens inschrijver", 2),
    Tabel(
        (
            ("Onderdeel", "Antwoord"),
            ("Statutaire naam", NAAM),
            ("Rechtsvorm", "Stichting"),
            ("Vestigingsplaats", "Voorbeeldstad"),
            ("KvK-nummer", "00000017"),
            ("AGB-code (1 code)", "00000042"),
            ("Schrijft in als", "Zelfstandig inschrijver"),
            ("Combinatie", "Nee"),
            ("Beroep op derden", "Nee"),
            ("Onderdeel van een holding of concern", "Nee"),
        )
    ),
    Kop("2. Percelen", 2),
    Tabel(
        (
            ("Perceel", "Omschrijving", "Inschrijving"),
            ("1", "Specialistische Jeugdhulpaanbieder", "Ja"),
            ("2", "Systeemaanbieder", "Nee"),
            ("3", "Ambulant individueel - GGZ 1", "Nee"),
            ("4", "Ambulant individueel - GGZ 2", "Nee"),
            ("5", "Ambulant individueel - GGZ 3", "Nee"),
            ("6", "Ambulant Groepsaanbod", "Nee"),
            ("7", "Voorzieningfinanciering", "Nee"),
            ("8", "Wonen verblijf", "Ja"),
            ("9", "Ernstige Dyslexie (ED)", "Nee"),
        )
    ),
    Kop("3. Intensiteiten en capaciteit", 2),
    Tabel(
        (
            ("Locatie", "Vorm", "Intensiteit", "Plaatsen"),
            ("Huis De Kade", "gezinshuis", "D", "5"),
            ("Huis De Steiger", "gezinshuis", "E", "4"),
        )
    ),
    Kop("4. Verklaringen", 2),
    Alinea(
        "☒ Alle antwoorden zijn naar waarheid gegeven, er staan geen valse gegevens in en de mededinging "
        "is eerlijk verlopen."
    ),
    Alinea(
        "☒ Wij stemmen zonder voorwaarden in met het inkoopdocument en met alle eisen en voorwaarden daarin."
    ),
    Alinea("☒ De jaarrekening 2021 bevat geen negatieve continuïteitsverwachting."),
    Alinea("☒ Deze inschrijving doen wij ten minste 90 dagen gestand."),
    Kop("5. Ondertekening", 2),
    Tabel(
        (
            ("Functie ondertekenaar", "Bestuurder"),
            ("Plaats en datum", "Voorbeeldstad, 13 juli 2022"),
            ("Handtekening", "w.g. de bestuurder"),
        )
    ),
)

_PLAN = (
    Kop("Plan van aanpak Normaliseren"),
    Alinea(f"{NAAM} (verzonnen organisatie), perceel 1"),
    Kop("1. Positieve gezondheid", 2),
    Alinea("Een gesprek begint bij ons met wat lukt. Positieve gezondheid helpt een gezin aan eigen woorden; "
        "het web met zes kanten hangt in elke spreekkamer."),
    Kop("2. Jeugdige, gezin en netwerk", 2),
    Alinea("Het sociale netwerk zit vanaf de eerste week aan tafel. Een jeugdige kiest zelf een steunfiguur, "
        "en wij sluiten aan bij het perspectief van het gezin."),
    Alinea("Samen met jeugdige en ouders stellen wij binnen vier weken een hulpverleningsplan op. Ouders en "
        "jeugdigen vanaf 12 jaar tekenen het plan. Elk halfjaar kijken wij samen terug."),
    Kop("3. Kennis en interventies", 2),
    Alinea("Wij werken met interventies uit de databank van het NJi en toetsen onze actuele kennis elk "
        "kwartaal. Wat niet werkt, stopt."),
    Kop("4. Samenwerking met de toegang", 2),
    Alinea("Elke lokale toegang heeft bij ons één vaste collega. Wij starten pas na een toewijzing en sturen "
        "het startbericht binnen vijf werkdagen."),
    Alinea("Een klacht is uiterlijk zes weken na ontvangst afgehandeld; een onafhankelijke "
        "vertrouwenspersoon is voor iedereen gratis bereikbaar."),
    Alinea("Wij houden een wachtlijst bij en bellen wie wacht elke twee weken. Duurt wachten te lang, dan "
        "zoeken wij met de toegang naar een andere plek."),
    Kop("5. Binnen twee jaar op eigen benen", 2),
    Alinea("Afronden begint bij de start. Na twee jaar staan gezinnen weer op eigen benen; de steunfiguur "
        "blijft. Vanaf 16,5 jaar maken wij met de jeugdige een toekomstplan voor wonen, werk, school, geld "
        "en hulp."),
    Alinea("Bij overdracht gaat het dossier binnen vier weken naar de volgende aanbieder.(1)"),
    Noot("1. Onder voorbehoud van een hoger tarief in 2024: zonder die verhoging behouden wij ons het recht "
        "voor om het aantal plaatsen te verlagen."),
)  # fmt: skip

_KLACHTEN = (
    Kop("Klachtenregeling"),
    Alinea(f"Deze regeling geldt voor iedereen die hulp krijgt van {NAAM}."),
    Alinea("De klachtenfunctionaris bevestigt de ontvangst binnen een week en vertelt hoe het verder gaat."),
    Alinea("De behandeling van een klacht duurt hooguit acht weken, gerekend vanaf de dag van indienen."),
    Alinea("Wij houden een register van klachten bij en bespreken elk kwartaal wat wij ervan leren."),
)

_KVK = (
    Kop("Uittreksel Handelsregister Kamer van Koophandel"),
    Alinea("Voorbeeld: dit register en deze organisatie bestaan niet."),
    Tabel(
        (
            ("KvK-nummer", "00000017"),
            ("Statutaire naam", NAAM),
            ("Rechtsvorm", "Stichting"),
            ("Datum akte van oprichting", "04-05-2010"),
            ("Functie", "Bestuurder"),
            ("Datum in functie", "01-02-2016"),
            ("Bevoegdheid", "Alleen/zelfstandig bevoegd"),
        )
    ),
    Alinea("Datum uittreksel: 03-01-2022"),
)

_UEA = (
    Kop("Uniform Europees Aanbestedingsdocument (UEA)"),
    Kop("Deel II: Gegevens over de ondernemer", 2),
    Tabel(
        (
            ("Vraag", "Antwoord"),
            ("Naam", NAAM),
            ("Inschrijvingsnummer handelsregister", "00000017"),
            ("Doet de ondernemer mee als combinatie?", "Nee"),
            ("Percelen waarvoor wordt ingeschreven", "1 en 8"),
            ("Doet de ondernemer een beroep op de draagkracht van andere entiteiten?", "Nee"),
        )
    ),
    Kop("Deel III: Uitsluitingsgronden", 2),
    Tabel(
        (
            ("Grond", "Van toepassing?"),
            ("Deelneming aan een criminele organisatie", "Nee"),
            ("Niet-betaling van belastingen", "Nee"),
            ("Niet-betaling van sociale premies", "Nee"),
        )
    ),
    Kop("Deel IV: Selectiecriteria", 2),
    Tabel(
        (
            ("Vraag", "Antwoord"),
            ("Voldoet de ondernemer aan alle gestelde geschiktheidseisen?", "Ja"),
            ("Verzekerd tegen bedrijfsaansprakelijkheid, minimaal € 2.000.000 per gebeurtenis?", "Ja"),
        )
    ),
    Kop("Deel VI: Slotverklaringen", 2),
    Alinea("Wat hierboven staat is juist en volledig."),
    Tabel(
        (
            ("Plaats en datum", "Voorbeeldstad, 13 juli 2022"),
            ("Functie", "Bestuurder"),
            ("Handtekening", "w.g."),
        )
    ),
)

_CERTIFICAAT = (
    Kop("Certificaat"),
    Alinea("Voorbeeld Certificatie (bestaat niet) verklaart dat het kwaliteitsmanagementsysteem van"),
    Alinea(NAAM),
    Alinea("voldoet aan NEN-EN-ISO 9001:2015."),
    Alinea("Certificaatnummer VB-0017. Geldig tot: 1 oktober 2024"),
)

_KEURMERK = (
    Kop("Certificaat Keurmerk Gezinshuizen"),
    Alinea(f"Het keurmerk is toegekend aan {NAAM} voor Huis De Kade en Huis De Steiger."),
    Alinea("Geldig tot: 1 maart 2025"),
)


def _referentie(nummer: int, gemeente: str, looptijd: str) -> tuple[Any, ...]:
    return (
        Kop(f"Opgave referentie {nummer}"),
        Tabel(
            (
                ("Onderdeel", "Invulling"),
                ("Naam opdrachtgever (referent)", gemeente),
                ("Omschrijving opdracht", "Hulp aan huis en wonen in een gezinshuis"),
                ("Looptijd", looptijd),
                (
                    "Kerncompetentie 1",
                    "Specialistische hulp, alleen na verwijzing, aan 40 jeugdigen per jaar",
                ),
                ("Kerncompetentie 2", "Beschreven interventies; 81% van de doelen is gehaald"),
                ("Kerncompetentie 3", "De toegang was tevreden over de samenwerking en gaf een 8"),
                ("Verklaring referent", "Akkoord, 20 juni 2022"),
            )
        ),
    )


_JAARCIJFERS = (
    (
        "Jaarcijfers",
        (
            ("Bijlage XVI - Invulformat financiële jaarcijfers",),
            ("Inschrijver", NAAM),
            ("Categorie", 2019, 2020, 2021, 2022, 2023),
            ("Resultaat", 52_000, 21_000, 61_000, 27_000, 58_000),
            ("Omzet", 2_100_000, 2_250_000, 2_400_000, 2_500_000, 2_600_000),
            ("Totaal eigen vermogen", 310_000, 331_000, 392_000, "n.v.t.", "n.v.t."),
            ("Totaal activa", 1_250_000, 1_300_000, 1_380_000, "n.v.t.", "n.v.t."),
            ("Totaal vlottende activa", 420_000, 450_000, 470_000, "n.v.t.", "n.v.t."),
            ("Liquide middelen", 190_000, 205_000, 240_000, "n.v.t.", "n.v.t."),
            ("Totaal overige kortlopende schulden", 480_000, 490_000, 500_000, "n.v.t.", "n.v.t."),
        ),
    ),
)

_REKENTOOL = (
    (
        "Gezinshuizen",
        (
            ("Bijlage X - Rekentool intensiteitsbepaling gezinshuiszorg",),
            ("Inschrijver", NAAM),
            (
                "Gezinshuis", "Aantal plaatsen", "Bezettingsgraad", "Netto uren gezinshuisouders",
                "Netto uren pedagogisch medewerker", "Totaal netto roosteruren per week",
                "Begeleidingsintensiteit", "Intensiteit inschrijving",
            ),
            ("Huis De Kade", 5, 0.95, 48, 4, 52, 1.56, "D"),
            ("Huis De Steiger", 4, 0.9, 42, 4, 46, 1.83, "E"),
        ),
    ),
)  # fmt: skip

BESTANDEN: dict[str, Any] = {
    "bijlage_I_invulsjabloon.docx": _INVULSJABLOON,
    "certificaat_iso9001.pdf": _CERTIFICAAT,
    "jaarcijfers_bijlage_XVI.xlsx": _JAARCIJFERS,
    "keurmerk_gezinshuizen.pdf": _KEURMERK,
    "klachtenregeling.docx": _KLACHTEN,
    "kvk_uittreksel.pdf": _KVK,
    "plan_van_aanpak.pdf": _PLAN,
    "referentie_1.docx": _referentie(1, "Gemeente Voorbeelddorp", "1 januari 2020 tot heden"),
    "referentie_2.pdf": _referentie(2, "Gemeente Verzonnenwaard", "1 maart 2015 t/m 31 december 2018"),
    "rekentool_gezinshuis.xlsx": _REKENTOOL,
    "uea.pdf": _UEA,
}
"""File name to content: elements for PDF and DOCX, sheets for XLSX."""
