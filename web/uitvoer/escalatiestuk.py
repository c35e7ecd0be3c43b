"""The file for the Regionaal Expertise Team as a Word document."""

from datetime import date

from compliance.verslag.woordstukken import (
    alinea,
    als_bytes,
    gegevens,
    in_te_vullen,
    kop,
    lijst,
    nieuw,
    tabel,
)
from web.services.datum import moment
from web.services.escalatie import Escalatie, prijs


def escalatiestuk(escalatie: Escalatie, regio: str, ronde: str, dag: date) -> bytes:
    jeugdige = escalatie.jeugdige_id
    document = nieuw(
        f"Voor het Regionaal Expertise Team: {jeugdige}", f"{regio} · jeugdige {jeugdige}", regio
    )
    kop(document, f"Voor het Regionaal Expertise Team: {jeugdige}", 0)
    gegevens(
        document, (("Regio", regio), ("Ronde", ronde), ("Datum", f"{dag:%d-%m-%Y}"), ("Grond", "eis 104"))
    )
    kop(document, "Wat we weten")
    gegevens(document, escalatie.feiten)
    kop(document, "Plek in het plan")
    if escalatie.geplaatst:
        alinea(document, "Het plan stelt een plek voor:")
        lijst(document, escalatie.geplaatst)
    else:
        alinea(document, "In het plan is geen plek die past.")
    for nummer, trechter in enumerate(escalatie.trechters, 1):
        if len(escalatie.trechters) > 1:
            kop(document, f"Fase {nummer}", 2)
        lijst(document, (f"{regel.over} {regel.tekst}" for regel in trechter))
    kop(document, "Wat is geprobeerd")
    if escalatie.pogingen:
        tabel(
            document,
            ("Wanneer", "Ronde", "Wat", "Groep", "Waarom"),
            ((moment(p.tijd), p.ronde, p.wat, p.groep_id, p.waarom) for p in escalatie.pogingen),
            (2.8, 3.2, 3.6, 1.8, 5.2),
        )
    else:
        alinea(document, "Er is nog geen plek voorgesteld aan een aanbieder.")
    kop(document, "Wat zou helpen")
    if escalatie.hulp:
        alinea(
            document,
            "De computer maakte het hele plan opnieuw met steeds één verandering. Dit geeft een plek:",
        )
        lijst(document, (f"{h.tekst.rstrip('.')}: {prijs(h)}." for h in escalatie.hulp))
    elif escalatie.hulp is None:
        alinea(document, "Dit is nog niet uitgerekend.")
    else:
        alinea(document, "We vonden geen kleine verandering die een plek geeft.")
    kop(document, "Vraag aan het team")
    in_te_vullen(document, ("Onze vraag", "Contactpersoon", "Wie is al betrokken"))
    return als_bytes(document)
