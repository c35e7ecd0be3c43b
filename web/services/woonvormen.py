"""Names of woonvormen for a reader."""

_NAMEN = {
    "ggz": "GGZ",
    "kdv": "KDV",
    "kdv intensief": "KDV intensief",
    "jeugdzorgplus": "JeugdzorgPlus",
}


def woonvorm_naam(woonvorm: str) -> str:
    """ "kdv_intensief" becomes "KDV intensief"."""
    naam = woonvorm.replace("_", " ")
    return _NAMEN.get(naam, naam.capitalize())
