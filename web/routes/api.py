"""The JSON interface for other programs: rekentools and the assistant. Described in /api/v1/openapi.json.

Errors are problem details (RFC 9457) in Dutch, with a line for each wrong field in `fouten`.
"""

from typing import Any

from fastapi import Body, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from knowledge.calculators.register import REKENTOOLS, rekentool
from knowledge.calculators.rekentool import Rekentool
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from web.services.assistent import Assistent

VERSION = "1.0.0"
_PROBLEM = "application/problem+json"


class Toolbeschrijving(BaseModel):
    """A rekentool as the overview gives it."""

    sleutel: str = Field(description="Naam in adressen")
    naam: str
    uitleg: str
    vindplaatsen: list[str] = Field(description="Waar de regels staan")
    invoer: dict[str, Any] = Field(description="JSON Schema van de invoer")
    voorbeeld: dict[str, Any] = Field(description="Een invoer die werkt")


class StapUit(BaseModel):
    omschrijving: str
    berekening: str
    uitkomst: str
    vindplaats: str


class UitkomstUit(BaseModel):
    """The outcome of a rekentool."""

    rekentool: str
    antwoord: str
    invoer: dict[str, Any]
    waarden: dict[str, Any]
    stappen: list[StapUit]
    vindplaatsen: list[str]
    opmerkingen: list[str]


class Vraag(BaseModel):
    vraag: str = Field(description="De vraag, in gewoon Nederlands", max_length=2000)
    bron: str | None = Field(None, description="Zoek alleen in deze bron")
    gesprek: list[str] = Field([], description="Eerdere vragen, de oudste eerst", max_length=20)


class CitaatUit(BaseModel):
    bron: str
    vindplaats: str
    tekst: str
    score: float
    koppen: list[str]
    passage: int | None


class RekenhulpUit(BaseModel):
    sleutel: str
    invoer: dict[str, Any]
    label: str


class DeelUit(BaseModel):
    bron: str
    beantwoord: bool
    kort: str
    citaten: list[CitaatUit]


class AntwoordUit(BaseModel):
    """An answer of the assistant, or a refusal with the nearest passages (`beantwoord` false)."""

    vraag: str
    beantwoord: bool
    antwoord: str
    citaten: list[CitaatUit]
    kort: str
    rekentools: list[RekenhulpUit]
    gelezen_als: str
    gezocht_in: list[str]
    delen: list[DeelUit]


def make_api(assistent: Assistent) -> FastAPI:
    """The application to mount at /api/v1."""
    api = FastAPI(
        title="Thuisplek",
        version=VERSION,
        description="Rekentools en vragen over de aanbesteding. Elke uitkomst noemt haar vindplaats.",
        docs_url=None,
        redoc_url=None,
    )

    @api.middleware("http")
    async def version(request: Request, call_next: Any) -> Any:
        response = await call_next(request)
        response.headers["API-Version"] = VERSION
        return response

    @api.get("/rekentools", summary="Alle rekentools, met hun invoer")
    def overview() -> list[Toolbeschrijving]:
        return [_beschrijf(tool) for tool in REKENTOOLS]

    @api.get("/rekentools/{sleutel}", summary="Eén rekentool, met zijn invoer")
    def describe(sleutel: str) -> Toolbeschrijving:
        return _beschrijf(_tool(sleutel))

    @api.post("/rekentools/{sleutel}", summary="Reken uit")
    def calculate(sleutel: str, gegevens: dict[str, Any] = Body()) -> UitkomstUit:  # noqa: B008
        uitkomst = _tool(sleutel).uit_gegevens(load_tender(), gegevens)
        return UitkomstUit.model_validate(uitkomst.als_json())

    @api.post("/vragen", summary="Stel een vraag aan de assistent")
    def ask(vraag: Vraag) -> AntwoordUit:
        antwoord = assistent.vraag(vraag.vraag, vraag.bron, vraag.gesprek)
        return AntwoordUit.model_validate(antwoord.to_json())

    @api.exception_handler(InvoerFout)
    def refused(_: Request, fout: InvoerFout) -> JSONResponse:
        return _problem(422, "Dit kunnen we niet verwerken", str(fout), list(fout.fouten))

    @api.exception_handler(RequestValidationError)
    def invalid(_: Request, __: RequestValidationError) -> JSONResponse:
        return _problem(422, "Dit verzoek begrijpen we niet", "De invoer past niet bij wat hier hoort.", [])

    @api.exception_handler(HTTPException)
    def known(_: Request, fout: HTTPException) -> JSONResponse:
        uitleg = str(fout.detail) if fout.status_code == 404 else "Kijk in /api/v1/openapi.json wat hier kan."
        return _problem(
            fout.status_code, "Dit is er niet" if fout.status_code == 404 else "Dit kan hier niet", uitleg, []
        )

    return api


def _tool(sleutel: str) -> Rekentool[Any]:
    try:
        return rekentool(sleutel)
    except InvoerFout as fout:
        raise HTTPException(404, str(fout)) from fout


def _beschrijf(tool: Rekentool[Any]) -> Toolbeschrijving:
    return Toolbeschrijving(
        sleutel=tool.sleutel,
        naam=tool.naam,
        uitleg=tool.uitleg,
        vindplaatsen=list(tool.vindplaatsen),
        invoer=tool.invoer.model_json_schema(),
        voorbeeld=dict(tool.voorbeeld),
    )


def _problem(status: int, title: str, detail: str, fouten: list[str]) -> JSONResponse:
    return JSONResponse(
        {"status": status, "title": title, "detail": detail, "fouten": fouten}, status, media_type=_PROBLEM
    )
