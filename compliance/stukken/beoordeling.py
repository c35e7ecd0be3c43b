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

_RECHTERS: tuple[Callable[[Dossier], tuple[Uitslag, ...]], ...] = (
    lambda d: (beoordeel_uea(d),),
    lambda d: (beoordeel_uittreksel(d),),
    lambda d: (beoordeel_kwaliteitscertificaat(d),),
    lambda d: (beoordeel_keurmerk(d, "gezinshuis"), beoordeel_keurmerk(d, "zorgboerderij")),
    beoordeel_referenties,
    lambda d: (beoordeel_jaarcijfers(d),),
    lambda d: (beoordeel_plan_van_aanpak(d),),
    lambda d: (beoordeel_invulsjabloon(d), beoordeel_agb_code(d)),
    lambda d: (beoordeel_holding(d), beoordeel_combinatie(d), beoordeel_derden(d), beoordeel_machtiging(d)),
    lambda d: tuple(
        beoordeel_rekentool(d, sleutel)
        for sleutel in ("rekentool_groepsaanbod", "rekentool_verblijf", "rekentool_gezinshuis")
    ),
    lambda d: (beoordeel_waarheid(d), beoordeel_ondertekening(d)),
    lambda d: (beoordeel_polis(d),),
)


def beoordeel_stukken(dossier: Dossier) -> tuple[Uitslag, ...]:
    """One judgement for each stuk, with the findings that follow from it."""
    return tuple(uitslag for rechter in _RECHTERS for uitslag in rechter(dossier))
