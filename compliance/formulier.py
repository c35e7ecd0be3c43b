"""Reads forms: a label with its value, a yes-or-no question, a date behind its label.

A form may be a table, a list of form fields, or lines of text ("KvK-nummer 00417730"); all are asked the
same way, with a pattern for the label. Patterns are matched on lower-case text without accents.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from compliance.vakjes import AAN, VAK, gekozen, heeft_kruis, leeg_vak
from knowledge.documents import Blok, Document, Soort
from knowledge.text.normalise import fold
from knowledge.text.quantities import read_quantities

_ONZICHTBAAR = (Soort.VERBORGEN, Soort.INHOUD)
_KEUZES = r"(?:ja|nee|yes|no|wel|niet)"
_VOOR = re.compile(rf"{AAN}\s*({_KEUZES})\b")
_ACHTER = re.compile(rf"\b({_KEUZES})\s*[:=]?\s*{AAN}")
_NEE_TUSSEN = re.compile(rf"({VAK})\s*nee\s*(?:{VAK})\s*$")
_OPTIE = re.compile(r"\b(?:ja|nee|yes|no)\b")
_WEL_NIET = re.compile(r"\b(?:wel|niet)\b")
_VAK = re.compile(VAK)
_BEGINT_JA = re.compile(
    r"^[\s|:.\-]*(?:ja|jawel|jazeker|yes|akkoord|waar|true|on|aan|wel|aangekruist|aangevinkt|gekozen|"
    r"ingeschreven|van toepassing|bevestigend|inderdaad|zeker|klopt|dat klopt)\b"
)
_BEGINT_NEE = re.compile(
    r"^[\s|:.\-]*(?:nee|neen|no|geen|niet|onwaar|false|off|uit|n\.?v\.?t|ontkennend|geenszins|nimmer|nooit)\b"
)
_VOLGEND_LABEL = re.compile(r"(?<=[.;])\s+(?=[A-Z][\w-]*(?: [\w-]+){0,3}\s*(?::|\s\d))")
"""Where the next label of a paragraph begins: "Naam: X. KvK-nummer 01234567. AGB-code: 99000528."."""
_LEEG = {"", "-", "--", "0", "/", ".", "...", "_", "?"}


@dataclass(frozen=True, slots=True)
class Veld:
    """A value found behind a label, with the block that shows it."""

    waarde: str
    document: Document
    blok: Blok


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The answer to a yes-or-no question. `waarde` None: the question stands there, an answer does not."""

    waarde: bool | None
    document: Document
    blok: Blok
    tekst: str


def zichtbaar(document: Document) -> list[Blok]:
    """The blocks meant for the reader, without the table of contents."""
    return [blok for blok in document.blokken if blok.soort not in _ONZICHTBAAR]


def _gekozen(plain: str) -> bool | None:
    """Which option has the cross; the boxes stand before them ("☐ Ja ☒ Nee") or behind ("Ja ☒ Nee ☐")."""
    vak = _VAK.search(plain)
    if (tweede := _NEE_TUSSEN.search(plain)) is not None and not re.search(r"\bja\b", plain):
        return re.fullmatch(AAN, tweede.group(1)) is not None  # the first "Ja" is printed apart
    # a question may hold "niet" itself: that word is an option only where there is no "ja" or "nee"
    optie = _OPTIE.search(plain) or _WEL_NIET.search(plain)
    if vak is None or optie is None:
        return None
    keuze = (_VOOR if vak.start() < optie.start() else _ACHTER).search(plain)
    return keuze.group(1) in ("ja", "yes", "wel") if keuze is not None else None


def gekozen_deel(tekst: str) -> str:
    """Of a row of options with boxes only what is ticked; other text as it is."""
    return gekozen(tekst) if heeft_kruis(tekst) else tekst


def aangekruist(tekst: str) -> bool:
    """Does this cell choose something: a cross, a tick, "ja", a number above zero, words other than "nee"?"""
    plain = fold(tekst).strip()
    if plain in _LEEG or _BEGINT_NEE.match(plain):
        return False
    if (keuze := _gekozen(plain)) is not None:
        return keuze
    return not leeg_vak(plain)


def ja_of_nee(tekst: str) -> bool | None:
    """Reads an answer: "Ja", "☐ Ja ☒ Nee", "geen combinatie"; None when it is empty or neither."""
    plain = fold(tekst).strip()
    if (keuze := _gekozen(plain)) is not None:
        return keuze
    if re.match(r"^ja[\s/|]+nee$", plain) or leeg_vak(plain):
        return None
    if _BEGINT_JA.match(plain):
        return True
    if _BEGINT_NEE.match(plain):
        return False
    return True if re.fullmatch(rf"[xv■●]|{AAN}", plain) else None


def velden(documenten: Iterable[Document], label: re.Pattern[str]) -> Iterator[Veld]:
    """Every value behind a label, with empty values too (the label stands there, nothing behind it)."""
    for document in documenten:
        blokken = zichtbaar(document)
        for index, blok in enumerate(blokken):
            waarde = _waarde_in(blok, label)
            if waarde is None:
                continue
            if not waarde and not blok.cellen and blok.soort is not Soort.FORMULIERVELD:
                waarde = _regel_eronder(blokken, index)
            yield Veld(waarde.strip(), document, blok)


def _regel_eronder(blokken: list[Blok], index: int) -> str:
    """A value on the line below its label; a heading, a footer or a table is none."""
    volgende = blokken[index + 1] if index + 1 < len(blokken) else None
    gewoon = volgende is not None and volgende.soort in (Soort.ALINEA, Soort.LIJST, Soort.TEKSTVAK)
    return volgende.tekst if volgende is not None and gewoon else ""


def _waarde_in(blok: Blok, label: re.Pattern[str]) -> str | None:
    if blok.cellen:
        for nummer, cel in enumerate(blok.cellen):
            if cel and len(cel) < 160 and label.search(fold(cel)):
                return " ".join(rest for rest in blok.cellen[nummer + 1 :] if rest)
        return None
    if blok.soort is Soort.FORMULIERVELD:
        tekst = blok.tekst
        return (tekst.rpartition(": ")[2] if ": " in tekst else "") if label.search(fold(tekst)) else None
    for deel in _VOLGEND_LABEL.split(blok.tekst):
        plain = fold(deel)
        found = label.search(plain)
        if found is not None and found.start() <= 60:
            rest = (deel if len(plain) == len(deel) else plain)[found.end() :]
            return re.sub(r"^[^\w€☒☐]*(?:\([^)]*\))?[\s:.\-–]*", "", rest)
    return None


def waarde(documenten: Iterable[Document], label: re.Pattern[str]) -> Veld | None:
    """The first value behind a label that is not empty."""
    return next((veld for veld in velden(documenten, label) if veld.waarde.strip(" .-_")), None)


def antwoord(documenten: Iterable[Document], vraag: re.Pattern[str]) -> Antwoord | None:
    """The answer to the first question that fits; one without an answer only when no other has one."""
    open_vraag: Antwoord | None = None
    for gegeven in antwoorden(documenten, vraag):
        if gegeven.waarde is not None:
            return gegeven
        open_vraag = open_vraag or gegeven
    return open_vraag


def antwoorden(documenten: Iterable[Document], vraag: re.Pattern[str]) -> Iterator[Antwoord]:
    """Every place where the question stands, with its answer."""
    for document in documenten:
        blokken = zichtbaar(document)
        for index, blok in enumerate(blokken):
            plain = fold(blok.tekst)
            found = vraag.search(plain)
            if found is None:
                continue
            keuze = _antwoord_in(blok, plain, found)
            volgende = blokken[index + 1 : index + 3]
            for later in volgende if keuze is None and not blok.cellen else ():
                if later.cellen or len(later.tekst) > 90:
                    continue
                keuze = ja_of_nee(later.tekst) if len(later.tekst) < 25 else _los_antwoord(fold(later.tekst))
                if keuze is not None:
                    yield Antwoord(keuze, document, blok, f"{blok.tekst} {later.tekst}")
                    break
            else:
                yield Antwoord(keuze, document, blok, blok.tekst)


def _antwoord_in(blok: Blok, plain: str, found: re.Match[str]) -> bool | None:
    if blok.soort is Soort.FORMULIERVELD and _gekozen(plain) is None and ": " in plain:
        return ja_of_nee(plain.rpartition(": ")[2])
    if blok.cellen:
        cellen = [fold(cel).strip() for cel in blok.cellen if cel.strip()]
        if "ja" in cellen and "nee" in cellen and _gekozen(plain) is None:
            return None  # both options printed, none chosen
        eerste = next((n for n, cel in enumerate(cellen) if found.re.search(cel)), None)
        for cel in cellen[eerste + 1 :] if eerste is not None else ():
            if (keuze := ja_of_nee(cel)) is not None:
                return keuze
    return _los_antwoord(plain[found.start() :])


def _los_antwoord(tekst: str) -> bool | None:
    """An answer at the end of its question: "... per gebeurtenis? Ja"; two bare options are no answer."""
    if (keuze := _gekozen(tekst)) is not None:
        return keuze
    _, teken, rest = tekst.partition("?")
    if teken and (keuze_in_rest := ja_of_nee(rest)) is not None:
        return keuze_in_rest if not re.search(r"\bja\b[\s/|]*\bnee\b", rest) else None
    slot = re.search(r"\b(ja|nee)[\s.]*$", tekst)
    if slot is None or re.search(r"\bja\b[\s/|]*\bnee\b", tekst):
        return None
    return slot.group(1) == "ja"


def antwoord_in_woorden(gegeven: Antwoord, vraag: re.Pattern[str]) -> str:
    """What stands behind the question: the cells next to it, or the text after its mark or its words."""
    if gegeven.blok.cellen:
        cellen = list(gegeven.blok.cellen)
        eerste = next((n for n, cel in enumerate(cellen) if vraag.search(fold(cel))), 0)
        return " ".join(cellen[eerste + 1 :])
    plain = fold(gegeven.tekst)
    if "?" in plain:
        return plain.rpartition("?")[2]
    found = vraag.search(plain)
    return plain[found.end() :] if found is not None else ""


_BEVESTIGT = re.compile(
    r"\b(?:ja|zeker|akkoord|geregeld|aanwezig|dat doen (?:wij|we)|dat klopt)\b"
    r"|\b(?:voldoen|voldoet|voldaan|verzekerd|gedekt|dekking|polis)\b"
)
_ONTKENT = re.compile(r"\b(?:niet|geen|nog te|nooit|onvoldoende|volgt)\b")


def bevestigt(tekst: str) -> bool | None:
    """An answer in words to "do you meet ...?": "Wij voldoen daaraan", "Onze dekking is € 3.000.000"."""
    plain = fold(tekst)
    if _ONTKENT.search(plain):
        return False
    return True if _BEVESTIGT.search(plain) else None


def datums(tekst: str) -> list[tuple[date, int, int]]:
    """Days named with their year, with their span: (day, begin, end)."""
    if not re.search(r"\d", tekst):
        return []
    found = []
    for hoeveelheid in read_quantities(tekst):
        genoemd = hoeveelheid.datum
        if genoemd is None or genoemd.jaar is None:
            continue
        try:
            dag = date(genoemd.jaar, genoemd.maand, genoemd.dag)
        except ValueError:
            continue
        found.append((dag, hoeveelheid.begin, hoeveelheid.eind))
    return found


def datum_achter(
    documenten: Iterable[Document], label: re.Pattern[str], binnen: int = 60
) -> tuple[date, Document, Blok] | None:
    """The first day that stands within so many characters behind the label, in its block or the next."""
    for document in documenten:
        blokken = zichtbaar(document)
        for index, blok in enumerate(blokken):
            plain = fold(blok.tekst)
            for found in label.finditer(plain):
                rest = plain[found.end() :]
                volgend = blokken[index + 1].tekst if index + 1 < len(blokken) and len(rest) < binnen else ""
                for dag, begin, _ in datums(f"{rest} {fold(volgend)}"):
                    if begin <= binnen:
                        return dag, document, blok
                    break
    return None
