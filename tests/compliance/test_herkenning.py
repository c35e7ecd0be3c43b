"""Recognition of a bid in layouts other than the demo's."""

import io
from typing import Any

import pypdf
import pytest

from compliance.demo.bestanden import Alinea, Kop, Tabel, pdf
from compliance.demo.inhoud import BESTANDEN
from compliance.formulier import ja_of_nee
from compliance.herkenning.percelen import nummers
from tests.compliance.bod import WEG, dossier

VORM = "bijlage_I_invulsjabloon.docx"
NAMEN = (
    "Specialistische Jeugdhulpaanbieder", "Systeemaanbieder", "Ambulant individueel GGZ 1",
    "Ambulant individueel GGZ 2",
    "Ambulant individueel GGZ 3", "Ambulant Groepsaanbod", "Voorzieningfinanciering", "Wonen verblijf",
    "Ernstige Dyslexie",
)  # fmt: skip


@pytest.mark.parametrize(
    ("tekst", "antwoord"),
    [
        ("Ja", True), ("nee", False), ("☐ Ja ☒ Nee", False), ("☒ Ja ☐ Nee", True), ("Ja ☒ Nee ☐", True),
        ("Ja Nee", None),
        ("n.v.t.", False), ("geen combinatie", False), ("", None), ("☐ Ja ☐ Nee", None), ("X", True),
        ("Bevestigend", True), ("Ontkennend", False), ("Nooit", False), ("Inderdaad", True),
    ],
)  # fmt: skip
def test_answers(tekst: str, antwoord: bool | None) -> None:
    assert ja_of_nee(tekst) is antwoord


@pytest.mark.parametrize(
    ("tekst", "percelen"),
    [
        ("1 en 6", {1, 6}),
        ("2, 7 (MST) en 8", {2, 7, 8}),
        ("1 t/m 3", {1, 2, 3}),
        ("perceel 8", {8}),
        ("GGZ 2", set()),
        ("vier en acht", {4, 8}),
        ("perceel een, zes en negen", {1, 6, 9}),
        ("een nieuw aanbod voor twee gemeenten", set()),
    ],
)
def test_numbers_of_percelen(tekst: str, percelen: set[int]) -> None:
    assert nummers(tekst) == percelen


def test_form_with_check_boxes_in_lines() -> None:
    formulier = (
        Kop("Invulsjabloon Jeugdhulp Voorzieningen"),
        Alinea("Naam inschrijver: Praktijk Het Bedachte Pad B.V."),
        *(Alinea(f"{'☒' if n in (3, 6) else '☐'} Perceel {n}: {naam}") for n, naam in enumerate(NAMEN, 1)),
        Alinea("☐ licht ☒ middel ☐ middelzwaar ☒ zwaar (groepsaanbod)"),
        Alinea("Wij schrijven in als: ☒ zelfstandige onderneming ☐ combinatie"),
    )
    d = dossier({VORM: formulier})
    assert d.inschrijving.inschrijver == "Praktijk Het Bedachte Pad B.V."
    assert d.inschrijving.percelen == {3, 6}
    assert d.inschrijving.intensiteiten == {"middel", "zwaar"}
    assert not d.omstandigheden.combinatie.geldt


def test_form_with_columns_for_yes_and_no_and_a_row_of_classes() -> None:
    rijen = [(str(n), naam, *(("x", "") if n in (4, 8) else ("", "x"))) for n, naam in enumerate(NAMEN, 1)]
    formulier = (
        Kop("Bijlage I Invulsjabloon"),
        Tabel((("Nr", "Perceel", "Ja", "Nee"), *rijen)),
        Tabel((("Klasse", "C", "D", "E", "F", "G", "H"), ("Inschrijving", "", "", "x", "x", "", ""))),
    )
    d = dossier({VORM: WEG, "formulier.pdf": formulier})
    assert d.inschrijving.percelen == {4, 8}
    assert d.inschrijving.intensiteiten == {"GGZ-E", "GGZ-F"}
    assert d.inschrijving.vormen == {"ggz"}


def test_rows_that_are_not_offered() -> None:
    rijen = (
        ("Voorziening", "Leveren wij", "Intensiteit", "Aantal plaatsen"), ("Pleegzorg", "Ja", "A", "60"),
        ("Gezinshuis", "Nee", "-", "-"), ("Zorgboerderij", "Ja", "E", "6"),
        ("Kortdurend verblijf intensief", "Nee", "-", "-"),
        ("Kortdurend verblijf", "Ja", "D", "8"), ("Behandelgroep", "Nee", "", "0"),
    )  # fmt: skip
    formulier = tuple(
        Tabel(rijen) if isinstance(e, Tabel) and e.rijen[0][0] == "Locatie" else e for e in BESTANDEN[VORM]
    )
    d = dossier({VORM: formulier})
    assert d.inschrijving.vormen == {"pleegzorg", "zorgboerderij", "kdv", "wonen"}
    assert d.inschrijving.intensiteiten == {"A", "D", "E"}


def test_one_file_that_holds_several_stukken() -> None:
    losse = (
        "kvk_uittreksel.pdf",
        "certificaat_iso9001.pdf",
        "keurmerk_gezinshuizen.pdf",
        "uea.pdf",
        "referentie_2.pdf",
    )
    bundel = pypdf.PdfWriter()
    for naam in losse:
        for pagina in pypdf.PdfReader(io.BytesIO(pdf(BESTANDEN[naam]))).pages:
            bundel.add_page(pagina)
    uit = io.BytesIO()
    bundel.write(uit)
    wijziging: dict[str, Any] = {**dict.fromkeys(losse, WEG), "bewijsstukken.pdf": uit.getvalue()}
    delen = [
        deel.sleutel for deel in dossier(wijziging).inschrijving.delen if deel.bestand == "bewijsstukken.pdf"
    ]
    assert delen == ["kvk_uittreksel", "kwaliteitscertificaat", "keurmerk_gezinshuis", "uea", "referentie"]


def test_files_are_known_by_what_is_in_them() -> None:
    anders: dict[str, Any] = dict.fromkeys(BESTANDEN, WEG)
    anders |= {
        f"stuk{n:02}.{naam.rpartition('.')[2]}": inhoud for n, (naam, inhoud) in enumerate(BESTANDEN.items())
    }
    gewoon = [deel.sleutel for deel in dossier().inschrijving.delen]
    assert [deel.sleutel for deel in dossier(anders).inschrijving.delen] == gewoon


def test_without_a_form_the_rest_tells() -> None:
    d = dossier({VORM: WEG})
    assert d.inschrijving.percelen == {1, 8}
    assert d.inschrijving.vormen == {"gezinshuis", "wonen"}
    assert d.inschrijving.intensiteiten == {"D", "E"}
