"""Rekentool financiële draagkracht (§5.3.1; bijlage XVI)."""

from knowledge.calculators.financieel.invoer import FinancieelInvoer
from knowledge.calculators.financieel.rekenen import FINANCIEEL

__all__ = ["FINANCIEEL", "FinancieelInvoer"]
