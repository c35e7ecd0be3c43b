"""The cookie of a log-in: for this server alone, over https (or on this computer), not for scripts."""

from fastapi.responses import Response

COOKIE = "__Host-thuisplek"
"""Browsers take a cookie of this name only over https (or from this computer), for this host alone."""


def zet_cookie(response: Response, geheim: str, naam: str = COOKIE) -> None:
    response.set_cookie(naam, geheim, path="/", secure=True, httponly=True, samesite="lax")


def wis_cookie(response: Response, naam: str = COOKIE) -> None:
    response.delete_cookie(naam, path="/", secure=True, httponly=True, samesite="lax")
