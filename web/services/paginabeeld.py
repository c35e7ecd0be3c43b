"""Pictures of PDF pages, drawn in a process of its own: a malicious file can only end that one."""

import subprocess
import sys
from pathlib import Path

from knowledge.command import write_whole
from knowledge.errors import InvoerFout

SCHAAL = 1.6
"""Pixels per point: sharp enough to read on a laptop."""
_SECONDEN = 30


def paginabeeld(pdf: Path, pagina: int, bewaar: Path) -> bytes:
    """PNG of a page (from 1), kept in the folder `bewaar`. Raises InvoerFout when it can't be drawn."""
    kopie = bewaar / f"{pdf.stem}-{pagina}.png"
    if not kopie.exists():
        command = [sys.executable, "-m", "web.services.paginabeeld", str(pdf), str(pagina)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_SECONDEN, check=False)  # noqa: S603
        except subprocess.TimeoutExpired:
            done = None
        if done is None or done.returncode or not done.stdout.startswith(b"\x89PNG"):
            raise InvoerFout("Deze pagina kunnen we niet tonen.")
        write_whole(kopie, done.stdout)
    return kopie.read_bytes()


def _draw(pdf: str, pagina: str) -> None:
    import resource

    from knowledge.documents import page_image

    resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
    sys.stdout.buffer.write(page_image(pdf, int(pagina), SCHAAL))


if __name__ == "__main__":
    _draw(sys.argv[1], sys.argv[2])
