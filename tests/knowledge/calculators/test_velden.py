"""A form can be made of every rekentool's input model."""

from typing import Annotated, Literal

import pytest
from pydantic import Field

from knowledge.calculators.register import REKENTOOLS
from knowledge.calculators.rekentool import Datum, Getal, Invoer
from knowledge.calculators.velden import KeuzesUit, velden
from knowledge.catalogue import load_tender


class Rij(Invoer):
    functie: str = Field(title="Functie")
    uren: Getal = Field(title="Uren", description="uren per week")


class Alles(Invoer):
    soort: Literal["wonen", "verblijf"] = Field(title="Soort")
    aantal: int = Field(3, title="Aantal")
    dag: Datum | None = Field(None, title="Dag")
    crisis: bool = Field(False, title="Crisis")
    percelen: tuple[int, ...] = Field((), title="Percelen")
    rijen: tuple[Rij, ...] = Field((), title="Rijen")


def test_every_kind_of_field_is_told_apart() -> None:
    found = velden(Alles)
    assert [v.soort for v in found] == ["keuze", "geheel", "datum", "janee", "keuzes", "lijst"]
    assert [v.verplicht for v in found] == [True, False, False, False, False, False]
    assert found[0].keuzes == ("wonen", "verblijf")
    assert [(k.titel, k.soort, k.uitleg) for k in found[5].kolommen] == [
        ("Functie", "tekst", ""),
        ("Uren", "getal", "uren per week"),
    ]


def test_choices_come_from_the_tender_also_where_the_field_may_be_empty() -> None:
    class Keuze(Invoer):
        gemeente: Annotated[str | None, KeuzesUit(lambda tender: tender.gemeenten)] = Field(
            None, title="Gemeente"
        )

    (veld,) = velden(Keuze)
    assert (veld.soort, veld.verplicht) == ("keuze", False)
    assert veld.keuzes == load_tender().gemeenten


@pytest.mark.parametrize("tool", REKENTOOLS, ids=lambda t: t.sleutel)
def test_every_rekentool_has_titles_and_an_example_that_works(tool) -> None:  # type: ignore[no-untyped-def]
    def named(fields) -> bool:  # type: ignore[no-untyped-def]
        return all(v.titel != v.naam and named(v.kolommen) for v in fields)

    assert named(velden(tool.invoer))
    uitkomst = tool.uit_gegevens(load_tender(), tool.voorbeeld)
    assert uitkomst.antwoord and uitkomst.stappen and uitkomst.vindplaatsen
    assert uitkomst.rekentool == tool.sleutel
