"""What pages of long work share: the progress page, its polled part, and the end of a job."""

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException

from web.contexts.taak import Taakpagina, Taakstand
from web.models import Job
from web.rendering import render


def progress_page(request: Request, job: Job, kop: str, terug: tuple[str, str], houdt: bool) -> HTMLResponse:
    """The page of a job that is not done. `terug`: address and name of the overview."""
    pagina = Taakpagina(
        kop=kop,
        terug=terug[0],
        terug_naam=terug[1],
        adres=request.url.path,
        status=job.status,
        bericht=job.message,
        fouten=tuple(job.errors.splitlines()),
        actief=job.active,
        stop_gevraagd=job.stop_requested,
        houdt_resultaat=houdt,
    )
    return render(request, pagina)


def progress_part(request: Request, job: Job | None) -> HTMLResponse:
    """The polled part; once the job has ended it tells htmx to load the whole page again."""
    if job is None:
        raise HTTPException(404)
    headers = {} if job.active else {"HX-Refresh": "true"}
    return render(request, Taakstand(job.status, job.message), headers=headers)


def see_other(address: str) -> RedirectResponse:
    """After a form was handled: go to this page (by GET)."""
    return RedirectResponse(address, 303)
