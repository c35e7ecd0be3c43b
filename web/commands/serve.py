"""web serve: the server of the pages."""

import argparse
import socket
from typing import Any

from knowledge.errors import InvoerFout
from web.settings import LOOPBACK, from_environment


def add_parsers(opdrachten: "argparse._SubParsersAction[Any]") -> None:
    serve = opdrachten.add_parser("serve", help="start de webpagina's op deze computer")
    serve.add_argument("--port", type=int, default=8000, metavar="POORT", help="poort (anders 8000)")
    serve.add_argument("--host", default="127.0.0.1", metavar="ADRES", help="adres (anders 127.0.0.1)")
    serve.set_defaults(handler=_serve)


def _serve(args: argparse.Namespace) -> int:
    if args.host not in LOOPBACK:
        raise InvoerFout(
            f"--host {args.host}: dit kan niet. Zolang er geen inloggen is, luistert Thuisplek alleen op "
            f"deze computer: kies uit {', '.join(LOOPBACK)}."
        )
    settings = from_environment()
    listening = _listen(args.host, args.port)
    # Loaded only now, so that a wrong option or a taken port is told at once.
    import uvicorn

    from web.app import create_app

    address = f"[{args.host}]" if ":" in args.host else args.host
    config = uvicorn.Config(create_app(settings), log_level="warning", access_log=False)
    print(f"Thuisplek staat klaar op http://{address}:{listening.getsockname()[1]}", flush=True)
    print("Stoppen: Ctrl+C.", flush=True)
    uvicorn.Server(config).run(sockets=[listening])
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
