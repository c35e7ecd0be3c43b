"""Reading many files, each where it can do no harm: in child processes with limits on time and memory.

A child reads one file after another as long as all goes well. A file that crashes it, fills its memory or
takes too long costs only its own result; the next file gets a fresh child.
"""

import os
import queue
import select
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

from pydantic import TypeAdapter

from knowledge.documents import limits
from knowledge.documents.gather import Bestand
from knowledge.documents.model import Document
from knowledge.documents.read import problem_document

DOCUMENT = TypeAdapter(Document)
LENGTE = struct.Struct("<Q")
"""Before each message goes its length in bytes, as 8 bytes."""


def read_documents(
    files: Iterable[Bestand | Path | str],
    seconds: float = limits.SECONDEN_PER_BESTAND,
    memory_mb: int = limits.GEHEUGEN_MB,
    workers: int = 2,
) -> list[Document]:
    """Read `files` in child processes; the documents come in the order of the files.

    `seconds` is wall time per file, `memory_mb` the address space of a child. Never raises for a bad file:
    its document has the reason in `problemen`.
    """
    bestanden = [f if isinstance(f, Bestand) else Bestand(Path(f).name, Path(f)) for f in files]
    results: list[Document | None] = [None] * len(bestanden)
    todo: queue.SimpleQueue[int] = queue.SimpleQueue()
    # The largest first: it then does not come last and alone.
    for index in sorted(range(len(bestanden)), key=lambda i: -_size(bestanden[i].pad)):
        todo.put(index)

    def work() -> None:
        child: Child | None = None
        try:
            while True:
                try:
                    index = todo.get_nowait()
                except queue.Empty:
                    return
                child = child or Child(memory_mb)
                results[index] = child.read(bestanden[index], seconds)
                if not child.alive:
                    child.close()
                    child = None
        finally:
            if child:
                child.close()

    threads = [threading.Thread(target=work) for _ in range(min(workers, len(bestanden)))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [
        document or problem_document(b.naam, "beschadigd", f"{b.naam}: dit bestand is niet gelezen.")
        for document, b in zip(results, bestanden, strict=True)
    ]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


class Child:
    """One reading process. `read` gives a document whatever happens; after a mishap `alive` is False."""

    def __init__(self, memory_mb: int) -> None:
        root = str(Path(__file__).resolve().parent.parent.parent)
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")])),
            # numpy's threads claim address space that counts towards the limit
            "OPENBLAS_NUM_THREADS": "1",
            "OMP_NUM_THREADS": "1",
        }
        self._process = subprocess.Popen(  # noqa: S603  our own interpreter and module
            [sys.executable, "-m", "knowledge.documents.child", str(memory_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            bufsize=0,
        )
        self.alive = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, bestand: Bestand, seconds: float) -> Document:
        """Have one file read within `seconds`."""
        try:
            self._send([str(bestand.pad.resolve()), bestand.naam, str(seconds)])
            return DOCUMENT.validate_json(self._receive(seconds))
        except TimeoutError:
            uitleg = f"{bestand.naam}: het lezen duurde langer dan {seconds:g} seconden en is gestopt."
            soort = "te_groot"
        except (OSError, EOFError, ValueError):
            uitleg = (
                f"{bestand.naam}: het lezen van dit bestand liep vast. Het is beschadigd of veel te groot."
            )
            soort = "beschadigd"
        self.alive = False
        self.close()
        return problem_document(bestand.naam, soort, uitleg)

    def close(self) -> None:
        """End the process and free its pipes."""
        self.alive = False
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _send(self, words: Sequence[str]) -> None:
        assert self._process.stdin
        message = "\0".join(words).encode("utf-8", "surrogateescape")
        self._process.stdin.write(LENGTE.pack(len(message)) + message)

    def _receive(self, seconds: float) -> bytes:
        until = time.monotonic() + seconds
        (length,) = LENGTE.unpack(self._exactly(LENGTE.size, until))
        return self._exactly(length, until)

    def _exactly(self, length: int, until: float) -> bytes:
        assert self._process.stdout
        pipe, parts, left = self._process.stdout, [], length
        while left:
            ready, _, _ = select.select([pipe], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                raise TimeoutError
            part = pipe.read(min(left, 2**20))
            if not part:
                raise EOFError
            parts.append(part)
            left -= len(part)
        return b"".join(parts)
