"""A wrong catalogue file is refused, and the message names the file, the entry and the field."""

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.catalogue import load_folder, load_tender, tenders
from knowledge.errors import InvoerFout

TENDER = """
sleutel: proef-2030
naam: Proef
regio: Proefland
jaar: 2030
bron: proefdocument
versie: "1"
sluiting: 2030-05-01
gemeenten: [Voorbeeldam]
"""
EISEN = """
- id: "1"
  onderwerp: Klachten
  samenvatting: Een klacht is snel afgehandeld.
  thema: beleid
  vindplaats: eis 1
  paragraaf: §7.3
  percelen: [1]
  adressaat: ON
"""
PERCELEN = """
- nummer: 1
  naam: Hulp
  korte_naam: hulp
  voorzieningen: [MST]
  vindplaats: §4.3.1
  contractanten: geen vast aantal
  looptijd: twee jaar
  einde_uiterlijk: 2031-12-31
"""
VOORZIENINGEN = """
- code: MST
  naam: Traject
  soort: traject
  percelen: [1]
  vindplaats: §8.3.3
  omschrijving: Een traject.
"""
Schrijf = Callable[..., Path]


@pytest.fixture
def schrijf(tmp_path: Path) -> Schrijf:
    """Writes a small whole catalogue, with the given files in place of its own."""

    def write(**files: str) -> Path:
        folder = tmp_path / "proef"
        folder.mkdir(exist_ok=True)
        whole = {"tender": TENDER, "eisen": EISEN, "percelen": PERCELEN, "voorzieningen": VOORZIENINGEN}
        for name, text in {**whole, **files}.items():
            file = folder / f"{name.replace('__', '/')}.yaml"
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return folder

    return write


def fouten(folder: Path) -> tuple[str, ...]:
    with pytest.raises(InvoerFout) as caught:
        load_folder(folder)
    return caught.value.fouten


def test_a_right_folder_loads(schrijf: Schrijf) -> None:
    tender = load_folder(schrijf())
    assert tender.eis("1").onderwerp == "Klachten"
    assert tender.percelen[0].voorzieningen == ("MST",)


def test_a_list_may_be_split_over_a_folder(schrijf: Schrijf) -> None:
    second = EISEN.replace('id: "1"', 'id: "2"')
    tender = load_folder(schrijf(eisen__later=second))
    assert [e.id for e in tender.eisen] == ["1", "2"]


def test_lists_of_words_have_a_file_of_their_own(schrijf: Schrijf) -> None:
    tender = load_folder(schrijf(synoniemen="- [kind, jeugdige]\n"))
    assert tender.synoniemen == (("kind", "jeugdige"),)
    (line,) = fouten(schrijf(synoniemen="- [kind, jeugdige]\n- [toewijzing, 301]\n"))
    assert line.startswith("proef/synoniemen.yaml, onderdeel 2, woord 1: moet tekst zijn")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  thema: beleid\n", "", "proef/eisen.yaml, id 1, veld thema: ontbreekt."),
        (
            "thema: beleid",
            "thema: beleid\n  kleur: rood",
            "proef/eisen.yaml, id 1, veld kleur: is geen bekend veld.",
        ),
        ("thema: beleid", "thema: 3", "proef/eisen.yaml, id 1, veld thema: moet tekst zijn"),
        ("percelen: [1]", "percelen: 1", "proef/eisen.yaml, id 1, veld percelen: moet een lijst zijn."),
        (
            "percelen: [1]",
            "percelen: [een]",
            "proef/eisen.yaml, id 1, veld percelen.0: moet een geheel getal zijn.",
        ),
        (
            "adressaat: ON",
            "adressaat: XX",
            "proef/eisen.yaml, id 1, veld adressaat: heeft een onbekende waarde.",
        ),
    ],
)
def test_a_wrong_field_is_named(schrijf: Schrijf, old: str, new: str, message: str) -> None:
    assert old in EISEN
    (line,) = fouten(schrijf(eisen=EISEN.replace(old, new)))
    assert line.startswith(message)


def test_a_field_inside_a_field_is_named(schrijf: Schrijf) -> None:
    norm = "\n  normen:\n    - {grootheid: klacht, vergelijking: hoogstens, waarde: '6', eenheid: weken}\n"
    (line,) = fouten(schrijf(eisen=EISEN.rstrip() + norm))
    assert line == "proef/eisen.yaml, id 1, veld normen.0.eenheid: heeft een onbekende waarde."


def test_every_mistake_is_reported_at_once(schrijf: Schrijf) -> None:
    lines = fouten(
        schrijf(
            eisen=EISEN.replace("  thema: beleid\n", ""),
            percelen=PERCELEN.replace("einde_uiterlijk: 2031-12-31", "einde_uiterlijk: ooit"),
        )
    )
    assert lines == (
        "proef/eisen.yaml, id 1, veld thema: ontbreekt.",
        "proef/percelen.yaml, nummer 1, veld einde_uiterlijk: moet een datum zijn (jjjj-mm-dd).",
    )


def test_an_entry_that_stands_there_twice_is_named(schrijf: Schrijf) -> None:
    assert fouten(schrijf(eisen=EISEN + EISEN)) == ("proef/eisen.yaml, id 1: staat er twee keer in.",)


def test_the_same_function_may_stand_in_two_tariefgroepen(schrijf: Schrijf) -> None:
    functie = "- {naam: Arts, tariefgroep: 1, vindplaats: bijlage XII}\n"
    groepen = "".join(
        f"- {{nummer: {n}, herstel: true, duurzaam: false, fwg: '60', schaal: '', vindplaats: §8}}\n"
        for n in (1, 2)
    )
    other = functie.replace("tariefgroep: 1", "tariefgroep: 2")
    assert len(load_folder(schrijf(functies=functie + other, tariefgroepen=groepen)).functies) == 2
    (line,) = fouten(schrijf(functies=functie + functie, tariefgroepen=groepen))
    assert line == "proef/functies.yaml, naam Arts en tariefgroep 1: staat er twee keer in."


def test_a_field_that_stands_there_twice_is_named_with_its_line(schrijf: Schrijf) -> None:
    (line,) = fouten(schrijf(eisen=EISEN.replace("thema: beleid", "thema: beleid\n  thema: kosten")))
    assert line == "proef/eisen.yaml, regel 6: veld thema staat er twee keer in."


def test_broken_yaml_is_named_with_its_line(schrijf: Schrijf) -> None:
    (line,) = fouten(schrijf(percelen="- nummer: 1\n  naam: [hulp\n- nummer: 2\n"))
    assert line.startswith("proef/percelen.yaml, regel ")
    assert line.endswith("dit is geen geldig YAML.")


def test_a_file_that_is_no_list_is_named(schrijf: Schrijf) -> None:
    assert fouten(schrijf(percelen="nummer: 1\n")) == ("proef/percelen.yaml: hier hoort een lijst te staan.",)


def test_a_loose_field_of_the_tender_is_named(schrijf: Schrijf) -> None:
    (line,) = fouten(schrijf(tender=TENDER.replace("jaar: 2030", "jaar: straks")))
    assert line == "proef/tender.yaml, tender, veld jaar: moet een geheel getal zijn."


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    (line,) = fouten(tmp_path / "weg")
    assert line.startswith("weg/tender.yaml: niet te lezen")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("percelen", "[MST]", "[ZIT]", "proef: perceel 1, veld voorzieningen: ZIT is niet bekend."),
        ("eisen", "percelen: [1]", "percelen: [1, 7]", "proef: eis 1, veld percelen: 7 is niet bekend."),
    ],
)
def test_what_is_named_elsewhere_must_exist(
    schrijf: Schrijf, file: str, old: str, new: str, message: str
) -> None:
    text = {"percelen": PERCELEN, "eisen": EISEN}[file]
    assert fouten(schrijf(**{file: text.replace(old, new)})) == (message,)


def test_an_unknown_tender_is_named_with_those_that_exist() -> None:
    with pytest.raises(InvoerFout, match=r"nergens_2099.*ijsselland_2023"):
        load_tender("nergens_2099")
    assert "ijsselland_2023" in tenders()


def test_a_term_without_its_norm_is_named(schrijf: Schrijf) -> None:
    termijn = "- {sleutel: klacht, naam: Klacht, van: eis 1, grootheid: duur, gebeurtenis: indiening}"
    (line,) = fouten(schrijf(termijnen=termijn))
    assert line == "proef: termijn klacht: eis 1 heeft geen norm duur."
