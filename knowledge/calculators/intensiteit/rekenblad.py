"""Reads a filled-in rekentool, however it is laid out: a group a column, a row, or a block under its name."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from knowledge.documents import Blok, Document, Soort
from knowledge.text.getal import lees_getal
from knowledge.text.normalise import fold

_DAGEN = re.compile(r"^(?:ma|di|wo|do|vr|za|zo)(?:andag|nsdag|ensdag|nderdag|ijdag|terdag|ndag)?\.?$")
_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("effectief", re.compile(r"effectieve? (?:groepsgrootte|bezetting|aantal)|gemiddeld aanwezig")),
    ("bezetting", re.compile(r"bezetting")),
    ("openingsuren", re.compile(r"openingsuren(?! ?/)(?!.*(?:begeleider|roosteruren|aanwezig))|^uren open")),
    ("percentage", re.compile(r"^percentage|^%|^fte\b|fte$|\bfte |^openingsdagen|^aantal dagen|"
        r"^aantal (?:\w+ ){0,2}(?:begeleider|medewerker)")),
    ("code", re.compile(
        r"ingeschreven|inschrijving$|intensiteit (?:bij |van |voor )?inschrijving|"
        r"voorziening waarvoor|waarvoor wordt ingeschreven|"
        r"inschrijfintensiteit|gekozen intensiteit|aangeboden intensiteit|^(?:de )?intensiteit$|"
        r"^voorziening$|^inschrijving"
    )),
    ("band", re.compile(r"volgens (?:de )?band|bandbreedte|berekende intensiteit(?:scode)?$")),
    ("uitkomst", re.compile(r"begeleidingsintensiteit|uren per jeugdige|^uitkomst")),
    ("plaatsen", re.compile(r"groepsgrootte|(?:aantal )?(?:plaatsen|plekken|bedden|jeugdigen)|capaciteit")),
    ("totaal", re.compile(r"totaal.*(?:uren|rooster)|(?:uren|rooster).*totaal|meegetelde uren|^totaal$")),
    ("naam", re.compile(
        r"^(?:naam )?(?:van )?(?:de |het )?(?:groep|huis|gezinshuis|woongroep|leefgroep|"
        r"zorgboerderij|unit|locatie|behandelgroep)$|"
        r"^naam (?:van )?(?:de |het )?(?:groep|huis|gezinshuis|locatie|unit|zorgboerderij|boerderij|"
        r"woonvorm)|^groepsnaam"
    )),
    ("vorm", re.compile(r"^(?:soort|type|woon|verblijfs)?\s?(?:vorm|groep)$|^(?:soort|type) (?:groep|"
        r"verblijf|voorziening)")),
    ("uren", re.compile(
        r"uren|dienst|begeleid|medewerker|ouder|wetenschapper|therapeut|psycholoog|pedagoog|"
        r"behandelaar|leider|gastheer|"
        r"gastvrouw|zorgboer|coach|coordinator|psychiater|verzorg|nacht|staf"
    )),
)  # fmt: skip
_GEEN_UREN = re.compile(
    r"^(?:gemeente|plaats|adres|inschrijver|toelichting|opmerking|datum|ingevuld|gegeven)\b"
)

_ROOSTERUREN = re.compile(r"roosteruren|netto uren")
ZEGT_TELT_NIET = re.compile(
    r"tel(?:t|len) niet mee|niet meegeteld|niet meetellen|buiten beschouwing|ter informatie"
)


@dataclass(frozen=True, slots=True)
class Urenregel:
    """Hours a week of one function or shift."""

    naam: str
    uren: float
    blok: Blok


@dataclass(slots=True)
class Groep:
    """One group of a rekentool, as the bidder filled it in. `getallen` by kind of label: plaatsen, bezetting
    (a share), openingsuren, effectief, totaal, uitkomst; None where it is not given."""

    document: Document
    blok: Blok
    naam: str = ""
    vorm: str = ""
    code: str = ""
    getallen: dict[str, float] = field(default_factory=dict)
    uren: list[Urenregel] = field(default_factory=list)
    blokken: dict[str, Blok] = field(default_factory=dict)


def lees_rekentool(document: Document) -> list[Groep]:
    """The groups of one rekentool (XLSX, or a table in another document)."""
    groepen: list[Groep] = []
    bladen: dict[str, list[Blok]] = {}
    for blok in document.blokken:
        if blok.cellen and blok.soort not in (Soort.VERBORGEN, Soort.INHOUD):
            bladen.setdefault(blok.tabel, []).append(blok)
    for blad, rijen in bladen.items():
        if re.search(r"bandbreedte|toelichting|uitleg|instructie", fold(blad)):
            continue
        groepen += _rijen(document, rijen) or [
            g for stuk in _stukken(rijen) for g in _kolommen(document, stuk)
        ]
    return [g for g in groepen if "plaatsen" in g.getallen and (g.uren or "totaal" in g.getallen)]


def regels_en_totaal(groep: Groep, telt: Callable[[Urenregel], bool]) -> tuple[list[Urenregel], float | None]:
    """The hours of functions and shifts, and the total the sheet gives (None without one).

    A last row of "netto roosteruren" that is the sum of those above it is a total too. `telt`: does a row
    count by the rules?
    """
    regels = [r for r in groep.uren if r.uren > 0]
    totaal = groep.getallen.get("totaal")
    if totaal is None and len(regels) > 1 and _ROOSTERUREN.search(fold(regels[-1].naam)):
        above = [r for r in regels[:-1] if not ZEGT_TELT_NIET.search(fold(r.naam))]
        if gelijk(regels[-1].uren, sum(r.uren for r in above)) or gelijk(
            regels[-1].uren, sum(r.uren for r in above if telt(r))
        ):
            totaal = regels.pop().uren
    return regels, totaal


def gelijk(een: float, ander: float) -> bool:
    """Are two numbers of hours the same, but for rounding?"""
    return abs(een - ander) <= 0.05


def soort_label(tekst: str) -> str:
    """What a label of a rekentool is about; "" when it is about nothing we use."""
    plain = fold(tekst).strip(" :*")
    if not plain or _GEEN_UREN.match(plain) or len(plain) > 110:
        return ""
    return next((soort for soort, patroon in _LABELS if patroon.search(plain)), "")


def _rijen(document: Document, rijen: list[Blok]) -> list[Groep]:
    """A group a row, under a row of labels."""
    for nummer, kop in enumerate(rijen):
        soorten = [soort_label(cel) for cel in kop.cellen]
        if "plaatsen" not in soorten or len({s for s in soorten if s}) < 4:
            continue
        if not ({"uren", "totaal"} & set(soorten)):
            continue
        groepen = []
        for rij in rijen[nummer + 1 :]:
            groep = Groep(document, rij)
            for kolom, soort in enumerate(soorten):
                if kolom < len(rij.cellen) and soort:
                    _vul(groep, soort, kop.cellen[kolom], rij, kolom)
            groep.naam = groep.naam or (rij.cellen[0] if rij.cellen else "")
            if (
                groep.naam
                and not fold(groep.naam).startswith("totaal")
                and groep.getallen.get("plaatsen", 0) > 0
            ):
                groepen.append(groep)
        return groepen
    return []


def _stukken(rijen: list[Blok]) -> Iterator[list[Blok]]:
    """Cuts a sheet into blocks, each from a row with one cell (a title) to the next."""
    stuk: list[Blok] = []
    for rij in rijen:
        gevuld = [cel for cel in rij.cellen if cel.strip()]
        if (
            len(gevuld) == 1
            and not soort_label(gevuld[0])
            and any(soort_label(b.cellen[0]) == "plaatsen" for b in stuk)
        ):
            yield stuk
            stuk = []
        stuk.append(rij)
    yield stuk


def _kolommen(document: Document, rijen: list[Blok]) -> list[Groep]:
    """A group a column with labels before it, or one group with a column a day."""
    eerste = _labelkolom(rijen)
    dagen = next(
        (r for r in rijen if sum(bool(_DAGEN.match(fold(cel).strip())) for cel in r.cellen) >= 5), None
    )
    plaatsen = next((r for r in rijen if soort_label(_cel(r, eerste)) == "plaatsen"), None)
    if plaatsen is None:
        return []
    kolommen = [k for k in range(eerste + 1, len(plaatsen.cellen)) if (_getal(plaatsen, k) or 0) > 0]
    groepen = []
    for kolom in kolommen[:1] if dagen is not None else kolommen:
        groep = Groep(document, plaatsen)
        for rij in rijen:
            label = _cel(rij, eerste)
            soort = soort_label(label)
            if not soort:
                continue
            if (
                soort in ("uren", "totaal")
                and dagen is not None
                and (som := _weeksom(rij, dagen, eerste)) is not None
            ):
                _uren(groep, soort, label, rij, som)
            else:
                _vul(groep, soort, label, rij, kolom)
        if not groep.naam:
            titel = next(
                (
                    r
                    for r in rijen
                    if len([c for c in r.cellen if c.strip()]) == 1 and not soort_label(_cel(r, eerste))
                ),
                None,
            )
            groep.naam = next((c for c in titel.cellen if c.strip()), "") if titel is not None else ""
            if titel is not None:
                groep.blokken.setdefault("naam", titel)
        groepen.append(groep)
    return groepen


def _labelkolom(rijen: list[Blok]) -> int:
    telling: dict[int, int] = {}
    for rij in rijen:
        for kolom, cel in enumerate(rij.cellen[:4]):
            if soort_label(cel):
                telling[kolom] = telling.get(kolom, 0) + 1
    return max(telling, key=lambda kolom: (telling[kolom], -kolom), default=0)


def _weeksom(rij: Blok, dagen: Blok, eerste: int) -> float | None:
    """Hours of a week from a row with a column a day; None when it has no such columns filled."""
    kolommen = [k for k, cel in enumerate(dagen.cellen) if _DAGEN.match(fold(cel).strip())]
    per_dag = [getal for k in kolommen if (getal := _getal(rij, k)) is not None]
    if len(per_dag) >= 2:
        return sum(per_dag)
    totaal = next((k for k, cel in enumerate(dagen.cellen) if fold(cel).strip().startswith("totaal")), None)
    return _getal(rij, totaal) if totaal is not None and not per_dag else None


def _vul(groep: Groep, soort: str, label: str, rij: Blok, kolom: int) -> None:
    tekst = _cel(rij, kolom)
    if soort in ("naam", "vorm", "code"):
        if tekst and not getattr(groep, soort):
            setattr(groep, soort, tekst)
            groep.blokken.setdefault(soort, rij)
        return
    getal = _getal(rij, kolom)
    if getal is None:
        return
    if soort in ("uren", "totaal"):
        _uren(groep, soort, label, rij, getal)
    elif soort in ("plaatsen", "effectief", "openingsuren", "uitkomst", "bezetting"):
        if soort == "bezetting" and getal > 1.5:
            getal /= 100
        if soort not in groep.getallen:
            groep.getallen[soort] = getal
            groep.blokken[soort] = rij


def _uren(groep: Groep, soort: str, label: str, rij: Blok, uren: float) -> None:
    if soort == "totaal":
        groep.getallen["totaal"] = uren
        groep.blokken["totaal"] = rij
    else:
        groep.uren.append(Urenregel(label.strip(), uren, rij))


def _cel(rij: Blok, kolom: int) -> str:
    return rij.cellen[kolom].strip() if kolom < len(rij.cellen) else ""


def _getal(rij: Blok, kolom: int) -> float | None:
    if kolom < len(rij.waarden) and isinstance(rij.waarden[kolom], int | float):
        return float(rij.waarden[kolom])  # type: ignore[arg-type]
    return lees_getal(_cel(rij, kolom))
