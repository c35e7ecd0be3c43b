"""Opens sessions for people: checks the right, limits the rows, and writes the log."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from web.access.grenzen import begrens
from web.access.rechten import GeenToegang, Handeling, Soort, mag
from web.access.wie import Wie
from web.audit.samen import Samenschrijver
from web.audit.schrijven import Gebeurtenis, schrijf
from web.database import Database

_RECORD = "record"


class Toegang:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._gelezen = Samenschrijver(database)

    @contextmanager
    def lezen(
        self,
        wie: Wie,
        soort: Soort,
        record: str = "",
        deel: str = "",
        handeling: Handeling = Handeling.LEZEN,
    ) -> Iterator[Session]:
        """A session to read in. That it was read is in the log before anything is shown.

        Raises GeenToegang.
        """
        self.vraag(wie, handeling, soort, record)
        self._gelezen.schrijf(Gebeurtenis(wie, handeling, soort, record, deel))
        with self._database.session() as session:
            begrens(session, wie.organisatie_id)
            yield session

    @contextmanager
    def volgen(self, wie: Wie, soort: Soort) -> Iterator[Session]:
        """A session to look once more at what `lezen` opened a moment ago, as a page does that follows a job:
        with the same limits, and no line in the log for each look.

        Raises GeenToegang.
        """
        self.vraag(wie, Handeling.LEZEN, soort, "")
        with self._database.session() as session:
            begrens(session, wie.organisatie_id)
            yield session

    @contextmanager
    def wijzigen(
        self, wie: Wie, handeling: Handeling, soort: Soort, record: str = "", deel: str = ""
    ) -> Iterator[Session]:
        """A session to write in. The change and its line in the log are kept together, or neither.

        The id of a new record is told by `noem`. Raises GeenToegang.
        """
        self.vraag(wie, handeling, soort, record)
        with self._database.session(write=True) as session:
            begrens(session, wie.organisatie_id)
            session.info[_RECORD] = record
            yield session
            session.flush()
            schrijf(session, Gebeurtenis(wie, handeling, soort, session.info[_RECORD], deel))

    @contextmanager
    def ontsluiten(self, wie: Wie, aanbesteding_id: str) -> Iterator[Session]:
        """A session to open a vault in: over the rows of all bidders, so for the opening by two people only.

        Raises GeenToegang.
        """
        self.vraag(wie, Handeling.OPENEN, Soort.KLUIS, aanbesteding_id)
        with self._database.session(write=True) as session:
            yield session
            session.flush()
            schrijf(session, Gebeurtenis(wie, Handeling.OPENEN, Soort.KLUIS, aanbesteding_id, "geopend"))

    @contextmanager
    def systeem(self) -> Iterator[Session]:
        """A session without limits or log, for the machinery: log-ins, jobs, the start. Never for a page."""
        with self._database.session(write=True) as session:
            yield session

    def vraag(self, wie: Wie, handeling: Handeling, soort: Soort, record: str = "") -> None:
        """Whether this person may do this; a refusal is in the log. Raises GeenToegang."""
        if mag(wie, handeling, soort):
            return
        with self._database.session(write=True) as session:
            schrijf(session, Gebeurtenis(wie, handeling, soort, record, gelukt=False))
        raise GeenToegang(f"{handeling} {soort}")


def noem(session: Session, record: str) -> None:
    """Tell the log which record this session made."""
    session.info[_RECORD] = record
