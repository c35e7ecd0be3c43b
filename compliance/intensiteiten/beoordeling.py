"""Findings on intensities: each group against its own rekentool, the form and the limits of its vorm."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from compliance.bewijs import bewijs
from compliance.herkenning.aanbod import GROEPEN, Aanbod, Locatie, losse_codes, verblijfscodes
from compliance.inschrijving import Inschrijving
from compliance.intensiteiten.berekening import Uitkomst, bereken
from compliance.rapport import Bevinding, Bewijs, Ernst
from compliance.tekst import getal_tekst, opsomming
from knowledge.calculators.intensiteit.kenmerken import vorm_in
from knowledge.calculators.intensiteit.rekenblad import Groep, lees_rekentool
from knowledge.catalogue.models import Tender
from knowledge.text.normalise import fold

REKENTOOLS = ("rekentool_groepsaanbod", "rekentool_verblijf", "rekentool_gezinshuis")


def beoordeel_intensiteiten(
    inschrijving: Inschrijving, aanbod: Aanbod, tender: Tender
) -> tuple[Bevinding, ...]:
    """One finding for each group or vorm whose intensity does not hold (§8.5.3, §9.5, §9.7)."""
    bezettingsgraden = {v.sleutel: float(v.bezettingsgraad) / 100 for v in tender.vormen if v.bezettingsgraad}
    bevindingen: list[Bevinding] = []
    for deel in inschrijving.delen_van(*REKENTOOLS):
        if (6 if deel.sleutel == "rekentool_groepsaanbod" else 8) not in inschrijving.percelen:
            continue
        for groep in lees_rekentool(deel.document):
            locatie = zoek_locatie(groep.naam, aanbod.locaties)
            vormen = (
                locatie.vormen if locatie is not None and locatie.vormen else _vormen(groep, deel.sleutel)
            )
            uitkomst = bereken(groep, vormen, tender.intensiteiten, bezettingsgraden)
            if uitkomst is not None and (bevinding := _groep(groep, locatie, uitkomst)) is not None:
                bevindingen.append(bevinding)
    bevindingen += _grenzen(aanbod, tender)
    return tuple(bevindingen)


def zoek_locatie(naam: str, locaties: tuple[Locatie, ...]) -> Locatie | None:
    """The location of the form that a group of a rekentool is about."""
    if not naam:
        return None
    beste = max(locaties, key=lambda loc: _lijkt(naam, loc.naam), default=None)
    return beste if beste is not None and _lijkt(naam, beste.naam) >= 86 else None


def _lijkt(een: str, ander: str) -> float:
    een, ander = (default_process(fold(naam)) for naam in (een, ander))
    return max(fuzz.ratio(een, ander), fuzz.token_set_ratio(een, ander) - 3)


def ingeschreven_codes(tekst: str) -> set[str]:
    """The codes in the answer "intensity bid for": "E", "Groepsaanbod middel", "Intensiteit H"."""
    if groepen := [g for g in GROEPEN if re.search(rf"\b{g}\b", fold(tekst))]:
        return {groepen[0]} if len(groepen) == 1 or "middelzwaar" not in groepen else {"middelzwaar"}
    return losse_codes(tekst) or verblijfscodes(tekst)


def _vormen(groep: Groep, sleutel: str) -> frozenset[str]:
    tekst = f"{groep.naam} {groep.vorm} {groep.blok.tabel}"
    if vorm := vorm_in(tekst):
        return frozenset({vorm})
    return frozenset({"gezinshuis"}) if sleutel == "rekentool_gezinshuis" else frozenset()


def _groep(groep: Groep, locatie: Locatie | None, uitkomst: Uitkomst) -> Bevinding | None:
    in_tool = ingeschreven_codes(groep.code)
    in_formulier = set(locatie.codes) if locatie is not None else set()
    ingeschreven = in_formulier or in_tool
    if any(code.startswith("GGZ") for code in ingeschreven):
        return None  # the NZa sets those classes, no rekentool gives them (§9.5)
    gebreken: list[str] = []
    if uitkomst.niet_mee:
        namen = opsomming([f"{getal_tekst(r.uren)} uur {_functie(r.naam)}" for r in uitkomst.niet_mee])
        gebreken.append(f"{namen} telt niet mee")
    if uitkomst.bezetting < uitkomst.minste_bezetting - 1e-6:
        gebreken.append(
            f"gerekend is met een bezetting van {getal_tekst(uitkomst.bezetting * 100)}%, "
            f"de laagste is {getal_tekst(uitkomst.minste_bezetting * 100)}%"
        )
    # A mixed group may hold several levels, as long as the hours fit between them.
    past = bool(ingeschreven & uitkomst.codes) or _tussen(ingeschreven, uitkomst.codes)
    klopt_niet = bool(ingeschreven) and not past
    if in_tool and in_formulier and not in_tool & in_formulier:
        gebreken.append(
            f"het invulsjabloon noemt {opsomming(sorted(in_formulier))}, de rekentool "
            f"{opsomming(sorted(in_tool))}"
        )
    if not gebreken and not klopt_niet:
        return None
    uitleg = f"{groep.naam or 'Groep'}: {_som(groep, uitkomst)}, dus {_codes(uitkomst.codes)}"
    uitleg += f" en niet {opsomming(sorted(ingeschreven))}" if klopt_niet else ""
    if gebreken:
        uitleg += f" ({'; '.join(gebreken)})"
    plaats = "§8.5.3" if "openingsuren" in groep.getallen else "§9.7"
    ernst: Ernst = (
        "herstelbaar" if klopt_niet or (in_tool != in_formulier and in_tool and in_formulier) else "aandacht"
    )
    return Bevinding(
        soort="intensiteit",
        ernst=ernst,
        bewijs=_bewijzen(groep, locatie, uitkomst),
        toelichting=f"{uitleg}. De intensiteit kan na overleg worden bijgesteld ({plaats}, §4.1.8).",
    )


def _tussen(ingeschreven: set[str], berekend: frozenset[str]) -> bool:
    letters = sorted(code for code in ingeschreven if len(code) == 1)
    return len(letters) > 1 and any(letters[0] <= code <= letters[-1] for code in berekend if len(code) == 1)


def _som(groep: Groep, uitkomst: Uitkomst) -> str:
    plaatsen = getal_tekst(groep.getallen["plaatsen"])
    uren = getal_tekst(uitkomst.uren)
    if (open_ := groep.getallen.get("openingsuren")) is not None:
        return (
            f"{uren} uur / {getal_tekst(open_)} openingsuren / {plaatsen} plaatsen = "
            f"{getal_tekst(uitkomst.intensiteit)}"
        )
    graad = getal_tekst(max(uitkomst.bezetting, uitkomst.minste_bezetting) * 100)
    return f"{uren} uur / 7 dagen / ({plaatsen} plaatsen x {graad}%) = {getal_tekst(uitkomst.intensiteit)}"


def _functie(naam: str) -> str:
    naam = re.sub(r"^(?:netto |rooster|aantal )*(?:uren|uur)\s*", "", naam.strip(), flags=re.IGNORECASE)
    return re.sub(r"\s*\(.*\)$|\s+op de groep$", "", naam).strip().lower() or naam


def _codes(codes: frozenset[str]) -> str:
    return opsomming(sorted(codes), " of ") if codes else "buiten alle banden"


def _bewijzen(groep: Groep, locatie: Locatie | None, uitkomst: Uitkomst) -> tuple[Bewijs, ...]:
    blokken = [regel.blok for regel in uitkomst.niet_mee]
    blokken += [
        groep.blokken[s] for s in ("bezetting", "uitkomst", "naam", "code", "totaal") if s in groep.blokken
    ]
    if groep.naam:
        # A remark in the tool on this very group explains what was done.
        blokken += [
            b for b in groep.document.blokken
            if fold(groep.naam) in fold(b.tekst) and re.match(r"toelichting|opmerking|let op", fold(b.tekst))
        ][:1]  # fmt: skip
    uniek = list({id(blok): blok for blok in [*blokken, groep.blok]}.values())
    bewijzen = [bewijs(groep.document, blok) for blok in uniek]
    return tuple(bewijzen + ([bewijs(locatie.document, locatie.blok)] if locatie is not None else []))


def _grenzen(aanbod: Aanbod, tender: Tender) -> Iterator[Bevinding]:
    """What a vorm may be registered for (§9.5)."""
    vormen = {vorm.sleutel: vorm for vorm in tender.vormen}
    for locatie in aanbod.locaties:
        for sleutel in sorted(locatie.vormen):
            vorm = vormen.get(sleutel)
            if vorm is None or len(locatie.vormen) > 1:
                continue
            if te_hoog := sorted(locatie.codes - set(vorm.intensiteiten)):
                yield Bevinding(
                    soort="intensiteit",
                    ernst="herstelbaar",
                    bewijs=(bewijs(locatie.document, locatie.blok),),
                    toelichting=(
                        f"{locatie.naam}: {vorm.naam.lower()} kan niet op intensiteit {opsomming(te_hoog)} "
                        "worden ingeschreven; mogelijk is "
                        f"{opsomming(list(vorm.intensiteiten), ' of ')} (§9.5)."
                    ),
                )
    for sleutel, vorm in vormen.items():
        plekken = [loc for loc in aanbod.locaties if sleutel in loc.vormen and loc.codes]
        codes = set().union(*(loc.codes for loc in plekken)) if plekken else set()
        if plekken and len(codes) < vorm.minstens_intensiteiten:
            yield Bevinding(
                soort="intensiteit",
                ernst="herstelbaar",
                bewijs=tuple(bewijs(loc.document, loc.blok) for loc in plekken),
                toelichting=f"{vorm.naam}: ingeschreven op {opsomming(sorted(codes))}, terwijl minstens "
                f"{vorm.minstens_intensiteiten} intensiteiten nodig zijn om op en af te schalen (§9.5, "
                f"eis 99).",
            )
