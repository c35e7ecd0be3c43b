"""Lists in pages, as the same parameters and the same shape everywhere."""

from collections.abc import Sequence
from typing import Annotated, Generic, TypeVar
from urllib.parse import urlencode

from fastapi import Depends, Query, Request
from pydantic import BaseModel, Field

T = TypeVar("T")
GROOTST = 200


class Lijst(BaseModel, Generic[T]):
    """One page of a list."""

    aantal: int = Field(description="Hoeveel er in alle bladzijden samen zijn")
    pagina: int
    volgende: str | None = Field(description="Adres van de volgende bladzijde")
    vorige: str | None = Field(description="Adres van de vorige bladzijde")
    resultaten: list[T]


class Bladzijde:
    """Which page is asked for."""

    def __init__(
        self,
        request: Request,
        pagina: Annotated[int, Query(ge=1, le=100_000, description="Bladzijde, vanaf 1")] = 1,
        paginagrootte: Annotated[int, Query(ge=1, le=GROOTST, description="Rijen per bladzijde")] = 50,
    ) -> None:
        self.pagina, self.grootte = pagina, paginagrootte
        self._path = request.url.path
        self._query = {k: v for k, v in request.query_params.items() if k != "pagina"}

    def deel(self, alles: Sequence[T]) -> Sequence[T]:
        """The rows of this page."""
        return alles[(self.pagina - 1) * self.grootte : self.pagina * self.grootte]

    def lijst(self, resultaten: list[T], aantal: int) -> Lijst[T]:
        verder = self.pagina * self.grootte < aantal
        return Lijst[T](
            aantal=aantal,
            pagina=self.pagina,
            volgende=self._adres(self.pagina + 1) if verder else None,
            vorige=self._adres(self.pagina - 1) if self.pagina > 1 else None,
            resultaten=resultaten,
        )

    def _adres(self, pagina: int) -> str:
        return f"{self._path}?{urlencode({**self._query, 'pagina': pagina})}"


Gevraagd = Annotated[Bladzijde, Depends(Bladzijde)]
