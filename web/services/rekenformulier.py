"""A rekentool's input as a form: from query to data, and from data to fields with their values.

Names in the query: "plaatsen" for a field, "medewerkers.0.uren" for a row of a list. Rows that are wholly
empty do not count. A form is sent by GET, so that a calculation has an address of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from knowledge.calculators.rekentool import FoutInVelden, Rekentool
from knowledge.calculators.velden import Veld, velden
from knowledge.catalogue.models import Tender
from knowledge.errors import InvoerFout
from web.contexts import Veldfout

LEGE_RIJEN = 2
"""Empty rows of a list that a new form shows."""

HOOGSTENS_RIJEN = 60

Keuze = tuple[str, str]
"""Value and label."""


@dataclass(frozen=True, slots=True)
class Formulierveld:
    """A field as a template shows it. `naam`: in the query; `id`: in the page; `waarde`: as text.

    `waarden`: what is chosen, of a field with several choices; `rijen`: of a list, each with its fields.
    """

    naam: str
    id: str
    titel: str
    uitleg: str
    soort: str
    verplicht: bool
    keuzes: tuple[Keuze, ...] = ()
    waarde: str = ""
    waarden: tuple[str, ...] = ()
    rijen: tuple[tuple["Formulierveld", ...], ...] = field(default=())
    fout: bool = False


Query = Mapping[str, list[str]]


def uit_query(tool: Rekentool[Any], query: Query) -> dict[str, Any]:
    """The data of a sent form; empty fields and rows are left out."""
    return _lees(velden(tool.invoer), query, "")


def _lees(fields: Iterable[Veld], query: Query, voor: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for veld in fields:
        naam = f"{voor}{veld.naam}"
        if veld.soort == "lijst":
            rijen = [_lees(veld.kolommen, query, f"{naam}.{n}.") for n in _rijnummers(naam, query)]
            if rijen := [rij for rij in rijen if any(v not in (False, []) for v in rij.values())]:
                found[veld.naam] = rijen
            continue
        given = [w.strip() for w in query.get(naam, []) if w.strip()]
        if veld.soort == "keuzes":
            if given:
                found[veld.naam] = [p for w in given for p in w.replace(";", ",").split(",") if p.strip()]
        elif given and veld.soort == "janee":
            found[veld.naam] = {"ja": True, "nee": False}.get(given[-1].lower(), given[-1])
        elif given:
            found[veld.naam] = given[-1]
    return found


def _rijnummers(naam: str, query: Query) -> list[int]:
    parts = (key[len(naam) + 1 :].partition(".")[0] for key in query if key.startswith(f"{naam}."))
    return sorted({int(p) for p in parts if p.isdecimal() and int(p) < HOOGSTENS_RIJEN})


def naar_query(gegevens: Mapping[str, Any], voor: str = "") -> list[tuple[str, str]]:
    """The query of a form with these data, as pairs."""
    pairs: list[tuple[str, str]] = []
    for naam, waarde in gegevens.items():
        if isinstance(waarde, list | tuple) and waarde and isinstance(waarde[0], Mapping):
            for n, rij in enumerate(waarde):
                pairs += naar_query(rij, f"{voor}{naam}.{n}.")
        elif isinstance(waarde, list | tuple):
            pairs += [(f"{voor}{naam}", _tekst(w)) for w in waarde]
        elif waarde is not None:
            pairs.append((f"{voor}{naam}", _tekst(waarde)))
    return pairs


def adres(sleutel: str, gegevens: Mapping[str, Any]) -> str:
    """The page of a rekentool, filled in."""
    query = urlencode(naar_query(gegevens))
    return f"/rekentools/{sleutel}?{query}" if query else f"/rekentools/{sleutel}"


def formulier(
    tool: Rekentool[Any],
    tender: Tender,
    gegevens: Mapping[str, Any],
    fouten: InvoerFout | None = None,
    extra: str = "",
) -> tuple[Formulierveld, ...]:
    """The fields with the values of `gegevens`; `extra`: the list that gets one more empty row."""
    wrong = {_id(p) for p in fouten.plaatsen} if isinstance(fouten, FoutInVelden) else set()
    keuzes = dict(tool.keuzes(tender)) if tool.keuzes else {}
    return tuple(_vul(v, gegevens, keuzes, wrong, (), extra) for v in velden(tool.invoer))


def _vul(
    veld: Veld,
    gegevens: Mapping[str, Any],
    keuzes: Mapping[str, Iterable[Keuze]],
    wrong: set[str],
    voor: tuple[str | int, ...],
    extra: str,
) -> Formulierveld:
    plaats = (*voor, veld.naam)
    key = ".".join(str(p) for p in plaats if not isinstance(p, int))
    choices = tuple(keuzes.get(key, ())) or tuple((k, k) for k in veld.keuzes)
    value = gegevens.get(veld.naam, veld.standaard)
    soort = veld.soort
    if soort == "tekst" and choices:
        soort = "keuze"
    rijen: tuple[tuple[Formulierveld, ...], ...] = ()
    if veld.soort == "lijst":
        given = list(value or [])
        blank = (0 if given else LEGE_RIJEN) + int(extra == veld.naam)
        rows = (given + [{}] * blank)[:HOOGSTENS_RIJEN]
        rijen = tuple(
            tuple(_vul(k, rij, keuzes, wrong, (*plaats, n), extra) for k in veld.kolommen)
            for n, rij in enumerate(rows)
        )
    several = veld.soort == "keuzes"
    return Formulierveld(
        naam=".".join(map(str, plaats)),
        id=_id(plaats),
        titel=veld.titel,
        uitleg=veld.uitleg,
        soort=soort,
        verplicht=veld.verplicht,
        keuzes=choices,
        waarde="" if value is None or veld.soort == "lijst" else _toon(value),
        waarden=tuple(_tekst(w) for w in value or ()) if several else (),
        rijen=rijen,
        fout=_id(plaats) in wrong,
    )


def veldfouten(fout: InvoerFout) -> tuple[Veldfout, ...]:
    """Each line of a refusal with the field it leads to; the form itself where no field is known."""
    places = fout.plaatsen if isinstance(fout, FoutInVelden) else ()
    ids = [_id(p) for p in places] or ["rekenformulier"] * len(fout.fouten)
    return tuple(Veldfout(id, tekst) for id, tekst in zip(ids, fout.fouten, strict=True))


def _id(plaats: Iterable[str | int]) -> str:
    return "veld-" + "-".join(map(str, plaats))


def _toon(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_tekst(w) for w in value)
    return _tekst(value)


def _tekst(value: Any) -> str:
    """A value as a Dutch user writes it."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, int | float | Decimal):
        return (
            f"{value:f}".rstrip("0").rstrip(".").replace(".", ",")
            if not isinstance(value, int)
            else str(value)
        )
    return str(value)
