"""A conversation with the assistant: it lives in the fields of the form, and nowhere on the server."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from web.services.waarover import Waarover, waarover

HOOGSTENS = 5
"""Earlier questions that a conversation keeps, of this page and of pages before it."""


@dataclass(frozen=True, slots=True)
class Gesprek:
    """`van`: the page that it is asked from (`waarover.van_pagina`); `bron`: the source to search in, "" to
    let the question decide; `vroeger`: questions of other pages, `eerder`: of this one, the oldest first."""

    van: str = ""
    bron: str = ""
    vroeger: tuple[str, ...] = ()
    eerder: tuple[str, ...] = ()

    @classmethod
    def uit(
        cls, van: str, bron: str, vroeger: Sequence[str] | None, eerder: Sequence[str] | None
    ) -> "Gesprek":
        """Of what a form or an address sent."""
        return cls(van[:500], bron, _laatste(vroeger), _laatste(eerder))

    @property
    def over(self) -> Waarover:
        return waarover(self.van)

    def vragen(self) -> tuple[str, ...]:
        """What a follow-up may lean on, the oldest first. What the page is about comes after what was asked
        elsewhere, and before what was asked here."""
        hier = (self.over.onderwerp,) if self.over.onderwerp else ()
        return (*self.vroeger, *hier, *self.eerder)

    def met(self, vraag: str) -> "Gesprek":
        """The conversation after this question."""
        return replace(self, eerder=_laatste((*self.eerder, vraag)))

    def tot(self, aantal: int) -> "Gesprek":
        """As it was before the question with this number of `eerder`."""
        return replace(self, eerder=self.eerder[:aantal])

    def velden(self) -> tuple[tuple[str, str], ...]:
        """The hidden fields of a form that goes on with it; `bron` has a field that shows."""
        return (
            *((("van", self.van),) if self.van else ()),
            *(("vroeger", vraag) for vraag in self.vroeger),
            *(("eerder", vraag) for vraag in self.eerder),
        )

    def adres(self, vraag: str) -> str:
        """The page that asks this question."""
        query = [*self.velden(), ("vraag", vraag), *([("bron", self.bron)] if self.bron else [])]
        return f"/assistent?{urlencode(query)}"


def _laatste(vragen: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(vraag for vraag in vragen or () if vraag.strip())[-HOOGSTENS:]
