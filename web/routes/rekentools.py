"""The rekentools: an overview, and one page for each with its form, outcome and workbooks."""

import io
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from knowledge.calculators.register import REKENTOOLS, rekentool
from knowledge.calculators.rekentool import Rekentool
from knowledge.calculators.werkboek import lees_werkboek, schrijf_leeg, schrijf_uitkomst
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from web.contexts import Veldfout
from web.contexts.rekenen import Rekentoolpagina, Rekentoolspagina, Toolregel
from web.rendering import render
from web.services.rekenformulier import adres, formulier, uit_query, veldfouten
from web.services.rekenuitkomst import plaatslinks, rekenuitkomst
from web.state import CurrentState

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


@router.get("/rekentools/{sleutel}/leeg.xlsx")
def empty_workbook(sleutel: str) -> Response:
    tool = get_tool(sleutel)
    inhoud = io.BytesIO()
    schrijf_leeg(tool, inhoud, load_tender())
    return _workbook(inhoud, f"{sleutel}.xlsx")


@router.get("/rekentools/{sleutel}/uitkomst.xlsx")
def outcome_workbook(request: Request, sleutel: str) -> Response:
    tool = get_tool(sleutel)
    params = request.query_params
    gegevens = uit_query(tool, {key: params.getlist(key) for key in params})
    inhoud = io.BytesIO()
    schrijf_uitkomst(tool, tool.uit_gegevens(load_tender(), gegevens), inhoud, load_tender())
    return _workbook(inhoud, f"{sleutel}-uitkomst.xlsx")


@router.post("/rekentools/{sleutel}/werkboek")
def from_workbook(
    request: Request,
    state: CurrentState,
    sleutel: str,
    werkboek: Annotated[UploadFile | None, File()] = None,
    groep: Annotated[str, Form()] = "",
) -> Response:
    """A filled-in workbook: its input on the form, and the outcome."""
    tool = get_tool(sleutel)
    if werkboek is None or not werkboek.filename:
        fout = (Veldfout("werkboek", "Kies een Excel-bestand."),)
        return tool_page(request, tool, {}, reken=False, bestandsfouten=fout)
    with state.opslag.received([werkboek]) as paden:
        try:
            gegevens = lees_werkboek(tool, paden[0], load_tender(), groep or None)
        except InvoerFout as refused:
            # Users know the file by its name, not by where we keep it for a moment.
            regels = (r.replace(f"{paden[0].parent}/", "") for r in refused.fouten)
            fouten = tuple(Veldfout("werkboek", regel) for regel in regels)
            return tool_page(request, tool, {}, reken=False, bestandsfouten=fouten)
    return tool_page(request, tool, gegevens, reken=True)


def _workbook(inhoud: io.BytesIO, naam: str) -> Response:
    return Response(
        inhoud.getvalue(),
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": f'attachment; filename="{naam}"'},
    )


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
