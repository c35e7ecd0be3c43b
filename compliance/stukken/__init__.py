"""Judges every stuk of a bid: is it there, whole, and valid on the peildatum?"""

from compliance.stukken.beoordeling import beoordeel_stukken

__all__ = ["beoordeel_stukken"]
