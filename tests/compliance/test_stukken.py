"""Every status of every stuk, on real files."""

from typing import Any

import pytest

from compliance.demo.bestanden import Alinea, Kop, Tabel
from tests.compliance.bod import WEG, met, met_rij, soorten, statussen, vervang

VORM = "bijlage_I_invulsjabloon.docx"
REF1, REF2 = "referentie_1.docx", "referentie_2.pdf"
GOEDE_TWEEDE = vervang(REF2, ("1 maart 2015 t/m 31 december 2018", "1 maart 2019 t/m 31 december 2021"))


@pytest.mark.parametrize(
    ("datum", "status"),
    [
        ("18-01-2022", "aanwezig"),
        ("17-01-2022", "verlopen"),
        ("17 juli 2022", "aanwezig"),
        ("31-12-2020", "verlopen"),
    ],
)
def test_extract_is_at_most_six_months_old(datum: str, status: str) -> None:
    assert statussen(vervang("kvk_uittreksel.pdf", ("03-01-2022", datum)))["kvk_uittreksel"] == status


@pytest.mark.parametrize(
    "label",
    [
        "Uittreksel is vervaardigd op 2 mei 2022 om 10.14 uur",
        "Gewaarmerkt op 02-05-2022",
        "Afgegeven op 2 mei 2022",
        "Opgemaakt op 2 mei 2022",
        "Stand van zaken 2 mei 2022",
    ],
)
def test_date_of_extract_comes_from_its_label(label: str) -> None:
    wijziging = vervang("kvk_uittreksel.pdf", ("Datum uittreksel: 03-01-2022", label))
    assert statussen(wijziging)["kvk_uittreksel"] == "aanwezig"


def test_extract_without_a_date_is_not_complete() -> None:
    wijziging = vervang("kvk_uittreksel.pdf", ("Datum uittreksel: 03-01-2022", "Voorbeeld"))
    assert statussen(wijziging)["kvk_uittreksel"] == "onvolledig"


@pytest.mark.parametrize(
    ("bestand", "sleutel"),
    [
        ("kvk_uittreksel.pdf", "kvk_uittreksel"), ("uea.pdf", "uea"),
        ("certificaat_iso9001.pdf", "kwaliteitscertificaat"),
        ("keurmerk_gezinshuizen.pdf", "keurmerk_gezinshuis"), ("jaarcijfers_bijlage_XVI.xlsx", "jaarcijfers"),
        ("plan_van_aanpak.pdf", "plan_van_aanpak"), ("rekentool_gezinshuis.xlsx", "rekentool_gezinshuis"),
        ("referentie_2.pdf", "referentie_2"),
    ],
)  # fmt: skip
def test_a_file_left_out_is_missed(bestand: str, sleutel: str) -> None:
    assert statussen({bestand: WEG})[sleutel] == "ontbreekt"


@pytest.mark.parametrize(("tot", "status"), [("18 juli 2022", "aanwezig"), ("17 juli 2022", "verlopen")])
def test_certificate_holds_on_the_peildatum(tot: str, status: str) -> None:
    wijziging = vervang("certificaat_iso9001.pdf", ("1 oktober 2024", tot))
    assert statussen(wijziging)["kwaliteitscertificaat"] == status
    assert (soorten(wijziging)["kwaliteitssysteem"] > 0) is (status == "verlopen")


@pytest.mark.parametrize(
    "norm", ["HKZ Zorg en Welzijn 2020", "NEN-EN-ISO 9001:2008", "het Voorbeeldkeurmerk Goede Hulp"]
)
def test_quality_system_must_fit_the_perceel(norm: str) -> None:
    assert (
        soorten(vervang("certificaat_iso9001.pdf", ("NEN-EN-ISO 9001:2015", norm)))["kwaliteitssysteem"] == 1
    )


def test_quality_plan_alone_is_half_the_proof() -> None:
    plan = (Kop("Kwaliteitsplan 2022"), Alinea("Zo bewaken wij de kwaliteit van onze hulp."))
    assert (
        statussen({"certificaat_iso9001.pdf": WEG, "kwaliteitsplan.docx": plan})["kwaliteitscertificaat"]
        == "onvolledig"
    )


@pytest.mark.parametrize(
    ("besluit", "status"),
    [("1 maart 2023", "aanwezig"), ("18 juli 2023", "aanwezig"), ("1 oktober 2023", "onvolledig")],
)
def test_keurmerk_trajectory_ends_within_a_year(besluit: str, status: str) -> None:
    brief = (
        Kop("Bevestiging traject Keurmerk Gezinshuizen"),
        Alinea("Uw organisatie heeft zich op 3 mei 2022 aangemeld. Het keurmerk is nog niet toegekend."),
        Alinea(f"Wij verwachten uiterlijk {besluit} een besluit te nemen."),
    )
    assert statussen({"keurmerk_gezinshuizen.pdf": brief})["keurmerk_gezinshuis"] == status


def test_zorgboerderij_needs_its_own_keurmerk() -> None:
    wijziging = vervang(VORM, ("gezinshuis", "zorgboerderij"))
    gevonden = statussen(wijziging)
    assert gevonden["keurmerk_zorgboerderij"] == "ontbreekt"
    assert gevonden["keurmerk_gezinshuis"] == "nvt"


@pytest.mark.parametrize(
    ("looptijd", "status"),
    [
        ("1 maart 2015 t/m 17 juli 2019", "verlopen"), ("1 maart 2015 t/m 18 juli 2019", "aanwezig"),
        ("maart 2016 tot heden (lopend)", "aanwezig"), ("2016 - 2018", "verlopen"), ("2019-2021", "aanwezig"),
        ("sinds 1 april 2021", "aanwezig"),
    ],
)  # fmt: skip
def test_reference_is_within_three_years(looptijd: str, status: str) -> None:
    assert statussen(vervang(REF2, ("1 maart 2015 t/m 31 december 2018", looptijd)))["referentie_2"] == status


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("Gemeente Voorbeelddorp", "Regionaal Serviceteam Jeugd IJsselland (RSJ)"),
        ("De toegang was tevreden over de samenwerking en gaf een 8", ""),
        ("Beschreven interventies; 81% van de doelen is gehaald", "Prognose: 80% van de doelen"),
        ("Specialistische hulp, alleen na verwijzing", "Vrij toegankelijke hulp"),
        (
            "Hulp aan huis en wonen in een gezinshuis",
            "Hulp aan huis; het contract is tussentijds ontbonden wegens onvoldoende presteren",
        ),
    ],
)
def test_reference_that_fails_a_condition(oud: str, nieuw: str) -> None:
    wijziging = GOEDE_TWEEDE | vervang(REF1, (oud, nieuw))
    assert statussen(wijziging)["referentie_1"] == "onvolledig"
    assert soorten(wijziging)["referentie"] == 1


def test_two_good_references_give_no_finding() -> None:
    assert soorten(GOEDE_TWEEDE)["referentie"] == 0


def test_two_references_in_one_file() -> None:
    from compliance.demo.inhoud import BESTANDEN

    samen = (*BESTANDEN[REF1], *GOEDE_TWEEDE[REF2])
    gevonden = statussen({REF1: WEG, REF2: WEG, "referenties.docx": samen})
    assert (gevonden["referentie_1"], gevonden["referentie_2"]) == ("aanwezig", "aanwezig")


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("00000042", "aanwezig"),
        ("12 34 56 78", "aanwezig"),
        ("1234567", "onvolledig"),
        ("in aanvraag", "ontbreekt"),
        ("", "ontbreekt"),
    ],
)
def test_agb_code(code: str, status: str) -> None:
    wijziging = vervang(VORM, ("00000042", code)) if code != "00000042" else {}
    assert statussen(wijziging)["agb_code"] == status


def test_holding_needs_a_whole_statement() -> None:
    ja = vervang(
        VORM, ("Onderdeel van een holding of concern", "Is de inschrijver onderdeel van een holding?")
    )
    assert statussen(ja)["holdingverklaring"] == "nvt"
    inhoud = met_rij(VORM, "Combinatie", ("Maakt u deel uit van een holding?", "Ja, Voorbeeld Holding B.V."))
    assert statussen(inhoud)["holdingverklaring"] == "ontbreekt"
    basis = [
        Kop("Holdingverklaring"),
        Alinea("De inschrijving is onafhankelijk van de andere bedrijven van de holding opgesteld."),
        Alinea(
            "Wij hebben geen inzage gegeven in ons aanbod en hebben geen weet van dat van een ander bedrijf."
        ),
        Alinea("Wij maken gebruik van middelen van de holding: huisvesting en ICT."),
        Alinea("Getekend te Voorbeeldstad, 12 juli 2022, w.g. de bestuurder"),
    ]
    assert statussen(inhoud | {"holdingverklaring.docx": tuple(basis)})["holdingverklaring"] == "onvolledig"
    basis.insert(4, Alinea("De holding staat onvoorwaardelijk garant voor de nakoming van de overeenkomst."))
    assert statussen(inhoud | {"holdingverklaring.docx": tuple(basis)})["holdingverklaring"] == "aanwezig"


def test_shareholder_in_the_extract_shows_a_holding() -> None:
    wijziging = met("kvk_uittreksel.pdf", Tabel((("Enig aandeelhouder", "Voorbeeld Zorg Holding B.V."),)))
    assert statussen(wijziging)["holdingverklaring"] == "ontbreekt"
    assert soorten(wijziging)["tegenstrijdig"] == 1


def test_combinatie_needs_a_statement_and_a_uea_of_each() -> None:
    wijziging = vervang(VORM, ("Zelfstandig inschrijver", "Combinatie (penvoerder)"))
    gevonden = statussen(wijziging)
    assert gevonden["combinatieverklaring"] == "ontbreekt"
    assert gevonden["uea"] == "onvolledig"
    verklaring = (
        Kop("Combinatieverklaring"),
        Alinea(
            "Wij verklaren ons samen en hoofdelijk aansprakelijk. Penvoerder is Stichting Verzonnen Haven."
        ),
        Alinea("w.g. bestuurder Stichting Verzonnen Haven, 12 juli 2022"),
        Alinea("w.g. bestuurder Stichting Bedachte Bron, 12 juli 2022"),
    )
    assert (
        statussen(wijziging | {"combinatieverklaring.pdf": verklaring})["combinatieverklaring"] == "aanwezig"
    )


def test_derden_need_a_statement() -> None:
    assert (
        statussen(met_rij(VORM, "Combinatie", ("Doet u een beroep op derden?", "Ja")))["verklaring_derden"]
        == "ontbreekt"
    )


def test_signer_without_authority_needs_a_machtiging() -> None:
    wijziging = vervang(VORM, ("Bestuurder", "Manager bedrijfsvoering"))
    assert statussen(wijziging)["machtiging"] == "ontbreekt"
    machtiging = (
        Kop("Machtiging"),
        Alinea("De bestuurder machtigt de manager bedrijfsvoering om de inschrijving te ondertekenen."),
        Alinea("Getekend, 11 juli 2022, w.g. de bestuurder"),
    )
    assert statussen(wijziging | {"machtiging.pdf": machtiging})["machtiging"] == "aanwezig"


def test_directors_who_sign_together() -> None:
    wijziging = vervang(
        "kvk_uittreksel.pdf", ("Alleen/zelfstandig bevoegd", "Gezamenlijk bevoegd (met andere bestuurder(s))")
    )
    assert statussen(wijziging)["machtiging"] == "ontbreekt"


@pytest.mark.parametrize(
    ("oud", "nieuw", "status"),
    [("w.g. de bestuurder", "nog niet ondertekend", "ontbreekt"), ("w.g. de bestuurder", "", "onvolledig")],
)
def test_form_that_is_not_signed(oud: str, nieuw: str, status: str) -> None:
    assert statussen(vervang(VORM, (oud, nieuw)))["ondertekening"] == status


def test_statement_of_truth() -> None:
    vink = "☒ Alle antwoorden"
    assert statussen(vervang(VORM, (vink, "☐ Alle antwoorden")))["verklaring_waarheid"] == "onvolledig"
    assert (
        statussen(vervang(VORM, ("naar waarheid gegeven", "gegeven")))["verklaring_waarheid"] == "ontbreekt"
    )
    assert (
        statussen(vervang(VORM, (" en de mededinging is eerlijk verlopen", "")))["verklaring_waarheid"]
        == "onvolledig"
    )


POLIS: tuple[Any, ...] = (
    Kop("Polisblad bedrijfsaansprakelijkheid"),
    Tabel(
        (
            ("Verzekeringnemer", "Stichting Verzonnen Haven"),
            ("Bedrijfsaansprakelijkheid", "€ 2.500.000 per gebeurtenis, € 5.000.000 per jaar"),
            ("Werkgeversaansprakelijkheid", "€ 1.000.000 per gebeurtenis"),
        )
    ),
)


def test_policy_covers_two_million_an_event() -> None:
    assert statussen({"polis.pdf": POLIS})["polis_aansprakelijkheid"] == "aanwezig"
    laag = (POLIS[0], Tabel(tuple((a, b.replace("2.500.000", "1.250.000")) for a, b in POLIS[1].rijen)))
    assert statussen({"polis.pdf": laag})["polis_aansprakelijkheid"] == "onvolledig"
    assert soorten({"polis.pdf": laag})["tegenstrijdig"] == 1
    ander = (
        POLIS[0],
        Tabel(tuple((a, b.replace("Verzonnen Haven", "Bedachte Bron")) for a, b in POLIS[1].rijen)),
    )
    assert statussen({"polis.pdf": ander})["polis_aansprakelijkheid"] == "onvolledig"


def test_uea_that_says_no_to_insurance() -> None:
    tabel = met_rij("uea.pdf", "Vraag", ("x", "x"))
    assert tabel  # the demo's UEA has such tables
    uea = vervang(
        "uea.pdf",
        ("Verzekerd tegen bedrijfsaansprakelijkheid, minimaal € 2.000.000 per gebeurtenis?", "Verzekerd?"),
    )
    assert statussen(uea)["polis_aansprakelijkheid"] == "ontbreekt"


def test_annual_figures_with_a_gap() -> None:
    assert (
        statussen(vervang("jaarcijfers_bijlage_XVI.xlsx", ("Liquide middelen", "Overig")))["jaarcijfers"]
        == "onvolledig"
    )


def test_plan_that_skips_a_subject() -> None:
    zonder = vervang(
        "plan_van_aanpak.pdf",
        ("interventies uit de databank van het NJi", "wat ons ligt"),
        ("Kennis en interventies", "Wat wij doen"),
        ("actuele kennis", "kunde"),
    )
    assert statussen(zonder)["plan_van_aanpak"] == "onvolledig"


def test_stukken_follow_the_percelen() -> None:
    alleen_wonen = vervang(VORM, ("Ja", "Nee"))
    rij = met_rij(VORM, "7", ("8", "Wonen verblijf", "Ja"))
    assert statussen(rij)["rekentool_groepsaanbod"] == "nvt"
    assert statussen(alleen_wonen)["plan_van_aanpak"] in ("aanwezig", "nvt")


@pytest.mark.parametrize("tekst", ["Niet van toepassing: er was geen lokale toegang betrokken.", "N.v.t."])
def test_competence_that_was_not_there(tekst: str) -> None:
    tabel = [
        Kop("Opgave referentie 1"),
        Tabel(
            (
                ("Referent", "gemeente Voorbeeldstad"),
                ("Looptijd", "sinds 1 januari 2021, loopt nog"),
                ("Kerncompetentie 1", "Behandeling na verwijzing, nooit vrij toegankelijk."),
                ("Kerncompetentie 2", "Volgens de richtlijn; 80 procent rondde af."),
                ("Kerncompetentie 3", tekst),
            )
        ),
    ]
    assert statussen({REF1: tabel})["referentie_1"] == "onvolledig"
