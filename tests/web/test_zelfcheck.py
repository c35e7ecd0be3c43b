"""A report as a to-do list: what to do first, how to mend it, and what got better."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.rapport import Bevinding, Bewijs, EisOordeel, Financieel, Rapport, StukOordeel
from knowledge.catalogue import load_tender
from web.services.herstel import BIJ_BEVINDING, bij_eis, bij_stuk, maanden_terug, norm_in_woorden, norm_tekst
from web.services.zelfcheck import maak_takenlijst, naar_u, vooruitgang

TENDER = load_tender()
KVK = "Het uittreksel is van 3 januari 2026 en daarmee op 4 december 2026 ouder dan 6 maanden (§5.2)."


def passage(bestand: str, pagina: int = 1) -> Bewijs:
    return Bewijs(bestand=bestand, pagina=pagina, citaat="x")


def rapport(
    eisen: tuple[EisOordeel, ...] = (),
    stukken: tuple[StukOordeel, ...] = (),
    bevindingen: tuple[Bevinding, ...] = (),
) -> Rapport:
    return Rapport(
        inschrijver="Gezinshuis De Linde",
        tender=TENDER.sleutel,
        peildatum="2026-12-04",
        percelen=(8,),
        vormen=("gezinshuis", "wonen"),
        intensiteiten=("D",),
        eisen=eisen,
        stukken=stukken,
        bevindingen=bevindingen,
        financieel=Financieel(),
    )


def eis(id_: str, status: str, *bewijs: Bewijs, tekst: str = "Niet gevonden: iets.") -> EisOordeel:
    return EisOordeel.model_validate(
        {"id": id_, "status": status, "bewijs": bewijs, "toelichting": tekst, "zekerheid": 0.8}
    )


def stuk(sleutel: str, status: str, bestand: str | None = None, tekst: str = "Zie het stuk.") -> StukOordeel:
    return StukOordeel.model_validate(
        {"sleutel": sleutel, "status": status, "bestand": bestand, "toelichting": tekst}
    )


def test_a_stuk_and_the_finding_about_it_are_one_point_with_one_way_to_mend_it() -> None:
    bevinding = Bevinding(
        soort="vervallen_document", ernst="herstelbaar", bewijs=(passage("kvk.pdf"),), toelichting=KVK
    )
    taken = maak_takenlijst(
        rapport((), (stuk("kvk_uittreksel", "verlopen", "kvk.pdf", KVK),), (bevinding,)), TENDER, ["kvk.pdf"]
    )
    (groep,) = taken.documenten
    (klus,) = groep.klussen
    assert klus.kop == "Uittreksel handelsregister (Kamer van Koophandel)"
    assert klus.herstel == ("Vraag een nieuw exemplaar aan. Het moet van 4 juni 2026 of later zijn.",)
    assert [sleutel for sleutel, _ in klus.passages] == ["bevinding-1-1"]


def test_by_document_and_what_comes_first_first() -> None:
    voorbehoud = Bevinding(
        soort="voorbehoud",
        ernst="knock-out",
        bewijs=(passage("plan.pdf"),),
        toelichting="De inschrijver wil.",
    )
    taken = maak_takenlijst(
        rapport(
            (
                eis("15", "deels", passage("werk.docx")),
                eis("12", "strijdig", passage("plan.pdf")),
                eis("1", "ontbreekt"),
            ),
            (stuk("uea", "ontbreekt"), stuk("jaarcijfers", "aanwezig", "cijfers.xlsx")),
            (voorbehoud,),
        ),
        TENDER,
        ["cijfers.xlsx", "plan.pdf", "werk.docx"],
    )
    assert [d.bestand for d in taken.documenten] == ["plan.pdf", "werk.docx"]
    assert [k.soort for k in taken.documenten[0].klussen] == ["eerst", "past-niet"]
    assert [d.bestand for d in taken.goed] == ["cijfers.xlsx"]
    assert [k.wat for k in taken.ontbreekt] == ["stuk uea"]
    assert [k.wat for k in taken.nergens] == ["eis 1"]
    assert taken.aantal == 5
    assert all(klus.herstel for klus in taken.klussen)


def test_one_sentence_can_take_away_many_points() -> None:
    zonder = "Niet gevonden in de stukken, en er is geen algemene akkoordverklaring."
    taken = maak_takenlijst(
        rapport(
            tuple(eis(n, "ontbreekt", tekst=zonder) for n in ("1", "5", "6")),
            (stuk("invulsjabloon", "aanwezig", "bijlage I.docx"),),
        ),
        TENDER,
        ["bijlage I.docx"],
    )
    (klus,) = taken.eerst
    assert klus.kop == "Ga akkoord met alle eisen"
    assert taken.documenten[0].bestand == "bijlage I.docx"


def test_what_got_better() -> None:
    eerst = rapport((eis("12", "strijdig", passage("a")), eis("1", "ontbreekt")), (stuk("uea", "ontbreekt"),))
    nu = rapport((eis("12", "deels", passage("a")), eis("5", "deels", passage("a"))))
    gang = vooruitgang(maak_takenlijst(eerst, TENDER, ["a"]), maak_takenlijst(nu, TENDER, ["a"]))
    uea = "Uniform Europees Aanbestedingsdocument (UEA)"
    assert [kop.partition(":")[0] for kop in gang.opgelost] == [uea, "Eis 1"]
    assert [kop.partition(":")[0] for kop in gang.beter] == ["Eis 12"]
    assert [kop.partition(":")[0] for kop in gang.nieuw] == ["Eis 5"]


@pytest.mark.parametrize("status", ["ontbreekt", "onvolledig", "verlopen"])
def test_every_stuk_has_a_way_to_mend_it(status: str) -> None:
    for een in TENDER.stukken:
        assert all(bij_stuk(stuk(een.sleutel, status), een, date(2026, 12, 4)))


@pytest.mark.parametrize("status", ["strijdig", "deels", "ontbreekt"])
def test_every_eis_has_a_way_to_mend_it(status: str) -> None:
    for een in TENDER.eisen:
        regels = bij_eis(eis(een.id, status), een, "plan.pdf")
        assert regels and all(regel[0].isupper() and regel.endswith(".") for regel in regels), een.id


def test_every_finding_has_a_way_to_mend_it() -> None:
    from typing import get_args

    from compliance.rapport import Soort

    assert set(BIJ_BEVINDING) == set(get_args(Soort))


def test_a_norm_in_words() -> None:
    norm = TENDER.eis("12").normen[0]
    assert norm_tekst(norm).startswith("De eis vraagt: ")
    assert "6 weken" in norm_tekst(norm)


def test_a_norm_of_which_the_moment_says_the_day_says_it_once() -> None:
    for eis in TENDER.eisen:
        for norm in eis.normen:
            words = norm_in_woorden(norm)
            assert not re.search(r"\d\d-\d\d|leeftijd in jaren", words), words
            assert not words.startswith("uiterlijk") or words.count("uiterlijk") == 1, words


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("De inschrijver is te laat.", "U bent te laat."),
        ("Hier noemt de inschrijver een prijs.", "Hier noemt u een prijs."),
        ("De inschrijving kan ongeldig zijn.", "Uw inschrijving kan ongeldig zijn."),
    ],
)
def test_said_to_the_bidder(tekst: str, verwacht: str) -> None:
    assert naar_u(tekst) == verwacht


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 120))
def test_months_back(dag: date, maanden: int) -> None:
    terug = maanden_terug(dag, maanden)
    assert (dag.year - terug.year) * 12 + dag.month - terug.month == maanden
    assert terug.day == dag.day or (terug.day < dag.day and (terug.day >= 28))
