"""What a reader must know beside the cost of a traject: what may not, what is left open, when to ask first.

Sources: §8.5.1, bijlage XII, eis 69 (which help within which budget), eis 79 and 80 (keeping to a budget),
eis 72 (contact first, above an amount, when a doctor refers), §8.5.3, §9.7, §10.3.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from knowledge.calculators.getal import euro
from knowledge.calculators.kosten.post import UIT_BUDGET, Budgetsoort, Post, alleen_herstel, som
from knowledge.catalogue import Tender

_GRENS_ARTS = ("eis 72", "grens in verwachte kosten van het traject, waarboven eerst contact nodig is")


def opmerkingen(
    tender: Tender, posten: Sequence[Post], soort_budget: Budgetsoort | None, budget_over: Decimal | None
) -> Iterable[str]:
    """Remarks on these lines. `budget_over`: euro left of the budget; None where none was given."""
    for nummer, post in enumerate(posten, 1):
        if post.bezwaar:
            yield f"Regel {nummer}: {post.bezwaar}."
        if post.functie is not None:
            yield from _over_functie(post)
    codes = {p.code for p in posten}
    if soort_budget is None and (herstel := sorted(c for c in codes if alleen_herstel(tender, c))):
        yield f"Alleen in een herstelbudget (bijlage XII): {', '.join(herstel)}. Er is geen soort gekozen."
    if budget_over is not None and budget_over < 0:
        yield (
            "De opdrachtnemer rondt de hulp in de eerste plaats af binnen het budget (eis 79). Aanpassen kan "
            "alleen in uitzonderlijke gevallen, met een 317-bericht, minstens 8 weken vooraf (eis 80)."
        )
    if budget_over is not None and any(p.soort not in UIT_BUDGET for p in posten):
        yield "Alleen uren van tariefgroepen en groepsaanbod komen uit het keuzebudget (§8.5.1)."
    yield from _grens_arts(tender, [p for p in posten if not p.bezwaar])
    yield from _over_soorten({p.soort for p in posten}, codes)
    yield "Elke regel is afgerond op hele centen; het document zegt niets over afronden."


def _over_functie(post: Post) -> Iterable[str]:
    assert post.functie is not None
    keuze = post.functie
    if not keuze.zeker:
        yield (
            f"{keuze.gevraagd} staat niet in de functielijst. Gerekend is met {keuze.functie.naam}, die er "
            "het meest op lijkt; overleg bij twijfel met de opdrachtgever (§8.5.1)."
        )
    for ander in keuze.anderen:
        yield (
            f"{keuze.functie.naam} staat ook in tariefgroep {ander.tariefgroep}; is de lagere genoeg, dan "
            "geldt die (§8.5.1)."
        )


def _grens_arts(tender: Tender, goed: Sequence[Post]) -> Iterable[str]:
    """Eis 72 asks contact first above an amount; it holds for some of the percelen."""
    try:
        grens = Decimal(tender.norm(*_GRENS_ARTS).waarde)
        percelen = tender.eis("72").percelen
    except KeyError:
        return
    if som(p for p in goed if p.perceel in percelen) > grens:
        yield (
            f"Dit is meer dan {euro(grens)}. Verwijst een huisarts, jeugdarts of medisch specialist? Neem "
            "dan eerst contact op met de opdrachtgever. Anders is er geen recht op vergoeding (eis 72)."
        )


def _over_soorten(soorten: set[str], codes: set[str]) -> Iterable[str]:
    if "tariefgroep" in soorten:
        yield (
            "Kan iemand uit een lagere tariefgroep de hulp ook geven, dan mag de hogere niet (§8.5.1). Bij "
            "meer cliënten tegelijk telt per cliënt zijn deel van de tijd."
        )
    if "groepsaanbod" in soorten:
        yield "Groepsaanbod wordt betaald per gepland uur van aanwezigheid, zonder behandeling (§8.5.3)."
    if soorten & {"verblijf", "ggz"}:
        yield "Ambulante hulp naast wonen of verblijf wordt apart toegewezen en gedeclareerd (§9.7)."
    if "B" in codes:
        yield "Bij deeltijdpleegzorg telt alleen het werkelijke verblijf (§9.7)."
    if "dyslexie" in soorten:
        yield (
            "De gemeente kiest elk jaar of dyslexie per minuut of per stuk gaat (§10.3). Een hoogste aantal "
            "minuten of stuks noemt het document niet."
        )
