"""The pages of tenders: from setting up to the opening, by people who are each logged in as themselves."""

import hashlib
import io
import json
import re
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from compliance.demo import write_demo
from tests.web.agesleutel import WACHTZIN, lichte_sleutel
from tests.web.conftest import links, log_in, state_of, wait_until_done
from web.kluis.officier import Officierssleutel
from web.models import Rol
from web.models.base import now
from web.repositories import aanbestedingen, kluis
from web.services.datum import nederlandse_tijd

MERK = b"ZEER-GEHEIM-BOD-7f3a91"


class Regio:
    """People of one region, and of two bidders, who take turns at one browser."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.cookies: dict[str, dict[str, str]] = {}
        self.ids: dict[str, str] = {}
        self.sleutels: dict[str, Officierssleutel] = {}
        self.adres = ""
        for naam, rol, organisatie in (
            ("lead", Rol.HOOFDBEOORDELAAR, "Regio"),
            ("a", Rol.BEOORDELAAR, "Regio"),
            ("b", Rol.BEOORDELAAR, "Regio"),
            ("buur", Rol.HOOFDBEOORDELAAR, "Buurregio"),
            ("beheer", Rol.BEHEERDER, "Regio"),
            ("bod", Rol.INSCHRIJVER, "Stichting Bod"),
            ("ander", Rol.INSCHRIJVER, "Stichting Ander"),
        ):
            self.ids[naam] = log_in(client, rol, organisatie=organisatie)
            self.cookies[naam] = dict(client.cookies)

    def als(self, naam: str) -> TestClient:
        self.client.cookies.clear()
        for sleutel, waarde in self.cookies[naam].items():
            self.client.cookies.set(sleutel, waarde)
        return self.client

    @property
    def id(self) -> str:
        return self.adres.rpartition("/")[2]

    def maak(self, *houders: str) -> None:
        sluiting = nederlandse_tijd(now() + timedelta(days=30))
        antwoord = self.als("lead").post(
            "/aanbestedingen",
            data={
                "naam": "Jeugdhulp 2027",
                "catalogus": "ijsselland_2023",
                "datum": f"{sluiting:%d-%m-%Y}",
                "tijd": "11:00",
                "venster": "24",
                "houders": [self.ids[h] for h in houders],
            },
            follow_redirects=False,
        )
        assert antwoord.status_code == 303, antwoord.text
        self.adres = antwoord.headers["location"].partition("?")[0]

    def maak_klaar(self) -> None:
        self.maak("a", "b")
        with state_of(self.client).database.session(write=True) as session:
            for naam in ("a", "b"):
                houder = kluis.holder(session, self.id, self.ids[naam])
                assert houder
                self.sleutels[naam] = lichte_sleutel()
                houder.publiek, houder.beproefd = self.sleutels[naam].publiek, now()
        assert "De kluis is klaar" in self.als("lead").post(f"{self.adres}/kluis").text

    def dien_in(self, naam: str, **bestanden: bytes) -> str:
        """Returns the address of the receipt."""
        antwoord = self.als(naam).post(
            f"/indienen/{self.id}",
            files=[("bestanden", (f"{n}.txt", inhoud)) for n, inhoud in bestanden.items()],
            follow_redirects=False,
        )
        assert antwoord.status_code == 303, antwoord.text
        return antwoord.headers["location"]

    def sluit(self) -> None:
        """Let the closing be a minute ago."""
        with state_of(self.client).database.session(write=True) as session:
            aanbesteding = aanbestedingen.get(session, self.id)
            assert aanbesteding
            aanbesteding.sluiting = now() - timedelta(minutes=1)

    def open(self, naam: str) -> str:
        bestand = self.sleutels[naam].bestand
        return (
            self.als(naam)
            .post(
                f"{self.adres}/openen",
                files={"sleutelbestand": ("sleutel.age", bestand)},
                data={"wachtzin": WACHTZIN},
            )
            .text
        )


@pytest.fixture
def regio(guest: TestClient) -> Regio:
    return Regio(guest)


def test_setting_up_and_what_is_wrong_with_it(regio: Regio) -> None:
    lead = regio.als("lead")
    assert "Sleutelhouders" in lead.get("/aanbestedingen/nieuw").text
    fout = lead.post("/aanbestedingen", data={"naam": "X", "datum": "31-02-2027", "tijd": "11:00"})
    assert fout.status_code == 422
    assert "bestaat niet" in fout.text and 'value="31-02-2027"' in fout.text
    regio.maak("a", "b")
    pagina = lead.get(regio.adres).text
    assert "Jeugdhulp 2027" in pagina and "heeft nog geen sleutel" in pagina
    assert "Maak mijn sleutel" not in pagina
    assert "Maak mijn sleutel" in regio.als("a").get(regio.adres).text
    kort = regio.client.post(f"{regio.adres}/sleutel", data={"nieuw": "kort", "herhaald": "kort"})
    assert kort.status_code == 422 and "minstens 12" in kort.text
    anders = regio.client.post(f"{regio.adres}/sleutel", data={"nieuw": WACHTZIN, "herhaald": "iets anders"})
    assert "niet gelijk" in anders.text
    assert regio.als("a").post(f"{regio.adres}/kluis").status_code == 403
    assert "Nog niet iedereen" in regio.als("lead").post(f"{regio.adres}/kluis").text
    assert regio.als("buur").get(regio.adres).status_code == 404
    assert regio.als("bod").get(f"/indienen/{regio.id}").status_code == 404
    assert "is verwijderd" in regio.als("lead").post(f"{regio.adres}/verwijderen").text


def test_receipt_replacing_and_withdrawing(regio: Regio) -> None:
    regio.maak_klaar()
    assert "Jeugdhulp 2027" in regio.als("bod").get("/aanbestedingen").text
    eerste = regio.dien_in("bod", plan=b"ons plan", prijs=b"2.000")
    client = regio.als("bod")
    bewijs = client.get(eerste).text
    for inhoud in (b"ons plan", b"2.000"):
        assert hashlib.sha256(inhoud).hexdigest() in bewijs
    gegevens = json.loads(client.get(f"{eerste}/json").text)
    assert gegevens["bestanden"][0] == {
        "naam": "plan.txt",
        "grootte": 8,
        "sha256": hashlib.sha256(b"ons plan").hexdigest(),
    }
    tekst = client.get(f"{eerste}/tekst")
    assert gegevens["sha256"] in tekst.text and "attachment" in tekst.headers["content-disposition"]
    # Of somebody else there is no receipt, and no bid.
    assert regio.als("ander").get(eerste).status_code == 404
    assert "U heeft ingediend" not in regio.client.get(f"/indienen/{regio.id}").text
    tweede = regio.dien_in("bod", plan=b"ons betere plan")
    pagina = regio.als("bod").get(f"/indienen/{regio.id}").text
    assert "Vervangen" in pagina and eerste in pagina and tweede in pagina
    assert "geldt niet meer" in regio.client.get(eerste).text
    pagina = regio.client.post(f"/indienen/{regio.id}/intrekken").text
    assert "is ingetrokken" in pagina and "Dien in" in pagina
    leeg = regio.client.post(f"/indienen/{regio.id}")
    assert leeg.status_code == 422
    leeg = regio.client.post(f"/indienen/{regio.id}", files={"bestanden": ("leeg.txt", b"")})
    assert leeg.status_code == 422 and "is leeg" in leeg.text
    for naam in ("lead", "beheer"):
        assert regio.als(naam).get(f"/indienen/{regio.id}").status_code == 403


def test_before_the_opening_nobody_reads_and_after_it_the_region(
    regio: Regio, monkeypatch: pytest.MonkeyPatch
) -> None:
    regio.maak_klaar()
    # What forms are usually read with keeps large files in the open for a moment.
    monkeypatch.setattr(
        "starlette.formparsers.SpooledTemporaryFile", lambda *_, **__: pytest.fail("in the open")
    )
    regio.dien_in("bod", plan=MERK * 30_000)
    monkeypatch.undo()
    regio.dien_in("ander", plan=b"ander plan")
    pagina = regio.als("lead").get(regio.adres).text
    assert "Stichting Bod" not in pagina and "plan.txt" not in pagina
    assert 'Binnengekomen <span class="telling">2</span>' in pagina
    assert "Stichting" not in regio.client.get("/beoordeling").text
    te_vroeg = regio.open("a")
    assert "pas open na de sluiting" in te_vroeg
    for pad in state_of(regio.client).settings.data.rglob("*"):
        assert not pad.is_file() or MERK not in pad.read_bytes()
    regio.sluit()
    te_laat = regio.als("bod").post(f"/indienen/{regio.id}", files={"bestanden": ("p.txt", b"x")})
    assert te_laat.status_code == 422 and "De sluiting was op" in te_laat.text
    assert "tweede sleutelhouder" in regio.open("a")
    assert "iemand anders" in regio.open("a")
    assert "Stichting Bod" not in regio.als("lead").get(regio.adres).text
    assert regio.als("lead").post(f"{regio.adres}/openen").status_code == 422
    assert regio.als("beheer").post(f"{regio.adres}/openen").status_code == 403
    pagina = regio.open("b")
    assert "De kluis is open" in pagina
    assert "Stichting Bod" in pagina and "Stichting Ander" in pagina
    assert "Stichting Bod" in regio.als("lead").get("/beoordeling").text
    weg = next(a for a in links(pagina, "/beoordeling/") if len(a) > 20)
    regio.client.post(f"{weg}/verwijderen")
    assert "Bij beoordeling verwijderd: 1" in regio.client.get(regio.adres).text
    assert "weer bij beoordeling" in regio.client.post(f"{regio.adres}/terugzetten").text
    assert "staan al bij" in regio.client.post(f"{regio.adres}/terugzetten").text
    assert "De kluis is geopend" in regio.als("bod").get(f"/indienen/{regio.id}").text
    assert "De kluis is leeg" in regio.als("lead").post(f"{regio.adres}/leegmaken").text
    assert list(state_of(regio.client).bestanden.list()) == []
    assert "Gewist" in regio.als("bod").get(f"/indienen/{regio.id}").text
    assert regio.als("buur").get("/beoordeling").text.count("Stichting") == 0


@pytest.mark.slow
def test_an_opened_bid_is_checked(regio: Regio, tmp_path: Path) -> None:
    """With a key of the pages' own, and a zip of many files."""
    for naam in ("a", "b"):
        if not regio.adres:
            regio.maak("a", "b")
        antwoord = regio.als(naam).post(
            f"{regio.adres}/sleutel", data={"nieuw": WACHTZIN, "herhaald": WACHTZIN}
        )
        assert antwoord.headers["content-disposition"].endswith('.age"')
        regio.sleutels[naam] = Officierssleutel("", antwoord.content)
        assert "Probeer mijn sleutel" in regio.client.get(regio.adres).text
        beproefd = regio.client.post(
            f"{regio.adres}/beproef",
            files={"sleutelbestand": ("sleutel.age", antwoord.content)},
            data={"wachtzin": WACHTZIN},
        )
        assert "Uw sleutel werkt" in beproefd.text
    assert "De kluis is klaar" in regio.als("lead").post(f"{regio.adres}/kluis").text
    bod = io.BytesIO()
    with zipfile.ZipFile(bod, "w") as archief:
        for pad in write_demo(tmp_path / "bod"):
            if pad.suffix != ".pdf":  # reading those takes long
                archief.write(pad, pad.name)
    regio.dien_in("bod", bod=b"los stuk")
    antwoord = regio.als("bod").post(
        f"/indienen/{regio.id}", files={"bestanden": ("bod.zip", bod.getvalue())}, follow_redirects=False
    )
    assert antwoord.status_code == 303
    regio.sluit()
    regio.open("a")
    pagina = regio.open("b")
    (adres,) = re.findall(r'href="(/beoordeling/[0-9a-f]{24})"', pagina)
    assert "Stichting Verzonnen Haven" in wait_until_done(regio.client, adres)


def test_an_upload_that_is_too_large_leaves_nothing(regio: Regio) -> None:
    regio.maak_klaar()
    groot = bytes(state_of(regio.client).settings.max_upload + 1)
    antwoord = regio.als("bod").post(f"/indienen/{regio.id}", files={"bestanden": ("groot.bin", groot)})
    assert antwoord.status_code == 413
    assert list(state_of(regio.client).bestanden.plek.namen()) == []
    assert "U heeft ingediend" not in regio.client.get(f"/indienen/{regio.id}").text
