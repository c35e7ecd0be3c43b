"""How Dutch sentences limit a promise: a case, an exception, a later start, something left out or left to
others.

All functions read one sentence and know nothing of eisen; what a limit means for an eis is for the caller.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from compliance.eisen.ontkenning import een_van
from knowledge.text.hoeveelheid import Soort
from knowledge.text.normalise import fold
from knowledge.text.quantities import read_quantities


@dataclass(frozen=True, slots=True)
class Beperking:
    """A promise (`belofte`) and the case to which it is limited, or which is taken out of it (`geval`); both
    folded."""

    geval: str
    belofte: str
    versmalt: bool = False
    """The thing itself is narrowed ("alleen calamiteiten met letsel"), rather than its case."""


_ALLEEN = r"(?:alleen|slechts|enkel|uitsluitend|pas)"
_GEVAL = re.compile(
    rf"\b(?:mits|tenzij|behalve|uitgezonderd|behoudens|met uitzondering van|op voorwaarde dat"
    rf"|{_ALLEEN} (?:[\w-]+ ){{0,2}}(?:als|wanneer|indien|zodra|voor zover)|voor zover|zolang)\b"
)
_TOT = re.compile(r"[,;]")
_TEGEN_BETALING = re.compile(rf"\b{_ALLEEN} (?:\w+ ){{0,2}}tegen\b")
# A main clause that tells what is not done, or how the rule is left: a limit on it is kind, not a clash.
_LAAT_LOS = re.compile(
    r"\b(?:niet|geen|nooit|niemand|stopp\w*|gestopt|beeindig\w*|eindig\w*|wissel\w*|weiger\w*|afwijk\w*"
    r"|wijken|wijkt"
    r"|uitzondering\w*|uitzendkracht\w*|los|loslat\w*|afwijz\w*|afgewezen|dwang|lening\w*|lenen|sluit\w*"
    r"|ontslag)\b"
)
# Limits that the law, the client's own wish or the matter itself sets.
_VANZELF = re.compile(
    r"\b(?:wet|wettelijk\w*|wetgeving|jeugdwet|avg|privacy\w*|rechter\w*|toestemming|nodig|noodzakelijk"
    r"|van toepassing"
    r"|aan de orde|relevant|veilig\w*|acuut|acute|gevaar|nood\w*|crisis\w*|bezwaar|(?:niet|anders) (?:wil"
    r"|willen|wenst)"
    r"|niet wil|anders wil\w*|mogelijk|bijzondere omstandigheden|overmacht|storing\w*)\b"
    r"|^ (?:dat|dit|die|het) (?:\w+ ){0,2}(?:niet|geen)\b"
)
# "Alleen calamiteiten met letsel melden wij": the object itself is narrowed.
_ALLEEN_DIT = re.compile(
    r"^\W*(?:alleen|uitsluitend|slechts|enkel) (?P<geval>(?!als|wanneer|indien|bij|na|zo|dan|dat"
    r"|wie)[^,;:]+?) "
    r"(?P<belofte>(?:meld\w*|informer\w*|bespre\w*|overlegg\w*|registr\w*|rapport\w*|evalu\w*|onderbouw\w*"
    r"|public\w*"
    r"|lever\w*|betrek\w*|deel|delen|krijg\w*|geven|dragen|maken|stellen|voeren) (?:wij|we)\b.*)"
)


@lru_cache(maxsize=8192)
def beperkingen(zin: str) -> tuple[Beperking, ...]:
    """The limits that this sentence puts on what it promises, without those that stand to reason."""
    plain = fold(zin)
    gevonden = []
    for treffer in _GEVAL.finditer(plain):
        erna = plain[treffer.end() :]
        ervoor = plain[: treffer.start()].strip(" ,;:-")
        geval, rest = _TOT.split(erna, 1) if _TOT.search(erna) else (erna, "")
        belofte = ervoor or rest
        if belofte and not _LAAT_LOS.search(belofte) and not _VANZELF.search(geval):
            gevonden.append(Beperking(geval.strip(" ."), belofte.strip()))
    if (dit := _ALLEEN_DIT.search(plain)) is not None and not _VANZELF.search(dit["geval"]):
        gevonden.append(Beperking(dit["geval"], dit["belofte"], versmalt=True))
    if (betaald := _TEGEN_BETALING.search(plain)) is not None:
        gevonden.append(Beperking(plain[betaald.end() :].strip(" ."), plain[: betaald.start()]))
    return tuple(gevonden)


_ANDER = (
    r"(?:gemeenten?|toegang|verwijzers?|opdrachtgever|regio|rsj|huisarts|school|ouders|gezin(?:nen)?"
    r"|veilig thuis"
    r"|wijkteam|spoedhulp|crisisdienst)"
)
_WIJ = r"(?:wij |we )"
_PAAR = r"(?:[\w-]+ ){0,4}"
_LAAT_WEG = (
    rf"(?:houden|houdt|blijven|blijft) (?:{_WIJ}|het |dit |dat |deze )*(?:intern|binnenskamers|onder ons"
    rf"|stil)\b",
    rf"(?:houden|houdt) {_PAAR}(?:stil|geheim|voor ons)\b",
    rf"(?:leggen|leg|legt) {_WIJ}?.{{0,60}}\bnaast (?:ons|zich) neer\b",
    rf"(?:laten|laat) (?:{_WIJ}|het |dit |dat )*(?:achterwege|na|rusten|varen)\b",
    rf"(?:laten|laat) {_WIJ}?(?!pas)(?:\w+ ){{0,3}}(?:achterwege|los (?:waar|als|wanneer|zodra)"
    rf"|buiten beschouwing)\b",
    rf"(?:slaan|slaat) {_WIJ}?(?:[\w-]+ ){{0,6}}over\b",
    rf"(?:zien|ziet) {_WIJ}?{_PAAR}(?:\w*van) af\b",
    rf"(?:hoeven|hoeft) {_WIJ}?(?:[\w-]+ ){{0,6}}niet (?:meer )?(?:na te (?:leven|komen|volgen)"
    rf"|\w+ te worden)\b",
    r"(?:vervalt|vervallen|opgeheven|afgeschaft|geschrapt)\b",
    rf"(?:houden|houdt) {_WIJ}?{_PAAR}(?:daar|er)?buiten$",
    r"(?:daar|er)buiten\b$",
    rf"raden {_WIJ}?{_PAAR}af\b",
)
_TE_VEEL = (
    rf"(?:vind|vinden|vindt|is|zijn|lijkt|achten) (?:{_WIJ}|ons |voor ons |dat |dit |het )*(?:veel )?"
    r"(?:te (?:omslachtig|duur|tijdrovend|ingewikkeld|bewerkelijk|gevoelig|belastend|bureaucratisch|streng"
    r"|strak"
    r"|kostbaar)|overbodig|niet (?:haalbaar|realistisch|zinvol|werkbaar)|onnodig|ondoenlijk|onhaalbaar"
    r"|onwerkbaar"
    r"|overdreven)\b",
    rf"(?:vind|vinden|vindt|acht|achten) (?:{_WIJ})?(?:[\w-]+ ){{0,3}}(?:niet |on)nodig\b",
    r"(?:kost|vraagt|vergt) (?:ons |\w+ )?te veel (?:tijd|geld|werk|uren|moeite)\b",
    r"(?:daarvoor|daar) zijn (?:wij|we) te klein\b",
)
_AAN_ANDEREN = (
    rf"(?:laten|laat) {_WIJ}?{_PAAR}over aan\b",
    rf"(?:is|zijn|blijft|wordt) {_PAAR}(?:een zaak|de zaak|een taak|de taak|taak|werk"
    rf"|verantwoordelijkheid) (?:van|voor) "
    rf"(?:de |het |een )?{_ANDER}\b",
    rf"(?:is|zijn|blijft) {_PAAR}(?:het )?aan (?:de |het )?{_ANDER}\b",
    rf"verantwoordelijk\w* .{{0,60}}\b(?:ligt|liggen|berust) bij (?:de |het )?{_ANDER}\b",
    rf"(?:ligt|liggen|berust) (?:dan )?(?:de )?verantwoordelijk\w* .{{0,40}}\bbij (?:de |het )?{_ANDER}\b",
    r"(?:lossen|lost|regelen|regelt|handelen|handelt) .{0,40}\bintern (?:op|af)\b",
    rf"(?:zoek\w*|regel\w*|gaat|gaan|moet\w*|neemt|nemen|lost|lossen) (?:de "
    rf"|het )?{_ANDER} (?:[\w-]+ ){{0,3}}?zelf\b",
    rf"{_ANDER} (?:zoek\w*|regel\w*|gaat|gaan|moet\w*|neemt|nemen|lost|lossen) {_PAAR}zelf\b",
    r"(?:dan )?is (?:dat|dit) aan ons\b",
    r"(?:is|zijn|valt|vallen) (?:\w+ ){0,3}niet (?:onze|mijn) (?:taak|zaak|verantwoordelijkheid|rol)\b",
    r"(?:hoort|horen|behoort) (?:\w+ ){0,3}niet (?:tot|bij) (?:ons|onze)\b",
    r"(?:lost|zoekt|regelt|doet|vraagt) .{0,60}\b(?:zelf maar|maar zelf)\b",
    rf"(?:sturen|stuurt|belasten|berekenen|brengen) {_WIJ}?.{{0,60}}\bdoor (?:naar|aan) (?:de "
    rf"|het )?{_ANDER}\b",
)
_EIGEN_WEG = (
    rf"(?:zien|beschouwen|lezen) {_WIJ}?(?:[\w-]+ ){{0,3}}als (?:een )?(?:richt\w*|streef\w*|advies"
    rf"|indicatie|suggestie"
    r"|vrijblijvend|handreiking|hulpmiddel)\b",
    r"is (?:voor ons )?(?:een |niet meer dan een )(?:vertrekpunt|richtlijn, geen|richtsnoer, geen"
    r"|suggestie)\b",
    rf"(?:bepalen|kiezen|beslissen|besluiten|bedenken) {_WIJ}(?:[\w-]+ ){{0,3}}zelf\b",
    rf"(?:nemen|voeren|houden) {_WIJ}?zelf de (?:regie|leiding)\b",
    rf"(?:behouden|houden) {_WIJ}?(?:\w+ ){{0,2}}het recht voor\b",
    r"recht behouden (?:wij|we) ons voor\b",
    rf"(?:houden|beperken) {_WIJ}?ons (?:\w+ )?bij (?:onze|ons) eigen\b",
    r"(?:volg|hanteer|gebruik|werk|houd)\w* (?:[\w-]+ ){0,5}(?:een|ons|onze|de"
    r"|het) eigen (?:\w+ )?(?:protocol|methode"
    r"|format|systeem|werkwijze|model|richtlijn\w*|lijst|code|norm\w*|definitie\w*|programma|versie"
    r"|regels)\b",
    r"\beigen (?:protocol|methode|format|systeem|werkwijze|model|richtlijn\w*|lijst"
    r"|definitie\w*) in plaats van\b",
    r"(?:vertrouwen|varen) (?:wij |we )?(?:\w+ ){0,2}op (?:ons|onze) eigen\b",
    r"(?:eigen|onze) (?:eigen )?visie gaat (?:\w+ )?voor\b",
    r"(?:doen|doet) (?:zij|wij|we|ze) het anders\b",
    rf"verstaan {_WIJ}iets anders\b",
    r"(?:stapp\w*|stapt) (?:\w+ ){0,3}(?:daar|hier)?\w* ?niet van af\b",
    r"werk\w* (?:\w+ ){0,2}nog (?:met|volgens) (?:de |het )?(?:\w+ )?(?:oude|vorige|eerdere|versie)\b",
)
_NAAR_INZICHT = (
    r"(?:als|wanneer|zolang|zodra|waar) (?!(?:het |de |een )?(?:gezin|jeugdige|jongere|kind|ouders|hij"
    r"|zij)\b)"
    r"(?:[\w-]+ ){1,5}(?:nodig|handig|goed|beter|zinvol|wenselijk|prettig) "
    r"(?:vind\w*|acht\w*|lijkt|dunkt)\b",
    r"(?:als|wanneer) (?:[\w-]+ ){1,4}(?:uitkomt|schikt)\b",
    r"die ons uitkomt\b",
    r"naar eigen (?:inzicht|oordeel|keuze|believen)\b",
    r"(?:als|wanneer|zodra) (?:het team|de directie|de leiding|de groepsleiding|wij|we) (?:dat|het|dit) "
    r"(?:beslis\w*|beslui\w*|wil|willen)\b",
)
_TOCH_DOOR = (
    rf"(?:declareren|leveren|helpen|behandelen|starten|beginnen|vragen|rekenen"
    rf"|plaatsen) {_WIJ}(?:\w+ ){{0,3}}toch\b",
    r"(?:eindigt|stopt|begint|start|sluit) (?:[\w-]+ ){0,4}toch\b",
    rf"(?:starten|beginnen) {_WIJ}(?:alvast|zodra de verwijs\w+)\b",
    r"of (?:hij|zij|het kind|de jongere|de jeugdige) (?:nu )?(?:[\w-]+ ){1,8}of niet\b",
    r"hoewel (?:wij|we) (?:[\w-]+ ){0,4}niet\b",
    r"ook als (?:de jeugdige|het kind|de jongere|hij|zij|ouders|het gezin) (?:[\w-]+ ){0,5}niet\b",
)
_LAAT_NA = een_van(*_LAAT_WEG, *_TE_VEEL, *_AAN_ANDEREN, *_EIGEN_WEG, *_NAAR_INZICHT, *_TOCH_DOOR)
_BIJ_WET = re.compile(r"\bvolgens de (?:jeugd)?wet\b|\bwettelijk (?:niet )?verplicht\b")
_NIET_NALATEN = een_van(
    r"(?:niet|nooit|geen|niets|niemand)\b.{0,40}\b(?:achterwege|overslaan|naast ons|intern)\b"
)


@lru_cache(maxsize=8192)
def laat_na(zin: str) -> bool:
    """Does the sentence leave something out, leave it to others, or put a way of its own in its place?"""
    plain = fold(zin)
    return (
        _LAAT_NA.search(plain) is not None
        and _NIET_NALATEN.search(plain) is None
        and _BIJ_WET.search(plain) is None
    )


_ZONDER = re.compile(
    r"\bzonder (?!dat\b|meer\b|te\b)(?P<wat>(?:[\w-]+ ){0,3}?[\w-]+(?: (?:of|en) [\w-]+)?)(?=[ .,;:)]|$)"
)
_NIET_ZONDER = re.compile(
    r"\b(?:niet|nooit|geen|niemand|niets|evenmin)\b[^;:]{0,90}\bzonder\b"
    r"|\bzonder\b[^;:]{0,90}\b(?:niet|nooit|geen|niemand|niets|evenmin)\b"
)
# Who has none of it, or what that is like: "gezinnen die zonder netwerk begonnen".
_WIE_ZONDER = re.compile(
    r"\b(?:die|wie)\b[^,;:]{0,40}\bzonder\b|\bzonder (?:[\w-]+ ){1,5}(?:is|zijn|was|lijkt)\b"
)


@lru_cache(maxsize=8192)
def zonder_wat(zin: str) -> tuple[str, ...]:
    """What is done without, as the sentence has it: "zonder maatregel of machtiging". Not "nooit zonder"."""
    plain = fold(zin)
    if _NIET_ZONDER.search(plain) or _WIE_ZONDER.search(plain):
        return ()
    return tuple(m["wat"] for m in _ZONDER.finditer(plain))


_PAS = r"(?:pas|eerst|niet eerder dan|op zijn vroegst|vanaf|met ingang van|ingaande)"
_PAS_NA = re.compile(rf"\b{_PAS}\b[^.;]{{0,30}}$")


# "Wij zullen in 2025 een samenwerking aangaan", "in de loop van 2025 stappen wij over".
_DAN_BEGINT = re.compile(
    r"\b(?:zullen|zal|gaan|gaat|willen|wil|starten|start|beginnen|begint|stappen|stapt|voeren|voert|wordt"
    r"|worden|komt|komen|verwachten|richten|sluiten)\b[^.;]{0,40}?"
    r"\bin (?:de loop van |het (?:voor|na)jaar van |de zomer van )?"
    r"(20\d\d)\b(?! al\b)"
    r"|^\W*(?:in de loop van |in (?:het (?:voor|na)jaar van )?)(20\d\d) (?:zullen|zal|gaan|gaat|willen"
    r"|starten"
    r"|beginnen|stappen|voeren|sluiten|richten|komt|komen|wordt|worden)\b"
)


@lru_cache(maxsize=8192)
def begint_na(zin: str, begin: date) -> bool:
    """Does the sentence let something start only later than this day ("pas in 2025"), or only after half a
    year or more has gone by ("pas na anderhalf jaar")?"""
    plain = fold(zin)
    for jaar in re.finditer(rf"\b{_PAS} (?:\w+ ){{0,4}}?(20\d\d)\b", plain):
        if int(jaar[1]) > begin.year:
            return True
    for jaar in _DAN_BEGINT.finditer(plain):
        if int(jaar[1] or jaar[2]) > begin.year:
            return True
    for h in read_quantities(plain):
        if not _PAS_NA.search(plain[: h.begin]):
            continue
        if h.datum is not None and h.datum.jaar is not None:
            if date(h.datum.jaar, h.datum.maand, 1) > begin:
                return True
        elif (
            h.soort is Soort.DUUR
            and h.eenheid in ("maand", "jaar")
            and h.waarde * (12 if h.eenheid == "jaar" else 1) >= 6
            and re.search(r"\b(?:pas|eerst) (?:na|over)\b[^.;]{0,20}$", plain[: h.begin])
        ):
            return True
    return False


_AANGEHAALD = re.compile(
    r"^\W*(?:u|jullie|de eis|eis [\w-]+|het inkoopdocument|de opdrachtgever|de regio|de aanbesteding"
    r"|het bestek) "
    r"(?:stelt|stel|noemt|noem|vraagt|eist|verlangt|wil|schrijft|zegt|gaat uit van|hanteert)\b"
)


@lru_cache(maxsize=8192)
def haalt_aan(zin: str) -> bool:
    """Does the sentence only repeat what the eis asks ("De eis noemt vijf werkdagen")?"""
    return _AANGEHAALD.search(fold(zin)) is not None
