"""How a sentence says that the bidder does not do a thing, does it only after the start, or offers the
opposite of a quality: "de Toegang betrekken wij daar niet bij", "na de eerste sessies", "onbeveiligd".

All functions read one sentence and know nothing of eisen; what is left out of an eis is for the caller.
"""

import re
from functools import lru_cache

from compliance.eisen import ontkenning
from compliance.eisen.ontkenning import een_van
from knowledge.text.normalise import fold
from knowledge.text.tokens import content_words

# Verbs by which a bidder does what an eis asks. To see, find or expect something is no doing.
_DOEN = (
    r"(?:aan(?:leveren|sluiten|vragen)|afstemmen|bel(?:len|t)|ber(?:eiken|eikt)|beschikken|betal(?:en)"
    r"|betaalt|betre(?:kken|kt)|bewaren|bewaart|bezoeken|bezoekt|bijhouden|bijwonen|declare(?:ren|ert)"
    r"|del(?:en)|deelt|deelnemen|doen|doet|drag(?:en)|draagt|evalu(?:eren|eert)|garande(?:ren|ert)|gebruik(?:en|t)"
    r"|gev(?:en)|geeft|hanteren|hanteert|houden|houdt|indienen|dien(?:en|t)|informe(?:ren|ert)|inlichten|lichten|licht"
    r"|inschakelen|kom(?:en|t)|legg(?:en)|legt|lever(?:en|t)|mak(?:en)|maakt|mailen|mailt|meewerken|meld(?:en|t)"
    r"|neem|nem(?:en)|neemt|not(?:eren|eert)|onderbouw(?:en|t)|ondertekenen|tekenen|tekent|opstellen|stel(?:len|t)"
    r"|organise(?:ren|ert)|overlegg(?:en)|overlegt|pas(?:sen)|pass?(?:en|t)|plan(?:nen|t)|publice(?:ren|ert)"
    r"|rapporte(?:ren|ert)|regel(?:en|t)|registre(?:ren|ert)|screen(?:en|t)|schrijv(?:en)|schrijft|sluit(?:en)?"
    r"|stem(?:men|t)|stur(?:en)|stuurt|toets(?:en|t)|toelichten|vergoed(?:en|t)|vermeld(?:en|t)|verstrekk(?:en)"
    r"|verstrekt|verantwoord(?:en|t)|voer(?:en|t)|volg(?:en|t)|vrag(?:en)|vraagt|waarborg(?:en|t)|wacht(?:en|t)"
    r"|werk(?:en|t)|zett?(?:en|t)|zoek(?:en|t)|zorg(?:en|t)|onderschrijv(?:en)|zijn|laten)"
)
# Between the verb and the denial: no word that begins a clause of its own ("kinderen die niet ...").
_TUSSEN = r"(?:(?!(?:die|dat|wat|wie|waar\w*|of|als|om|en|zodat|omdat|tot)\b)[\w/-]+ ){0,10}?"
_WIJ_DOEN_NIET = re.compile(
    rf"(?:\b{_DOEN} (?:wij|we|ik)|\b(?:wij|we) {_DOEN}|\bonze [\w-]+ (?!zijn){_DOEN}) {_TUSSEN}"
    r"(?:niet|geen|nooit)\b"
)
# What is denied is a feeling, a certainty or a thing nobody wants.
_GEEN_DAAD = een_van(
    r"(?:als|zo) (?:een )?(?:last|aanval|bedreiging|probleem)\b",
    r"dat (?:wij|we|de|het|een|er|ieder\w*|elke?)\b",
    r"(?:precies|exact|zeker|met zekerheid|van tevoren)\b",
    r"(?:onnodig|extra|dubbel|meer|andere?|hogere?|zwaardere?|langer|zomaar|onbeperkt|blind)\w*\b",
    r"(?:in rekening|kosten|vergoeding|rekening|geld|winst|dividend|reclame|eigen bijdrage)\b",
)
# "Wat niet nodig is, declareren wij niet" keeps a promise.
_OOK_ONGEWENST = re.compile(r"\b(?:wat|die|dat|wie|waar\w*)\b.*\b(?:niet|geen)\b.*\b(?:niet|geen)\b")
_TERUGWIJZEND = een_van(
    r"(?:daar|daarvan|daarover|daarbij|daaraan|daarin|daarop|daarmee|dat|dit|die|er|ze|hen|hem|haar|het)\b"
)
_KORT = 4


@lru_cache(maxsize=8192)
def niet_gedaan(zin: str) -> tuple[tuple[str, ...], ...]:
    """The telling words of each main clause in which the bidder says of itself that it does not do this. A
    clause that only points back ("daar werken wij niet aan mee") has those of the clause before it too."""
    gevonden = []
    vorige: list[str] = []
    for deel in ontkenning.zinsdelen(zin):
        woorden = [w for w in content_words(deel) if len(w) >= _KORT]
        if (
            not _OOK_ONGEWENST.search(deel)
            and deel in ontkenning.ontkende_delen(zin)
            and _WIJ_DOEN_NIET.search(deel)
            and not _GEEN_DAAD.search(deel)
        ):
            terug = vorige if _TERUGWIJZEND.search(deel) or len(woorden) <= 1 else []
            gevonden.append((*woorden, *terug))
        vorige = woorden
    return tuple(gevonden)


_NA_DE_START = een_van(
    r"(?:na|zodra|nadat|gedurende) (?:de |het |onze |een |enkele )?(?:eerste|start"
    r"|begin|aanvang)\b(?! (?:contact|aanmelding|telefoon|belletje|toets|jaar|kwartaal|maart|april"
    r"|januari|helft|lijn))"
    r"[^,;]{0,40}\b(?:gesprekken|sessies?|afspra\w+|behandel\w*|weken|maand\w*|fase|periode|bijeenkomst\w*"
    r"|contacten|traject|hulp)\b",
    r"(?:als|zodra|nadat|wanneer) (?:de |het )?(?:hulp|behandeling|begeleiding|traject|zorg)"
    r" (?:\w+ ){0,4}(?:loopt|begonnen|gestart|bezig|draait|op gang)\b",
    r"(?:al|inmiddels) (?:begonnen|gestart|lopende?)\b",
    r"achter de rug\b",
)


@lru_cache(maxsize=8192)
def na_de_start(zin: str) -> bool:
    """Does the sentence put something after the hulp has begun ("na de eerste drie sessies")?"""
    plain = fold(zin)
    return _NA_DE_START.search(plain) is not None and not ontkenning.heeft_ontkenning(plain)


# A participle: "onbeveiligd", "ongeregistreerde".
_ON = re.compile(
    r"\bon((?:be|ge|ver|onder)(?!(?:vraag|wens|dacht|ken|past|woon|merk|twijfel)\w*)[a-z]{3,}[dt]e?)\b"
)


@lru_cache(maxsize=8192)
def tegengesteld(zin: str) -> tuple[str, ...]:
    """The qualities that the sentence says are not there: "onbeveiligde" gives "beveiligde"."""
    return tuple(
        m[1]
        for deel in ontkenning.zinsdelen(zin)
        if not ontkenning.heeft_ontkenning(deel)
        for m in _ON.finditer(deel)
    )
