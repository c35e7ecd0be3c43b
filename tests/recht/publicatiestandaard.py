"""The rules that a record of the Algoritmeregister must keep, in our own words.

Source: the publication standard 1.0 of the Dutch Algoritmeregister, as published by the ministry of the
interior (github.com/MinBZK/Algoritmeregister, EUPL-1.2: which fields there are, which must be filled, what
may be chosen, and how long a text may be). Where its handbook and its configuration differ, the stricter
limit counts here.
"""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, model_validator

Thema = Literal[
    "Organisatie en bedrijfsvoering", "Cultuur en recreatie", "Economie", "Overheidsfinanciën", "Wonen",
    "Internationaal", "Migratie en integratie", "Natuur en milieu", "Onderwijs en wetenschap",
    "Openbare orde en veiligheid", "Recht", "Ruimte en infrastructuur", "Sociale zekerheid", "Verkeer",
    "Werk", "Zorg en gezondheid",
]  # fmt: skip

_ADRES = re.compile(r"https://[^\s/]+\.[^\s/]+\S*")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+")
_HTML = re.compile(r"<[^>]*>")


def _contact(waarde: str) -> str:
    if not (_MAIL.fullmatch(waarde) or _ADRES.fullmatch(waarde)):
        raise ValueError("an e-mail address, or an address that begins with https://")
    return waarde


def _adres(waarde: str) -> str:
    if not _ADRES.fullmatch(waarde):
        raise ValueError("an address begins with https://")
    return waarde


def _zonder_opmaak(waarde: str) -> str:
    """Some marks are allowed there; we use none, so that a text reads the same everywhere."""
    if _HTML.search(waarde) or "\n" in waarde:
        raise ValueError("plain text on one line")
    return waarde


def _tekst(hoogstens: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=hoogstens)


Verhaal = Annotated[str, _tekst(2500), AfterValidator(_zonder_opmaak)]
Adres = Annotated[str, _tekst(500), AfterValidator(_adres)]
Maand = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]


class _Deel(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Grondslag(_Deel):
    title: Annotated[str, _tekst(100)]
    link: Adres


class Impacttoets(_Deel):
    title: Annotated[str, _tekst(100)]
    link: Adres | None = None


class Gegevensbron(_Deel):
    title: Annotated[str, _tekst(500)]
    link: Adres


class Registratie(_Deel):
    """One record. Fields without a default must be there; a field that is not named here may not."""

    name: Annotated[str, _tekst(100)]
    description_short: Annotated[str, _tekst(350)]
    organization: Annotated[str, _tekst(100)]
    status: Literal["In ontwikkeling", "In gebruik", "Buiten gebruik"]
    contact_email: Annotated[str, _tekst(500), AfterValidator(_contact)]
    publication_category: Literal["Hoog-risico AI-systeem", "Impactvolle algoritmes", "Overige algoritmes"]
    lang: Literal["nld"]

    category: list[Thema] | None = None
    begin_date: Maand | None = None
    end_date: Maand | None = None
    website: Adres | None = None
    url: Adres | None = None
    goal: Verhaal | None = None
    proportionality: Verhaal | None = None
    human_intervention: Verhaal | None = None
    risks: Verhaal | None = None
    lawful_basis: Verhaal | None = None
    lawful_basis_grouping: list[Grondslag] | None = None
    process_index_url: Adres | None = None
    impacttoetsen_grouping: list[Impacttoets] | None = None
    impacttoetsen: Verhaal | None = None
    source_data: Verhaal | None = None
    source_data_grouping: list[Gegevensbron] | None = None
    methods_and_models: Annotated[str, _tekst(5000), AfterValidator(_zonder_opmaak)] | None = None
    provider: Annotated[str, _tekst(200)] | None = None
    publiccode: Adres | None = None
    standard_version: Literal["1.0"] | None = None
    source_id: Annotated[str, _tekst(100)] | None = None
    tags: Verhaal | None = None

    @model_validator(mode="after")
    def _in_de_tijd(self) -> Self:
        if self.end_date and not (self.begin_date and self.begin_date <= self.end_date):
            raise ValueError("the end is not before the beginning")
        if self.status == "In gebruik" and self.begin_date is None:
            raise ValueError("what is in use began some month")
        return self
