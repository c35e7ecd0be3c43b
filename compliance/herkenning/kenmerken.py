"""By which words a file gives itself away: in its name, at its top, in its text.

Patterns are matched on lower-case text without accents. Kinds that are no stuk (kwaliteitsplan, herstelplan,
...) stand here too, so that a file with such a title is not taken for a stuk that it mentions.
"""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """`naam`: the file name, with spaces for separators. `titel`: the top of the file. `inhoud`: its text;
    each pattern that is found counts. `vereist`: without all of these the file cannot be this kind."""

    sleutel: str
    naam: re.Pattern[str] | None
    titel: re.Pattern[str] | None
    inhoud: tuple[re.Pattern[str], ...] = ()
    vereist: tuple[re.Pattern[str], ...] = ()
    bundel: re.Pattern[str] | None = field(default=None)
    """A line that, at the top of a page, starts this stuk within a file that holds several."""


def _k(
    sleutel: str,
    naam: str,
    titel: str,
    inhoud: tuple[str, ...] = (),
    vereist: str | tuple[str, ...] = (),
    bundel: str = "",
) -> Kenmerk:
    return Kenmerk(
        sleutel,
        re.compile(naam) if naam else None,
        re.compile(titel) if titel else None,
        tuple(re.compile(patroon) for patroon in inhoud),
        tuple(re.compile(patroon) for patroon in ([vereist] if isinstance(vereist, str) else vereist)),
        re.compile(bundel) if bundel else None,
    )


KENMERKEN: tuple[Kenmerk, ...] = (
    _k(
        "uea",
        r"\buea\b|europees aanbestedingsdocument|\bespd\b|bijlage vii\b|bijlage 7\b",
        r"uniform europees aanbestedingsdocument|\buea\b|\bespd\b",
        (r"criminele organisatie", r"deel (?:iii|iv|vi)\b", r"uitsluitingsgrond", r"slotverklaring"),
        r"criminele organisatie|uitsluitingsgrond|selectiecriteria|uniform europees",
        r"^(?:bijlage vii\W+)?uniform europees aanbestedingsdocument",
    ),
    _k(
        "kvk_uittreksel",
        r"\bkvk|uittreksel|handelsregister|kamer van koophandel",
        r"uittreksel|kamer van koophandel|handelsregister",
        (r"statutaire (?:naam|zetel)", r"rechtsvorm", r"bestuurder", r"sbi", r"oprichting"),
        r"handelsregister|kamer van koophandel|\bkvk\b",
        r"^(?:kamer van koophandel|uittreksel (?:uit (?:het )?)?handelsregister)",
    ),
    _k(
        "keurmerk_gezinshuis",
        r"keurmerk(?!.*(?:boerderij|landbouw))",
        r"keurmerk(?: voor)? gezinshui|gezinshuiskeur",
        (r"keurmerk", r"gezinshui", r"toegekend|traject|aanvraag|aangemeld|geldig"),
        (r"keurmerk", r"gezinshui"),
        r"^(?:certificaat )?keurmerk gezinshui",
    ),
    _k(
        "keurmerk_zorgboerderij",
        r"keurmerk.*(?:boerderij|landbouw)|(?:boerderij|landbouw).*keurmerk|kwaliteit laat je zien|kljz",
        (
            r"kwaliteit laat je zien|keurmerk (?:voor )?zorgboerderij|federatie landbouw en zorg|"
            r"kwaliteitskeurmerk zorgboerderij"
        ),
        (r"keurmerk", r"zorgboerderij|zorgboer", r"federatie landbouw", r"toegekend|traject|geldig"),
        (r"keurmerk|kwaliteit laat je zien", r"boerderij|landbouw"),
        r"^(?:certificaat )?(?:keurmerk zorgboerderij|kwaliteit laat je zien)",
    ),
    _k(
        "kwaliteitscertificaat",
        r"certifica|\biso\b|iso ?\d|\bhkz|\bprezo|\bniaz|\bntpn|kwaliteitsstatuut|registratiebewijs|15224",
        r"certifica(?:at|te)\b|registratiebewijs|kwaliteitsstatuut",
        (
            r"iso[ -]?9001|15224|\bhkz\b|\bprezo\b|\bniaz\b|\bntpn\b|kwaliteitsstatuut",
            r"managementsysteem|management system|kwaliteitssysteem",
            r"certificaatnummer|certificate n|geldig|registratienummer|valid until",
        ),
        r"certific|registratiebewijs|kwaliteitsstatuut|geregistreerd",
        r"^certifica(?:at|te)\b",
    ),
    _k(
        "referentie",
        r"referentie|tevredenheidsverklaring",
        (
            r"opgave (?:van )?referentie|referentie ?(?:nr\.? ?)?\d|referentie(?:formulier|verklaring|"
            r"opdracht|project|s\b)|tevredenheidsverklaring"
        ),
        (r"kerncompetentie", r"\breferent\b", r"omschrijving (?:van de )?opdracht", r"looptijd|periode"),
        r"referen[tc]",
        r"^(?:opgave )?referenties?(?:formulier|verklaring)?(?: ?(?:nr\.?)? ?\d)?\s*$|^opgave referentie",
    ),
    _k(
        "jaarcijfers",
        r"jaarcijfers|bijlage xvi\b|bijlage 16\b|financiele cijfers|kengetallen",
        r"jaarcijfers|bijlage xvi\b|invulformat financ",
        (r"eigen vermogen", r"\bomzet\b", r"vlottende activa", r"kortlopende schulden", r"\bresultaat\b"),
        r"omzet|eigen vermogen",
        r"^bijlage xvi\b",
    ),
    _k(
        "plan_van_aanpak",
        r"plan van aanpak|\bpva\b|bijlage ii\b",
        r"plan van aanpak|bijlage ii\b",
        (r"normaliseren", r"positieve gezondheid", r"\btoegang\b", r"netwerk"),
        (),
        r"^(?:bijlage ii\W+)?plan van aanpak",
    ),
    _k(
        "invulsjabloon",
        r"invulsjabloon|bijlage i\b|bijlage 1\b|invulformulier|inschrijfformulier|inschrijvingsformulier",
        r"invulsjabloon|inschrijf?formulier|inschrijvingsformulier|bijlage i\b(?! *[-–] *formulier)",
        (r"agb", r"statutaire naam|naam inschrijver", r"naar waarheid", r"checklist", r"perceel"),
        r"agb|naar waarheid|perce(?:el|len)",
        r"^bijlage i\b(?!.*referentie)|^invulsjabloon",
    ),
    _k(
        "holdingverklaring",
        r"holding|concernverklaring|bijlage xi\b",
        (
            r"holdingverklaring|concernverklaring|verklaring (?:van de )?(?:holding|concern|"
            r"moedermaatschappij)|bijlage xi\b"
        ),
        (r"onafhankelijk", r"holding|concern", r"garant", r"verklaart"),
        r"holding|concern|moeder",
        r"^(?:bijlage xi\W+)?holdingverklaring",
    ),
    _k(
        "combinatieverklaring",
        r"combinatie|combinant|samenwerkingsverband",
        r"combinatieverklaring|verklaring (?:van |inzake )?(?:de )?combina(?:tie|nt)|samenwerkingsverband",
        (r"hoofdelijk", r"penvoerder", r"combina(?:tie|nt)"),
        r"combina(?:tie|nt)|hoofdelijk",
        r"^combinatieverklaring|^verklaring (?:inzake )?combina",
    ),
    _k(
        "verklaring_derden",
        r"derde|onderaannem|beroep op|terbeschikkingstelling",
        (
            r"verklaring (?:inzet (?:van )?derde|derde|onderaannem)|inzet (?:van )?derden|"
            r"terbeschikkingstelling|beroep op (?:een )?derde"
        ),
        (r"\bderden?\b", r"beschikken|beschikking", r"kerncompetentie|bekwaamheid|draagkracht"),
        r"derde|onderaannem",
        r"^verklaring inzet (?:van )?derden",
    ),
    _k(
        "machtiging",
        r"machtig|volmacht",
        r"\bmachtiging|\bvolmacht",
        (r"machtigt|gemachtigde|volmacht", r"ondertekenen|vertegenwoordigen"),
        r"machtig|volmacht",
        r"^(?:onderhandse )?(?:machtiging|volmacht)",
    ),
    _k(
        "rekentool_groepsaanbod",
        r"rekentool.*groep(?!shuis)|bijlage viii\b|bijlage 8\b",
        r"bijlage viii\b|rekentool.{0,40}groepsaanbod|intensiteitsbepaling.{0,20}groepsaanbod",
        (r"begeleidingsintensiteit", r"openingsuren", r"groepsgrootte", r"roosteruren"),
        r"begeleidingsintensiteit|openingsuren",
        r"^bijlage viii\b",
    ),
    _k(
        "rekentool_gezinshuis",
        r"rekentool.*(?:gezinshui|boerderij)|bijlage x\b|bijlage 10\b",
        r"bijlage x\b|rekentool.{0,40}(?:gezinshui|zorgboerderij)|intensiteitsbepaling.{0,20}gezinshui",
        (r"begeleidingsintensiteit", r"gezinshuisouder|zorgboer", r"bezettingsgraad", r"roosteruren"),
        r"begeleidingsintensiteit|gezinshuisouder|roosteruren",
        r"^bijlage x\b",
    ),
    _k(
        "rekentool_verblijf",
        r"rekentool(?!.*(?:groepsaanbod|gezinshui|boerderij))|bijlage ix\b|bijlage 9\b",
        r"bijlage ix\b|rekentool.{0,40}(?:verblijf|wonen)|intensiteitsbepaling.{0,20}verblijf",
        (r"begeleidingsintensiteit", r"bezettingsgraad", r"groepsgrootte", r"roosteruren"),
        r"begeleidingsintensiteit|bezettingsgraad|roosteruren",
        r"^bijlage ix\b",
    ),
    _k(
        "polis_aansprakelijkheid",
        r"polis|verzekering|aansprakelijkheid",
        (
            r"\bpolis|verzekeringscertificaat|verzekeringsbewijs|(?:certificaat|bewijs|"
            r"verklaring) van verzekering|bevestiging van dekking"
        ),
        (r"aansprakelijkheid", r"per (?:gebeurtenis|aanspraak)", r"verzekering(?:nemer|de)", r"eigen risico"),
        r"aansprakelijkheid",
        r"^polis",
    ),
    _k(
        "aanbiedingsbrief",
        r"aanbiedingsbrief|begeleidende brief|aanbieding|voorblad brief",
        r"aanbiedingsbrief|betreft ?:? ?(?:aanbieding|inschrijving|aanbesteding|onze inschrijving)",
        (
            r"\bgeachte\b|\bbeste (?:leden|heer|mevrouw|beoordel)",
            r"(?:bieden (?:wij|we)|bied ik|ontvangt u|vindt u|treft u|zenden|doen (?:wij|we)|stuur)",
            r"met vriendelijke groet|hoogachtend|vriendelijke groet",
        ),
        (r"geachte|beste |aan:", r"inschrijving"),
        "",
    ),
    # Kinds of documents that are no stuk by themselves.
    _k("kwaliteitsplan", r"kwaliteit", r"kwaliteits(?:plan|handboek|beleid)"),
    _k("klachtenregeling", r"klacht", r"klachten(?:regeling|reglement|procedure)"),
    _k("herstelplan", r"herstelplan|aanvullend plan", r"herstelplan|aanvullend plan van aanpak"),
    _k("jaarrekening", r"jaarrekening|jaarverslag|jaarverantwoording", r"jaarrekening|jaarverslag"),
    _k("gva", r"gedragsverklaring|\bgva\b", r"gedragsverklaring aanbesteden"),
    _k("belastingverklaring", r"belastingdienst|betalingsgedrag", r"betalingsgedrag|belastingdienst"),
    _k("werkwijze", r"werkwijze|beleid|visie|protocol|convenant|veiligheid", r""),
)  # fmt: skip
