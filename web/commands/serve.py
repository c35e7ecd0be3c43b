"""web serve: the server of the pages."""

import argparse
import os
import socket
import tempfile
from contextlib import suppress
from typing import Any

from knowledge.errors import InvoerFout
from web.settings import LOOPBACK, from_environment

_HEALTH_SECONDS = 60
"""A worker that gives no sign of life for so long is replaced; making the search index keeps it busy."""
_LAST_SECONDS = 5
"""What requests get to end when the server stops."""


def add_parsers(opdrachten: "argparse._SubParsersAction[Any]") -> None:
    serve = opdrachten.add_parser("serve", help="start de webpagina's op deze computer")
    serve.add_argument("--port", type=int, default=8000, metavar="POORT", help="poort (anders 8000)")
    serve.add_argument("--host", default="127.0.0.1", metavar="ADRES", help="adres (anders 127.0.0.1)")
    serve.add_argument(
        "--workers", type=int, default=1, metavar="AANTAL", help="zoveel processen tegelijk (anders 1)"
    )
    serve.set_defaults(handler=_serve)


def _serve(args: argparse.Namespace) -> int:
    settings = from_environment()
    if args.host not in LOOPBACK and not settings.hosts:
        raise InvoerFout(
            f"--host {args.host}: dit kan niet. Een proefomgeving luistert alleen op deze computer: kies uit "
            f"{', '.join(LOOPBACK)}. Voor echt gebruik: zet THUISPLEK_HOSTS (zie docs/instellingen.md)."
        )
    if args.workers < 1:
        raise InvoerFout(f"--workers {args.workers}: kies een getal van 1 of hoger.")
    listening = _listen(args.host, args.port)
    # Loaded only now, so that a wrong option or a taken port is told at once.
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    from web.commands.beheerder import eerste_start
    from web.database import Database
    from web.observe import logs, metrics

    logs.configure(settings.log)
    # A database that can't be brought along is told here, once, and not by every worker.
    settings.data.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database_url)
    database.create_tables()
    eerste_start(database, settings)
    database.close()

    config = uvicorn.Config(
        "web.app:of_environment",
        factory=True,
        workers=args.workers,
        log_config=None,
        access_log=False,
        server_header=False,
        forwarded_allow_ips=settings.proxy,
        timeout_graceful_shutdown=_LAST_SECONDS,
        timeout_worker_healthcheck=_HEALTH_SECONDS,
    )
    address = f"[{args.host}]" if ":" in args.host else args.host
    print(f"Thuisplek staat klaar op http://{address}:{listening.getsockname()[1]}", flush=True)
    print("Stoppen: Ctrl+C.", flush=True)
    if args.workers == 1:
        # Ctrl+C has ended all when it gets here.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])
        return 0
    with tempfile.TemporaryDirectory(prefix="thuisplek-") as figures:
        os.environ[metrics.SHARED] = figures
        Multiprocess(config, sockets=[listening]).run()
    return 0


def _listen(host: str, port: int) -> socket.socket:
    """A socket on this address; port 0 takes any free port."""
    if not 0 <= port <= 65535:
        raise InvoerFout(f"--port {port}: kies een poort van 1 tot en met 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError as fout:
        listening.close()
        raise InvoerFout(
            f"Poort {port} is al in gebruik of niet toegestaan. Kies een andere: "
            f"web serve --port {port + 1 if port < 65535 else 8000}."
        ) from fout
    return listening
