"""The server of the pages with the handlers of `proefwerk`: python -m tests.web.proefserver.

It tells its port, and tries a job as often as it takes.
"""

import socket

import uvicorn

from web.app import create_app
from web.jobs import attempt, turns
from web.settings import from_environment

if __name__ == "__main__":
    attempt.RUNNER = "tests.web.proefwerk"
    turns.MOST_INTERRUPTIONS = 1000
    with socket.create_server(("127.0.0.1", 0)) as listening:
        app = create_app(from_environment(), demo=False, warm=False)
        print(listening.getsockname()[1], flush=True)
        uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listening])
