"""Who bids: the name as it stands in the form, the UEA or the extract."""

import re
from collections import Counter

from compliance.formulier import velden
from compliance.inschrijving import Deel
from knowledge.text.normalise import fold, single_spaces

_LABELS = (
    (
        ("invulsjabloon",),
        re.compile(
            r"^(?:\d+\W+)?(?:statutaire naam|inschrijver|"
            r"naam (?:van (?:de )?)?(?:inschrijver|combinatie|organisatie|onderneming)|naam(?=\s*:))\b"
            r"(?!.*\?)"
        ),
    ),
    (
        ("uea",),
        re.compile(
            r"^(?:naam(?: (?:van )?(?:de )?(?:ondernemer|onderneming|inschrijver))?)\s*:?\s*"
            r"(?=$|[^:]{3,80}$)|^naam:"
        ),
    ),
    (("kvk_uittreksel",), re.compile(r"statutaire naam")),
    (
        ("jaarcijfers", "referentie", "rekentool_verblijf", "rekentool_groepsaanbod", "rekentool_gezinshuis"),
        re.compile(r"^inschrijver\b"),
    ),
)
_VOLGEND_LABEL = re.compile(r"[.;,|]?\s+[A-Z][\w-]*(?: [\w-]+){0,3}\s*:(?:\s.*)?$")
"""The next label of a line that holds several: "X. Zetel: Raalte"."""
_IS_ZIN = re.compile(
    r"(?:schrijft|is|wordt|verklaart|stemt|gaat|heeft|biedt|doet|valt|zal|kan|en|of|die|dat|als)\b"
)
"""What follows the label is the rest of a sentence, no name: "Inschrijver schrijft in als ..."."""
_EINDE = re.compile(
    r"\s+(?:statutaire (?:zetel|vestiging)|rechtsvorm|kvk-?nummer|vestigingsplaats|agb-?code)\b.*"
    r"|[\s,;(]+(?:statutair )?(?:gevestigd|kantoorhoudend|ingeschreven|vertegenwoordigd)\b.*"
    r"|\s*[,;–|-]\s+(?:kvk|postbus|tel(?:efoon)?|e-?mail)\b.*"
    r"|\s*[,;–|-]\s+[^,;]*\d[^,;]*,\s*\d{4}\s?[a-z]{2}\b.*",
    re.IGNORECASE,
)
"""What follows the name in one line: seat, address, number of the register, who signs."""


def lees_inschrijver(delen: tuple[Deel, ...]) -> str:
    """The bidder's name; the form goes before the UEA, the extract and the annexes. "" when none names it."""
    for soorten, label in _LABELS:
        documenten = [deel.document for deel in delen if deel.sleutel in soorten]
        namen = [_schoon(veld.waarde) for veld in velden(documenten, label)]
        geldig = Counter(
            naam
            for naam in namen
            if 3 <= len(naam) <= 120 and not naam.endswith("?") and not _IS_ZIN.match(fold(naam))
        )
        if geldig:
            return geldig.most_common(1)[0][0]
    return ""


def _schoon(naam: str) -> str:
    naam = _VOLGEND_LABEL.sub("", _EINDE.sub("", single_spaces(naam))).strip(" .:-|")
    if re.search(r"\bb\.v$|\bn\.v$", fold(naam)):
        naam += "."
    return re.sub(r"\s*\((?:hierna|verder|zie)\b.*", "", naam)
