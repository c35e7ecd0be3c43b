"""How much travel to a client counts as client-bound time (bijlage XIV): a maximum per conversation."""

from collections.abc import Iterable
from decimal import Decimal

from pydantic import Field

from knowledge.calculators.declareren.uurprijs import prijs_van_minuten, stap_prijs
from knowledge.calculators.getal import getal, kort
from knowledge.calculators.norm import Grens, grens
from knowledge.calculators.rekentool import Getal, Invoer, Rekentool
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.catalogue import Tender


class Reis(Invoer):
    minuten: Getal = Field(
        title="Reistijd", description="minuten reizen naar de cliënt, per gesprek", ge=0, le=1440
    )
    gesprekken: int = Field(
        1, title="Gesprekken", description="aantal gesprekken met deze reistijd", ge=1, le=10_000
    )


class ReistijdInvoer(Invoer):
    reizen: tuple[Reis, ...] = Field(
        title="Reizen",
        description="per regel de reistijd voor een of meer gesprekken",
        min_length=1,
        max_length=200,
    )
    perceel: int | None = Field(
        None, title="Perceel", description="alleen nodig voor een bedrag", ge=1, le=99
    )
    wat: str | None = Field(
        None,
        title="Tariefgroep of functie",
        description="alleen nodig voor een bedrag: TG3, GZ-psycholoog of ED-behandeling",
        max_length=200,
    )


def tel_reistijd(tender: Tender, invoer: ReistijdInvoer) -> Uitkomst:
    """The minutes that count.

    `waarden`: minuten, niet_declarabel (minutes), per_gesprek (the most minutes), bedrag (euro or None).
    """
    hoogstens = grens(tender, "declaratie_ambulant", "reistijd per gesprek")
    minuten = sum((min(r.minuten, hoogstens.waarde) * r.gesprekken for r in invoer.reizen), Decimal(0))
    gereisd = sum((r.minuten * r.gesprekken for r in invoer.reizen), Decimal(0))
    post = prijs_van_minuten(tender, invoer.perceel, invoer.wat, minuten)
    bedrag = f" (€ {getal(post.bedrag, 2)})" if post else ""
    antwoord = f"Van de {_minuten(gereisd)} reistijd telt {_minuten(minuten)} mee{bedrag}."
    return Uitkomst(
        rekentool="reistijd",
        antwoord=antwoord,
        invoer=invoer.model_dump(),
        waarden={
            "minuten": minuten,
            "niet_declarabel": gereisd - minuten,
            "per_gesprek": hoogstens.waarde,
            "bedrag": post.bedrag if post else None,
        },
        stappen=(*_stappen(invoer, hoogstens, minuten), *((stap_prijs(post),) if post else ())),
        vindplaatsen=REISTIJD.vindplaatsen,
        opmerkingen=(
            "Het document noemt de reis naar de cliënt; over de terugreis zegt het niets.",
            "Reistijd is indirecte cliëntgebonden tijd, tegen het tarief van wie reist. Het geldt voor "
            "ambulante hulp en voor dyslexie per minuut, niet voor groepsaanbod of verblijf.",
        ),
    )


def _stappen(invoer: ReistijdInvoer, hoogstens: Grens, minuten: Decimal) -> Iterable[Stap]:
    for nummer, reis in enumerate(invoer.reizen, 1):
        telt = min(reis.minuten, hoogstens.waarde)
        waarom = f" (hoogstens {getal(hoogstens.waarde)} per gesprek)" if telt < reis.minuten else ""
        yield Stap(
            f"Regel {nummer}",
            f"{reis.gesprekken} x {_minuten(telt)}{waarom}",
            _minuten(telt * reis.gesprekken),
            hoogstens.vindplaats,
        )
    if len(invoer.reizen) > 1:
        yield Stap("Samen", "", _minuten(minuten))


def _minuten(aantal: Decimal) -> str:
    return f"{kort(aantal)} {'minuut' if aantal == 1 else 'minuten'}"


REISTIJD = Rekentool(
    sleutel="reistijd",
    naam="Reistijd naar de cliënt",
    uitleg="Hoeveel van de reistijd naar een cliënt mag u als cliëntgebonden tijd declareren?",
    vindplaatsen=("bijlage XIV",),
    invoer=ReistijdInvoer,
    reken=tel_reistijd,
    voorbeeld={"reizen": [{"minuten": 30, "gesprekken": 8}, {"minuten": 70, "gesprekken": 2}]},
)
