"""The rekentool itself: the figures in, the judgement by §5.3.1 out, with every ratio."""

from knowledge.calculators.financieel.invoer import FinancieelInvoer
from knowledge.calculators.financieel.toets import Normtoets, toets
from knowledge.calculators.financieel.verhoudingen import gevolg
from knowledge.calculators.rekentool import Rekentool
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.calculators.woorden import opsomming, reeks
from knowledge.catalogue import Tender
from knowledge.catalogue.models import FinancieelGevolg

SLEUTEL = "financieel"
PLAATS = "§5.3.1"
PLAN_NODIG = "plan van aanpak nodig"


def reken(tender: Tender, invoer: FinancieelInvoer) -> Uitkomst:
    """The judgement. `waarden`:

    oordeel ("geen gevolg", "beoordelen", "plan van aanpak nodig"; None when no ratio can be worked out) by
    the years that are known, oordeel_hoogstens (when every unknown year would miss its norm), gesprek (the
    client may ask how sure it can be), verhoudingen (by norm and year), jaren_onder and ontbreekt (years by
    norm), and continuiteit_negatief, which asks for a plan whatever the figures are.
    """
    cijfers = {j.jaar: j for j in invoer.jaren}
    toetsen = [toets(norm, cijfers) for norm in tender.financiele_normen]
    known = any(j.haalt is not None for t in toetsen for j in t.jaren)
    by_figures = gevolg(tender, max((len(t.onder) for t in toetsen), default=0)) if known else None
    at_most = gevolg(tender, max((len(t.onder) + len(t.onbekend) for t in toetsen), default=0))
    oordeel = PLAN_NODIG if invoer.continuiteit_negatief else by_figures.oordeel if by_figures else None
    gesprek = any(t.onbekend for t in toetsen)
    stappen = [stap for t in toetsen for stap in t.stappen()]
    if by_figures:
        stappen.append(Stap("Gevolg van de cijfers", "", by_figures.oordeel, by_figures.vindplaats))
    if invoer.continuiteit_negatief:
        stappen.append(Stap("Negatieve continuïteitsverwachting", "", PLAN_NODIG, PLAATS))
    hoogstens = PLAN_NODIG if invoer.continuiteit_negatief else at_most.oordeel if at_most else None
    return Uitkomst(
        rekentool=SLEUTEL,
        antwoord=_antwoord(invoer, toetsen, by_figures),
        invoer=invoer.model_dump(),
        waarden={
            "oordeel": oordeel,
            "oordeel_hoogstens": hoogstens,
            "gesprek": gesprek,
            "verhoudingen": {t.norm.sleutel: t.verhoudingen for t in toetsen},
            "jaren_onder": {t.norm.sleutel: list(t.onder) for t in toetsen},
            "ontbreekt": {t.norm.sleutel: list(t.onbekend) for t in toetsen},
            "continuiteit_negatief": invoer.continuiteit_negatief,
        },
        stappen=tuple(stappen),
        vindplaatsen=(PLAATS,),
        opmerkingen=tuple(_opmerkingen(tender, invoer, oordeel, hoogstens, gesprek)),
    )


def _antwoord(invoer: FinancieelInvoer, toetsen: list[Normtoets], by_figures: FinancieelGevolg | None) -> str:
    missed = [f"{t.norm.naam.lower()} is onder de norm in {reeks(t.onder)}" for t in toetsen if t.onder]
    unknown = any(t.onbekend for t in toetsen)
    every = "in de jaren die bekend zijn, haalt u elke norm" if unknown else "u haalt elke norm in elk jaar"
    found = opsomming(missed) or every
    found = found[:1].upper() + found[1:]
    if invoer.continuiteit_negatief:
        begin = f"{found}. " if by_figures else ""
        return f"{begin}Door de negatieve continuïteitsverwachting is een aanvullend plan van aanpak nodig."
    if by_figures is None:
        return "Zonder cijfers is niet te zeggen of aan de normen wordt voldaan."
    match by_figures.oordeel:
        case "geen gevolg":
            return f"{found}. Dat heeft {'voor zover bekend ' if unknown else ''}geen gevolgen."
        case "beoordelen":
            return f"{found}. De opdrachtgever beoordeelt of een aanvullend plan van aanpak nodig is."
        case "plan van aanpak nodig":
            return f"{found}. Een aanvullend plan van aanpak is nodig."


def _opmerkingen(
    tender: Tender, invoer: FinancieelInvoer, oordeel: str | None, hoogstens: str | None, gesprek: bool
) -> list[str]:
    rules = {r.id: f"{r.samenvatting} ({r.vindplaats})" for r in tender.regels}
    lines = []
    if gesprek:
        if hoogstens != oordeel and oordeel is not None:
            lines.append(
                f"Niet elk jaar is bekend. Halen ook de onbekende jaren de norm niet, dan is het oordeel: "
                f"{hoogstens}."
            )
        lines += [rules["starters"]] if "starters" in rules else []
    if oordeel in ("beoordelen", PLAN_NODIG) and "financieel_plan" in rules:
        lines.append(rules["financieel_plan"])
    if invoer.ondernemer:
        lines.append(
            "Bij inkomen uit de winst hoort het resultaat hoger te zijn dan de norm; hoeveel, zegt het "
            f"inkoopdocument niet. De Wet Normering Topinkomens telt daarbij mee ({PLAATS})."
        )
    asked = {jaar for norm in tender.financiele_normen for jaar in norm.jaren}
    if extra := sorted({j.jaar for j in invoer.jaren} - asked):
        lines.append(f"Cijfers over {reeks(extra)} tellen niet mee; gevraagd is {reeks(asked)}.")
    return lines


FINANCIEEL = Rekentool(
    sleutel=SLEUTEL,
    naam="Financiële draagkracht",
    uitleg="Rekent uit jaarcijfers de rentabiliteit, de solvabiliteit en de current ratio uit. Telt per norm "
    "de jaren eronder en zegt wat daarvan het gevolg is.",
    vindplaatsen=(PLAATS, "bijlage XVI"),
    invoer=FinancieelInvoer,
    reken=reken,
    voorbeeld={
        "jaren": [
            {
                "jaar": jaar, "resultaat": resultaat, "omzet": 1_000_000, "eigen_vermogen": vermogen,
                "activa": activa, "vlottende_activa": vlottend, "liquide_middelen": liquide,
                "kortlopende_schulden": schulden,
            }
            for jaar, resultaat, vermogen, activa, vlottend, liquide, schulden in (
                (2019, 21_000, 150_000, 600_000, 120_000, 90_000, 180_000),
                (2020, 9_000, 159_000, 610_000, 125_000, 88_000, 190_000),
                (2021, 12_000, 171_000, 640_000, 131_000, 97_000, 185_000),
                (2022, 18_000, None, None, None, None, None),
                (2023, 20_000, None, None, None, None, None),
            )
        ],
        "continuiteit_negatief": False,
    },
)  # fmt: skip
