"""Imported documents: split into passages with their place, kept per document."""

from knowledge.sources.importer import import_file, read_source
from knowledge.sources.passages import Brondocument, Passage
from knowledge.sources.store import Bronnen

__all__ = ["Brondocument", "Bronnen", "Passage", "import_file", "read_source"]
