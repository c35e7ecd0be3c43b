"""What all rekentools share: reading input, and messages that name the field."""

from decimal import Decimal

import pytest
from pydantic import Field

from knowledge.calculators.rekentool import Datum, Getal, Invoer, lees_invoer
from knowledge.errors import InvoerFout


class Regel(Invoer):
    uren: Getal = Field(title="Uren per week", ge=0)


class Voorbeeld(Invoer):
    aantal: Getal = Field(title="Aantal", ge=1)
    dag: Datum = Field(title="Dag")
    medewerkers: tuple[Regel, ...] = Field(title="Medewerkers", min_length=1)
    extra: Getal | None = Field(None, title="Extra")


GOED = {"aantal": "1.234,5", "dag": "31-12-2023", "medewerkers": [{"uren": "3,5"}], "extra": 2.5}


def test_dutch_numbers_and_dates_are_read() -> None:
    read = lees_invoer(Voorbeeld, GOED)
    assert (read.aantal, read.dag.isoformat()) == (Decimal("1234.5"), "2023-12-31")
    assert (read.medewerkers[0].uren, read.extra) == (Decimal("3.5"), Decimal("2.5"))


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("aantal", "veel", "Aantal: dit is geen getal."),
        ("aantal", "0,5", "Aantal: moet 1 of meer zijn."),
        ("dag", "31-02-2023", "Dag: dit is geen datum; schrijf bijvoorbeeld 31-12-2023."),
        ("medewerkers", [{"uren": -1}], "Medewerkers, regel 1, Uren per week: moet 0 of meer zijn."),
        ("medewerkers", [], "Medewerkers: geef er minstens 1."),
        ("extra", "x", "Extra: dit is geen getal."),
        ("onbekend", 1, "onbekend: dit veld bestaat niet."),
    ],
)
def test_a_wrong_field_is_named(veld: str, waarde: object, melding: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        lees_invoer(Voorbeeld, {**GOED, veld: waarde})
    assert fout.value.fouten == (melding,)


def test_every_wrong_field_is_named_at_once() -> None:
    with pytest.raises(InvoerFout) as fout:
        lees_invoer(Voorbeeld, {"aantal": "x", "dag": "y"})
    assert len(fout.value.fouten) == 3
