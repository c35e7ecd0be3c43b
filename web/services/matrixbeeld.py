"""What the page and the workbook of the matrix show."""

from dataclasses import asdict, replace
from datetime import datetime
from urllib.parse import urlencode

from compliance.namen import STATUSNAMEN
from compliance.vergelijk import ZWAARTE
from compliance.verslag.excel import Besluit, Bevindingbesluit, matrix_xlsx
from web.contexts.matrix import Bladadressen, Matrixpagina
from web.services.datum import nederlandse_tijd
from web.services.matrix import Boden, Keuze, gekozen, onderdelen, uitsnede

KORT = {
    "strijdig": "Strijdig",
    "ontbreekt": "Ontbreekt",
    "deels": "Deels",
    "verklaard": "Verklaard",
    "aangetoond": "Aangetoond",
    "nvt": "–",
}


def matrixpagina(
    gevonden: Boden,
    keuze: Keuze,
    blad: int,
    kolomblad: int,
    adres: str,
    kop: str,
    terug: tuple[str, str],
    nakijken: str,
) -> Matrixpagina:
    """`adres`: of the page; `nakijken`: of the page where bids are checked."""
    deel = uitsnede(gevonden, keuze, blad, kolomblad)

    def bij(b: int, k: int, kan: bool) -> str:
        return _adres(adres, keuze, b, k) if kan else ""

    tender = gevonden.tender
    percelen = {p for b in gevonden.boden for p in b.rapport.percelen}
    return Matrixpagina(
        adres=adres,
        terug=terug,
        nakijken=nakijken,
        kop=kop,
        keuze=keuze,
        uitsnede=deel,
        bladen=Bladadressen(
            bij(deel.blad - 1, deel.kolomblad, deel.blad > 1),
            bij(deel.blad + 1, deel.kolomblad, deel.blad < deel.bladen),
            bij(deel.blad, deel.kolomblad - 1, deel.kolomblad > 1),
            bij(deel.blad, deel.kolomblad + 1, deel.kolomblad < deel.kolombladen),
        ),
        uitvoer=_adres(f"{adres}.xlsx", keuze, 1, 1),
        statussen=tuple((s, STATUSNAMEN[s]) for s in ZWAARTE),
        kort=KORT,
        percelen=tuple((p.nummer, f"{p.nummer} {p.naam}") for p in tender.percelen if p.nummer in percelen)
        if tender
        else (),
        onderdelen=onderdelen(tender) if tender else (),
        boden=tuple((b.id, b.naam) for b in gevonden.boden),
        niet_klaar=gevonden.niet_klaar,
        andere_eisen=gevonden.andere_eisen,
        vervangen=gevonden.vervangen,
    )


def matrixboek(gevonden: Boden, keuze: Keuze) -> bytes | None:
    """All that was chosen as a workbook, with the decisions of people; None when that is nothing."""
    boden, eisen = gekozen(gevonden, keuze)
    if not boden or gevonden.tender is None:
        return None
    besluiten = [
        Besluit(b.naam, eis, s.voorstel, s.besluit, s.reden, s.door, _tijd(s.tijd))
        for b in boden
        for eis, s in b.besluiten.items()
        if eis in eisen
    ]
    rapporten = [b.rapport.model_copy(update={"inschrijver": b.naam}) for b in boden]
    over_bevindingen = [
        Bevindingbesluit(
            bod.naam,
            b.bevinding["ernst"],
            b.bevinding["soort"],
            b.bevinding["toelichting"],
            b.staat,
            b.reden,
            b.door,
            _tijd(b.tijd),
        )
        for bod in boden
        for b in bod.over_bevindingen
    ]
    return matrix_xlsx(rapporten, gevonden.tender, frozenset(eisen), besluiten, over_bevindingen)


def _tijd(tijd: datetime) -> str:
    return f"{nederlandse_tijd(tijd):%d-%m-%Y %H:%M}"


def _adres(adres: str, keuze: Keuze, blad: int, kolomblad: int) -> str:
    velden = asdict(replace(keuze, open=False)) | {
        "open": "ja" if keuze.open else "",
        "blad": blad if blad > 1 else "",
        "boden": kolomblad if kolomblad > 1 else "",
    }
    velden["handelt"] = velden.pop("wie")
    vraag = urlencode({naam: waarde for naam, waarde in velden.items() if waarde})
    return f"{adres}?{vraag}" if vraag else adres
