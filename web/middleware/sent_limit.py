"""Limits how often one address sends something (unsafe methods), counted over all processes of the server."""

from collections.abc import Callable
from datetime import timedelta

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from web.auth.grenzen import Grens, TeVaak, netwerk, tel
from web.database import Database
from web.middleware.origin import SAFE_METHODS


class SentLimit:
    """`refuse` makes the answer for who sends too often."""

    def __init__(
        self, app: ASGIApp, database: Database, per_minute: int, refuse: Callable[[Request, TeVaak], Response]
    ) -> None:
        self.app = app
        self.database = database
        self.limit = Grens("versturen", per_minute, timedelta(minutes=1))
        self.refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in SAFE_METHODS:
            address = netwerk(scope["client"][0]) if scope["client"] else ""
            try:
                await run_in_threadpool(tel, self.database, self.limit, address)
            except TeVaak as refused:
                await self.refuse(Request(scope), refused)(scope, receive, send)
                return
        await self.app(scope, receive, send)
