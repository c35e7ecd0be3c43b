"""The price of minutes of a tariefgroep, function or dyslexie, beside a rule about those minutes."""

from decimal import Decimal

from knowledge.calculators.getal import euro, getal
from knowledge.calculators.kosten.post import Kostenregel, Post, maak_post
from knowledge.calculators.uitkomst import Stap
from knowledge.catalogue import Tender
from knowledge.errors import InvoerFout

_PER_MINUUT = ("tariefgroep", "dyslexie")


def prijs_van_minuten(tender: Tender, perceel: int | None, wat: str | None, minuten: Decimal) -> Post | None:
    """The priced minutes; None when no price was asked (neither given) or nothing is left to price.

    InvoerFout when only one of the two is given, or it is not paid by the minute.
    """
    if perceel is None and not wat:
        return None
    if perceel is None or not wat:
        raise InvoerFout("Vul voor een bedrag het perceel in, en de tariefgroep of functie.")
    regel = Kostenregel(perceel=perceel, wat=wat, aantal=minuten or Decimal(1), eenheid="minuut")
    post = maak_post(tender, regel, budget=None, kdc_odc=False)
    if post.soort not in _PER_MINUUT:
        raise InvoerFout(f"{post.prijs.omschrijving} gaat niet per minuut.")
    return post if minuten else None


def stap_prijs(post: Post) -> Stap:
    return Stap(
        post.prijs.omschrijving,
        f"{post.hoeveelheid} x {euro(post.prijs.bedrag)}",
        f"€ {getal(post.bedrag, 2)}",
        post.prijs.vindplaats,
    )
