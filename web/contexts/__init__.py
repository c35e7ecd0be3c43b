"""What each page may show: one dataclass a template. A test holds fields and templates together."""

from web.contexts.basis import Pagina, Veldfout

__all__ = ["Pagina", "Veldfout"]
