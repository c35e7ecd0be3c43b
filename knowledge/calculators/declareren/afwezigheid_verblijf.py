"""May etmalen be declared while a jeugdige is away from wonen or verblijf (§9.7, bijlage XIV)?

As long as the room cannot reasonably be used for somebody else; from four weeks on only after talking with
the client. Deeltijdpleegzorg counts real stays only.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from knowledge.calculators.getal import euro, getal
from knowledge.calculators.norm import Grens, grens
from knowledge.calculators.rekentool import Invoer, Rekentool
from knowledge.calculators.tarief import Prijs, etmaaltarief
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.calculators.velden import KeuzesUit
from knowledge.calculators.woorden import ja_nee, twijfel
from knowledge.catalogue import Tender

_DAGEN_PER_WEEK = 7
_DEELTIJD = "deeltijdpleegzorg"
_PLAATS = "§9.7"


def _intensiteiten(tender: Tender) -> tuple[str, ...]:
    return tuple(i.code for i in tender.intensiteiten if i.soort != "groepsaanbod")


class AfwezigheidInvoer(Invoer):
    etmalen: int = Field(title="Etmalen afwezig", description="verwachte duur in etmalen", ge=1, le=3660)
    vorm: Literal["wonen of verblijf", "deeltijdpleegzorg"] = Field(
        "wonen of verblijf", title="Vorm", description="waar de jeugdige woont of verblijft"
    )
    kamer_bruikbaar: bool = Field(
        False, title="Kamer bruikbaar", description="de kamer is, of kan, redelijkerwijs voor een ander zijn"
    )
    twijfel_terugkeer: bool = Field(
        False, title="Twijfel over terugkeer", description="het is niet zeker of de jeugdige nog terugkomt"
    )
    intensiteit: Annotated[str | None, KeuzesUit(_intensiteiten)] = Field(
        None, title="Intensiteit", description="alleen nodig voor een bedrag"
    )


def beoordeel_afwezigheid(tender: Tender, invoer: AfwezigheidInvoer) -> Uitkomst:
    """May it be declared. `waarden`: oordeel, etmalen (to declare), bedrag (euro or None).

    oordeel: declarabel, niet declarabel, or overleggen (who to talk with is in the remarks).
    """
    lang = grens(tender, "afwezigheid_verblijf", "afwezigheid zonder overleg")
    grens_etmalen = int(lang.waarde) * _DAGEN_PER_WEEK
    if invoer.vorm == _DEELTIJD or invoer.kamer_bruikbaar:
        oordeel, etmalen = "niet declarabel", 0
    elif invoer.twijfel_terugkeer or invoer.etmalen >= grens_etmalen:
        oordeel, etmalen = "overleggen", invoer.etmalen
    else:
        oordeel, etmalen = "declarabel", invoer.etmalen
    prijs = etmaaltarief(tender, invoer.intensiteit, Decimal(invoer.etmalen)) if invoer.intensiteit else None
    bedrag = prijs.totaal if prijs and etmalen else None
    return Uitkomst(
        rekentool="afwezigheid_verblijf",
        antwoord=_antwoord(oordeel, etmalen, bedrag),
        invoer=invoer.model_dump(),
        waarden={"oordeel": oordeel, "etmalen": etmalen, "bedrag": bedrag},
        stappen=tuple(_stappen(invoer, lang, grens_etmalen, prijs if etmalen else None)),
        vindplaatsen=AFWEZIGHEID_VERBLIJF.vindplaatsen,
        opmerkingen=tuple(_opmerkingen(tender, invoer, oordeel)),
    )


def _antwoord(oordeel: str, etmalen: int, bedrag: Decimal | None) -> str:
    kosten = f" (€ {getal(bedrag, 2)})" if bedrag is not None else ""
    wat = f"{etmalen} {'etmaal' if etmalen == 1 else 'etmalen'}{kosten}"
    match oordeel:
        case "declarabel":
            return f"U mag {wat} afwezigheid declareren."
        case "overleggen":
            return f"Overleg eerst of u {wat} afwezigheid mag declareren."
        case _:
            return "U mag deze afwezigheid niet declareren."


def _stappen(
    invoer: AfwezigheidInvoer, lang: Grens, grens_etmalen: int, prijs: Prijs | None
) -> Iterable[Stap]:
    if invoer.vorm == _DEELTIJD:
        yield Stap("Deeltijdpleegzorg", "alleen echt verblijf telt", "niet declarabel", _PLAATS)
    else:
        yield Stap("Kamer voor een ander bruikbaar", "", ja_nee(invoer.kamer_bruikbaar), _PLAATS)
        weken = getal(lang.waarde)
        onder = "korter dan" if invoer.etmalen < grens_etmalen else "niet korter dan"
        sum_ = f"{invoer.etmalen} etmalen tegenover {weken} x {_DAGEN_PER_WEEK}"
        yield Stap("Duur", sum_, f"{onder} {weken} weken", lang.vindplaats)
        yield Stap("Twijfel over terugkeer", "", ja_nee(invoer.twijfel_terugkeer), "bijlage XIV")
    if prijs and prijs.totaal is not None:
        sum_ = f"{invoer.etmalen} x {euro(prijs.bedrag)}"
        yield Stap(prijs.omschrijving, sum_, f"€ {getal(prijs.totaal, 2)}", prijs.vindplaats)


def _opmerkingen(tender: Tender, invoer: AfwezigheidInvoer, oordeel: str) -> Iterable[str]:
    if oordeel == "overleggen":
        yield twijfel(tender, "overleg_afwezigheid")
    if invoer.vorm != _DEELTIJD:
        yield (
            "Zodra een ander de kamer gebruikt of kan gebruiken, houdt het op. Dat geldt ook als twee "
            "jeugdigen die er in deeltijd zijn een kamer delen (bijlage XIV)."
        )


AFWEZIGHEID_VERBLIJF = Rekentool(
    sleutel="afwezigheid_verblijf",
    naam="Afwezigheid bij wonen en verblijf",
    uitleg="Een jeugdige is er tijdelijk niet: weekend thuis of ziekenhuis. Mag u de etmalen declareren?",
    vindplaatsen=("§9.7", "bijlage XIV"),
    invoer=AfwezigheidInvoer,
    reken=beoordeel_afwezigheid,
    voorbeeld={"etmalen": 10, "intensiteit": "E"},
)
