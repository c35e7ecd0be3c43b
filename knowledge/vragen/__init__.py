"""How people ask for what stands in the documents we know: for search only, never shown."""

from knowledge.vragen.bronvragen import Bronvragen, Plaatsvragen, bronvragen, vragen_bij

__all__ = ["Bronvragen", "Plaatsvragen", "bronvragen", "vragen_bij"]
