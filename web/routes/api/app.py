"""Puts the API together: its description, its families of resources, its answers to what goes wrong."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.openapi.utils import get_openapi

from web.routes.api import inschrijvingen, kennis, problemen, registers, rondes
from web.state import State

VERSION = "1.0.0"


def make_api(state: State) -> FastAPI:
    """The application to mount at /api/v1."""
    api = FastAPI(
        title="Thuisplek",
        version=VERSION,
        description=(
            "Rekentools en vragen over de aanbesteding, de registers van groepen en jeugdigen, "
            "plaatsingsrondes en rapporten over inschrijvingen. Een programma stuurt zijn sleutel mee als "
            "`Authorization: Bearer thuisplek_...`. Fouten zijn problem details (RFC 9457)."
        ),
        license_info={"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl/"},
        servers=[{"url": "/api/v1", "description": "Deze server"}],
        docs_url=None,
        redoc_url=None,
        root_path_in_servers=False,
        redirect_slashes=False,
    )
    api.state.thuisplek = state

    @api.middleware("http")
    async def headers(request: Request, call_next: Any) -> Any:
        response = await call_next(request)
        response.headers["API-Version"] = VERSION
        if request.url.path.endswith("/openapi.json"):
            response.headers["Access-Control-Allow-Origin"] = "*"  # anybody may read what the API is
        return response

    families = (kennis.router, registers.groepen, registers.jeugdigen, rondes.router, inschrijvingen.router)
    for router in families:
        api.include_router(router)
    problemen.add_handlers(api)
    api.openapi = lambda: _openapi(api, state.settings.contact)  # type: ignore[method-assign]
    return api


def _openapi(api: FastAPI, contact: str) -> dict[str, Any]:
    """The description, with problem details as the answer to every fault."""
    if api.openapi_schema is None:
        schema = get_openapi(
            title=api.title,
            version=api.version,
            description=api.description,
            routes=api.routes,
            servers=api.servers,
            license_info=api.license_info,
            tags=[
                {"name": naam, "description": uitleg}
                for naam, uitleg in (
                    ("kennis", "Wat er in de aanbesteding staat"),
                    ("registers", "Groepen en jeugdigen"),
                    ("plaatsing", "Plaatsingsrondes en hun plannen"),
                    ("inschrijvingen", "Inschrijvingen en hun rapporten"),
                )
            ],
        )
        # FastAPI checks an e-mail address only with one more library.
        schema["info"]["contact"] = {
            "name": "De beheerder van deze server",
            "url": "https://thuisplek.example/contact",
            "email": contact,
        }
        api.openapi_schema = problemen.describe(schema, VERSION)
    return api.openapi_schema
