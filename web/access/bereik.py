"""What a key of the API may reach: never more than who made it may do."""

from collections.abc import Iterable, Mapping

from web.access.rechten import Handeling, Soort, mag
from web.access.wie import Wie

_LEZEN = frozenset({Handeling.LEZEN, Handeling.ZOEKEN, Handeling.UITVOEREN})
_SCHRIJVEN = _LEZEN | {Handeling.MAKEN, Handeling.WIJZIGEN, Handeling.VERWIJDEREN}

BEREIKEN: Mapping[str, tuple[str, frozenset[tuple[Handeling, Soort]]]] = {
    naam: (uitleg, frozenset((handeling, soort) for handeling in handelingen))
    for naam, uitleg, soort, handelingen in (
        ("groepen:lezen", "Groepen lezen", Soort.GROEP, _LEZEN),
        ("groepen:schrijven", "Groepen lezen en wijzigen", Soort.GROEP, _SCHRIJVEN),
        ("jeugdigen:lezen", "Jeugdigen lezen", Soort.JEUGDIGE, _LEZEN),
        ("jeugdigen:schrijven", "Jeugdigen lezen en wijzigen", Soort.JEUGDIGE, _SCHRIJVEN),
        ("plaatsingsrondes:lezen", "Plaatsingsrondes lezen", Soort.RONDE, _LEZEN),
        ("plaatsingsrondes:schrijven", "Plaatsingsrondes lezen en maken", Soort.RONDE, _SCHRIJVEN),
        ("inschrijvingen:lezen", "Inschrijvingen en rapporten lezen", Soort.INSCHRIJVING, _LEZEN),
        ("bronnen:lezen", "Vragen stellen aan de assistent", Soort.BRON, frozenset({Handeling.LEZEN})),
    )
}
"""By its name: what it is called for people, and what it allows."""


def mogelijk(wie: Wie) -> tuple[str, ...]:
    """The names that this person can give to a key: where every act in it is allowed."""
    return tuple(naam for naam, (_, acts) in BEREIKEN.items() if all(mag(wie, *act) for act in acts))


def daden(namen: Iterable[str]) -> frozenset[tuple[str, str]]:
    """The acts that these names allow, as plain words; a name that is no more counts for nothing."""
    acts = (act for naam in namen if naam in BEREIKEN for act in BEREIKEN[naam][1])
    return frozenset((handeling.value, soort.value) for handeling, soort in acts)
