"""Gives each request an id, and keeps how long its answer took: in the log, the figures and Server-Timing."""

import secrets
from time import perf_counter

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.observe.metrics import REQUESTS

_log = structlog.get_logger()


class Measure:
    """`request.state.verzoek` is the id. Of the address only the pattern of the route is kept."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begin = perf_counter()
        verzoek = secrets.token_hex(8)
        scope.setdefault("state", {})["verzoek"] = verzoek
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(verzoek=verzoek)
        status = 500

        async def measured_send(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                milliseconds = (perf_counter() - begin) * 1000
                MutableHeaders(scope=message)["Server-Timing"] = f"app;dur={milliseconds:.1f}"
            await send(message)

        try:
            await self.app(scope, receive, measured_send)
        finally:
            seconds = perf_counter() - begin
            route = _pattern(scope)
            REQUESTS.labels(scope["method"], route, str(status)).observe(seconds)
            _log.info(
                "request",
                method=scope["method"],
                route=route,
                status=status,
                ms=round(seconds * 1000, 1),
            )


def _pattern(scope: Scope) -> str:
    """The pattern of the route that answered, such as /plaatsing/{ronde_id}; "-" for none."""
    route = scope.get("route")
    if route is not None:
        return str(scope.get("root_path", "") + route.path)
    return "/static" if scope["path"].startswith("/static/") else "-"
