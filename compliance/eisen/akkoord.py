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
    r"(?:akkoord|instem\w*|ingestemd|aanvaard\w*|accepteer\w*|accepteren|onderschrijf\w*|onderschrijven)\b",
    r"stem(?:t|men)? in\b",
    r"stem(?:t|men)? .{0,80}\bin\b",
    r"(?:conformeer\w*|conformeren|committeer\w*|committeren)\b",
    r"verbind(?:t|en)? (?:ons|zich)\b",
    r"(?:voldoen|voldoet) (?:volledig |onvoorwaardelijk )?aan\b",
)
_GEHEEL = een_van(
    r"(?:onvoorwaardelijk\w*|volledig|geheel|gehele|integraal|integrale|alle|ongewijzigd)\b",
    r"al de\b",
    r"zonder (?:\w+ )?(?:voorbehoud\w*|voorwaarden?|beperking\w*)",
    r"in (?:al haar|alle opzichten)\b",
)
_STUKKEN = een_van(
    r"(?:inkoopdocument\w*|inkoopstukken|bestek|programma van eisen)\b",
    r"aanbestedings(?:stukken|documenten|document|dossier|leidraad)\b",
    r"alle (?:\w+ )?(?:eisen|voorwaarden)\b",
    r"eisen en (?:de )?voorwaarden\b",
    r"voorwaarden en (?:de )?eisen\b",
)
# Agreement with a part is no blanket: "akkoord met de eisen uit hoofdstuk 8", "met eis 12".
_DEEL = een_van(
    r"(?:hoofdstuk|paragraaf|artikel|eis) \d",
    r"eisen (?:uit|in|van) (?:hoofdstuk|paragraaf|bijlage|perceel)\b",
    r"(?:geschiktheidseisen|kwaliteitseisen)\b",
    r"de eisen aan\b",
    r"(?:onder)?aannemers? .{0,40}\bakkoord\b",
    r"(?:niet|geen .{0,30}) akkoord\b",
)
_NUANCE = re.compile(
    r"^(?:dit|dat|hierop|hiervan|deze instemming|uitgezonderd|behalve).{0,60}"
    r"\b(?:niet|uitzondering|behalve|mits|zij het)\b"
)


def is_akkoordverklaring(zin: str) -> bool:
    """Does this sentence agree, without condition, with the whole of the tender?"""
    plain = fold(zin)
    if re.search(r"☐|\[ \]|□", plain) and not re.search(r"☒|☑|\[x\]|✓|✔|✗", plain):
        return False  # a box that nobody ticked
    return bool(
        _INSTEMMEN.search(plain)
        and _GEHEEL.search(plain)
        and _STUKKEN.search(plain)
        and not _DEEL.search(plain)
        and not is_voorwaardelijk(plain)
    )


def akkoordverklaring(inschrijving: Inschrijving) -> Bewijs | None:
    """The passage of the bid that is the blanket declaration; None when it has none.

    A list that starts "Inschrijver verklaart onvoorwaardelijk akkoord te gaan met:" is read as one.
    """
    for document in inschrijving.documenten:
        aanloop = ""
        for blok in document.blokken:
            if blok.soort in (Soort.KOPREGEL, Soort.VOETREGEL, Soort.VERBORGEN, Soort.INHOUD):
                continue
            zinnen = sentences(blok.tekst)
            for nummer, zin in enumerate(zinnen):
                vorige = zinnen[nummer - 1] if nummer else aanloop
                volgende = zinnen[nummer + 1] if nummer + 1 < len(zinnen) else ""
                samen = f"{vorige} {zin}" if vorige.endswith(":") else zin
                if is_akkoordverklaring(samen) and not _nuance(volgende):
                    return bewijs(document, blok, max(blok.tekst.find(zin), 0), len(zin))
            if zinnen:
                aanloop = zinnen[-1] if zinnen[-1].endswith(":") or blok.soort is not Soort.LIJST else aanloop
    return None


def _nuance(zin: str) -> bool:
    """A next sentence that takes the agreement back: "Dit geldt niet voor eis 58"."""
    return _NUANCE.search(fold(zin)) is not None
