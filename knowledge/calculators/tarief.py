"""What does it cost: tariffs of the catalogue with their place, and what they come to for a quantity.

Sources: §8.5.1 (minute tariffs), §8.5.3 (groepsaanbod), §8.5.4 (trajects), §9.7 (verblijf), §10.3 (dyslexie).
All functions raise InvoerFout, in Dutch, for what the tender does not know.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from knowledge.calculators.getal import euro, getal, op_centen
from knowledge.calculators.woorden import plat
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Intensiteit, Perceel, Tarief, Tariefgroep
from knowledge.errors import InvoerFout


@dataclass(frozen=True)
class Prijs:
    """One tariff. `aantal` (of `eenheid`) and `totaal` when a quantity was asked; amounts in euro."""

    omschrijving: str
    bedrag: Decimal
    eenheid: str
    vindplaats: str
    uitleg: tuple[str, ...] = ()
    aantal: Decimal | None = None
    totaal: Decimal | None = None

    def regel(self) -> str:
        """In one line: "Intensiteit E: € 212,55 per etmaal (§9.7)"."""
        return f"{self.omschrijving}: {euro(self.bedrag)} per {self.eenheid} ({self.vindplaats})"

    def als_json(self) -> dict[str, Any]:
        return {
            "omschrijving": self.omschrijving,
            "bedrag": float(self.bedrag),
            "eenheid": self.eenheid,
            "vindplaats": self.vindplaats,
            "aantal": None if self.aantal is None else float(self.aantal),
            "totaal": None if self.totaal is None else float(self.totaal),
            "uitleg": list(self.uitleg),
        }


def minuuttarief(tender: Tender, perceel: int, tariefgroep: int, minuten: Decimal | None = None) -> Prijs:
    """Tariff per client-bound minute of individual ambulant help in one of the percelen 1-5."""
    wanted = _perceel(tender, perceel)
    group = next((g for g in tender.tariefgroepen if g.nummer == tariefgroep), None)
    if group is None:
        numbers = ", ".join(str(g.nummer) for g in tender.tariefgroepen)
        raise InvoerFout(f"Tariefgroep {tariefgroep} bestaat niet. Kies uit {numbers}.")
    for tarief in tender.tarieven:
        if tarief.perceel == perceel and tarief.tariefgroep == tariefgroep:
            name = f"{wanted.naam} (perceel {perceel}), tariefgroep {tariefgroep}"
            uitleg = (f"Dat is {euro(op_centen(tarief.bedrag * 60))} per uur.", budgetten(group))
            return _prijs(name, tarief.bedrag, tarief.eenheid, tarief.vindplaats, uitleg, minuten)
    with_groups = [
        str(n) for n in sorted({t.perceel for t in tender.tarieven if t.tariefgroep and t.perceel})
    ]
    raise InvoerFout(
        f"Perceel {perceel} ({wanted.naam}) heeft geen tariefgroepen. "
        f"Die gelden voor de percelen {', '.join(with_groups)}."
    )


def etmaaltarief(
    tender: Tender, intensiteit: str, dagen: Decimal | None = None, perceel: int | None = None
) -> Prijs:
    """Tariff of a level of wonen or verblijf (A-K, GGZ-C..GGZ-H) per etmaal.

    With `perceel`: refused when that perceel does not have this level.
    """
    known = [i for i in tender.intensiteiten if i.soort != "groepsaanbod"]
    return _niveau(tender, known, intensiteit, dagen, perceel)


def groepstarief(
    tender: Tender, niveau: str, uren: Decimal | None = None, perceel: int | None = None
) -> Prijs:
    """Tariff of groepsaanbod (licht, middel, middelzwaar, zwaar) per hour that a jeugdige is present.

    With `perceel`: refused when that perceel does not have this level.
    """
    known = [i for i in tender.intensiteiten if i.soort == "groepsaanbod"]
    return _niveau(tender, known, niveau, uren, perceel)


def prijzen_van_perceel(tender: Tender, perceel: int) -> list[Prijs]:
    """Every tariff that can be declared under a perceel, in the order of the catalogue."""
    wanted = _perceel(tender, perceel)
    prices = [
        minuuttarief(tender, perceel, t.tariefgroep) if t.tariefgroep else _los(t)
        for t in tender.tarieven
        if t.perceel == perceel
    ]
    return prices + [
        _van_intensiteit(i, None) for i in tender.intensiteiten if i.code in wanted.voorzieningen
    ]


def trajectprijzen(tender: Tender, code: str, perceel: int | None = None) -> list[Prijs]:
    """Tariffs of a traject or dyslexie (MST, ZIT, ED-diagnostiek, ED-behandeling)."""
    wanted = plat(code)
    for item in tender.voorzieningen:
        names = {plat(n) for n in (item.code, item.naam, *item.synoniemen)}
        if item.soort != "tariefgroep" and wanted in names:
            _past_bij(tender, perceel, item.code, item.naam)
            return [_los(t) for t in tender.tarieven if plat(t.id).startswith(plat(item.code))]
    codes = ", ".join(v.code for v in tender.voorzieningen if v.soort != "tariefgroep")
    raise InvoerFout(f"Voorziening {code} is niet bekend. Kies uit {codes}.")


def budgetten(groep: Tariefgroep) -> str:
    """In which budget the hours of a tariefgroep may be used, in one sentence (bijlage XII)."""
    if groep.herstel and groep.duurzaam:
        return "Mag in een herstelbudget en in een duurzaam budget (bijlage XII)."
    which, other = ("herstel", "duurzaam") if groep.herstel else ("duurzaam", "herstel")
    return f"Mag alleen in een {which}budget, niet in een {other} budget (bijlage XII)."


def band(intensiteit: Intensiteit) -> str:
    """The band of begeleidingsintensiteit in words, "" without one: "1,8 tot 2,4", "vanaf 5"."""
    onder, boven = intensiteit.onder, intensiteit.boven
    if boven is None:
        return "" if onder is None else f"vanaf {getal(onder)}"
    join = "t/m" if intensiteit.boven_inclusief else "tot"
    return f"{'0' if onder is None else getal(onder)} {join} {getal(boven)}"


def _niveau(
    tender: Tender, known: list[Intensiteit], asked: str, aantal: Decimal | None, perceel: int | None
) -> Prijs:
    wanted = plat(asked)
    for i in known:
        if wanted in (plat(i.code), plat(i.naam)):
            _past_bij(tender, perceel, i.code, i.naam)
            return _van_intensiteit(i, aantal)
    raise InvoerFout(f"Niveau {asked} is niet bekend. Kies uit {', '.join(i.code for i in known)}.")


def _past_bij(tender: Tender, perceel: int | None, code: str, naam: str) -> None:
    if perceel is not None and code not in _perceel(tender, perceel).voorzieningen:
        where = ", ".join(str(p.nummer) for p in tender.percelen if code in p.voorzieningen)
        raise InvoerFout(f"{naam} hoort bij perceel {where}, niet bij perceel {perceel}.")


def _van_intensiteit(i: Intensiteit, aantal: Decimal | None) -> Prijs:
    what = "roosteruren per jeugdige per etmaal" if i.soort == "verblijf" else "begeleiders per jeugdige"
    uitleg = tuple(
        regel
        for regel in (
            f"Begeleidingsintensiteit {band(i)} ({what})." if band(i) else "",
            i.inschrijfinformatie,
            i.toelichting,
            "Ambulante hulp en behandeling zitten hier niet in; die worden apart toegewezen en gedeclareerd.",
        )
        if regel
    )
    return _prijs(i.naam, i.tarief, i.eenheid, i.vindplaats, uitleg, aantal)


def _los(tarief: Tarief) -> Prijs:
    uitleg = (tarief.toelichting,) if tarief.toelichting else ()
    return _prijs(tarief.voorziening, tarief.bedrag, tarief.eenheid, tarief.vindplaats, uitleg, None)


def _prijs(
    omschrijving: str,
    bedrag: Decimal,
    eenheid: str,
    vindplaats: str,
    uitleg: tuple[str, ...],
    aantal: Decimal | None,
) -> Prijs:
    if aantal is not None and aantal <= 0:
        raise InvoerFout(f"Het aantal ({getal(aantal)}) moet groter zijn dan 0.")
    totaal = None if aantal is None else op_centen(bedrag * aantal)
    return Prijs(omschrijving, bedrag, eenheid, vindplaats, uitleg, aantal, totaal)


def _perceel(tender: Tender, nummer: int) -> Perceel:
    for perceel in tender.percelen:
        if perceel.nummer == nummer:
            return perceel
    numbers = ", ".join(str(p.nummer) for p in tender.percelen)
    raise InvoerFout(f"Perceel {nummer} bestaat niet. Kies uit {numbers}.")
