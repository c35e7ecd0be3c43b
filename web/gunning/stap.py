"""The steps of an award: a proposal, the decision, the final award. A person takes each of them."""

from enum import StrEnum


class Stapsoort(StrEnum):
    VOORSTEL = "voorstel"
    """The outcome is fixed as a proposal; scores stay as they are."""
    BESLUIT = "besluit"
    """The award is intended: bidders hear it, and may go to court until the term ends (§4.1.9)."""
    DEFINITIEF = "definitief"
    INGETROKKEN = "ingetrokken"
    """A proposal or a decision is taken back (§4.1.7)."""


VOLGENDE: dict[Stapsoort | None, tuple[Stapsoort, ...]] = {
    None: (Stapsoort.VOORSTEL,),
    Stapsoort.INGETROKKEN: (Stapsoort.VOORSTEL,),
    Stapsoort.VOORSTEL: (Stapsoort.BESLUIT, Stapsoort.INGETROKKEN),
    # A new proposal: once a changed plan was scored (§4.1.4).
    Stapsoort.BESLUIT: (Stapsoort.DEFINITIEF, Stapsoort.INGETROKKEN, Stapsoort.VOORSTEL),
    Stapsoort.DEFINITIEF: (Stapsoort.VOORSTEL,),
}


def ligt_vast(laatste: Stapsoort | None, ronde: int) -> bool:
    """Whether scores of this round can no longer change. A second round may come after a decision."""
    if laatste in (None, Stapsoort.INGETROKKEN):
        return False
    return ronde == 1 or laatste is Stapsoort.VOORSTEL
