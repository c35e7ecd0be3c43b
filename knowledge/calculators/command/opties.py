"""The input of a rekentool as options of a command, and what was typed as its data again.

A field `jeugdigen_ggz` is the option --jeugdigen-ggz. Fields with several values take a list with commas, or
the option more than once; a list of rows takes the option once for each row: "functie=psycholoog;uren=36".
"""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from knowledge.calculators.velden import Veld
from knowledge.errors import InvoerFout

_ENKELVOUD = {"percelen": "perceel", "jaren": "jaar", "reizen": "reis"}
"""Names under which one value of a field is given, where it is not the beginning of the field's name."""
_WAARDE = {"getal": "GETAL", "geheel": "N", "tekst": "TEKST", "datum": "DD-MM-JJJJ", "janee": "JA/NEE"}
_HOOGSTENS_GENOEMD = 14
"""So many choices are named in the help; the error for a wrong value names them all."""

Keuzes = Mapping[str, Sequence[tuple[str, str]]]
"""By field the values that the catalogue knows, each with a label."""


def optie(naam: str) -> str:
    """ "jeugdigen_ggz" -> "--jeugdigen-ggz"."""
    return f"--{naam.replace('_', '-')}"


def voeg_opties_toe(parser: argparse.ArgumentParser, fields: Iterable[Veld], keuzes: Keuzes) -> None:
    """One option for each field; none is required here, for a file may give it."""
    for veld in fields:
        namen = [optie(veld.naam), *([optie(_ENKELVOUD[veld.naam])] if veld.naam in _ENKELVOUD else [])]
        hulp = _hulp(veld, keuzes).replace("%", "%%")
        if veld.soort == "lijst":
            parser.add_argument(*namen, dest=veld.naam, action="append", metavar='"K=W;K=W"', help=hulp)
        elif veld.soort == "keuzes":
            parser.add_argument(*namen, dest=veld.naam, action="append", metavar="A,B", help=hulp)
        elif veld.soort == "janee":
            # The option by itself says yes.
            parser.add_argument(*namen, dest=veld.naam, nargs="?", const="ja", metavar="JA/NEE", help=hulp)
        else:
            parser.add_argument(*namen, dest=veld.naam, metavar=_WAARDE.get(veld.soort, "KEUZE"), help=hulp)


def uit_opties(fields: Iterable[Veld], args: argparse.Namespace) -> dict[str, Any]:
    """What was typed, as data for the rekentool; an option that was not used is left out."""
    found: dict[str, Any] = {}
    for veld in fields:
        given = getattr(args, veld.naam)
        if given is None:
            continue
        if veld.soort == "lijst":
            found[veld.naam] = [_rij(veld, text) for text in given]
        elif veld.soort == "keuzes":
            found[veld.naam] = [value for text in given for value in _waarden(text)]
        else:
            found[veld.naam] = _waarde(veld, given)
    return found


def _rij(veld: Veld, text: str) -> dict[str, Any]:
    """ "functie=psycholoog;uren=36" as a row; a column may be given by its name or its title."""
    kolommen = {naam: k for k in veld.kolommen for naam in (k.naam.casefold(), k.titel.casefold())}
    rij: dict[str, Any] = {}
    for part in text.split(";"):
        if not part.strip():
            continue
        naam, is_, waarde = (piece.strip() for piece in part.partition("="))
        kolom = kolommen.get(naam.casefold())
        if not is_ or kolom is None:
            namen = ", ".join(k.naam for k in veld.kolommen)
            vorm = f'{optie(veld.naam)}: schrijf "kolom=waarde;kolom=waarde".'
            raise InvoerFout(f"{vorm} De kolommen zijn {namen}.")
        if waarde:
            rij[kolom.naam] = _waarden(waarde) if kolom.soort == "keuzes" else _waarde(kolom, waarde)
    return rij


def _waarden(text: str) -> list[str]:
    return [value.strip() for value in text.replace(";", ",").split(",") if value.strip()]


def _waarde(veld: Veld, text: str) -> Any:
    if veld.soort == "janee":
        return {"ja": True, "nee": False}.get(text.strip().lower(), text)
    return text


def _hulp(veld: Veld, keuzes: Keuzes) -> str:
    delen = [f"{veld.titel}: {veld.uitleg}" if veld.uitleg else veld.titel]
    if namen := _keuzes(veld.naam, veld, keuzes):
        delen.append(f"kies uit {namen}")
    if veld.kolommen:
        kolommen = ";".join(f"{k.naam}=..." for k in veld.kolommen)
        delen.append(f'voor elke regel één keer, met wat u weet van "{kolommen}"')
    for kolom in veld.kolommen:
        if namen := _keuzes(f"{veld.naam}.{kolom.naam}", kolom, keuzes):
            delen.append(f"{kolom.naam}: {namen}")
    if veld.soort not in ("lijst", "keuzes", "janee") and veld.standaard not in (None, ""):
        delen.append(f"zonder deze optie {veld.standaard}")
    if veld.soort == "janee" and veld.standaard is True:
        delen.append("zonder deze optie ja")
    if veld.verplicht:
        delen.append("verplicht")
    return "; ".join(delen)


def _keuzes(plaats: str, veld: Veld, keuzes: Keuzes) -> str:
    namen = [waarde for waarde, _ in keuzes.get(plaats, ())] or list(veld.keuzes)
    genoemd = ", ".join(namen[:_HOOGSTENS_GENOEMD])
    return f"{genoemd}, ..." if len(namen) > _HOOGSTENS_GENOEMD else genoemd
