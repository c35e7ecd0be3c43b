"""A cell or answer that holds nothing but a number, as people write numbers in forms."""

import re

from knowledge.text.normalise import fold


def lees_getal(tekst: str) -> float | None:
    """A number as a form shows it: "€ 1.388.000", "-24.300", "(1.250)", "95%" (0.95), "32,5 uur"."""
    plain = fold(tekst).replace("eur", "").replace("€", "").strip()
    found = re.fullmatch(
        r"(\(|-)?\s*(\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*(\))?\s*(%|uur|uren|,-|k|-)?", plain
    )
    if found is None:
        return None
    cijfers = found.group(2).replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", cijfers):
        cijfers = cijfers.replace(".", "")
    waarde = float(cijfers.replace(",", "."))
    if found.group(4) == "%":
        waarde /= 100
    return -waarde if found.group(1) else waarde
