"""Who does something, and from where."""

from dataclasses import dataclass

from web.models.gebruiker import Rol


@dataclass(frozen=True, slots=True)
class Wie:
    """The person behind a request. `namens`: on whose behalf, when it is not for oneself."""

    gebruiker_id: str
    naam: str
    rollen: frozenset[Rol]
    organisatie_id: str
    organisatie: str
    adres: str = ""
    verzoek: str = ""
    namens: str = ""
    alleen: frozenset[tuple[str, str]] | None = None
    """A key of the API may do no more than these (handeling, soort); None: all that the rollen allow."""
