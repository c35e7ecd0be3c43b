"""kill -9 while bids come in: a bid is in whole, or the one before it is still there; the log holds."""

import multiprocessing
import os
import random
import signal
import tempfile
import time
from datetime import UTC, datetime, timedelta
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.web.agesleutel import WACHTZIN
from tests.web.tender import VOOR, Proef, delen
from web.access import Toegang, Wie
from web.audit.schrijven import hash_van
from web.bestanden import open_bestanden
from web.database import Database
from web.kluis.nesten import kluissleutel, open_laag
from web.kluis.officier import open_sleutel
from web.kluis.versleutelen import ontsleutel
from web.models import Kluislaag, Logregel
from web.repositories import inzendingen
from web.services import indienen
from web.settings import Settings

KEREN = 20


def send(data: Path, url: str, wie: Wie, aanbesteding: str, zaad: int, begonnen: Event) -> None:
    """Hand in one bid after the other, until this process is killed."""
    toegang, bestanden = Toegang(Database(url)), open_bestanden("", data)
    bytes_ = random.Random(zaad)
    begonnen.set()
    while True:
        deel = {f"stuk{n}": bytes_.randbytes(200_000) for n in range(3)}
        indienen.dien_in(toegang, bestanden, wie, aanbesteding, delen(**deel), lambda: VOOR)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_killed_while_handing_in(database: Database, database_address: str, tmp_path: Path) -> None:
    proef = Proef(database, tmp_path)
    proef.maak_klaar(proef.a, proef.b)
    proef.dien_in(plan=b"het eerste")
    kans, fork = random.Random(7), multiprocessing.get_context("fork")
    url = Settings(tmp_path, database=database_address).database_url
    for zaad in range(KEREN):
        begonnen = fork.Event()
        process = fork.Process(target=send, args=(tmp_path, url, proef.bidder, proef.id, zaad, begonnen))
        process.start()
        assert process.pid and begonnen.wait(20)
        time.sleep(kans.uniform(0, 0.4))
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        check(proef)
    # What was left over goes, what counts stays.
    morgen = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=2)
    indienen.veeg(proef.toegang, proef.bestanden, morgen)
    check(proef)
    with database.session() as session:
        assert {naam.partition("/")[2] for naam, _ in proef.bestanden.plek.namen()} == (
            inzendingen.stored_keys(session)
        )


def check(proef: Proef) -> None:
    """Exactly one version counts, and each of its files opens to what its receipt says."""
    with proef.database.session() as session:
        inzending = inzendingen.own(session, proef.bidder.organisatie_id, proef.id)
        assert inzending
        assert [v.nummer for v in inzending.versies] == list(range(1, len(inzending.versies) + 1))
        assert sum(v.vervallen is None for v in inzending.versies) == 1
        geldend = inzending.geldend
        assert geldend is inzending.versies[-1]
        bestanden = list(geldend.bestanden)
        laag = session.scalars(select(Kluislaag).where(Kluislaag.eerste_id == proef.a.gebruiker_id)).one()
        regels = list(session.scalars(select(Logregel).order_by(Logregel.nummer)))
    assert len(bestanden) in (1, 3)
    a, b = (proef.sleutels[wie.gebruiker_id] for wie in (proef.a, proef.b))
    binnen = open_laag(laag.versleuteld, open_sleutel(a.bestand, WACHTZIN, a.publiek))
    sleutel = kluissleutel(open_laag(binnen, open_sleutel(b.bestand, WACHTZIN, b.publiek)))
    for bestand in bestanden:
        with proef.bestanden.get(bestand.opslag) as dicht, tempfile.TemporaryFile() as open_:
            ontsleutel(dicht, open_, sleutel, bestand.sha256)
    vorige = ""
    for regel in regels:
        assert regel.vorige == vorige and regel.hash == hash_van(regel)
        vorige = regel.hash
