"""Terms of the catalogue as dates: each from its norm, both sides of a limit, and found as people ask."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.termijnen.planning import PLANNING
from knowledge.calculators.termijnen.termijn import TERMIJN, zoek_termijn
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.calculators.velden import velden
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout

TENDER = load_tender()
TERMIJNEN = st.sampled_from(TENDER.termijnen)
DAGEN = st.dates(date(2015, 1, 1), date(2040, 12, 31))
TIJD = {"dag", "werkdag", "week", "maand", "jaar"}
GEEN_TERMIJN = {
    ("afwezigheid_verblijf", "afwezigheid zonder overleg"): "has a rekentool of its own",
    ("vragen_normaliseren", "jeugdige en gezin weer zonder hulp"): "a question of the plan, not a term",
}


def termijn(sleutel: str, datum: str, **meer: str) -> Uitkomst:
    return TERMIJN.uit_gegevens(TENDER, {"termijn": sleutel, "datum": datum, **meer})


def test_every_norm_in_time_is_a_term() -> None:
    held = {(t.van, t.grootheid) for t in TENDER.termijnen}
    eisen = {(f"eis {e.id}", n.grootheid) for e in TENDER.eisen for n in e.normen if n.eenheid in TIJD}
    regels = {(r.id, n.grootheid) for r in TENDER.regels for n in r.normen if n.eenheid in TIJD}
    assert (eisen | regels) - held == set(GEEN_TERMIJN)


def test_every_yearly_day_is_a_term() -> None:
    yearly = {
        (f"eis {e.id}", n.grootheid)
        for e in TENDER.eisen
        for n in e.normen
        if n.eenheid == "datum" and len(n.waarde) == 5
    }
    assert yearly and yearly <= {(t.van, t.grootheid) for t in TENDER.termijnen}


@pytest.mark.parametrize(
    ("sleutel", "datum", "dag"),
    [
        ("klacht", "01-03-2023", "2023-04-12"),
        ("dossier", "01-03-2023", "2023-03-29"),
        ("startbericht_305", "20-04-2023", "2023-04-28"),
        ("verwerking_315", "19-05-2023", "2023-05-26"),
        ("verlenging_317", "30-06-2023", "2023-05-05"),
        ("budget_317", "30-06-2023", "2023-05-05"),
        # 30 and 90 days after the month, whatever day in it was filled in.
        ("declaratie_323", "01-02-2023", "2023-03-30"),
        ("declaratie_323", "28-02-2023", "2023-03-30"),
        ("declaratie_verval", "15-01-2023", "2023-05-01"),
        ("declaratie_verval", "15-01-2024", "2024-04-30"),
        ("late_toewijzing", "01-01-2023", "2023-03-02"),
        ("hervatting", "31-10-2023", "2024-02-29"),
        ("toekomstplan_maken", "15-08-2006", "2023-02-15"),
        ("toekomstplan_bespreken", "15-08-2006", "2023-08-15"),
        ("crisis_vervolg", "07-04-2023", "2023-04-11"),
        ("herijking", "01-01-2023", "2023-09-30"),
        # "uiterlijk 1 maart" has the day itself, "voor 1 april" has not.
        ("productieverantwoording", "31-12-2023", "2024-03-01"),
        ("productieverantwoording", "01-01-2023", "2024-03-01"),
        ("controleverklaring", "30-06-2023", "2024-03-31"),
        ("klachtenrapportage", "30-06-2023", "2024-03-31"),
        ("looptijd_1_8", "01-01-2023", "2024-12-31"),
        ("langste_looptijd_1_8", "01-01-2023", "2030-12-31"),
        ("looptijd_9", "01-01-2023", "2023-12-31"),
        ("langste_looptijd_9", "01-01-2023", "2026-12-31"),
        ("contractstandaarden_vroegst", "01-02-2023", "2023-05-01"),
        ("gestanddoening", "18-07-2022", "2022-10-16"),
        ("herstel", "22-12-2022", "2022-12-30"),
        ("vervaltermijn", "03-10-2022", "2022-10-13"),
        ("bodemprocedure", "08-08-2022", "2022-11-06"),
        ("klacht_aanbesteding", "01-06-2022", "2022-06-29"),
        ("kvk_uittreksel", "18-07-2022", "2022-01-18"),
        ("gva", "18-07-2022", "2020-07-18"),
        ("referentie", "18-07-2022", "2019-07-18"),
    ],
)
def test_worked_terms(sleutel: str, datum: str, dag: str) -> None:
    assert termijn(sleutel, datum).waarden["dag"] == date.fromisoformat(dag)


def test_the_longest_contract_ends_as_the_perceel_says() -> None:
    for perceel, sleutel in ((1, "langste_looptijd_1_8"), (9, "langste_looptijd_9")):
        held = next(p.einde_uiterlijk for p in TENDER.percelen if p.nummer == perceel)
        assert termijn(sleutel, "01-01-2023").waarden["dag"] == held


@given(TERMIJNEN, DAGEN, st.integers(0, 400))
def test_a_later_event_never_ends_a_term_earlier(term: object, dag: date, later: int) -> None:
    sleutel = term.sleutel  # type: ignore[attr-defined]
    first = termijn(sleutel, dag.isoformat()).waarden["dag"]
    assert termijn(sleutel, (dag + timedelta(days=later)).isoformat()).waarden["dag"] >= first


@given(TERMIJNEN, DAGEN)
def test_every_term_tells_its_place_and_its_steps(term: object, dag: date) -> None:
    uitkomst = termijn(term.sleutel, dag.isoformat())  # type: ignore[attr-defined]
    assert uitkomst.vindplaatsen[0] in uitkomst.antwoord
    assert any(s.vindplaats for s in uitkomst.stappen)
    norm = TENDER.norm(term.van, term.grootheid)  # type: ignore[attr-defined]
    if norm.eenheid == "werkdag":
        assert uitkomst.waarden["werkdag"]


def test_an_evaluation_comes_back_every_six_months() -> None:
    uitkomst = termijn("evaluatie", "31-08-2023")
    days = [uitkomst.waarden["dag"], *uitkomst.waarden["herhalingen"]]
    # Counted from the start each time: the day of the month comes back after February.
    assert [d.isoformat() for d in days] == ["2024-02-29", "2024-08-31", "2025-02-28", "2025-08-31"]


def test_a_last_day_in_the_weekend_does_not_move_and_is_remarked() -> None:
    uitkomst = termijn("controleverklaring", "01-01-2023")
    assert uitkomst.waarden["dag"] == date(2024, 3, 31)
    remark = next(o for o in uitkomst.opmerkingen if "Algemene termijnenwet" in o)
    assert "eerste paasdag" in remark and "donderdag 28 maart 2024" in remark


def test_both_terms_for_declaring_are_told() -> None:
    for sleutel in ("declaratie_323", "declaratie_verval"):
        assert any("30 dagen als norm, 90 dagen" in o for o in termijn(sleutel, "01-02-2023").opmerkingen)


def test_counting_down() -> None:
    assert "over 5 dagen (4 werkdagen)" in termijn("305", "20-04-2023", peildatum="23-04-2023").antwoord
    assert "op de peildatum zelf" in termijn("305", "20-04-2023", peildatum="28-04-2023").antwoord
    past = termijn("305", "20-04-2023", peildatum="29-04-2023")
    assert "1 dag geleden" in past.antwoord and past.waarden["dagen_over"] == -1


@pytest.mark.parametrize(
    ("gevraagd", "sleutel"),
    [
        ("startbericht", "startbericht_305"),
        ("jw317", "verlenging_317"),
        ("Klacht van een jeugdige afhandelen", "klacht"),
        ("klachtafhandeling", "klacht"),
        ("dossier overdracht", "dossier"),
        ("accountantsverklaring", "controleverklaring"),
    ],
)
def test_a_term_is_found_as_people_ask(gevraagd: str, sleutel: str) -> None:
    assert zoek_termijn(TENDER, gevraagd).sleutel == sleutel


@pytest.mark.parametrize("termijn", TENDER.termijnen, ids=lambda t: t.sleutel)
def test_every_term_is_found_by_its_own_name(termijn) -> None:  # type: ignore[no-untyped-def]
    assert zoek_termijn(TENDER, termijn.naam) is termijn
    assert zoek_termijn(TENDER, termijn.sleutel) is termijn


def test_an_unknown_term_is_refused_with_the_nearest() -> None:
    with pytest.raises(InvoerFout, match=r"geen eigen termijn.*bijlage 3.*SAP"):
        zoek_termijn(TENDER, "stopbericht 307")
    with pytest.raises(InvoerFout, match="Contractstandaarden op zijn vroegst"):
        zoek_termijn(TENDER, "contractstandaarden")


def test_the_choices_of_the_form_are_those_of_the_catalogue() -> None:
    veld = velden(TERMIJN.invoer)[0]
    assert veld.soort == "keuze" and len(veld.keuzes) == len(TENDER.termijnen)


@pytest.mark.parametrize(
    ("datum", "eerste", "komend"),
    [
        ("18-07-2022", "2022-07-18", 7),
        ("19-07-2022", "2022-08-08", 6),
        ("01-01-2022", "2022-05-03", 19),
        ("01-01-2023", "2023-01-01", 1),
    ],
)
def test_what_is_due_on_a_day(datum: str, eerste: str, komend: int) -> None:
    waarden = PLANNING.uit_gegevens(TENDER, {"datum": datum}).waarden
    assert waarden["eerstvolgende"] == date.fromisoformat(eerste)
    assert len(waarden["komend"]) == komend
    assert len(waarden["komend"]) + len(waarden["voorbij"]) == len(TENDER.planning)


def test_after_the_last_moment_the_planning_is_past() -> None:
    uitkomst = PLANNING.uit_gegevens(TENDER, {"datum": "02-01-2023"})
    assert "voorbij" in uitkomst.antwoord and uitkomst.stappen
