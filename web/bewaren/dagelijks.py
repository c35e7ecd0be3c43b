"""Runs the removal at the start of the server and once a day."""

import threading
from collections.abc import Callable

DAG = 24 * 60 * 60.0


class Dagelijks:
    """Calls `werk` soon after `start` and then every day, in a thread of its own; tells `meld` of a fault."""

    def __init__(self, werk: Callable[[], object], meld: Callable[[Exception], None]) -> None:
        self._werk = werk
        self._meld = meld
        self._einde = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="opruimen", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._einde.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    def _loop(self) -> None:
        wacht = 30.0
        while not self._einde.wait(wacht):
            try:
                self._werk()
            except Exception as fout:  # one bad day must not end the others
                self._meld(fout)
            wacht = DAG
