"""The process that reads files for `children.py`: `python -m knowledge.documents.child MEMORY_MB`.

It takes a request on stdin (path, shown name, seconds; length first) and answers with the document as JSON
on stdout (length first), until stdin closes.
"""

import os
import resource
import signal
import sys
from pathlib import Path

from knowledge.documents.children import DOCUMENT, LENGTE
from knowledge.documents.read import read_document


def main() -> None:
    limit = int(sys.argv[1]) * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Libraries may print; the answer has a pipe of its own.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    requests = sys.stdin.buffer
    while head := requests.read(LENGTE.size):
        (length,) = LENGTE.unpack(head)
        path, name, seconds = requests.read(length).decode("utf-8", "surrogateescape").split("\0")
        # Should the parent die, the alarm ends this process too.
        signal.alarm(int(float(seconds)) + 5)
        answer = DOCUMENT.dump_json(read_document(Path(path), name))
        signal.alarm(0)
        answers.write(LENGTE.pack(len(answer)) + answer)
        answers.flush()


if __name__ == "__main__":
    main()
