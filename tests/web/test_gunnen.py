"""Consensus, thresholds, ranking, ties and the steps of an award."""

import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from tests.web.beoordeling import STRAKS, WAAROM, Beoordeling
from web.access import GeenToegang
from web.database import Database
from web.gunning.bewaren import bewaren_tot
from web.gunning.brieven import brieven_zip
from web.gunning.opzet import criteria_bij, tender_van, voorstel_dagen, weeggroepen
from web.gunning.spreiding import spreiding
from web.gunning.stap import Stapsoort
from web.gunning.uitslag import Uitslag, bereken, nog_te_doen
from web.models import Aanbesteding, Inschrijving, Logregel
from web.repositories import scores
from web.repositories.scores import Onderwerp
from web.services import consensus, gunnen
from web.services.aanbestedingen import GeenAanbesteding, Veldfouten
from web.services.consensus import Overleg
from web.services.gunnen import Stap
from web.services.toelating import Keuze, besluit

SCHAAL = (0, 2, 4, 6, 8, 10)
DAG = STRAKS.date()
BEWAAR = 1096


@pytest.fixture
def proef(database: Database, tmp_path: Path) -> Beoordeling:
    return Beoordeling(database, tmp_path)


def zet(proef: Beoordeling, perceel: int, soort: Stapsoort, **meer: object) -> None:
    velden: dict[str, object] = {"dag": DAG, "reden": "Zo is het besloten."}
    if soort is Stapsoort.BESLUIT:
        velden["bezwaar_tot"] = DAG + timedelta(days=20)
    stap = Stap(soort, **(velden | meer))  # type: ignore[arg-type]
    laat = STRAKS + timedelta(days=60)
    gunnen.zet_stap(proef.toegang, proef.lead, proef.id, perceel, stap, laat, BEWAAR)


def uitslag(proef: Beoordeling, perceel: int) -> Uitslag:
    return bereken(proef.stand(), perceel)


@given(st.lists(st.sampled_from(SCHAAL), min_size=1, max_size=6))
def test_spread(punten: list[int]) -> None:
    beeld = spreiding(punten, SCHAAL, Decimal(6))
    assert beeld.laagste <= beeld.midden <= beeld.hoogste
    assert not any(beeld.valt_buiten(p) for p in punten)
    if beeld.hoogste - beeld.laagste >= 4 or beeld.laagste < 6 <= beeld.hoogste:
        assert beeld.groot
    else:
        assert not beeld.groot and not any(beeld.afwijkend)
    assert [len(punten) > 2 and abs(p - beeld.midden) >= 4 for p in punten] == list(beeld.afwijkend)


def test_consensus_waits_for_all_and_a_large_spread_asks_for_a_reason(proef: Beoordeling) -> None:
    proef.open_met("Zorg A")
    proef.laat_toe(1)
    proef.wijs_aan(1)
    plan = Onderwerp(proef.boden["Zorg A"], 1, "normaliseren")
    proef.score(proef.a, plan, 4)
    proef.score(proef.b, plan, 8)
    with pytest.raises(InvoerFout, match="Nog niet iedereen"):
        proef.spreek_af(plan, 6)
    proef.score(proef.lead, plan, 8)
    with pytest.raises(Veldfouten) as fout:
        proef.spreek_af(plan, 8)
    assert [veld for veld, _ in fout.value.paren] == ["verschil"]
    with pytest.raises(Veldfouten) as fout:
        overleg = Overleg(10, "kort", "De eerste las bijlage II niet mee.", frozenset())
        consensus.leg_vast(proef.toegang, proef.lead, proef.id, plan, overleg, STRAKS)
    assert [veld for veld, _ in fout.value.paren] == ["motivering", "aanwezig"]
    proef.spreek_af(plan, 8, "De eerste las bijlage II niet mee.")
    proef.spreek_af(plan, 6, "Bij nader inzien ontbreekt de samenwerking.")
    with proef.database.session() as session:
        gegeven = scores.consensus_of(session, proef.id)
    assert [c.punten for c in gegeven] == [8, 6]
    assert proef.stand().consensus[plan].punten == 6
    assert gegeven[0].aanwezig == ["a", "b", "lead"]


def test_only_the_lead_decides(proef: Beoordeling) -> None:
    proef.open_met("Zorg A")
    with pytest.raises(GeenToegang):
        besluit(proef.toegang, proef.a, proef.id, proef.boden["Zorg A"], {}, STRAKS)
    stap = Stap(Stapsoort.VOORSTEL, DAG, WAAROM)
    with pytest.raises(GeenToegang):
        gunnen.zet_stap(proef.toegang, proef.a, proef.id, 1, stap, STRAKS, BEWAAR)


def test_a_plan_below_six_is_looked_at_once_more(proef: Beoordeling) -> None:
    proef.open_met("Zorg A", "Zorg B", "Zorg C")
    proef.laat_toe(1)
    proef.wijs_aan(1)
    proef.scoor("Zorg A", 1, [6])
    proef.scoor("Zorg B", 1, [4])
    assert nog_te_doen(proef.stand(), 1) == (
        "Zorg C: nog geen consensusscore voor Plan van aanpak Normaliseren.",
    )
    proef.scoor("Zorg C", 1, [2])
    plaatsen = {r.naam: r.plaatsing for r in uitslag(proef, 1).regels}
    mag = "mag plan aanpassen"
    assert plaatsen == {"Zorg A": "komt in aanmerking", "Zorg B": mag, "Zorg C": mag}
    # Who scored well may go on; the others have their second turn after that.
    zet(proef, 1, Stapsoort.VOORSTEL)
    zet(proef, 1, Stapsoort.BESLUIT)
    for naam, aangepast in (("Zorg B", True), ("Zorg C", False)):
        consensus.open_tweede_beurt(
            proef.toegang, proef.lead, proef.id, proef.boden[naam], 1, aangepast, "Op 5 september.", STRAKS
        )
    with pytest.raises(GeenAanbesteding):  # once
        consensus.open_tweede_beurt(
            proef.toegang, proef.lead, proef.id, proef.boden["Zorg C"], 1, True, "Nog eens.", STRAKS
        )
    assert "aangepaste plan" in nog_te_doen(proef.stand(), 1)[0]
    proef.scoor("Zorg B", 1, [8], ronde=2)
    assert {r.naam: r.plaatsing for r in uitslag(proef, 1).regels} == {
        "Zorg A": "komt in aanmerking", "Zorg B": "komt in aanmerking", "Zorg C": "afgewezen",
    }  # fmt: skip
    zet(proef, 1, Stapsoort.VOORSTEL)
    zet(proef, 1, Stapsoort.BESLUIT)
    assert set(proef.stand().gunning(1)[-1].gegund) == {proef.boden["Zorg A"], proef.boden["Zorg B"]}


def test_ranking_of_five_with_a_tie_that_a_person_decides(proef: Beoordeling) -> None:
    namen = [f"Zorg {letter}" for letter in "ABCDEFG"]
    proef.open_met(*namen)
    proef.laat_toe(4, *namen[:6])
    besluit(
        proef.toegang,
        proef.lead,
        proef.id,
        proef.boden["Zorg G"],
        {4: Keuze("geschiktheidseis", "Geen locatie in de regio.")},
        STRAKS,
    )
    proef.wijs_aan(4)
    for naam, plan in zip(namen[:6], (10, 10, 8, 8, 6, 6), strict=True):
        proef.scoor(naam, 4, [plan, 6, 6, 6, 6])
    gekregen = uitslag(proef, 4)
    assert [(r.naam, r.rang, r.eindcijfer, r.plaatsing) for r in gekregen.regels] == [
        ("Zorg A", 1, Decimal(8), "gekozen"),
        ("Zorg B", 1, Decimal(8), "gekozen"),
        ("Zorg C", 3, Decimal(7), "gekozen"),
        ("Zorg D", 3, Decimal(7), "gekozen"),
        ("Zorg E", 5, Decimal(6), "gelijke stand"),
        ("Zorg F", 5, Decimal(6), "gelijke stand"),
        ("Zorg G", None, None, "terzijde gelegd"),
    ]
    assert gekregen.te_kiezen == 1
    assert gekregen.regels[-1].reden == "Geen locatie in de regio."
    zet(proef, 4, Stapsoort.VOORSTEL)
    with pytest.raises(Veldfouten) as fout:
        zet(proef, 4, Stapsoort.BESLUIT)
    assert [veld for veld, _ in fout.value.paren] == ["gekozen", "vergelijking"]
    wint = frozenset({proef.boden["Zorg F"]})
    zet(proef, 4, Stapsoort.BESLUIT, gekozen=wint, vergelijking="Zij tonen meer kleinschalig verblijf.")
    gegund = set(proef.stand().gunning(4)[-1].gegund)
    assert gegund == {proef.boden[f"Zorg {letter}"] for letter in "ABCDF"}
    with pytest.raises(InvoerFout, match="ligt al een voorstel"):
        proef.spreek_af(Onderwerp(proef.boden["Zorg E"], 4, "ggz2_afschalen"), 10)
    with pytest.raises(Veldfouten, match="bezwaartermijn"):
        zet(proef, 4, Stapsoort.DEFINITIEF)
    zet(proef, 4, Stapsoort.DEFINITIEF, dag=DAG + timedelta(days=21))
    assert set(proef.stand().gunning(4)[-1].gegund) == gegund
    brieven = _brieven(proef, 4)
    assert len(brieven) == 7
    assert "definitief aan Zorg A" in brieven["Definitief gegund aan anderen perceel 4 Zorg E.docx"]
    assert "Uw scores" in brieven["Definitieve gunning perceel 4 Zorg F.docx"]
    assert not any("van plan" in tekst for tekst in brieven.values()), "nothing is a plan any more"
    with proef.database.session() as session:
        tot = {b.naam: b.bewaren_tot for b in session.query(Inschrijving)}
        delen = [r.deel for r in session.query(Logregel).filter_by(soort="gunning", handeling="besluiten")]
    # Of who gets a contract until seven years after its last day; nobody goes before the bid of a loser.
    assert tot["Zorg F"] and tot["Zorg F"].year >= DAG.year + 7
    assert tot["Zorg E"] == tot["Zorg G"] == bewaren_tot(None, DAG + timedelta(days=21), BEWAAR)
    assert delen[-3:] == ["perceel 4: voorstel", "perceel 4: besluit", "perceel 4: definitief"]


def _brieven(proef: Beoordeling, perceel: int) -> dict[str, str]:
    """By name of the file the words of each letter of the latest step."""
    stand = proef.stand()
    inhoud = brieven_zip(stand, stand.gunning(perceel)[-1], "Regio")
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bundel:
        brieven = {naam: docx.Document(io.BytesIO(bundel.read(naam))) for naam in bundel.namelist()}
    return {naam: "\n".join(a.text for a in brief.paragraphs) for naam, brief in brieven.items()}


def test_enough_places_near_the_region_give_the_highest_score(proef: Beoordeling) -> None:
    proef.open_met("Zorg A")
    plekken = (
        {"locatie": "Zwolle", "aantal": "8", "afstand": "0"},
        {"locatie": "Hattem", "aantal": "2", "afstand": "4,5"},
    )
    proef.laat_toe(4, plekken=plekken)
    proef.wijs_aan(4)
    proef.scoor("Zorg A", 4, [6, 6, 6, 2, 6])
    assert uitslag(proef, 4).regels[0].eindcijfer == Decimal("6.4")  # 10 for locaties: 0.5 x 0.2 x 4 more
    with pytest.raises(Veldfouten, match="locatie 1"):
        proef.laat_toe(4, plekken=({"locatie": "Zwolle", "aantal": "veel", "afstand": ""},))


def test_a_proposal_can_be_taken_back_and_made_anew(proef: Beoordeling) -> None:
    proef.open_met("Zorg A")
    proef.laat_toe(6)
    zet(proef, 6, Stapsoort.VOORSTEL)
    with pytest.raises(Veldfouten, match="Trek dat eerst in"):
        besluit(
            proef.toegang,
            proef.lead,
            proef.id,
            proef.boden["Zorg A"],
            {6: Keuze("onvolledig", "De begroting ontbreekt.")},
            STRAKS,
        )
    zet(proef, 6, Stapsoort.INGETROKKEN)
    besluit(
        proef.toegang,
        proef.lead,
        proef.id,
        proef.boden["Zorg A"],
        {6: Keuze("onvolledig", "De begroting ontbreekt.")},
        STRAKS,
    )
    zet(proef, 6, Stapsoort.VOORSTEL)
    assert [r.plaatsing for r in gunnen.vastgelegd(proef.stand(), 6).regels] == ["terzijde gelegd"]
    with pytest.raises(InvoerFout, match="kan nu niet"):
        zet(proef, 6, Stapsoort.DEFINITIEF)


def test_bidders_whose_names_are_alike_are_told_apart(proef: Beoordeling) -> None:
    proef.open_met("Zorg", "ZORG")
    proef.laat_toe(1)
    proef.wijs_aan(1)
    for naam in ("Zorg", "ZORG"):
        proef.scoor(naam, 1, [8])
    regels = uitslag(proef, 1).regels
    assert len({r.naam for r in regels}) == 2
    assert {r.inschrijving_id for r in regels} == set(proef.boden.values())


def test_days_of_the_planning_move_along_with_the_closing() -> None:
    tender = load_tender()
    zelfde = voorstel_dagen(tender, tender.sluiting)
    assert all(zelfde[m.id] == m.datum for m in tender.planning if m.id != "sluiting")
    later = voorstel_dagen(tender, date(2027, 5, 3))
    assert all(dag.weekday() < 5 for id_, dag in later.items() if id_ != "ingang")
    assert later["ingang"].day == 1
    assert later["voorgenomen_gunning"] < later["bezwaar_perceel_4"] < later["definitieve_gunning"]


def test_weights_of_the_tender_go_before_those_of_the_catalogue() -> None:
    wegingen = {"ggz2_normaliseren": "60", "ggz2_regionale_doelen": "40"}
    tender = tender_van(Aanbesteding(catalogus="ijsselland_2023", wegingen=wegingen))
    assert {c.id: c.weging for c in tender.criteria}["ggz2_normaliseren"] == 60
    assert [len(g.criteria) for g in weeggroepen(tender, [4])] == [2, 4]
    assert weeggroepen(tender, [1, 9]) == ()
    assert criteria_bij(tender, 6) == ()
