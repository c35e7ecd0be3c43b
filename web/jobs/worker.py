"""The process of one attempt at a job: python -m web.jobs.worker JOB ATTEMPT. Started by `attempt`."""

import base64
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Mapping

from sqlalchemy.exc import OperationalError

from knowledge.errors import InvoerFout
from web.database import Database
from web.jobs import turns
from web.jobs.werk import Achterhaald, Handler, Werk
from web.models import JobStatus
from web.repositories import jobs
from web.settings import Settings

ONVERWACHT = (
    "Er ging iets mis dat wij niet hadden verwacht. Uw bestanden zijn bewaard. Probeer het opnieuw; "
    "gaat het weer mis, meld het dan aan de beheerder."
)


def main(job_id: str, attempt: int, handlers: Mapping[str, Handler]) -> None:
    settings = _settings()
    _end_with_parent()
    os.nice(5)  # pages go before calculations
    database = Database(settings.database_url)
    with database.session() as session:
        job = jobs.get(session, job_id)
    if job is None:
        return
    try:
        handlers[job.kind](Werk(settings, database, job_id, attempt, job.subject_id))
        return
    except Achterhaald:
        return
    except OperationalError:
        raise  # the database was away: this attempt counts as interrupted
    except InvoerFout as fout:
        errors = "\n".join(fout.fouten or (str(fout),))
    except Exception:
        traceback.print_exc()
        errors = ONVERWACHT
    with database.session(write=True) as session:
        turns.end(session, job_id, attempt, JobStatus.FAILED, errors)


def _settings() -> Settings:
    with open(0, "rb", closefd=False) as pipe:
        settings: Settings = pickle.loads(base64.b64decode(pipe.readline()))  # noqa: S301 - from our own parent
    return settings


def _end_with_parent() -> None:
    """Our supervisor holds the other end of our standard input: when that closes, it is gone."""

    def watch() -> None:
        # Not by sys.stdin: its lock would be held when this process ends in the ordinary way.
        while os.read(0, 1024):
            pass
        os.killpg(0, signal.SIGKILL)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    from web.jobs.handlers import HANDLERS

    main(sys.argv[1], int(sys.argv[2]), HANDLERS)
