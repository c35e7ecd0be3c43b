"""The rekentools: an overview, and one page for each with its form, outcome and workbooks."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from knowledge.calculators.register import REKENTOOLS, rekentool
from knowledge.calculators.rekentool import Rekentool
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from web.contexts import Veldfout
from web.contexts.rekenen import Rekentoolpagina, Rekentoolspagina, Toolregel
from web.rendering import render
from web.services.rekenformulier import adres, formulier, uit_query, veldfouten
from web.services.rekenuitkomst import plaatslinks, rekenuitkomst

router = APIRouter()

MEER = "regel_erbij"
"""Query field of the button that adds an empty row to a list: its value is the list."""
REKEN = "reken"
"""Query field of the button that calculates."""


@router.get("/rekentools")
def overview(request: Request) -> Response:
    regels = tuple(
        Toolregel(f"/rekentools/{t.sleutel}", t.naam, t.uitleg, ", ".join(t.vindplaatsen)) for t in REKENTOOLS
    )
    return render(request, Rekentoolspagina(regels))


@router.get("/rekentools/{sleutel}")
def calculate(request: Request, sleutel: str) -> Response:
    tool = get_tool(sleutel)
    params = request.query_params
    query = {key: params.getlist(key) for key in params if key not in (MEER, REKEN)}
    gegevens = uit_query(tool, query)
    meer = params.get(MEER, "")
    return tool_page(request, tool, gegevens, reken=(bool(query) and not meer) or REKEN in params, extra=meer)


def get_tool(sleutel: str) -> Rekentool[Any]:
    try:
        return rekentool(sleutel)
    except InvoerFout as fout:
        raise HTTPException(404) from fout


def tool_page(
    request: Request,
    tool: Rekentool[Any],
    gegevens: dict[str, Any],
    *,
    reken: bool,
    extra: str = "",
    bestandsfouten: tuple[Veldfout, ...] = (),
) -> Response:
    """The page of a rekentool with its form filled in and, when asked, what comes out."""
    tender = load_tender()
    uitkomst = fout = None
    if reken:
        try:
            uitkomst = tool.uit_gegevens(tender, gegevens)
        except InvoerFout as refused:
            fout = refused
    pagina = Rekentoolpagina(
        sleutel=tool.sleutel,
        naam=tool.naam,
        uitleg=tool.uitleg,
        plaatsen=plaatslinks(tool.vindplaatsen, tender),
        velden=formulier(tool, tender, gegevens, fout, extra),
        uitkomst=rekenuitkomst(uitkomst, tender, gegevens) if uitkomst else None,
        fouten=veldfouten(fout) if fout else (),
        voorbeeld=adres(tool.sleutel, tool.voorbeeld),
        bestandsfouten=bestandsfouten,
    )
    return render(request, pagina, 422 if fout or bestandsfouten else 200)
