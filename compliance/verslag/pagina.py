"""Renders the report as one standalone page without scripts."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from compliance.rapport import Rapport
from compliance.tekst import dag_tekst, getal_tekst, opsomming
from compliance.verslag.beeld import maak_beeld
from knowledge.catalogue.models import Tender

MACROS = Path(__file__).resolve().parent / "templates"
"""Folder of the templates; `delen.html` holds one macro a part of the report."""
STIJL = MACROS / "verslag.css"
"""The styles of those parts; no rule of it needs inline styles."""


def to_html(rapport: Rapport, tender: Tender | None = None) -> str:
    """The whole report as HTML, styles included. `tender` names the eisen and stukken; by default the
    catalogue that the report was made with. InvoerFout when that catalogue is not installed."""
    sjabloon = _omgeving().get_template("rapport.html")
    stijl = Markup(STIJL.read_text(encoding="utf-8"))  # noqa: S704 - our own file
    return sjabloon.render(beeld=maak_beeld(rapport, tender), stijl=stijl)


@cache
def _omgeving() -> Environment:
    omgeving = Environment(
        loader=FileSystemLoader(MACROS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    omgeving.filters.update(
        getal=getal_tekst, dag=dag_tekst, opsomming=opsomming, breekbaar=breekbaar, vast=vast
    )
    return omgeving


def breekbaar(naam: str) -> Markup:
    """A file name that may break behind its separators instead of anywhere."""
    return Markup("").join(
        Markup("{}<wbr>").format(stuk) if nummer else Markup("{}").format(stuk)
        for stuk, nummer in _stukken(naam)
    )


def _stukken(naam: str) -> list[tuple[str, bool]]:
    delen = re.split(r"(?<=[_/\-])", naam)
    return [(deel, nummer < len(delen) - 1) for nummer, deel in enumerate(delen)]


def vast(tekst: str) -> str:
    """Keeps a euro sign with its amount and a paragraph sign with its number on one line."""
    return re.sub(r"(€|§) (?=\d)", "\\1\u00a0", tekst)
