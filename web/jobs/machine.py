"""One of all servers on this machine does the jobs, so that they do not take more than their share."""

import fcntl
import os
import socket
from pathlib import Path
from types import TracebackType
from typing import Self

from web.jobs.werk import WERK


class OnePerMachine:
    """A lock that is free again as soon as the process that holds it is gone, however it went."""

    def __init__(self, data: Path) -> None:
        # By name, as the data folder may be shared with other machines.
        self._path = data / WERK / f"{socket.gethostname()}.slot"
        self._file: int | None = None

    def take(self) -> bool:
        """Take it, or keep it; False when another process has it."""
        if self._file is not None:
            return True
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        self._file = file
        return True

    def free(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.free()
