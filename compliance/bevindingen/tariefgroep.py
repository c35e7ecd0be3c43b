"""Does the bidder belong in its perceel (§5.6), and are functions in their tariefgroep (bijlage XII)?"""

import re
from collections.abc import Iterator
from decimal import Decimal

from compliance.bewijs import bewijs
from compliance.dossier import Dossier
from compliance.financieel import jaarcijfers_van
from compliance.formulier import aangekruist, velden, waarde, zichtbaar
from compliance.organisatiefeiten import lees_cao, lees_fte, lees_omzet
from compliance.rapport import Bevinding, Bewijs
from compliance.tekst import euro, getal_tekst, opsomming
from knowledge.calculators.tariefgroepbepaling.voorwaarden import haalt, keten
from knowledge.catalogue.models import Functie, Norm, Perceelvoorwaarde
from knowledge.documents import Document
from knowledge.text.normalise import fold

_BEHANDELAREN = re.compile(r"behandelaren")
_IN_LOONDIENST = re.compile(r"^behandelaren in (?:vaste )?(?:loon)?dienst\b")
_OVER_PERSONEEL = ("overig", "werkwijze", "plan_van_aanpak", "kwaliteitsplan")
"""Where else than in the form a bid may tell who works there."""
_GGZ_JEUGDIGEN = re.compile(
    r"(?:aantal )?jeugdigen[^|]{0,60}(?:ggz|verblijf)|(?:ggz[ -]?)?verblijf[^|]{0,60}jeugdigen"
)
_GEEN_LASTENVERLICHTING = re.compile(
    r"lastenver(?:laging|lichting)|alleen (?:\w+ ){0,5}(?:perceel )?(?:worden )?beoordeeld"
)


def zoek_tariefgroep(dossier: Dossier) -> Iterator[Bevinding]:
    """A finding for each chosen perceel 2 to 5 whose conditions the bid itself shows are not met, and for
    functions put in another tariefgroep than bijlage XII does."""
    percelen = {p.nummer: p for p in dossier.tender.percelen}
    for nummer in sorted(dossier.inschrijving.percelen & set(percelen)):
        gebreken: list[tuple[str, Bewijs | None]] = []
        for perceel in keten(dossier.tender, nummer):
            for voorwaarde in perceel.voorwaarden:
                gebreken += _toets(dossier, voorwaarde)
        if gebreken:
            vrijwaring = _zonder_lastenverlichting(dossier)
            slot = (
                "De inschrijver wil alleen voor dit perceel worden beoordeeld."
                if vrijwaring
                else "De inschrijver kan in een ander perceel worden ingedeeld (§4.3.1)."
            )
            yield Bevinding(
                soort="tariefgroep",
                ernst="knock-out" if vrijwaring else "herstelbaar",
                bewijs=tuple(b for _, b in gebreken if b is not None),
                toelichting=(
                    f"Perceel {nummer} ({percelen[nummer].korte_naam}): "
                    f"{'; '.join(t for t, _ in gebreken)} (§5.6). {slot}"
                ),
            )
    yield from _functies(dossier)


def _zonder_lastenverlichting(dossier: Dossier) -> bool:
    for document in dossier.documenten("invulsjabloon"):
        for blok in zichtbaar(document):
            if _GEEN_LASTENVERLICHTING.search(fold(blok.tekst)) and blok.cellen:
                leeg = [c for c in blok.cellen if not _GEEN_LASTENVERLICHTING.search(fold(c)) and c.strip()]
                return any(aangekruist(cel) for cel in leeg)
    return False


def _toets(dossier: Dossier, voorwaarde: Perceelvoorwaarde) -> list[tuple[str, Bewijs | None]]:
    formulieren = dossier.documenten("invulsjabloon")
    sleutel = voorwaarde.sleutel
    intensiteiten = dossier.inschrijving.intensiteiten
    if sleutel == "cao":
        return _cao(dossier, set(voorwaarde.een_van))
    if sleutel == "omzet":
        return _omzet(dossier, voorwaarde.normen[0])
    if (
        sleutel == "verblijf_vanaf_h"
        and not intensiteiten & set(voorwaarde.een_van)
        and not any(i.startswith("GGZ") for i in intensiteiten)
    ):
        return [("er wordt geen wonen of verblijf vanaf intensiteit H aangeboden", None)]
    if sleutel == "multidisciplinair_team":
        return _fte(dossier, _groepen(voorwaarde), "geen medewerkers in tariefgroep 5 of hoger")
    if sleutel == "tg6_tg7":
        return _fte(dossier, _groepen(voorwaarde), "geen medewerkers in tariefgroep 6 of 7")
    if sleutel == "behandelaren":
        wat = "fte behandelaren in loondienst"
        if waarde(formulieren, _BEHANDELAREN) is not None:
            return _te_weinig(formulieren, _BEHANDELAREN, voorwaarde.normen[0], wat)
        elders = dossier.documenten(*_OVER_PERSONEEL)
        return _te_weinig(elders, _IN_LOONDIENST, voorwaarde.normen[0], wat)
    if sleutel == "ggz_verblijf":
        if not any(i.startswith("GGZ") for i in intensiteiten):
            return [("er wordt geen GGZ-verblijf (tariefklasse C t/m H) aangeboden", None)]
        return _te_weinig(
            formulieren,
            _GGZ_JEUGDIGEN,
            voorwaarde.normen[0],
            "jeugdigen uit de regio in GGZ-verblijf",
        )
    if sleutel in ("lta_ackjp", "wvggz"):
        naam = (
            "een landelijk contract voor de academische functie (LTA, ACKJP)"
            if sleutel == "lta_ackjp"
            else "uitvoering van de Wvggz"
        )
        patroon = re.compile(
            r"\blta\b|ackjp|transitiearrangement" if sleutel == "lta_ackjp" else r"wvggz|wet verplichte"
        )
        if not any(patroon.search(fold(document.tekst)) for document in dossier.inschrijving.documenten):
            return [(f"{naam} is niet aangetoond", None)]
    return []


def _groepen(voorwaarde: Perceelvoorwaarde) -> tuple[int, ...]:
    """The numbers of the tariefgroepen that the condition names."""
    return tuple(int(code.removeprefix("TG")) for code in voorwaarde.een_van)


def _cao(dossier: Dossier, passend: set[str]) -> list[tuple[str, Bewijs | None]]:
    genoemd = lees_cao(dossier)
    if not genoemd or any(naam in passend for naam, _ in genoemd):
        return []
    return [
        (
            (
                f"de inschrijver valt onder de cao {genoemd[0][0]}, nodig is de cao "
                f"{opsomming(sorted(passend), ' of ')}"
            ),
            genoemd[0][1],
        )
    ]


def _omzet(dossier: Dossier, norm: Norm) -> list[tuple[str, Bewijs | None]]:
    if gelezen := lees_omzet(dossier):
        bedrag, waar = gelezen
        if haalt(norm, Decimal(str(bedrag))):
            return []
        te_weinig = f"minder dan {euro(float(norm.waarde))}"
        return [(f"de omzet uit de Jeugdwet was {euro(bedrag)}, {te_weinig}", waar)]
    cijfers = jaarcijfers_van(dossier)
    omzet = cijfers.cijfers.get("omzet", {}).get(2021) if cijfers else None
    if cijfers is not None and omzet is not None and not haalt(norm, Decimal(str(omzet))):
        return [
            (
                f"de hele omzet van 2021 was {euro(omzet)}, minder dan {euro(float(norm.waarde))}",
                bewijs(cijfers.document, cijfers.blokken["omzet"]),
            )
        ]
    return []


def _fte(dossier: Dossier, groepen: tuple[int, ...], tekst: str) -> list[tuple[str, Bewijs | None]]:
    """Reads the row of fte under TG1..TG7; no such row tells nothing."""
    if any(
        re.search(r"onderaann", fold(d.tekst)) and 6 in groepen and 5 not in groepen
        for d in dossier.documenten("invulsjabloon")
    ):
        return []
    gelezen = lees_fte(dossier)
    if gelezen is None:
        return []
    fte, waar = gelezen
    return [] if any(fte.get(n, 0.0) for n in groepen) else [(tekst, waar)]


def _te_weinig(
    documenten: list[Document], label: re.Pattern[str], norm: Norm, wat: str
) -> list[tuple[str, Bewijs | None]]:
    for veld in velden(documenten, label):
        found = re.match(r"\D{0,12}(\d+(?:,\d+)?)", veld.waarde)
        if found and not haalt(norm, aantal := Decimal(found.group(1).replace(",", "."))):
            return [
                (
                    f"{getal_tekst(float(aantal))} {wat}, "
                    f"nodig zijn er minstens {getal_tekst(float(norm.waarde))}",
                    bewijs(veld.document, veld.blok),
                )
            ]
        if found:
            return []
    return []


def _functies(dossier: Dossier) -> Iterator[Bevinding]:
    """Functions that the bid puts in another tariefgroep than bijlage XII."""
    namen = sorted(
        (
            (fold(naam), functie)
            for functie in dossier.tender.functies
            for naam in (functie.naam, *functie.synoniemen)
            if len(naam) > 6
        ),
        key=lambda paar: -len(paar[0]),
    )
    toegestaan: dict[str, set[int]] = {}
    for functie in dossier.tender.functies:
        if not functie.alleen_percelen or dossier.inschrijving.percelen & set(functie.alleen_percelen):
            toegestaan.setdefault(fold(functie.naam), set()).add(functie.tariefgroep)
    fouten: list[tuple[str, Bewijs]] = []
    for document in dossier.documenten(
        "invulsjabloon", "plan_van_aanpak", "werkwijze", "kwaliteitsplan", "overig"
    ):
        kop: dict[str, tuple[str, ...]] = {}
        for blok in zichtbaar(document):
            if not blok.cellen:
                continue
            eerste = kop.setdefault(blok.tabel, blok.cellen)
            rij = _functierij(eerste, blok.cellen)
            if rij is None:
                continue
            naam, groep = rij
            functie_ = _functie(naam, namen)
            if functie_ is not None and (goed := toegestaan.get(fold(functie_.naam))) and groep not in goed:
                hoort = opsomming([f"tariefgroep {n}" for n in sorted(goed)], " of ")
                fouten.append(
                    (f"{naam} staat in tariefgroep {groep} en hoort in {hoort}", bewijs(document, blok))
                )
    if fouten:
        yield Bevinding(
            soort="tariefgroep",
            ernst="herstelbaar",
            bewijs=tuple(b for _, b in fouten[:8]),
            toelichting=f"{'; '.join(dict.fromkeys(t for t, _ in fouten))} (bijlage XII, §8.5.1).",
        )


def _functierij(kop: tuple[str, ...], cellen: tuple[str, ...]) -> tuple[str, int] | None:
    """(function, tariefgroep) of a row in a table with those two columns."""
    functie = next(
        (k for k, cel in enumerate(kop) if re.match(r"functie|discipline|beroep", fold(cel))), None
    )
    tarief = next((k for k, cel in enumerate(kop) if re.search(r"tariefgroep|^tg\b", fold(cel))), None)
    if functie is None or tarief is None or cellen is kop or max(functie, tarief) >= len(cellen):
        return None
    nummer = re.fullmatch(r"(?:tg|tariefgroep)?\s*([1-7])", fold(cellen[tarief]).strip())
    return (cellen[functie].strip(), int(nummer.group(1))) if nummer and cellen[functie].strip() else None


def _functie(naam: str, namen: list[tuple[str, Functie]]) -> Functie | None:
    plain = re.sub(r"\s*\(.*\)", "", fold(naam)).strip()
    return next((functie for bekend, functie in namen if plain == bekend), None)
