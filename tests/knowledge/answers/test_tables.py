"""Table questions come exactly from the catalogue."""

import pytest

from knowledge.answers.question import lees_vraag
from knowledge.answers.tables import zoek_feit
from knowledge.answers.tables.functies import find_functions
from knowledge.calculators.getal import euro
from knowledge.catalogue import load_tender

TENDER = load_tender()


def fact(question: str) -> tuple[str, str]:
    found = zoek_feit(lees_vraag(question), TENDER)
    assert found is not None, question
    return found.antwoord, found.vindplaats


def test_every_minute_tariff_by_number() -> None:
    for price in TENDER.tarieven:
        if price.tariefgroep is not None:
            answer, place = fact(f"Wat is het tarief van TG{price.tariefgroep} in perceel {price.perceel}?")
            assert euro(price.bedrag) in answer and place == price.vindplaats
            assert answer.count("€") == 1


def test_every_level_by_its_letter_and_back_by_its_amount() -> None:
    for level in TENDER.intensiteiten:
        if level.soort == "groepsaanbod":
            question = f"Wat kost een uur groepsaanbod {level.code}?"
        elif level.soort == "ggz":
            question = f"Wat kost tariefklasse {level.code[-1]} per etmaal?"
        else:
            question = f"Wat kost een etmaal op intensiteit {level.code}?"
        assert euro(level.tarief) in fact(question)[0]
        assert level.naam in fact(f"Welke intensiteit kost {euro(level.tarief)}?")[0]


@pytest.mark.parametrize("function", TENDER.functies, ids=lambda f: f"{f.naam}-{f.tariefgroep}")
def test_every_function_gives_its_tariefgroep(function: object) -> None:
    naam, group = function.naam, function.tariefgroep  # type: ignore[attr-defined]
    groups = {
        f.tariefgroep for f in find_functions(f"In welke tariefgroep valt een {naam}?", TENDER.functies)
    }
    assert group in groups


@pytest.mark.parametrize(
    ("question", "holds", "place"),
    [
        ("In welke tariefgroep valt een gz psycholoog?", "TG5", "bijlage XII"),
        ("In welke tariefgroep zit een logopediste?", "TG3", "bijlage XII"),
        ("Wat is het minuuttarief van een psychiater bij GGZ 2?", "3,39", "§8.5.1"),
        ("Wat is het minuuttarief voor tariefgroep 5 bij een systeemaanbieder?", "1,96", "§8.5.1"),
        ("Wat is het tarief van een orthopedagoog in perceel 1?", "TG4", "§8.5.1"),
        ("Wat kost ZIT?", "11.789", "§8.5.4"),
        ("Welk groepsaanbod hoort bij een begeleidingsintensiteit van 0,30?", "middelzwaar", "§8.5.3"),
        ("Wat is de hoogste intensiteit voor een gezinshuis?", "intensiteit E", "§9.5"),
        ("Mag TG3 in een duurzaam budget?", "nee", "bijlage XII"),
        ("Mag groepsaanbod zwaar binnen een duurzaam budget?", "niet", "§8.5.3"),
    ],
)
def test_facts(question: str, holds: str, place: str) -> None:
    answer, found = fact(question)
    assert holds in answer
    assert found == place


@pytest.mark.parametrize(
    "question",
    [
        "Wat is het tarief voor jeugdreclassering?",
        "Hoe lang zit een kind in een groep?",
        "Wat verdient een psychiater per maand in perceel 2?",
        "In welke tariefgroep valt een loodgieter?",
        "Hoeveel uur begeleiding per jaar zit in het pleegzorgtarief?",
    ],
)
def test_other_questions_are_not_for_the_tables(question: str) -> None:
    assert zoek_feit(lees_vraag(question), TENDER) is None


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("Wat kost een plek op J per maand?", ("409,56", "12.286,80", "12.696,36")),
        ("wat kost een plek op j per week?", ("2.866,92",)),
        ("Wat kost 10 dagen op intensiteit E?", ("2.125,50",)),
        ("Wat kost TG5 in perceel 2 per uur?", ("1,96", "117,60")),
        ("Wat kost een dag groepsaanbod middel van 6 uur?", ("18,73", "112,38")),
    ],
)
def test_a_price_over_a_period_is_worked_out(question: str, amounts: tuple[str, ...]) -> None:
    answer, _ = fact(question)
    assert all(amount in answer for amount in amounts), answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("In welke tariefgroep valt een logopediste?", "Logopedist valt in TG3"),
        ("In welke tariefgroep zit een klinisch psychologe?", "Klinisch psycholoog valt in TG6"),
        (
            "In welke tariefgroep valt een systeemtherapeutische werkster?",
            "Deze functie staat niet in bijlage XII; het meest lijkt erop: Systeemtherapeutisch werker",
        ),
    ],
)
def test_a_function_that_is_not_listed_is_told_to_be_the_nearest(question: str, told: str) -> None:
    assert fact(question)[0].startswith(told)
