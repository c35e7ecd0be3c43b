"""How often something may be tried: counted in the database, so that it holds over all processes."""

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from web.database import Database
from web.models.base import now
from web.repositories import tellers

_BEGIN = datetime(2000, 1, 1)
_BEWAAR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Grens:
    """At most `hoogstens` times in each stretch of `venster`."""

    naam: str
    hoogstens: int
    venster: timedelta


INLOGGEN_ACCOUNT = Grens("inloggen-account", 10, timedelta(minutes=15))
INLOGGEN_ADRES = Grens("inloggen-adres", 60, timedelta(minutes=15))
CODE_ACCOUNT = Grens("code-account", 5, timedelta(minutes=15))

REGISTREREN_ADRES = Grens("registreren-adres", 10, timedelta(hours=1))
REGISTREREN_ALLES = Grens("registreren-alles", 200, timedelta(days=1))
"""Of all together: a table of requests that somebody fills from many addresses is of no use."""


class TeVaak(Exception):
    """Tried too often. `wachten`: seconds until the next try is looked at."""

    def __init__(self, wachten: int) -> None:
        super().__init__(f"{wachten} s")
        self.wachten = wachten


def tel(database: Database, grens: Grens, wie: str) -> None:
    """Count one try. Count before looking whether it is right: tries at the same moment count too.

    Raises TeVaak.
    """
    moment = now()
    begin = _BEGIN + (moment - _BEGIN) // grens.venster * grens.venster
    with database.session(write=True) as session:
        aantal = tellers.tel(session, _sleutel(grens, wie), begin)
        if aantal == 1:
            tellers.ruim_op(session, moment - _BEWAAR)
    if aantal > grens.hoogstens:
        raise TeVaak(int((begin + grens.venster - moment).total_seconds()) + 1)


def een_minder(database: Database, grens: Grens, wie: str) -> None:
    """A try that was right does not count."""
    with database.session(write=True) as session:
        tellers.een_minder(session, _sleutel(grens, wie))


def vergeet(database: Database, grens: Grens, wie: str) -> None:
    with database.session(write=True) as session:
        tellers.vergeet(session, _sleutel(grens, wie))


def netwerk(adres: str) -> str:
    """What one subscriber has: an IPv4 address, or a /64 of IPv6."""
    try:
        ip = ipaddress.ip_address(adres)
    except ValueError:
        return adres
    return str(ipaddress.ip_network((ip, 64), strict=False)) if ip.version == 6 else adres


def _sleutel(grens: Grens, wie: str) -> str:
    # A hash: the table is no list of who tried to log in.
    return f"{grens.naam}:{hashlib.sha256(wie.encode()).hexdigest()}"
