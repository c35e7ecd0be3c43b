"""Findings on the bid as a whole; those that come with a stuk or an eis are made where these are judged."""

from collections.abc import Callable, Iterable

from compliance.bevindingen.financien import zoek_financien
from compliance.bevindingen.leesbaarheid import zoek_leesbaarheid
from compliance.bevindingen.percelen import zoek_perceelcombinatie
from compliance.bevindingen.prijs import zoek_prijzen
from compliance.bevindingen.sjabloon import zoek_sjabloon
from compliance.bevindingen.taal import zoek_taal
from compliance.bevindingen.tariefgroep import zoek_tariefgroep
from compliance.bevindingen.tegenspraak import zoek_tegenspraak
from compliance.bevindingen.tijd import zoek_te_laat
from compliance.bevindingen.vormvereisten import zoek_aanbiedingsbrief, zoek_oude_verklaringen
from compliance.dossier import Dossier
from compliance.intensiteiten.beoordeling import beoordeel_intensiteiten
from compliance.rapport import Bevinding

_ZOEKERS: tuple[Callable[[Dossier], Iterable[Bevinding]], ...] = (
    zoek_te_laat,
    zoek_perceelcombinatie,
    zoek_tariefgroep,
    zoek_financien,
    lambda d: beoordeel_intensiteiten(d.inschrijving, d.aanbod, d.tender),
    zoek_prijzen,
    zoek_taal,
    zoek_aanbiedingsbrief,
    zoek_oude_verklaringen,
    zoek_sjabloon,
    zoek_tegenspraak,
    zoek_leesbaarheid,
)


def zoek_bevindingen(dossier: Dossier) -> tuple[Bevinding, ...]:
    """All findings on the bid as a whole, kind by kind."""
    return tuple(bevinding for zoeker in _ZOEKERS for bevinding in zoeker(dossier))
