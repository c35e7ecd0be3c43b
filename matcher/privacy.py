"""What must never reach the matcher: grounds on which no child may be chosen (eis 21), and BSNs."""

import re
import unicodedata

_NAMEN = ("naam", "name", "namen")

_VERBODEN_BEGIN = {
    "het BSN": ("bsn", "burgerservice", "sofi", "burgernummer"),
    "geslacht": ("geslacht", "gender", "sekse", "sexe", "jongen", "meisje", "mv"),
    "leeftijd": ("leeftijd", "geboorte", "geboren", "birth", "gebdat", "gebdatum"),
    "afkomst": (
        "afkomst",
        "herkomst",
        "nationaliteit",
        "nationality",
        "etnic",
        "ethnic",
        "ras",
        "migratie",
        "geboorteland",
        "huidskleur",
    ),
    "geaardheid": ("geaardheid", "seksue", "sexue", "orientatie", "genderidentiteit"),
    "inkomen": ("inkomen", "income", "uitkering", "salaris", "vermogen", "schuld"),
    "geloof": ("geloof", "religie", "religi", "levensovertuiging", "kerk", "godsdienst"),
    "gezondheid": (
        "gezondheid",
        "health",
        "diagnos",
        "ziekte",
        "medicatie",
        "medicijn",
        "medisch",
        "dsm",
        "icd",
        "handicap",
        "stoornis",
        "allergie",
        "iq",
    ),
}
_VERBODEN_WOORD = {"geslacht": ("sex", "m/v"), "leeftijd": ("age", "dob"), "inkomen": ("loon",)}

_NEGEN_CIJFERS = re.compile(r"(?<![\d.,-])(?:\d[ .-]?){8}\d(?![\d,]|\.\d)")


def verboden_grond(kolom: str, over_jeugdigen: bool) -> str | None:
    """The forbidden ground that a column name speaks of, or None.

    A name (`naam`) is forbidden only in a file about children: a groep may have one.
    """
    vlak = unicodedata.normalize("NFKD", kolom).encode("ascii", "ignore").decode().lower()
    woorden = re.findall(r"[a-z/]+", vlak)
    aaneen = "".join(re.findall(r"[a-z]+", vlak))
    if over_jeugdigen and any(woord.endswith(_NAMEN) for woord in woorden):
        return "de naam"
    for grond, beginnen in _VERBODEN_BEGIN.items():
        for begin in beginnen:
            # short stems such as 'ras' or 'iq' count only as a whole word
            if any(woord == begin or (len(begin) > 4 and woord.startswith(begin)) for woord in woorden):
                return grond
            if len(begin) > 4 and aaneen.startswith(begin):
                return grond
    for grond, hele in _VERBODEN_WOORD.items():
        if any(woord in hele for woord in woorden):
            return grond
    return "het BSN" if "bsn" in aaneen else None


def lijkt_bsn(tekst: str) -> bool:
    """Whether a cell of text holds a number of nine digits that passes the eleven-test of a BSN."""
    for gevonden in _NEGEN_CIJFERS.finditer(tekst):
        cijfers = [int(teken) for teken in gevonden.group() if teken.isdigit()]
        som = sum(gewicht * cijfer for gewicht, cijfer in zip(range(9, 1, -1), cijfers, strict=False))
        if any(cijfers) and (som - cijfers[8]) % 11 == 0:
            return True
    return False
