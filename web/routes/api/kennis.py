"""What stands in the tender: eisen, tariffs, rekentools, and questions to the assistant."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Query
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from knowledge.calculators.register import REKENTOOLS, rekentool
from knowledge.calculators.rekentool import Rekentool
from knowledge.calculators.tarief import prijzen_van_perceel
from knowledge.catalogue import load_tender
from knowledge.catalogue.models import Eis
from knowledge.errors import InvoerFout
from web.access import Handeling, Soort
from web.routes.api.bladzijden import Gevraagd, Lijst
from web.routes.api.sleutel import Metsleutel, Staat

router = APIRouter(tags=["kennis"])


class EisUit(BaseModel):
    """An eis in our own words, with its place in the tender."""

    id: str
    onderwerp: str
    samenvatting: str
    vindplaats: str
    thema: str
    percelen: list[int]


class TariefUit(BaseModel):
    perceel: int
    omschrijving: str
    bedrag: str = Field(description="In euro, met een punt", examples=["212.55"])
    eenheid: str
    vindplaats: str


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


Perceelvraag = Annotated[int | None, Query(ge=1, le=9, description="Alleen van dit perceel")]
Toolnaam = Annotated[str, Path(max_length=60, description="Sleutel van de rekentool")]


@router.get("/eisen", summary="Alle eisen", operation_id="getEisen")
def eisen(bladzijde: Gevraagd, perceel: Perceelvraag = None) -> Lijst[EisUit]:
    gekozen = [eis for eis in load_tender().eisen if perceel is None or perceel in eis.percelen]
    return bladzijde.lijst([_eis(eis) for eis in bladzijde.deel(gekozen)], len(gekozen))


@router.get("/eisen/{eis_id}", summary="Eén eis", operation_id="getEis")
def eis(eis_id: Annotated[str, Path(max_length=10, description="Nummer of letter van de eis")]) -> EisUit:
    try:
        return _eis(load_tender().eis(eis_id))
    except KeyError as fout:
        raise HTTPException(404, f"Er is geen eis {eis_id[:10]}.") from fout


@router.get("/tarieven", summary="Alle tarieven", operation_id="getTarieven")
def tarieven(bladzijde: Gevraagd, perceel: Perceelvraag = None) -> Lijst[TariefUit]:
    tender = load_tender()
    alle = [
        TariefUit(
            perceel=p.nummer,
            omschrijving=prijs.omschrijving,
            bedrag=str(prijs.bedrag),
            eenheid=prijs.eenheid,
            vindplaats=prijs.vindplaats,
        )
        for p in tender.percelen
        if perceel in (None, p.nummer)
        for prijs in prijzen_van_perceel(tender, p.nummer)
    ]
    return bladzijde.lijst(list(bladzijde.deel(alle)), len(alle))


@router.get("/rekentools", summary="Alle rekentools, met hun invoer", operation_id="getRekentools")
def overview() -> list[Toolbeschrijving]:
    return [_beschrijf(tool) for tool in REKENTOOLS]


@router.get("/rekentools/{sleutel}", summary="Eén rekentool, met zijn invoer", operation_id="getRekentool")
def describe(sleutel: Toolnaam) -> Toolbeschrijving:
    return _beschrijf(_tool(sleutel))


@router.post("/rekentools/{sleutel}/uitkomsten", summary="Reken uit", operation_id="postUitkomst")
def calculate(sleutel: Toolnaam, gegevens: dict[str, Any] = Body()) -> UitkomstUit:  # noqa: B008
    uitkomst = _tool(sleutel).uit_gegevens(load_tender(), gegevens)
    return UitkomstUit.model_validate(uitkomst.als_json())


@router.post("/vragen", summary="Stel een vraag aan de assistent", operation_id="postVraag")
def ask(state: Staat, wie: Metsleutel, vraag: Vraag) -> AntwoordUit:
    state.toegang.vraag(wie, Handeling.LEZEN, Soort.BRON)
    antwoord = state.assistent.vraag(vraag.vraag, vraag.bron, vraag.gesprek)
    return AntwoordUit.model_validate(antwoord.to_json())


def _eis(eis: Eis) -> EisUit:
    return EisUit(
        id=eis.id,
        onderwerp=eis.onderwerp,
        samenvatting=eis.samenvatting,
        vindplaats=eis.vindplaats,
        thema=eis.thema,
        percelen=sorted(eis.percelen),
    )


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
