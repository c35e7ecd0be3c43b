"""PDF: text with its place, tables, form fields and hidden text; and a page as a picture.

pdfium gives letters, boxes and drawings (fast and hard to upset); pdfplumber's table rules turn ruling lines
into cells; pdfminer, on which pdfplumber stands, shows form fields as they are in the file.
"""

from knowledge.documents.pdf.image import page_image
from knowledge.documents.pdf.read import read_pdf

__all__ = ["page_image", "read_pdf"]
