"""Puts the web application together."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from fastapi import Depends, FastAPI, Request
from fastapi.responses import Response
from starlette.middleware.gzip import GZipMiddleware

from web.access.toegang import Toegang
from web.auth.huidig import ingelogd
from web.bestanden import open_bestanden
from web.bewaren.dagelijks import Dagelijks
from web.bewaren.opruimen import ruim_op
from web.database import Database
from web.jobs.jobs import Jobs, make_worker
from web.middleware.body_limit import BodyLimit
from web.middleware.headers import SecurityHeaders
from web.middleware.hosts import OwnHosts
from web.middleware.measure import Measure
from web.middleware.origin import SameOrigin
from web.middleware.sent_limit import SentLimit
from web.middleware.unexpected import Unexpected
from web.models.base import now
from web.observe import logs
from web.routes import (
    aanbestedingen,
    aanvragen,
    account,
    assistent,
    beheer,
    bewaard,
    catalogus,
    deelname,
    fouten,
    gunning,
    herkansing,
    hulp,
    indienen,
    inloggen,
    inschrijvingen,
    jeugdige,
    lezen,
    logboek,
    matrix,
    opzet,
    organisatielogin,
    over,
    plaatsing,
    plan,
    reeks,
    register,
    registreren,
    rekentools,
    rondleiding,
    scoren,
    sleutels,
    start,
    toestand,
    uitvoer,
    vergelijken,
    versies,
    vragen,
    wachttijden,
    watals,
    werkplek,
    zelfcheck,
)
from web.routes.api import make_api
from web.services.assistent import Assistent
from web.services.demo import laad_demo
from web.services.indienen import veeg
from web.services.opslag import Opslag
from web.settings import Settings, from_environment
from web.state import State
from web.statisch import Statisch
from web.thema import lees_thema

WARM_AFTER = 3.0
"""Seconds after the start at which the assistant's index is made, if nobody asked before."""


def of_environment() -> FastAPI:
    """The application of one process of `web serve`: settings from its environment, and its own log."""
    settings = from_environment()
    logs.configure(settings.log)
    return create_app(settings)


def create_app(settings: Settings, *, demo: bool = True, warm: bool = True) -> FastAPI:
    """The application over the data of `settings`. `demo`: load demo data where there is none yet;
    `warm`: make the assistant's index soon after the start."""
    settings.data.mkdir(parents=True, exist_ok=True)
    thema = lees_thema(settings)
    database = Database(settings.database_url)
    database.create_tables()
    state = State(
        settings=settings,
        database=database,
        toegang=Toegang(database),
        opslag=Opslag(settings),
        bestanden=open_bestanden(settings.bestanden, settings.data),
        jobs=Jobs(database, make_worker(settings, database, alone=True) if settings.worker else None),
        assistent=Assistent(settings),
        thema=thema,
    )

    # A moment later: the first page should not wait for the index.
    warming = threading.Timer(WARM_AFTER, state.assistent.warm)
    warming.daemon = True

    def clean_up() -> None:
        ruim_op(state.toegang, state.opslag, settings, now())
        veeg(state.toegang, state.bestanden, now())

    cleaning = Dagelijks(clean_up, lambda fout: structlog.get_logger().error("opruimen", exc_info=fout))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if demo:
            laad_demo(state)
        state.jobs.start()
        if warm:
            warming.start()
            cleaning.start()
        yield
        warming.cancel()
        cleaning.close()
        state.jobs.close()
        database.close()

    app = FastAPI(title="Thuisplek", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.thuisplek = state
    app.include_router(over.router)
    app.include_router(wachttijden.router)
    app.include_router(hulp.router)
    for router in (
        start.router,
        inloggen.router,
        registreren.router,
        organisatielogin.router,
        toestand.router,
    ):
        app.include_router(router)
    for router in (
        vergelijken.router,
        plaatsing.router,
        plan.router,
        watals.router,
        uitvoer.router,
        jeugdige.router,
        register.router,
        matrix.router,
        reeks.router,
        inschrijvingen.make_router("beoordeling"),
        inschrijvingen.make_router("zelfcheck"),
        zelfcheck.router,
        werkplek.router,
        herkansing.router,
        lezen.router,
        vragen.router,
        versies.router,
        aanbestedingen.router,
        opzet.router,
        deelname.router,
        scoren.router,
        gunning.router,
        indienen.router,
        assistent.router,
        bewaard.router,
        catalogus.router,
        rekentools.router,
        logboek.router,
        sleutels.router,
        account.router,
        rondleiding.router,
        aanvragen.router,
        beheer.router,
    ):
        app.include_router(router, dependencies=[Depends(ingelogd)])
    app.mount("/api/v1", make_api(state))
    app.mount("/static", Statisch(thema.bestanden), name="static")
    fouten.add_handlers(app)

    def too_large(request: Request) -> Response:
        return fouten.te_groot(request, settings.max_upload)

    # The last added is the outermost.
    app.add_middleware(BodyLimit, max_bytes=settings.max_upload, refuse=too_large)
    app.add_middleware(
        SentLimit, database=database, per_minute=settings.verstuurd_per_minuut, refuse=fouten.te_vaak
    )
    app.add_middleware(SameOrigin)
    app.add_middleware(OwnHosts, hosts=settings.hosts)
    app.add_middleware(Unexpected, page=fouten.onverwacht)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(SecurityHeaders, https_only=not settings.demo)
    app.add_middleware(Measure)
    return app
