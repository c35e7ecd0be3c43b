"""The process of one job: python -m web.jobs.worker DATA JOB."""

import os
import sys
import threading
import traceback
from pathlib import Path

from knowledge.errors import InvoerFout
from web.database import Database
from web.jobs.handlers import HANDLERS, Werk
from web.models import JobStatus
from web.repositories import jobs
from web.settings import Settings

ONVERWACHT = (
    "Er ging iets mis dat wij niet hadden verwacht. Uw bestanden zijn bewaard. Probeer het opnieuw; "
    "gaat het weer mis, meld het dan aan de beheerder."
)


def main(data: str, job_id: str) -> None:
    _end_with_parent()
    os.nice(5)  # pages go before calculations
    settings = Settings(data=Path(data))
    database = Database(settings.database_url)
    with database.session(write=True) as session:
        job = jobs.get(session, job_id)
    if job is None:
        return
    try:
        HANDLERS[job.kind](Werk(settings, database, job_id, job.subject_id))
        status, errors = JobStatus.DONE, ""
    except InvoerFout as fout:
        status, errors = JobStatus.FAILED, "\n".join(fout.fouten or (str(fout),))
    except Exception:
        traceback.print_exc()
        status, errors = JobStatus.FAILED, ONVERWACHT
    with database.session(write=True) as session:
        jobs.end(session, job_id, status, errors)


def _end_with_parent() -> None:
    """The server holds the other end of our standard input: when that closes, the server is gone."""

    def watch() -> None:
        # Not by sys.stdin: its lock would be held when this process ends in the ordinary way.
        while os.read(0, 1024):
            pass
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
