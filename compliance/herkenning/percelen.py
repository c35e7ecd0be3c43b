"""For which percelen a bid is made: from the form, else from the UEA, else from its other documents."""

import re
from collections.abc import Iterable

from compliance.formulier import aangekruist, ja_of_nee, velden, zichtbaar
from compliance.inschrijving import Deel
from knowledge.documents import Blok, Document, Soort
from knowledge.text.normalise import fold

_NUMMER = re.compile(r"^(?:perceel\s*)?([1-9])(?:[.):]|\b)")
_KRUIS = re.compile(r"☒|☑|✓|✔|\[x\]|\(x\)")
_LEEG_KRUIS = re.compile(r"☐|□|\[ ?\]|\( ?\)")
_REGEL = re.compile(r"(?:^|\W)perceel\s*([1-9])\b")
_WAARVOOR = re.compile(
    r"percelen? (?:waarvoor|waarop|waar) .{0,40}|schrijft? (?:zich )?in (?:op|voor) perce(?:el|len)|"
    r"inschrijving (?:op|voor) perce(?:el|len)"
)
_REEKS = re.compile(r"\b([1-9])\s*(?:t/m|tot en met|-|–)\s*([1-9])\b")


def lees_percelen(delen: tuple[Deel, ...], namen: dict[int, tuple[str, ...]]) -> frozenset[int]:
    """The percelen bid for. `namen`: the names of each perceel, to know its row in a table by."""
    formulieren = [deel.document for deel in delen if deel.sleutel == "invulsjabloon"]
    if gekozen := _uit_tabel(formulieren, namen):
        return gekozen
    if gekozen := uit_vraag([deel.document for deel in delen if deel.sleutel == "uea"]):
        return gekozen
    if gekozen := uit_vraag(formulieren):
        return gekozen
    overig = [
        deel.document for deel in delen if deel.sleutel in ("plan_van_aanpak", "aanbiedingsbrief", "overig")
    ]
    return uit_vraag(overig) or _uit_titels(overig)


def uit_vraag(documenten: Iterable[Document]) -> frozenset[int]:
    """The percelen named behind a question such as "Percelen waarop wordt ingeschreven"."""
    for veld in velden(documenten, _WAARVOOR):
        if gekozen := nummers(veld.waarde):
            return gekozen
    return frozenset()


def nummers(tekst: str) -> frozenset[int]:
    """Numbers of percelen in a short answer: "2, 7 (MST) en 8", "1 t/m 3"."""
    tekst = re.sub(r"\([^)]*\)", " ", fold(tekst))
    tekst = re.split(r"[.;](?:\s|$)", tekst)[0]
    gevonden = {
        int(n) for n in re.findall(r"(?<![\w.,])([1-9])(?![\w]|[.,]\d)", re.sub(r"ggz[ -]?[1-3]", " ", tekst))
    }
    for van, tot in _REEKS.findall(tekst):
        gevonden |= set(range(int(van), int(tot) + 1))
    return frozenset(gevonden)


def _uit_tabel(documenten: Iterable[Document], namen: dict[int, tuple[str, ...]]) -> frozenset[int]:
    gekozen: set[int] = set()
    for document in documenten:
        koppen: dict[str, tuple[str, ...]] = {}
        for blok in zichtbaar(document):
            kop = koppen.setdefault(blok.tabel, blok.cellen) if blok.cellen else ()
            if (keuze := _rij(blok, kop, namen)) is not None:
                gekozen.add(keuze)
    return frozenset(gekozen)


def _rij(blok: Blok, kop: tuple[str, ...], namen: dict[int, tuple[str, ...]]) -> int | None:
    """The number of the perceel that this row, field or line chooses."""
    tekst = fold(blok.tekst).strip()
    if blok.soort is Soort.FORMULIERVELD:
        label, _, gegeven = tekst.rpartition(": ")
        nummer = _REGEL.search(label.replace("_", " "))
        return int(nummer.group(1)) if nummer and aangekruist(gegeven) else None
    if blok.cellen:
        return _tabelrij(blok.cellen, kop, tekst, namen)
    nummer = _REGEL.search(tekst) or _NUMMER.match(re.sub(r"^(?:☒|☑|✓|✔|\[x\])\s*", "", tekst))
    if nummer is None or len(tekst) > 140 or not _noemt(tekst, int(nummer.group(1)), namen):
        return None
    gekruist = _KRUIS.search(tekst) or (re.search(r"\s(?:x|ja)$", tekst) and not _LEEG_KRUIS.search(tekst))
    return int(nummer.group(1)) if gekruist else None


def _tabelrij(
    cellen: tuple[str, ...], kop: tuple[str, ...], tekst: str, namen: dict[int, tuple[str, ...]]
) -> int | None:
    gevuld = [(kolom, fold(cel).strip()) for kolom, cel in enumerate(cellen) if cel.strip()]
    positie = next((n for n, (_, cel) in enumerate(gevuld[:2]) if _NUMMER.match(cel)), None)
    if positie is None:
        return None
    nummer = int(gevuld[positie][1].removeprefix("perceel").strip()[0])
    if not _noemt(tekst, nummer, namen):
        return None
    # A cross may stand before the number: "☒ | 8 | Wonen verblijf".
    if _KRUIS.search(gevuld[positie][1]) or (positie == 1 and aangekruist(gevuld[0][1])):
        return nummer
    for kolom, cel in gevuld[positie + 1 :]:
        if ja_of_nee(cel) is None and _noemt(cel, nummer, namen):
            continue
        onder = fold(kop[kolom]).strip() if kolom < len(kop) else ""
        return nummer if aangekruist(cel) and onder not in ("nee", "niet") else None
    return None


def _noemt(tekst: str, nummer: int, namen: dict[int, tuple[str, ...]]) -> bool:
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
