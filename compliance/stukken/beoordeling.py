"""The judges of all stukken, in the order in which the report shows them."""

from collections.abc import Callable

from compliance.dossier import Dossier, Uitslag
from compliance.stukken.formulieren import (
    beoordeel_agb_code,
    beoordeel_invulsjabloon,
    beoordeel_plan_van_aanpak,
    beoordeel_uea,
)
from compliance.stukken.jaarcijfers import beoordeel_jaarcijfers
from compliance.stukken.kwaliteit import beoordeel_keurmerk, beoordeel_kwaliteitscertificaat
from compliance.stukken.ondertekening import beoordeel_machtiging, beoordeel_ondertekening, beoordeel_waarheid
from compliance.stukken.polis import beoordeel_polis
from compliance.stukken.referenties import beoordeel_referenties
from compliance.stukken.rekentools import beoordeel_rekentool
from compliance.stukken.uittreksel import beoordeel_uittreksel
from compliance.stukken.verklaringen import beoordeel_combinatie, beoordeel_derden, beoordeel_holding

_Rechter = Callable[[Dossier], tuple[Uitslag, ...]]


def _een(rechter: Callable[[Dossier], Uitslag]) -> _Rechter:
    return lambda dossier: (rechter(dossier),)


# The stukken that each judge knows; it is asked only when the catalogue of the tender has one of them.
_RECHTERS: tuple[tuple[tuple[str, ...], _Rechter], ...] = (
    (("uea",), _een(beoordeel_uea)),
    (("kvk_uittreksel",), _een(beoordeel_uittreksel)),
    (("kwaliteitscertificaat",), _een(beoordeel_kwaliteitscertificaat)),
    (("keurmerk_gezinshuis",), lambda d: (beoordeel_keurmerk(d, "gezinshuis"),)),
    (("keurmerk_zorgboerderij",), lambda d: (beoordeel_keurmerk(d, "zorgboerderij"),)),
    (("referentie_1", "referentie_2"), beoordeel_referenties),
    (("jaarcijfers",), _een(beoordeel_jaarcijfers)),
    (("plan_van_aanpak",), _een(beoordeel_plan_van_aanpak)),
    (("invulsjabloon",), _een(beoordeel_invulsjabloon)),
    (("agb_code",), _een(beoordeel_agb_code)),
    (("holdingverklaring",), _een(beoordeel_holding)),
    (("combinatieverklaring",), _een(beoordeel_combinatie)),
    (("verklaring_derden",), _een(beoordeel_derden)),
    (("machtiging",), _een(beoordeel_machtiging)),
    (("rekentool_groepsaanbod",), lambda d: (beoordeel_rekentool(d, "rekentool_groepsaanbod"),)),
    (("rekentool_verblijf",), lambda d: (beoordeel_rekentool(d, "rekentool_verblijf"),)),
    (("rekentool_gezinshuis",), lambda d: (beoordeel_rekentool(d, "rekentool_gezinshuis"),)),
    (("verklaring_waarheid",), _een(beoordeel_waarheid)),
    (("ondertekening",), _een(beoordeel_ondertekening)),
    (("polis_aansprakelijkheid",), _een(beoordeel_polis)),
)


def beoordeel_stukken(dossier: Dossier) -> tuple[Uitslag, ...]:
    """One judgement for each stuk of the tender's catalogue, with the findings that follow from it."""
    gevraagd = {stuk.sleutel for stuk in dossier.tender.stukken}
    return tuple(
        uitslag
        for sleutels, rechter in _RECHTERS
        if gevraagd.intersection(sleutels)
        for uitslag in rechter(dossier)
    )
