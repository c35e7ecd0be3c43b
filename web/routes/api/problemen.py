"""What goes wrong, as problem details (RFC 9457) in Dutch, with a line for each fault in `fouten`."""

import json
import traceback
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from sqlalchemy.exc import DataError
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match, Route

from knowledge.errors import InvoerFout
from web.access import GeenToegang
from web.routes.api.sleutel import GeenSleutel

MEDIA_TYPE = "application/problem+json"


class Probleem(BaseModel):
    """A problem detail."""

    type: str = Field("about:blank", description="Soort probleem")
    title: str = Field(description="Wat er mis is, in het kort")
    status: int = Field(description="HTTP-status")
    detail: str = Field(description="Wat er mis is en wat u kunt doen")
    fouten: list[str] = Field([], description="Een regel voor elke fout in de invoer")


TITELS = {
    400: "Dit verzoek begrijpen we niet",
    401: "U hebt een sleutel nodig",
    403: "Dit mag niet met deze sleutel",
    404: "Dit is er niet",
    405: "Dit kan hier niet",
    409: "Dit botst met wat er al is",
    413: "Dit is te groot",
    422: "Dit kunnen we niet verwerken",
    429: "Dit was te vaak achter elkaar",
    500: "De fout ligt bij ons",
}


def add_handlers(api: FastAPI) -> None:
    @api.exception_handler(InvoerFout)
    def refused(_: Request, fout: InvoerFout) -> JSONResponse:
        return problem(422, str(fout), list(fout.fouten))

    @api.exception_handler(RequestValidationError)
    def invalid(_: Request, fout: RequestValidationError) -> JSONResponse:
        plekken = [".".join(str(deel) for deel in e["loc"][1:]) or str(e["loc"][0]) for e in fout.errors()]
        regels = [f"{plek}: past niet bij wat hier hoort." for plek in dict.fromkeys(plekken)]
        return problem(422, "De invoer past niet bij wat in openapi.json staat.", regels)

    @api.exception_handler(DataError)
    def unkeepable(_: Request, __: DataError) -> JSONResponse:
        return problem(422, "In de invoer staat een teken dat we niet kunnen bewaren.")

    @api.exception_handler(GeenSleutel)
    def stranger(_: Request, __: GeenSleutel) -> JSONResponse:
        answer = problem(401, "Stuur een geldige sleutel mee: Authorization: Bearer thuisplek_...")
        answer.headers["WWW-Authenticate"] = "Bearer"
        return answer

    @api.exception_handler(GeenToegang)
    def not_allowed(_: Request, __: GeenToegang) -> JSONResponse:
        return problem(403, "De sleutel heeft dit bereik niet, of wie haar maakte mag dit niet meer.")

    @api.exception_handler(HTTPException)
    def known(request: Request, fout: HTTPException) -> JSONResponse:
        eigen = fout.detail if fout.status_code in (404, 409) and fout.detail != "Not Found" else ""
        answer = problem(fout.status_code, str(eigen or "Kijk in openapi.json wat hier kan."))
        answer.headers.update(fout.headers or {})
        if fout.status_code == 405:
            answer.headers["Allow"] = _methods(api, request)
        return answer

    @api.exception_handler(Exception)
    def unexpected(request: Request, fout: Exception) -> JSONResponse:
        structlog.get_logger().error("fout in de API", exc_info=fout)
        traceback.clear_frames(fout.__traceback__)
        return problem(500, "Probeer het later opnieuw. Gaat het weer mis, meld het dan aan de beheerder.")


def _methods(api: FastAPI, request: Request) -> str:
    """What may be done at this address: Starlette names the methods of one of its routes only."""
    here = (r for r in _routes(api.routes) if r.matches(request.scope)[0] is not Match.NONE)
    return ", ".join(sorted({method for route in here for method in route.methods or ()}))


def _routes(routes: Iterable[BaseRoute]) -> Iterator[Route]:
    for route in routes:
        if (inner := getattr(route, "original_router", None)) is not None:
            yield from _routes(inner.routes)
        elif isinstance(route, Route):
            yield route


def problem(
    status: int, detail: str, fouten: list[str] | None = None, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    title = TITELS.get(status, TITELS[400])
    inhoud = Probleem(type="about:blank", title=title, status=status, detail=detail, fouten=fouten or [])
    return JSONResponse(inhoud.model_dump(), status, headers, MEDIA_TYPE)


def describe(schema: dict[str, Any], version: str) -> dict[str, Any]:
    """Put into an OpenAPI description what FastAPI does not know: the faults, and the version's header."""
    schema["components"].setdefault("schemas", {})["Probleem"] = Probleem.model_json_schema(
        ref_template="#/components/schemas/{model}"
    )
    header = {
        "API-Version": {"description": "Versie van de API", "schema": {"type": "string", "example": version}}
    }
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            answers = operation["responses"]
            answers.pop("422", None)
            takes = operation.get("requestBody") or operation.get("parameters")
            statuses = {"400", "422"} if takes else set()
            if operation.get("security"):
                statuses |= {"401", "403"}
            if "{" in path:
                statuses.add("404")
            for status in sorted(statuses | ({"409"} if "409" in answers else set())):
                answers[status] = {
                    "description": TITELS[int(status)],
                    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Probleem"}}},
                }
            for answer in answers.values():
                answer["headers"] = dict(header)
    schemas = schema["components"]["schemas"]
    for name in [name for name in schemas if "_" in name]:
        # FastAPI calls a page of X "Lijst_X_".
        schemas[name.replace("_", "")] = schemas.pop(name)
        schema = json.loads(json.dumps(schema).replace(f"schemas/{name}", f"schemas/{name.replace('_', '')}"))
        schemas = schema["components"]["schemas"]
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    return schema
