"""The indeling of a provider as an answer with its steps."""

from collections.abc import Iterator

from knowledge.calculators.getal import getal
from knowledge.calculators.tariefgroepbepaling.indeling import Indeling, deel_in, is_restgroep
from knowledge.calculators.tariefgroepbepaling.invoer import TariefgroepbepalingInvoer, feiten_van
from knowledge.calculators.tariefgroepbepaling.voorwaarden import Feit, Voorwaardetoets
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.calculators.woorden import ja_nee, percelen_tekst, twijfel
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Perceel
from knowledge.errors import InvoerFout

SLEUTEL = "tariefgroepbepaling"
PLAATS = "§5.6"
INDELING = "§4.3.1"
GUNNING = "§6.1"


def reken_tariefgroepbepaling(tender: Tender, invoer: TariefgroepbepalingInvoer) -> Uitkomst:
    """The perceel an organisation is counted under, with each condition that was looked at as a step.

    `waarden`: gekozen, ingedeeld_in (number, None where it is open or there is none), als_gegund and
    als_niet_gegund (where the award is still open, else None), past_in (percelen whose conditions are met),
    voorwaarden ({perceel, sleutel, voldaan}). InvoerFout for a perceel without conditions, and for an
    intensiteit or tariefgroep that does not exist.
    """
    verdeeld = [p.nummer for p in tender.percelen if p.voorwaarden]
    if invoer.perceel not in verdeeld:
        raise InvoerFout(f"Kies {percelen_tekst(verdeeld, 'of')}; alleen daarover gaat §5.6.")
    feiten = feiten_van(tender, invoer)
    indeling = deel_in(
        tender,
        invoer.perceel,
        feiten,
        voldoet=invoer.voldoet,
        gegund=invoer.gegund,
        alleen=invoer.alleen_dit_perceel,
    )
    open_ = indeling.open_
    return Uitkomst(
        rekentool=SLEUTEL,
        antwoord=_antwoord(tender, invoer, indeling),
        invoer=invoer.model_dump(),
        waarden={
            "gekozen": invoer.perceel,
            "ingedeeld_in": None if open_ else indeling.plaats,
            "als_gegund": open_.nummer if open_ else None,
            "als_niet_gegund": indeling.plaats if open_ else None,
            "past_in": list(indeling.past_in),
            "voorwaarden": [
                {"perceel": p.nummer, "sleutel": t.voorwaarde.sleutel, "voldaan": t.voldaan}
                for p in indeling.bekeken
                for t in indeling.toetsen.get(p.nummer, ())
            ],
        },
        stappen=tuple(_stappen(invoer, indeling)),
        vindplaatsen=(PLAATS, INDELING, GUNNING),
        opmerkingen=tuple(_opmerkingen(tender, invoer, feiten, indeling)),
    )


def _stappen(invoer: TariefgroepbepalingInvoer, indeling: Indeling) -> Iterator[Stap]:
    """A condition that holds for more than one of the percelen is shown once."""
    getoond: set[tuple[int, str]] = set()
    for perceel in indeling.bekeken:
        if is_restgroep(perceel):
            hoger = indeling.hoger
            andere = f"past ook in {percelen_tekst(hoger)}" if hoger else ""
            yield Stap("Voldoet aan het inkoopdocument", "", ja_nee(invoer.voldoet), PLAATS)
            yield Stap("Past in geen andere groep", andere, ja_nee(not hoger), PLAATS)
            past = indeling.plaats == perceel.nummer
        else:
            for toets in indeling.toetsen[perceel.nummer]:
                sleutel = (toets.perceel.nummer, toets.voorwaarde.sleutel)
                if sleutel not in getoond:
                    getoond.add(sleutel)
                    yield _voorwaardestap(toets)
            past = perceel.nummer in indeling.past_in
        yield Stap(f"Voldoet aan alle voorwaarden voor {_naam(perceel)}", "", ja_nee(past), PLAATS)
        if past and perceel.hoogstens_gegund is not None:
            gegund = "nog niet bekend" if invoer.gegund is None else ja_nee(invoer.gegund)
            wat = f"Hoort voor {_naam(perceel)} bij de hoogstens {perceel.hoogstens_gegund} besten"
            yield Stap(wat, "", gegund, GUNNING)


def _voorwaardestap(toets: Voorwaardetoets) -> Stap:
    wat = f"{toets.perceel.korte_naam}: {toets.voorwaarde.samenvatting}".rstrip(".")
    return Stap(wat[0].upper() + wat[1:], toets.gegeven, ja_nee(toets.voldaan), PLAATS)


def _naam(perceel: Perceel) -> str:
    return f"perceel {perceel.nummer} ({perceel.korte_naam})"


def _antwoord(tender: Tender, invoer: TariefgroepbepalingInvoer, indeling: Indeling) -> str:
    plaats, hoger = indeling.plaats, indeling.hoger
    namen = {p.nummer: _naam(p) for p in tender.percelen}
    if indeling.open_:
        anders = f"hoort u bij {namen[plaats]}" if plaats else "is er geen perceel voor u"
        voldoet = f"U voldoet aan de voorwaarden voor {namen[indeling.open_.nummer]}."
        return f"{voldoet} Wordt dat u gegund, dan krijgt u dat perceel. Zo niet, dan {anders}."
    if plaats == invoer.perceel:
        return f"U hoort bij {namen[plaats]}, het perceel dat u koos."
    niet = f"U hoort niet bij {namen[invoer.perceel]}"
    if plaats is not None:
        return f"{niet}. U wordt ingedeeld bij {namen[plaats]}."
    if invoer.alleen_dit_perceel:
        return f"{niet} en u wilt niet bij een ander perceel worden ingedeeld."
    if hoger and invoer.voldoet:
        return f"{niet}. U past in {percelen_tekst(hoger)}; overleg met de opdrachtgever."
    return f"{niet} en er is geen ander perceel voor u."


def _opmerkingen(
    tender: Tender, invoer: TariefgroepbepalingInvoer, feiten: dict[str, Feit], indeling: Indeling
) -> Iterator[str]:
    getoetst = {t.voorwaarde.sleutel: t for p in indeling.bekeken for t in indeling.toetsen.get(p.nummer, ())}
    if any("niet opgegeven" in t.gegeven for t in getoetst.values()):
        yield "Wat u niet invult, telt als niet voldaan."
    if _alleen_ggz(getoetst.get("verblijf_vanaf_h"), feiten["verblijf_vanaf_h"]):
        yield "§5.6 noemt intensiteit H. Of GGZ-verblijf daarvoor telt, staat er niet; vraag dat na."
    if "tg6_tg7" in getoetst:
        yield twijfel(tender, "omzet_ggz1")
    if len(indeling.bekeken) > 1:
        yield twijfel(tender, "figuur_1")
    if any(p.hoogstens_gegund and p.nummer != invoer.perceel for p in indeling.bekeken):
        yield (
            "Perceel 4 wordt gegund op een plan met eigen onderdelen (§6.1.2). Of u daarvoor meedoet zonder "
            "erop in te schrijven, staat er niet; vraag dat na."
        )
    if indeling.hoger and invoer.voldoet:
        rest = indeling.bekeken[-1]
        yield (
            f"Perceel {rest.nummer} is voor wie in geen andere groep valt; u past ook in "
            f"{percelen_tekst(indeling.hoger)}. Wat er gebeurt als u toch perceel {rest.nummer} kiest, "
            f"staat er niet; vraag dat na ({PLAATS})."
        )
    yield _minimum(tender, indeling.bekeken)


def _alleen_ggz(toets: Voorwaardetoets | None, feit: Feit) -> bool:
    return toets is not None and not toets.voldaan and any(c.startswith("GGZ") for c in feit.genoemd)


def _minimum(tender: Tender, bekeken: tuple[Perceel, ...]) -> str:
    gekozen = bekeken[0].nummer
    criterium = next(c for c in tender.criteria if gekozen in c.percelen and c.minimum is not None)
    assert criterium.minimum is not None
    return (
        f"Voor een overeenkomst is ook minstens een {getal(criterium.minimum)} nodig voor het "
        f"{criterium.naam[0].lower()}{criterium.naam[1:]} ({criterium.vindplaats})."
    )
