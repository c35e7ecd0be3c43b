"""Refuses request bodies above a limit, by their announced length and while they come in."""

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_DRAIN_TIMES = 5
"""Of a body up to so many times the limit the rest is read and dropped: a browser that is still sending
shows no answer."""


class _TooLarge(Exception):
    pass


class BodyLimit:
    """`refuse` makes the answer for a body of more than `max_bytes`."""

    def __init__(self, app: ASGIApp, max_bytes: int, refuse: Callable[[Request], Response]) -> None:
        self.app = app
        self.max_bytes = max_bytes
        self.refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdecimal() and int(announced) > self.max_bytes:
            if int(announced) <= _DRAIN_TIMES * self.max_bytes:
                await _drain(receive)
            await self.refuse(Request(scope))(scope, receive, send)
            return
        received = 0
        started = False

        async def counted_receive() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self.max_bytes:
                raise _TooLarge
            return message

        async def watched_send(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, counted_receive, watched_send)
        except _TooLarge:
            if not started:
                await self.refuse(Request(scope))(scope, receive, send)


async def _drain(receive: Receive) -> None:
    while True:
        message = await receive()
        if message["type"] != "http.request" or not message.get("more_body", False):
            return
