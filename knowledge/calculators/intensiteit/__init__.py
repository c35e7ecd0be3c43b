"""Rekentool begeleidingsintensiteit (§8.5.3, §9.7; bijlagen VIII, IX and X)."""

from knowledge.calculators.intensiteit.invoer import IntensiteitInvoer
from knowledge.calculators.intensiteit.rekenen import INTENSITEIT

__all__ = ["INTENSITEIT", "IntensiteitInvoer"]
