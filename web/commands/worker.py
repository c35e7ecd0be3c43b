"""web worker: do the long work, beside or instead of the server of the pages."""

import argparse
import signal
import threading
from typing import Any

from web.settings import from_environment


def add_parsers(opdrachten: "argparse._SubParsersAction[Any]") -> None:
    worker = opdrachten.add_parser(
        "worker",
        help="doe het lange werk (zoeken, controleren)",
        description=(
            "Doe het lange werk. Met PostgreSQL mogen er zo veel workers zijn als u wilt, ook op andere "
            "computers. Geef die dezelfde DATABASE_URL en dezelfde gedeelde datamap. Met SQLite werkt er "
            "één tegelijk; de andere wachten."
        ),
    )
    worker.set_defaults(handler=_work)


def _work(_: argparse.Namespace) -> int:
    from web.database import Database
    from web.jobs.jobs import make_worker

    settings = from_environment()
    settings.data.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database_url)
    database.create_tables()
    stop = threading.Event()
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda *_: stop.set())
    worker = make_worker(settings, database, alone=False)
    worker.start()
    print("De worker staat klaar. Stoppen: Ctrl+C.", flush=True)
    stop.wait()
    worker.close()
    database.close()
    return 0
