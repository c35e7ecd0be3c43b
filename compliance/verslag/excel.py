"""Reports as workbooks: one bid with a sheet for each part, or many bids in one matrix, with filters."""

import io
import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from compliance.namen import SOORTNAMEN, STATUSNAMEN
from compliance.rapport import Bewijs, Rapport
from compliance.vergelijk import ZWAARTE, matrix
from compliance.verslag.beeld import maak_beeld
from compliance.vragen import vragen_aan_inschrijver
from knowledge.catalogue.models import Tender

_KLEUREN = {
    "strijdig": "F8D7DA", "ontbreekt": "F8D7DA", "deels": "FFF3CD", "onvolledig": "FFF3CD",
    "verlopen": "FFF3CD", "verklaard": "E2E3E5", "aangetoond": "D4EDDA", "aanwezig": "D4EDDA",
}  # fmt: skip
_LIJN = Border(bottom=Side("thin", "D0D0D0"))
_REGELHOOGTE, _HOOGSTE_RIJ = 15, 400
"""Points; a row of more than 409 is no row to Excel."""
_FORMULE = ("=", "+", "-", "@", "\t", "\r")


def to_xlsx(rapport: Rapport, tender: Tender) -> bytes:
    """One bid: eisen, stukken, bevindingen, ratios and draft questions, a sheet each."""
    beeld = maak_beeld(rapport, tender)
    boek = Workbook()
    blad = boek.active
    assert isinstance(blad, Worksheet)
    blad.title = "Eisen"
    _vul(
        blad,
        ("Eis", "Onderwerp", "Thema", "Status", "Zekerheid", "Toelichting", "Passage", "Bestand", "Pagina"),
        (
            (
                r.oordeel.id, r.eis.onderwerp if r.eis else "", thema.naam, r.statusnaam,
                round(r.oordeel.zekerheid, 2), r.oordeel.toelichting, *_eerste(r.oordeel.bewijs),
            )
            for thema in beeld.themas
            for r in thema.regels
        ),
        (8, 34, 26, 18, 11, 60, 70, 30, 8),
        status=3,
    )  # fmt: skip
    _vul(
        boek.create_sheet("Stukken"),
        ("Stuk", "Status", "Bestand", "Toelichting"),
        (
            (
                r.stuk.naam if r.stuk else r.oordeel.sleutel,
                r.statusnaam,
                r.oordeel.bestand or "",
                r.oordeel.toelichting,
            )
            for r in (*beeld.stukken, *beeld.stukken_nvt)
        ),
        (40, 18, 34, 70),
        status=1,
    )
    _vul(
        boek.create_sheet("Bevindingen"),
        ("Ernst", "Soort", "Toelichting", "Passage", "Bestand", "Pagina"),
        (
            (b.ernst, beeld.soortnamen[b.soort], b.toelichting, *_eerste(b.bewijs))
            for b in (*beeld.knockouts, *beeld.overige)
        ),
        (14, 26, 60, 70, 30, 8),
    )
    _vul(
        boek.create_sheet("Financieel"),
        ("Verhouding", "Norm", *beeld.jaren),
        (
            (v.naam, v.norm, *({j: w for j, w, _ in v.waarden}.get(jaar, "") for jaar in beeld.jaren))
            for v in beeld.verhoudingen
        ),
        (28, 24, *[14] * len(beeld.jaren)),
    )
    _vul(
        boek.create_sheet("Vragen"),
        ("Soort", "Waarover", "Vraag", "Aanleiding"),
        ((v.soort, v.onderwerp, v.tekst, v.aanleiding) for v in vragen_aan_inschrijver(rapport, tender)),
        (18, 40, 60, 60),
    )
    return _bytes(boek)


@dataclass(frozen=True, slots=True)
class Besluit:
    """What an assessor decided about one eis of a bid; `voorstel` and `besluit` are statuses."""

    inschrijver: str
    eis: str
    voorstel: str
    besluit: str
    reden: str
    door: str
    tijd: str


@dataclass(frozen=True, slots=True)
class Bevindingbesluit:
    """What an assessor decided about a finding of a bid; `ernst` and `soort` as the report has them."""

    inschrijver: str
    ernst: str
    soort: str
    toelichting: str
    klopt: bool
    reden: str
    door: str
    tijd: str


def matrix_xlsx(
    rapporten: Sequence[Rapport],
    tender: Tender,
    eisen: Collection[str] | None = None,
    besluiten: Sequence[Besluit] | None = None,
    over_bevindingen: Sequence[Bevindingbesluit] = (),
) -> bytes:
    """Many bids: eisen x bids and stukken x bids, and a sheet with totals. `eisen`: only these; `besluiten`
    and `over_bevindingen`: those of people, on sheets of their own."""
    gezien = matrix(rapporten)
    if eisen is not None:
        gezien = replace(gezien, eisen=tuple(r for r in gezien.eisen if r.sleutel in eisen))
    onderwerpen = {eis.id: eis.onderwerp for eis in tender.eisen}
    stukken = {stuk.sleutel: stuk.naam for stuk in tender.stukken}
    boek = Workbook()
    blad = boek.active
    assert isinstance(blad, Worksheet)
    blad.title = "Totalen"
    _vul(
        blad,
        ("Inschrijver", "Percelen", "Knock-outs", *(STATUSNAMEN[s] for s in ZWAARTE)),
        (
            (
                naam, ", ".join(map(str, rapporten[n].percelen)), gezien.knockouts[n],
                *(gezien.telling(n)[s] for s in ZWAARTE),
            )
            for n, naam in enumerate(gezien.namen)
        ),
        (36, 14, 12, *[14] * len(ZWAARTE)),
    )  # fmt: skip
    kolommen = [20] * len(gezien.namen)
    kruis = boek.create_sheet("Eisen")
    _vul(
        kruis,
        ("Eis", "Onderwerp", *gezien.namen),
        ((r.sleutel, onderwerpen.get(r.sleutel, ""), *_woorden(r.statussen)) for r in gezien.eisen),
        (8, 44, *kolommen),
        status=2,
        tot_einde=True,
    )
    kruis.freeze_panes = "C2"
    kruis = boek.create_sheet("Stukken")
    _vul(
        kruis,
        ("Stuk", *gezien.namen),
        ((stukken.get(r.sleutel, r.sleutel), *_woorden(r.statussen)) for r in gezien.stukken),
        (52, *kolommen),
        status=1,
        tot_einde=True,
    )
    kruis.freeze_panes = "B2"
    if besluiten is not None:
        _vul(
            boek.create_sheet("Besluiten"),
            ("Inschrijver", "Eis", "Onderwerp", "Voorstel", "Besluit", "Anders", "Reden", "Door", "Wanneer"),
            (
                (
                    b.inschrijver, b.eis, onderwerpen.get(b.eis, ""), STATUSNAMEN[b.voorstel],
                    STATUSNAMEN[b.besluit], "ja" if b.voorstel != b.besluit else "nee", b.reden, b.door,
                    b.tijd,
                )
                for b in besluiten
            ),
            (36, 8, 34, 18, 18, 9, 60, 24, 20),
            status=4,
        )  # fmt: skip
    if over_bevindingen:
        _vul(
            boek.create_sheet("Besluiten over bevindingen"),
            ("Inschrijver", "Ernst", "Soort", "Bevinding", "Klopt", "Reden", "Door", "Wanneer"),
            (
                (
                    b.inschrijver, b.ernst.capitalize(), SOORTNAMEN.get(b.soort, b.soort), b.toelichting,
                    "ja" if b.klopt else "nee", b.reden, b.door, b.tijd,
                )
                for b in over_bevindingen
            ),
            (30, 14, 24, 60, 8, 60, 24, 20),
        )  # fmt: skip
    return _bytes(boek)


def _woorden(statussen: Iterable[str]) -> Iterator[str]:
    return (STATUSNAMEN[status] for status in statussen)


def _eerste(bewijs: Sequence[Bewijs]) -> tuple[str, str, int | str]:
    if not bewijs:
        return "", "", ""
    return bewijs[0].citaat, bewijs[0].bestand, bewijs[0].pagina or ""


def _vul(
    blad: Worksheet,
    kop: Sequence[str],
    rijen: Iterable[Sequence[Any]],
    breedtes: Sequence[int],
    status: int | None = None,
    tot_einde: bool = False,
) -> None:
    """Heading, rows, filter. `status`: the column (from 0) that is coloured by its value, and with
    `tot_einde` all after it."""
    namen = {naam: sleutel for sleutel, naam in STATUSNAMEN.items()}
    blad.append([_veilig(cel) for cel in kop])
    for rij in rijen:
        blad.append([_veilig(cel) for cel in rij])
    for cel in blad[1]:
        cel.font = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
        cel.alignment = Alignment(wrap_text=True, vertical="top")
        cel.fill = PatternFill("solid", fgColor="154273")
    for nummer, breedte in enumerate(breedtes, 1):
        blad.column_dimensions[get_column_letter(nummer)].width = breedte
    for regel in blad.iter_rows(min_row=2):
        for nummer, cel in enumerate(regel):
            cel.alignment = Alignment(wrap_text=True, vertical="top")
            gekleurd = status is not None and (nummer == status or (tot_einde and nummer > status))
            kleur = _KLEUREN.get(namen.get(str(cel.value), "")) if gekleurd else None
            if kleur:
                cel.fill = PatternFill("solid", fgColor=kleur)
            cel.border = _LIJN
    # Not every program makes a row as high as its wrapped text asks.
    for nummer, regel in enumerate(blad.iter_rows(), 1):
        hoogste = max(_regels(cel.value, breedte) for cel, breedte in zip(regel, breedtes, strict=False))
        blad.row_dimensions[nummer].height = min(_REGELHOOGTE * hoogste + 2, _HOOGSTE_RIJ)
    blad.freeze_panes = "A2"
    blad.auto_filter.ref = blad.dimensions
    # On paper: the page on its side, all columns on one page, the heading on each.
    blad.page_setup.orientation = "landscape"
    blad.page_setup.paperSize = blad.PAPERSIZE_A4
    blad.page_setup.fitToHeight = 0
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    blad.print_title_rows = "1:1"


def _regels(waarde: Any, breedte: int) -> int:
    """How many lines a value takes in a column of so many characters, at most."""
    per_regel = max(1, breedte - 1)
    return sum(max(1, math.ceil(len(deel) / per_regel)) for deel in str(waarde or "").split("\n"))


def _veilig(waarde: Any) -> Any:
    """A bidder's words must not become a formula, nor hold characters that no workbook may."""
    if not isinstance(waarde, str):
        return waarde
    schoon = "".join(teken for teken in waarde if teken >= " " or teken in "\n\t")[:32_000]
    return f"'{schoon}" if schoon.startswith(_FORMULE) else schoon


def _bytes(boek: Workbook) -> bytes:
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()
