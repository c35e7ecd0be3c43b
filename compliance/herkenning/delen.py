"""Tells which file, or which part of a file, is which stuk."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from compliance.formulier import zichtbaar
from compliance.herkenning.kenmerken import KENMERKEN, Kenmerk
from compliance.inschrijving import Deel
from knowledge.documents import Blok, Document, Soort
from knowledge.text.normalise import fold

_NAAM, _TITEL, _INHOUD = 5, 5, 1
_DREMPEL = 5
_KORT = 6_000
_TITELBLOKKEN, _TITELTEKENS = 8, 420
_REFERENTIEKOP = re.compile(
    r"^(?:bijlage[^a-z]*)?(?:opgave |formulier )*(?:opgave )?referentie(?:s|opdracht|formulier|"
    r"verklaring|project)?"
    r"\W*(?:nr\.?|nummer)?\W*([1-9]|een|twee|drie|[a-c])?\b"
)
_REFERENT = re.compile(r"(?:naam )?(?:van de )?(?:opdrachtgever|referent)\b")
_KERNCOMPETENTIE = re.compile(r"kerncompetentie")


def herken_delen(documenten: Iterable[Document]) -> tuple[Deel, ...]:
    """Every part of the bid with its kind ("overig" when nothing gives it away), in order of file name."""
    return tuple(deel for document in documenten for deel in _delen_van(document))


def _delen_van(document: Document) -> Iterator[Deel]:
    stukken = _bundel(document)
    if len(stukken) > 1:
        for sleutel, deel in stukken:
            yield from _met_referenties(Deel(sleutel, deel))
        return
    yield from _met_referenties(Deel(soort_van(document), document))


def soort_van(document: Document) -> str:
    """The kind that fits this document best."""
    naam = re.sub(r"[_\-.,()\s]+", " ", fold(PurePosixPath(document.bestand).stem))
    titel, tekst = _titel(document), fold(document.tekst[:30_000])
    beste, hoogste = "overig", 0
    for kenmerk in KENMERKEN:
        score = _score(kenmerk, naam, titel, tekst)
        if score > hoogste:
            beste, hoogste = kenmerk.sleutel, score
    return beste if hoogste >= _DREMPEL else "overig"


def _score(kenmerk: Kenmerk, naam: str, titel: str, tekst: str) -> int:
    if not all(patroon.search(tekst) for patroon in kenmerk.vereist):
        # A file that could not be read has no text; its name is all there is.
        return _NAAM if not tekst.strip() and kenmerk.naam and kenmerk.naam.search(naam) else 0
    score = _NAAM if kenmerk.naam is not None and kenmerk.naam.search(naam) else 0
    zegt_het_zelf = score > 0
    if kenmerk.titel is not None and (found := kenmerk.titel.search(titel)) is not None:
        score += _TITEL + (1 if found.start() < 60 else 0)
        zegt_het_zelf = True
    inhoud = sum(1 for patroon in kenmerk.inhoud if patroon.search(tekst))
    # Words in the text confirm; alone they tell only when all of them stand in a short text.
    alles = bool(kenmerk.inhoud) and inhoud == len(kenmerk.inhoud) >= 3
    if not zegt_het_zelf and len(tekst) > _KORT:
        return 0
    return score + inhoud * _INHOUD + (2 if alles else 0)


def _titel(document: Document) -> str:
    blokken = [b for b in zichtbaar(document) if b.soort is not Soort.VOETREGEL][:_TITELBLOKKEN]
    kop = " ".join(blok.tekst for blok in blokken)[:_TITELTEKENS]
    bladen = " ".join(dict.fromkeys(b.tabel for b in document.blokken if document.formaat == "xlsx"))
    return fold(f"{kop} {bladen}")


def _bundel(document: Document) -> list[tuple[str, Document]]:
    """The stukken of a file that holds several, cut where a page or chapter opens with a stuk's own title."""
    sneden: list[tuple[int, str]] = []
    vorige: int | None = None
    for index, blok in enumerate(document.blokken):
        if blok.soort in (Soort.VERBORGEN, Soort.INHOUD, Soort.KOPREGEL, Soort.VOETREGEL) or blok.cellen:
            continue
        nieuw = (
            blok.pagina != vorige if blok.pagina is not None else blok.soort is Soort.KOP and blok.niveau <= 1
        )
        vorige = blok.pagina
        if nieuw and (sleutel := _opent(blok)) is not None and (not sneden or sneden[-1][1] != sleutel):
            sneden.append((index, sleutel))
    if len({sleutel for _, sleutel in sneden}) < 2:
        return []
    sneden[0] = (0, sneden[0][1])
    einden = [index for index, _ in sneden[1:]] + [len(document.blokken)]
    return [
        (sleutel, replace(document, blokken=document.blokken[begin:eind]))
        for (begin, sleutel), eind in zip(sneden, einden, strict=True)
    ]


def _opent(blok: Blok) -> str | None:
    tekst = fold(blok.tekst)
    if len(tekst) > 120:
        return None
    return next((k.sleutel for k in KENMERKEN if k.bundel is not None and k.bundel.search(tekst)), None)


def _met_referenties(deel: Deel) -> Iterator[Deel]:
    """The part itself, and the references that stand in it (a form may hold them, a file may hold two)."""
    if deel.sleutel not in ("referentie", "invulsjabloon"):
        yield deel
        return
    losse = _referenties(deel.document)
    if deel.sleutel == "invulsjabloon":
        yield deel
        for los in losse:
            if _KERNCOMPETENTIE.search(fold(los.tekst)):
                yield Deel("referentie", los)
        return
    if len(losse) > 1:
        for los in losse:
            yield Deel("referentie", los)
    else:
        yield deel


def _referenties(document: Document) -> list[Document]:
    """The separate references in a document, each from its heading or its row with the referent on."""
    starts: list[int] = []
    nummers: set[str] = set()
    for index, blok in enumerate(document.blokken):
        if (
            blok.cellen
            or len(blok.tekst) > 80
            or blok.soort in (Soort.KOPREGEL, Soort.VOETREGEL, Soort.INHOUD)
        ):
            continue
        found = _REFERENTIEKOP.match(fold(blok.tekst))
        if found is not None and (nummer := found.group(1)) and nummer not in nummers:
            nummers.add(nummer)
            starts.append(index)
    if len(starts) < 2:
        namen = [
            index
            for index, blok in enumerate(document.blokken)
            if _REFERENT.match(fold(blok.cellen[0] if blok.cellen else blok.tekst))
        ]
        starts = namen if len(namen) >= 2 and len(starts) == 0 else starts
    delen = []
    for positie, begin in enumerate(starts):
        eind = starts[positie + 1] if positie + 1 < len(starts) else len(document.blokken)
        delen.append(
            replace(document, blokken=document.blokken[begin : _einde(document.blokken, begin, eind)])
        )
    return delen


def _einde(blokken: tuple[Blok, ...], begin: int, eind: int) -> int:
    """A reference in a form ends where the next chapter of the form begins."""
    niveau = blokken[begin].niveau or 9
    for index in range(begin + 1, eind):
        blok = blokken[index]
        if (
            blok.soort is Soort.KOP
            and blok.niveau <= niveau
            and not re.search(
                r"kerncompetentie|referen|opdracht|resulta|verklaring (?:van de )?referent", fold(blok.tekst)
            )
        ):
            return index
    return eind
