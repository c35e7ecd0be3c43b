"""The record of the opening of a vault: which two opened it, when, and what lay in it."""

from collections.abc import Sequence
from datetime import datetime

from compliance.verslag import woordstukken as woord
from web.models import Aanbesteding, Inzending, Inzendingversie, Kluisopening
from web.services.datum import moment, seconde


def maak_openingsverslag(
    aanbesteding: Aanbesteding,
    opening: Kluisopening,
    boden: Sequence[tuple[str, Inzending]],
    ingetrokken: int,
    regio: str,
    nu: datetime,
) -> bytes:
    """As DOCX. `boden`: each bid with the name of its bidder; `ingetrokken`: how many were taken back before
    the closing, whose bidders are not named; `nu`: UTC."""
    assert opening.tweede and opening.geopend
    titel = "Proces-verbaal van de opening"
    document = woord.nieuw(titel, aanbesteding.naam, regio)
    woord.kop(document, titel, 0)
    woord.gegevens(
        document,
        [
            ("Aanbesteding", aanbesteding.naam),
            ("Regio", regio),
            ("Sluiting", moment(aanbesteding.sluiting)),
            ("Openen kon tot", moment(aanbesteding.planning.open_tot)),
            ("Opgemaakt", moment(nu)),
        ],
    )
    woord.kop(document, "1. De opening", 1)
    woord.alinea(
        document,
        "De inschrijvingen lagen tot de opening op slot in de digitale kluis. Twee sleutelhouders hebben "
        "haar na de sluiting samen geopend, ieder met de eigen sleutel. De opening was niet openbaar (§3.8).",
    )
    woord.tabel(
        document,
        ("Stap", "Sleutelhouder", "Wanneer"),
        [
            ("Eerste sleutel", opening.eerste.naam, seconde(opening.begonnen)),
            ("Tweede sleutel, kluis open", opening.tweede.naam, seconde(opening.geopend)),
        ],
        (5.6, 6.0, 5.0),
    )
    woord.kop(document, "2. Ontvangen inschrijvingen", 1)
    rijen = [(naam, v, bod) for naam, bod in boden if (v := _geldend(bod))]
    if not rijen:
        woord.alinea(document, "Er is geen inschrijving ontvangen.")
    else:
        woord.tabel(
            document,
            ("Nr.", "Inschrijver", "Ontvangen", "Ontvangstbewijs", "Versie"),
            [
                (n, naam, seconde(v.ontvangen), v.bewijs, f"{v.nummer} van {len(bod.versies)}")
                for n, (naam, v, bod) in enumerate(rijen, 1)
            ],
            (1.2, 5.2, 4.0, 4.0, 2.2),
        )
        woord.alinea(document, f"Ontvangen: {len(rijen)}. Ingetrokken vóór de sluiting: {ingetrokken}.")
        woord.kop(document, "3. Controlegetallen", 1)
        woord.alinea(
            document,
            "Met dit getal (SHA-256) is na te gaan dat een inschrijving niet is veranderd. De "
            "inschrijver heeft hetzelfde getal op het ontvangstbewijs.",
        )
        for naam, versie, _ in rijen:
            woord.alinea(document, naam, vet=True, ruimte_na=0)
            woord.alinea(document, versie.sha256)
    woord.kop(document, "Ondertekening", 1)
    woord.in_te_vullen(document, (opening.eerste.naam, opening.tweede.naam, "Datum"))
    return woord.als_bytes(document)


def _geldend(bod: Inzending) -> Inzendingversie | None:
    """The version that counted at the opening; later the region may have emptied the vault."""
    return next((v for v in reversed(bod.versies) if v.reden in ("", "gewist")), None)
