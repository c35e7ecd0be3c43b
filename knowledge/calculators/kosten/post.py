"""One line of the cost of a traject: what it is within its perceel, its price, and whether it may be used.

Sources: §8.5.1 and bijlage XII (tariefgroepen and functions), §8.5.3 (groepsaanbod), §8.5.4 (trajects), §9.7
(etmalen), §10.3 (dyslexie). A duurzaam budget leaves out the higher tariefgroepen and groepsaanbod zwaar.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pydantic import Field

from knowledge.calculators.functie import Functiekeuze, zoek_functie
from knowledge.calculators.getal import getal, op_centen
from knowledge.calculators.rekentool import Getal, Invoer
from knowledge.calculators.tarief import Prijs, etmaaltarief, groepstarief, minuuttarief, trajectprijzen
from knowledge.calculators.woorden import opsomming, percelen_tekst, plat
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Perceel
from knowledge.errors import InvoerFout

Budgetsoort = Literal["herstel", "duurzaam"]
Eenheid = Literal["minuut", "uur", "etmaal", "stuk"]
UIT_BUDGET = ("tariefgroep", "groepsaanbod")
"""The kinds of help that come out of the keuzebudget (§8.5.1)."""
_MEERVOUD = {"minuut": "minuten", "uur": "uur", "etmaal": "etmalen", "stuk": "stuks"}
_HEEL = ("etmaal", "stuk")
_MINUTEN_PER_UUR = 60


class Kostenregel(Invoer):
    perceel: int = Field(title="Perceel", description="nummer van het perceel", ge=1, le=99)
    wat: str = Field(
        title="Wat",
        description="zoals TG3, GZ-psycholoog, middel, E, GGZ-C, MST of ED-behandeling",
        min_length=1,
        max_length=200,
    )
    aantal: Getal = Field(title="Aantal", description="minuten, uren, etmalen of stuks", gt=0, le=1_000_000)
    eenheid: Eenheid | None = Field(
        None,
        title="Eenheid",
        description="alleen nodig bij dyslexie: minuut of stuk",
    )


@dataclass(frozen=True, slots=True)
class Post:
    """A priced line. `bezwaar`: why it may not be declared so, with its place; "" when it may."""

    perceel: int
    code: str
    """Of the voorziening or intensiteit: "TG3", "middel", "E", "MST"."""
    soort: str
    """tariefgroep, groepsaanbod, traject, dyslexie, verblijf or ggz."""
    prijs: Prijs
    aantal: Decimal
    """In the unit of the price."""
    bedrag: Decimal
    """In euro, in whole cents."""
    bezwaar: str = ""
    functie: Functiekeuze | None = None

    @property
    def hoeveelheid(self) -> str:
        """ "90 minuten"."""
        word = self.prijs.eenheid if self.aantal == 1 else _MEERVOUD[self.prijs.eenheid]
        return f"{getal(self.aantal.normalize())} {word}"


def maak_post(tender: Tender, regel: Kostenregel, budget: Budgetsoort | None, kdc_odc: bool) -> Post:
    """The line with its price. InvoerFout when the perceel does not offer this, or the unit does not fit."""
    perceel = next((p for p in tender.percelen if p.nummer == regel.perceel), None)
    if perceel is None:
        numbers = ", ".join(str(p.nummer) for p in tender.percelen)
        raise InvoerFout(f"Perceel {regel.perceel} bestaat niet. Kies uit {numbers}.")
    soorten = _soorten(tender)
    code = _code(tender, perceel, regel.wat)
    functie = None
    if code is None:
        if not any(soorten[c] == "tariefgroep" for c in perceel.voorzieningen):
            raise InvoerFout(
                f"Perceel {perceel.nummer} ({perceel.naam}) heeft geen {regel.wat}. "
                f"Kies uit {', '.join(perceel.voorzieningen)}."
            )
        functie = zoek_functie(tender, regel.wat, perceel.nummer)
        code = f"TG{functie.functie.tariefgroep}"
    prijs = _prijs(tender, perceel, code, soorten[code], regel.eenheid)
    aantal = _aantal(regel, prijs)
    return Post(
        perceel=perceel.nummer,
        code=code,
        soort=soorten[code],
        prijs=prijs,
        aantal=aantal,
        bedrag=op_centen(prijs.bedrag * aantal),
        bezwaar=_bezwaar(tender, code, kdc_odc) if budget == "duurzaam" else "",
        functie=functie,
    )


def som(posten: Iterable[Post]) -> Decimal:
    """What these lines come to, in euro."""
    return sum((p.bedrag for p in posten), Decimal(0))


def alleen_herstel(tender: Tender, code: str) -> bool:
    """May this only be used within a herstelbudget (bijlage XII, §8.5.3)?"""
    intensiteit = next((i for i in tender.intensiteiten if i.code == code), None)
    if intensiteit is not None:
        return not intensiteit.duurzaam
    groep = next((g for g in tender.tariefgroepen if code == f"TG{g.nummer}"), None)
    return groep is not None and not groep.duurzaam


def _soorten(tender: Tender) -> dict[str, str]:
    soorten: dict[str, str] = {v.code: v.soort for v in tender.voorzieningen}
    return soorten | {i.code: i.soort for i in tender.intensiteiten}


def _code(tender: Tender, perceel: Perceel, wat: str) -> str | None:
    """The code that is meant within this perceel; None when it may be the name of a function.

    InvoerFout when it is something of another perceel.
    """
    wanted = plat(wat)
    names: dict[str, set[str]] = {}
    for v in tender.voorzieningen:
        names[v.code] = {plat(n) for n in (v.code, v.naam, *v.synoniemen)}
        if v.soort == "tariefgroep":
            names[v.code].add(plat(v.code.removeprefix("TG")))
    for i in tender.intensiteiten:
        names[i.code] = {plat(i.code), plat(i.naam)}
    found = [code for code, known in names.items() if wanted in known]
    here = [code for code in found if code in perceel.voorzieningen]
    if not here and not found and len(wanted) > 3:  # "behandeling" in the perceel of dyslexie
        here = [code for code in perceel.voorzieningen if plat(code).endswith(wanted)]
    if len(here) == 1:
        return here[0]
    if found and not here:
        others = [p.nummer for p in tender.percelen if set(found) & set(p.voorzieningen)]
        raise InvoerFout(f"{wat} hoort bij {percelen_tekst(others)}, niet bij perceel {perceel.nummer}.")
    return None


def _prijs(tender: Tender, perceel: Perceel, code: str, soort: str, eenheid: Eenheid | None) -> Prijs:
    if soort == "tariefgroep":
        return minuuttarief(tender, perceel.nummer, int(code.removeprefix("TG")))
    if soort == "groepsaanbod":
        return groepstarief(tender, code, perceel=perceel.nummer)
    if soort in ("verblijf", "ggz"):
        return etmaaltarief(tender, code, perceel=perceel.nummer)
    prijzen = trajectprijzen(tender, code, perceel.nummer)
    if len(prijzen) == 1:
        return prijzen[0]
    wanted = "minuut" if eenheid == "uur" else eenheid
    for prijs in prijzen:
        if prijs.eenheid == wanted:
            return prijs
    units = opsomming((p.eenheid for p in prijzen), "of")
    raise InvoerFout(f"{prijzen[0].omschrijving} gaat per {units}; de gemeente kiest. Vul de eenheid in.")


def _aantal(regel: Kostenregel, prijs: Prijs) -> Decimal:
    """The quantity in the unit of the price; hours of help that is paid by the minute become minutes."""
    aantal = regel.aantal
    if regel.eenheid == "uur" and prijs.eenheid == "minuut":
        aantal *= _MINUTEN_PER_UUR
    elif regel.eenheid not in (None, prijs.eenheid):
        raise InvoerFout(f"{prijs.omschrijving} gaat per {prijs.eenheid}, niet per {regel.eenheid}.")
    if prijs.eenheid in _HEEL and aantal != aantal.to_integral_value():
        raise InvoerFout(f"{prijs.omschrijving} gaat in hele {_MEERVOUD[prijs.eenheid]}.")
    return aantal


def _bezwaar(tender: Tender, code: str, kdc_odc: bool) -> str:
    """Why this may not be used within a duurzaam budget."""
    if not alleen_herstel(tender, code):
        return ""
    if any(i.code == code for i in tender.intensiteiten):
        if kdc_odc:
            return ""
        return f"groepsaanbod {code} mag niet in een duurzaam budget, behalve bij een KDC of ODC (§8.5.3)"
    return f"{code} mag niet in een duurzaam budget (bijlage XII, eis 69)"
