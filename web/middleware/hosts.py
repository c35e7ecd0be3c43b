"""Answers only requests addressed to a name of ours (against DNS rebinding and forged links)."""

from collections.abc import Sequence

from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp


class OwnHosts(TrustedHostMiddleware):
    """The loopback names, and the `hosts` of the settings."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        names = ["127.0.0.1", "localhost", "[::1]", *hosts]
        super().__init__(app, allowed_hosts=names, www_redirect=False)
