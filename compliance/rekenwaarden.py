"""What a bid already tells of what the rekentools ask, and where: to fill in a rekentool beforehand."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from compliance.dossier import Dossier
from compliance.financieel import RIJEN, continuiteit_in, jaarcijfers_van
from compliance.formulier import antwoord
from compliance.intensiteiten.beoordeling import REKENTOOLS, zoek_locatie
from compliance.organisatiefeiten import lees_cao, lees_fte, lees_omzet
from compliance.rapport import Bewijs
from compliance.rekenwaarde import Rekenwaarde
from knowledge.calculators.financieel import FINANCIEEL
from knowledge.calculators.intensiteit import INTENSITEIT
from knowledge.calculators.intensiteit.invoer import GROEPSAANBOD, vormen
from knowledge.calculators.intensiteit.kenmerken import is_crisisgroep, is_odc_kdc, vorm_in
from knowledge.calculators.intensiteit.rekenblad import (
    ZEGT_TELT_NIET,
    Groep,
    lees_rekentool,
    regels_en_totaal,
)
from knowledge.calculators.tariefgroepbepaling import TARIEFGROEPBEPALING
from knowledge.documents import Blok, Document
from knowledge.text.normalise import fold

_CAO_NAMEN = {"jeugdzorg", "gehandicaptenzorg", "ggz"}
_TEAM = re.compile(r"multidisciplinair team")
_ALLE_UREN = "roosteruren uit uw rekentool"


def rekenwaarden(dossier: Dossier) -> tuple[Rekenwaarde, ...]:
    """In the order in which a bidder needs them: figures, groups, tariefgroep."""
    lezers: tuple[Callable[[Dossier], Iterator[Rekenwaarde]], ...] = (_financieel, _intensiteit, _tariefgroep)
    return tuple(waarde for lezer in lezers for waarde in lezer(dossier))


def _financieel(dossier: Dossier) -> Iterator[Rekenwaarde]:
    gelezen = jaarcijfers_van(dossier)
    if gelezen is None:
        return
    jaren = sorted({jaar for rij in gelezen.cijfers.values() for jaar in rij})
    regels = [
        {"jaar": jaar}
        | {s: _plat(gelezen.cijfers[s][jaar]) for s in RIJEN if jaar in gelezen.cijfers.get(s, {})}
        for jaar in jaren
    ]
    negatief, document, blok = continuiteit_in(dossier)
    bronnen = [_bron("Jaarcijfers", gelezen.document, next(iter(gelezen.blokken.values())))]
    if negatief and document and blok:
        bronnen.append(_bron("Verwachting over de continuïteit", document, blok))
    gegevens = {"jaren": regels, "continuiteit_negatief": bool(negatief)}
    yield Rekenwaarde(FINANCIEEL.sleutel, "", gegevens, tuple(bronnen))


def _intensiteit(dossier: Dossier) -> Iterator[Rekenwaarde]:
    bekend = set(vormen(dossier.tender))
    for deel in dossier.delen(*REKENTOOLS):
        for groep in lees_rekentool(deel.document):
            vorm = _vorm(dossier, groep, deel.sleutel)
            if vorm not in bekend:
                continue
            bronnen = [_bron("Rekentool", groep.document, groep.blok)]
            locatie = zoek_locatie(groep.naam, dossier.aanbod.locaties)
            if locatie is not None:
                bronnen.append(_bron("Vorm", locatie.document, locatie.blok))
            naam = groep.naam or "Groep zonder naam"
            yield Rekenwaarde(INTENSITEIT.sleutel, naam, _groep(groep, vorm), tuple(bronnen))


def _vorm(dossier: Dossier, groep: Groep, sleutel: str) -> str:
    if sleutel == "rekentool_groepsaanbod":
        return GROEPSAANBOD
    locatie = zoek_locatie(groep.naam, dossier.aanbod.locaties)
    if locatie is not None and len(locatie.vormen) == 1:
        return next(iter(locatie.vormen))
    if vorm := vorm_in(f"{groep.naam} {groep.vorm} {groep.blok.tabel}"):
        return vorm
    if sleutel == "rekentool_gezinshuis":
        return "gezinshuis"
    eigen = dossier.aanbod.vormen
    return next(iter(eigen)) if len(eigen) == 1 else ""


def _groep(groep: Groep, vorm: str) -> dict[str, Any]:
    regels, totaal = regels_en_totaal(groep, lambda _: True)
    uren = [
        {"functie": r.naam[:200], "uren": _plat(r.uren)}
        for r in regels
        if not ZEGT_TELT_NIET.search(fold(r.naam))
    ] or [{"functie": _ALLE_UREN, "uren": _plat(totaal or 0.0)}]
    gegevens: dict[str, Any] = {
        "groep": groep.naam[:200],
        "vorm": vorm,
        "plaatsen": _plat(groep.getallen["plaatsen"]),
        "uren": uren,
    }
    kenmerk = f"{groep.naam} {groep.vorm}"
    if vorm == GROEPSAANBOD:
        gegevens["odc_kdc"] = is_odc_kdc(kenmerk)
        if "openingsuren" in groep.getallen:
            gegevens["openingsuren"] = _plat(groep.getallen["openingsuren"])
        return gegevens
    gegevens["crisisgroep"] = is_crisisgroep(fold(kenmerk))
    if bezetting := groep.getallen.get("bezetting"):
        gegevens["bezettingsgraad"] = _plat(bezetting * 100)
    return gegevens


def _tariefgroep(dossier: Dossier) -> Iterator[Rekenwaarde]:
    verdeeld = [p.nummer for p in dossier.tender.percelen if p.voorwaarden]
    gekozen = [n for n in sorted(dossier.inschrijving.percelen) if n in verdeeld]
    if not gekozen:
        return
    verblijf = {i.code for i in dossier.tender.intensiteiten if i.soort != "groepsaanbod"}
    gegevens: dict[str, Any] = {
        "perceel": gekozen[0],
        "intensiteiten": sorted(dossier.inschrijving.intensiteiten & verblijf),
    }
    bronnen: list[tuple[str, str, int | None]] = []
    if cao := lees_cao(dossier):
        gegevens["cao"] = sorted({naam if naam in _CAO_NAMEN else "andere" for naam, _ in cao})
        bronnen.append(_plek("Cao", cao[0][1]))
    if omzet := lees_omzet(dossier):
        gegevens["omzet"] = _plat(omzet[0])
        bronnen.append(_plek("Omzet uit de Jeugdwet", omzet[1]))
    if fte := lees_fte(dossier):
        gegevens["tariefgroepen"] = [n for n, aantal in sorted(fte[0].items()) if aantal]
        bronnen.append(_plek("Fte per tariefgroep", fte[1]))
    team = antwoord(dossier.documenten("invulsjabloon"), _TEAM)
    if team is not None and team.waarde is not None:
        gegevens["multidisciplinair_team"] = team.waarde
        bronnen.append(_bron("Multidisciplinair team", team.document, team.blok))
    if bronnen:
        yield Rekenwaarde(TARIEFGROEPBEPALING.sleutel, f"Perceel {gekozen[0]}", gegevens, tuple(bronnen))


def _bron(wat: str, document: Document, blok: Blok) -> tuple[str, str, int | None]:
    return wat, document.bestand, blok.plek(0)[0]


def _plek(wat: str, bewijs: Bewijs) -> tuple[str, str, int | None]:
    return wat, bewijs.bestand, bewijs.pagina


def _plat(getal: float) -> float | int:
    """A number without the noise of binary fractions; a whole one as int."""
    rond = round(getal, 6)
    return int(rond) if rond == int(rond) else rond
