"""Remembers what was made out of files, for as long as those files stay the same."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")
_Stempel = tuple[tuple[int, int, int], ...]


class Onthouden(Generic[T]):
    """`maak` makes it from a folder; `bestanden`: the files in there that it is made from; `hoogstens`: so
    many folders are remembered, the latest used.

    What is remembered is given to everyone who asks, so nobody may change it.
    """

    def __init__(self, maak: Callable[[Path], T], bestanden: tuple[str, ...], hoogstens: int = 16) -> None:
        self._maak = maak
        self._bestanden = bestanden
        self._hoogstens = hoogstens
        self._gemaakt: OrderedDict[Path, tuple[_Stempel, T]] = OrderedDict()
        self._lock = threading.Lock()

    def van(self, map_: Path) -> T:
        """What the folder holds now. Raises what `maak` raises."""
        stempel = self._stempel(map_)
        with self._lock:
            bekend = self._gemaakt.get(map_)
            if bekend and bekend[0] == stempel:
                self._gemaakt.move_to_end(map_)
                return bekend[1]
        # Outside the lock: somebody else's page should not wait for it.
        waarde = self._maak(map_)
        with self._lock:
            # The stamp of before: what changed meanwhile is made anew the next time.
            self._gemaakt[map_] = (stempel, waarde)
            self._gemaakt.move_to_end(map_)
            while len(self._gemaakt) > self._hoogstens:
                self._gemaakt.popitem(last=False)
        return waarde

    def _stempel(self, map_: Path) -> _Stempel:
        return tuple(_stand(map_ / naam) for naam in self._bestanden)


def _stand(pad: Path) -> tuple[int, int, int]:
    try:
        stand = pad.stat()
    except FileNotFoundError:
        return 0, 0, 0
    return stand.st_mtime_ns, stand.st_size, stand.st_ino
