"""The registers of groepen and jeugdigen: the columns of the matcher's files, as text."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel, ConfigDict, Field, create_model
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, noem
from web.models.register import Registerrij, Registersoort
from web.repositories import register
from web.routes.api.bladzijden import Gevraagd, Lijst
from web.routes.api.sleutel import Metsleutel, Staat
from web.routes.api.tijd import Moment
from web.services import register as registers
from web.services.registeruitvoer import verwijder
from web.services.registervelden import VELDEN
from web.state import State

Rijnummer = Annotated[str, Path(pattern="^[0-9a-f]{24}$", description="Id van de rij")]
REDEN = "via de API"


def make_router(soort: Registersoort, naam: str, recht: Soort) -> APIRouter:
    """The routes below /groepen or /jeugdigen."""
    router = APIRouter(prefix=f"/{naam}", tags=["registers"])
    enkel = soort.value.capitalize()
    velden: dict[str, Any] = {
        kolom: (
            str,
            Field("" if nummer else ..., max_length=500, title=veld.titel, description=veld.uitleg),
        )
        for nummer, (kolom, veld) in enumerate(VELDEN[soort].items())
    }
    velden_in = create_model(f"{enkel}In", __config__=ConfigDict(extra="forbid"), **velden)
    rij_uit: Any = create_model(
        f"{enkel}Uit",
        __base__=velden_in,
        id=(str, Field(description="Id van de rij")),
        gewijzigd=(Moment, Field(description="Laatste wijziging, in UTC")),
    )

    def uit(rij: Registerrij) -> Any:
        return rij_uit(id=rij.id, gewijzigd=rij.gewijzigd, **rij.velden)

    def wijziging(state: State, wie: Metsleutel, waarden: BaseModel, rij_id: str) -> dict[str, str]:
        """The columns of a sent row, checked against the whole register."""
        state.toegang.vraag(wie, Handeling.WIJZIGEN if rij_id else Handeling.MAKEN, recht, rij_id)
        kolommen: dict[str, str] = waarden.model_dump()
        with state.toegang.lezen(wie, recht, rij_id) as session:
            if rij_id:
                kolommen[registers.KOLOMMEN[soort][0]] = _get(session, soort, rij_id).sleutel
            alles = registers.huidig(session)
        sleutel = kolommen[registers.KOLOMMEN[soort][0]]
        if not rij_id and sleutel in alles[soort]:
            raise HTTPException(409, f"{sleutel} staat al in het register.")
        peildatum = registers.maandag(date.today())
        fouten = registers.controleer_rij(alles, soort, sleutel, kolommen, peildatum, load_tender())
        if fouten:
            raise InvoerFout(*(f"{kolom or 'rij'}: {tekst}" for kolom, tekst in fouten.items()))
        return kolommen

    def lijst(
        state: Staat,
        wie: Metsleutel,
        bladzijde: Gevraagd,
        zoek: Annotated[str, Query(max_length=100, description="Staat ergens in de rij")] = "",
    ) -> Any:
        handeling = Handeling.ZOEKEN if zoek else Handeling.LEZEN
        with state.toegang.lezen(wie, recht, "", f"zoek: {zoek}" if zoek else "lijst", handeling) as session:
            alle = register.rijen(session, soort)
        gezocht = zoek.lower()
        gevonden = [r for r in alle if not gezocht or any(gezocht in w.lower() for w in r.velden.values())]
        return bladzijde.lijst([uit(rij) for rij in bladzijde.deel(gevonden)], len(gevonden))

    def een(state: Staat, wie: Metsleutel, id: Rijnummer) -> Any:
        with state.toegang.lezen(wie, recht, id) as session:
            return uit(_get(session, soort, id))

    def nieuw(state: Staat, wie: Metsleutel, response: Response, waarden: Any) -> Any:
        kolommen = wijziging(state, wie, waarden, "")
        try:
            with state.toegang.wijzigen(wie, Handeling.MAKEN, recht) as session:
                rij = registers.voeg_toe(session, wie, soort, kolommen, REDEN)
                noem(session, rij.id)
        except IntegrityError as fout:
            raise HTTPException(409, "Deze code staat al in het register.") from fout
        response.headers["Location"] = f"/api/v1/{naam}/{rij.id}"
        return uit(rij)

    def anders(state: Staat, wie: Metsleutel, id: Rijnummer, waarden: Any) -> Any:
        kolommen = wijziging(state, wie, waarden, id)
        with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, recht, id) as session:
            rij = _get(session, soort, id)
            registers.wijzig(session, wie, rij, kolommen, REDEN)
            return uit(rij)

    def weg(state: Staat, wie: Metsleutel, id: Rijnummer) -> None:
        with state.toegang.wijzigen(wie, Handeling.VERWIJDEREN, recht, id) as session:
            rondes = verwijder(session, state, _get(session, soort, id))
        for ronde_id in rondes:
            state.opslag.remove("plaatsing", ronde_id)

    nieuw.__annotations__["waarden"] = anders.__annotations__["waarden"] = velden_in
    meervoud = naam.capitalize()

    def route(pad: str, method: str, doel: Any, summary: str, **anders: Any) -> None:
        wat = f"{method.lower()}{meervoud if doel is lijst else enkel}"
        router.add_api_route(pad, doel, methods=[method], summary=summary, operation_id=wat, **anders)

    conflict = {409: {"description": "Staat er al"}}
    route("", "GET", lijst, meervoud, response_model=Lijst[rij_uit])
    route("", "POST", nieuw, "Voeg toe", status_code=201, response_model=rij_uit, responses=conflict)
    route("/{id}", "GET", een, f"Eén {soort}", response_model=rij_uit)
    route("/{id}", "PUT", anders, "Wijzig", response_model=rij_uit)
    route("/{id}", "DELETE", weg, "Verwijder", status_code=204)
    return router


def _get(session: Session, soort: Registersoort, rij_id: str) -> Registerrij:
    rij = register.get(session, soort, rij_id)
    if rij is None:
        raise HTTPException(404, "Deze rij staat niet in het register.")
    return rij


groepen = make_router(Registersoort.GROEP, "groepen", Soort.GROEP)
jeugdigen = make_router(Registersoort.JEUGDIGE, "jeugdigen", Soort.JEUGDIGE)
