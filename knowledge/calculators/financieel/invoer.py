"""What the rekentool financiële draagkracht asks: the rows of bijlage XVI, a year each."""

from pydantic import Field, model_validator

from knowledge.calculators.rekentool import Getal, Invoer


class Jaarcijfers(Invoer):
    """The figures of one year; a row that is not asked of that year (n.v.t.) stays None."""

    jaar: int = Field(title="Jaar", description="boekjaar, of het jaar van de prognose", ge=1990, le=2100)
    resultaat: Getal | None = Field(None, title="Resultaat", description="euro over het boekjaar")
    omzet: Getal | None = Field(None, title="Omzet", description="euro over het boekjaar", ge=0)
    eigen_vermogen: Getal | None = Field(
        None, title="Totaal eigen vermogen", description="euro aan het eind van het boekjaar"
    )
    activa: Getal | None = Field(
        None, title="Totaal activa", description="euro aan het eind van het boekjaar", ge=0
    )
    vlottende_activa: Getal | None = Field(
        None, title="Totaal vlottende activa", description="euro aan het eind van het boekjaar"
    )
    liquide_middelen: Getal | None = Field(
        None, title="Liquide middelen", description="euro aan het eind van het boekjaar"
    )
    kortlopende_schulden: Getal | None = Field(
        None,
        title="Totaal overige kortlopende schulden",
        description="euro aan het eind van het boekjaar",
        ge=0,
    )


class FinancieelInvoer(Invoer):
    jaren: tuple[Jaarcijfers, ...] = Field(
        (),
        title="Jaarcijfers",
        description="de jaren die er zijn; een startende organisatie mag jaren weglaten",
        max_length=30,
        json_schema_extra={"kolom_per": "jaar"},
    )
    continuiteit_negatief: bool = Field(
        False,
        title="Negatieve continuïteitsverwachting",
        description="staat er een negatieve verwachting over de continuïteit in de jaarrekening?",
    )
    ondernemer: bool = Field(
        False,
        title="Inkomen uit de winst",
        description="haalt een ondernemer zijn inkomen uit de winst van deze organisatie?",
    )

    @model_validator(mode="after")
    def _elk_jaar_een_keer(self) -> "FinancieelInvoer":
        years = [j.jaar for j in self.jaren]
        if twice := sorted({y for y in years if years.count(y) > 1}):
            raise ValueError(f"het jaar {twice[0]} staat er twee keer in.")
        return self
