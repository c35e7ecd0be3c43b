"""Base of all page contexts."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Pagina:
    """The fields of a subclass are the only variables of its template, besides `pad` and the globals."""

    sjabloon: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Veldfout:
    """A fault in a form: the id of the field it belongs to, and what to do."""

    veld: str
    tekst: str
