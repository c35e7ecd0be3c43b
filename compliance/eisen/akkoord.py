"""The blanket declaration: an unconditional agreement with all eisen and voorwaarden (§4.1.1)."""

import re

from compliance.bewijs import bewijs
from compliance.eisen.ontkenning import een_van, is_voorwaardelijk
from compliance.inschrijving import Inschrijving
from compliance.rapport import Bewijs
from knowledge.documents import Soort
from knowledge.text.normalise import fold
from knowledge.text.sentences import sentences

_INSTEMMEN = een_van(
    r"(?:akkoord|instem\w*|ingestemd|aanvaard\w*|accepteer\w*|accepteren|geaccepteerd)\b",
    r"(?:onderschrijf\w*|onderschrijven|onderschreven)\b",
    r"(?:stem|stemt|stemmen) in\b",
    r"(?:stem|stemt|stemmen) .{0,80}\bin\b",
    r"(?:conformeer\w*|conformeren|committeer\w*|committeren)\b",
    r"(?:verbind|verbindt|verbinden|verplicht|verplichten) (?:wij |we )?(?:ons|zich|mij)\b",
    r"(?:zeg|zegt|zeggen) (?:wij |we |daarmee |hiermee |volmondig )*ja\b",
    r"(?:zeg|zegt|zeggen) .{0,60}\bja (?:tegen|op)\b",
    r"(?:zijn|achten|acht|verklaren|verklaart|weten|weet) (?:\w+ ){0,3}gebonden\b",
    r"(?:eens|verenigen) met\b",
)
# To comply is less than to agree: it speaks of the tender only when it names its documents.
_VOLDOEN = een_van(r"(?:voldoen|voldoet|te voldoen|houden|houdt|naleven|leven|leeft|nakomen|komen|komt)\b")
_GEHEEL = een_van(
    r"(?:onvoorwaardelijk\w*|volledig|geheel|gehele|integraal|integrale|onverkort|ongewijzigd|volmondig)\b",
    r"(?:al|alle|alles|iedere|ieder|elke|elk)\b",
    r"zonder (?:\w+ ){0,2}(?:voorbehoud\w*|voorwaarden?|beperking\w*|uitzondering\w*|mitsen|restrictie\w*"
    r"|beding\w*|kanttekening\w*|meer)",
    r"(?:in (?:al (?:haar|zijn|hun)|alle opzichten)|ten volle|zonder mits)\b",
)
_DOCUMENTEN = (
    r"(?:inkoop|aanbestedings|tender|offerte|selectie)-?(?:document|stuk|dossier|leidraad|aanvraag)\w*",
    r"(?:bestek|programma van eisen|inkoopprocedure|aanbesteding)\b",
    r"nota'?s? van inlichtingen\b",
)
_STUKKEN = een_van(
    *_DOCUMENTEN,
    r"(?:alle|iedere|elke) (?:\w+ ){0,2}(?:eis|eisen|voorwaarde|voorwaarden|bepaling|bepalingen)\b",
    r"(?:eisen|bepalingen)(?: en|,) (?:de )?voorwaarden\b",
    r"voorwaarden(?: en|,) (?:de )?(?:eisen|bepalingen)\b",
)
_GENOEMD = een_van(*_DOCUMENTEN)
# Agreement with a part is no blanket: "akkoord met de eisen uit hoofdstuk 8", "met eis 12".
_DEEL = een_van(
    r"(?:hoofdstuk|paragraaf|artikel|eis) \d",
    r"eisen (?:uit|in|van) (?:hoofdstuk|paragraaf|bijlage|perceel)\b",
    r"(?:geschiktheidseisen|kwaliteitseisen|selectiecriteria)\b",
    r"(?:wettelijke|bouwkundige|technische|landelijke|fiscale) (?:\w+ )?(?:eisen|voorwaarden)\b",
    r"de eisen aan\b",
    r"(?:onder)?aannemers? .{0,40}\bakkoord\b",
    r"(?:niet|geen .{0,30}) akkoord\b",
)
_NUANCE = re.compile(
    r"^(?:dit|dat|hierop|hiervan|hierbij|daarbij|wel|echter|voor|onze|deze|uitgezonderd|behalve)\b.{0,90}"
    r"\b(?:niet|uitzondering|behalve|mits|tenzij|zij het|voorwaarde|voorbehoud)\b"
    r"|^(?:de |onze )?(?:enige )?uitzondering"
)
_VERWIJST_TERUG = re.compile(
    r"\b(?:deze|die|dit|dat|daarmee|hiermee|ermee|daaraan|hieraan|eraan|daarin|hierin|dat alles|dit alles)\b"
)
_AANGEKRUIST = "☒☑✓✔"
_LEEG = "☐□"
_GEEN_JA = re.compile(
    rf"[{_LEEG}]\s*(?:ja|akkoord)\b.*[{_AANGEKRUIST}]|\bja\s*[{_LEEG}].*\bnee\s*[{_AANGEKRUIST}]"
    r"|\?\s*\|?\s*(?:nee|niet|zie)\b|\?\s*$|\|\s*nee\b"
)


def is_akkoordverklaring(zin: str) -> bool:
    """Does this sentence agree, without condition, with the whole of the tender?"""
    plain = fold(zin)
    if re.search(r"☐|\[ \]|□", plain) and not re.search(r"☒|☑|\[x\]|✓|✔|✗", plain):
        return False  # a box that nobody ticked
    return bool(
        _stemt_in(plain)
        and _GEHEEL.search(plain)
        and not _GEEN_JA.search(plain)
        and not is_voorwaardelijk(plain)
    )


def is_voorwaardelijke_instemming(zin: str) -> bool:
    """Does this sentence agree with the tender, but only if or but for something?"""
    plain = fold(zin)
    return _stemt_in(plain) and is_voorwaardelijk(plain)


def _stemt_in(plain: str) -> bool:
    instemming = _INSTEMMEN.search(plain) or (_VOLDOEN.search(plain) and _GENOEMD.search(plain))
    return bool(instemming and _STUKKEN.search(plain) and not _DEEL.search(plain))


def akkoordverklaring(inschrijving: Inschrijving) -> Bewijs | None:
    """The passage of the bid that is the blanket declaration; None when it has none.

    A list that starts "Inschrijver verklaart onvoorwaardelijk akkoord te gaan met:" is read as one.
    """
    for document in inschrijving.documenten:
        aanloop = ""
        for blok in document.blokken:
            if blok.soort in (Soort.KOPREGEL, Soort.VOETREGEL, Soort.VERBORGEN, Soort.INHOUD):
                continue
            zinnen = [blok.tekst] if blok.cellen else sentences(blok.tekst)
            for nummer, zin in enumerate(zinnen):
                vorige = zinnen[nummer - 1] if nummer else aanloop
                volgende = zinnen[nummer + 1] if nummer + 1 < len(zinnen) else ""
                samen = f"{vorige} {zin}" if vorige.endswith(":") or _bouwt_voort(zin) else zin
                if any(map(is_akkoordverklaring, (zin, samen))) and not _nuance(volgende):
                    return bewijs(document, blok, max(blok.tekst.find(zin), 0), len(zin))
            if zinnen:
                aanloop = zinnen[-1] if zinnen[-1].endswith(":") or blok.soort is not Soort.LIJST else aanloop
    return None


def _bouwt_voort(zin: str) -> bool:
    """Does it agree with what the sentence before it names: "Wij aanvaarden deze zonder voorbehoud"?"""
    plain = fold(zin)
    return bool(_INSTEMMEN.search(plain) and _VERWIJST_TERUG.search(plain) and not is_voorwaardelijk(plain))


def _nuance(zin: str) -> bool:
    """A next sentence that takes the agreement back: "Dit geldt niet voor eis 58"."""
    return _NUANCE.search(fold(zin)) is not None
