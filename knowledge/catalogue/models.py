"""The shapes of a tender's catalogue: what each data file of `knowledge/tenders/<tender>/` holds.

Every entry names its place in the source document in one notation: "eis 12", "§9.7.2", "hoofdstuk 2",
"bijlage XII". Texts are summaries in our own words; figures, names and terms are the document's.
A field that a file misspells or leaves out is refused (see `knowledge.catalogue.load`).
"""

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Vergelijking = Literal["hoogstens", "minstens", "precies", "uiterlijk", "vanaf", "meer dan", "minder dan"]
"""hoogstens <=, minstens >=, precies =, uiterlijk (a date or moment at the latest), vanaf (from this
moment or value on), meer dan >, minder dan <."""

Eenheid = Literal[
    "minuut", "uur", "dag", "werkdag", "week", "maand", "jaar", "euro", "procent", "km", "aantal",
    "keer per week", "keer per maand", "keer per halfjaar", "keer per jaar", "uur per dag", "uur per etmaal",
    "uur per week", "dagen per week", "leeftijd in jaren", "datum", "tijdstip", "punt", "verhouding", "fte",
    "dagen per jaar", "uur per jaar", "A4", "bladzijde",
]  # fmt: skip


class Vorm(BaseModel):
    """Base of all entries: unknown fields are refused, entries do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Norm(Vorm):
    """A number that something is held to: quantity + comparator + unit + moment.

    `waarde` is a number ("6", "16.5", "125000") or, with unit "datum", a day as "04-01" (month-day, each
    year) or "2022-07-18", with unit "tijdstip" a time as "12:00".
    """

    grootheid: str
    """What is measured, in a few words: "afhandeling van een klacht"."""
    vergelijking: Vergelijking
    waarde: str
    eenheid: Eenheid
    moment: str = ""
    """From or at which moment: "vanaf indiening", "na 16,5 jaar"."""
    termen: tuple[str, ...] = ()
    """Words that show that a number in a text is about this norm: ("klacht", "afgehandeld")."""


class Onderdeel(Vorm):
    """A sub-element that a bidder must show for an eis, besides or as part of its core."""

    sleutel: str
    """Short key, the document's own where it has one: "iv", "b", "kern"."""
    samenvatting: str
    termen: tuple[str, ...] = ()
    """Words or short phrases of which at least one stands in a passage that shows this sub-element.
    Write stems a reader would use, lower case, near synonyms included; "a+b" asks for both words."""
    verplicht: bool = True
    """False for what only informs, or is asked only in some case."""


class Eis(Vorm):
    """One requirement (A-L, 1-109). `adressaat`: who must act (ON provider, OG client, VERVALLEN lapsed)."""

    id: str
    onderwerp: str
    samenvatting: str
    thema: str
    vindplaats: str
    paragraaf: str
    percelen: tuple[int, ...]
    vormen: tuple[str, ...] = ()
    """Only asked of these kinds of wonen or verblijf; empty: of all."""
    adressaat: Literal["ON", "OG", "VERVALLEN"]
    onderdelen: tuple[Onderdeel, ...] = ()
    normen: tuple[Norm, ...] = ()
    zoektermen: tuple[str, ...] = ()
    """Words and phrases under which people look for this eis or write about it in a bid."""
    synoniemen: tuple[tuple[str, ...], ...] = ()
    """Groups of words that mean the same within this eis."""
    verboden: tuple[str, ...] = ()
    """Grounds or conditions that the eis forbids (eis 21: the grounds for refusal)."""
    tegendeel: tuple[str, ...] = ()
    """Words (as in `Onderdeel.termen`) by which a bid that does the opposite gives itself away, where a
    negated sub-element or a clashing norm would not show it: "in rekening+accountant"."""
    verwijst_naar: tuple[str, ...] = ()
    """Other places the eis leans on: "eis 54", "§8.2", "bijlage XII"."""


class Regel(Vorm):
    """What a paragraph outside the eisen lays down: procedure, contract, conditions, explanation."""

    id: str
    vindplaats: str
    onderwerp: str
    samenvatting: str
    normen: tuple[Norm, ...] = ()
    zoektermen: tuple[str, ...] = ()


class Perceel(Vorm):
    nummer: int
    naam: str
    korte_naam: str
    voorzieningen: tuple[str, ...]
    vindplaats: str
    contractanten: str
    """How many providers get a contract, in words."""
    looptijd: str


class Combinatieregel(Vorm):
    """A rule on which percelen go, or must go, together (§4.3.1)."""

    id: str
    vindplaats: str
    soort: Literal["hoogstens_een_van", "vereist", "uitzondering", "alleen_als", "voorwaarde"]
    percelen: tuple[int, ...]
    met: tuple[int, ...] = ()
    vormen: tuple[str, ...] = ()
    samenvatting: str


class Intensiteit(Vorm):
    """A level of care with its band of begeleidingsintensiteit and its tariff.

    `soort`: verblijf (A-K), ggz (GGZ-C..GGZ-H; hours are not used), groepsaanbod (licht..zwaar).
    A missing bound is open. `onder_inclusief`/`boven_inclusief`: does the bound itself belong to the band.
    """

    code: str
    soort: Literal["verblijf", "ggz", "groepsaanbod"]
    naam: str
    vindplaats: str
    onder: Decimal | None = None
    boven: Decimal | None = None
    onder_inclusief: bool = True
    boven_inclusief: bool = True
    tarief: Decimal
    eenheid: str


class VormVanVerblijf(Vorm):
    """A woonvorm or kind of verblijf with the intensities it may be registered for (§9.5)."""

    sleutel: str
    naam: str
    groep: Literal["wonen", "verblijf", "kdv"]
    vindplaats: str
    omschrijving: str
    intensiteiten: tuple[str, ...]
    kleinschalig: bool = False


class Tarief(Vorm):
    """One price. `perceel` and `tariefgroep` where it depends on them."""

    id: str
    voorziening: str
    vindplaats: str
    bedrag: Decimal
    eenheid: str
    perceel: int | None = None
    tariefgroep: int | None = None
    toelichting: str = ""
    zoektermen: tuple[str, ...] = ()


class Functie(Vorm):
    """A function of bijlage XII with the tariefgroep its hours are declared in."""

    naam: str
    tariefgroep: int
    herstel: bool
    duurzaam: bool
    vindplaats: str
    fwg: str = ""
    schaal: str = ""
    opmerking: str = ""


class Stuk(Vorm):
    """A document that a bid must (or may) hold."""

    sleutel: str
    naam: str
    vindplaats: str
    samenvatting: str
    percelen: tuple[int, ...] = ()
    """Only asked of these percelen; empty: of all."""
    vormen: tuple[str, ...] = ()
    wanneer: str = ""
    """The case in which it is asked, in words: "als inschrijver deel is van een holding"."""
    maximale_leeftijd_maanden: int | None = None
    aantal: int = 1
    herkenning: tuple[str, ...] = ()
    """Words in file name, title or text by which it is recognised."""
    inhoud: tuple[Onderdeel, ...] = ()
    """What it must hold to be complete."""
    bij: Literal["inschrijving", "verificatie", "na gunning"] = "inschrijving"


class FinancieleNorm(Vorm):
    sleutel: Literal["rentabiliteit", "solvabiliteit", "current_ratio"]
    naam: str
    vindplaats: str
    formule: str
    vergelijking: Vergelijking
    waarde: Decimal
    eenheid: Literal["procent", "verhouding"]
    jaren: tuple[int, ...]
    samenvatting: str


class FinancieelGevolg(Vorm):
    """What follows from the number of years below a norm (§5.3.1)."""

    jaren_onder_norm: int
    oordeel: Literal["geen gevolg", "beoordelen", "plan van aanpak nodig"]
    vindplaats: str
    samenvatting: str


class Criterium(Vorm):
    """A scoring criterion with its weight in percent within its perceel (§6.1)."""

    id: str
    naam: str
    percelen: tuple[int, ...]
    vindplaats: str
    weging: Decimal
    onderdeel_van: str = ""
    minimum: Decimal | None = None
    samenvatting: str
    vragen: tuple[str, ...] = ()


class Scorewaarde(Vorm):
    punten: int
    naam: str
    vindplaats: str
    samenvatting: str


class Mijlpaal(Vorm):
    """A moment of the planning (§3.3)."""

    id: str
    naam: str
    vindplaats: str
    datum: date
    tijd: str = ""
    toelichting: str = ""


class Definitie(Vorm):
    term: str
    vindplaats: str
    omschrijving: str
    synoniemen: tuple[str, ...] = ()


class Inconsistentie(Vorm):
    """Two places of the document that do not agree, and which of them this catalogue follows."""

    id: str
    onderwerp: str
    plaatsen: tuple[str, ...] = Field(min_length=1)
    wat_staat_er: tuple[str, ...] = Field(min_length=1)
    geldt: str
    reden: str


class Tender(Vorm):
    """A whole catalogue, as loaded from one folder."""

    sleutel: str
    """Short name used in reports: "ijsselland-2023"."""
    naam: str
    regio: str
    jaar: int
    bron: str
    """Name under which the source document is imported; citations carry it."""
    versie: str
    sluiting: date
    """The closing date: the peildatum for ages of documents."""
    gemeenten: tuple[str, ...]
    eisen: tuple[Eis, ...]
    regels: tuple[Regel, ...] = ()
    percelen: tuple[Perceel, ...] = ()
    combinatieregels: tuple[Combinatieregel, ...] = ()
    intensiteiten: tuple[Intensiteit, ...] = ()
    vormen: tuple[VormVanVerblijf, ...] = ()
    tarieven: tuple[Tarief, ...] = ()
    functies: tuple[Functie, ...] = ()
    stukken: tuple[Stuk, ...] = ()
    financiele_normen: tuple[FinancieleNorm, ...] = ()
    financiele_gevolgen: tuple[FinancieelGevolg, ...] = ()
    criteria: tuple[Criterium, ...] = ()
    scorewaarden: tuple[Scorewaarde, ...] = ()
    planning: tuple[Mijlpaal, ...] = ()
    definities: tuple[Definitie, ...] = ()
    inconsistenties: tuple[Inconsistentie, ...] = ()
    synoniemen: tuple[tuple[str, ...], ...] = ()
    """Words of the field that mean the same, for search in the whole tender."""

    def eis(self, id: str) -> Eis:
        """The eis with this id; KeyError when there is none."""
        for eis in self.eisen:
            if eis.id == id:
                return eis
        raise KeyError(id)

    def eisen_voor(self, percelen: frozenset[int], vormen: frozenset[str]) -> tuple[Eis, ...]:
        """Eisen on which a bid for these percelen and vormen must act (adressaat ON)."""
        return tuple(
            e
            for e in self.eisen
            if e.adressaat == "ON" and percelen & set(e.percelen) and (not e.vormen or vormen & set(e.vormen))
        )
