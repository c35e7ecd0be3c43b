"""The style of a municipality or region: a style sheet with design tokens, a logo and a name."""

import re
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import InvoerFout
from web.contexts.kader import Themabeeld
from web.settings import Settings
from web.statisch import kenmerk

LOGOS = (".svg", ".png", ".webp")
MOST_BYTES = 500_000
_KLASSE = re.compile(r"\.([a-z][a-z0-9-]*-theme)\b")
_ELDERS = re.compile(r"@import|(?:https?:)?//[a-z]", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Thema:
    """Files that are there, or None. `klasse`: of an existing theme of NL Design System."""

    naam: str = ""
    klasse: str = ""
    stijl: Path | None = None
    logo: Path | None = None

    @property
    def bestanden(self) -> dict[str, Path]:
        """By their name below /static."""
        gevonden = {f"thema/stijl{p.suffix}": p for p in (self.stijl,) if p}
        return gevonden | {f"thema/logo{p.suffix}": p for p in (self.logo,) if p}

    def beeld(self) -> Themabeeld:
        adressen = {Path(naam).stem: f"/static/{naam}{kenmerk(p)}" for naam, p in self.bestanden.items()}
        return Themabeeld(self.naam, self.klasse, adressen.get("stijl", ""), adressen.get("logo", ""))


def lees_thema(settings: Settings) -> Thema:
    """The theme of the settings. InvoerFout for a file that is not there or can't be used."""
    stijl = _bestand("THUISPLEK_THEMA", settings, settings.thema, (".css",))
    logo = _bestand("THUISPLEK_LOGO", settings, settings.logo, LOGOS)
    klasse = ""
    if stijl:
        tekst = _COMMENT.sub("", stijl.read_text(encoding="utf-8"))
        if gevonden := _ELDERS.search(tekst):
            raise InvoerFout(
                f"THUISPLEK_THEMA: {stijl.name} haalt iets op van elders ('{gevonden[0]}'). "
                "De pagina's laden alleen eigen bestanden. Haal die regel weg."
            )
        eerste = _KLASSE.search(tekst)
        klasse = eerste[1] if eerste else ""
    return Thema(settings.naam, klasse, stijl, logo)


def _bestand(naam: str, settings: Settings, waarde: str, soorten: tuple[str, ...]) -> Path | None:
    """A path, or a name in the data folder."""
    if not waarde:
        return None
    bestand = settings.data / waarde
    if not bestand.is_file():
        raise InvoerFout(f"{naam}: het bestand {waarde} is er niet.")
    if bestand.suffix.lower() not in soorten:
        raise InvoerFout(f"{naam}: {waarde} moet eindigen op {' of '.join(soorten)}.")
    if bestand.stat().st_size > MOST_BYTES:
        raise InvoerFout(f"{naam}: {waarde} is groter dan {MOST_BYTES // 1000} kB.")
    return bestand
