"""All rekentools, in the order in which a page or a help text shows them."""

from typing import Any

from knowledge.calculators.declareren.afwezigheid_verblijf import AFWEZIGHEID_VERBLIJF
from knowledge.calculators.declareren.no_show_ambulant import NO_SHOW_AMBULANT
from knowledge.calculators.declareren.no_show_groepsaanbod import NO_SHOW_GROEPSAANBOD
from knowledge.calculators.declareren.reistijd import REISTIJD
from knowledge.calculators.financieel import FINANCIEEL
from knowledge.calculators.intensiteit import INTENSITEIT
from knowledge.calculators.kosten.traject import KOSTEN
from knowledge.calculators.percelen import PERCELEN
from knowledge.calculators.rekentool import Rekentool
from knowledge.calculators.score import SCORE
from knowledge.calculators.sroi import SROI
from knowledge.calculators.tariefgroepbepaling import TARIEFGROEPBEPALING
from knowledge.calculators.termijnen.eigen_termijn import EIGEN_TERMIJN
from knowledge.calculators.termijnen.planning import PLANNING
from knowledge.calculators.termijnen.termijn import TERMIJN
from knowledge.errors import InvoerFout

REKENTOOLS: tuple[Rekentool[Any], ...] = (
    INTENSITEIT,
    FINANCIEEL,
    PERCELEN,
    TARIEFGROEPBEPALING,
    SCORE,
    KOSTEN,
    NO_SHOW_AMBULANT,
    NO_SHOW_GROEPSAANBOD,
    AFWEZIGHEID_VERBLIJF,
    REISTIJD,
    SROI,
    TERMIJN,
    EIGEN_TERMIJN,
    PLANNING,
)


def rekentool(sleutel: str) -> Rekentool[Any]:
    """The rekentool with this sleutel; InvoerFout when there is none."""
    for tool in REKENTOOLS:
        if tool.sleutel == sleutel:
            return tool
    known = ", ".join(t.sleutel for t in REKENTOOLS)
    raise InvoerFout(f"Er is geen rekentool {sleutel}. Kies uit: {known}.")
