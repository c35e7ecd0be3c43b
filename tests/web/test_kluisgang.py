"""A bid from the upload to the opening: what is refused, what is kept, and that nobody reads it before."""

import hashlib
import io
import random
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pyrage import DecryptError
from sqlalchemy import select, text

from knowledge.errors import InvoerFout
from tests.web.agesleutel import WACHTZIN, lichte_sleutel
from tests.web.tender import NA, SLUITING, VENSTER, VOOR, Proef, delen
from web.access import GeenToegang, Handeling, Soort, Wie
from web.access.grenzen import GrensFout
from web.bestanden import BestandWeg
from web.database import Database
from web.kluis.fase import SAMEN, Fase
from web.kluis.nesten import kluissleutel, open_laag
from web.kluis.officier import open_sleutel
from web.kluis.versleutelen import ontsleutel
from web.models import Aanbesteding, Base, Inschrijving, Inzending, Kluislaag, Kluisopening, Logregel, Rol
from web.models.base import now
from web.repositories import aanbestedingen as rijen
from web.repositories import inzendingen, jobs, kluis
from web.services import aanbestedingen, indienen
from web.services.aanbestedingen import GeenAanbesteding, Opzet, Veldfouten
from web.services.bewijs import som
from web.services.indienen import bewijs_van
from web.services.legen import maak_leeg
from web.services.opening import Stap

MERK = b"ZEER-GEHEIM-BOD-7f3a91"


@pytest.fixture
def proef(database: Database, tmp_path: Path) -> Proef:
    return Proef(database, tmp_path)


@pytest.fixture
def klaar(proef: Proef) -> Proef:
    proef.maak_klaar()
    return proef


def own(proef: Proef, wie: Wie) -> Inzending:
    with proef.database.session() as session:
        inzending = inzendingen.own(session, wie.organisatie_id, proef.id)
        assert inzending
        _ = [versie.bestanden for versie in inzending.versies]
        return inzending


def everything(proef: Proef) -> Iterator[bytes]:
    """All that is kept: every file of the data folder, and every row of the database."""
    for pad in proef.data.rglob("*"):
        if pad.is_file():
            yield pad.read_bytes()
    with proef.database.session() as session:
        for tabel in Base.metadata.sorted_tables:
            for rij in session.execute(select(tabel)):
                yield repr(tuple(rij)).encode()


def opened(proef: Proef) -> bool:
    with proef.database.session() as session:
        aanbesteding = rijen.get(session, proef.id)
        opening = kluis.opening(session, proef.id)
        inzending = inzendingen.own(session, proef.bidder.organisatie_id, proef.id)
        assert aanbesteding and inzending
        is_open = aanbesteding.geopend is not None
        assert is_open == bool(opening and opening.voor_server)
        assert is_open == (inzending.gedeeld_met_id is not None)
        assert is_open == (session.scalars(select(Inschrijving)).first() is not None)
        return is_open


# Handing in


def test_a_bid_is_nowhere_in_the_open(klaar: Proef) -> None:
    """Not on the disk and not in the database, also with the two people half-way."""
    klaar.dien_in(plan=MERK * 50_000, prijs=MERK)
    klaar.open(klaar.a)
    gezien = 0
    for deel in everything(klaar):
        gezien += 1
        assert MERK not in deel
        assert b"AGE-SECRET-KEY" not in deel
    assert gezien > 10


def test_the_receipt_is_of_the_bytes(klaar: Proef) -> None:
    inhoud = {"plan": random.Random(1).randbytes(300_000), "prijs": b"2.000"}
    nummer = klaar.dien_in(**inhoud)
    versie = own(klaar, klaar.bidder).geldend
    assert versie
    with klaar.database.session() as session:
        aanbesteding = rijen.get(session, klaar.id)
        assert aanbesteding
        bewijs = bewijs_van(aanbesteding, "Aanbieder", versie)
    assert bewijs.nummer == nummer
    assert [(b.naam, b.grootte) for b in bewijs.bestanden] == [("plan.txt", 300_000), ("prijs.txt", 5)]
    assert [b.sha256 for b in bewijs.bestanden] == [hashlib.sha256(i).hexdigest() for i in inhoud.values()]
    lijst = "".join(f"{hashlib.sha256(i).hexdigest()}  {naam}.txt\n" for naam, i in inhoud.items())
    assert bewijs.sha256 == som(bewijs.bestanden) == hashlib.sha256(lijst.encode()).hexdigest()
    assert bewijs.ontvangen == VOOR
    with klaar.database.session() as session:
        regel = session.scalars(select(Logregel).where(Logregel.soort == "inzending")).all()[-1]
    assert regel.deel == f"{nummer} {bewijs.sha256}"


def test_replacing_keeps_the_history_and_not_the_files(klaar: Proef) -> None:
    eerste = klaar.dien_in(plan=b"oud")
    oud = own(klaar, klaar.bidder).versies[0].bestanden[0].opslag
    tweede = klaar.dien_in(nu=VOOR + timedelta(minutes=5), plan=b"nieuw")
    versies = own(klaar, klaar.bidder).versies
    assert [(v.bewijs, v.reden) for v in versies] == [(eerste, "vervangen"), (tweede, "")]
    assert versies[0].sha256 != versies[1].sha256
    assert versies[0].vervallen == versies[1].ontvangen == VOOR + timedelta(minutes=5)
    assert list(klaar.bestanden.list()) == [versies[1].bestanden[0].opslag]
    with pytest.raises(BestandWeg), klaar.bestanden.get(oud):
        pass


def test_withdrawing_and_coming_back(klaar: Proef) -> None:
    klaar.dien_in(plan=b"bod")
    indienen.trek_in(klaar.toegang, klaar.bestanden, klaar.bidder, klaar.id, lambda: VOOR)
    assert own(klaar, klaar.bidder).geldend is None
    assert list(klaar.bestanden.list()) == []
    with pytest.raises(InvoerFout, match="niets om in te trekken"):
        indienen.trek_in(klaar.toegang, klaar.bestanden, klaar.bidder, klaar.id, lambda: VOOR)
    klaar.dien_in(plan=b"toch")
    assert own(klaar, klaar.bidder).geldend


def test_from_the_closing_on_nothing_changes(klaar: Proef) -> None:
    klaar.dien_in(plan=b"op tijd", nu=SLUITING - timedelta(microseconds=1))
    bewaard = sorted(klaar.bestanden.list())
    for nu in (SLUITING, NA, SLUITING + timedelta(days=400)):
        with pytest.raises(InvoerFout, match="De sluiting was op 1 mrt 2027, 11:00"):
            klaar.dien_in(plan=b"te laat", nu=nu)
        with pytest.raises(InvoerFout, match="De sluiting was"):
            indienen.trek_in(klaar.toegang, klaar.bestanden, klaar.bidder, klaar.id, lambda: nu)  # noqa: B023
    assert sorted(klaar.bestanden.list()) == bewaard
    assert len(own(klaar, klaar.bidder).versies) == 1


def test_an_upload_that_is_not_done_at_the_closing_is_too_late(klaar: Proef) -> None:
    klok = iter((VOOR, SLUITING))
    with pytest.raises(InvoerFout, match="De sluiting was"):
        indienen.dien_in(
            klaar.toegang, klaar.bestanden, klaar.bidder, klaar.id, delen(plan=b"x"), lambda: next(klok)
        )
    assert list(klaar.bestanden.list()) == []


def test_a_bid_that_breaks_off_leaves_the_one_before(klaar: Proef) -> None:
    klaar.dien_in(plan=b"eerste")
    stuk = delen(plan=b"tweede", prijs=b"x")

    def breekt(size: int = -1, /) -> bytes:
        raise ConnectionError

    stuk[1].read = breekt  # type: ignore[method-assign]
    with pytest.raises(ConnectionError):
        indienen.dien_in(klaar.toegang, klaar.bestanden, klaar.bidder, klaar.id, stuk, lambda: VOOR)
    geldend = own(klaar, klaar.bidder).geldend
    assert geldend and geldend.nummer == 1
    assert list(klaar.bestanden.list()) == [geldend.bestanden[0].opslag]


@pytest.mark.parametrize(("bestanden", "woorden"), [({}, "Kies de bestanden"), ({"leeg": b""}, "is leeg")])
def test_an_empty_bid_is_refused(klaar: Proef, bestanden: dict[str, bytes], woorden: str) -> None:
    with pytest.raises(InvoerFout, match=woorden):
        klaar.dien_in(**bestanden)
    assert list(klaar.bestanden.list()) == []


def test_two_who_hand_in_at_once_leave_one_bid(klaar: Proef) -> None:
    collega = klaar.persoon("collega", "Aanbieder", Rol.INSCHRIJVER)
    wachten = threading.Barrier(4)

    def stuur(nummer: int) -> str:
        stuk = delen(plan=b"%d" % nummer)
        lees = stuk[0].read

        def samen(size: int = -1, /) -> bytes:
            if nummer not in gewacht:
                gewacht.add(nummer)
                wachten.wait(20)
            return lees(size)

        stuk[0].read = samen  # type: ignore[method-assign]
        wie = (klaar.bidder, collega)[nummer % 2]
        return indienen.dien_in(klaar.toegang, klaar.bestanden, wie, klaar.id, stuk, lambda: VOOR)

    gewacht: set[int] = set()
    with ThreadPoolExecutor(4) as pool:
        bewijzen = list(pool.map(stuur, range(4)))
    versies = own(klaar, klaar.bidder).versies
    assert {v.bewijs for v in versies} == set(bewijzen)
    assert [v.vervallen is None for v in versies] == [False, False, False, True]
    assert list(klaar.bestanden.list()) == [versies[-1].bestanden[0].opslag]


def test_two_files_of_one_name_are_both_kept(klaar: Proef) -> None:
    dubbel = [*delen(plan=b"een"), *delen(PLAN=b"twee")]
    indienen.dien_in(klaar.toegang, klaar.bestanden, klaar.bidder, klaar.id, dubbel, lambda: VOOR)
    geldend = own(klaar, klaar.bidder).geldend
    assert geldend and [b.naam for b in geldend.bestanden] == ["plan.txt", "PLAN (2).txt"]


def test_no_bids_before_the_vault_is_ready(proef: Proef) -> None:
    proef.maak(proef.a, proef.b)
    with pytest.raises(GeenAanbesteding):
        proef.dien_in(plan=b"x")


def test_files_that_no_row_names_are_swept(klaar: Proef) -> None:
    klaar.dien_in(plan=b"blijft")
    klaar.bestanden.put(io.BytesIO(b"gebleven na kill -9"))
    # Written just now by the real clock; the day after tomorrow they are old.
    assert indienen.veeg(klaar.toegang, klaar.bestanden, now()) == 0
    assert indienen.veeg(klaar.toegang, klaar.bestanden, now() + timedelta(days=2)) == 1
    geldend = own(klaar, klaar.bidder).geldend
    assert geldend and list(klaar.bestanden.list()) == [geldend.bestanden[0].opslag]


# Who sees what


def test_nobody_else_sees_a_bid_before_the_opening(klaar: Proef) -> None:
    klaar.dien_in(plan=b"bod")
    ander = klaar.persoon("ander", "Andere aanbieder", Rol.INSCHRIJVER)
    beheerder = klaar.persoon("beheer", "Regio", Rol.BEHEERDER)
    for wie in (klaar.lead, klaar.a):
        with klaar.toegang.lezen(wie, Soort.KLUIS, klaar.id) as session:
            assert inzendingen.all_of(session, klaar.id) == []
            assert len(inzendingen.arrivals(session, klaar.id)) == 1
    with klaar.toegang.lezen(ander, Soort.INZENDING, klaar.id) as session:
        assert inzendingen.all_of(session, klaar.id) == []
        assert kluis.layers_of(session, klaar.id, klaar.a.gebruiker_id) == []
    for soort in (Soort.KLUIS, Soort.INZENDING, Soort.AANBESTEDING, Soort.INSCHRIJVING):
        with pytest.raises(GeenToegang), klaar.toegang.lezen(beheerder, soort, klaar.id):
            pass


def test_a_tender_is_read_by_all_and_written_by_its_region(klaar: Proef) -> None:
    buur = klaar.persoon("buur", "Buurregio", Rol.HOOFDBEOORDELAAR)
    with klaar.toegang.lezen(buur, Soort.AANBESTEDING) as session:
        assert rijen.get(session, klaar.id)
        assert rijen.all_of_region(session, buur.organisatie_id) == []
    with (
        pytest.raises(GrensFout),
        klaar.toegang.wijzigen(buur, Handeling.WIJZIGEN, Soort.AANBESTEDING, klaar.id) as session,
    ):
        gekaapt = rijen.get(session, klaar.id)
        assert gekaapt
        gekaapt.sluiting = VOOR
    with pytest.raises(GeenAanbesteding):
        aanbestedingen.verander_planning(klaar.toegang, buur, klaar.id, VOOR, 1, VOOR)


# Opening


def test_two_people_open_after_the_closing(klaar: Proef) -> None:
    klaar.dien_in(plan=MERK)
    ander = klaar.persoon("ander", "Andere aanbieder", Rol.INSCHRIJVER)
    klaar.dien_in(wie=ander, plan=b"tweede bod")
    weg = klaar.persoon("weg", "Weggebleven", Rol.INSCHRIJVER)
    klaar.dien_in(wie=weg, plan=b"ingetrokken")
    indienen.trek_in(klaar.toegang, klaar.bestanden, weg, klaar.id, lambda: VOOR)
    assert klaar.open(klaar.b) is Stap.EERSTE
    assert not opened(klaar)
    assert klaar.open(klaar.lead) is Stap.TWEEDE
    assert opened(klaar)
    with klaar.toegang.lezen(klaar.a, Soort.INSCHRIJVING) as session:
        boden = list(session.scalars(select(Inschrijving).order_by(Inschrijving.naam)))
        assert [b.naam for b in boden] == ["Aanbieder", "Andere aanbieder"]
        assert len(jobs.waiting(session)) == 2
        assert {i.eigenaar_id for i in inzendingen.all_of(session, klaar.id)} == {
            klaar.bidder.organisatie_id,
            ander.organisatie_id,
        }
        opening = kluis.opening(session, klaar.id)
        assert opening and opening.halve == {} and opening.voor_server
    sleutel = kluissleutel(open_laag(opening.voor_server, klaar.server))
    geldend = own(klaar, klaar.bidder).geldend
    assert geldend
    bestand = geldend.bestanden[0]
    with klaar.bestanden.get(bestand.opslag) as dicht, tempfile.TemporaryFile() as open_:
        ontsleutel(dicht, open_, sleutel, bestand.sha256)
        open_.seek(0)
        assert open_.read() == MERK
    with klaar.database.session() as session:
        daden = [
            (r.gebruiker, r.deel)
            for r in session.scalars(select(Logregel).where(Logregel.handeling == "openen"))
        ]
    assert daden == [("b", "poging"), ("b", "eerste sleutel"), ("lead", "poging"), ("lead", "geopend")]


@pytest.mark.parametrize(
    ("nu", "woorden"),
    [
        (VOOR, "pas open na de sluiting: 1 mrt 2027, 11:00"),
        (SLUITING - timedelta(microseconds=1), "pas open na de sluiting"),
        (SLUITING + timedelta(hours=VENSTER), "voorbij"),
    ],
)
def test_both_keys_open_nothing_outside_the_window(klaar: Proef, nu: datetime, woorden: str) -> None:
    klaar.dien_in(plan=b"bod")
    for wie in (klaar.a, klaar.b):
        with pytest.raises(InvoerFout, match=woorden):
            klaar.open(wie, nu=nu)
    assert not opened(klaar)


def test_the_clock_alone_opens_nothing(klaar: Proef) -> None:
    klaar.dien_in(plan=MERK)
    indienen.veeg(klaar.toegang, klaar.bestanden, NA)
    assert not opened(klaar)
    assert all(MERK not in deel and b"AGE-SECRET-KEY" not in deel for deel in everything(klaar))


def test_one_person_opens_nothing(klaar: Proef) -> None:
    klaar.dien_in(plan=b"bod")
    assert klaar.open(klaar.a) is Stap.EERSTE
    with pytest.raises(InvoerFout, match="iemand anders"):
        klaar.open(klaar.a)
    # With the file of a colleague, but logged in as oneself.
    with pytest.raises(InvoerFout, match="iemand anders"):
        klaar.open(klaar.a, van=klaar.b)
    # Or a colleague who uses the same file.
    with pytest.raises(InvoerFout, match="niet uw sleutel"):
        klaar.open(klaar.b, van=klaar.a)
    assert not opened(klaar)


def test_one_key_and_all_that_is_kept_opens_nothing(klaar: Proef) -> None:
    """Somebody with the disk, the database and one person's key, also when that person has begun."""
    klaar.dien_in(plan=MERK)
    klaar.open(klaar.a)
    sleutel = open_sleutel(
        klaar.sleutels[klaar.a.gebruiker_id].bestand,
        WACHTZIN,
        klaar.sleutels[klaar.a.gebruiker_id].publiek,
    )
    with klaar.database.session() as session:
        opening = kluis.opening(session, klaar.id)
        assert opening
        teksten = [laag.versleuteld for laag in session.scalars(select(Kluislaag))] + list(
            opening.halve.values()
        )
        assert len(teksten) == 6 + 2
    for tekst in teksten:
        try:
            binnen = open_laag(tekst, sleutel)
        except DecryptError:
            continue
        assert "AGE-SECRET-KEY" not in binnen


def test_the_second_has_half_an_hour(klaar: Proef) -> None:
    klaar.dien_in(plan=b"bod")
    klaar.open(klaar.a)
    laat = NA + SAMEN + timedelta(seconds=1)
    assert klaar.open(klaar.b, nu=laat) is Stap.EERSTE
    assert not opened(klaar)
    indienen.veeg(klaar.toegang, klaar.bestanden, laat + SAMEN + timedelta(seconds=1))
    with klaar.database.session() as session:
        opening = session.scalars(select(Kluisopening)).one()
        assert opening.halve == {}
    assert klaar.open(klaar.a, nu=laat + timedelta(hours=2)) is Stap.EERSTE
    assert klaar.open(klaar.b, nu=laat + timedelta(hours=2)) is Stap.TWEEDE
    assert opened(klaar)


def test_only_who_is_named_and_only_once(klaar: Proef) -> None:
    klaar.dien_in(plan=b"bod")
    collega = klaar.persoon("collega", "Regio", Rol.BEOORDELAAR)
    klaar.sleutels[collega.gebruiker_id] = lichte_sleutel()
    with pytest.raises(InvoerFout, match="geen sleutel van deze kluis"):
        klaar.open(collega)
    for wie in (klaar.bidder, klaar.persoon("beheer", "Regio", Rol.BEHEERDER)):
        with pytest.raises(GeenToegang):
            klaar.open(wie, van=klaar.a)
    klaar.open(klaar.a)
    klaar.open(klaar.b)
    with pytest.raises(InvoerFout, match="al geopend"):
        klaar.open(klaar.lead)


def test_a_wrong_passphrase_changes_nothing_but_the_log(klaar: Proef) -> None:
    klaar.dien_in(plan=b"bod")
    klaar.sleutels[klaar.a.gebruiker_id] = lichte_sleutel("een andere lange zin")
    with pytest.raises(InvoerFout, match="past niet"):
        klaar.open(klaar.a)
    with klaar.database.session() as session:
        assert kluis.opening(session, klaar.id) is None
        assert session.scalars(select(Logregel).where(Logregel.deel == "poging")).one()


def test_a_moved_database_row_still_needs_both(klaar: Proef) -> None:
    """Who changes the closing in the database itself comes no further with one key."""
    klaar.dien_in(plan=b"bod")
    with klaar.database.session(write=True) as session:
        session.execute(text("UPDATE aanbestedingen SET sluiting = '2026-01-01 00:00:00'"))
    nu = VOOR.replace(year=2026, month=1, day=1, hour=1)
    assert klaar.open(klaar.a, nu=nu) is Stap.EERSTE
    with pytest.raises(InvoerFout, match="iemand anders"):
        klaar.open(klaar.a, nu=nu)
    assert not opened(klaar)


# Setting up


@pytest.mark.parametrize(
    ("verander", "veld"),
    [
        (lambda o, p: Opzet("", o.catalogus, o.sluiting, o.venster_uren, o.houders), "naam"),
        (lambda o, p: Opzet(o.naam, "bestaat_niet", o.sluiting, o.venster_uren, o.houders), "catalogus"),
        (lambda o, p: Opzet(o.naam, o.catalogus, VOOR, o.venster_uren, o.houders), "datum"),
        (lambda o, p: Opzet(o.naam, o.catalogus, o.sluiting, 0, o.houders), "venster"),
        (lambda o, p: Opzet(o.naam, o.catalogus, o.sluiting, 24, o.houders[:1]), "houders"),
        (lambda o, p: Opzet(o.naam, o.catalogus, o.sluiting, 24, (o.houders[0],) * 2), "houders"),
        (
            lambda o, p: Opzet(o.naam, o.catalogus, o.sluiting, 24, (o.houders[0], p.bidder.gebruiker_id)),
            "houders",
        ),
    ],
)
def test_a_tender_that_is_not_right_is_refused(
    proef: Proef, verander: Callable[[Opzet, Proef], Opzet], veld: str
) -> None:
    goed = Opzet("Proef", "ijsselland_2023", SLUITING, 24, (proef.a.gebruiker_id, proef.b.gebruiker_id))
    with pytest.raises(Veldfouten) as fout:
        aanbestedingen.maak(proef.toegang, proef.lead, verander(goed, proef), VOOR)
    assert [naam for naam, _ in fout.value.paren] == [veld]
    assert aanbestedingen.maak(proef.toegang, proef.lead, goed, VOOR)


def test_the_closing_only_moves_away(klaar: Proef) -> None:
    def zet(sluiting: datetime, uren: int, nu: datetime = VOOR) -> None:
        aanbestedingen.verander_planning(
            klaar.toegang,
            klaar.lead,
            klaar.id,
            sluiting,
            uren,
            nu,
        )

    with pytest.raises(Veldfouten, match="alleen later"):
        zet(SLUITING - timedelta(minutes=1), VENSTER)
    with pytest.raises(Veldfouten, match="alleen langer"):
        zet(SLUITING, VENSTER - 1)
    later = SLUITING + timedelta(days=7)
    zet(later, VENSTER)
    klaar.dien_in(plan=b"in de verlenging", nu=NA)
    with pytest.raises(Veldfouten, match="voorbij"):
        zet(later + timedelta(days=1), VENSTER, nu=later)
    # Nobody could come: the lead gives more time.
    te_laat = later + timedelta(hours=VENSTER, minutes=1)
    with pytest.raises(InvoerFout, match="voorbij"):
        klaar.open(klaar.a, nu=te_laat)
    zet(later, VENSTER + 24, nu=te_laat)
    assert klaar.open(klaar.a, nu=te_laat) is Stap.EERSTE


def test_the_vault_waits_for_every_key(proef: Proef) -> None:
    proef.maak(proef.a, proef.b)
    with pytest.raises(InvoerFout, match="Nog niet iedereen"):
        aanbestedingen.maak_klaar(proef.toegang, proef.lead, proef.id, VOOR)
    with pytest.raises(GeenToegang):
        aanbestedingen.maak_klaar(proef.toegang, proef.a, proef.id, VOOR)
    with pytest.raises(InvoerFout, match="niet gekozen"):
        aanbestedingen.geef_sleutel(proef.toegang, proef.lead, proef.id, WACHTZIN)
    with pytest.raises(InvoerFout, match="Maak eerst"):
        aanbestedingen.beproef_sleutel(proef.toegang, proef.a, proef.id, b"", WACHTZIN, VOOR)
    aanbestedingen.verwijder(proef.toegang, proef.lead, proef.id)
    with proef.database.session() as session:
        assert rijen.get(session, proef.id) is None


@pytest.mark.slow
def test_a_key_is_made_tried_and_then_fixed(proef: Proef) -> None:
    proef.maak(proef.a, proef.b)
    proef.geef_lichte_sleutel(proef.b)
    sleutel = aanbestedingen.geef_sleutel(proef.toegang, proef.a, proef.id, WACHTZIN)
    with pytest.raises(InvoerFout, match="Nog niet iedereen"):
        aanbestedingen.maak_klaar(proef.toegang, proef.lead, proef.id, VOOR)
    with pytest.raises(InvoerFout, match="past niet"):
        aanbestedingen.beproef_sleutel(proef.toegang, proef.a, proef.id, sleutel.bestand, "anders", VOOR)
    aanbestedingen.beproef_sleutel(proef.toegang, proef.a, proef.id, sleutel.bestand, WACHTZIN, VOOR)
    proef.sleutels[proef.a.gebruiker_id] = sleutel
    aanbestedingen.maak_klaar(proef.toegang, proef.lead, proef.id, VOOR)
    with pytest.raises(InvoerFout, match="niet meer veranderen"):
        aanbestedingen.geef_sleutel(proef.toegang, proef.a, proef.id, WACHTZIN)
    with pytest.raises(InvoerFout, match="kan niet meer weg"):
        aanbestedingen.verwijder(proef.toegang, proef.lead, proef.id)
    proef.dien_in(plan=b"bod")
    proef.open(proef.a)
    assert proef.open(proef.b) is Stap.TWEEDE


def test_an_emptied_vault_has_no_bids_and_no_key(klaar: Proef) -> None:
    klaar.dien_in(plan=b"bod")
    with pytest.raises(InvoerFout, match="pas leeg na de opening"):
        maak_leeg(klaar.toegang, klaar.bestanden, klaar.lead, klaar.id, NA)
    klaar.open(klaar.a)
    klaar.open(klaar.b)
    with pytest.raises(GeenToegang):
        maak_leeg(klaar.toegang, klaar.bestanden, klaar.a, klaar.id, NA)
    maak_leeg(klaar.toegang, klaar.bestanden, klaar.lead, klaar.id, NA)
    assert list(klaar.bestanden.list()) == []
    (versie,) = own(klaar, klaar.bidder).versies
    assert versie.reden == "gewist" and len(versie.bestanden) == 1
    with klaar.database.session() as session:
        opening = kluis.opening(session, klaar.id)
        assert opening and opening.voor_server is None
        assert session.scalars(select(Kluislaag)).first() is None
        assert inzendingen.without_copy(session, klaar.id) == []


def test_phases(klaar: Proef) -> None:
    with klaar.database.session() as session:
        aanbesteding = session.get(Aanbesteding, klaar.id)
        assert aanbesteding
        planning = aanbesteding.planning
    assert [planning.fase(nu) for nu in (VOOR, SLUITING, NA, SLUITING + timedelta(hours=VENSTER))] == [
        Fase.OPEN,
        Fase.GESLOTEN,
        Fase.GESLOTEN,
        Fase.VERLOPEN,
    ]
