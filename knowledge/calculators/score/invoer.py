"""What the rekentool score asks: the consensus scores of each bidder, and its places near the region."""

from typing import Literal

from pydantic import Field, model_validator

from knowledge.calculators.rekentool import Getal, Invoer

Terzijde = Literal["onvolledig", "uitsluitingsgrond", "geschiktheidseis", "voorwaarden of eisen"]
"""Why a bid is laid aside before it is scored (hoofdstuk 6, steps 1 and 2)."""


class Inschrijver(Invoer):
    """One bidder. The name of a field of scores is the end of the id of its criterium in the catalogue."""

    naam: str = Field(title="Naam", description="naam van de inschrijver", min_length=1, max_length=200)
    normaliseren: Getal | None = Field(
        default=None,
        title="Plan van aanpak",
        description="score 0 t/m 10 voor het plan van aanpak Normaliseren (perceel 9: ED)",
        ge=0,
        le=10,
    )
    aangepast: Getal | None = Field(
        default=None,
        title="Plan na aanpassing",
        description="score 0 t/m 10 nadat het plan één keer is aangepast; leeg als dat niet is gebeurd",
        ge=0,
        le=10,
    )
    afschalen: Getal | None = Field(
        default=None, title="Op- en afschalen", description="score 0 t/m 10, alleen perceel 4", ge=0, le=10
    )
    doelgroepen: Getal | None = Field(
        default=None,
        title="Meerdere doelgroepen",
        description="score 0 t/m 10, alleen perceel 4",
        ge=0,
        le=10,
    )
    locaties: Getal | None = Field(
        default=None,
        title="Locaties in de regio",
        description="score 0 t/m 10, alleen perceel 4; mag leeg bij genoeg plekken in of bij de regio",
        ge=0,
        le=10,
    )
    kleinschaligheid: Getal | None = Field(
        default=None, title="Kleinschaligheid", description="score 0 t/m 10, alleen perceel 4", ge=0, le=10
    )
    terzijde: Terzijde | None = Field(
        default=None,
        title="Terzijde gelegd",
        description="reden waarom de inschrijving niet inhoudelijk wordt beoordeeld; leeg als die er niet is",
    )


class Plekken(Invoer):
    """Places of a bidder on one location."""

    inschrijver: str = Field(
        title="Inschrijver", description="naam, zoals in de lijst van inschrijvers", min_length=1
    )
    aantal: int = Field(title="Plekken", description="aantal beschikbare plekken op deze locatie", ge=0)
    afstand: Getal = Field(
        title="Afstand tot de regio", description="kilometers hemelsbreed; 0 in de regio zelf", ge=0
    )


class ScoreInvoer(Invoer):
    perceel: int = Field(title="Perceel", description="nummer van het perceel: 1, 2, 3, 4, 5 of 9", ge=1)
    inschrijvers: tuple[Inschrijver, ...] = Field(
        title="Inschrijvers",
        description="de inschrijvers op dit perceel met hun consensusscores",
        min_length=1,
        max_length=200,
    )
    plekken: tuple[Plekken, ...] = Field(
        default=(),
        title="Plekken in of bij de regio",
        description="alleen perceel 4: per locatie het aantal plekken en de afstand",
        max_length=1000,
    )

    @model_validator(mode="after")
    def _namen(self) -> "ScoreInvoer":
        namen = [sleutel(i.naam) for i in self.inschrijvers]
        for inschrijver in self.inschrijvers:
            if namen.count(sleutel(inschrijver.naam)) > 1:
                raise ValueError(f"{inschrijver.naam} staat er meer dan één keer in.")
        for plek in self.plekken:
            if sleutel(plek.inschrijver) not in namen:
                raise ValueError(f"{plek.inschrijver} (bij de plekken) is geen van de inschrijvers.")
        return self


def sleutel(naam: str) -> str:
    """A name of a bidder without capitals and extra spaces, to find it back by."""
    return " ".join(naam.casefold().split())
