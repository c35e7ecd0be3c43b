"""Questions about a tender and its sources, answered with citations or declined."""

from knowledge.answers.answer import Antwoord, Citaat, Deel, Rekenhulp
from knowledge.answers.assistant import Assistant

__all__ = ["Antwoord", "Assistant", "Citaat", "Deel", "Rekenhulp"]
