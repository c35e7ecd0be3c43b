"""DOCX: body, tables, text boxes, headers, footers, notes and comments, read from the XML itself.

python-docx walks past content controls, text boxes, tracked insertions and Word's automatic numbers, and
can't open Strict-OOXML; so the XML is normalised first and then walked here.
"""

from knowledge.documents.docx.read import read_docx

__all__ = ["read_docx"]
