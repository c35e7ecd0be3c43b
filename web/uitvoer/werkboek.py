"""A plan as a workbook: the list, the timeline, who has no place, and how alike children fare."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.calculators.werkboek.opmaak import op_papier
from matcher import Plan, Probleem
from matcher.eerlijkheid import Deel, eerlijkheid
from web.services.planbeeld import Planbeeld

_FORMULE = ("=", "+", "-", "@", "\t", "\r")
_DATUM = "DD-MM-YYYY"
Stand = tuple[str, str, str]
"""Where the shortlist stands, the groep it is about, and the reasons that were given."""


def als_werkboek(beeld: Planbeeld, probleem: Probleem, plan: Plan, standen: Mapping[str, Stand]) -> bytes:
    """`standen` by jeugdige. Dates are real dates; a code can't become a formula."""
    boek = Workbook()
    blad = boek.active
    assert isinstance(blad, Worksheet)
    blad.title = "Lijst"
    vul_blad(
        blad,
        ("Jeugdige", "Gemeente", "Urgentie", "Woont in een groep", "Fase", "Groep", "Woonvorm", "Locatie",
         "Van", "Tot", "Waarom", "Stand", "Groep van de stand", "Redenen"),
        (
            (r.jeugdige, r.gemeente, r.urgentie, "ja" if r.bewoner else "nee", v.fase, v.groep, v.woonvorm,
             v.locatie, v.van, v.tot, "; ".join(v.redenen), *standen.get(r.jeugdige, ("", "", "")))
            for r in beeld.lijst
            for v in r.verblijven
        ),
        (11, 17, 11, 11, 7, 9, 17, 27, 13, 13, 44, 20, 13, 34),
    )  # fmt: skip
    vul_blad(
        boek.create_sheet("Tijdlijn"),
        ("Groep", "Locatie", "Woonvorm", "Bedden", "Jeugdige", "Van", "Tot"),
        (
            (rij.groep, rij.locatie, rij.woonvorm, rij.bedden, s.jeugdige, s.van, s.tot)
            for rij in beeld.tijdlijn
            for s in rij.staven
        ),
        (10, 34, 18, 10, 14, 13, 13),
    )
    vul_blad(
        boek.create_sheet("Zonder plek"),
        ("Jeugdige", "Gemeente", "Urgentie", "Waarom"),
        ((r.jeugdige, r.gemeente, r.urgentie, "\n".join(r.redenen)) for r in beeld.lijst if not r.verblijven),
        (14, 18, 11, 90),
    )
    verslag = eerlijkheid(probleem, plan)
    vul_blad(
        boek.create_sheet("Gelijke kansen"),
        ("Waarop", "Wie", "Jeugdigen", "Vragen een plek", "Zonder plek", "Weken wachten, gemiddeld",
         "Weken wachten, hoogste", "Km van huis, gemiddeld", "Let op"),
        (
            _deel("Allen", verslag.totaal),
            *(_deel(kenmerk.capitalize(), d) for kenmerk, delen in verslag.per_kenmerk for d in delen),
        ),
        (14, 20, 12, 12, 12, 15, 15, 15, 46),
    )  # fmt: skip
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _deel(kenmerk: str, deel: Deel) -> tuple[Any, ...]:
    return (
        kenmerk, deel.naam, deel.aantal, deel.wachtenden, deel.zonder_plek, _rond(deel.wachten_gemiddeld),
        deel.wachten_hoogst, _rond(deel.km_gemiddeld),
        "Te weinig kinderen om iets uit af te leiden" if deel.klein else "",
    )  # fmt: skip


def _rond(getal: float | None) -> float | None:
    return None if getal is None else round(getal, 1)


def vul_blad(
    blad: Worksheet, kop: Sequence[str], rijen: Iterable[Sequence[Any]], breedtes: Sequence[int]
) -> None:
    """A table with its heading; `breedtes` in letters. Text that looks like a formula stays text."""
    blad.append(list(kop))
    for rij in rijen:
        blad.append([_veilig(cel) for cel in rij])
    for cel in blad[1]:
        cel.font = Font(bold=True, color="FFFFFF")
        cel.fill = PatternFill("solid", fgColor="154273")
        cel.alignment = Alignment(wrap_text=True, vertical="top")
    for nummer, breedte in enumerate(breedtes, 1):
        blad.column_dimensions[get_column_letter(nummer)].width = breedte
    for regel in blad.iter_rows(min_row=2):
        for cel in regel:
            links = isinstance(cel.value, str | date)
            cel.alignment = Alignment(
                wrap_text=True, vertical="top", horizontal="left" if links else None, indent=int(links)
            )
            if isinstance(cel.value, date):
                cel.number_format = _DATUM
            elif isinstance(cel.value, float):
                cel.number_format = "0.0"
    blad.freeze_panes = "B2"
    blad.auto_filter.ref = blad.dimensions
    op_papier(blad, kopregel=1)


def _veilig(waarde: Any) -> Any:
    if isinstance(waarde, str) and waarde.startswith(_FORMULE):
        return f"'{waarde}"
    return waarde
