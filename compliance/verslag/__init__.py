"""The report as a page: `to_html` for a standalone file, the macros in templates/delen.html for others."""

from compliance.verslag.beeld import Beeld, maak_beeld
from compliance.verslag.pagina import MACROS, STIJL, to_html

__all__ = ["MACROS", "STIJL", "Beeld", "maak_beeld", "to_html"]
