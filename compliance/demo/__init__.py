"""An invented bid to practise with: real files, with strengths and a few mistakes. No such bidder exists."""

from pathlib import Path

from compliance.demo.bestanden import docx, pdf, xlsx
from compliance.demo.inhoud import BESTANDEN
from knowledge.command import write_whole

_MAKERS = {".pdf": pdf, ".docx": docx}


def write_demo(folder: Path) -> list[Path]:
    """Write the files of the demo bid in this folder (made when absent); the same bytes each time.

    Raises InvoerFout when the folder can't be written in.
    """
    paden = []
    for naam, inhoud in BESTANDEN.items():
        pad = folder / naam
        data = xlsx(inhoud) if pad.suffix == ".xlsx" else _MAKERS[pad.suffix](inhoud)
        write_whole(pad, data)
        paden.append(pad)
    return paden


__all__ = ["write_demo"]
