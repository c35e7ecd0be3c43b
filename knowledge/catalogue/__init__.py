"""The catalogue of a tender: eisen, percelen, tarieven and all else that rules refer to."""

from knowledge.catalogue.load import load_folder, load_tender, tenders
from knowledge.catalogue.models import Tender

__all__ = ["Tender", "load_folder", "load_tender", "tenders"]
