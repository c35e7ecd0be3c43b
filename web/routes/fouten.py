"""Pages for what goes wrong, in plain Dutch."""

from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from sqlalchemy.exc import DataError
from starlette.exceptions import HTTPException

from knowledge.errors import InvoerFout
from web.access import GeenToegang
from web.auth.grenzen import TeVaak
from web.auth.huidig import NietIngelogd
from web.contexts.start import Foutpagina
from web.rendering import render
from web.routes.api.problemen import problem
from web.routes.taken import see_other
from web.services.aanbestedingen import GeenAanbesteding

_UITLEG = {
    400: ("Dit verzoek begrijpen we niet", "Ga terug en probeer het opnieuw."),
    403: ("Dit mag niet", "Dit verzoek is geweigerd."),
    404: (
        "Deze pagina is er niet",
        "Misschien is het adres verkeerd, of is het resultaat verwijderd. Begin opnieuw op de startpagina.",
    ),
    405: ("Dit kan hier niet", "Ga terug naar de startpagina en kies daar wat u wilt doen."),
}

API = "/api/"
"""Programs get problem details, people a page."""


def add_handlers(app: FastAPI) -> None:
    @app.exception_handler(HTTPException)
    def known(request: Request, fout: HTTPException) -> Response:
        if request.url.path.startswith(API):  # an address that can't be of the API, with an end of line in it
            return problem(fout.status_code, "Kijk in openapi.json wat hier kan.")
        kop, uitleg = _UITLEG.get(fout.status_code, _UITLEG[400])
        return render(request, Foutpagina(kop, uitleg), fout.status_code)

    @app.exception_handler(GeenAanbesteding)
    def no_tender(request: Request, _: GeenAanbesteding) -> Response:
        return render(request, Foutpagina(*_UITLEG[404]), 404)

    @app.exception_handler(NietIngelogd)
    def stranger(request: Request, _: NietIngelogd) -> Response:
        if request.method != "GET":
            return see_other("/inloggen")
        naar = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return see_other(f"/inloggen?naar={quote(naar)}")

    @app.exception_handler(GeenToegang)
    def not_allowed(request: Request, _: GeenToegang) -> Response:
        uitleg = (
            "Deze pagina hoort niet bij uw rol. Klopt dat niet? Vraag het de beheerder van uw organisatie."
        )
        return render(request, Foutpagina("Dit mag u niet zien of doen", uitleg), 403)

    @app.exception_handler(TeVaak)
    def too_often(request: Request, fout: TeVaak) -> Response:
        return te_vaak(request, fout)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, _: RequestValidationError) -> Response:
        uitleg = "Er ontbreekt iets in wat u stuurde, of het heeft een andere vorm dan we verwachten."
        return render(request, Foutpagina("Dit kunnen we niet verwerken", uitleg), 422)

    @app.exception_handler(InvoerFout)
    def refused(request: Request, fout: InvoerFout) -> Response:
        return render(request, Foutpagina("Dit kunnen we niet verwerken", str(fout)), 422)

    @app.exception_handler(DataError)
    def unkeepable(request: Request, _: DataError) -> Response:
        uitleg = "In wat u stuurde, staat een teken dat we niet kunnen bewaren. Haal het weg."
        return render(request, Foutpagina("Dit kunnen we niet verwerken", uitleg), 422)


def onverwacht(request: Request) -> Response:
    """The page for a fault of ours. It asks the database nothing: that may be what is wrong."""
    if request.url.path.startswith(API):
        return problem(500, "De fout ligt bij ons. Probeer het later opnieuw.")
    if not hasattr(request.state, "wie"):
        request.state.wie = None
    uitleg = (
        "De fout ligt bij ons. Wat u eerder maakte, is bewaard. Probeer het over een paar minuten opnieuw."
    )
    nummer = getattr(request.state, "verzoek", "")
    return render(request, Foutpagina("Er ging iets mis", uitleg, nummer), 500)


def te_vaak(request: Request, fout: TeVaak) -> Response:
    """The page for who tries or sends too often."""
    wachten = "een minuut" if fout.wachten <= 60 else f"{-(-fout.wachten // 60)} minuten"
    uitleg = f"Wacht {wachten} en probeer het dan opnieuw. Dat beschermt uw account en deze website."
    headers = {"Retry-After": str(fout.wachten)}
    if request.url.path.startswith(API):
        return problem(429, f"Wacht {wachten} en probeer het dan opnieuw.", headers=headers)
    return render(request, Foutpagina("Dit was te vaak achter elkaar", uitleg), 429, headers)


def te_groot(request: Request, max_bytes: int) -> Response:
    """The page for a body above the limit."""
    limit = max_bytes // (1024 * 1024)
    if request.url.path.startswith(API):
        return problem(413, f"Stuur hoogstens {limit} MB.")
    uitleg = (
        f"Samen mogen de bestanden hoogstens {limit} MB zijn. Er is niets bewaard van deze poging; "
        "wat u eerder maakte, is er nog. Ga terug en kies kleinere bestanden."
    )
    return render(request, Foutpagina("Deze bestanden zijn te groot", uitleg), 413)
