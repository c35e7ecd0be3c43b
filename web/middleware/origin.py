"""Refuses unsafe requests that another site sends (cross-site request forgery), without tokens.

A browser tells where a request comes from in Sec-Fetch-Site; older ones in Origin. A client that sends
neither is no browser and carries nobody's session.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


class SameOrigin:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in SAFE_METHODS and _foreign(Headers(scope=scope)):
            answer = PlainTextResponse("Dit verzoek komt van een andere website en is geweigerd.", 403)
            await answer(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _foreign(headers: Headers) -> bool:
    if site := headers.get("sec-fetch-site"):
        return site not in ("same-origin", "none")
    if origin := headers.get("origin"):
        return urlsplit(origin).netloc != headers.get("host")
    return False
