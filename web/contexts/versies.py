"""The page of a bid and the one that was handed in once more in its place."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout


@dataclass(frozen=True, slots=True)
class Versiekop:
    adres: str
    naam: str
    gemaakt: datetime
    knockouts: int
    bestanden: int


@dataclass(frozen=True, slots=True)
class Veranderregel:
    """`eerst` and `nu`: key and name of the status, and whether a person decided it; `richting`: "beter" or
    "slechter"; `lees`: where the later one is read."""

    naam: str
    eerst: tuple[str, str, bool]
    nu: tuple[str, str, bool]
    richting: str
    toelichting: str
    lees: str


@dataclass(frozen=True, slots=True)
class Bestandsverschil:
    erbij: tuple[str, ...]
    weg: tuple[str, ...]
    anders: tuple[str, ...]
    gelijk: int


@dataclass(frozen=True, slots=True)
class Versieverschil:
    """`andere_woorden`: key, name and address of eisen with the same status and other passages."""

    eisen: tuple[Veranderregel, ...]
    eisen_gelijk: int
    andere_woorden: tuple[tuple[str, str, str], ...]
    stukken: tuple[Veranderregel, ...]
    opgelost: tuple[tuple[str, str], ...]
    nieuw: tuple[tuple[str, str], ...]
    percelen_erbij: tuple[str, ...]
    percelen_weg: tuple[str, ...]
    zonder_herkansing: tuple[str, ...]
    """Percelen of either bid for which there is no re-submission."""
    bestanden: Bestandsverschil


@dataclass(frozen=True)
class Versiepagina(Pagina):
    """`stand`: "geen" (no second bid yet: a form), "wacht" (it is being checked) or "klaar"; `keuzes`: id and
    name of bids that may be the second one."""

    sjabloon: ClassVar[str] = "pages/versies.html"
    adres: str
    naam: str
    stand: str
    eerst: Versiekop | None
    nu: Versiekop | None
    verschil: Versieverschil | None
    keuzes: tuple[tuple[str, str], ...]
    fouten: tuple[Veldfout, ...]
