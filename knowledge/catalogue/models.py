"""The shapes of a tender's catalogue: what each data file of `knowledge/tenders/<tender>/` holds.

Every entry names its place in the source document in one notation: "eis 12", "§9.7.2", "hoofdstuk 2",
"bijlage XII". Texts are summaries in our own words; figures, names and terms are the document's.
A field that a file misspells or leaves out is refused (see `knowledge.catalogue.load`).
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

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
    """Base of all entries: unknown fields are refused, entries do not change.

    `UNIEK` names the fields that together tell the entries of one list apart; empty: nothing need differ.
    """

    UNIEK: ClassVar[tuple[str, ...]] = ()

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

    UNIEK = ("id",)

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

    UNIEK = ("id",)

    id: str
    vindplaats: str
    onderwerp: str
    samenvatting: str
    normen: tuple[Norm, ...] = ()
    zoektermen: tuple[str, ...] = ()


class Perceelvoorwaarde(Vorm):
    """A condition to be counted among the providers of a perceel (§5.6); all conditions hold together."""

    sleutel: str
    samenvatting: str
    een_van: tuple[str, ...] = ()
    """Values of which the provider has at least one: names of a cao, codes of voorzieningen."""
    normen: tuple[Norm, ...] = ()
    termen: tuple[str, ...] = ()
    """Words (as in `Onderdeel.termen`) of a passage that shows it."""


class Perceel(Vorm):
    UNIEK = ("nummer",)

    nummer: int
    naam: str
    korte_naam: str
    voorzieningen: tuple[str, ...]
    """Codes: "TG1".."TG7", "licht".., "MST", "A".."K", "GGZ-C".., "ED-diagnostiek"."""
    vindplaats: str
    contractanten: str
    """How many providers get a contract, in words."""
    looptijd: str
    einde_uiterlijk: date
    """The last day after all extensions."""
    zonder_gemeenten: tuple[str, ...] = ()
    """Gemeenten of the region that do not take part in this perceel."""
    bouwt_op: int | None = None
    """The perceel whose voorwaarden hold here too."""
    valt_terug_op: int | None = None
    """Where a provider is looked at next that does not meet the voorwaarden, or is not chosen (§4.3.1)."""
    hoogstens_gegund: int | None = None
    """So many providers get a contract, the best by score; None: every provider that qualifies."""
    voorwaarden: tuple[Perceelvoorwaarde, ...] = ()
    herkenning: tuple[str, ...] = ()
    """Names under which people speak of it, lower case."""


class Combinatieregel(Vorm):
    """A rule on which percelen go, or must go, together (§4.3.1).

    `hoogstens_een_van`: at most one of `percelen`. `vereist`: who takes one of `percelen` must take one of
    `met`. `alleen_als`: `percelen` may be added by who has one of `met`. `uitzondering`: the rule
    `uitzondering_op` does not hold for `percelen`, where `vormen` are named only for who offers no other
    ones. `voorwaarde`: something else that comes with `percelen`, for who offers one of `vormen`.
    """

    UNIEK = ("id",)

    id: str
    vindplaats: str
    soort: Literal["hoogstens_een_van", "vereist", "uitzondering", "alleen_als", "voorwaarde"]
    percelen: tuple[int, ...]
    met: tuple[int, ...] = ()
    vormen: tuple[str, ...] = ()
    uitzondering_op: str = ""
    minstens_voorzieningen: int = 0
    """Of a `voorwaarde`: so many voorzieningen of each of `percelen` are offered at least."""
    gevolg: Literal["geweigerd", "andere indeling", "navragen"] = "geweigerd"
    """What follows where the rule is broken: the combination is refused; the bid stands but the region may
    count the provider under another perceel; or (of an `uitzondering`) the document leaves it open."""
    samenvatting: str


class Voorziening(Vorm):
    """What can be ordered within a perceel and is not an `Intensiteit` (tariefgroepen, MST, ZIT, ED)."""

    UNIEK = ("code",)

    code: str
    naam: str
    soort: Literal["tariefgroep", "traject", "dyslexie"]
    percelen: tuple[int, ...]
    vindplaats: str
    omschrijving: str
    synoniemen: tuple[str, ...] = ()


class Intensiteit(Vorm):
    """A level of care with its band of begeleidingsintensiteit and its tariff.

    `soort`: verblijf (A-K), ggz (GGZ-C..GGZ-H; hours are not used), groepsaanbod (licht..zwaar).
    A missing bound is open. `onder_inclusief`/`boven_inclusief`: does the bound itself belong to the band,
    as the document words it ("t/m" or "tot"). Neighbouring bands may both claim a bound (§9.7: discuss it).
    The bounds count hours: per jeugdige per etmaal (verblijf), per openingsuur per jeugdige (groepsaanbod).
    """

    UNIEK = ("code",)

    code: str
    soort: Literal["verblijf", "ggz", "groepsaanbod"]
    naam: str
    vindplaats: str
    onder: Decimal | None = None
    boven: Decimal | None = None
    onder_inclusief: bool = True
    boven_inclusief: bool = True
    tarief: Decimal
    """In euro per `eenheid`."""
    eenheid: Literal["etmaal", "uur"]
    inschrijfinformatie: str = ""
    """For whom this level is meant, or is the highest (§9.5)."""
    duurzaam: bool = True
    """May be used within a duurzaam budget (only says something for groepsaanbod)."""
    rekenvoorbeeld: Decimal | None = None
    """The intensity, as the document writes it, that its own worked example puts at this level."""
    toelichting: str = ""


class VormVanVerblijf(Vorm):
    """A woonvorm or kind of verblijf with the intensities it may be registered for (§9.5)."""

    UNIEK = ("sleutel",)

    sleutel: str
    naam: str
    groep: Literal["wonen", "verblijf", "kdv"]
    vindplaats: str
    omschrijving: str
    intensiteiten: tuple[str, ...]
    geldt_ook_als: tuple[str, ...] = ()
    """Other sleutels whose eisen hold for this vorm too."""
    minstens_intensiteiten: int = 1
    bezettingsgraad: Decimal | None = None
    """Lowest occupancy in percent to reckon with for the intensity; None: nothing is laid down."""
    rekentool: str = ""
    """Sleutel of the rekentool among the stukken."""
    kleinschalig: bool = False
    """Kleinschalig gezinsgericht by its nature (bijlage XV)."""
    synoniemen: tuple[str, ...] = ()


class Tarief(Vorm):
    """One price in euro. `perceel` and `tariefgroep` where it depends on them."""

    UNIEK = ("id",)

    id: str
    voorziening: str
    vindplaats: str
    bedrag: Decimal
    eenheid: Literal["minuut", "uur", "etmaal", "stuk"]
    perceel: int | None = None
    tariefgroep: int | None = None
    toelichting: str = ""
    zoektermen: tuple[str, ...] = ()


class Tariefgroep(Vorm):
    """Functions with one minute tariff: the budgets they may work in, their pay scales (bijlage XII)."""

    UNIEK = ("nummer",)

    nummer: int
    herstel: bool
    duurzaam: bool
    fwg: str
    schaal: str
    vindplaats: str


class Functie(Vorm):
    """A function of bijlage XII with the tariefgroep its hours are declared in."""

    UNIEK = ("naam", "tariefgroep")

    naam: str
    tariefgroep: int
    vindplaats: str
    alleen_percelen: tuple[int, ...] = ()
    """The function stands in this tariefgroep only for these percelen; empty: for all."""
    synoniemen: tuple[str, ...] = ()
    opmerking: str = ""


class Stuk(Vorm):
    """A document that a bid must (or may) hold."""

    UNIEK = ("sleutel",)

    sleutel: str
    naam: str
    vindplaats: str
    samenvatting: str
    percelen: tuple[int, ...] = ()
    """Only asked of these percelen; empty: of all."""
    vormen: tuple[str, ...] = ()
    """Only asked of these kinds of wonen or verblijf; empty: of all."""
    wanneer: str = ""
    """The case in which it is asked, in words: "als inschrijver deel is van een holding"."""
    wie: str = "inschrijver"
    maximale_leeftijd_maanden: int | None = None
    """Age at the closing date."""
    uitgevoerd_binnen_jaren: int | None = None
    """Of a reference: the assignment was carried out within so many years before the closing date."""
    staat_in: tuple[str, ...] = ()
    """Other stukken (sleutels) in which this may be found instead of in a file of its own."""
    herkenning: tuple[str, ...] = ()
    """Words in file name, title or text by which it is recognised."""
    inhoud: tuple[Onderdeel, ...] = ()
    """What it must hold to be complete."""
    normen: tuple[Norm, ...] = ()
    bij: Literal["inschrijving", "verificatie", "na gunning"] = "inschrijving"


class FinancieleNorm(Vorm):
    UNIEK = ("sleutel",)

    sleutel: Literal["rentabiliteit", "solvabiliteit", "current_ratio"]
    naam: str
    vindplaats: str
    formule: str
    vergelijking: Vergelijking
    waarde: Decimal
    eenheid: Literal["procent", "verhouding"]
    jaren: tuple[int, ...]
    """Years for which the figures are asked."""
    samenvatting: str


class FinancieelGevolg(Vorm):
    """What follows from the number of years below a norm (§5.3.1), counted per norm."""

    UNIEK = ("jaren_onder_norm",)

    jaren_onder_norm: int
    of_meer: bool = False
    oordeel: Literal["geen gevolg", "beoordelen", "plan van aanpak nodig"]
    vindplaats: str
    samenvatting: str


class Criterium(Vorm):
    """A scoring criterion (§6.1). `weging` is in percent within its perceel, or within `onderdeel_van`."""

    UNIEK = ("id",)

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
    UNIEK = ("punten",)

    punten: int
    naam: str
    vindplaats: str
    samenvatting: str


class Mijlpaal(Vorm):
    """A moment of the planning (§3.3)."""

    UNIEK = ("id",)

    id: str
    naam: str
    vindplaats: str
    datum: date
    tijd: str = ""
    toelichting: str = ""


class Termijn(Vorm):
    """A term that runs from (or up to) a day: a `Norm` of an eis or regel, with what counting it takes.

    How long it is stands in the norm alone. With a norm in "datum" (a day of each year) or "leeftijd in
    jaren" the term ends on that day or birthday.
    """

    UNIEK = ("sleutel",)

    sleutel: str
    naam: str
    """What must be done, as people look for it: "Startbericht (305) sturen"."""
    van: str
    """Where the norm stands: "eis 47", or the id of a regel."""
    grootheid: str
    """Of the norm, as written there."""
    gebeurtenis: str
    """The day it is counted from: "eerste afspraak na toetsing en acceptatie"."""
    richting: Literal["na", "voor"] = "na"
    begin: Literal["dag", "dag ervoor", "einde maand", "einde jaar"] = "dag"
    """The day after which (or before which) counting starts: the event itself, the day before it (a period
    that starts with the event), the last day of its month, or of its calendar year."""
    betekenis: Literal["uiterste dag", "laatste dag", "vroegste dag"] = "uiterste dag"
    """Of the day that comes out: the last one to do it on, the last of a period, or the first possible."""
    herhaalt: bool = False
    """It is to be done again each time so much later."""
    toelichting: str = ""
    inconsistenties: tuple[str, ...] = ()
    """Ids of places that contradict each other about this term."""
    synoniemen: tuple[str, ...] = ()


class Definitie(Vorm):
    UNIEK = ("term",)

    term: str
    vindplaats: str
    omschrijving: str
    synoniemen: tuple[str, ...] = ()


class Vraagvormen(Vorm):
    """How people ask for an entry, in everyday words: for search only, never shown. `van` is the place of an
    eis ("eis 12") or the id of a regel."""

    UNIEK = ("van",)

    van: str
    vragen: tuple[str, ...] = Field(min_length=1)


class Inconsistentie(Vorm):
    """Two places of the document that do not agree, and which of them this catalogue follows."""

    UNIEK = ("id",)

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
    voorzieningen: tuple[Voorziening, ...] = ()
    intensiteiten: tuple[Intensiteit, ...] = ()
    vormen: tuple[VormVanVerblijf, ...] = ()
    tarieven: tuple[Tarief, ...] = ()
    """Prices besides those of the intensiteiten (minute tariffs, trajects, dyslexie)."""
    tariefgroepen: tuple[Tariefgroep, ...] = ()
    functies: tuple[Functie, ...] = ()
    stukken: tuple[Stuk, ...] = ()
    """What a bid holds when it is handed in, or the client asks to see after it."""
    opvraagbare_stukken: tuple[Stuk, ...] = ()
    """Further proof the client may still ask for (§5.2, §5.7)."""
    financiele_normen: tuple[FinancieleNorm, ...] = ()
    financiele_gevolgen: tuple[FinancieelGevolg, ...] = ()
    criteria: tuple[Criterium, ...] = ()
    scorewaarden: tuple[Scorewaarde, ...] = ()
    planning: tuple[Mijlpaal, ...] = ()
    termijnen: tuple[Termijn, ...] = ()
    definities: tuple[Definitie, ...] = ()
    inconsistenties: tuple[Inconsistentie, ...] = ()
    synoniemen: tuple[tuple[str, ...], ...] = ()
    """Words of the field that mean the same, for search in the whole tender."""
    vragen: tuple[Vraagvormen, ...] = ()

    def eis(self, id: str) -> Eis:
        """The eis with this id; KeyError when there is none."""
        for eis in self.eisen:
            if eis.id == id:
                return eis
        raise KeyError(id)

    def norm(self, van: str, grootheid: str) -> Norm:
        """The norm of an eis ("eis 47") or a regel (its id) with this grootheid; KeyError without one."""
        normen = next((r.normen for r in self.regels if r.id == van), None)
        if normen is None:
            normen = self.eis(van.removeprefix("eis ")).normen
        for norm in normen:
            if norm.grootheid == grootheid:
                return norm
        raise KeyError(grootheid)

    def vindplaats(self, van: str) -> str:
        """The place of an eis ("eis 47") or a regel (its id); KeyError when there is none."""
        for regel in self.regels:
            if regel.id == van:
                return regel.vindplaats
        return self.eis(van.removeprefix("eis ")).vindplaats

    def eisen_voor(self, percelen: frozenset[int], vormen: frozenset[str]) -> tuple[Eis, ...]:
        """Eisen on which a bid for these percelen and vormen must act (adressaat ON)."""
        return tuple(e for e in self.eisen if e.adressaat == "ON" and self.raakt(e, percelen, vormen))

    def raakt(self, eis: Eis, percelen: frozenset[int], vormen: frozenset[str]) -> bool:
        """Does this eis speak of a bid for these percelen and vormen, whoever must act?

        Where no perceel is known, only an eis that holds for every perceel does.
        """
        gevraagd = bool(percelen & set(eis.percelen))
        if not percelen:
            gevraagd = {p.nummer for p in self.percelen} <= set(eis.percelen)
        return gevraagd and (not eis.vormen or bool(vormen & set(eis.vormen)))
