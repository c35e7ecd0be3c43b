"""Pages of the assistant, its sources and the catalogue."""

from dataclasses import dataclass
from typing import ClassVar

from knowledge.answers import Antwoord
from knowledge.calculators.tarief import Prijs
from knowledge.catalogue.models import Eis, Perceel
from web.contexts.basis import Pagina, Veldfout
from web.services.gesprek import Gesprek


@dataclass(frozen=True, slots=True)
class Bronregel:
    naam: str
    titel: str
    passages: int


@dataclass(frozen=True, slots=True)
class Contextdeel:
    """A passage of a document; `gevonden`: the one that is cited."""

    koppen: str
    tekst: str
    gevonden: bool


@dataclass(frozen=True, slots=True)
class Citaatregel:
    """A citation with the address of its place, the passages around it (empty when the document was not
    imported), and the text that people copy."""

    adres: str
    vindplaats: str
    bron: str
    koppen: str
    tekst: str
    context: tuple[Contextdeel, ...]
    overnemen: str


@dataclass(frozen=True, slots=True)
class Deelregel:
    """One side of a comparison."""

    bron: str
    beantwoord: bool
    kort: str
    citaten: tuple[Citaatregel, ...]


@dataclass(frozen=True, slots=True)
class Beurt:
    """An earlier question of the conversation and its page."""

    vraag: str
    adres: str


@dataclass(frozen=True, slots=True)
class Rekenlink:
    label: str
    adres: str


@dataclass(frozen=True)
class Assistentpagina(Pagina):
    """`eerder`: the conversation before this question; `vervolg`: what goes along with the next one."""

    sjabloon: ClassVar[str] = "pages/assistent.html"
    vraag: str
    gesprek: Gesprek
    vervolg: Gesprek
    bronnen: tuple[str, ...]
    eerder: tuple[Beurt, ...]
    antwoord: Antwoord | None
    citaten: tuple[Citaatregel, ...]
    delen: tuple[Deelregel, ...]
    rekenlinks: tuple[Rekenlink, ...]
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True)
class Paneelpagina(Pagina):
    """The panel of the assistant as it opens on a page; `eerder`: what was asked before."""

    sjabloon: ClassVar[str] = "pages/paneel.html"
    gesprek: Gesprek
    eerder: tuple[Beurt, ...]


@dataclass(frozen=True)
class Paneelbeurt(Pagina):
    """One question in the panel with its answer, or `fout`. `begin`: what the ids in it begin with."""

    sjabloon: ClassVar[str] = "pages/paneelbeurt.html"
    vraag: str
    gesprek: Gesprek
    vervolg: Gesprek
    begin: str
    antwoord: Antwoord | None
    citaten: tuple[Citaatregel, ...]
    rekenlinks: tuple[Rekenlink, ...]
    fout: str


@dataclass(frozen=True)
class Bronnenpagina(Pagina):
    sjabloon: ClassVar[str] = "pages/bronnen.html"
    bronnen: tuple[Bronregel, ...]
    catalogus: str
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True, slots=True)
class Plaatsdeel:
    """A text that stands at a place: from an imported document, or a summary of the catalogue."""

    titel: str
    tekst: str
    samenvatting: bool
    pagina: int | None
    gevonden: bool = False
    """The passage that a citation led to."""


@dataclass(frozen=True)
class Vindplaatspagina(Pagina):
    sjabloon: ClassVar[str] = "pages/vindplaats.html"
    bron: str
    plaats: str
    passages: tuple[Plaatsdeel, ...]


@dataclass(frozen=True)
class Eisenpagina(Pagina):
    """`groepen`: the eisen by theme; `perceel`: the filter, None for all."""

    sjabloon: ClassVar[str] = "pages/eisen.html"
    percelen: tuple[Perceel, ...]
    perceel: int | None
    groepen: tuple[tuple[str, tuple[Eis, ...]], ...]
    aantal: int


@dataclass(frozen=True)
class Eispagina(Pagina):
    sjabloon: ClassVar[str] = "pages/eis.html"
    eis: Eis
    percelen: tuple[Perceel, ...]
    bronplaats: str
    """Address of the imported text of this eis, "" when the source is not imported."""
    getallen: tuple[str, ...]
    """What each norm asks, in words."""


@dataclass(frozen=True)
class Tarievenpagina(Pagina):
    sjabloon: ClassVar[str] = "pages/tarieven.html"
    groepen: tuple[tuple[Perceel, tuple[Prijs, ...]], ...]
