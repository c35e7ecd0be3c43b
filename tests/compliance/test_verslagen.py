"""Reports as Word and Excel, bids beside each other and their earlier version, and decisions."""

import io
import json
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from compliance.cli import main
from compliance.controle import check_bid
from compliance.correcties import Correctie, als_labels, maak_correctie, overeenstemming, pas_toe
from compliance.demo import write_demo
from compliance.rapport import Bevinding, EisStatus, Rapport
from compliance.vergelijk import ZWAARTE, matrix, verschil
from compliance.verslag import woordstukken
from compliance.verslag.excel import matrix_xlsx, to_xlsx
from compliance.verslag.word import to_docx
from compliance.vragen import vragen_aan_inschrijver
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout

TENDER = load_tender()


@pytest.fixture(scope="module")
def rapport(tmp_path_factory: pytest.TempPathFactory) -> Rapport:
    map_ = tmp_path_factory.mktemp("bod")
    write_demo(map_)
    return check_bid([map_])


def eis_met(rapport: Rapport, status: str) -> str:
    return next(o.id for o in rapport.eisen if o.status == status)


def anders(rapport: Rapport, eis: str, status: EisStatus) -> Rapport:
    eisen = tuple(o.model_copy(update={"status": status}) if o.id == eis else o for o in rapport.eisen)
    return rapport.model_copy(update={"eisen": eisen})


def test_word_holds_every_eis_finding_and_document(rapport: Rapport) -> None:
    document = docx.Document(io.BytesIO(to_docx(rapport, TENDER)))
    tekst = "\n".join(p.text for p in document.paragraphs)
    cellen = {c.text for t in document.tables for rij in t.rows for c in rij.cells}
    for oordeel in rapport.eisen:
        if oordeel.status != "nvt":
            assert f"Eis {oordeel.id} " in tekst
            assert oordeel.toelichting in tekst
    for bevinding in rapport.bevindingen:
        assert bevinding.toelichting in tekst
    for stuk in rapport.stukken:
        if stuk.status != "nvt":
            assert stuk.toelichting in cellen
    assert "een mens beslist" in document.sections[0].footer.paragraphs[0].text


def test_word_is_dutch_and_its_tables_have_headings() -> None:
    document = woordstukken.nieuw("Titel", "Voet")
    woordstukken.kop(document, "Kop")
    woordstukken.tabel(document, ("Wat", "Aantal"), [("bed\x07den", 3)], (10, 6.6), rechts=(1,))
    woordstukken.gegevens(document, (("Naam", "Verzonnen"), ("Leeg", "")))
    gelezen = docx.Document(io.BytesIO(woordstukken.als_bytes(document)))
    talen = {taal.get(qn("w:val")) for taal in gelezen.styles.element.iter(qn("w:lang"))}
    assert talen == {"nl-NL"} and gelezen.core_properties.title == "Titel"
    koppen, paren = gelezen.tables
    assert "tblHeader" in koppen.rows[0]._tr.xml and "tblHeader" not in paren.rows[0]._tr.xml
    assert koppen.cell(1, 0).text == "bedden"
    assert [r.cells[0].text for r in paren.rows] == ["Naam"]
    assert [k.text for k in gelezen.paragraphs if k.style and k.style.name == "Heading 1"] == ["Kop"]
    velden = "".join(v.text or "" for v in gelezen.sections[0].footer._element.iter(qn("w:instrText")))
    assert velden == "PAGENUMPAGES"


def test_excel_holds_every_eis_with_its_passage(rapport: Rapport) -> None:
    boek = load_workbook(io.BytesIO(to_xlsx(rapport, TENDER)))
    assert boek.sheetnames == ["Eisen", "Stukken", "Bevindingen", "Financieel", "Vragen"]
    rijen = {str(r[0]): r for r in boek["Eisen"].iter_rows(min_row=2, values_only=True)}
    gelden = [o for o in rapport.eisen if o.status != "nvt"]
    assert set(rijen) == {o.id for o in gelden}
    for o in gelden:
        assert rijen[o.id][5] == o.toelichting
        assert (rijen[o.id][7] or "") == (o.bewijs[0].bestand if o.bewijs else "")
    assert boek["Bevindingen"].max_row == len(rapport.bevindingen) + 1
    assert boek["Eisen"].auto_filter.ref


def test_a_bidders_words_never_become_a_formula(rapport: Rapport) -> None:
    kwaad = Bevinding(soort="tegenstrijdig", ernst="aandacht", toelichting="=HYPERLINK(1)\x07")
    boek = load_workbook(
        io.BytesIO(to_xlsx(rapport.model_copy(update={"bevindingen": (kwaad,), "inschrijver": "+x"}), TENDER))
    )
    cel = boek["Bevindingen"].cell(2, 3)
    assert cel.data_type == "s" and str(cel.value).startswith("'=HYPERLINK")


def test_questions_ask_to_explain_or_complete_and_nothing_of_what_is_declared(rapport: Rapport) -> None:
    vragen = vragen_aan_inschrijver(rapport, TENDER)
    open_ = sum(o.status in ("deels", "strijdig", "ontbreekt") for o in rapport.eisen)
    stukken = sum(s.status in ("ontbreekt", "onvolledig", "verlopen") for s in rapport.stukken)
    tegen = sum(b.soort == "tegenstrijdig" for b in rapport.bevindingen)
    assert len(vragen) == open_ + stukken + tegen
    assert [v.soort for v in vragen] == ["aanvulling"] * stukken + ["verduidelijking"] * (open_ + tegen)


def test_matrix(rapport: Rapport) -> None:
    eis = eis_met(rapport, "aangetoond")
    ander = anders(rapport, eis, "strijdig").model_copy(update={"inschrijver": "Verzonnen Twee"})
    naast = matrix([rapport, ander])
    rij = next(r for r in naast.eisen if r.sleutel == eis)
    assert rij.statussen[1] == "strijdig" != rij.statussen[0]
    assert sum(naast.telling(0).values()) == len(rapport.eisen)
    boek = load_workbook(io.BytesIO(matrix_xlsx([rapport, ander], TENDER)))
    assert [c.value for c in boek["Eisen"][1]][2:] == [rapport.inschrijver, "Verzonnen Twee"]
    assert boek["Totalen"].max_row == 3
    with pytest.raises(ValueError, match="one tender"):
        matrix([rapport, rapport.model_copy(update={"tender": "ander"})])


def test_what_changed_since_the_first_version(rapport: Rapport) -> None:
    assert verschil(rapport, rapport).leeg
    eis = eis_met(rapport, "aangetoond")
    later = anders(rapport, eis, "deels").model_copy(
        update={"bevindingen": rapport.bevindingen[1:], "percelen": (*rapport.percelen, 9)}
    )
    gevonden = verschil(rapport, later)
    assert [(v.sleutel, v.nu) for v in gevonden.eisen] == [(eis, "deels")]
    assert gevonden.opgelost == rapport.bevindingen[:1]
    assert gevonden.nieuw == ()
    assert gevonden.percelen_erbij == (9,)


@given(st.sampled_from(ZWAARTE), st.sampled_from(ZWAARTE))
def test_a_change_is_better_one_way_and_worse_the_other(een: EisStatus, ander: EisStatus) -> None:
    basis = Rapport.model_validate_json(_leeg(een))
    terug = Rapport.model_validate_json(_leeg(ander))
    heen, weer = verschil(basis, terug).eisen, verschil(terug, basis).eisen
    assert len(heen) == len(weer) == (een != ander)
    if heen:
        assert heen[0].beter != weer[0].beter


def _leeg(status: str) -> str:
    return json.dumps(
        {
            "inschrijver": "Verzonnen", "tender": TENDER.sleutel, "peildatum": "2022-07-18", "percelen": [1],
            "vormen": [], "intensiteiten": [], "stukken": [], "bevindingen": [], "financieel": {},
            "eisen": [{"id": "1", "status": status, "toelichting": "x", "zekerheid": 0.5}],
        }
    )  # fmt: skip


def test_decisions_replace_proposals_and_are_counted(rapport: Rapport) -> None:
    eis, ander = eis_met(rapport, "aangetoond"), eis_met(rapport, "verklaard")
    een = maak_correctie(rapport, eis, "deels", "Termijn ontbreekt", "A", "2026-01-01T10:00:00")
    twee = maak_correctie(rapport, eis, "strijdig", "Nog eens gelezen", "B", "2026-01-02T10:00:00")
    eens = maak_correctie(rapport, ander, "verklaard", "Akkoord", "A", "x")
    besloten = pas_toe(rapport, [een, twee, eens])
    oordeel = next(o for o in besloten.eisen if o.id == eis)
    assert (oordeel.status, oordeel.zekerheid) == ("strijdig", 1.0)
    assert "Nog eens gelezen" in oordeel.toelichting
    gemeten = overeenstemming([een, twee, eens])
    assert (gemeten.aantal, gemeten.gelijk) == (2, 1)
    assert {label["eis"]: label["status"] for label in als_labels([een, twee, eens])}[eis] == "strijdig"
    for fout in ({"eis": "999"}, {"reden": " "}, {"door": ""}):
        with pytest.raises(InvoerFout):
            maak_correctie(
                rapport,
                **{"eis": "12", "besluit": "deels", "reden": "r", "door": "d", "moment": "m", **fout},  # type: ignore[arg-type]
            )


@given(st.lists(st.tuples(st.sampled_from(ZWAARTE), st.sampled_from(ZWAARTE)), max_size=30))
def test_agreement_is_a_share_and_kappa_at_most_one(paren: list[tuple[EisStatus, EisStatus]]) -> None:
    besluiten = [
        Correctie(tender="t", inschrijver="i", eis=str(n), voorstel=v, besluit=b, reden="r", door="d",
                  moment="m", zekerheid=0.5)
        for n, (v, b) in enumerate(paren)
    ]  # fmt: skip
    gemeten = overeenstemming(besluiten)
    assert gemeten.aantal == len(paren)
    assert gemeten.gelijk == sum(v == b for v, b in paren)
    assert 0 <= gemeten.aandeel <= 1
    assert gemeten.kappa is None or -1 <= gemeten.kappa <= 1
    if paren and gemeten.gelijk == gemeten.aantal and gemeten.kappa is not None:
        assert gemeten.kappa == pytest.approx(1)


@pytest.mark.slow
def test_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    boden = tmp_path / "boden"
    write_demo(boden / "een")
    (boden / "leeg").mkdir(parents=True)
    uit = tmp_path / "uit"
    assert main(["batch", str(boden), "--out", str(uit)]) == 1
    gezegd = capsys.readouterr().out
    assert "2 van 2 klaar" in gezegd and "geen bestanden gevonden" in gezegd
    assert sorted(p.name for p in uit.iterdir()) == ["een.html", "een.json", "vergelijking.xlsx"]
    rapport = str(uit / "een.json")
    assert main(["compare", rapport, rapport]) == 0
    assert "Er is niets veranderd." in capsys.readouterr().out
    log = str(tmp_path / "besluiten.jsonl")
    besluit = [
        "decide",
        rapport,
        "--eis",
        "12",
        "--status",
        "deels",
        "--reden",
        "Te kort",
        "--door",
        "A",
        "--log",
        log,
    ]
    assert main(besluit) == 0
    assert main(["agreement", log]) == 0
    assert "1 besluiten" in capsys.readouterr().out
    assert main(["labels", log, "--out", str(tmp_path / "labels.jsonl")]) == 0
    assert json.loads((tmp_path / "labels.jsonl").read_text("utf-8"))["status"] == "deels"
    assert main(["compare", rapport, str(tmp_path / "labels.jsonl")]) == 2
    assert "dit is geen rapport" in capsys.readouterr().err
    assert main(["batch", str(tmp_path / "niets"), "--out", str(uit)]) == 2
