"""Rekentool percelen: which percelen may be chosen together (§4.3.1)."""

from knowledge.calculators.percelen.invoer import PercelenInvoer, keuzes
from knowledge.calculators.percelen.rekenen import SLEUTEL, reken_percelen
from knowledge.calculators.rekentool import Rekentool

PERCELEN = Rekentool(
    sleutel=SLEUTEL,
    naam="Percelen combineren",
    uitleg="Ga na of u op deze percelen samen mag inschrijven, waarom niet, en welk perceel er nog bij kan.",
    vindplaatsen=("§4.3.1", "§5.6"),
    invoer=PercelenInvoer,
    reken=reken_percelen,
    voorbeeld={"percelen": [1, 8], "vormen": ["gezinshuis"]},
    keuzes=keuzes,
)
