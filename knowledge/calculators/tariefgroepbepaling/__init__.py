"""In which group of providers, and so in which perceel of 1 t/m 5, an organisation falls (§5.6, §4.3.1).

The document calls this the tariefgroep bepaling; the tariefgroepen 1 t/m 7 of functions are another thing.
"""

from knowledge.calculators.rekentool import Rekentool
from knowledge.calculators.tariefgroepbepaling.invoer import TariefgroepbepalingInvoer, keuzes
from knowledge.calculators.tariefgroepbepaling.rekenen import (
    GUNNING,
    INDELING,
    PLAATS,
    SLEUTEL,
    reken_tariefgroepbepaling,
)

TARIEFGROEPBEPALING = Rekentool(
    sleutel=SLEUTEL,
    naam="Soort aanbieder bepalen",
    uitleg="Bij welk perceel van 1 t/m 5 hoort uw organisatie, en waar komt u terecht als u niet voldoet.",
    vindplaatsen=(PLAATS, INDELING, GUNNING),
    invoer=TariefgroepbepalingInvoer,
    reken=reken_tariefgroepbepaling,
    voorbeeld={
        "perceel": 3,
        "cao": ["ggz"],
        "tariefgroepen": [4, 5, 6],
        "omzet": "312.000",
        "behandelaren": "6,5",
    },
    keuzes=keuzes,
)
