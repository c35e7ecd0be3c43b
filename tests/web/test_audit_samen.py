"""Lines of reads that come together: each is there when its reader goes on, in one unbroken chain."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from web.access import Handeling, Soort
from web.audit.nakijken import kijk_na
from web.audit.samen import Samenschrijver
from web.audit.schrijven import Gebeurtenis
from web.database import Database
from web.repositories import log


def gebeurtenis(record: str) -> Gebeurtenis:
    return Gebeurtenis(None, Handeling.LEZEN, Soort.RONDE, record)


def test_every_line_is_kept_before_its_reader_goes_on(database: Database) -> None:
    # Two writers, as of two server processes.
    samen = [Samenschrijver(database), Samenschrijver(database)]

    def read(number: int) -> bool:
        samen[number % 2].schrijf(gebeurtenis(str(number)))
        with database.session() as session:
            return str(number) in {regel.record for regel in log.all_in_order(session)}

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(read, range(120)))
    with database.session() as session:
        nagekeken = kijk_na(log.all_in_order(session))
    assert (nagekeken.aantal, nagekeken.fouten) == (120, ())


def test_a_line_that_cannot_be_written_keeps_no_other_out(database: Database) -> None:
    samen = Samenschrijver(database)
    fout = Gebeurtenis(None, Handeling.LEZEN, Soort.RONDE, record=object())  # type: ignore[arg-type]

    def read(number: int) -> str:
        if number % 10:
            samen.schrijf(gebeurtenis(str(number)))
            return "gelukt"
        with pytest.raises(Exception, match="object"):
            samen.schrijf(fout)
        return "geweigerd"

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(read, range(60))).count("geweigerd") == 6
    with database.session() as session:
        nagekeken = kijk_na(log.all_in_order(session))
    assert (nagekeken.aantal, nagekeken.fouten) == (54, ())
