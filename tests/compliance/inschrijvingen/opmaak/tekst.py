"""The small mark-up in which the texts of the bids are written, read as blocks.

`# `, `## ` and `### ` are headings, `- ` a bullet, `| a | b |` a table row, `[eis 12] Titel` a heading that
Word numbers by itself, `=== kolommen 2` and `=== pagina` change the page. Inside a line `{^...}` is a
footnote, `{-...-}` text deleted and `{+...+}` text inserted as a tracked change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Blok:
    soort: str  # kop1, kop2, kop3, punt, alinea, tabel, eis, opdracht
    tekst: str = ""
    nummer: int = 0
    rijen: list[list[str]] = field(default_factory=list)


def blokken(pad: Path) -> list[Blok]:
    """The blocks of a text file, in order; every line that is no heading, bullet or row is a paragraph."""
    uit: list[Blok] = []
    for regel in map(str.strip, pad.read_text(encoding="utf-8").splitlines()):
        kop = re.match(r"(#{1,3}) (.*)", regel)
        eis = re.match(r"\[eis (\d+)\] ?(.*)", regel)
        if not regel:
            continue
        if kop:
            uit.append(Blok(f"kop{len(kop[1])}", kop[2]))
        elif eis:
            uit.append(Blok("eis", eis[2], nummer=int(eis[1])))
        elif regel.startswith("- "):
            uit.append(Blok("punt", regel[2:]))
        elif regel.startswith("==="):
            uit.append(Blok("opdracht", regel.strip("= ")))
        elif regel.startswith("|"):
            if not uit or uit[-1].soort != "tabel":
                uit.append(Blok("tabel"))
            uit[-1].rijen.append([cel.strip() for cel in regel.strip("|").split("|")])
        else:
            uit.append(Blok("alinea", regel))
    return uit
