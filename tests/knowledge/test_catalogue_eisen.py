"""The catalogue of eisen is complete, agrees with the scope table, and its norms can be compared."""

import csv
from datetime import date, time
from decimal import Decimal

import pytest

from knowledge.catalogue import load_tender
from knowledge.catalogue.models import Eis, Norm
from tests.shared import SHARED, needs_shared

ALLE_PERCELEN = tuple(range(1, 10))
EISEN = load_tender().eisen


def test_every_eis_stands_in_the_catalogue_once() -> None:
    expected = [*(str(n) for n in range(1, 110)), *"ABCDEFGHIJKL"]
    assert sorted(e.id for e in EISEN) == sorted(expected)


@needs_shared
def test_scope_and_addressee_agree_with_the_table() -> None:
    with (SHARED / "contract" / "eisen_bereik.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    table = {
        row["eis"]: (
            ALLE_PERCELEN if row["percelen"] == "alle" else tuple(int(p) for p in row["percelen"].split(",")),
            tuple(v for v in row["vorm"].split(",") if v),
            row["adressaat"],
        )
        for row in rows
    }
    assert {e.id: (e.percelen, e.vormen, e.adressaat) for e in EISEN} == table


@pytest.mark.parametrize("eis", EISEN, ids=lambda e: e.id)
def test_an_eis_can_be_found_and_cited(eis: Eis) -> None:
    assert eis.vindplaats == f"eis {eis.id}"
    assert eis.paragraaf.startswith("§")
    assert eis.samenvatting and eis.zoektermen


@pytest.mark.parametrize("eis", [e for e in EISEN if e.adressaat == "ON"], ids=lambda e: e.id)
def test_what_a_bidder_must_show_has_words_to_recognise_it_by(eis: Eis) -> None:
    verplicht = [o for o in eis.onderdelen if o.verplicht]
    assert verplicht, "nothing is asked of the bidder"
    assert all(o.termen for o in verplicht)
    assert len({o.sleutel for o in eis.onderdelen}) == len(eis.onderdelen)


@pytest.mark.parametrize("eis", EISEN, ids=lambda e: e.id)
def test_terms_are_written_in_the_notation(eis: Eis) -> None:
    termen = [t for o in eis.onderdelen for t in o.termen] + list(eis.tegendeel)
    termen += [t for n in eis.normen for t in n.termen]
    for term in termen:
        assert term == term.lower(), term
        assert all(part.strip() == part and part for part in term.split("+")), term


@pytest.mark.parametrize(
    "norm", [n for e in EISEN for n in e.normen], ids=lambda n: f"{n.grootheid[:40]} {n.waarde}"
)
def test_a_norm_has_a_value_of_its_unit(norm: Norm) -> None:
    if norm.eenheid == "datum":
        full = norm.waarde if norm.waarde.count("-") == 2 else f"2024-{norm.waarde}"
        date.fromisoformat(full)
    elif norm.eenheid == "tijdstip":
        time.fromisoformat(norm.waarde)
    else:
        assert Decimal(norm.waarde) > 0
