"""The workbook of a register: it can be read in again, and a list without known columns gets help."""

from datetime import date
from pathlib import Path

from knowledge.catalogue import load_tender
from matcher.demo import schrijf_demo
from web.models.register import Registersoort
from web.services.register import BESTAND, lees_csv, schrijf_csv, vergelijk
from web.services.registerimport import Gelezen, Leesfouten, lees
from web.uitvoer.registerblad import als_invulblad

MAANDAG = date(2026, 1, 5)


def test_a_register_written_as_a_workbook_is_the_same_when_read_again(tmp_path: Path) -> None:
    schrijf_demo(tmp_path, MAANDAG)
    eerst = {
        soort: lees_csv(soort, (tmp_path / BESTAND[soort]).read_text("utf-8-sig")) for soort in Registersoort
    }
    boek = tmp_path / "register.xlsx"
    boek.write_bytes(als_invulblad(eerst))
    gelezen = lees([boek], {}, MAANDAG, load_tender())
    assert isinstance(gelezen, Gelezen), gelezen
    assert all(zekerheid == "zeker" for *_, zekerheid in gelezen.kolommen)
    dan = {Registersoort(soort): lees_csv(Registersoort(soort), t) for soort, t in gelezen.bestanden.items()}
    assert vergelijk(eerst, dan, volledig=True) == []


def test_a_list_with_everyday_names_is_read(tmp_path: Path) -> None:
    lijst = tmp_path / "wachtlijst.csv"
    lijst.write_text(
        "Code;Woonplaats;Zorg nodig vanaf;Intensiteit;Urgentie\nX01;Zwolle;01-02-2026;D;hoog\n", "utf-8"
    )
    schrijf_demo(tmp_path, MAANDAG)
    groepen = lees_csv(Registersoort.GROEP, (tmp_path / "groepen.csv").read_text("utf-8-sig"))
    gelezen = lees([lijst], {Registersoort.GROEP: groepen}, MAANDAG, load_tender())
    assert isinstance(gelezen, Gelezen), gelezen
    rij = lees_csv(Registersoort.JEUGDIGE, gelezen.bestanden[Registersoort.JEUGDIGE.value])["X01"]
    assert (rij["start"], rij["fasen"]) == ("2026-02-01", "D:")


def test_a_list_without_known_names_is_told_its_own(tmp_path: Path) -> None:
    lijst = tmp_path / "lijst.csv"
    lijst.write_text("Kleur;Vorm\nrood;rond\n", "utf-8")
    gelezen = lees([lijst], {}, MAANDAG, load_tender())
    assert isinstance(gelezen, Leesfouten)
    assert "‘Kleur’, ‘Vorm’" in gelezen.overig[0]
    assert "invulblad" in gelezen.overig[0]


def test_a_new_groep_is_added_to_those_that_stand(tmp_path: Path) -> None:
    schrijf_demo(tmp_path, MAANDAG)
    staand = {
        soort: lees_csv(soort, (tmp_path / BESTAND[soort]).read_text("utf-8-sig")) for soort in Registersoort
    }
    # Residents live in groepen that the file does not name.
    erbij = {"G99": next(iter(staand[Registersoort.GROEP].values())) | {"groep_id": "G99"}}
    lijst = tmp_path / "erbij.csv"
    lijst.write_text(schrijf_csv(Registersoort.GROEP, erbij), "utf-8")
    gelezen = lees([lijst], staand, MAANDAG, load_tender(), volledig=False)
    assert isinstance(gelezen, Gelezen), gelezen
    dan = {Registersoort(soort): lees_csv(Registersoort(soort), t) for soort, t in gelezen.bestanden.items()}
    assert [(v.sleutel, v.wat) for v in vergelijk(staand, dan, volledig=False)] == [("G99", "nieuw")]
