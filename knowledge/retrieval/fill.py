"""Works out vectors in a process of its own, with the lowest claim on the machine, so that answers go first
and a model that this processor cannot run takes nothing down with it.

`python -m knowledge.retrieval.fill FILE` reads a JSON list of texts; each line that it writes is how many
of them are done.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from knowledge.retrieval.model import E5
from knowledge.retrieval.vectors import VectorStore

AT_ONCE = 8
"""Texts worked out between two writes."""


def fill(
    store: VectorStore, texts: Sequence[str], threads: int = 1, progress: Callable[[int], None] | None = None
) -> bool:
    """Work out the vectors of texts in a child process and wait for it. False when it could not.

    `progress` is told how many are done. The child stops when this process does; what it has done by then is
    kept.
    """
    root = str(Path(__file__).resolve().parent.parent.parent)
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")])),
        "OMP_WAIT_POLICY": "PASSIVE",  # threads that wait leave the machine to others
    }
    child = subprocess.Popen(  # noqa: S603  our own interpreter and module
        [sys.executable, "-m", "knowledge.retrieval.fill", str(store.file), str(threads)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert child.stdin and child.stdout
    with child:
        try:
            child.stdin.write(json.dumps(list(texts)))
            child.stdin.close()
        except BrokenPipeError:  # it ended at once
            return False
        for line in child.stdout:
            if progress:
                progress(int(line))
    return child.returncode == 0


def main(file: str, threads: str) -> None:
    parent = os.getppid()
    if hasattr(os, "nice"):
        os.nice(10)
    texts = json.load(sys.stdin)
    # Texts of one length together: a batch takes as long as its longest.
    texts.sort(key=len)
    model, store = E5(int(threads)), VectorStore(Path(file))
    for start in range(0, len(texts), AT_ONCE):
        if os.getppid() != parent:
            return
        batch = texts[start : start + AT_ONCE]
        store.put(model.name, batch, model.passages(batch))
        try:
            print(start + len(batch), flush=True)
        except BrokenPipeError:  # who asked is gone
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return


if __name__ == "__main__":
    main(*sys.argv[1:])
