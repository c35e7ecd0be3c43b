"""Speed of the pages at many users at once, in the server and as they see it.

    scripts/bench web [--users N] [--seconds N] [--workers N] [--pause MS] [--database sqlite|postgresql|both]

Makes a demo (a plan, a report), starts `web serve`, and lets wrk read pages as logged-in users: each asks
the next page as soon as the last one is there (after `--pause` milliseconds on average, each time a half to
one and a half times that: people do not click at the same moment). Server time is what the server
itself writes in its log for each request, from its arrival in the process to the last byte; processor time
does not depend on what else the machine does. wrk comes from Debian's packages; PostgreSQL is one of our own,
started for the run.
"""

import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

import httpx
import psutil
import setup

sys.path.insert(0, str(setup.ROOT))

from sqlalchemy import select

from tests.web import postgres
from web.auth import sessies
from web.auth.huidig import COOKIE
from web.database import Database
from web.models import Gebruiker, Inschrijving, Plaatsingsronde
from web.settings import Settings

WRK = """
local pages, cookies, pause = {%s}, {%s}, %d
local n = %d
function delay() return pause * (0.5 + math.random()) end
function request()
  n = n + 1
  local page = pages[n %% #pages + 1]
  return wrk.format("GET", page, {["Cookie"] = cookies[n %% #cookies + 1]})
end
function done(summary, latency, requests)
  io.write(string.format("p50 %%.1f p95 %%.1f n %%d fout %%d\\n", latency:percentile(50) / 1000,
    latency:percentile(95) / 1000, summary.requests, summary.errors.status + summary.errors.timeout))
end
"""


@contextmanager
def served(settings: Settings, workers: int, log: Path) -> Iterator[tuple[str, int]]:
    """The address of a running server, and its process; its log goes to a file."""
    environment = {
        **os.environ,
        "THUISPLEK_DATA": str(settings.data),
        "DATABASE_URL": settings.database,
        "THUISPLEK_SOLVE_SECONDS": "15",
        "THUISPLEK_LOG": "verzoeken",
    }
    command = [sys.executable, "-m", "web.cli", "serve", "--port", "0", "--workers", str(workers)]
    with log.open("w") as out:
        server = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=out, text=True, cwd=setup.ROOT
        )
        try:
            assert server.stdout
            yield server.stdout.readline().split()[-1], server.pid
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()


def wait_for_demo(address: str) -> None:
    """Until the jobs of the demo have ended and the workers have made their search index."""
    idle = 0
    while idle < 8:
        time.sleep(1)
        figures = httpx.get(f"{address}/metrics", timeout=120).text
        busy = re.findall(r"^thuisplek_jobs_(?:waiting|running) (\S+)", figures, re.MULTILINE)
        idle = 0 if any(float(count) for count in busy) else idle + 1


def pages_and_cookies(settings: Settings, users: int) -> tuple[list[str], list[str]]:
    """The reading pages, and the cookies of as many log-ins; each of the demo's people may do all."""
    database = Database(settings.database_url)
    with database.session(write=True) as session:
        ronde = session.scalars(select(Plaatsingsronde)).one()
        # the demo's tender has bids too: this is the one that was read by itself
        eigen = (Inschrijving.doel == "beoordeling") & Inschrijving.inzending_id.is_(None)
        bid = session.scalars(select(Inschrijving).where(eigen)).one()
        people = list(session.scalars(select(Gebruiker).where(Gebruiker.organisatie_id == ronde.eigenaar_id)))
        every = sorted({rol for person in people for rol in person.rollen})
        for person in people:
            person.rollen = every
    cookies = [f"{COOKIE}={sessies.begin(database, people[n % len(people)].id)}" for n in range(users)]
    database.close()
    return ["/", "/eisen", "/plaatsing", f"/plaatsing/{ronde.id}", f"/beoordeling/{bid.id}"], cookies


def load(address: str, pages: Sequence[str], cookies: Sequence[str], seconds: int, pause: int) -> str:
    """wrk's last line."""
    lua = [", ".join(f'"{word}"' for word in words) for words in (pages, cookies)]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(WRK % (*lua, pause, 0))
        script.flush()
        command = ["wrk", "-t1", f"-c{len(cookies)}", f"-d{seconds}s", "--timeout", "30s", "-s", script.name]
        done = subprocess.run([*command, address], capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


def processor_time(server: int) -> float:
    """Seconds of processor time that a server and its workers have used."""
    process = psutil.Process(server)
    return sum(sum(p.cpu_times()[:2]) for p in (process, *process.children(recursive=True)))


def p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def measure(kind: str, args: argparse.Namespace) -> float:
    """One database. Prints a table; returns the p95 of all server times in milliseconds."""
    with (
        tempfile.TemporaryDirectory() as folder,
        postgres.server() if kind == "postgresql" else nullcontext() as server,
    ):
        settings = Settings(Path(folder) / "data", database=server.fresh() if server else "")
        log = Path(folder) / "log"
        with served(settings, args.workers, log) as (address, process):
            wait_for_demo(address)
            pages, cookies = pages_and_cookies(settings, args.users)
            # Every worker has shown every page once: the first time it loads what it needs.
            load(address, pages, cookies, 10, 0)
            before = len(log.read_text().splitlines())
            spent = processor_time(process)
            seen = load(address, pages, cookies, args.seconds, args.pause)
            spent = processor_time(process) - spent
        times: dict[str, list[float]] = defaultdict(list)
        faults: set[str] = set()
        for line in log.read_text().splitlines()[before:]:
            entry = json.loads(line)
            if "fout" in entry:
                faults.add(f"Fout: {entry['fout']} in {entry['plek'][-1][-1]}")
            if entry.get("event") == "request" and entry["route"] != "/metrics":
                times[f"{entry['route']} ({entry['status']})"].append(entry["ms"])
    print(*sorted(faults), sep="\n")
    print(
        f"\n{kind}: {args.users} gebruikers, {args.workers} werkers, {args.seconds} s, pauze {args.pause} ms"
    )
    print("\n| pagina | verzoeken | p50 server | p95 server |\n| --- | --- | --- | --- |")
    every = [value for values in times.values() for value in values]
    for name, values in [*sorted(times.items()), ("alle", every)]:
        print(f"| `{name}` | {len(values)} | {statistics.median(values):.1f} ms | {p95(values):.1f} ms |")
    print(f"\nBij de gebruiker (ms): {seen}. Per seconde: {len(every) / args.seconds:.0f}.")
    print(f"Rekentijd van de server per verzoek: {spent / len(every) * 1000:.1f} ms.")
    return p95(every)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pause", type=int, default=0, help="milliseconds between two pages of a user")
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    args = parser.parse_args()
    setup.debian(("wrk",), ("wrk",), "wrk", "de pagina's zijn niet te meten")
    setup.postgresql()
    kinds = ("sqlite", "postgresql") if args.database == "both" else (args.database,)
    results = {kind: measure(kind, args) for kind in kinds}
    print("\n" + ", ".join(f"{kind} p95 {value:.0f} ms" for kind, value in results.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
