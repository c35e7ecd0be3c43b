"""Checks of the intensities bid for: reads the rekentools and computes every group again."""

from compliance.intensiteiten.beoordeling import beoordeel_intensiteiten
from compliance.intensiteiten.rekentool import Groep, lees_rekentool

__all__ = ["Groep", "beoordeel_intensiteiten", "lees_rekentool"]
