"""The report of a pre-screening: exactly the JSON of `compliance check`.

`Rapport.model_dump(mode="json")` is the contract's form. Every finding carries the passage that shows it;
a status is a proposal, an assessor decides.
"""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.documents import Kader
from knowledge.errors import InvoerFout

EisStatus = Literal["aangetoond", "deels", "strijdig", "verklaard", "ontbreekt", "nvt"]
StukStatus = Literal["aanwezig", "ontbreekt", "onvolledig", "verlopen", "nvt"]
Ernst = Literal["knock-out", "herstelbaar", "aandacht"]
Soort = Literal[
    "voorbehoud", "perceelcombinatie", "tariefgroep", "financieel", "te_laat", "taal", "prijs", "referentie",
    "kwaliteitssysteem", "intensiteit", "vervallen_document", "tegenstrijdig", "aanbiedingsbrief",
    "sjabloon_gewijzigd", "verborgen_tekst", "onleesbaar",
]  # fmt: skip
FinancieelOordeel = Literal["geen gevolg", "beoordelen", "plan van aanpak nodig"]


class _Deel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Bewijs(_Deel):
    """A passage: file name as uploaded, page from 1 (None without pages), the words as they stand there."""

    bestand: str
    pagina: int | None
    citaat: str
    kader: Kader | None = None
    """Where on the page, for showing it; not every format has it."""


class EisOordeel(_Deel):
    """Proposed status of one eis. `zekerheid` from 0 to 1."""

    id: str
    status: EisStatus
    bewijs: tuple[Bewijs, ...] = ()
    toelichting: str
    zekerheid: float


class StukOordeel(_Deel):
    sleutel: str
    status: StukStatus
    bestand: str | None
    toelichting: str


class Bevinding(_Deel):
    soort: Soort
    ernst: Ernst
    bewijs: tuple[Bewijs, ...] = ()
    toelichting: str


class Financieel(_Deel):
    """Ratios by year: rentabiliteit and solvabiliteit in percent, current_ratio as a number (§5.3.1)."""

    rentabiliteit: dict[str, float] = {}
    solvabiliteit: dict[str, float] = {}
    current_ratio: dict[str, float] = {}
    oordeel: FinancieelOordeel | None = None
    """None when the bid gives no figures to judge."""
    continuiteit_negatief: bool = False


class Rapport(_Deel):
    inschrijver: str
    tender: str
    peildatum: str
    percelen: tuple[int, ...]
    vormen: tuple[str, ...]
    intensiteiten: tuple[str, ...]
    eisen: tuple[EisOordeel, ...]
    stukken: tuple[StukOordeel, ...]
    bevindingen: tuple[Bevinding, ...]
    financieel: Financieel


def lees_rapport(pad: Path) -> Rapport:
    """A report from its JSON file. InvoerFout when it can't be read or is none."""
    try:
        return Rapport.model_validate_json(pad.read_bytes())
    except OSError as fout:
        raise InvoerFout(f"{pad}: kan dit bestand niet lezen ({fout.strerror}).") from fout
    except ValidationError as fout:
        raise InvoerFout(f"{pad}: dit is geen rapport van compliance check.") from fout
