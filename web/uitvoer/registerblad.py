"""A register as a workbook that can be read in again, or an empty one to fill in."""

import io
from collections.abc import Iterable, Mapping

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from web.models.register import Registersoort
from web.services.register import Rijen
from web.services.registertaal import toon
from web.services.registervelden import VELDEN, Kolom
from web.uitvoer.werkboek import vul_blad

BLADEN = {Registersoort.GROEP: "Groepen", Registersoort.JEUGDIGE: "Jeugdigen"}
RUIMTE = 500
"""Rows in which one chooses from a list."""
_VLAG = {"1": "ja", "0": "nee"}


def als_invulblad(registers: Mapping[Registersoort, Rijen]) -> bytes:
    """A sheet for each kind, with the names that the forms use, and one that explains the columns."""
    boek = Workbook()
    boek.remove(boek.worksheets[0])
    for soort, rijen in registers.items():
        _blad(boek.create_sheet(BLADEN[soort]), soort, rijen)
    vul_blad(
        boek.create_sheet("Uitleg"),
        ("Blad", "Kolom", "Wat vult u in"),
        (
            (BLADEN[soort], kolom.titel, " ".join(filter(None, _uitleg(kolom))))
            for soort in registers
            for kolom in VELDEN[soort].values()
        ),
        (14, 44, 80),
    )
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _blad(blad: Worksheet, soort: Registersoort, rijen: Rijen) -> None:
    kolommen = VELDEN[soort]
    koppen = [kolom.titel for kolom in kolommen.values()]
    cellen = [[_cel(n, kolom, rij.get(n, "")) for n, kolom in kolommen.items()] for rij in rijen.values()]
    # As wide as the longest word of the heading, or as what stands below it.
    breedst = [
        max(len(tekst) for tekst in (*kop.split(), *(rij[nummer] for rij in cellen)))
        for nummer, kop in enumerate(koppen)
    ]
    vul_blad(blad, koppen, cellen, [max(10, min(30, breedte + 4)) for breedte in breedst])
    for nummer, kolom in enumerate(kolommen.values(), 1):
        if keuzes := _keuzes(kolom):
            regel = DataValidation(type="list", formula1=f'"{",".join(keuzes)}"', allow_blank=True)
            regel.errorTitle, regel.error = "Kies uit de lijst", "Kies een van de waarden uit de lijst."
            letter = get_column_letter(nummer)
            regel.add(f"{letter}2:{letter}{RUIMTE + len(rijen)}")
            blad.add_data_validation(regel)


def _cel(naam: str, kolom: Kolom, waarde: str) -> str:
    return _VLAG.get(waarde, waarde) if kolom.soort == "vlag" else toon(naam, waarde)


def _keuzes(kolom: Kolom) -> list[str]:
    """What one may write in the column; of "1, crisis" the 1."""
    if kolom.soort == "vlag":
        return list(_VLAG.values())
    return [sleutel for sleutel, _ in kolom.keuzes]


def _uitleg(kolom: Kolom) -> Iterable[str]:
    yield kolom.uitleg
    if kolom.soort == "vlag":
        yield "Ja of nee."
    elif kolom.keuzes:
        yield f"Kies uit: {'; '.join(label for _, label in kolom.keuzes)}."
