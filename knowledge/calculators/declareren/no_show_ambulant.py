"""What may be declared when a client does not come to an appointment (§8.5.1, bijlage XIV).

Only production time that was really lost, a few times a year per jeugdige. A cancellation long enough before
is no no-show. The same rules hold for dyslexie (bijlage XIV).
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from knowledge.calculators.declareren.afzegging import (
    GRENSGEVAL,
    Oordeel,
    beoordeel_afzegging,
    stap_afzegging,
)
from knowledge.calculators.declareren.uurprijs import prijs_van_minuten, stap_prijs
from knowledge.calculators.getal import getal, kort
from knowledge.calculators.kosten.post import Post
from knowledge.calculators.norm import grens
from knowledge.calculators.rekentool import Getal, Invoer, Rekentool
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.calculators.woorden import twijfel
from knowledge.catalogue import Tender


class NoShowAmbulantInvoer(Invoer):
    geplande_minuten: Getal = Field(
        title="Geplande minuten", description="geplande duur van de afspraak in minuten", gt=0, le=1440
    )
    verloren_minuten: Getal = Field(
        title="Verloren minuten",
        description="minuten die niet met ander werk konden worden gevuld",
        ge=0,
        le=1440,
    )
    uren_vooraf: Getal | None = Field(
        None,
        title="Afgezegd, uren vooraf",
        description="uren tussen de afzegging en de afspraak; leeg als er niet is afgezegd",
        ge=0,
        le=10_000,
    )
    al_gedeclareerd: int = Field(
        0,
        title="Al gedeclareerd",
        description="hoe vaak dit jaar al no-show is gedeclareerd voor deze jeugdige",
        ge=0,
        le=1000,
    )
    perceel: int | None = Field(
        None, title="Perceel", description="alleen nodig voor een bedrag", ge=1, le=99
    )
    wat: str | None = Field(
        None,
        title="Tariefgroep of functie",
        description="alleen nodig voor een bedrag: TG3, GZ-psycholoog of ED-behandeling",
        max_length=200,
    )

    @model_validator(mode="after")
    def _niet_meer_dan_gepland(self) -> Self:
        if self.verloren_minuten > self.geplande_minuten:
            raise ValueError("de verloren minuten kunnen niet meer zijn dan de geplande minuten.")
        return self


def beoordeel_no_show(tender: Tender, invoer: NoShowAmbulantInvoer) -> Uitkomst:
    """May it be declared, and how much.

    `waarden`: oordeel, minuten (Decimal), bedrag (euro or None), over_dit_jaar (times). At exactly the
    hours of the limit the oordeel is "overleggen": the document does not decide it.
    """
    afzegging = grens(tender, "no_show_ambulant", "afzegging die geen no-show is")
    per_jaar = grens(tender, "no_show_ambulant", "no-show ambulant per jeugdige")
    oordeel = beoordeel_afzegging(invoer.uren_vooraf, afzegging)
    keren_over = max(0, int(per_jaar.waarde) - invoer.al_gedeclareerd)
    if keren_over == 0 or invoer.verloren_minuten == 0:
        oordeel = "niet declarabel"
    minuten = Decimal(0) if oordeel == "niet declarabel" else invoer.verloren_minuten
    post = prijs_van_minuten(tender, invoer.perceel, invoer.wat, minuten)
    keer = f"{invoer.al_gedeclareerd} van hoogstens {per_jaar.waarde} keer per jaar gebruikt"
    return Uitkomst(
        rekentool="no_show_ambulant",
        antwoord=_antwoord(oordeel, minuten, post),
        invoer=invoer.model_dump(),
        waarden={
            "oordeel": oordeel,
            "minuten": minuten,
            "bedrag": post.bedrag if post else None,
            "over_dit_jaar": keren_over,
        },
        stappen=(
            stap_afzegging(invoer.uren_vooraf, afzegging),
            Stap("Aantal keer per jaar", keer, f"nog {keren_over} keer", per_jaar.vindplaats),
            Stap(
                "Verloren tijd",
                f"{kort(invoer.verloren_minuten)} van {kort(invoer.geplande_minuten)} geplande minuten",
                f"{kort(minuten)} minuten",
                "bijlage XIV",
            ),
            *((stap_prijs(post),) if post else ()),
        ),
        vindplaatsen=NO_SHOW_AMBULANT.vindplaatsen,
        opmerkingen=tuple(_opmerkingen(tender, invoer, oordeel)),
    )


def _antwoord(oordeel: Oordeel, minuten: Decimal, post: Post | None) -> str:
    bedrag = f" (€ {getal(post.bedrag, 2)})" if post else ""
    match oordeel:
        case "declarabel":
            return f"U mag {kort(minuten)} minuten als no-show declareren{bedrag}."
        case "overleggen":
            return f"Overleg eerst met de opdrachtgever over deze {kort(minuten)} minuten{bedrag}."
        case _:
            return "U mag hiervoor geen no-show declareren."


def _opmerkingen(tender: Tender, invoer: NoShowAmbulantInvoer, oordeel: Oordeel) -> Iterable[str]:
    if oordeel == "overleggen":
        yield twijfel(tender, GRENSGEVAL)
    if oordeel != "niet declarabel" and invoer.verloren_minuten == invoer.geplande_minuten:
        yield (
            "U geeft de hele geplande duur op. Dat mag niet standaard: de hulpverlener vult de vrije tijd "
            "met ander werk, en alleen wat dan nog verloren gaat, telt."
        )
    yield "No-show en late afzegging zijn hier samen geteld (§8.5.1 en bijlage XIV)."
    yield "Het document zegt niet of een jaar hier een kalenderjaar is, of twaalf maanden terug."
    yield "Voor dyslexie per minuut gelden dezelfde regels (bijlage XIV)."


NO_SHOW_AMBULANT = Rekentool(
    sleutel="no_show_ambulant",
    naam="No-show bij ambulante hulp",
    uitleg=(
        "Een cliënt komt niet, of zegt laat af. Mag u dat declareren, hoeveel minuten en hoe vaak nog dit "
        "jaar? Voor uren van tariefgroepen en voor dyslexie."
    ),
    vindplaatsen=("§8.5.1", "bijlage XIV"),
    invoer=NoShowAmbulantInvoer,
    reken=beoordeel_no_show,
    voorbeeld={
        "geplande_minuten": 60,
        "verloren_minuten": 25,
        "uren_vooraf": 3,
        "al_gedeclareerd": 1,
        "perceel": 2,
        "wat": "TG3",
    },
)
