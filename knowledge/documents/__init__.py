"""Reading of files (PDF, DOCX, XLSX, txt) into one document model."""

from knowledge.documents.model import Blok, Document, Kader, Leesprobleem, Soort

__all__ = ["Blok", "Document", "Kader", "Leesprobleem", "Soort"]
