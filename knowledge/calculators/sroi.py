"""Does the obligation for social return (SROI) hold, by what is declared over the contract period (§4.5)?"""

from collections.abc import Iterable

from pydantic import Field

from knowledge.calculators.getal import getal
from knowledge.calculators.norm import grens
from knowledge.calculators.rekentool import Getal, Invoer, Rekentool
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.calculators.woorden import twijfel
from knowledge.catalogue import Tender


class SroiInvoer(Invoer):
    jaar_1: Getal = Field(
        title="Eerste jaar",
        description="wat u in het eerste jaar declareert, in euro; een verwachting mag",
        ge=0,
        le=10_000_000_000,
    )
    jaar_2: Getal = Field(
        title="Tweede jaar",
        description="wat u in het tweede jaar declareert, in euro; een verwachting mag",
        ge=0,
        le=10_000_000_000,
    )


def beoordeel_sroi(tender: Tender, invoer: SroiInvoer) -> Uitkomst:
    """Does it hold. `waarden`: geldt (bool), bedrag (both years), drempel, tot_drempel (0 from there on)."""
    drempel = grens(tender, "sroi", "gedeclareerde som waarboven SROI geldt")
    bedrag = invoer.jaar_1 + invoer.jaar_2
    geldt = bedrag >= drempel.waarde
    vanaf = f"€ {getal(drempel.waarde, 2)}"
    antwoord = (
        f"SROI geldt: u declareert € {getal(bedrag, 2)} over twee jaar, en de drempel is {vanaf}. "
        "Het is een inspanningsverplichting, zonder vast percentage."
        if geldt
        else f"SROI geldt niet: u blijft € {getal(drempel.waarde - bedrag, 2)} onder de drempel van {vanaf} "
        "over twee jaar."
    )
    return Uitkomst(
        rekentool="sroi",
        antwoord=antwoord,
        invoer=invoer.model_dump(),
        waarden={
            "geldt": geldt,
            "bedrag": bedrag,
            "drempel": drempel.waarde,
            "tot_drempel": max(drempel.waarde - bedrag, drempel.waarde * 0),
        },
        stappen=(
            Stap(
                "Gedeclareerd over twee jaar",
                f"€ {getal(invoer.jaar_1, 2)} + € {getal(invoer.jaar_2, 2)}",
                f"€ {getal(bedrag, 2)}",
            ),
            Stap(
                "Drempel",
                f"vanaf {vanaf}",
                "verplichting geldt" if geldt else "verplichting geldt niet",
                drempel.vindplaats,
            ),
        ),
        vindplaatsen=SROI.vindplaatsen,
        opmerkingen=tuple(_opmerkingen(tender, geldt)),
    )


def _opmerkingen(tender: Tender, geldt: bool) -> Iterable[str]:
    if geldt:
        yield (
            "Laat zien dat u iets doet aan SROI, zelf of via een onderaannemer of toeleverancier. De "
            "activiteiten horen bij deze opdracht, zijn nieuw en van na de gunning, en tellen alleen hier."
        )
        yield "De bouwblokkenmethode mag. Hulp geeft het Expertisepunt Social Return in Zwolle."
    yield (
        "Het document noemt een periode van twee jaar. Wat geldt bij een verlenging, of bij perceel 9 dat "
        "één jaar loopt, staat er niet; vraag het na."
    )
    yield twijfel(tender, "eis_36")
    yield twijfel(tender, "bijlage_v")


SROI = Rekentool(
    sleutel="sroi",
    naam="Social return (SROI)",
    uitleg="Geldt voor u de inspanningsverplichting voor social return, gezien wat u declareert?",
    vindplaatsen=("§4.5",),
    invoer=SroiInvoer,
    reken=beoordeel_sroi,
    voorbeeld={"jaar_1": 190000, "jaar_2": 215000},
)
