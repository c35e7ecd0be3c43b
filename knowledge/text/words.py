"""Dutch words that say little about the subject of a question or passage (folded, see `normalise`)."""

STOPWOORDEN: frozenset[str] = frozenset(
    """
    de het een der des den ten ter te en of maar want dus noch als dan toen terwijl omdat doordat zodat
    opdat hoewel tenzij mits indien wanneer zodra totdat voordat nadat sinds in op aan bij tot voor na
    naar van met door over om onder uit tussen tegen zonder binnen buiten achter boven naast vanaf
    vanuit vanwege wegens volgens tijdens per via gedurende omtrent jegens ondanks rond rondom langs
    sedert inzake aangaande ik je jij u uw jouw hij zij ze wij we jullie hen hun hem haar mij mijn me
    ons onze zich zijn zichzelf elkaar deze dit die dat daar daarvan daarvoor daarbij daarmee daarin
    daarop daaraan daardoor daarom daarna er ervan ervoor erbij ermee erin erop eraan erdoor hier
    hiervan hiervoor hierbij hiermee hierin hierop hieraan hierna waar waarvan waarvoor waarbij waarmee
    waarin waarop waaraan waardoor waarom waarover waarna waarnaar wie wat welk welke wiens hoe hoeveel
    hoelang hoezo ben bent is was waren wees geweest word wordt worden werd werden geworden heb hebt
    heeft hebben had hadden gehad kan kun kunt kunnen kon konden gekund mag mogen mocht mochten moet
    moeten moest moesten hoef hoeft hoeven wil wilt willen wou wilde wilden zal zul zult zullen zou
    zouden ga gaat gaan ging gingen doe doet doen deed deden laat laten dien dient dienen diende niet
    geen wel ook nog al alle allen alles elk elke ieder iedere iemand iets niemand niets men ander
    andere anders zelf zelfs zo zoals zulke zo'n s t m d c q bv bijv o a etc enz ca cq dwz mbt evt incl
    excl nr meer meest veel vele weinig minder zeer heel erg vrij nogal toch nu eens ooit nooit altijd
    soms vaak eigenlijk gewoon even slechts alleen enkel precies ongeveer bijna circa namelijk echter
    immers ja nee graag aub alsjeblieft t/m resp respectievelijk betreffende desbetreffende bovenstaande
    onderstaande eerst verder weer terug samen uiteraard tevens daarnaast bovendien eventueel eventuele
    erachter eraf erbinnen erboven erbuiten erheen erlangs erna ernaar ernaast erom eromheen eronder erover
    ertegen ertoe ertussen eruit ervandaan daarachter daaraf daarbinnen daarboven daarbuiten daarheen
    daarlangs daarnaar daaromheen daaronder daarover daartegen daartoe daartussen daaruit daarvandaan
    hierachter hieraf hierbinnen hierboven hierbuiten hierdoor hierheen hierlangs hiernaar hiernaast hierom
    hieromheen hieronder hierover hiertegen hiertoe hiertussen hieruit hiervandaan waarachter waaraf
    waarbinnen waarboven waarbuiten waarheen waarlangs waarnaast waaromheen waaronder waartegen waartoe
    waartussen waaruit waarvandaan naartoe heen vandaan hoever alvast inmiddels straks vandaag telkens
    steeds misschien wellicht
    """.split()  # noqa: SIM905
)

ALGEMEEN: frozenset[str] = frozenset(
    """
    betekent betekenen betekenis bedoeld bedoelt bedoelen inhoudt inhouden houdt houden gehouden
    definitie term begrip uitleg uitleggen geldt gelden geldig gold hoort horen behoort behoren valt
    vallen viel komt komen kwam krijgt krijgen kreeg gekregen geeft geven gaf gegeven neemt nemen nam
    genomen maakt maken gemaakt staat staan stond zegt zeggen noemt noemen genoemd heet heten vormt
    vormen bestaat bestaan bevat bevatten zit zitten ligt liggen mogelijk mogelijkheid toegestaan
    verplicht verplichting nodig noodzakelijk vereist vereiste minimaal minimum maximaal maximum minste
    hoogste laagste hoogstens minstens uiterlijk gemiddeld totaal totale aantal hoog hoge groot grote
    klein kleine lang lange kort korte oud oude nieuw nieuwe vroeg laat snel spoedig tijdig eerder later
    keer keren maal soort soorten type manier wijze vorm geval situatie situaties zaak zaken ding dingen
    regel regels voorwaarde voorwaarden norm normen reden redenen doel functie rol deel onderdeel
    onderdelen regio document documenten bron tekst paragraaf hoofdstuk bijlage pagina artikel aanbieder
    aanbieders opdrachtnemer opdrachtnemers inschrijver inschrijvers opdrachtgever gemeente gemeenten
    organisatie organisaties instelling instellingen bedrijf zorgaanbieder zorgaanbieders
    jeugdhulpaanbieder jeugdhulpaanbieders jeugdhulp jeugdzorg zorg hulp hulpverlening jeugd jeugdige
    jeugdigen jongere jongeren kind kinderen client clienten begint beginnen begin start starten gestart
    stopt stoppen eindigt einde gebruikt gebruiken gebruik werkt werken werk levert leveren geleverd
    biedt bieden aanbieden aangeboden vraagt vragen vraag antwoord weet weten gebeurt gebeuren zorgt
    zorgen loopt lopen duurt duren duur blijft blijven telt tellen tel rekent rekenen zwaar licht goed
    slecht juist eigen extra verschil verschillende zelfde hetzelfde dezelfde kiest kiezen koos gekozen
    keuze stelt stellen gesteld stuurt sturen gestuurd brengt brengen gebracht zet zetten gezet zoekt
    zoeken gezocht vindt vinden gevonden kijkt kijken leest lezen schrijft schrijven toont tonen laten
    betaalt regelt regelen geregeld meedoen doorgaat doorgaan gaat legt leggen gelegd pakt pakken leidt
    leiden bereikt bereiken haalt halen gehaald behaald behalen voldoet voldoen voldaan heersen beschikt
    beschikken ontvangt ontvangen bepaalt bepalen bepaald beslist beslissen besluit besluiten wenst
    wensen wens verwacht verwachten denkt denken bedoeling stap stappen moment momenten tijd tijden dag
    dagen week weken maand maanden jaar jaren eerste tweede derde laatste volgende vorige huidige
    nieuwste enige overige hele geheel volledig gelijk tegelijk tegelijkertijd direct meteen
    daadwerkelijk concreet algemeen algemene speciaal speciale persoon personen mens mensen partij
    partijen iemand medewerker medewerkers welk punt punten thema onderwerp inhoud informatie gegevens
    overzicht lijst voorbeeld voorbeelden reactie opzicht toepassing toepasselijk laag lage hoger lager
    recent dicht ver sprake brief raadsbrief strategie nota notitie volgens kader gebied aanwezig
    beschikbaar bekend wettelijk officieel aandeel paar procent percentage bedrag datum termijn afstand
    plaatsvinden euro grens limiet waarde hoogte maat
    """.split()  # noqa: SIM905
)
"""Words that stand in many questions and passages of the field; a passage is not about a question for
holding them, nor off the subject for lacking them."""

ALGEMEEN_IN_VRAGEN: frozenset[str] = frozenset(
    """
    vooral meestal doorgaans gewoonlijk normaal normaliter ergens iedereen echt eigenlijk beter best
    tegenwoordig ooit straks binnenkort vooraf achteraf onderling ongeacht hoeveelheid gevolg gevolgen
    manieren onderwerpen zat zaten hield hielden lag lagen bleef bleven liep liepen bracht brachten begon
    begonnen ging gingen vond vonden las schreef dacht deed werkte werkten draait draaien draaide speelt
    spelen speelde lukt lukken lukte
    """.split()  # noqa: SIM905
)
"""Words that people put in a question about anything; documents use them for what they mean."""

ALGEMENE_WERKWOORDEN: frozenset[str] = frozenset(
    """
    aangaan aangeven aanhouden aankijken aankomen aannemen aanpakken aanvangen aantonen aanwijzen achten
    afgeven aflopen afnemen afspreken beantwoorden bedenken bedragen bedoelen beginnen begrijpen behalen
    behoren behouden bekijken bepalen bereiken beschikken beschouwen beschrijven beslaan beslissen
    bestaan besteden betekenen betreffen bevatten bevinden beschikbaar bezig bezitten bieden bijhouden
    blijken blijven brengen dekken denken doorgaan doorgeven doorlopen doorvoeren duren eindigen eisen
    gebeuren gebruiken gelden geven halen handelen hanteren hebben hoeven horen houden indelen ingaan
    inhouden inrichten inzetten kennen kiezen kijken klaar komen kloppen kosten krijgen kunnen leggen
    leiden letten leveren lezen liggen lopen lukken maken meenemen meetellen meten moeten mogen nagaan
    nakomen nemen noemen omgaan ontbreken ontstaan ontvangen opgeven opleveren opnemen oppakken
    opstarten opstellen opsturen optreden overnemen passen plaatsvinden praten raken realiseren regelen
    rekenen rekening richten samenhangen schrijven snappen starten staan stellen stoppen sturen tellen
    toelichten toepassen toestaan tonen uitgaan uitkomen uitleggen uitmaken uitvoeren vallen vastleggen
    vaststellen verschillen verkrijgen veranderen verdelen verlangen verlopen verplichten verschaffen
    verstaan verstrekken verwachten verzenden verzorgen vinden voldoen volgen volstaan voorkomen
    voorschrijven voeren vormen vragen weten werken wijzen willen worden zeggen zetten zien zitten
    zoeken zorgen zijn omschrijven uitzien gaan doen laten lijken schelen tegenkomen uitreiken wegen
    aanbieden meewegen omvatten
    """.split()  # noqa: SIM905
)
"""Verbs, as infinitives, that fit any subject."""
