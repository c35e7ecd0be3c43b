"""Which rol may do what with which kind of record. Read it as the table that it is.

Rows of another organisation are out of sight whatever is allowed here (`grenzen`).
"""

from enum import StrEnum

from web.access.wie import Wie
from web.models.gebruiker import Rol


class Handeling(StrEnum):
    LEZEN = "lezen"
    ZOEKEN = "zoeken"
    MAKEN = "maken"
    WIJZIGEN = "wijzigen"
    VERWIJDEREN = "verwijderen"
    UITVOEREN = "uitvoeren"
    """Take out of the system: a download or an export."""
    OPENEN = "openen"
    """Open the vault."""
    BESLUITEN = "besluiten"
    AANMELDEN = "aanmelden"
    AFMELDEN = "afmelden"


class Soort(StrEnum):
    RONDE = "plaatsingsronde"
    GROEP = "groep"
    JEUGDIGE = "jeugdige"
    INSCHRIJVING = "inschrijving"
    """A submitted bid, as the assessors read it."""
    ZELFCHECK = "zelfcheck"
    """A bidder's own draft."""
    WERKPLEK = "werkplek"
    """What a bidder chose and ticked for one tender; of its own organisation alone."""
    AANBESTEDING = "aanbesteding"
    KLUIS = "kluis"
    """The vault of a tender, for the region: who hold a key, what came in, the opening."""
    INZENDING = "inzending"
    """A bid on its way into the vault, as its bidder sees it."""
    SCORE = "score"
    """What assessors give, on their own and together. Whose score who sees: web.repositories.scores."""
    GUNNING = "gunning"
    """Who takes part, who assesses, the ranking, the award and its letters."""
    BRON = "bron"
    ANTWOORD = "bewaard antwoord"
    """An answer of the assistant that somebody keeps."""
    START = "startpagina"
    """What waits for somebody, counted, and the latest results."""
    ACCOUNT = "eigen account"
    AANVRAAG = "accountaanvraag"
    """Somebody asks for an account for an organisation that bids."""
    GEBRUIKER = "gebruiker"
    ORGANISATIE = "organisatie"
    LOG = "log"
    SLEUTEL = "api-sleutel"


_LEZEN = frozenset({Handeling.LEZEN, Handeling.ZOEKEN})
_NEMEN = _LEZEN | {Handeling.UITVOEREN}
_ALLES = _NEMEN | {Handeling.MAKEN, Handeling.WIJZIGEN, Handeling.VERWIJDEREN, Handeling.BESLUITEN}
_BEHEREN = _LEZEN | {Handeling.MAKEN, Handeling.WIJZIGEN, Handeling.VERWIJDEREN}

_BEOORDELAAR = {
    Soort.INSCHRIJVING: _ALLES,
    Soort.AANBESTEDING: _LEZEN,
    # Make one's own key, and open together with somebody else: both only for who is named (services).
    Soort.KLUIS: _LEZEN | {Handeling.MAKEN, Handeling.OPENEN},
    # Give a score: only for who is named (services).
    Soort.SCORE: _LEZEN | {Handeling.MAKEN},
    Soort.GUNNING: _LEZEN,
    Soort.BRON: _LEZEN,
}

RECHTEN: dict[Rol, dict[Soort, frozenset[Handeling]]] = {
    Rol.COORDINATOR: {
        Soort.RONDE: _ALLES,
        Soort.GROEP: _ALLES,
        Soort.JEUGDIGE: _ALLES,
        Soort.BRON: _LEZEN,
    },
    Rol.BEOORDELAAR: _BEOORDELAAR,
    Rol.HOOFDBEOORDELAAR: _BEOORDELAAR
    | {
        Soort.AANBESTEDING: _ALLES,
        Soort.SCORE: _LEZEN | {Handeling.MAKEN, Handeling.BESLUITEN},
        Soort.GUNNING: _NEMEN | {Handeling.WIJZIGEN, Handeling.BESLUITEN},
        Soort.BRON: _BEHEREN,
    },
    Rol.INSCHRIJVER: {
        Soort.ZELFCHECK: _ALLES,
        Soort.WERKPLEK: _LEZEN | {Handeling.WIJZIGEN, Handeling.VERWIJDEREN},
        Soort.AANBESTEDING: _LEZEN,
        Soort.INZENDING: _NEMEN | {Handeling.MAKEN, Handeling.WIJZIGEN, Handeling.VERWIJDEREN},
        Soort.BRON: _LEZEN,
    },
    Rol.BEHEERDER: {
        Soort.AANVRAAG: _LEZEN | {Handeling.BESLUITEN},
        Soort.GEBRUIKER: _BEHEREN,
        Soort.ORGANISATIE: _BEHEREN,
        Soort.SLEUTEL: _BEHEREN,
        Soort.LOG: _NEMEN,
        Soort.BRON: _LEZEN,
    },
}

IEDEREEN: dict[Soort, frozenset[Handeling]] = {
    Soort.SLEUTEL: frozenset({Handeling.LEZEN, Handeling.MAKEN, Handeling.VERWIJDEREN}),
    Soort.ACCOUNT: frozenset({Handeling.LEZEN, Handeling.WIJZIGEN}),
    Soort.ANTWOORD: _BEHEREN,
    Soort.START: frozenset({Handeling.LEZEN}),
}
"""What everybody who is logged in may do, whatever the rol."""


class GeenToegang(Exception):
    """This person may not do this."""


def mag(wie: Wie, handeling: Handeling, soort: Soort) -> bool:
    if wie.alleen is not None and (handeling, soort) not in wie.alleen:
        return False
    return handeling in IEDEREEN.get(soort, ()) or any(
        handeling in RECHTEN[rol].get(soort, ()) for rol in wie.rollen
    )
