"""The findings that follow from reading the eisen: reservations, and documents that do not agree."""

from compliance.eisen.akkoord import is_voorwaardelijke_instemming
from compliance.eisen.citaten import citaten
from compliance.eisen.ontkenning import maakt_voorbehoud
from compliance.eisen.passages import Passage
from compliance.eisen.strijd import Normbeeld
from compliance.rapport import Bevinding, Bewijs
from knowledge.catalogue.models import Eis


def voorbehouden(zinnen: list[Passage], bij_eisen: list[Passage], akkoord: Bewijs | None) -> list[Bevinding]:
    """One finding for all reservations: those a sentence makes by itself, and those that the judging of one
    eis found (`bij_eisen`)."""
    gevonden = [p for p in zinnen if maakt_voorbehoud(p.tekst) or is_voorwaardelijke_instemming(p.tekst)]
    gevonden += [p for p in bij_eisen if p not in gevonden]
    if not gevonden:
        return []
    naast = " naast de algemene akkoordverklaring" if akkoord else ""
    return [
        Bevinding(
            soort="voorbehoud", ernst="knock-out", bewijs=citaten(gevonden),
            toelichting=f"De inschrijver maakt een voorbehoud of stelt een voorwaarde{naast}; "
            "de inschrijving kan ongeldig worden verklaard (§4.1.5).",
        )
    ]  # fmt: skip


def tegenstrijdig(eis: Eis, beelden: list[Normbeeld], zinnen: list[Passage]) -> list[Bevinding]:
    """A norm that one document keeps and another breaks."""
    for beeld in beelden:
        for gebroken in beeld.gebroken:
            for gehaald in beeld.gehaald:
                een, ander = zinnen[gebroken.passage], zinnen[gehaald.passage]
                if een.document is not ander.document and gehaald.over >= 1.5:
                    uitleg = (
                        f"Eis {eis.id}: {een.document.bestand} noemt {gebroken.hoeveelheid.tekst}, "
                        f"{ander.document.bestand} {gehaald.hoeveelheid.tekst}."
                    )
                    bewijs = citaten([een, ander])
                    return [
                        Bevinding(
                            soort="tegenstrijdig", ernst="herstelbaar", bewijs=bewijs, toelichting=uitleg
                        )
                    ]
    return []
