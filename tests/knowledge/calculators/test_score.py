"""Scores and ranking of §6.1: weights, the minimum, the places near the region, and who are chosen."""

import random
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.score import SCORE
from knowledge.calculators.score.criteria import criteria_van, veld_van, wegingen
from knowledge.calculators.score.invoer import Inschrijver
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout

TENDER = load_tender()
DELEN = ("normaliseren", "afschalen", "doelgroepen", "locaties", "kleinschaligheid")


def bod(naam: str, *scores: float | str | None, **rest: Any) -> dict[str, Any]:
    """A bidder on perceel 4 with its five scores, or one score for all."""
    given_ = scores * 5 if len(scores) == 1 else scores
    return {"naam": naam, **dict(zip(DELEN, given_, strict=False)), **rest}


def reken(*inschrijvers: dict[str, Any], perceel: int = 4, plekken: Sequence[Any] = ()) -> Uitkomst:
    rows = [{"inschrijver": n, "aantal": a, "afstand": km} for n, a, km in plekken]
    return SCORE.uit_gegevens(
        TENDER, {"perceel": perceel, "inschrijvers": list(inschrijvers), "plekken": rows}
    )


def uitslag(uitkomst: Uitkomst) -> dict[str, tuple[int | None, Decimal | None, str]]:
    return {u["naam"]: (u["rang"], u["eindcijfer"], u["plaatsing"]) for u in uitkomst.waarden["uitslag"]}


def cijfer(*scores: float | str, **rest: Any) -> Decimal | None:
    return uitslag(reken(bod("A", *scores), **rest))["A"][1]


@pytest.mark.parametrize(
    ("scores", "eind"),
    [
        ((6, 0, 0, 0, 0), "3"), ((6, 10, 0, 0, 0), "5"), ((6, 0, 10, 0, 0), "4"), ((6, 0, 0, 10, 0), "4"),
        ((6, 0, 0, 0, 10), "4"), ((10, 10, 10, 10, 10), "10"), ((8, 6, 8, 6, 10), "7.6"),
        ((6, 2, 2, 2, 2), "4"),
    ],
)  # fmt: skip
def test_weights_of_perceel_4(scores: tuple[int, ...], eind: str) -> None:
    assert cijfer(*scores) == Decimal(eind)


def test_weights_are_those_of_the_catalogue() -> None:
    weights = {veld_van(c): wegingen(TENDER, c) for c in criteria_van(TENDER, 4)}
    assert weights == {
        "normaliseren": (50,), "afschalen": (40, 50), "doelgroepen": (20, 50), "locaties": (20, 50),
        "kleinschaligheid": (20, 50),
    }  # fmt: skip


def test_every_criterium_has_a_field() -> None:
    for perceel in (1, 2, 3, 4, 5, 9):
        assert {veld_van(c) for c in criteria_van(TENDER, perceel)} <= set(Inschrijver.model_fields)


@pytest.mark.parametrize("perceel", [1, 2, 3, 4, 5, 9])
@pytest.mark.parametrize(
    ("eerste", "tweede", "stand"),
    [
        (6, None, "goed"), ("5,99", None, "mag plan aanpassen"), (4, None, "mag plan aanpassen"),
        (4, 6, "goed"), (4, "5,99", "afgewezen"), (0, 4, "afgewezen"), (8, 2, "goed"),
    ],
)  # fmt: skip
def test_the_minimum_and_the_one_change(perceel: int, eerste: Any, tweede: Any, stand: str) -> None:
    gevonden = uitslag(reken(bod("A", eerste, 8, 8, 8, 8, aangepast=tweede), perceel=perceel))["A"][2]
    if stand == "goed":
        stand = "gekozen" if perceel == 4 else "komt in aanmerking"
    assert gevonden == stand


def test_the_score_after_the_change_counts_only_where_it_was_needed() -> None:
    assert cijfer(6, 0, 0, 0, 0) == 3
    assert uitslag(reken(bod("A", 4, 0, 0, 0, 0, aangepast=10)))["A"][1] == 5
    uitkomst = reken(bod("A", 6, 0, 0, 0, 0, aangepast=10))
    assert uitslag(uitkomst)["A"][1] == 3
    assert "telt niet" in " ".join(uitkomst.opmerkingen)


def test_only_the_plan_has_a_minimum() -> None:
    assert uitslag(reken(bod("A", 6, 0, 0, 0, 0)))["A"] == (1, Decimal(3), "gekozen")


@pytest.mark.parametrize(
    ("plekken", "hoogste"),
    [
        ((("A", 10, 0),), True), ((("A", 9, 0),), False), ((("A", 10, 15),), True),
        ((("A", 10, "15,01"),), False), ((("A", 6, 0), ("A", 4, "14,9")), True),
        ((("A", 6, 0), ("A", 4, 16)), False), ((("a ", 10, 3),), True), ((("B", 10, 0),), False), ((), False),
    ],
)  # fmt: skip
def test_places_in_or_near_the_region(plekken: tuple[Any, ...], hoogste: bool) -> None:
    uitkomst = reken(bod("A", 6, 0, 0, 2, 0), bod("B", 6, 0, 0, 0, 0), plekken=plekken)
    assert uitslag(uitkomst)["A"][1] == (Decimal("4") if hoogste else Decimal("3.2"))
    assert ("2 telt niet" in " ".join(uitkomst.opmerkingen)) == hoogste


def test_enough_places_stand_in_for_a_missing_score() -> None:
    assert uitslag(reken(bod("A", 6, 0, 0, None, 0), plekken=[("A", 10, 0)]))["A"][1] == 4
    with pytest.raises(InvoerFout, match="A, Locaties in de regio: vul de score voor perceel 4 in"):
        reken(bod("A", 6, 0, 0, None, 0), plekken=[("A", 9, 0)])


def test_at_most_five_are_chosen() -> None:
    uitkomst = reken(*(bod(naam, 6, score, 6, 6, 6) for naam, score in zip("ABCDEFG", range(7), strict=True)))
    assert uitkomst.waarden["gekozen"] == ["G", "F", "E", "D", "C"]
    assert uitslag(uitkomst)["B"][::2] == (6, "niet gekozen")
    assert uitkomst.waarden["gelijke_stand"] == []


def test_a_tie_on_the_last_place_is_left_open() -> None:
    beter = [bod(naam, 10) for naam in "ABCD"]
    uitkomst = reken(*beter, bod("E", 8), bod("F", 8), bod("G", 6))
    assert uitkomst.waarden["gekozen"] == list("ABCD")
    assert uitkomst.waarden["gelijke_stand"] == ["E", "F"]
    assert (uitslag(uitkomst)["E"][0], uitslag(uitkomst)["F"][0], uitslag(uitkomst)["G"][0]) == (5, 5, 7)
    assert "gelijke stand" in " ".join(uitkomst.opmerkingen)


def test_a_tie_that_fits_is_no_trouble() -> None:
    uitkomst = reken(*(bod(naam, 8) for naam in "ABCDE"), bod("F", 6))
    assert uitkomst.waarden["gekozen"] == list("ABCDE")
    assert uitslag(uitkomst)["F"] == (6, Decimal(6), "niet gekozen")


def test_six_that_are_equal_are_all_open() -> None:
    uitkomst = reken(*(bod(naam, 8) for naam in "ABCDEF"))
    assert uitkomst.waarden["gekozen"] == []
    assert uitkomst.waarden["gelijke_stand"] == list("ABCDEF")


@pytest.mark.parametrize(
    "reden", ["onvolledig", "uitsluitingsgrond", "geschiktheidseis", "voorwaarden of eisen"]
)
def test_who_is_laid_aside_is_not_scored(reden: str) -> None:
    uitkomst = reken(bod("A", 10, terzijde=reden), bod("B", 6), {"naam": "C", "terzijde": reden})
    assert uitslag(uitkomst)["A"] == (None, None, "terzijde gelegd")
    assert uitkomst.waarden["gekozen"] == ["B"]
    assert {s.vindplaats for s in uitkomst.stappen if s.uitkomst == reden} == {"hoofdstuk 6"}
    assert "hoofdstuk 6" in uitkomst.vindplaatsen


def test_who_may_change_its_plan_leaves_the_ranking_open() -> None:
    uitkomst = reken(bod("A", 6), {"naam": "B", "normaliseren": 4})
    assert uitkomst.waarden["voorlopig"]
    assert "B mag het plan nog één keer aanpassen" in uitkomst.antwoord
    assert not reken(bod("A", 6)).waarden["voorlopig"]


def test_a_perceel_without_a_limit_takes_whoever_reaches_the_minimum() -> None:
    goed = [{"naam": f"N{n}", "normaliseren": 6} for n in range(9)]
    uitkomst = reken(*goed, {"naam": "Z", "normaliseren": 4, "aangepast": 4}, perceel=1)
    assert len(uitkomst.waarden["gekozen"]) == 9
    assert uitslag(uitkomst)["Z"][2] == "afgewezen"


def test_scores_outside_the_table_are_pointed_out() -> None:
    uitkomst = reken(bod("A", 7, 8, 8, 8, "8,5"))
    assert [(v["onderdeel"], v["score"]) for v in uitkomst.waarden["buiten_schaal"]] == [
        ("Plan van aanpak", 7), ("Kleinschaligheid", Decimal("8.5"))
    ]  # fmt: skip
    assert "staat niet in de scoretabel" in uitkomst.opmerkingen[0]
    assert reken(bod("A", 8)).waarden["buiten_schaal"] == []


def test_scores_that_a_perceel_does_not_ask_are_told() -> None:
    uitkomst = reken(bod("A", 6, 8), perceel=9, plekken=[("A", 10, 0)])
    assert (
        "Niet meegeteld bij perceel 9: Op- en afschalen, Plekken in of bij de regio." in uitkomst.opmerkingen
    )


@pytest.mark.parametrize(
    ("gegevens", "melding"),
    [
        ({"perceel": 6, "inschrijvers": [bod("A", 6)]}, "Voor perceel 6 is geen plan van aanpak nodig"),
        ({"perceel": 12, "inschrijvers": [bod("A", 6)]}, "Perceel 12 bestaat niet."),
        ({"perceel": 4, "inschrijvers": []}, "Inschrijvers: geef er minstens 1."),
        ({"perceel": 4, "inschrijvers": [bod("A", 11)]}, "Inschrijvers, regel 1, Plan van aanpak: mag"),
        ({"perceel": 4, "inschrijvers": [bod("A", 6), bod(" a", 6)]}, "Invoer: A staat er meer dan één keer"),
        ({"perceel": 4, "inschrijvers": [{"naam": "A"}]}, "A, Plan van aanpak: vul de score"),
        (
            {
                "perceel": 4, "inschrijvers": [bod("A", 6)],
                "plekken": [{"inschrijver": "X", "aantal": 1, "afstand": 0}],
            },
            "Invoer: X (bij de plekken) is geen van de inschrijvers.",
        ),
    ],
)  # fmt: skip
def test_bad_input_is_one_clear_line(gegevens: dict[str, Any], melding: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        SCORE.uit_gegevens(TENDER, gegevens)
    assert str(fout.value).startswith(melding)


punten = st.sampled_from([0, 2, 4, 6, 8, 10])
velden = st.lists(st.tuples(punten, punten, punten, punten, punten), min_size=1, max_size=9)


@given(velden, st.randoms())
def test_the_order_of_the_input_does_not_matter(scores: list[tuple[int, ...]], anders: random.Random) -> None:
    rows = [bod(f"N{n}", *s) for n, s in enumerate(scores)]
    shuffled = list(rows)
    anders.shuffle(shuffled)
    assert reken(*shuffled).waarden == reken(*rows).waarden


@given(velden, st.sampled_from(DELEN), st.data())
def test_a_higher_score_never_costs_a_place(
    scores: list[tuple[int, ...]], deel: str, data: st.DataObject
) -> None:
    rows = [bod(f"N{n}", *s) for n, s in enumerate(scores)]
    hoger = data.draw(st.sampled_from([p for p in (0, 2, 4, 6, 8, 10) if p >= rows[0][deel]]))
    voor = uitslag(reken(*rows))["N0"]
    na = uitslag(reken(rows[0] | {deel: hoger}, *rows[1:]))["N0"]
    if voor[0] is not None and voor[1] is not None:
        assert na[0] is not None and na[0] <= voor[0]
        assert na[1] is not None and na[1] >= voor[1]
        orde = ("niet gekozen", "gelijke stand", "gekozen")
        assert orde.index(na[2]) >= orde.index(voor[2])


@given(velden)
def test_who_are_chosen(scores: list[tuple[int, ...]]) -> None:
    uitkomst = reken(*(bod(f"N{n}", *s) for n, s in enumerate(scores)))
    gevonden = uitslag(uitkomst)
    gekozen, gelijk = uitkomst.waarden["gekozen"], uitkomst.waarden["gelijke_stand"]
    geteld = [c for _, c, _ in gevonden.values() if c is not None]
    assert len(gekozen) <= 5
    assert len(gekozen) + len(gelijk) >= min(5, len(geteld))
    assert (len(gekozen) == min(5, len(geteld))) == (not gelijk)
    for naam, (_, c, plaatsing) in gevonden.items():
        if c is None:
            assert plaatsing == "mag plan aanpassen"
            assert scores[int(naam[1:])][0] < 6
        else:
            assert 3 <= c <= 10
            assert all(c >= d for _, d, p in gevonden.values() if d is not None and p == "niet gekozen") or (
                plaatsing == "niet gekozen"
            )
