"""Cells as Dutch users write them, in the contract's form. ValueError, in Dutch, for what can't be read."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from knowledge.text.normalise import fold
from matcher.domein import WOONVORMEN
from matcher.intensiteit import INTENSITEITEN

_JA = {"1", "ja", "j", "waar", "true", "x", "yes"}
_NEE = {"0", "nee", "n", "onwaar", "false", "", "no", "-"}
_MAANDEN = {
    "jan": 1, "feb": 2, "mrt": 3, "maa": 3, "apr": 4, "mei": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_URGENTIE = {
    "crisis": "1",
    "spoed": "1",
    "hoog": "2",
    "urgent": "2",
    "regulier": "3",
    "gewoon": "3",
    "laag": "3",
}
_WOONVORMEN = {
    "pleeggezin": "pleegzorg", "deeltijd pleegzorg": "deeltijdpleegzorg", "gezinshuizen": "gezinshuis",
    "zorgboerderij met wonen": "zorgboerderij", "woongroep": "wonen", "kamertraining": "fasehuis",
    "driemilieuvoorziening": "driemilieu", "jeugdzorg plus": "jeugdzorgplus", "gesloten": "jeugdzorgplus",
    "jeugd ggz": "ggz", "kortdurend verblijf": "kdv", "kdv intensief": "kdv_intensief",
}  # fmt: skip


def datum(tekst: str) -> str:
    """ "1-3-2026", "01/03/2026", "1 maart 2026" or "2026-03-01" as "2026-03-01"."""
    if not tekst:
        return ""
    plat = fold(tekst)
    if gevonden := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?", plat):
        jaar, maand, dag = map(int, gevonden.groups())
    elif gevonden := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", plat):
        dag, maand, jaar = map(int, gevonden.groups())
    elif (gevonden := re.fullmatch(r"(\d{1,2}) ([a-z]{3})[a-z.]* (\d{4})", plat)) and gevonden[2] in _MAANDEN:
        dag, maand, jaar = int(gevonden[1]), _MAANDEN[gevonden[2]], int(gevonden[3])
    else:
        raise ValueError("is geen datum; schrijf bijvoorbeeld 31-12-2026")
    try:
        return date(jaar, maand, dag).isoformat()
    except ValueError:
        raise ValueError("is geen bestaande datum") from None


def kommagetal(tekst: str) -> str:
    """ "1.234,5" or "52.51" with a decimal point; units behind it are left out."""
    if not tekst:
        return ""
    plat = re.sub(r"\s*(?:km|uur|uren)$", "", fold(tekst)).replace(" ", "")
    if re.fullmatch(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+", plat):
        return plat.replace(".", "").replace(",", ".")
    if re.fullmatch(r"[+-]?\d+(?:\.\d+)?", plat):
        return plat
    raise ValueError("is geen getal")


def geheel(tekst: str) -> str:
    getal = kommagetal(tekst)
    if getal and "." in getal:
        heel, _, rest = getal.partition(".")
        if rest.strip("0"):
            raise ValueError("is geen geheel getal")
        return heel
    return getal


def vlag(tekst: str) -> str:
    """ "ja", "nee", "x" as 1 or 0."""
    plat = fold(tekst).strip(".")
    if plat in _JA:
        return "1"
    if plat in _NEE:
        return "0"
    raise ValueError("is geen ja of nee")


def lijst(tekst: str) -> str:
    """Parts between |, comma, semicolon or "en" joined with |."""
    delen = re.split(r"[|;,]|\s+en\s+", tekst)
    return "|".join(deel.strip() for deel in delen if deel.strip())


def kenmerken(tekst: str) -> str:
    """A list of tags, lower case, with underscores: "School op terrein" is school_op_terrein."""
    return "|".join(re.sub(r"\W+", "_", fold(deel)) for deel in lijst(tekst).split("|") if deel)


def intensiteiten(tekst: str) -> str:
    """ "D t/m F", "D-F", "D, E" or "GGZ C" as codes joined with |."""
    if gevonden := re.fullmatch(r"\s*([A-K])\s*(?:t/m|tot en met|-)\s*([A-K])\s*", tekst, re.IGNORECASE):
        van, tot = (INTENSITEITEN.index(code.upper()) for code in gevonden.groups())
        if van > tot:
            raise ValueError("loopt van hoog naar laag")
        return "|".join(INTENSITEITEN[van : tot + 1])
    return "|".join(_code(deel) for deel in lijst(tekst).split("|") if deel)


def _code(tekst: str) -> str:
    code = re.sub(r"^INTENSITEIT\s*", "", tekst.upper().strip())
    code = re.sub(r"^GGZ[\s_-]*(?:TARIEFKLASSE|KLASSE)?\s*", "GGZ-", code)
    if code not in INTENSITEITEN:
        raise ValueError(f"kent intensiteit {tekst} niet; kies uit {', '.join(INTENSITEITEN)}")
    return code


def fasen(tekst: str) -> str:
    """ "H 26 weken, daarna E" or "H:26|E:" in the contract's form."""
    delen = [d.strip() for d in re.split(r"[|;,]|\b(?:daarna|dan|vervolgens)\b", tekst) if d.strip()]
    uit = []
    for deel in delen:
        gevonden = re.fullmatch(
            r"(.+?)(?:\s*[:x]\s*|\s+|\s*\()(\d+)?\s*(?:weken|week|wk|w)?\s*\)?", deel, re.IGNORECASE
        ) or re.fullmatch(r"(.+)()", deel)
        if gevonden is None:
            raise ValueError("is geen rij van fasen; schrijf bijvoorbeeld H:26|E:")
        uit.append(f"{_code(gevonden[1].rstrip(': '))}:{gevonden[2] or ''}")
    return "|".join(uit)


def urgentie(tekst: str) -> str:
    return _URGENTIE.get(fold(tekst), tekst)


def woonvorm(tekst: str) -> str:
    plat = " ".join(re.findall(r"[a-z]+", fold(tekst)))
    vormen = {" ".join(re.findall(r"[a-z]+", vorm)): vorm for vorm in WOONVORMEN}
    return vormen.get(plat) or _WOONVORMEN.get(plat, tekst)


def pc4(tekst: str) -> str:
    """The four digits of "8011 AB"."""
    gevonden = re.fullmatch(r"([1-9]\d{3})\s*[A-Za-z]{0,2}", tekst.strip())
    if tekst and gevonden is None:
        raise ValueError("is geen postcode")
    return gevonden[1] if gevonden else ""


OMZETTEN: Mapping[str, Callable[[str], str]] = {
    "woonvorm": woonvorm,
    "intensiteiten": intensiteiten,
    "capaciteit": geheel,
    "roosteruren_per_week": kommagetal,
    "kgw": vlag,
    "pc4": pc4,
    "lat": kommagetal,
    "lon": kommagetal,
    "regio_km": kommagetal,
    "kenmerken": kenmerken,
    "beschikbaar_van": datum,
    "beschikbaar_tot": datum,
    "start": datum,
    "fasen": fasen,
    "urgentie": urgentie,
    "kgw_voorkeur": geheel,
    "intensiteit_marge": geheel,
    "vereist": kenmerken,
    "machtiging_gesloten": vlag,
    "max_afstand_km": kommagetal,
    "buiten_regio": vlag,
    "voorkeur": lijst,
    "uitgesloten": lijst,
    "samen_met": lijst,
    "apart_van": lijst,
    "fase": geheel,
    "vast": vlag,
}
"""How a cell of each column is read; other columns stay as they are."""
