"""Rekentools as workbooks: an empty one to fill in, reading one that was filled in, and the outcome."""

from knowledge.calculators.werkboek.lezen import lees_alle, lees_document, lees_werkboek
from knowledge.calculators.werkboek.schrijven import schrijf_leeg, schrijf_uitkomst

__all__ = ["lees_alle", "lees_document", "lees_werkboek", "schrijf_leeg", "schrijf_uitkomst"]
