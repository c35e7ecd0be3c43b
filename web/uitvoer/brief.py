"""The letter about a place that everybody said yes to. No names: whoever sends it writes them in."""

from datetime import date

from compliance.verslag.woordstukken import (
    alinea,
    als_bytes,
    briefhoofd,
    gegevens,
    in_te_vullen,
    kop,
    lijst,
    nieuw,
)
from web.services.kindbeeld import Fasebeeld


def plaatsingsbrief(
    regio: str, jeugdige_id: str, groep: tuple[str, str, str, str], fase: Fasebeeld | None,
    afwijkingen: tuple[str, ...], dag: date,
) -> bytes:  # fmt: skip
    """A Word file. `groep`: code, woonvorm, locatie and aanbieder of the place; `fase`: its stay in the plan,
    if it is the place of the plan; `afwijkingen`: reasons that were given."""
    code, woonvorm, locatie, aanbieder = groep
    document = nieuw(f"Een plek voor {jeugdige_id}", f"{regio} · jeugdige {jeugdige_id}", regio)
    briefhoofd(
        document,
        regio,
        "Aan de ouders en de jeugdige, en aan de aanbieder",
        f"Een plek voor {jeugdige_id}",
        dag,
    )
    alinea(document, "Beste lezer,")
    alinea(
        document,
        f"Er is een plek voor {jeugdige_id}. De aanbieder, de ouders en de jeugdige vinden het goed. "
        "In deze brief staat waar de plek is en wat er nu gebeurt.",
    )
    kop(document, "De plek")
    gegevens(
        document,
        (
            ("Groep", code),
            ("Soort plek", woonvorm),
            ("Locatie", locatie),
            ("Aanbieder", aanbieder),
            ("Vanaf", f"{fase.van:%d-%m-%Y}" if fase else ""),
            ("Tot", f"{fase.tot:%d-%m-%Y} (volgens het plan; dit kan veranderen)" if fase else ""),
        ),
    )
    if afwijkingen:
        kop(document, "Waarom deze plek")
        alinea(document, "We zoeken eerst samen, in een gezin en dichtbij. Dat lukte niet helemaal:")
        lijst(document, afwijkingen)
    kop(document, "Wat er nu gebeurt")
    lijst(
        document,
        (
            "De aanbieder belt om een kennismaking af te spreken.",
            "Samen maken jullie een plan: wat gaat goed, wat is nodig, en hoe lang.",
            "Verandert er iets, of klopt er iets niet? Bel ons dan meteen.",
        ),
    )
    kop(document, "Niet eens met deze plek?")
    alinea(
        document,
        "Zeg het ons. Een mens heeft over deze plek beslist, met hulp van een computer. U mag vragen waarom "
        "deze plek is gekozen. Wie een beschikking van de gemeente heeft, leest daarin hoe u bezwaar maakt.",
    )
    in_te_vullen(document, ("Naam van de jeugdige", "Contactpersoon", "Telefoon", "Handtekening"))
    return als_bytes(document)
