"""Double denials, cases and labels that are no refusal, and promises that begin too late."""

from datetime import date

import pytest

from compliance.eisen import beperking, ontkenning


@pytest.mark.parametrize(
    ("zin", "weigert"),
    [
        ("Wij plaatsen, hoe spijtig ook, geen kinderen met epilepsie.", True),
        ("Kan een gezin dat niet, dan nemen wij de verwijzing niet aan.", True),
        ("Kunnen wij een verwijzing niet aannemen, dan bellen wij de verwijzer.", False),
        ("Niet geaccepteerde verwijzing", False),
        ("Het is niet zo dat een kind om zijn geloof wordt geweigerd.", False),
    ],
)
def test_refusal(zin: str, weigert: bool) -> None:
    assert ontkenning.weigert(zin) is weigert


def test_no_reason_not_to_is_a_promise() -> None:
    assert not ontkenning.ontkent("er is geen reden om de accountant niet zelf te betalen")


def test_questions_about_money_ask_none() -> None:
    assert not ontkenning.vraagt_geld("Vragen over de vergoeding beantwoordt het bureau.")


@pytest.mark.parametrize(
    ("zin", "later"),
    [
        ("Wij zullen in 2024 een samenwerking aangaan met een tolk.", True),
        ("In de loop van 2024 stappen wij over op een ander systeem.", True),
        ("In 2021 hebben wij een tolk gevonden.", False),
    ],
)
def test_begin_after_the_start(zin: str, later: bool) -> None:
    assert beperking.begint_na(zin, date(2023, 1, 1)) is later
