"""What the frame of every page shows, besides the page itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Menulink:
    """`hier`: "page" on this very page, "true" on a page below it, else ""."""

    naam: str
    adres: str
    hier: str


@dataclass(frozen=True, slots=True)
class Themabeeld:
    """The style of a municipality; "" for what it has not. `klasse`: name of its own class on the page."""

    naam: str
    klasse: str
    stijl: str
    logo: str


@dataclass(frozen=True, slots=True)
class Kader:
    """`werk`: own workplaces; `naslag`: what everybody may look up. `beeld`: "licht", "donker" or "" (as the
    device). `terug`: the address of this page, to come back to."""

    werk: tuple[Menulink, ...]
    naslag: tuple[Menulink, ...]
    beeld: str
    sneltoetsen: bool
    thema: Themabeeld
    terug: str
    wachttijden: bool
    """Whether everybody may see the waiting times."""

    @property
    def hier(self) -> str:
        """The name of the place in the menu where this page is, or ""."""
        return next((link.naam for link in (*self.werk, *self.naslag) if link.hier), "")
