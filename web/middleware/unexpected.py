"""Answers a fault of ours with a page, inside the middleware that adds the security headers.

The fault goes on to the server, which writes it in its log (web.observe.logs).
"""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Unexpected:
    """`page` makes the answer for an exception that nobody expected."""

    def __init__(self, app: ASGIApp, page: Callable[[Request], Response]) -> None:
        self.app = app
        self.page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def watched_send(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched_send)
        except Exception:
            if not started:
                answer = await run_in_threadpool(self.page, Request(scope))
                await answer(scope, receive, send)
            raise
