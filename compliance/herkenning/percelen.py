"""For which percelen a bid is made: from the form, else from the UEA, else from its other documents."""

import re
from collections.abc import Iterable, Iterator

from compliance.formulier import aangekruist, ja_of_nee, velden, zichtbaar
from compliance.inschrijving import Deel
from compliance.vakjes import heeft_vak, keuze_bij, opties, zonder_vakken
from knowledge.documents import Blok, Document, Soort
from knowledge.text.normalise import fold

Namen = dict[int, tuple[str, ...]]

WAARVOOR = re.compile(
    r"percelen? (?:waarvoor|waarop|waar)\b.{0,40}|schrijf(?:t|ven)? (?:\w+ ){0,4}?in (?:op|voor) "
    r"(?:de (?:volgende )?)?perce(?:el|len)|"
    r"inschrijving(?: geldt)? (?:op|voor) (?:de (?:volgende )?)?perce(?:el|len)|"
    r"(?:gekozen|aangeboden|betreffende) perce(?:el|len)|^(?:\d+\W+)?perce(?:el|len)(?:\(en\))?\s*(?=:|$)"
)
"""Labels and openings behind which the percelen are named."""
_NUMMER = re.compile(r"^(?:perceel\s*)?([1-9])(?:[.):]|\b)(?![.,]\d)")
_REGEL = re.compile(r"(?:^|\W)perceel\s*([1-9])\b")
_REEKS = re.compile(r"\b([1-9])\s*(?:t/m|tot en met|-|–)\s*([1-9])\b")
_TELWOORDEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TELWOORD = rf"\b(?:{'|'.join(_TELWOORDEN)})\b"
_ALLEEN_TELWOORDEN = re.compile(rf"\W*(?:(?:perceel|percelen|en|{_TELWOORD})\W*)+")
_NEE_KOLOM = re.compile(r"^(?:nee|niet|geen)\b")
_KEUZE_KOLOM = re.compile(r"^(?:ja|wel|keuze|x|v)$|schrij[fv]|kruis|gekozen|vink|aanbod|aangeboden|deelname")
_MINSTE_RIJEN = 3
"""So many rows with names of percelen make a table a list of percelen."""


def lees_percelen(delen: tuple[Deel, ...], namen: Namen) -> frozenset[int]:
    """The percelen bid for. `namen`: the names of each perceel, to know its row in a table by."""
    formulieren = [deel.document for deel in delen if deel.sleutel == "invulsjabloon"]
    if gekozen := _uit_formulier(formulieren, namen):
        return gekozen
    uea = [deel.document for deel in delen if deel.sleutel == "uea"]
    for documenten in (uea, formulieren):
        if gekozen := uit_vraag(documenten, namen) or _uit_formulier(documenten, namen):
            return gekozen
    overig = [
        deel.document for deel in delen if deel.sleutel in ("plan_van_aanpak", "aanbiedingsbrief", "overig")
    ]
    return uit_vraag(overig, namen) or _uit_titels(overig)


def uit_vraag(documenten: Iterable[Document], namen: Namen | None = None) -> frozenset[int]:
    """The percelen named behind a question such as "Percelen waarop wordt ingeschreven"."""
    for veld in velden(documenten, WAARVOOR):
        if len([cel for cel in veld.blok.cellen if cel.strip()]) > 2:
            continue  # a row of a table with more columns is a heading, not an answer
        if gekozen := nummers(veld.waarde) or _genoemd(veld.waarde, namen or {}):
            return gekozen
    return frozenset()


def nummers(tekst: str) -> frozenset[int]:
    """Numbers of percelen in a short answer: "2, 7 (MST) en 8", "1 t/m 3", "☐ 1 ☒ 2"."""
    if heeft_vak(tekst):
        tekst = ", ".join(optie.tekst for optie in opties(tekst) if optie.aan)
    tekst = re.sub(r"\([^)]*\)", " ", fold(tekst))
    tekst = re.split(r"[.;](?:\s|$)", tekst)[0]
    if _ALLEEN_TELWOORDEN.fullmatch(tekst):
        return frozenset(_TELWOORDEN.index(woord) + 1 for woord in re.findall(_TELWOORD, tekst))
    gevonden = {
        int(n) for n in re.findall(r"(?<![\w.,])([1-9])(?![\w]|[.,]\d)", re.sub(r"ggz[ -]?[1-3]", " ", tekst))
    }
    for van, tot in _REEKS.findall(tekst):
        gevonden |= set(range(int(van), int(tot) + 1))
    return frozenset(gevonden)


def _genoemd(tekst: str, namen: Namen) -> frozenset[int]:
    """Percelen that a short answer gives by name: "Wonen verblijf en Ernstige Dyslexie"."""
    if len(tekst) > 300 or re.search(r"\b(?:geen|niet)\b", fold(tekst)):
        return frozenset()
    delen = re.split(r"[,;+]|\ben\b(?! verblijf)", fold(tekst))
    return frozenset(nummer for deel in delen if (nummer := _op_naam(deel, namen)) is not None)


def _uit_formulier(documenten: Iterable[Document], namen: Namen) -> frozenset[int]:
    gekozen: set[int] = set()
    for document in documenten:
        koppen: dict[str, tuple[str, ...]] = {}
        vorige: Blok | None = None
        op_naam = _tabellen_met_namen(document, namen)
        for blok in zichtbaar(document):
            if not blok.cellen:
                gekozen |= _regel(blok, namen)
                continue
            if not heeft_vak(blok.tekst):
                koppen.setdefault(blok.tabel, blok.cellen)
            kop = koppen.get(blok.tabel, ())
            if (kolommen := _matrix(vorige, blok)) is not None:
                gekozen |= kolommen
            elif (keuze := _tabelrij(blok, kop, namen, blok.tabel in op_naam)) is not None:
                gekozen.add(keuze)
            vorige = blok
    return frozenset(gekozen)


def _tabellen_met_namen(document: Document, namen: Namen) -> set[str]:
    """The tables that list percelen by their names, without numbers."""
    telling: dict[str, set[int]] = {}
    for blok in zichtbaar(document):
        if blok.cellen and (nummer := _op_naam(_eerste_woorden(blok), namen)) is not None:
            telling.setdefault(blok.tabel, set()).add(nummer)
    return {tabel for tabel, gevonden in telling.items() if len(gevonden) >= _MINSTE_RIJEN}


def _eerste_woorden(blok: Blok) -> str:
    return next((woorden for cel in blok.cellen if len(woorden := zonder_vakken(cel)) > 2), "")


def _op_naam(tekst: str, namen: Namen) -> int | None:
    """The perceel of which this text is the name, the longest name first."""
    woorden = re.findall(r"[a-z]+|\d", fold(zonder_vakken(tekst)))
    if not woorden or len(woorden) > 12:
        return None
    beste: tuple[int, int] | None = None
    for nummer, mogelijk in namen.items():
        for naam in mogelijk:
            delen = [w for w in re.findall(r"[a-z]+|\d", re.sub(r"\([^)]*\)", "", fold(naam))) if w != "en"]
            if delen and all(deel in woorden for deel in delen) and (beste is None or len(delen) > beste[0]):
                beste = (len(delen), nummer)
    return beste[1] if beste is not None else None


def _regel(blok: Blok, namen: Namen) -> set[int]:
    """The percelen that a form field or a line of text chooses; a line may hold several boxes."""
    tekst = fold(blok.tekst).strip()
    if blok.soort is Soort.FORMULIERVELD and ": " in tekst:
        label, _, gegeven = tekst.rpartition(": ")
        nummer = _REGEL.search(label.replace("_", " "))
        return {int(nummer.group(1))} if nummer and aangekruist(gegeven) else set()
    keuzes = opties(blok.tekst)
    if len(keuzes) > 1 and (gekozen := set(_opties(blok.tekst, namen))):
        return gekozen
    kaal = fold(zonder_vakken(blok.tekst))
    nummer = _REGEL.search(kaal) or _NUMMER.match(kaal)
    if len(tekst) > 140:
        return set()
    gevonden = int(nummer.group(1)) if nummer is not None else None
    if gevonden is not None and not (_noemt(kaal, gevonden, namen) or kaal.startswith("perceel")):
        return set()
    if gevonden is None and keuzes:
        gevonden = _op_naam(kaal, namen)
    if gevonden is None:
        return set()
    keuze = keuze_bij(blok.tekst)
    if keuze is None and (slot := re.search(r"[\s:](x|v|ja|nee|wel|niet)$", tekst)) is not None:
        keuze = slot.group(1) not in ("nee", "niet")
    return {gevonden} if keuze else set()


def _opties(tekst: str, namen: Namen) -> Iterator[int]:
    """Ticked percelen of a line with several boxes: "☐ perceel 1 ☒ perceel 2", "Percelen: ☐ 1 ☒ 2"."""
    over_percelen = "perce" in fold(tekst)
    for optie in opties(tekst):
        plain = fold(optie.tekst)
        nummer = _REGEL.search(plain) or (_NUMMER.match(plain) if over_percelen else None)
        gevonden = int(nummer.group(1)) if nummer is not None else _op_naam(plain, namen)
        if optie.aan and gevonden is not None:
            yield gevonden


def _matrix(kop: Blok | None, rij: Blok) -> set[int] | None:
    """A row of crosses under a row with the numbers of the percelen."""
    if kop is None or kop.tabel != rij.tabel:
        return None
    kolommen = {
        kolom: int(found.group(1))
        for kolom, cel in enumerate(kop.cellen)
        if (found := re.fullmatch(r"(?:perceel\s*|p)?([1-9])", fold(cel).strip())) is not None
    }
    if len(set(kolommen.values())) < _MINSTE_RIJEN:
        return None
    gegeven = {kolom: rij.cellen[kolom] for kolom in kolommen if kolom < len(rij.cellen)}
    if any(len(cel) > 12 for cel in gegeven.values()):
        return None
    return {kolommen[kolom] for kolom, cel in gegeven.items() if aangekruist(cel)}


def _tabelrij(blok: Blok, kop: tuple[str, ...], namen: Namen, op_naam: bool) -> int | None:
    """The perceel that this row of a table chooses; the box may stand in any cell of it."""
    gevuld = [(kolom, cel.strip()) for kolom, cel in enumerate(blok.cellen) if cel.strip()]
    plain = [fold(zonder_vakken(cel)) for _, cel in gevuld]
    positie = next((n for n, cel in enumerate(plain[:2]) if _NUMMER.match(cel)), None)
    if positie is not None:
        found = _NUMMER.match(plain[positie])
        nummer = int(found.group(1)) if found is not None else 0
        alleen_nummer = re.fullmatch(r"perceel\s*[1-9]", plain[positie]) is not None
        if not alleen_nummer and not _noemt(fold(blok.tekst), nummer, namen):
            return None
    elif op_naam and (gevonden := _op_naam(_eerste_woorden(blok), namen)) is not None:
        nummer = gevonden
        positie = next(n for n, cel in enumerate(plain) if _op_naam(cel, namen) == gevonden)
    else:
        return None
    return nummer if _rij_gekozen(gevuld, positie, kop, nummer, namen) else None


def _rij_gekozen(
    gevuld: list[tuple[int, str]], positie: int, kop: tuple[str, ...], nummer: int, namen: Namen
) -> bool:
    keuzes: list[bool] = []
    woorden: list[str] = []
    for plek, (kolom, cel) in enumerate(gevuld):
        onder = fold(zonder_vakken(kop[kolom])).strip() if kolom < len(kop) else ""
        keuze = None if plek == positie else ja_of_nee(cel)
        if keuze is None and (plek == positie or heeft_vak(cel)):
            keuze = keuze_bij(cel)
        if keuze is not None:
            nee_kolom = _NEE_KOLOM.match(onder) is not None and plek != positie
            if not nee_kolom:
                keuzes.append(keuze)
            elif keuze:
                return False
        elif plek > positie and not _is_naam(fold(cel), nummer, namen):
            if _KEUZE_KOLOM.search(onder):
                keuzes.append(aangekruist(cel))
            else:
                woorden.append(cel)
    if keuzes:
        return any(keuzes)
    return bool(woorden) and aangekruist(woorden[0])


_KIEST = re.compile(
    r"\b(?:aangemeld|aanmeld\w*|meldt? (?:zich|ons|mij|wij|we)|ingeschreven|schrij[fv]\w*|inschrijf\w*|"
    r"bied\w*|aangeboden|deel|mee|gekozen|kies\w*)\b"
)


def _is_naam(tekst: str, nummer: int, namen: Namen) -> bool:
    """Is this cell the name of the perceel, rather than an answer that repeats a word of it?"""
    return _noemt(tekst, nummer, namen) and _KIEST.search(tekst) is None


def _noemt(tekst: str, nummer: int, namen: Namen) -> bool:
    woorden = set(re.findall(r"[a-z]{4,}|ggz", tekst))
    return any(set(re.findall(r"[a-z]{4,}|ggz", naam)) & woorden for naam in namen.get(nummer, ()))


def _uit_titels(documenten: Iterable[Document]) -> frozenset[int]:
    gevonden: set[int] = set()
    for document in documenten:
        for blok in zichtbaar(document)[:10]:
            for lijst in re.findall(
                r"perce(?:el|len)\s+((?:[1-9](?:\s*(?:,|en|t/m)\s*)?)+)", fold(blok.tekst)
            ):
                gevonden |= nummers(lijst)
    return frozenset(gevonden)
