"""From a sealed bid to an award in a real browser: opened by two, checked, decided otherwise, scored by
three, agreed on, ranked, and written down. On SQLite with JavaScript, on PostgreSQL without."""

import io
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.web.agesleutel import WACHTZIN, lichte_sleutel
from tests.web.chromium import NEEDS, WACHTWOORD, Blik, log_in_with_password, served
from web.access import Toegang
from web.auth.sessies import wie_van
from web.auth.wachtwoorden import hash_van
from web.database import Database
from web.models import Organisatiesoort, Rol
from web.models.base import now
from web.repositories import aanbestedingen as rijen
from web.repositories import gebruikers, kluis
from web.services import aanbestedingen
from web.services.aanbestedingen import Opzet

pytestmark = NEEDS
MENSEN = {
    "lead": ("Regio Proef", "Lies de Lead", Rol.HOOFDBEOORDELAAR),
    "bea": ("Regio Proef", "Bea Bakker", Rol.BEOORDELAAR),
    "omar": ("Regio Proef", "Omar Visser", Rol.BEOORDELAAR),
    "zorg": ("Zorg Een", "Zoë van Zorg", Rol.INSCHRIJVER),
}
WAAROM = "Op bladzijde 1 staat wie wat doet; het netwerk is er van het begin af bij."


@dataclass
class Proef:
    """A running server with a tender that takes bids, its key files, and a page for each person."""

    address: str
    scripts: bool
    database: Database
    look: Blik
    id: str = ""
    sleutels: dict[str, Path] = field(default_factory=dict)
    paginas: dict[str, Any] = field(default_factory=dict)

    def als(self, naam: str, browser: Any) -> Any:
        """The page of this person, logged in once."""
        if naam not in self.paginas:
            page = browser.new_context(java_script_enabled=self.scripts).new_page()
            log_in_with_password(page, self.address, naam)
            self.paginas[naam] = page
        return self.paginas[naam]


@pytest.fixture
def proef(database: Database, database_address: str, tmp_path: Path) -> Iterator[Proef]:
    scripts = not database_address
    proef = Proef("", scripts, database, Blik("beoordeling", scripts))
    _vul(proef, tmp_path)
    with served(tmp_path, database_address) as proef.address:
        yield proef


def _vul(proef: Proef, map_: Path) -> None:
    """People, and a tender whose vault is ready; test_browser_kluis makes real keys, these are light."""
    mensen = {}
    with proef.database.session(write=True) as session:
        for inlognaam, (organisatie, naam, rol) in MENSEN.items():
            soort = Organisatiesoort.AANBIEDER if rol is Rol.INSCHRIJVER else Organisatiesoort.REGIO
            # Of the demo: no code of a telephone is asked for.
            org = gebruikers.organisatie_by_naam(session, organisatie) or gebruikers.add_organisatie(
                session, organisatie, soort, demo=True
            )
            gebruiker = gebruikers.add(session, org, inlognaam, naam, frozenset({rol}))
            gebruikers.set_wachtwoord(session, gebruiker.id, hash_van(WACHTWOORD))
            mensen[inlognaam] = wie_van(gebruiker)
    toegang, nu = Toegang(proef.database), now()
    houders = ("bea", "lead")
    opzet = Opzet(
        "Jeugdhulp 2027",
        "ijsselland_2023",
        nu + timedelta(hours=2),
        24,
        tuple(mensen[h].gebruiker_id for h in houders),
    )
    proef.id = aanbestedingen.maak(toegang, mensen["lead"], opzet, nu)
    for naam in houders:
        sleutel = lichte_sleutel()
        proef.sleutels[naam] = map_ / f"{naam}.age"
        proef.sleutels[naam].write_bytes(sleutel.bestand)
        with proef.database.session(write=True) as session:
            houder = kluis.holder(session, proef.id, mensen[naam].gebruiker_id)
            assert houder
            houder.publiek, houder.beproefd = sleutel.publiek, nu
    aanbestedingen.maak_klaar(toegang, mensen["lead"], proef.id, nu)


def test_from_sealed_bid_to_award(proef: Proef, browser: Any, tmp_path: Path) -> None:
    tender = f"{proef.address}/aanbestedingen/{proef.id}"
    _dien_in(proef, browser, tmp_path)
    _open(proef, browser, tender)
    bod = _beslis_over_eis(proef, browser, tender)

    lead = proef.als("lead", browser)
    lead.goto(f"{tender}/beoordelaars")
    for naam in ("Bea Bakker", "Lies de Lead", "Omar Visser"):
        lead.get_by_label(naam, exact=True).first.check()
    lead.get_by_role("button", name="Wijs hen overal aan").click()
    lead.get_by_text("De beoordelaars zijn bewaard.").wait_for()
    proef.look(lead)
    lead.goto(f"{tender}/deelname/{bod}")
    lead.get_by_role("group", name="Besluit over perceel 1").get_by_label("Doet mee").check()
    proef.look(lead)
    lead.get_by_role("button", name="Bewaar, en op de andere percelen schrijft zij niet in").click()
    lead.get_by_text("1 van 1").wait_for()
    proef.look(lead)

    for naam, punten in (("bea", "8"), ("omar", "4"), ("lead", "8")):
        _geef_score(proef, proef.als(naam, browser), tender, punten, laatste=naam == "lead")

    proef.look(lead)
    assert lead.get_by_text("Groot verschil").count() == 1
    lead.locator("input[name=punten][value='8']").check()
    lead.get_by_label("Motivering").fill("Het plan is concreet. De samenwerking met scholen kan beter.")
    for naam in ("Bea Bakker", "Lies de Lead", "Omar Visser"):
        lead.get_by_label(naam, exact=True).check()
    lead.get_by_role("button", name="Leg de consensusscore vast").click()
    lead.get_by_role("alert").wait_for()  # so far apart: how did you come to agree?
    lead.get_by_label("Hoe kwam u tot overeenstemming?").fill("Omar las bijlage II nog niet; nu wel.")
    lead.get_by_role("button", name="Leg de consensusscore vast").click()
    lead.get_by_role("heading", name="Consensusscore: 8").wait_for()
    proef.look(lead)

    lead.goto(f"{tender}/gunning/1")
    lead.get_by_text("Zorg Een komt in aanmerking.").wait_for()
    proef.look(lead)
    lead.get_by_label("Toelichting").fill("Besproken in het beoordelingsteam.")
    lead.get_by_role("button", name="Leg het voorstel vast").click()
    lead.get_by_text("Het voorstel is vastgelegd.").wait_for()
    lead.get_by_label("Reden van het besluit").fill("Het plan haalt het minimum.")
    lead.get_by_role("button", name="Neem het besluit").click()
    lead.get_by_text("De brieven staan klaar.").wait_for()
    proef.look(lead)
    _lees_papieren(lead, tender)


def _dien_in(proef: Proef, browser: Any, map_: Path) -> None:
    """The bidder seals a bid; then the closing passes."""
    page = proef.als("zorg", browser)
    page.goto(f"{proef.address}/indienen/{proef.id}")
    plan = map_ / "Plan van aanpak - perceel 1.txt"
    plan.write_text("Inschrijver: Zorg Een. Perceel 1.\nWij handelen een klacht af in zes weken.\n" * 20)
    page.get_by_label("Bestanden van uw inschrijving").set_input_files([plan])
    page.get_by_role("button", name="Dien in").click()
    page.get_by_role("heading", name="Ontvangstbewijs").wait_for()
    with proef.database.session(write=True) as session:
        aanbesteding = rijen.get(session, proef.id)
        assert aanbesteding
        aanbesteding.sluiting = now() - timedelta(minutes=1)


def _open(proef: Proef, browser: Any, tender: str) -> None:
    for naam, knop, daarna in (
        ("bea", "Begin met openen", "Uw sleutel is gebruikt"),
        ("lead", "Open de kluis", "De kluis is open."),
    ):
        page = proef.als(naam, browser)
        page.goto(tender)
        page.get_by_label("Uw sleutelbestand").set_input_files(proef.sleutels[naam])
        page.get_by_label("Uw wachtzin").fill(WACHTZIN)
        page.get_by_role("button", name=knop).click()
        page.get_by_text(daarna).wait_for()
    proef.look(page)


def _beslis_over_eis(proef: Proef, browser: Any, tender: str) -> str:
    """Once the bid was checked, an assessor decides otherwise about an eis; returns the id of the bid."""
    page = proef.als("bea", browser)
    end = time.monotonic() + 90
    page.goto(tender)
    bod = str(page.locator(".resultaat__naam").first.get_attribute("href")).rpartition("/")[2]
    while page.locator(".label--bezig", has_text=re.compile("Wacht|Bezig")).count():
        assert time.monotonic() < end, "the check takes too long"
        time.sleep(0.5)
        page.goto(tender)
    page.goto(f"{proef.address}/beoordeling/{bod}/eis/12")
    page.get_by_role("radio", name="Deels aangetoond").check()
    page.get_by_label("Waarom?").fill("De termijn staat er, de regeling zelf ontbreekt.")
    page.get_by_role("button", name="Bewaar mijn besluit").click()
    page.get_by_text("De termijn staat er, de regeling zelf ontbreekt.").first.wait_for()
    return bod


def _geef_score(proef: Proef, page: Any, tender: str, punten: str, laatste: bool) -> None:
    page.goto(f"{tender}/scoren?perceel=1")
    page.get_by_role("link", name=re.compile("Geef uw score$")).click()
    if page.get_by_role("heading", name="Uw score").count() and not laatste:
        proef.look(page)
    page.locator(f"input[name=punten][value='{punten}']").check()
    page.get_by_role("button", name="Dien mijn score in").click()
    page.get_by_role("alert").wait_for()  # a motivation is asked for
    page.get_by_label("Waarom geeft u deze score?").fill(WAAROM)
    page.get_by_role("button", name="Dien mijn score in").click()
    page.get_by_text("Uw score is ingediend.").wait_for()
    assert page.get_by_role("heading", name="De losse scores").count() == (1 if laatste else 0)
    assert page.get_by_text(WAAROM).count() == (3 if laatste else 1), "another's words show too early"


def _lees_papieren(page: Any, tender: str) -> None:
    """The record, the letter and the record of the opening, as Word reads them."""
    brief = page.get_by_role("link", name="Zorg Een").get_attribute("href")
    adressen = (
        f"{tender}/gunning/1/proces-verbaal.docx",
        f"{tender}/opening.docx",
        tender.partition("/aanbestedingen")[0] + str(brief),
    )
    verslag, opening, gekregen = (_tekst(page.request.get(adres).body()) for adres in adressen)
    for woorden in (
        "Bea Bakker",
        "Omar Visser",
        WAAROM,
        "Omar las bijlage II nog niet; nu wel.",
        "eindcijfer",
    ):
        assert woorden in verslag
    assert "Eerste sleutel" in opening and "Bea Bakker" in opening and "Zorg Een" in opening
    assert "Wij zijn van plan om u perceel 1 te gunnen." in gekregen
    assert "De samenwerking met scholen kan beter." in gekregen
    assert "Omar" not in gekregen, "a letter does not tell who scored what"


def _tekst(inhoud: bytes) -> str:
    document = docx.Document(io.BytesIO(inhoud))
    cellen = (cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells)
    return "\n".join((*(alinea.text for alinea in document.paragraphs), *cellen))
