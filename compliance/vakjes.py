"""Check boxes in forms: the signs for ticked and not ticked, and the options that they stand with."""

import re
from dataclasses import dataclass

AAN = r"(?:☒|☑|✓|✔|✗|✘|√|⊠|🗹|\[[xv]\]|\(x\))"
UIT = r"(?:☐|□|⬜|▢|\[[ _.]*\]|\([ _]*\))"
VAK = f"{AAN}|{UIT}"
_AAN = re.compile(AAN, re.IGNORECASE)
_UIT = re.compile(UIT)
_VAK = re.compile(VAK, re.IGNORECASE)
_LOSSE_LETTER = re.compile(r"^\s*[xXvV](?=\s+(?:[A-Z0-9]|perceel))")


@dataclass(frozen=True, slots=True)
class Optie:
    """One thing to choose, with its box ticked or not."""

    tekst: str
    aan: bool


def heeft_vak(tekst: str) -> bool:
    return _VAK.search(tekst) is not None


def heeft_kruis(tekst: str) -> bool:
    return _AAN.search(tekst) is not None


def leeg_vak(tekst: str) -> bool:
    """Boxes stand here and none of them is ticked."""
    return _UIT.search(tekst) is not None and not heeft_kruis(tekst)


def zonder_vakken(tekst: str) -> str:
    """The words without their boxes: "☒ Pleegzorg" is "Pleegzorg"."""
    return re.sub(r"\s+", " ", _VAK.sub(" ", _LOSSE_LETTER.sub("", tekst))).strip()


def keuze_bij(tekst: str) -> bool | None:
    """What the box of a single option says; None without a box, or with several that differ."""
    if _LOSSE_LETTER.match(tekst):
        return True
    keuzes = {optie.aan for optie in opties(tekst)}
    return keuzes.pop() if len(keuzes) == 1 else None


def opties(tekst: str) -> list[Optie]:
    """The options of a row. Boxes stand before them ("Vorm: ☐ a ☒ b") or, when the row ends with a box,
    behind them ("a ☐ b ☒"). A text without boxes has none."""
    vakken = list(_VAK.finditer(tekst))
    if not vakken:
        return []
    erachter = tekst[: vakken[0].start()].strip() != "" and not tekst[vakken[-1].end() :].strip(" .;")
    gevonden = []
    for nummer, vak in enumerate(vakken):
        if erachter:
            begin, eind = (vakken[nummer - 1].end() if nummer else 0), vak.start()
        else:
            begin, eind = vak.end(), vakken[nummer + 1].start() if nummer + 1 < len(vakken) else len(tekst)
        gevonden.append(Optie(tekst[begin:eind].strip(" |,;"), _AAN.match(vak.group()) is not None))
    return gevonden


def gekozen(tekst: str) -> str:
    """Only what is ticked of a row of options; other text as it is."""
    if not heeft_vak(tekst):
        return tekst
    return " ; ".join(optie.tekst for optie in opties(tekst) if optie.aan and optie.tekst)
