"""What the rekentool begeleidingsintensiteit asks: one group with its roster."""

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from knowledge.calculators.intensiteit.banden import met_band
from knowledge.calculators.intensiteit.roosteruren import Urensoort
from knowledge.calculators.rekentool import Getal, Invoer
from knowledge.calculators.velden import KeuzesUit
from knowledge.catalogue import Tender

GROEPSAANBOD = "groepsaanbod"


def vormen(tender: Tender) -> tuple[str, ...]:
    """groepsaanbod, and the vormen of which hours decide the level (not pleegzorg and ggz)."""
    bands = {i.code for i in met_band(tender.intensiteiten, "verblijf")}
    return (GROEPSAANBOD, *(v.sleutel for v in tender.vormen if bands & set(v.intensiteiten)))


Procent = Annotated[Getal, AfterValidator(lambda value: value * 100 if 0 < value <= 1 else value)]
"""A percentage; a share of 1 or less, as a workbook holds 95%, is read as one."""


class Urenregel(Invoer):
    functie: str = Field(
        title="Functie of dienst",
        description="bijvoorbeeld groepsbegeleider, late dienst of gedragswetenschapper",
        min_length=1,
        max_length=200,
    )
    soort: Urensoort | None = Field(
        None, title="Telt als", description="laat leeg: dan volgt het uit de functie of dienst"
    )
    uren: Getal = Field(
        title="Uren per week",
        description="netto roosteruren per week; bij groepsaanbod alleen die tijdens de openingsuren",
        ge=0,
        le=10_000,
        json_schema_extra={"delen": ["ma", "di", "wo", "do", "vr", "za", "zo"]},
    )
    groepen: int = Field(
        1,
        title="Verdeeld over groepen",
        description="aantal groepen waarvoor deze uren tegelijk zijn, bij één groep 1",
        ge=1,
        le=100,
    )


class Deelgroep(Invoer):
    aantal: int = Field(title="Aantal jeugdigen", description="met deze intensiteit", ge=1, le=1000)
    intensiteit: Getal = Field(
        title="Begeleidingsintensiteit", description="uren per jeugdige per etmaal", gt=0, le=24
    )


class IntensiteitInvoer(Invoer):
    groep: str = Field(
        "", title="Naam van de groep", description="alleen om de groep te herkennen", max_length=200
    )
    vorm: Annotated[str, KeuzesUit(vormen)] = Field(
        title="Vorm", description="groepsaanbod, of de vorm van wonen of verblijf"
    )
    plaatsen: Getal = Field(
        title="Groepsgrootte", description="aantal jeugdigen of plaatsen", gt=0, le=10_000
    )
    openingsuren: Getal | None = Field(
        None,
        title="Openingsuren per week",
        description="uren per week dat de groep open is, alleen bij groepsaanbod",
        gt=0,
        le=168,
    )
    vaste_begeleiders: Getal | None = Field(
        None,
        title="Vaste groepsbegeleiders",
        description="aantal dat alle openingsuren aanwezig is, alleen bij groepsaanbod; "
        "noem hun uren dan niet nog eens bij de uren",
        ge=0,
        le=1000,
    )
    odc_kdc: bool = Field(
        False, title="ODC of KDC", description="alleen bij groepsaanbod: daar tellen alle betrokkenen mee"
    )
    bezettingsgraad: Procent | None = Field(
        None,
        title="Bezettingsgraad",
        description="procent, bij wonen en verblijf; leeg: de laagste waarmee u mag rekenen",
        gt=0,
        le=100,
    )
    crisisgroep: bool = Field(
        False, title="Crisisgroep", description="voor een crisisgroep geldt geen laagste bezettingsgraad"
    )
    voltijd_uren: Getal | None = Field(
        None,
        title="Uren van een voltijd gezinshuisouder",
        description="uren per week; alleen bij een gezinshuis of zorgboerderij, om met het model van "
        "het tarief te vergelijken",
        gt=0,
        le=168,
    )
    uren: tuple[Urenregel, ...] = Field(
        (), title="Roosteruren", description="één regel voor elke functie of dienst", max_length=500
    )
    jeugdigen: tuple[Deelgroep, ...] = Field(
        (),
        title="Jeugdigen per intensiteit",
        description="alleen bij wonen en verblijf, als er verschillende intensiteiten in één groep zijn",
        max_length=100,
    )

    @model_validator(mode="after")
    def _past_bij_elkaar(self) -> "IntensiteitInvoer":
        if self.vorm == GROEPSAANBOD:
            if self.bezettingsgraad is not None or self.crisisgroep or self.jeugdigen:
                raise ValueError(
                    "bezettingsgraad, crisisgroep en jeugdigen per intensiteit horen bij wonen en "
                    "verblijf; laat ze leeg bij groepsaanbod."
                )
            if self.openingsuren is None and (self.uren or self.vaste_begeleiders is None):
                raise ValueError("vul de openingsuren per week in.")
            if self.voltijd_uren is not None:
                raise ValueError("uren van een voltijd gezinshuisouder horen bij een gezinshuis.")
        elif self.openingsuren is not None or self.vaste_begeleiders is not None or self.odc_kdc:
            raise ValueError(
                "openingsuren, vaste groepsbegeleiders en ODC of KDC horen bij groepsaanbod; "
                "laat ze leeg bij wonen en verblijf."
            )
        if self.vorm != GROEPSAANBOD and not self.uren and not self.jeugdigen:
            raise ValueError("vul de roosteruren in.")
        return self
