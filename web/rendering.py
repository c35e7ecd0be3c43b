"""Renders a page context with its template."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from compliance.tekst import dag_tekst, getal_tekst, opsomming
from compliance.verslag.pagina import breekbaar, vast
from web import voorkeuren
from web.access import Handeling, Soort, Wie, mag
from web.auth.huidig import wie_of_niemand
from web.contexts import Pagina
from web.contexts.kader import Kader, Menulink
from web.services.antwoorden import kenmerk
from web.services.datum import dag_kort, moment, seconde
from web.services.waarover import van_pagina
from web.state import State
from web.statisch import adres

TEMPLATES = Path(__file__).resolve().parent / "templates"
NAVIGATIE: tuple[tuple[str, str, Soort | None], ...] = (
    ("Plaatsing", "/plaatsing", Soort.RONDE),
    ("Register", "/register", Soort.JEUGDIGE),
    ("Beoordeling", "/beoordeling", Soort.INSCHRIJVING),
    ("Werkplek", "/werkplek", Soort.WERKPLEK),
    ("Zelfcheck", "/zelfcheck", Soort.ZELFCHECK),
    ("Aanbestedingen", "/aanbestedingen", Soort.AANBESTEDING),
    ("Assistent", "/assistent", None),
    ("Eisen", "/eisen", None),
    ("Tarieven", "/tarieven", None),
    ("Rekentools", "/rekentools", None),
    ("Beheer", "/beheer", Soort.GEBRUIKER),
    ("Logboek", "/logboek", Soort.LOG),
)
"""Name, address, and what one must be allowed to read to see it (None: everyone who is logged in)."""
NASLAG = {"/assistent", "/eisen", "/tarieven", "/rekentools"}
"""What one looks up, apart from the own work."""


def make_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["statisch"] = adres
    environment.filters.update(
        getal=lambda waarde, decimalen=0: getal_tekst(waarde, decimalen),
        euro=lambda bedrag: "€\u00a0" + f"{bedrag:,.2f}".translate(str.maketrans(",.", ".,")),
        dag=dag_tekst,
        dag_kort=dag_kort,
        moment=moment,
        seconde=seconde,
        opsomming=opsomming,
        ronde=_ronde,
        termijn=_termijn,
        vooraan=lambda tekst: tekst[:1].upper() + tekst[1:],
        # The same names of files come back many times on the page of a report.
        breekbaar=lru_cache(maxsize=4096)(breekbaar),
        vast=vast,
        grootte=_grootte,
        alineas=_alineas,
        id=id,
        kenmerk=kenmerk,
        van_pagina=van_pagina,
        statuspaar=lambda status, beeld: (status, beeld.statusnamen[status]),
    )
    return environment


@cache
def _environment() -> Environment:
    return make_environment()


def render(
    request: Request, pagina: Pagina, status: int = 200, headers: Mapping[str, str] | None = None
) -> HTMLResponse:
    """The page of a context as a response."""
    template = _environment().get_template(pagina.sjabloon)
    context: dict[str, Any] = {field.name: getattr(pagina, field.name) for field in fields(pagina)}
    wie = wie_of_niemand(request)
    html = template.render(context, pad=request.url.path, wie=wie, kader=_kader(request, wie))
    return HTMLResponse(html, status, headers=headers)


def _kader(request: Request, wie: Wie | None) -> Kader:
    state: State = request.app.state.thuisplek
    url = request.url
    links = _menu(wie, url.path)
    return Kader(
        werk=tuple(link for link in links if link.adres not in NASLAG),
        naslag=tuple(link for link in links if link.adres in NASLAG),
        beeld=voorkeuren.beeld(request),
        sneltoetsen=voorkeuren.sneltoetsen(request),
        thema=state.thema.beeld(),
        wachttijden=state.settings.wachttijden,
        terug="/" if request.method != "GET" else url.path + (f"?{url.query}" if url.query else ""),
    )


def _menu(wie: Wie | None, pad: str) -> list[Menulink]:
    if wie is None:
        return []
    mogelijk = [
        (naam, doel) for naam, doel, soort in NAVIGATIE if soort is None or mag(wie, Handeling.LEZEN, soort)
    ]
    # Of two places where one lies below the other, this page is at the deepest.
    hier = max((doel for _, doel in mogelijk if f"{pad}/".startswith(f"{doel}/")), key=len, default="")
    return [
        Menulink(naam, doel, "" if doel != hier else "page" if pad == doel else "true")
        for naam, doel in mogelijk
    ]


def _ronde(naam: str) -> str:
    """ "ronde Voorbeeldregio"; a name that says so itself stays as it is."""
    return naam if naam.casefold().startswith("ronde") else f"ronde {naam}"


def _termijn(dagen: int) -> str:
    """ "2 jaar" for whole years (with a leap day or without), else "90 dagen"."""
    jaren = dagen // 365
    return f"{jaren} jaar" if jaren and dagen % 365 <= jaren // 3 else f"{dagen} dagen"


def _grootte(bytes_: int) -> str:
    """ "37 kB" or "1,4 MB"."""
    if bytes_ < 1000 * 1000:
        return f"{max(1, round(bytes_ / 1000))}\u00a0kB"
    return f"{getal_tekst(bytes_ / 1e6, 1)}\u00a0MB"


def _alineas(tekst: str) -> Markup:
    """Lines of a text as paragraphs."""
    return Markup("").join(
        Markup('<p class="utrecht-paragraph">{}</p>').format(regel)
        for regel in tekst.splitlines()
        if regel.strip()
    )
