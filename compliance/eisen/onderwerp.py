"""Whether a sentence is about something else than the hulp: staff, suppliers, a building, a shop, another's
work. "Klachten van medewerkers" uses the words of an eis and says nothing of it."""

import re
from functools import lru_cache

from compliance.eisen.ontkenning import een_van
from knowledge.text.normalise import fold

_CLIENT = een_van(
    r"(?:jeugdige|jongere|kind|kinder|tiener|puber|baby|peuter|kleuter|client|pupil|ouder|opvoeder|gezin"
    r"|pleeg"
    r"|zoon|dochter|broer|zus|leerling|bewoner|verwijz|verwijs|toegang\b|hulpverlening|behandelaar)\w*"
)
_ANDERE_ZAKEN = een_van(
    # people and offices beside the hulp
    r"(?:sollicit|ondernemingsraad|personeelsblad|jubilaris|leidinggevende|functioneringsgesprek"
    r"|ontwikkelplan"
    r"|leverancier|aannemer|hovenier|installateur|architect|notaris|boekhouder|makelaar|verhuurder|huurder"
    r"|woningcorporatie|leasemaatschappij|schoonma|cater|tuinman|huismeester|chauffeur|woordvoerder"
    r"|journalist"
    r"|donateur|sponsor|franchisegever|arbeidsinspectie|omwonende|advocaat|drukker|monteur|glazenwasser)\w*",
    # buildings and things
    r"(?:huurcontract|verbouwing|bouwrijp|bouwgrond|parkeer|lift|beveiligingscamera|storingsdienst"
    r"|alarmcentrale"
    r"|brandmeld|brandprotocol|ontruim|onderhoudsplan|beplanting|tuin|speelplek|speeltoestel|gymzaal"
    r"|meubilair|verwarming"
    r"|dakgoot|zonnepanelen|magazijn|vrachtwagen|wagenpark|bedrijfsauto|bestelbus|kilometers|printer"
    r"|laptop)\w*",
    # other work
    r"(?:kringloop|webshop|winkel|bakkerij|houtwerkplaats|restaurant|kantine|buurthuis|voetbalclub"
    r"|sportclub|sportdag"
    r"|verblijfsvergunning|subsidie|pensioen|datalek|intranet|financiele software|boekhoudprogramma"
    r"|openbaar vervoer"
    r"|hoofdkantoor|marktverkenning|personeelsfeest)\w*",
    r"(?:pers|verlof)\b",
)
_PERSONEEL = een_van(
    r"(?:van|voor|door|aan|onder|met) (?:onze |de |alle |nieuwe |eigen )*"
    r"(?:medewerkers|personeel|collega'?s|werknemers|vrijwilligers|leraren|stagiairs?)\b",
    r"(?:wordt|is|raakt|valt|meldt) een (?:medewerker|collega|werknemer)\b",
    r"(?:nieuwe )?medewerkers (?:krijgen|evalueren|hebben recht|kunnen zich)\b",
    r"(?:de |onze )?vrijwilligers (?:in|van|op) (?:de |onze )?\w+ (?:hebben|krijgen)\b",
)
_ANDER_DOET = re.compile(
    r"^\W*(?:de|het|onze|een)? ?(?:gemeenten?|school|scholen|onderaannemers?|zusterorganisaties?|buren|bank) "
    r"(?:betaalt|betalen|publiceert|publiceren|weigert|weigeren|registreert|meldt|declareert|houdt|hebben"
    r"|heeft) "
)
_WIJ = re.compile(r"\b(?:wij|we|ons|onze|inschrijver|ik)\b")


@lru_cache(maxsize=8192)
def andere_zaken(zin: str) -> tuple[str, ...]:
    """The words by which a sentence shows that it is about something else; none when it speaks of a jeugdige,
    parents or a referral too. An eis that uses such a word itself is for the caller to know."""
    plain = fold(zin)
    if _CLIENT.search(plain):
        return ()
    gevonden = [m.group() for m in _ANDERE_ZAKEN.finditer(plain)]
    gevonden += [m.group().split()[-1] for m in _PERSONEEL.finditer(plain)]
    if _ANDER_DOET.search(plain) and not _WIJ.search(plain):
        gevonden.append("")
    return tuple(gevonden)
