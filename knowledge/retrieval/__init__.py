"""Search over imported documents and the catalogue."""

from knowledge.retrieval.fragments import Fragment, of_document
from knowledge.retrieval.index import Index, Treffer, Zoekwoord

__all__ = ["Fragment", "Index", "Treffer", "Zoekwoord", "of_document"]
