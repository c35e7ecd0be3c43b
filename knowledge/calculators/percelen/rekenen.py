"""May these percelen be chosen together, why not, and which could be added (§4.3.1)."""

from collections.abc import Mapping
from typing import Any

from knowledge.calculators.opzoeken import bekend
from knowledge.calculators.percelen.combinatie import Toets, geweigerd, toets_combinatie, toets_voorzieningen
from knowledge.calculators.percelen.invoer import PercelenInvoer
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.calculators.woorden import opsomming, percelen_tekst, reeks
from knowledge.catalogue import Tender
from knowledge.errors import InvoerFout

SLEUTEL = "percelen"


def reken_percelen(tender: Tender, invoer: PercelenInvoer) -> Uitkomst:
    """Is this combination of percelen allowed; every rule that speaks of it is a step.

    `waarden`: toegestaan (bool), geweigerd, navragen and andere_indeling (lists of {regel, percelen, reden,
    vindplaats}), kan_erbij (percelen that may be added), kan_niet_erbij ({perceel, reden, vindplaats}),
    zonder_gemeenten ({perceel: gemeenten}). InvoerFout for a perceel, vorm, voorziening or gemeente that
    the tender does not know, and for a voorziening of a perceel that was not chosen.
    """
    gekozen = frozenset(invoer.percelen)
    vormen = frozenset(bekend("Vorm", invoer.vormen, [v.sleutel for v in tender.vormen]))
    bekend("Perceel", map(str, sorted(gekozen)), [str(p.nummer) for p in tender.percelen])
    voorzieningen = _voorzieningen(tender, gekozen, invoer.voorzieningen)
    toetsen = toets_combinatie(tender, gekozen, vormen)
    if voorzieningen:
        toetsen += toets_voorzieningen(tender, gekozen, vormen, voorzieningen)
    op_oordeel = {
        oordeel: [t for t in toetsen if t.oordeel == oordeel]
        for oordeel in ("geweigerd", "navragen", "andere indeling")
    }
    kan_erbij, kan_niet_erbij = _uitbreiding(tender, gekozen, vormen)
    afwezig = {p.nummer: p.zonder_gemeenten for p in tender.percelen if p.nummer in gekozen}
    gemeenten = _gemeentestappen(tender, gekozen, invoer.gemeente)
    antwoord = _antwoord(gekozen, op_oordeel["geweigerd"], op_oordeel["navragen"])
    return Uitkomst(
        rekentool=SLEUTEL,
        antwoord=antwoord,
        invoer=invoer.model_dump(),
        waarden={
            "toegestaan": not op_oordeel["geweigerd"],
            "geweigerd": [_gegevens(t) for t in op_oordeel["geweigerd"]],
            "navragen": [_gegevens(t) for t in op_oordeel["navragen"]],
            "andere_indeling": [_gegevens(t) for t in op_oordeel["andere indeling"]],
            "kan_erbij": kan_erbij,
            "kan_niet_erbij": kan_niet_erbij,
            "zonder_gemeenten": {str(n): list(g) for n, g in afwezig.items() if g},
        },
        stappen=(*map(_stap, toetsen), *gemeenten, _uitbreidingsstap(kan_erbij)),
        vindplaatsen=tuple(dict.fromkeys([*(t.regel.vindplaats for t in toetsen), "§4.3.1"])),
        opmerkingen=_opmerkingen(tender, gekozen, vormen, bool(voorzieningen), op_oordeel),
    )


def _voorzieningen(tender: Tender, gekozen: frozenset[int], codes: tuple[str, ...]) -> frozenset[str]:
    percelen_met: dict[str, list[int]] = {}
    for perceel in tender.percelen:
        for code in perceel.voorzieningen:
            percelen_met.setdefault(code, []).append(perceel.nummer)
    found = bekend("Voorziening", codes, list(percelen_met))
    for code in found:
        if not gekozen & set(percelen_met[code]):
            raise InvoerFout(
                f"Voorziening {code} hoort bij {percelen_tekst(percelen_met[code])}. "
                "Kies dat perceel ook, of laat de voorziening weg."
            )
    return frozenset(found)


def _uitbreiding(
    tender: Tender, gekozen: frozenset[int], vormen: frozenset[str]
) -> tuple[list[int], list[dict[str, Any]]]:
    """The percelen with which the choice is allowed, and for the others the first reason why it is not."""
    kan: list[int] = []
    niet: list[dict[str, Any]] = []
    for perceel in tender.percelen:
        if perceel.nummer in gekozen:
            continue
        redenen = geweigerd(tender, gekozen | {perceel.nummer}, vormen)
        if redenen:
            # A rule on the added perceel explains more than one that the choice broke already.
            eerste = min(redenen, key=lambda t: perceel.nummer not in t.percelen)
            niet.append(
                {
                    "perceel": perceel.nummer,
                    "reden": eerste.reden,
                    "vindplaats": eerste.regel.vindplaats,
                }
            )
        else:
            kan.append(perceel.nummer)
    return kan, niet


def _gegevens(toets: Toets) -> dict[str, Any]:
    return {
        "regel": toets.regel.id,
        "percelen": list(toets.percelen),
        "reden": toets.reden,
        "vindplaats": toets.regel.vindplaats,
    }


_UITKOMST = {"voldaan": "mag", "geweigerd": "mag niet", "andere indeling": "mag, maar let op"}


def _stap(toets: Toets) -> Stap:
    return Stap(
        omschrijving=toets.regel.samenvatting.rstrip("."),
        berekening=percelen_tekst(toets.percelen),
        uitkomst=_UITKOMST.get(toets.oordeel, toets.oordeel),
        vindplaats=toets.regel.vindplaats,
    )


def _uitbreidingsstap(kan_erbij: list[int]) -> Stap:
    welke = percelen_tekst(kan_erbij, "of") if kan_erbij else "geen ander perceel"
    return Stap("Wat er nog bij kan (één perceel tegelijk)", "", welke, "§4.3.1")


def _gemeentestappen(tender: Tender, gekozen: frozenset[int], gemeente: str) -> list[Stap]:
    if not gemeente:
        return []
    naam = bekend("Gemeente", [gemeente], tender.gemeenten)[0]
    zonder = [p.nummer for p in tender.percelen if p.nummer in gekozen and naam in p.zonder_gemeenten]
    mee = reeks(gekozen - set(zonder))
    uitkomst = f"ja, bij {mee}" if mee else "nee"
    if mee and zonder:
        uitkomst = f"bij {mee} wel, bij {reeks(zonder)} niet"
    return [Stap(f"Doet {naam} mee", "", uitkomst, tender.vindplaats("gemeenten"))]


def _antwoord(gekozen: frozenset[int], nee: list[Toets], navragen: list[Toets]) -> str:
    if nee:
        return f"Deze combinatie mag niet. {' '.join(dict.fromkeys(t.reden for t in nee))}"
    mag = f"U mag {percelen_tekst(gekozen)} kiezen."
    if len(gekozen) > 1:
        mag = f"U mag {percelen_tekst(gekozen)} samen kiezen."
    return f"{mag} Eén punt is niet duidelijk; zie hieronder." if navragen else mag


def _opmerkingen(
    tender: Tender,
    gekozen: frozenset[int],
    vormen: frozenset[str],
    met_voorzieningen: bool,
    op_oordeel: Mapping[str, list[Toets]],
) -> tuple[str, ...]:
    lines = [f"{t.reden} ({t.regel.vindplaats})" for t in op_oordeel["navragen"]]
    lines += [
        f"{t.regel.samenvatting} {t.reden} De regio kan u daarom bij een ander perceel indelen "
        f"({t.regel.vindplaats}, §4.3.1)."
        for t in op_oordeel["andere indeling"]
    ]
    if op_oordeel["geweigerd"] and not vormen:
        lines += [
            f"{r.samenvatting} Geef dan de vorm op ({r.vindplaats})."
            for r in tender.combinatieregels
            if r.soort == "uitzondering" and r.vormen and gekozen & set(r.percelen)
        ]
    for regel in tender.combinatieregels:
        open_ = regel.minstens_voorzieningen and not met_voorzieningen
        for_us = gekozen & set(regel.percelen) and (not regel.vormen or vormen & set(regel.vormen))
        if regel.soort == "voorwaarde" and for_us and (open_ or not regel.minstens_voorzieningen):
            lines.append(f"{regel.samenvatting} ({regel.vindplaats})")
    zonder: dict[tuple[str, ...], list[int]] = {}
    for perceel in tender.percelen:
        if perceel.nummer in gekozen and perceel.zonder_gemeenten:
            zonder.setdefault(perceel.zonder_gemeenten, []).append(perceel.nummer)
    for namen, nummers in zonder.items():
        doet = "doet" if len(namen) == 1 else "doen"
        lines.append(f"{opsomming(namen)} {doet} niet mee met {percelen_tekst(nummers)}.")
    return tuple(lines)
