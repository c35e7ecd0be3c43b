"""What may be declared when a jeugdige stays away from groepsaanbod (§8.5.3, bijlage XIV).

The planned hours, up to a share of what was planned for this jeugdige in the month; not when the hours are
made up on another day or the place was filled, and not after a cancellation long enough before.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, model_validator

from knowledge.calculators.declareren.afzegging import GRENSGEVAL, beoordeel_afzegging, stap_afzegging
from knowledge.calculators.getal import euro, getal, kort
from knowledge.calculators.norm import Grens, grens
from knowledge.calculators.rekentool import Getal, Invoer, Rekentool
from knowledge.calculators.tarief import Prijs, groepstarief
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.calculators.velden import KeuzesUit
from knowledge.calculators.woorden import twijfel
from knowledge.catalogue import Tender

_UREN_IN_EEN_MAAND = 744


def _niveaus(tender: Tender) -> tuple[str, ...]:
    return tuple(i.code for i in tender.intensiteiten if i.soort == "groepsaanbod")


class NoShowGroepsaanbodInvoer(Invoer):
    geplande_uren: Getal = Field(
        title="Geplande uren in de maand",
        description="uren die voor deze jeugdige in de maand zijn gepland",
        gt=0,
        le=_UREN_IN_EEN_MAAND,
    )
    afwezige_uren: Getal = Field(
        title="Afwezige uren",
        description="geplande uren waarop de jeugdige er nu niet was",
        gt=0,
        le=_UREN_IN_EEN_MAAND,
    )
    al_gedeclareerde_uren: Getal = Field(
        Decimal(0),
        title="Al gedeclareerde uren",
        description="uren no-show of late afmelding die deze maand al zijn gedeclareerd",
        ge=0,
        le=_UREN_IN_EEN_MAAND,
    )
    uren_vooraf: Getal | None = Field(
        None,
        title="Afgemeld, uren vooraf",
        description="uren tussen de afmelding en de start van de dag; leeg als er niet is afgemeld",
        ge=0,
        le=10_000,
    )
    komt_extra: bool = Field(
        False, title="Komt een andere dag extra", description="de jeugdige haalt de uren op een andere dag in"
    )
    plek_gevuld: bool = Field(
        False, title="Plek gevuld", description="een andere jeugdige is opgeroepen en gekomen"
    )
    niveau: Annotated[str | None, KeuzesUit(_niveaus)] = Field(
        None, title="Niveau", description="alleen nodig voor een bedrag"
    )

    @model_validator(mode="after")
    def _niet_meer_dan_gepland(self) -> Self:
        if self.afwezige_uren > self.geplande_uren:
            raise ValueError("de afwezige uren kunnen niet meer zijn dan de geplande uren.")
        return self


def beoordeel_no_show_groep(tender: Tender, invoer: NoShowGroepsaanbodInvoer) -> Uitkomst:
    """How many hours may be declared.

    `waarden`: oordeel, uren, hoogstens and ruimte (hours this month), bedrag (euro or None). At exactly the
    hours of the limit the oordeel is "overleggen": the document does not decide it.
    """
    afzegging = grens(tender, "no_show_groepsaanbod", "afzegging die niet mag worden gedeclareerd")
    deel = grens(tender, "no_show_groepsaanbod", "no-show groepsaanbod van de geplande aanwezigheid")
    hoogstens = invoer.geplande_uren * deel.waarde / 100
    ruimte = max(Decimal(0), hoogstens - invoer.al_gedeclareerde_uren)
    oordeel = beoordeel_afzegging(invoer.uren_vooraf, afzegging)
    uren = min(invoer.afwezige_uren, ruimte)
    if invoer.komt_extra or invoer.plek_gevuld or oordeel == "niet declarabel" or uren == 0:
        oordeel, uren = "niet declarabel", Decimal(0)
    prijs = groepstarief(tender, invoer.niveau, uren or Decimal(1)) if invoer.niveau else None
    bedrag = prijs.totaal if prijs and uren else None
    return Uitkomst(
        rekentool="no_show_groepsaanbod",
        antwoord=_antwoord(oordeel, uren, invoer.afwezige_uren, bedrag),
        invoer=invoer.model_dump(),
        waarden={
            "oordeel": oordeel,
            "uren": uren,
            "hoogstens": hoogstens,
            "ruimte": ruimte,
            "bedrag": bedrag,
        },
        stappen=tuple(_stappen(invoer, afzegging, deel, hoogstens, ruimte, uren, prijs)),
        vindplaatsen=NO_SHOW_GROEPSAANBOD.vindplaatsen,
        opmerkingen=tuple(_opmerkingen(tender, invoer, oordeel)),
    )


def _antwoord(oordeel: str, uren: Decimal, afwezig: Decimal, bedrag: Decimal | None) -> str:
    if oordeel == "niet declarabel":
        return "U mag deze afwezigheid niet declareren."
    kosten = f" (€ {getal(bedrag, 2)})" if bedrag is not None else ""
    deel = f"{_uren(uren)} van de {_uren(afwezig)}" if uren < afwezig else _uren(uren)
    if oordeel == "overleggen":
        return f"Overleg eerst met de opdrachtgever; het gaat om {deel} uur{kosten}."
    return f"U mag {deel} uur afwezigheid declareren{kosten}."


def _stappen(
    invoer: NoShowGroepsaanbodInvoer,
    afzegging: Grens,
    deel: Grens,
    hoogstens: Decimal,
    ruimte: Decimal,
    uren: Decimal,
    prijs: Prijs | None,
) -> Iterable[Stap]:
    yield stap_afzegging(invoer.uren_vooraf, afzegging)
    if invoer.komt_extra or invoer.plek_gevuld:
        waarom = "komt een andere dag extra" if invoer.komt_extra else "plek is gevuld"
        yield Stap("Ingehaald of gevuld", waarom, "niet declarabel", "bijlage XIV")
    yield Stap(
        "Hoogste aantal uren in de maand",
        f"{getal(deel.waarde)}% van {_uren(invoer.geplande_uren)} uur",
        f"{_uren(hoogstens)} uur",
        deel.vindplaats,
    )
    yield Stap(
        "Nog over deze maand",
        f"{_uren(hoogstens)} - {_uren(invoer.al_gedeclareerde_uren)} uur",
        f"{_uren(ruimte)} uur",
        deel.vindplaats,
    )
    yield Stap("Te declareren", "", f"{_uren(uren)} uur")
    if prijs and prijs.totaal is not None and uren:
        sum_ = f"{_uren(uren)} uur x {euro(prijs.bedrag)}"
        yield Stap(prijs.omschrijving, sum_, f"€ {getal(prijs.totaal, 2)}", prijs.vindplaats)


def _uren(aantal: Decimal) -> str:
    return kort(aantal, 4)


def _opmerkingen(tender: Tender, invoer: NoShowGroepsaanbodInvoer, oordeel: str) -> Iterable[str]:
    if oordeel == "overleggen":
        yield twijfel(tender, GRENSGEVAL)
    if invoer.uren_vooraf is None:
        yield "Ga na of de jeugdige de volgende geplande dag wel komt; dat is verplicht (§8.5.3)."
        if invoer.komt_extra or invoer.plek_gevuld:
            yield (
                "Bijlage XIV zegt dit bij een late afmelding. Hier geldt het ook voor wie wegblijft zonder "
                "afmelding; anders wordt dezelfde tijd twee keer betaald."
            )
    yield "Gepland is wat met de ouders is afgesproken of in het hulpverleningsplan staat (§8.5.3)."


NO_SHOW_GROEPSAANBOD = Rekentool(
    sleutel="no_show_groepsaanbod",
    naam="No-show bij groepsaanbod",
    uitleg="Een jeugdige komt niet op de groep. Hoeveel van de geplande uren mag u deze maand declareren?",
    vindplaatsen=("§8.5.3", "bijlage XIV"),
    invoer=NoShowGroepsaanbodInvoer,
    reken=beoordeel_no_show_groep,
    voorbeeld={"geplande_uren": 104, "afwezige_uren": "6,5", "al_gedeclareerde_uren": 22, "niveau": "middel"},
)
