"""Files of users, kept by the SHA-256 of their bytes: `opslag` knows the rules, `plekken` where they lie."""

from web.bestanden.opslag import Bestanden, BestandKapot, BestandWeg, Schrijver, open_bestanden

__all__ = ["BestandKapot", "BestandWeg", "Bestanden", "Schrijver", "open_bestanden"]
