"""Answers only requests addressed to this machine by a loopback name (against DNS rebinding)."""

from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp


class LoopbackOnly(TrustedHostMiddleware):
    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app, allowed_hosts=["127.0.0.1", "localhost", "[::1]", "testserver"])
