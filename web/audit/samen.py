"""Writes the lines of reads that come at the same moment in one transaction: a database writes one at a time.

Nobody waits longer for it: who comes while another writes, waits for that one as it is, and then writes for
all who came meanwhile.
"""

import threading
from dataclasses import dataclass

from web.audit.schrijven import Gebeurtenis, schrijf
from web.database import Database


@dataclass(slots=True)
class _Wachtende:
    gebeurtenis: Gebeurtenis
    klaar: bool = False
    fout: Exception | None = None


class Samenschrijver:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._wachtenden: list[_Wachtende] = []
        self._bij = threading.Lock()
        self._beurt = threading.Lock()

    def schrijf(self, gebeurtenis: Gebeurtenis) -> None:
        """The line is in the log, for good, when this returns. Raises what the database raises."""
        wachtende = _Wachtende(gebeurtenis)
        with self._bij:
            self._wachtenden.append(wachtende)
        with self._beurt:
            if not wachtende.klaar:
                self._schrijf_alle()
        if wachtende.fout:
            raise wachtende.fout

    def _schrijf_alle(self) -> None:
        with self._bij:
            deze, self._wachtenden = self._wachtenden, []
        try:
            self._schrijf(deze)
        except Exception:
            # One by one: what is wrong with one line must not keep the others out.
            for wachtende in deze:
                try:
                    self._schrijf([wachtende])
                except Exception as fout:
                    wachtende.fout = fout
        finally:
            for wachtende in deze:
                wachtende.klaar = True

    def _schrijf(self, wachtenden: list[_Wachtende]) -> None:
        with self._database.session(write=True) as session:
            schrijf(session, *(wachtende.gebeurtenis for wachtende in wachtenden))
