"""The rekentool itself: one group in, its level out, with every step."""

from fractions import Fraction
from typing import Any

from knowledge.calculators.getal import als_getal, getal, kort
from knowledge.calculators.intensiteit.banden import Ligging, met_band
from knowledge.calculators.intensiteit.bezetting import bezetting
from knowledge.calculators.intensiteit.gemengd import Gemengd
from knowledge.calculators.intensiteit.gezinshuis import gezinshuismodel, opmerkingen_gezinshuis
from knowledge.calculators.intensiteit.invoer import GROEPSAANBOD, IntensiteitInvoer, vormen
from knowledge.calculators.intensiteit.niveau import Niveau, bepaal_niveau
from knowledge.calculators.intensiteit.som import (
    DAGEN,
    effectieve_groepsgrootte,
    intensiteit_groepsaanbod,
    intensiteit_verblijf,
)
from knowledge.calculators.intensiteit.telling import Telling, tel
from knowledge.calculators.rekentool import Rekentool
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.catalogue import Tender
from knowledge.catalogue.models import VormVanVerblijf
from knowledge.errors import InvoerFout

SLEUTEL = "intensiteit"


def reken(tender: Tender, invoer: IntensiteitInvoer) -> Uitkomst:
    """The level of one group. InvoerFout for a vorm that the tender does not know. `waarden`:

    intensiteit (in `eenheid`), ligging ("binnen", "grens", "tussen", "buiten"), niveau (code; on a bound only
    where an example of the document decides; or None), niveaus (the codes that may be meant), banden (the
    nearest, as text), tarief (euro per `tariefeenheid`, None without one niveau), tellende_uren and
    niet_meegeteld (hours a week); for wonen and verblijf also bezettingsgraad (percent),
    effectieve_groepsgrootte and, where they were asked, gemengd (see `Gemengd`) and model (what the model
    of a gezinshuis comes to). Without any hours only `gemengd` is there.
    """
    if invoer.vorm not in vormen(tender):
        raise InvoerFout(f"Vorm: kies uit {', '.join(vormen(tender))}.")
    if invoer.vorm == GROEPSAANBOD:
        return _groepsaanbod(tender, invoer)
    return _verblijf(tender, invoer, next(v for v in tender.vormen if v.sleutel == invoer.vorm))


def _groepsaanbod(tender: Tender, invoer: IntensiteitInvoer) -> Uitkomst:
    banden = met_band(tender.intensiteiten, "groepsaanbod")
    place = banden[0].vindplaats
    telling = None
    if invoer.openingsuren is None:
        begeleiders = invoer.vaste_begeleiders or 0
        waarde = Fraction(begeleiders) / Fraction(invoer.plaatsen)
        som = f"{begeleiders:f} begeleiders : {getal(invoer.plaatsen)} jeugdigen".replace(".", ",")
    else:
        telling = tel(invoer, place)
        waarde = intensiteit_groepsaanbod(telling.uren, invoer.openingsuren, invoer.plaatsen)
        som = (
            f"{kort(als_getal(telling.uren))} uur : {getal(invoer.openingsuren)} openingsuren : "
            f"{getal(invoer.plaatsen)} jeugdigen"
        )
    niveau = bepaal_niveau(tender, banden, waarde, som)
    return _uitkomst(
        invoer,
        niveau,
        stappen=(*(telling.stappen if telling else ()), *niveau.stappen),
        waarden=_uren(telling),
        opmerkingen=[
            *_duurzaam(niveau.ligging),
            "Bij inschrijving let de opdrachtgever op evenwicht: niet elke groep hoog of laag in zijn band.",
        ],
    )


def _verblijf(tender: Tender, invoer: IntensiteitInvoer, vorm: VormVanVerblijf) -> Uitkomst:
    banden = met_band(tender.intensiteiten, "verblijf")
    place = banden[0].vindplaats
    if not invoer.uren:
        return _alleen_gemengd(tender, invoer)
    telling = tel(invoer, place)
    graad, bezettingstap, opmerkingen = bezetting(tender, vorm, invoer.crisisgroep, invoer.bezettingsgraad)
    effectief = als_getal(effectieve_groepsgrootte(invoer.plaatsen, graad))
    aanwezig = Stap(
        "Jeugdigen die gemiddeld aanwezig zijn",
        f"{getal(invoer.plaatsen)} x {kort(graad)}%",
        kort(effectief, 3),
        place,
    )
    niveau = bepaal_niveau(
        tender,
        banden,
        intensiteit_verblijf(telling.uren, invoer.plaatsen, graad),
        f"{kort(als_getal(telling.uren))} uur : {kort(effectief, 3)} jeugdigen : {DAGEN} dagen",
    )
    gemengd = Gemengd(invoer.jeugdigen, telling.uren) if invoer.jeugdigen else None
    gezinshuis = vorm.rekentool == "rekentool_gezinshuis"
    if invoer.voltijd_uren is not None and not gezinshuis:
        raise InvoerFout("Uren van een voltijd gezinshuisouder: vul dit alleen in bij een gezinshuis.")
    model = gezinshuismodel(tender, banden, invoer.voltijd_uren) if invoer.voltijd_uren else None
    return _uitkomst(
        invoer,
        niveau,
        stappen=(
            *telling.stappen,
            bezettingstap,
            aanwezig,
            *niveau.stappen,
            *(gemengd.stappen() if gemengd else ()),
            *(model.stappen if model else ()),
        ),
        waarden=_uren(telling)
        | {"bezettingsgraad": graad, "effectieve_groepsgrootte": effectief}
        | ({"gemengd": gemengd.waarden} if gemengd else {})
        | ({"model": model.waarden} if model else {}),
        opmerkingen=[
            *opmerkingen,
            *_mogelijk(vorm, niveau.ligging),
            *(gemengd.opmerkingen(tender, invoer.plaatsen) if gemengd else ()),
            *(opmerkingen_gezinshuis(tender) if gezinshuis else ()),
        ],
    )


def _alleen_gemengd(tender: Tender, invoer: IntensiteitInvoer) -> Uitkomst:
    gemengd = Gemengd(invoer.jeugdigen, None)
    stappen = tuple(gemengd.stappen())
    return Uitkomst(
        rekentool=SLEUTEL,
        antwoord=f"{_naam(invoer)}Deze jeugdigen vragen samen {kort(gemengd.per_week)} netto roosteruren per "
        "week.",
        invoer=invoer.model_dump(),
        waarden={"gemengd": gemengd.waarden},
        stappen=stappen,
        vindplaatsen=_plaatsen(stappen),
        opmerkingen=tuple(gemengd.opmerkingen(tender, invoer.plaatsen)),
    )


def _uitkomst(
    invoer: IntensiteitInvoer,
    niveau: Niveau,
    *,
    stappen: tuple[Stap, ...],
    waarden: dict[str, Any],
    opmerkingen: list[str],
) -> Uitkomst:
    return Uitkomst(
        rekentool=SLEUTEL,
        antwoord=_naam(invoer) + niveau.antwoord,
        invoer=invoer.model_dump(),
        waarden=niveau.waarden | waarden,
        stappen=stappen,
        vindplaatsen=_plaatsen(stappen),
        opmerkingen=(*niveau.opmerkingen, *opmerkingen),
    )


def _naam(invoer: IntensiteitInvoer) -> str:
    return f"{invoer.groep}: " if invoer.groep else ""


def _plaatsen(stappen: tuple[Stap, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.vindplaats for s in stappen))


def _uren(telling: Telling | None) -> dict[str, Any]:
    if telling is None:
        return {}
    return {"tellende_uren": als_getal(telling.uren), "niet_meegeteld": als_getal(telling.niet_mee)}


def _duurzaam(ligging: Ligging) -> list[str]:
    """Levels that may not be used within a duurzaam budget (§8.5.3)."""
    names = [b.naam for b in ligging.banden if b.code in ligging.codes and not b.duurzaam]
    return [f"{name} mag niet in een duurzaam budget, behalve bij een KDC of ODC." for name in names]


def _mogelijk(vorm: VormVanVerblijf, ligging: Ligging) -> list[str]:
    """A level that this vorm can't be registered for (§9.5)."""
    if not ligging.codes or set(ligging.codes) & set(vorm.intensiteiten):
        return []
    *most, last = vorm.intensiteiten
    return [
        f"{vorm.naam} kan niet op intensiteit {' of '.join(ligging.codes)} inschrijven; mogelijk is "
        f"{', '.join(most)} of {last} (§9.5)."
    ]


def _keuzes(tender: Tender) -> dict[str, list[tuple[str, str]]]:
    """The vormen by name."""
    names = {v.sleutel: v.naam for v in tender.vormen}
    return {"vorm": [(v, names.get(v, v.capitalize())) for v in vormen(tender)]}


INTENSITEIT = Rekentool(
    sleutel=SLEUTEL,
    naam="Begeleidingsintensiteit van een groep",
    uitleg="Rekent uit bij welke intensiteit een groep hoort: groepsaanbod, een gezinshuis, of een groep "
    "voor wonen of verblijf. Ook voor een groep met jeugdigen van verschillende intensiteit.",
    vindplaatsen=("§8.5.3", "§9.7", "§9.7.2", "§9.7.3"),
    invoer=IntensiteitInvoer,
    reken=reken,
    keuzes=_keuzes,
    voorbeeld={
        "groep": "De Linde",
        "vorm": "behandelgroep",
        "plaatsen": 8,
        "bezettingsgraad": 95,
        "uren": [
            {"functie": "groepsbegeleiders", "uren": 220},
            {"functie": "gedragswetenschapper", "uren": 12},
        ],
    },
)
