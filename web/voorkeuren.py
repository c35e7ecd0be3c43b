"""What a visitor chose about the pages themselves, kept in cookies: no account is needed for it."""

from fastapi import Request
from fastapi.responses import Response

BEELD = "__Host-beeld"
TOETSEN = "__Host-sneltoetsen"
BEELDEN = ("licht", "donker")
UIT = "uit"
YEAR = 365 * 24 * 3600


def beeld(request: Request) -> str:
    """ "licht", "donker", or "" for what the device says."""
    gekozen = request.cookies.get(BEELD, "")
    return gekozen if gekozen in BEELDEN else ""


def sneltoetsen(request: Request) -> bool:
    """Whether the keyboard shortcuts work: yes, unless switched off (WCAG 2.1.4)."""
    return request.cookies.get(TOETSEN) != UIT


def bewaar_beeld(response: Response, keuze: str) -> None:
    _bewaar(response, BEELD, keuze if keuze in BEELDEN else "")


def bewaar_sneltoetsen(response: Response, aan: bool) -> None:
    _bewaar(response, TOETSEN, "" if aan else UIT)


def _bewaar(response: Response, naam: str, waarde: str) -> None:
    """A year, or not at all when there is nothing out of the ordinary to remember."""
    if waarde:
        response.set_cookie(naam, waarde, max_age=YEAR, path="/", secure=True, httponly=True, samesite="lax")
    else:
        response.delete_cookie(naam, path="/", secure=True, httponly=True, samesite="lax")
