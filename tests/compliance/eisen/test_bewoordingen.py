"""How bids of many hands say the same: what shows an eis, what goes against it, and what only seems to."""

import pytest

from tests.compliance.eisen.inschrijvingen import document, oordelen

AMBULANT, SYSTEEM, WONEN, DYSLEXIE = range(1, 8), (2,), (8,), (9,)

GEVONDEN = [
    (
        "1",
        "Onze houding",
        AMBULANT,
        (),
        (
            "De twaalf leidende principes van de regio, van ontschotten tot normaliseren, maken wij ons "
            "eigen en we laten ons erop aanspreken."
        ),
    ),
    (
        "4",
        "Personeel",
        AMBULANT,
        (),
        (
            "Taken verdelen we naar bekwaamheid en registratie, zoals het meest recente kwaliteitskader "
            "voor jeugdprofessionals voorschrijft; het overzicht van registraties is voor de gemeente "
            "opvraagbaar."
        ),
    ),
    (
        "7",
        "Wet en regel",
        AMBULANT,
        (),
        ("Onze organisatie houdt zich aan de Jeugdwet, AVG, WGBO, de Wet BIG en de WNT."),
    ),
    (
        "12",
        "Klagen",
        AMBULANT,
        (),
        (
            "Wie ontevreden is kan kosteloos terecht bij onze klachtenfunctionaris; uiterlijk zes weken "
            "later ligt er een oordeel."
        ),
    ),
    (
        "13",
        "Meepraten",
        AMBULANT,
        (),
        (
            "Twee keer per jaar schuift de directie aan bij de cliëntenraad om te bespreken hoe inspraak "
            "beter kan."
        ),
    ),
    (
        "14",
        "Maatjes",
        AMBULANT,
        (),
        ("Elke vrijwilliger heeft een VOG, een vaste begeleider en ieder kwartaal een voortgangsgesprek."),
    ),
    (
        "15",
        "Wachten",
        AMBULANT,
        (),
        (
            "Op onze site is per locatie te zien hoe lang de wachttijd is; we werken dat elke maand bij "
            "en houden contact met gezinnen die wachten."
        ),
    ),
    (
        "16",
        "Feestdagen",
        AMBULANT,
        (),
        (
            "Ook in het weekeinde en tijdens Pasen en Kerst loopt noodzakelijke behandeling door; valt "
            "er iets uit, dan hoort het gezin dit op tijd met een vervangend aanbod."
        ),
    ),
    (
        "18",
        "Er even niet zijn",
        AMBULANT,
        (),
        ("Gaat een gezin zes weken op reis, dan noteren we in het plan hoe we de doelen alsnog bereiken."),
    ),
    (
        "19",
        "Terug na afronding",
        AMBULANT,
        (),
        (
            "Meldt een jongere zich binnen een half jaar met dezelfde vraag, dan krijgt hij voorrang en "
            "starten we direct na toewijzing en overleg met de Toegang."
        ),
    ),
    (
        "20",
        "Overgang",
        AMBULANT,
        (),
        (
            "Verandert een kind van aanbieder, dan krijgt de nieuwe instelling binnen twintig dagen "
            "kosteloos het complete dossier."
        ),
    ),
    (
        "21",
        "Nee zeggen",
        AMBULANT,
        (),
        (
            "Kunnen wij een verwijzing niet aannemen, dan bellen wij in overleg met het gezin de "
            "verwijzer en blijven we betrokken tot er een andere plek is."
        ),
    ),
    (
        "22",
        "Doorgaan",
        AMBULANT,
        (),
        (
            "Loopt een behandeling vast, dan blijven wij zorgdragen voor hulp en veiligheid tot een "
            "collega-instelling is gestart; tussentijds stoppen doen wij alleen na overleg met de "
            "Toegang."
        ),
    ),
    (
        "24",
        "Contact",
        AMBULANT,
        (),
        (
            "Gezinnen kunnen hun begeleider rechtstreeks bellen of appen en krijgen dezelfde werkdag "
            "antwoord in gewone taal."
        ),
    ),
    (
        "25",
        "Welkom",
        AMBULANT,
        (),
        (
            "Bij aanvang ontvangt ieder gezin een map met uitleg over de behandeling, de "
            "klachtenprocedure, de cliëntenraad en ons kwaliteitsplan."
        ),
    ),
    (
        "26",
        "Derden",
        AMBULANT,
        (),
        (
            "Met school of huisarts praten we alleen via de contactpersoon die in het hulpverleningsplan "
            "staat genoemd."
        ),
    ),
    (
        "27",
        "Onafhankelijk luisteren",
        AMBULANT,
        (),
        ("Ieder kind krijgt het telefoonnummer van Jeugdstem, waarvan een medewerker geregeld langskomt."),
    ),
    (
        "28",
        "Volwassen",
        AMBULANT,
        (),
        ("Met iedere jongere van zestien en een half jaar stellen we een toekomstplan op."),
    ),
    (
        "29",
        "Meer hulp in huis",
        AMBULANT,
        (),
        ("Heeft moeder begeleiding vanuit de Wmo, dan stemmen we onze hulp af met die aanbieder."),
    ),
    (
        "30",
        "Incidenten",
        AMBULANT,
        (),
        (
            "Bij een ernstig incident informeren wij de inspectie en het RSJ op de dag zelf; onze "
            "meldcode bevat het afwegingskader."
        ),
    ),
    (
        "32",
        "Crisis",
        AMBULANT,
        (),
        (
            "Voor elk kind met een verhoogd risico is er een veiligheidsplan en onze dienstdoende "
            "gedragswetenschapper is 24 uur per dag bereikbaar voor de crisisdienst."
        ),
    ),
    (
        "42",
        "Systemen",
        AMBULANT,
        (),
        ("Ons dossiersysteem verwerkt alle berichten volgens de actuele iJw-standaard."),
    ),
    (
        "44",
        "Berichten",
        AMBULANT,
        (),
        ("Verwijst de huisarts, dan vragen wij met een 315-bericht toewijzing aan voordat we starten."),
    ),
    (
        "45",
        "Berichten",
        AMBULANT,
        (),
        ("Zonder toewijzingsbericht beginnen wij niet, behalve bij een crisis."),
    ),
    (
        "46",
        "Eerste contact",
        AMBULANT,
        (),
        (
            "Zodra het 301-bericht binnen is, bellen wij het gezin om af te spreken hoe we aan het "
            "resultaat gaan werken."
        ),
    ),
    (
        "47",
        "Berichten",
        AMBULANT,
        (),
        ("Binnen een week na het eerste gesprek versturen we de startmelding (305)."),
    ),
    ("48", "Tijd", AMBULANT, (), ("Iedere hulpverlener boekt zijn uren per kind en per tariefgroep.")),
    (
        "51",
        "Veilig mailen",
        AMBULANT,
        (),
        ("E-mail met persoonsgegevens gaat altijd via een beveiligde verbinding zoals ZorgMail."),
    ),
    (
        "53",
        "Verantwoording",
        AMBULANT,
        (),
        (
            "Half februari sturen wij elke gemeente de opgave van het aantal geholpen jeugdigen en de "
            "productie."
        ),
    ),
    (
        "54",
        "Accountant",
        AMBULANT,
        (),
        (
            "Voor eind maart ontvangt u de controleverklaring van onze accountant met de gewaarmerkte "
            "productieverantwoording."
        ),
    ),
    ("58", "Accountant", AMBULANT, (), ("De kosten van de accountantsverklaring dragen wij zelf.")),
    (
        "61",
        "Informatie",
        AMBULANT,
        (),
        ("Vraagt de gemeente om gegevens, dan leveren we die kosteloos en zonder persoonsgegevens."),
    ),
    (
        "64",
        "Risico",
        AMBULANT,
        (),
        ("Komt de continuïteit in gevaar, dan krijgt de opdrachtgever daarvan meteen schriftelijk bericht."),
    ),
    (
        "67",
        "Hoe wij helpen",
        AMBULANT,
        (),
        (
            "Behandeling vindt plaats bij het gezin thuis of op school, volgens het principe een gezin "
            "een plan, op maat en met effectieve interventies uit de databank van het NJi."
        ),
    ),
    ("70", "Vergoeding", AMBULANT, (), ("Hulp zonder geldige verwijzing en toewijzing declareren wij niet.")),
    (
        "72",
        "Dure trajecten",
        AMBULANT,
        (),
        (
            "Schatten we bij een verwijzing door de huisarts de kosten hoger in dan € 8.000, dan bellen "
            "we vooraf met de gemeente."
        ),
    ),
    (
        "73",
        "Resultaat",
        AMBULANT,
        (),
        (
            "Is het beoogde resultaat in de verwijzing vaag, dan vragen we de verwijzer voor de start om "
            "verduidelijking."
        ),
    ),
    (
        "75",
        "Dubbele verwijzing",
        AMBULANT,
        (),
        ("Blijken er twee verwijzingen tegelijk te lopen, dan nemen wij contact op met de Toegang."),
    ),
    (
        "76",
        "Past het",
        AMBULANT,
        (),
        (
            "In een eerste gesprek bekijken wij of ons aanbod aansluit bij de hulpvraag en bij de doelen "
            "van de verwijzer."
        ),
    ),
    (
        "78",
        "Besluit",
        AMBULANT,
        (),
        (
            "Zeggen wij nee, dan motiveren we dat inhoudelijk; zeggen wij ja, dan accepteren we ook "
            "budget en looptijd."
        ),
    ),
    (
        "80",
        "Ophogen",
        AMBULANT,
        (),
        (
            "Een hoger budget vragen we alleen met goedkeuring van de Toegang aan, uiterlijk twee "
            "maanden voordat het op is, met een 317-bericht."
        ),
    ),
    (
        "81",
        "Samenhang",
        AMBULANT,
        (),
        (
            "Vermoeden we dat er op meerdere leefgebieden iets speelt, dan schakelen we de Toegang in, "
            "die de procesregie voert."
        ),
    ),
    (
        "83",
        "Plan",
        AMBULANT,
        (),
        (
            "Samen met ouders en jongere maken we een behandelplan dat zij ondertekenen; elke vier "
            "maanden en bij afsluiting evalueren we."
        ),
    ),
    (
        "84",
        "Stoppen",
        AMBULANT,
        (),
        (
            "We ronden af als de doelen zijn bereikt en het gezin tevreden is, als de jongere bij "
            "vrijwillige hulp zelf wil stoppen of overlijdt; de verwijzer ontvangt een afsluitende "
            "brief."
        ),
    ),
    (
        "87",
        "Voortijdig stoppen",
        AMBULANT,
        (),
        (
            "Zien wij ons genoodzaakt eerder te stoppen, dan nemen wij dat besluit samen met de Toegang "
            "op basis van een ondertekend en onderbouwd verzoek en blijven we hulp bieden tot een ander "
            "het overneemt."
        ),
    ),
    (
        "90",
        "Matchen",
        WONEN,
        ("gezinshuis", "wonen"),
        (
            "Voor een plaatsing kijken wij of de behoeften van het kind passen bij het gezinshuis; eerst "
            "zoeken we in het eigen netwerk en ouders beslissen mee."
        ),
    ),
    (
        "91",
        "Dag",
        WONEN,
        ("wonen", "fasehuis"),
        (
            "Elk kind heeft een zinvolle daginvulling; die staat in het gezinsplan en de groepsleiding "
            "werkt er dagelijks aan."
        ),
    ),
    (
        "95",
        "Klimaat",
        WONEN,
        ("wonen", "fasehuis"),
        (
            "In onze huizen draait het om nabijheid, ruimte om te leren van fouten, een veilige en "
            "voorspelbare sfeer en zo min mogelijk straf."
        ),
    ),
    (
        "96",
        "Blijven",
        WONEN,
        ("wonen", "fasehuis"),
        ("Een jongere woont bij ons tot hij terug kan naar huis of op eigen benen kan staan."),
    ),
    (
        "97",
        "Einde",
        WONEN,
        ("wonen", "fasehuis"),
        ("Overwegen wij een plaatsing vroegtijdig te stoppen, dan overleggen we dat eerst met de Toegang."),
    ),
    (
        "98",
        "Opname",
        WONEN,
        ("behandelgroep",),
        (
            "Bij opname leggen we doel, verwachte duur, uitstroomdatum en vervolghulp vast en we "
            "beëindigen het verblijf niet voordat die hulp klaarstaat."
        ),
    ),
    (
        "101",
        "Ouders in huis",
        WONEN,
        ("gezinshuis", "wonen"),
        (
            "Gezinshuisouders worden vooraf gescreend, houden zich aan de kwaliteitscriteria "
            "gezinshuizen en vangen de kinderen dag en nacht in hun eigen huis op."
        ),
    ),
    (
        "102",
        "School",
        WONEN,
        ("driemilieu",),
        ("Het terrein van onze driemilieuvoorziening heeft een eigen school op loopafstand."),
    ),
    (
        "103",
        "Gesloten",
        WONEN,
        ("jeugdzorgplus",),
        (
            "Onze JeugdzorgPlus volgt het landelijk kwaliteitskader; personeel is getraind in "
            "vrijheidsbeperkende maatregelen en een psychiater is dag en nacht oproepbaar."
        ),
    ),
    (
        "104",
        "Expertise",
        WONEN,
        ("wonen", "fasehuis"),
        ("We conformeren ons aan de manier van werken van het Regionaal Expertise Team."),
    ),
    (
        "106",
        "Dyslexie",
        DYSLEXIE,
        (),
        ("Diagnose en behandeling van dyslexie verlopen volgens het PDDB 3.0."),
    ),
    (
        "107",
        "NKD",
        DYSLEXIE,
        (),
        ("Wij zijn lid van het Nederlands Kwaliteitsinstituut Dyslexie en volgen de richtlijnen daarvan."),
    ),
    (
        "C",
        "Convenant",
        SYSTEEM,
        (),
        ("Samen met de gemeenten werken wij het convenant uit en voeren het uit."),
    ),
    (
        "H",
        "Convenant",
        SYSTEEM,
        (),
        ("Voor onenigheid over het convenant spreken we een geschillenregeling af."),
    ),
    (
        "16",
        "Doorgaan",
        AMBULANT,
        (),
        ("Hulp op zaterdag, zondag en feestdagen is bij ons vanzelfsprekend als het nodig is."),
    ),
    (
        "17",
        "Rust",
        AMBULANT,
        (),
        ("Wij kiezen voor een vaste begeleider per gezin en vangen ziekte op met een bekende collega."),
    ),
    (
        "20",
        "Wissel",
        AMBULANT,
        (),
        (
            "Stapt een jeugdige over, dan heeft de nieuwe zorgaanbieder binnen drie weken het hele "
            "dossier, gratis, ook als wij failliet zouden gaan."
        ),
    ),
    (
        "28",
        "18",
        AMBULANT,
        (),
        ("Een half jaar voor de zeventiende verjaardag start het toekomstplan met de jongere."),
    ),
    (
        "30",
        "Veilig",
        AMBULANT,
        (),
        ("Geweldsincidenten en calamiteiten melden we terstond bij IGJ, RSJ en de Toegang."),
    ),
    (
        "42",
        "ICT",
        AMBULANT,
        (),
        ("Berichtenverkeer loopt via VECOZO met software die de laatste iStandaarden ondersteunt."),
    ),
    (
        "43",
        "ICT",
        AMBULANT,
        (),
        ("Iedere maand dienen wij de declaratie (323) in, uiterlijk dertig dagen na de zorgmaand."),
    ),
    (
        "57",
        "Openbaar",
        AMBULANT,
        (),
        ("Jaarrekening en jaarverslag deponeren wij ieder jaar voor 1 juni, zoals de wet wil."),
    ),
    (
        "70",
        "Toewijzing",
        AMBULANT,
        (),
        ("Voor iedere jeugdige is er een verwijzing en een toewijzing, anders declareren we niets."),
    ),
    ("82", "Start", AMBULANT, (), ("Na verwijzing en toewijzing beginnen we zo snel als het gezin kan.")),
    (
        "85",
        "Huisarts",
        AMBULANT,
        (),
        (
            "Verwees de huisarts, dan melden we het einde van de hulp achteraf aan de Toegang als gezin "
            "en wij het eens zijn."
        ),
    ),
    (
        "92",
        "School",
        WONEN,
        ("wonen", "fasehuis"),
        ("Alle jongeren gaan naar school of naar hun werk; dagbesteding alleen met aparte toewijzing."),
    ),
    (
        "99",
        "Groep",
        WONEN,
        ("wonen", "fasehuis"),
        (
            "Kan een kind toe met minder begeleiding, dan verhuist het naar een groep met een lagere "
            "intensiteit."
        ),
    ),
    (
        "100",
        "Pleeg",
        WONEN,
        ("pleegzorg", "wonen"),
        ("Pleegouders uit het netwerk screenen wij; een SKJ-geregistreerde begeleider voert de regie."),
    ),
]

STRIJDIG = [
    ("12", "Klagen", AMBULANT, (), ("De klachtencommissie neemt voor een uitspraak drie maanden de tijd.")),
    (
        "14",
        "Maatjes",
        AMBULANT,
        (),
        ("Met vrijwilligers wordt een keer in de anderhalf jaar een gesprek gevoerd."),
    ),
    ("16", "Zomer", AMBULANT, (), ("Tijdens de bouwvak ligt de hulp drie weken stil.")),
    (
        "20",
        "Overgang",
        AMBULANT,
        (),
        ("Het dossier ligt twee maanden na de wisseling bij de opvolgende instelling."),
    ),
    (
        "21",
        "Doelgroep",
        AMBULANT,
        (),
        ("Kinderen van asielzoekers komen bij ons niet in aanmerking voor behandeling."),
    ),
    ("21", "Doelgroep", AMBULANT, (), ("Meisjes worden op deze locatie niet toegelaten.")),
    (
        "28",
        "Volwassen",
        AMBULANT,
        (),
        ("Drie maanden voor de achttiende verjaardag beginnen we met een toekomstplan."),
    ),
    (
        "30",
        "Incidenten",
        AMBULANT,
        (),
        ("Calamiteiten worden na afloop van het kwartaal in een overzicht aan de inspectie gezonden."),
    ),
    (
        "32",
        "Crisis",
        AMBULANT,
        (),
        (
            "Na vijven en in het weekend zijn wij niet bereikbaar; gezinnen kunnen dan de huisartsenpost "
            "bellen."
        ),
    ),
    ("43", "Declaraties", AMBULANT, (), ("Wij declareren eens per halfjaar.")),
    (
        "45",
        "Berichten",
        AMBULANT,
        (),
        ("In de praktijk starten wij de hulp alvast en komt het toewijzingsbericht 301 later."),
    ),
    ("47", "Berichten", AMBULANT, (), ("Startberichten 305 worden eens per maand in een keer verstuurd.")),
    (
        "53",
        "Verantwoording",
        AMBULANT,
        (),
        ("De jaarlijkse productieverantwoording per gemeente is er op zijn laatst 15 april."),
    ),
    (
        "54",
        "Accountant",
        AMBULANT,
        (),
        ("De controleverklaring van de accountant ontvangt de opdrachtgever in de eerste week van juni."),
    ),
    (
        "58",
        "Accountant",
        AMBULANT,
        (),
        ("Wij verwachten van de gemeenten een bijdrage in de accountantskosten."),
    ),
    (
        "72",
        "Dure trajecten",
        AMBULANT,
        (),
        (
            "Bij trajecten boven de 12.000 euro na verwijzing door de huisarts zoeken wij eerst contact "
            "met de gemeente."
        ),
    ),
    (
        "80",
        "Ophogen",
        AMBULANT,
        (),
        ("Raakt het budget op, dan vragen we drie weken tevoren een ophoging aan."),
    ),
    ("83", "Plan", AMBULANT, (), ("Het behandelplan wordt elke negen maanden met het gezin geëvalueerd.")),
    (
        "96",
        "Blijven",
        WONEN,
        ("wonen", "fasehuis"),
        ("Op de achttiende verjaardag verlaat de jongere het huis, ook als er nog geen woning is."),
    ),
    ("E", "Convenant", SYSTEEM, (), ("Het convenant kan wat ons betreft medio 2023 worden vastgesteld.")),
    ("13", "Raad", AMBULANT, (), ("Met de cliëntenraad spreekt de bestuurder eens in de twee jaar.")),
    (
        "20",
        "Wissel",
        AMBULANT,
        (),
        ("Voor het overdragen van het dossier brengen wij de nieuwe aanbieder kopieerkosten in rekening."),
    ),
    ("21", "Wie", AMBULANT, (), ("Jongeren met een lichamelijke ziekte of handicap weigeren wij.")),
    (
        "28",
        "18",
        AMBULANT,
        (),
        ("Het toekomstplan maken we met iedere jongere zodra hij zeventieneneenhalf is."),
    ),
    ("35", "Declareren", AMBULANT, (), ("Wij sturen de declaratie vijf maanden na de maand van levering.")),
    ("47", "305", AMBULANT, (), ("Het 305-bericht gaat tien werkdagen na de eerste afspraak uit.")),
    (
        "53",
        "Opgave",
        AMBULANT,
        (),
        ("De opgave van jeugdigen en bedragen per gemeente leveren wij in de tweede helft van maart."),
    ),
    ("58", "Geld", AMBULANT, (), ("De helft van de accountantskosten declareren wij bij het RSJ.")),
    (
        "61",
        "Info",
        AMBULANT,
        (),
        ("Aan verzoeken om sturingsinformatie werken wij alleen mee tegen een vergoeding van € 80 per uur."),
    ),
    (
        "64",
        "Risico",
        AMBULANT,
        (),
        ("Over financiële problemen informeren wij de opdrachtgever in het jaargesprek."),
    ),
    (
        "80",
        "Budget",
        AMBULANT,
        (),
        ("Een ophoging van het budget vragen we twee weken voor het einde aan met een 317."),
    ),
    ("83", "Evalueren", AMBULANT, (), ("Het hulpverleningsplan bespreken we een keer per jaar.")),
    (
        "87",
        "Einde",
        AMBULANT,
        (),
        ("Over voortijdig stoppen beslist onze directie; de Toegang krijgt een afschrift."),
    ),
    (
        "97",
        "Einde",
        WONEN,
        ("wonen", "fasehuis"),
        ("De Toegang hoort achteraf dat een plaatsing voortijdig is beëindigd."),
    ),
    (
        "103",
        "Arts",
        WONEN,
        ("jeugdzorgplus",),
        ("Onze psychiater is op werkdagen van negen tot vijf bereikbaar."),
    ),
    ("106", "Dyslexie", DYSLEXIE, (), ("Wij behandelen dyslexie volgens een eigen protocol.")),
]

NIET_STRIJDIG = [
    (
        "12",
        "Klachten",
        AMBULANT,
        (),
        (
            "Wordt een klacht niet binnen zes weken opgelost, dan heeft onze kwaliteitsfunctionaris iets "
            "uit te leggen; dat is nog nooit gebeurd."
        ),
    ),
    (
        "12",
        "Klachten",
        AMBULANT,
        (),
        (
            "De klachtencommissie bestaat uit drie leden, benoemd voor vier jaar, en vergadert elke acht "
            "weken."
        ),
    ),
    ("15", "Wachten", AMBULANT, (), ("De gemiddelde wachttijd was vorig jaar veertien weken.")),
    ("16", "Vakantie", AMBULANT, (), ("Ook in de zomervakantie gaan onze deuren niet dicht.")),
    (
        "20",
        "Dossiers",
        AMBULANT,
        (),
        ("Dossiers bewaren wij twintig jaar; inzage regelen we binnen vier weken."),
    ),
    ("21", "Aanmelding", AMBULANT, (), ("Leeftijd of geloof is voor ons geen reden om nee te zeggen.")),
    (
        "21",
        "Aanmelding",
        AMBULANT,
        (),
        ("Is een jongere ouder dan 18, dan wijzen wij hem de weg naar de volwassenenzorg."),
    ),
    (
        "22",
        "Doorgaan",
        AMBULANT,
        (),
        ("Wij stoppen niet voordat een andere aanbieder de behandeling heeft overgenomen."),
    ),
    ("30", "Meldcode", AMBULANT, (), ("De meldcode oefenen we elk halfjaar in alle teams.")),
    ("45", "Starten", AMBULANT, (), ("Bij crisis beginnen wij voordat het 301-bericht er is; anders nooit.")),
    ("47", "Starten", AMBULANT, (), ("Ons startgesprek duurt twee weken en levert een werkplan op.")),
    ("53", "Cijfers", AMBULANT, (), ("Op 1 juni publiceren wij ons jaarverslag op de website.")),
    (
        "54",
        "Cijfers",
        AMBULANT,
        (),
        ("In mei en november bespreekt de accountant de interne controle met het bestuur."),
    ),
    ("58", "Cijfers", AMBULANT, (), ("Onze accountant rekent een vast bedrag van € 18.000 per jaar.")),
    ("61", "Cijfers", AMBULANT, (), ("Wij brengen voor informatie aan gemeenten nooit iets in rekening.")),
    ("80", "Budget", AMBULANT, (), ("Het budget gaat meestal acht maanden mee.")),
    (
        "83",
        "Plan",
        AMBULANT,
        (),
        ("De eerste bespreking van het plan is na zes weken, daarna elke drie maanden."),
    ),
    (
        "96",
        "Wonen",
        WONEN,
        ("wonen", "fasehuis"),
        ("De gemiddelde woonduur is twee jaar en vier maanden; weg hoeft niemand."),
    ),
    ("95", "Groep", WONEN, ("wonen", "fasehuis"), ("Straffen als kamerarrest gebruiken wij niet.")),
    ("10", "Geld", AMBULANT, (), ("Aan bestuurders verstrekken wij geen leningen.")),
]


@pytest.mark.parametrize(("eis", "kop", "percelen", "vormen", "zin"), GEVONDEN)
def test_found(eis: str, kop: str, percelen: tuple[int, ...], vormen: tuple[str, ...], zin: str) -> None:
    gevonden, _ = oordelen(document("plan.pdf", f"# {kop}", zin), percelen=percelen, vormen=vormen)
    assert gevonden[eis].status in ("aangetoond", "deels"), gevonden[eis].toelichting


@pytest.mark.parametrize(("eis", "kop", "percelen", "vormen", "zin"), STRIJDIG)
def test_clash(eis: str, kop: str, percelen: tuple[int, ...], vormen: tuple[str, ...], zin: str) -> None:
    gevonden, _ = oordelen(document("plan.pdf", f"# {kop}", zin), percelen=percelen, vormen=vormen)
    assert gevonden[eis].status == "strijdig", gevonden[eis].toelichting


@pytest.mark.parametrize(("eis", "kop", "percelen", "vormen", "zin"), NIET_STRIJDIG)
def test_no_clash(eis: str, kop: str, percelen: tuple[int, ...], vormen: tuple[str, ...], zin: str) -> None:
    gevonden, _ = oordelen(document("plan.pdf", f"# {kop}", zin), percelen=percelen, vormen=vormen)
    assert [id for id, oordeel in gevonden.items() if oordeel.status == "strijdig"] == [], eis
