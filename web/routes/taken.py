"""What pages of long work share: the progress page, the stream that keeps it up to date, and its end."""

import json
import time
from collections.abc import AsyncIterator, Callable, Sequence

import anyio
from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, StreamingResponse
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from web.access import Soort, Wie
from web.contexts.taak import Taakpagina
from web.models import Inschrijving, Job, JobStatus
from web.rendering import render
from web.repositories import jobs
from web.services.reeks import Stand, stand
from web.state import State

LOOK_EVERY = 0.7
"""Seconds between two looks at a job that a page follows."""
LONGEST = 55.0
"""Seconds that one stream lasts. The browser then asks again, and so is let in again, or not."""


def progress_page(request: Request, job: Job, kop: str, terug: tuple[str, str], houdt: bool) -> HTMLResponse:
    """The page of a job that is not done. `terug`: address and name of the overview."""
    pagina = Taakpagina(
        kop=kop,
        terug=terug[0],
        terug_naam=terug[1],
        adres=request.url.path,
        mislukt=job.status == JobStatus.FAILED,
        stand=_in_words(job),
        fouten=tuple(job.errors.splitlines()),
        actief=job.active,
        stop_gevraagd=job.stop_requested,
        houdt_resultaat=houdt,
    )
    return render(request, pagina)


def progress_stream(state: State, wie: Wie, soort: Soort, job: Job) -> StreamingResponse:
    """How far a job is, as server-sent events: `stand` when that changed, `klaar` once it has ended.

    `job`: as this person has just been shown it. Between two looks no connection to the database is held.
    """

    def look() -> Job | None:
        with state.toegang.volgen(wie, soort) as session:
            return jobs.get(session, job.id)

    async def events(current: Job | None) -> AsyncIterator[str]:
        end = time.monotonic() + LONGEST
        told = None
        while current is not None and current.active:
            if (words := _in_words(current)) != told:
                yield f"event: stand\ndata: {json.dumps(words)}\n\n"
                told = words
            if time.monotonic() > end:
                return
            await anyio.sleep(LOOK_EVERY)
            current = await run_in_threadpool(look)
        yield "event: klaar\ndata: {}\n\n"

    # A proxy that gathers an answer before it passes it on would hold up the news.
    return StreamingResponse(events(job), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


def batch_stream(
    state: State, wie: Wie, boden: Callable[[Session], Sequence[Inschrijving]]
) -> StreamingResponse:
    """How far the check of many bids is, as server-sent events: `stand` and `deel` (done, of how many) when
    that changed, `klaar` once none is at work."""

    def look() -> Stand:
        with state.toegang.volgen(wie, Soort.INSCHRIJVING) as session:
            return stand(session, boden(session))

    async def events() -> AsyncIterator[str]:
        end = time.monotonic() + LONGEST
        told = None
        while (current := await run_in_threadpool(look)).actief:
            if current != told:
                yield f"event: stand\ndata: {json.dumps(current.in_woorden())}\n\n"
                yield f"event: deel\ndata: {json.dumps([current.klaar, current.aantal])}\n\n"
                told = current
            if time.monotonic() > end:
                return
            await anyio.sleep(LOOK_EVERY)
        yield "event: klaar\ndata: {}\n\n"

    return StreamingResponse(events(), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


def see_other(address: str) -> RedirectResponse:
    """After a form was handled: go to this page (by GET)."""
    return RedirectResponse(address, 303)


def _in_words(job: Job) -> str:
    if job.message:
        return job.message
    return "Wacht op een ander werk dat bezig is." if job.status == JobStatus.WAITING else "We beginnen."
