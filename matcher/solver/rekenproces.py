"""A process of its own for one large 0/1 program: it can be ended at any moment, and its memory goes with it.

What runs inside is `matcher.solver.highs`. Program and outcome are pickled over the pipes between the two;
nothing else is ever read.
"""

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Rij = tuple[list[int], list[int], int | None, int | None]

HARTSLAG = 0.1
"""Seconds between two looks at whether to stop."""
NALEVEN = 5.0
"""Seconds after its time limit in which the process may still answer."""


@dataclass(frozen=True)
class Opdracht:
    """A program (see `Programma`), the columns of a known solution, and limits."""

    kosten: list[int]
    rijen: list[Rij]
    hint: list[int] | None
    seconden: float
    seed: int
    knopen: int | None
    """Most nodes of the search tree; None for no limit."""


@dataclass(frozen=True)
class Antwoord:
    """The chosen columns (None: no solution), whether that settles the program, and the bound."""

    gekozen: list[int] | None
    klaar: bool
    ondergrens: float


class Rekenproces:
    """One program being solved elsewhere."""

    def __init__(self, opdracht: Opdracht) -> None:
        self._einde = time.monotonic() + opdracht.seconden + NALEVEN
        wortel = str(Path(__file__).resolve().parents[2])
        pad = os.pathsep.join(filter(None, [wortel, os.environ.get("PYTHONPATH", "")]))
        self._proces = subprocess.Popen(
            [sys.executable, "-m", "matcher.solver.highs"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": pad},
        )
        self._antwoord: Antwoord | None = None
        self._draad = threading.Thread(target=self._wissel, args=(opdracht,), daemon=True)
        self._draad.start()

    def _wissel(self, opdracht: Opdracht) -> None:
        try:
            uit, _ = self._proces.communicate(pickle.dumps(opdracht, protocol=5))
            if self._proces.returncode == 0 and uit:
                antwoord = pickle.loads(uit)  # noqa: S301 - written by our own process
                self._antwoord = antwoord if isinstance(antwoord, Antwoord) else None
        except (OSError, ValueError, EOFError, pickle.UnpicklingError):
            self._antwoord = None

    @property
    def bezig(self) -> bool:
        return self._draad.is_alive() and time.monotonic() < self._einde

    def wacht(self, stop: Callable[[], bool] | None = None) -> Antwoord | None:
        """The answer, or None when it was stopped, failed, or stayed out too long."""
        while self.bezig and not (stop is not None and stop()):
            self._draad.join(HARTSLAG)
        self.eindig()
        return self._antwoord

    def eindig(self) -> None:
        """End the process if it still runs."""
        if self._draad.is_alive():
            self._proces.kill()
            self._draad.join()
