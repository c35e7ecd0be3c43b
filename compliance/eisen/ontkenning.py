"""What Dutch sentences deny, refuse, reserve or put a price on.

All functions read one sentence (or clause) and know nothing of eisen. They work on folded text (lower case,
no accents).
"""

import re
from functools import lru_cache

from knowledge.text.normalise import fold
from knowledge.text.tokens import stems


def een_van(*patronen: str) -> re.Pattern[str]:
    """One pattern that finds any of these, each as whole words."""
    return re.compile("|".join(rf"\b(?:{patroon})" for patroon in patronen))


_NEGATIE = r"(?:niet|geen|nooit|niemand|niets|nergens|evenmin|noch)\b"
_ONTKENNEND_WERKWOORD = (
    r"(?:stop|onderbre|ophoud|wacht(?:en|te|ten)?\b|weiger|afwijk|wijken|uitsluit|vergeet|ontbreek|ontbrek|verdwijn|los"
    r"|gestopt"
    r"|geweigerd|uitgesloten|vergeten|verloren|onderbroken)\w*"
)
# Verbs of which the particle makes something bad; with "niet" before it the promise stands: "slaan wij niet
# over", "wijzen wij niemand af".
_NIEMAND = r"(?:niet|nooit|niemand|niets|geen (?:[\w-]+ )?[\w-]+)"
_NIET_NADELIG = (
    rf"sla(?:an|at)\b.{{0,80}}\b{_NIEMAND} over\b",
    rf"la(?:ten|at)\b.{{0,80}}\b{_NIEMAND} (?:los|vallen|in de steek|achterwege|liggen|zitten|alleen|staan"
    rf"|wachten|gaan|na|weg|versloffen|zwemmen|bungelen)\b",
    rf"wij(?:zen|st)\b.{{0,80}}\b{_NIEMAND} (?:af|de deur)\b",
    rf"(?:stu(?:ren|urt)|zend(?:en|t))\b.{{0,80}}\b{_NIEMAND} (?:weg|heen|naar huis)\b",
    rf"(?:haken|haakt|stappen|stapt|vallen|valt)\b.{{0,80}}\b{_NIEMAND} (?:af|uit|weg|stil|tussen)\b",
    rf"(?:breken|breekt|kappen|kapt|houden|houdt)\b.{{0,80}}\b{_NIEMAND} (?:af|op|achter)\b",
    rf"(?:schuiven|schuift|wimpelen|wimpelt|duwen|duwt|leggen|legt)\b.{{0,80}}\b{_NIEMAND} (?:af|weg|door"
    rf"|opzij|terzijde|naast)\b",
    rf"{_NEGATIE} (?:[\w-]+ ){{0,4}}(?:overgeslagen|overslaan|afgewezen|afwijzen|weggestuurd|nagelaten"
    rf"|nalaten|verzuimd|verzwegen|genegeerd|negeren|weggewimpeld|afgeschoven|onderbroken)\b",
)
# Wordings that hold a negation and do not deny: limits, double negations, "not only".
_GEEN_ONTKENNING = een_van(
    r"(?:niet|nooit|geen|niets|niemand) (?:[\w-]+ ){0,5}zonder\b",
    r"niemand (?:weet|kent|merkt|ziet|wil|hoeft|verwacht|vraagt)\b",
    r"geen (?:[\w-]+ )?(?:reden|aanleiding|grond|noodzaak) (?:[\w-]+ ){0,2}om .{1,100}\bniet\b",
    r"niet (?:zo|waar|het geval) dat\b.*",
    rf"(?:later|langer|meer|minder|eerder|vaker|hoger|lager) dan .{{1,80}}\b{_NEGATIE}",
    r"(?:komt|komen|kwam) (?:[\w-]+ ){0,3}(?:niet|nooit) voor(?:$|,| dat\b).*",
    r"gebeurt (?:[\w-]+ ){0,3}(?:niet|nooit) dat\b.*",
    r"(?:hoef|hoeft|hoeven) .{0,60}\bniet\b",
    rf"zonder .{{1,60}}\b{_NEGATIE}",
    r"niet (?:alleen|enkel|slechts|uitsluitend|zomaar|per se|zozeer|pas|tenzij|onnodig|wachten)\b",
    r"(?:niet|nooit|geen|niemand|niets) (?:[\w-]+ ){0,8}"
    r"(?:meer|langer|later|eerder|minder|vaker|korter|hoger|lager|ouder|jonger) (?:\w+ )?dan\b",
    *_NIET_NADELIG,
    r"niet (?:later|eerder|langer)\b",
    r"(?:niet|nooit|niemand|geen) (?:[\w-]+ ){0,4}(?:voordat|totdat|zolang)\b",
    r"niet (?:los|loslaten|losgelaten|in de steek)\b",
    r"(?:niet|geen) (?:meer |langer )?nodig\b",
    r"geen (?:enkele? )?(?:bezwaar|belemmering|probleem|uitzondering|twijfel|moeite|drempel|verschil)\b",
    rf"{_ONTKENNEND_WERKWOORD} (?:\w+ ){{0,3}}{_NEGATIE}",
    rf"{_NEGATIE} (?:\w+ ){{0,3}}{_ONTKENNEND_WERKWOORD}",
    r"niets aan het toeval\b",
    r"om niet\b",
    r"niet voor niets\b",
    r"waar(?:van|voor)? (?:bewezen|aangetoond|bekend) is dat\b.*",
    r"en niet (?:op|bij|pas|alleen|aan|in|voor|door|met|het|de|een)\b",
    r"niet .{1,60}, maar\b",
    r"(?:of|wel of|al dan) niet\b",
    r"niet of\b",
    r"niet-\w+",
    r"nog niet\b",
)
_NEGATIEF = een_van(_NEGATIE)
_ZINSDEEL = re.compile(r"[;:,]|\bmaar\b| - ")
# A clause that says in which case something happens; what it denies is the case, not the promise.
_VOORWAARDELIJK = re.compile(
    r"^\W*(?:(?:en|of|maar|ook|alleen|zelfs)\s+)?(?:als|indien|wanneer|mocht|zodra|zolang|tenzij|omdat"
    r"|doordat"
    r"|voordat|totdat|nadat|behalve"
    r"|waar|voor zover|lukt|kan|kunnen|kunt|wil|willen|is|zijn|was|blijkt|past|komt|krijgt|heeft|hebben|staat"
    r"|ontbreekt|werkt|gaat|gaan|moet|dreigt|bestaat|ligt|loopt|geeft|verschijnt|vindt|accepteren|nemen|helpt"
    r"|slaat|lijkt|voldoet)\b"
)
# Where a clause without a comma goes on in another: "wordt niet beeindigd zolang er geen plek is".
_STAART = re.compile(
    r"(?<=\w )(?P<woord>zolang|voordat|totdat|tenzij|zodra|omdat|doordat|indien|wanneer|nadat|mits)\b.*"
)
_TOT_DAN = frozenset({"zolang", "voordat", "totdat", "tenzij"})
_BEGIN_VOORWAARDE = een_van(r"(?:als|indien|wanneer|zodra|tot|totdat) (?:we|wij|de|het|een|er|dat|dit)\b")
_GEVOLG = re.compile(r"^\W*dan\b")
_HOOFDZIN = re.compile(r"^\W*(?:dan|maar|daarom|ook|wij|we)\b")
_BIJZIN = re.compile(
    r"^\W*(?:en |of )?(?:dat|die|omdat|zodat|waardoor|waarbij|doordat|terwijl|hoewel|al)\b"
    r"|\bdat (?:we|wij|er|de|het|een|niets|niemand|iets|je|gezinnen|kinderen|ouders|jongeren)\b"
)
_WIE = een_van(r"(?:wij|we|ons|onze|wordt|worden)\b", r"er (?:is|zijn)\b", r"(?:is|zijn) (?:er )?geen\b")
_WEIGERING = een_van(
    r"weiger\w*",
    r"geweigerd\w*",
    r"afwijz\w+",
    r"wijzen? (?:wij |we )?.{0,60}\baf\b",
    r"(?:wij|we) zien .{0,40}\baf\b",
    r"(?:nemen|neemt) (?:wij |we )?(?:[\w-]+ ){0,8}niet (?:aan|in behandeling)\b",
    r"nemen (?:wij |we )?geen .{1,80} aan\b",
    r"(?:plaatsen|helpen|behandelen|accepteren|begeleiden|huisvesten) (?:wij|we)\b[^;:]{0,40}\bgeen\b",
    r"(?:wij|we) (?:plaatsen|helpen|behandelen|accepteren|begeleiden),? (?:[\w-]+,? ){0,4}geen "
    r"(?:kinderen|jongeren|jeugdigen|meisjes|jongens|gezinnen|clienten)\b",
    r"(?:accepteren|aanvaarden|plaatsen|toelaten|opnemen) (?:wij |we )?(?:[\w-]+ ){0,6}niet\b",
    r"niet (?:geaccepteerd|aangenomen|toegelaten|geplaatst)",
    r"(?:komen|komt) (?:[\w-]+ ){0,4}niet in aanmerking",
    r"(?:kunnen|kan) (?:wij |we )?(?:[\w-]+ ){0,6}niet (?:\w+ )?(?:terecht|instromen|wonen|meedoen)\b",
    r"kunnen (?:wij |we )?(?:[\w-]+ ){0,4}niet (?:terecht|plaatsen|helpen)",
    r"niet (?:\w+ )?(?:in behandeling genomen|aangenomen|toegelaten|in zorg genomen|opgenomen|ingenomen)\b",
    r"niet (?:\w+ )?(?:voor \w+ )?in aanmerking\b",
    r"(?:nemen|neemt|laten|laat) .{0,90}\bniet (?:meer )?(?:aan|op|toe|in behandeling|in zorg)\b",
    r"geen (?:plaats|plek|ruimte) voor",
    r"(?:verwijzing|aanmelding|kind|jongere|jeugdige|jeugdigen|jongeren|kinderen)\b.{0,60}"
    r"\b(?:sturen|stuurt|geven|zenden) (?:wij |we )?.{0,60}\b(?:terug|retour)\b",
    r"niet de (?:juiste|goede) plek\b",
    r"voor .{0,60}\b(?:is|hebben|hebben wij|hebben we|heeft) (?:[\w-]+ ){0,5}geen (?:plaats|plek|ruimte"
    r"|aanbod)\b",
    r"(?:hebben|heeft) (?:wij |we )?(?:\w+ ){0,3}geen (?:plek|plaats|aanbod)\b",
    r"sluiten .{0,40} uit\b",
    r"uitgesloten\b",
    r"(?:alleen|uitsluitend) (?:open|bestemd|toegankelijk|plaats|plek) voor\b",
)
# "Kunnen wij een verwijzing niet aannemen, dan ...": the case, of which the rest tells what is done.
_GEVAL_VOORAF = re.compile(
    r"^\W*(?:(?:en|ook|maar) )?(?:als|indien|wanneer|mocht\w*|zodra|kan|kunnen|accept\w+|nemen|neemt"
    r"|wordt|worden"
    r"|past|passen|lukt|is|zijn|moet|moeten|zien|weiger\w*|wijst|wijzen)\b[^,;:]*[,;:] "
)
# A few words are a label, no refusal: "Niet geaccepteerde verwijzing".
_LABEL = 3
_NIET_WEIGEREN = een_van(
    r"geen (?:verwijzing|aanmelding|kind|jongere|jeugdige|gezin)\b.{0,40}\b(?:retour|terug)\b",
    rf"{_NEGATIE}.{{0,30}}\b(?:weiger|afgewezen|afwijzing|uitgesloten|uitsluit)",
    rf"(?:weiger\w*|sluit(?:en)?)\b.{{0,80}}\b{_NIEMAND}",
    *_NIET_NADELIG,
    r"geen (?:reden|grond|aanleiding)\b",
    r"niet (?:zo|waar|het geval) dat\b",
    r"(?:komt|komen|kwam) (?:[\w-]+ ){0,3}(?:niet|nooit) voor(?:$|,| dat\b)",
    r"gebeurt (?:[\w-]+ ){0,3}(?:niet|nooit) dat\b",
    rf"{_NEGATIE} (?:[\w-]+ ){{0,6}}(?:die|dat) .{{0,60}}\b(?:niet|geen)\b",
)
_GELD = (
    r"(?:tarie\w*|prij[sz]\w*|index\w*|vergoed\w*|bekosti\w*|gefinancierd\w*|financiering|omzetgarantie)\b"
)
_VOORBEHOUD = een_van(
    r"voorbehoud\w*",
    r"niet akkoord\b",
    r"(?:niet|onvoldoende) (?:mee )?(?:in ?te ?)?(?:instemmen|ingestemd)\b",
    r"stemmen? .{0,40} niet in\b",
    r"kunnen (?:wij|we) .{0,60}\bniet (?:aanvaarden|accepteren|onderschrijven|instemmen|akkoord)",
    r"(?:aanvaarden|accepteren|onderschrijven) (?:wij|we) .{0,40}\b(?:niet|geen)\b",
    r"(?:stellen|stelt|verbinden|verbindt|maken|hanteren|geldt|gelden)\b[^,;]{0,60}"
    r"\b(?:als |de |een |volgende )+(?:voorwaarden?|conditie|eis)\b",
    r"(?:op|onder) (?:de |het |een )?(?:volgende )?(?:uitdrukkelijke? )?"
    r"(?:voorwaarden?|conditie|beding|voorbehoud) dat\b",
    r"(?:bedingt|bedingen) (?:wij |we )?.{0,40}\bdat\b",
    r"(?:slechts|alleen|uitsluitend) (?:akkoord|bereid|gehouden) (?:als|indien|wanneer|mits|voor zover)\b",
    r"met uitzondering van (?:eis|artikel|paragraaf|bijlage|de eis)\b",
    r"behoudens (?:eis|artikel|paragraaf)\b",
    r"behouden .{0,20}\bons .{0,40}\bvoor\b",
    r"niet gebonden aan\b",
    r"ons niet gebonden\b",
    r"afwijk\w+ van (?:eis|artikel|de eis|het inkoopdocument|de overeenkomst)\b",
    rf"(?:mits|tenzij|(?:alleen|slechts|pas) als|pas wanneer|(?:alleen|slechts) indien)\b.{{0,90}}"
    rf"\b{_GELD}",
    r"verval(?:t|len) (?:deze|onze|de) (?:instemming|akkoord\w*|inschrijving|aanbieding|toezegging)",
    r"(?:verval(?:t|len)|komt te vervallen|trekken (?:wij|we)) .{0,60}"
    r"\b(?:aanbod|aanbieding|inschrijving|offerte)\b",
    r"(?:alleen|slechts|pas|uitsluitend) (?:als|indien|wanneer|nadat|mits) (?:de |het )?"
    r"(?:regio|gemeenten?|opdrachtgever|aanbesteder|rsj)\b.{0,60}"
    r"\b(?:toeze\w*|garande\w*|garantie|afneemt|afnemen|instem\w*|instemt|akkoord|betaalt|vergoed\w*"
    r"|bijdra\w*)",
    r"schort(?:en|t)? .{0,60}\bop\b",
    r"(?:houden|behouden) .{0,20}\bhet recht voor\b",
    r"niet (?:volledig |geheel |zonder meer )?(?:conformeren|verenigen|gehouden)\b",
)
_ZONDER_VOORBEHOUD = een_van(
    r"(?:zonder|geen|vrij van) (?:\w+ ){0,2}(?:\w+ of )?voorbehoud\w*",
    r"(?:is|wordt|worden|zijn) (?:\w+ ){0,3}voorbehouden\b",
    r"voorbehouden aan\b",
    r"onvoorwaardelijk\w*",
    r"zonder (?:\w+ ){0,3}(?:voorwaarden?|uitzondering\w*|kanttekening\w*|beperking\w*|mits\w*)",
)
# A reservation about the bid or the contract, not about the hulp ("under reservation of parental consent").
_OVER_INSCHRIJVING = re.compile(
    r"€|\b(?:inschrijv\w*|aanbied\w*|aanbesteding\w*|eis|eisen|tarie\w*|prij[sz]\w*|kosten|vergoeding\w*"
    r"|index\w*"
    r"|overeenkomst|contract\w*|euro|opdrachtgever|gemeente\w*|rsj|regio|voorwaarden|inkoopdocument|budget\w*"
    r"|omzet\w*|cao|volume\w*|afname|aansprakelijk\w*|aanbod|offerte|toezegging)\b"
)
_VOORWAARDE = een_van(
    r"(?:mits|tenzij|behoudens|uitgezonderd|behalve|voorbehoud|indien|zodra|zolang)\b",
    r"(?:met|op) uitzondering(?:en)? (?:van|na)\b",
    r"op .{0,30} na\b$",
    r"(?:op|onder) (?:de |een |\w+ )?(?:voorwaarde|conditie)\b",
    r"(?:alleen|slechts) (?:als|wanneer)\b",
    r"onder (?:de )?aanname\b",
    r"met (?:de |deze |een )?(?:kanttekening|beperking|restrictie)\b",
    r"voor zover\b",
    r"met dien verstande\b",
    r"met inachtneming van onze\b",
    r"niet akkoord\b",
    r"(?:in beginsel|op hoofdlijnen|grotendeels|zo ?veel mogelijk|nagenoeg)\b",
)
_KOSTEN = een_van(
    r"in rekening\b",
    r"(?:doorbelast\w*|doorbereken\w*|doorberekend|doorgerekend|factureren|gefactureerd)",
    r"berekenen (?:wij|we) .{0,40}\bdoor\b",
    r"belast\w* (?:wij |we )?.{0,60}\bdoor\b",
    r"(?:sturen|stuurt|zenden|zendt|krijgt|krijgen|ontvangt|ontvangen|volgt) .{0,60}"
    r"\been (?:\w+ )?(?:rekening|factuur|nota|kostenopgave)\b",
    r"(?:op kosten|voor rekening|ten laste) van (?:de |het |een )?(?!ons\b|onze\b|ons|inschrijver)\w+",
    r"tegen (?:een |het |redelijke |de geldende |geringe ){0,2}(?:betaling|vergoeding|kostprijs|bedrag"
    r"|\w*tarief)",
    r"(?:kostprijs|uurtarief|administratiekosten)\b",
    r"(?:vergoeding|bijdrage) van (?:€|\d)",
    r"(?:eigen bijdrage|waarborgsom|griffierecht|kopieerkosten)\b",
    r"(?:vragen|vraagt|rekenen|betaalt) .{0,40}(?:€ ?\d|\bbijdrage\b)",
    r"(?:vragen|vraagt|rekenen|ontvangen) (?!over\b).{0,40}\bvergoeding\b",
)
_KOSTELOOS = een_van(
    r"(?:kosteloos|kosteloze|gratis|om niet)\b",
    r"(?:zonder|geen) (?:\w+ ){0,2}(?:kosten|vergoeding)\b",
    r"(?:eigen|onze) rekening\b",
    r"(?:niets|niet) in rekening\b",
    r"(?:nooit|geen|niet|niets|niemand) .{0,60}\b(?:rekening|factuur|nota)\b",
    r"kost (?:\w+ ){0,4}(?:niets|niks)\b",
)
_EINDE = (
    r"(?:stop\w*|sluit\w*|eindig\w*|beeindig\w*|stroom\w*|stromen|vertrek\w*|verla\w*|verhui\w*|loslat\w*"
    r"|houdt"
    r"|houden|schrijven|ruim\w*|(?:maakt|maken) plaats|(?:moet|moeten) weg|gaat (?:\w+ )?uit huis|afloopt"
    r"|loopt af)"
)
_TOCH = r"(?:(?:ook|zelfs|eveneens) (?:als|wanneer|indien|al)|ongeacht of)\b"
_EINDIGT_TOCH = een_van(
    rf"{_EINDE}\b.{{0,160}}\b{_TOCH}.{{0,120}}\b{_NEGATIE}",
    rf"{_TOCH}.{{0,120}}\b{_NEGATIE}.{{0,120}}\b{_EINDE}\b",
    rf"{_EINDE}\b.{{0,120}}\bof .{{3,80}}\bof niet\b",
    rf"{_EINDE}\b.{{0,160}}\b{_TOCH}.{{0,80}}\bnog (?:\w+ )?(?:nodig|bezig|loopt)\b",
)


def zinsdelen(zin: str) -> list[str]:
    """The clauses of a sentence, folded."""
    return [deel.strip() for deel in _ZINSDEEL.split(fold(zin)) if deel and deel.strip()]


def ontkent(zinsdeel: str) -> bool:
    """Does this clause deny what it says? Limits ("niet later dan"), double negations ("nooit zonder") and
    conditions ("als dat niet lukt") do not count."""
    if _VOORWAARDELIJK.match(zinsdeel) or re.match(r"\W*zonder\b", zinsdeel):
        return False
    staart = _STAART.search(zinsdeel)
    if staart is not None:
        if staart["woord"] in _TOT_DAN and _NEGATIEF.search(zinsdeel[: staart.start()]):
            return False  # "niet ... voordat": a limit
        zinsdeel = zinsdeel[: staart.start()]
    return _NEGATIEF.search(_GEEN_ONTKENNING.sub(" ", zinsdeel)) is not None


_NADEEL_ONTKEND = een_van(*_NIET_NADELIG)


def ontkent_nadeel(zinsdeel: str) -> bool:
    """Does this clause say that something bad is not done ("dat slaan wij niet over")?"""
    return _NADEEL_ONTKEND.search(zinsdeel) is not None


@lru_cache(maxsize=8192)
def ontkende_delen(zin: str) -> tuple[str, ...]:
    """The main clauses in which the bidder denies something ("nemen wij geen contact op")."""
    delen = []
    voorwaarde = False
    alle = zinsdelen(zin)
    for deel, volgend in zip(alle, [*alle[1:], ""], strict=False):
        if _GEVOLG.match(volgend):
            continue  # "wordt dit niet gehaald, dan ...": the case, not the promise
        voorwaarde = bool(_BEGIN_VOORWAARDE.search(deel)) or (voorwaarde and not _HOOFDZIN.match(deel))
        if not voorwaarde and ontkent(deel) and _WIE.search(deel) and not _BIJZIN.search(deel):
            delen.append(deel)
    return tuple(delen)


def heeft_ontkenning(zinsdeel: str) -> bool:
    """Does this clause hold a word of denial, whatever it does there?"""
    return _NEGATIEF.search(zinsdeel) is not None


def noemt_wie(zinsdeel: str) -> bool:
    """Does this clause have the bidder, or something done, as its own subject?"""
    return _WIE.search(zinsdeel) is not None


def eindigt_toch(zin: str) -> bool:
    """Does something end although what should come first is not there ("ook als er nog geen plek is")?"""
    return _EINDIGT_TOCH.search(fold(zin)) is not None


_TE_LAAT = een_van(
    r"achteraf\b",
    r"na afloop\b(?! van)",
    r"(?:pas|eerst) (?:na|nadat|als|wanneer|bij|op het moment)\b",
    r"pas .{0,40}\b(?:na|nadat)\b",
    r"nadat (?:\w+ ){1,8}(?:intern|onderzo\w+|uitgezocht|bevestigd|beoordeeld|vrijgegeven)\b",
    r"in (?:ons|het) jaarverslag\b",
    r"zonder (?:\w+ )?(?:overleg|instemming|toestemming|tussenkomst|contact)\b",
)
_NA_OVERLEG = een_van(
    r"(?:instem\w*|ingestemd|stemt|akkoord|overlegd|overleggen|besproken|afgesproken|toewijzing\w*|ja)\b"
)
_EERSTE_WOORDEN = 4


def komt_te_laat(zin: str, gevraagd: frozenset[str] = frozenset()) -> bool:
    """Does something happen afterwards, or without the talk that should come first? "Nooit zonder overleg"
    and "pas na overleg" do not, nor what waits for something that is asked (its stems in `gevraagd`)."""
    for deel in zinsdelen(zin):
        laat = _TE_LAAT.search(deel)
        if laat is None or _NEGATIEF.search(deel) or _NA_OVERLEG.search(deel):
            continue
        if laat[0].startswith(("pas", "eerst")) and _NA_OVERLEG.search(fold(zin)):
            continue  # "pas als het kan: de Toegang heeft een toewijzing gegeven"
        wacht_op = stems(deel[laat.end() :])[:_EERSTE_WOORDEN]
        if not (laat[0].startswith(("pas", "eerst")) and gevraagd.intersection(wacht_op)):
            return True
    return False


_NIET_AFWACHTEN = een_van(
    rf"{_NEGATIE} (?:[\w-]+ ){{0,3}}(?:af te wachten|afwacht\w*|afgewacht|gewacht)\b",
    r"wacht(?:en|t)? (?:[\w-]+ ){0,9}niet (?:af|op|tot|totdat)\b",
    r"op (?:[\w-]+ ){1,6}wacht(?:en|t)? (?:[\w-]+ ){0,3}niet\b",
    r"zonder (?:[\w-]+ ){0,8}(?:af te wachten|te wachten)\b",
    r"vooruitlopend op\b",
    r"(?:ook|zelfs) (?:als|wanneer|indien|al) .{0,80}"
    r"\bnog (?:niet|geen|moet\w*|onderweg|ontbre\w+|uitblijft)\b",
    r"(?:volgt|komt|ontvangen wij) (?:[\w-]+ ){0,6}(?:later|achteraf)\b",
    r"(?:volgt|komt|doen (?:wij|we)) (?:[\w-]+ ){0,4}zodra (?:wij|we|er) (?:[\w-]+ ){0,3}(?:tijd|ruimte"
    r"|capaciteit)\b",
    r"(?:mag|mogen|kan|kunnen|gaat|gaan) (?:[\w-]+ ){0,3}alvast\b",
    r"(?:lever\w*|stuur\w*|sturen) (?:[\w-]+ ){0,5}na zodra\b",
)
_BIJ_UITZONDERING = een_van(
    r"(?:alleen|enkel|slechts|uitsluitend|behalve|behoudens|tenzij|uitgezonderd|uitzonder\w*)\b"
)


def wacht_niet_af(zin: str) -> bool:
    """Does something begin before what it should wait for is there? Not when that is the exception."""
    plain = fold(zin)
    return _NIET_AFWACHTEN.search(plain) is not None and not is_uitzondering(plain)


def is_uitzondering(zin: str) -> bool:
    """Does the sentence tell the case in which something else goes ("alleen bij crisis ...")?"""
    return _BIJ_UITZONDERING.search(fold(zin)) is not None


_NEEMT_TERUG = re.compile(
    r"^\W*(?:(?:dit|dat) geldt niet )?(?:behoudens|behalve|uitgezonderd|met uitzondering van|tenzij|mits"
    r"|niet (?:in|tijdens|op|bij|voor)|(?:met )?uitzondering)\b"
)
_BIJ_WET = re.compile(r"\b(?:wet|wettelijk\w*|avg|privacy\w*|rechter\w*|toestemming|jeugdwet)\b")


def neemt_terug(zin: str) -> bool:
    """Is this the exception to a promise made before it ("Behoudens de zomerweken, ...")? An exception that
    the law makes is none of the bidder's own."""
    plain = fold(zin)
    return _NEEMT_TERUG.search(plain) is not None and _BIJ_WET.search(plain) is None


_VOORNEMEN = een_van(
    r"(?:voornemen|voornemens|van plan)\b",
    r"in de toekomst\b",
    r"op (?:de )?(?:lange(?:re)? )?termijn\b(?! van)",
    r"(?:wij|we) (?:hopen|streven ernaar|ambieren|overwegen|onderzoeken (?:of|hoe))\b",
    r"(?:ambitie|streven|wens) (?:is|om|van)\b",
    r"(?:zullen|gaan|willen|gaat|zal|wil) .{0,60}\b(?:in (?:de loop van )?20[2-9]\d|volgend jaar)\b",
    r"in (?:de loop van )?20[2-9]\d .{0,60}"
    r"\b(?:zullen|gaan|willen|gaat|zal|onderzo\w+|starten|ontwikkel\w+|invoer\w*)\b",
    r"wordt .{0,30}\bonderzocht (?:of|hoe)\b",
    r"nog (?:niet|geen) (?:[\w-]+ ){0,4}(?:ingericht|geregeld|ingevoerd|opgezet|vastgesteld|beschikbaar)\b",
    r"(?:nog )?in (?:ontwikkeling|oprichting|voorbereiding)\b",
)


@lru_cache(maxsize=8192)
def is_voornemen(zin: str) -> bool:
    """Does the sentence tell a plan for later, rather than what is done now or from the start?"""
    return _VOORNEMEN.search(fold(zin)) is not None


# Turned away in a friendlier way: of this alone it is not sure that it is a refusal.
_ELDERS = een_van(
    r"(?:(?:wij|we) (?:verwijzen|wijzen|sturen)|(?:verwijzen|wijzen|sturen) (?:wij|we)) "
    r".{0,80}\b(?:door|de weg|naar (?:een |onze |de )?(?:andere?|collega)\w*)\b",
    r"(?:zijn|is) (?:wij |we )?(?:er )?(?:alleen |uitsluitend |enkel )?(?:er )?(?:bedoeld |bestemd )?voor "
    r"(?:gezinnen|kinderen|jongeren|jeugdigen|meisjes|jongens)\b",
    r"(?:richten|richt) (?:wij |we )?(?:ons|zich) (?:alleen|uitsluitend|enkel)\b",
    r"(?:vragen|verwachten|eisen|verlangen) (?:wij|we) (?:van|dat) (?:[\w-]+ ){0,4}(?:ouders|gezin\w*|kind\w*"
    r"|jongere\w*|jeugdige\w*)\b",
)


_VOLWASSEN = re.compile(r"\bvolwassenen?\w*|\bmeerderjarig\w*|\b(?:18|achttien)\b|\bwmo\b")


def stuurt_elders(zin: str) -> bool:
    """Does the sentence point somebody to another place, or say for whom alone the bidder is there?"""
    plain = _GEVAL_VOORAF.sub("", fold(zin))
    if _VOLWASSEN.search(fold(zin)):
        return False  # who has come of age is for another law
    return _ELDERS.search(plain) is not None and _NIET_WEIGEREN.search(plain) is None


def weigert(zin: str) -> bool:
    """Does the sentence turn a jeugdige or referral away?"""
    plain = _GEVAL_VOORAF.sub("", fold(zin))
    return (
        _WEIGERING.search(plain) is not None
        and _NIET_WEIGEREN.search(plain) is None
        and len(plain.split()) > _LABEL
    )


def maakt_voorbehoud(zin: str) -> bool:
    """Does the sentence reserve, condition or refuse what the tender asks?"""
    plain = _ZONDER_VOORBEHOUD.sub(" ", fold(zin))
    return _VOORBEHOUD.search(plain) is not None and _OVER_INSCHRIJVING.search(plain) is not None


def is_voorwaardelijk(zin: str) -> bool:
    """Does an agreement in this sentence hang on a condition or exception?"""
    return _VOORWAARDE.search(_ZONDER_VOORBEHOUD.sub(" ", fold(zin))) is not None


def vraagt_geld(zin: str) -> bool:
    """Does the sentence put a price on something, rather than promise that it is free?"""
    plain = fold(zin)
    return _KOSTELOOS.search(plain) is None and _KOSTEN.search(plain) is not None
