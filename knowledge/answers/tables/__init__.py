"""Answers that stand in a table of the catalogue and must be exact: prices, bands, functions, intensities.

Each table's function looks whether the question is one of its kind and gives nothing when it is not sure.
"""

from collections.abc import Callable

from knowledge.answers.question import Vraag
from knowledge.answers.tables.feit import Feit
from knowledge.answers.tables.functies import functie
from knowledge.answers.tables.niveaus import niveau, niveau_in_budget, niveau_van_uren, niveaus_van_vorm
from knowledge.answers.tables.percelen import perceel
from knowledge.answers.tables.prijzen import minuuttarief, van_bedrag, vaste_prijs
from knowledge.answers.tables.toepassing import geldt_voor
from knowledge.catalogue.models import Tender

__all__ = ["Feit", "zoek_feit"]


def zoek_feit(vraag: Vraag, tender: Tender) -> Feit | None:
    """The answer of the first table that has one."""
    tables: tuple[Callable[[Vraag, Tender], Feit | None], ...] = (
        geldt_voor,
        van_bedrag,
        functie,
        minuuttarief,
        niveaus_van_vorm,
        niveau_in_budget,
        niveau_van_uren,
        niveau,
        vaste_prijs,
        perceel,
    )
    return next((fact for table in tables if (fact := table(vraag, tender))), None)
