"""What a traject costs: lines of help, groepsaanbod, etmalen, trajects and dyslexie, priced and added up.

Sources: those of `kosten.post`, and §8.5.1 (hours and groepsaanbod come out of the budget).
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from knowledge.calculators.getal import euro, getal
from knowledge.calculators.kosten.opmerkingen import opmerkingen
from knowledge.calculators.kosten.post import UIT_BUDGET, Budgetsoort, Kostenregel, Post, maak_post, som
from knowledge.calculators.rekentool import FoutInVelden, Getal, Invoer, Rekentool
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.calculators.velden import KeuzesUit
from knowledge.catalogue import Tender
from knowledge.errors import InvoerFout

_HOOGSTENS_UITGESCHREVEN = 12


class KostenInvoer(Invoer):
    regels: tuple[Kostenregel, ...] = Field(
        title="Regels", description="wat er wordt ingezet, per regel", min_length=1, max_length=200
    )
    soort_budget: Budgetsoort | None = Field(
        None, title="Soort budget", description="van de toewijzing; in een duurzaam budget mag niet alles"
    )
    budget: Getal | None = Field(
        None, title="Budget", description="toegewezen keuzebudget in euro", ge=0, le=100_000_000
    )
    kdc_odc: bool = Field(
        False, title="KDC of ODC", description="kinddienstencentrum of orthopedagogisch centrum"
    )
    gemeente: Annotated[str | None, KeuzesUit(lambda tender: tender.gemeenten)] = Field(
        None, title="Gemeente", description="gemeente van de jeugdige; niet elke gemeente doet overal mee"
    )


def bereken_kosten(tender: Tender, invoer: KostenInvoer) -> Uitkomst:
    """The cost of all lines together, in euro.

    `waarden`: totaal (what may be declared), niet_declarabel, uit_budget (what comes out of the keuzebudget),
    budget_over (None without a budget), per_perceel ({nummer: euro}), posten (a dict each). Every line is
    rounded to cents. FoutInVelden names each line that the perceel does not offer.
    """
    posten = _posten(tender, invoer)
    goed = [p for p in posten if not p.bezwaar]
    totaal = som(goed)
    niet = som(posten) - totaal
    uit_budget = som(p for p in goed if p.soort in UIT_BUDGET)
    over = None if invoer.budget is None else invoer.budget - uit_budget
    percelen = sorted({p.perceel for p in posten})
    return Uitkomst(
        rekentool="kosten",
        antwoord=_antwoord(totaal, niet, uit_budget, over),
        invoer=invoer.model_dump(),
        waarden={
            "totaal": totaal,
            "niet_declarabel": niet,
            "uit_budget": uit_budget,
            "budget_over": over,
            "per_perceel": {n: som(p for p in goed if p.perceel == n) for n in percelen},
            "posten": [_als_waarden(p) for p in posten],
        },
        stappen=(*_stappen(posten), *_sommen(posten, goed, uit_budget, invoer.budget)),
        vindplaatsen=tuple(dict.fromkeys(p.prijs.vindplaats for p in posten)),
        opmerkingen=tuple(dict.fromkeys(opmerkingen(tender, posten, invoer.soort_budget, over))),
    )


def _posten(tender: Tender, invoer: KostenInvoer) -> list[Post]:
    posten: list[Post] = []
    lines: list[str] = []
    places: list[tuple[str | int, ...]] = []
    for nummer, regel in enumerate(invoer.regels):
        try:
            _doet_mee(tender, invoer.gemeente, regel.perceel)
            posten.append(maak_post(tender, regel, invoer.soort_budget, invoer.kdc_odc))
        except InvoerFout as fout:
            lines += [f"Regels, regel {nummer + 1}: {line}" for line in fout.fouten]
            places += [("regels", nummer, "wat")] * len(fout.fouten)
    if lines:
        raise FoutInVelden(lines, places)
    return posten


def _doet_mee(tender: Tender, gemeente: str | None, nummer: int) -> None:
    if gemeente is None:
        return
    if gemeente not in tender.gemeenten:
        raise InvoerFout(f"Gemeente {gemeente} is niet bekend. Kies uit {', '.join(tender.gemeenten)}.")
    if any(p.nummer == nummer and gemeente in p.zonder_gemeenten for p in tender.percelen):
        raise InvoerFout(f"De gemeente {gemeente} doet niet mee aan perceel {nummer} (hoofdstuk 2).")


def _antwoord(totaal: Decimal, niet: Decimal, uit_budget: Decimal, over: Decimal | None) -> str:
    zinnen = [f"Het traject kost {_geld(totaal)}."]
    if niet:
        zinnen.append(f"Daarnaast is {_geld(niet)} opgegeven dat zo niet mag worden gedeclareerd.")
    if over is not None and over >= 0:
        zinnen.append(f"Uit het budget komt {_geld(uit_budget)}; er blijft {_geld(over)} over.")
    elif over is not None:
        zinnen.append(f"Uit het budget komt {_geld(uit_budget)}; dat is {_geld(-over)} te veel.")
    return " ".join(zinnen)


def _geld(bedrag: Decimal) -> str:
    return f"€ {getal(bedrag, 2)}"


def _als_waarden(post: Post) -> dict[str, object]:
    return {
        "perceel": post.perceel,
        "code": post.code,
        "omschrijving": post.prijs.omschrijving,
        "aantal": post.aantal,
        "eenheid": post.prijs.eenheid,
        "tarief": post.prijs.bedrag,
        "bedrag": post.bedrag,
        "declarabel": not post.bezwaar,
        "reden": post.bezwaar,
    }


def _stappen(posten: Sequence[Post]) -> Iterable[Stap]:
    for nummer, post in enumerate(posten, 1):
        mag_niet = f" (telt niet mee: {post.bezwaar})" if post.bezwaar else ""
        yield Stap(
            f"Regel {nummer}, {post.prijs.omschrijving}",
            f"{post.hoeveelheid} x {euro(post.prijs.bedrag)}",
            _geld(post.bedrag) + mag_niet,
            post.prijs.vindplaats,
        )


def _sommen(
    posten: Sequence[Post], goed: Sequence[Post], uit_budget: Decimal, budget: Decimal | None
) -> Iterable[Stap]:
    if len(posten) > 1:
        sum_ = " + ".join(_geld(p.bedrag) for p in goed) if len(goed) <= _HOOGSTENS_UITGESCHREVEN else ""
        yield Stap("Samen", sum_, _geld(som(goed)))
    if budget is not None:
        sum_ = f"{_geld(budget)} - {_geld(uit_budget)}"
        yield Stap("Over van het budget", sum_, _geld(budget - uit_budget), "§8.5.1")


KOSTEN = Rekentool(
    sleutel="kosten",
    naam="Kosten van een traject",
    uitleg=(
        "Wat kost een traject? Zet op elke regel het perceel en wat er wordt ingezet. Dat kan zijn: "
        "minuten van een tariefgroep of functie, uren groepsaanbod, etmalen, MST of ZIT, of dyslexie."
    ),
    vindplaatsen=("§8.5.1", "§8.5.3", "§8.5.4", "§9.7", "§10.3", "bijlage XII"),
    invoer=KostenInvoer,
    reken=bereken_kosten,
    voorbeeld={
        "regels": [
            {"perceel": 2, "wat": "TG2", "aantal": 1200},
            {"perceel": 2, "wat": "GZ-psycholoog", "aantal": 300},
            {"perceel": 6, "wat": "middel", "aantal": "97,5"},
        ],
        "soort_budget": "herstel",
        "budget": 5000,
    },
)
