"""What the rekentool percelen asks."""

from typing import Annotated

from pydantic import Field

from knowledge.calculators.rekentool import Invoer
from knowledge.catalogue import Tender


class PercelenInvoer(Invoer):
    """A choice of percelen, with what would be offered in them as far as it is known."""

    percelen: tuple[Annotated[int, Field(ge=1)], ...] = Field(
        title="Percelen", description="nummers van de percelen waarop u wilt inschrijven", min_length=1
    )
    vormen: tuple[str, ...] = Field(
        (),
        title="Vormen van wonen en verblijf",
        description="wat u in perceel 8 wilt bieden, zoals gezinshuis; een gezinshuis heeft eigen regels",
    )
    voorzieningen: tuple[str, ...] = Field(
        (),
        title="Voorzieningen",
        description="codes van wat u in de percelen 6 t/m 9 levert, zoals MST, E of ED-behandeling; "
        "laat leeg als u dit nog niet weet",
    )
    gemeente: str = Field(
        "", title="Gemeente", description="de gemeente waarvoor u wilt werken; mag leeg blijven"
    )


def keuzes(tender: Tender) -> dict[str, list[tuple[str, str]]]:
    """The values that the tender knows, with a label."""
    geteld = {n for r in tender.combinatieregels if r.minstens_voorzieningen for n in r.percelen}
    return {
        "percelen": [(str(p.nummer), f"{p.nummer} {p.naam}") for p in tender.percelen],
        "vormen": [(v.sleutel, v.naam) for v in tender.vormen],
        "voorzieningen": [
            (code, f"{code} (perceel {p.nummer})")
            for p in tender.percelen
            if p.nummer in geteld
            for code in p.voorzieningen
        ],
        "gemeente": [(g, g) for g in tender.gemeenten],
    }
