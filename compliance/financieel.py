"""The annual figures (bijlage XVI) and what follows from them by the norms of §5.3.1."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from compliance.dossier import Dossier
from compliance.formulier import antwoorden, zichtbaar
from compliance.rapport import Financieel, FinancieelOordeel
from knowledge.calculators.financieel.verhoudingen import FORMULES, gevolg, verhouding, voldoet
from knowledge.catalogue.models import FinancieleNorm, Tender
from knowledge.documents import Blok, Document
from knowledge.text.getal import lees_getal
from knowledge.text.normalise import fold

RIJEN: dict[str, re.Pattern[str]] = {
    "resultaat": re.compile(
        r"^(?:netto )?resultaat\b(?!.*omzet)|^winst|^exploitatieresultaat|^(?:netto)?resultaat na"
    ),
    "omzet": re.compile(r"^(?:netto ?|totale? )?omzet\b|^opbrengsten|^totaal (?:bedrijfs)?opbrengsten"),
    "eigen_vermogen": re.compile(r"eigen vermogen"),
    "activa": re.compile(r"^(?:totaal|totale) (?:der |van de )?activa|^balanstotaal|^activa totaal"),
    "vlottende_activa": re.compile(r"vlottende activa"),
    "liquide_middelen": re.compile(r"liquide middelen"),
    "kortlopende_schulden": re.compile(r"kortlopende schulden"),
}
NAMEN = {
    "resultaat": "resultaat", "omzet": "omzet", "eigen_vermogen": "totaal eigen vermogen",
    "activa": "totaal activa",
    "vlottende_activa": "totaal vlottende activa", "liquide_middelen": "liquide middelen",
    "kortlopende_schulden": "totaal overige kortlopende schulden",
}  # fmt: skip
_VERHOUDINGEN = {
    "rentabiliteit": re.compile(r"^rentabiliteit"),
    "solvabiliteit": re.compile(r"^solvabiliteit"),
    "current_ratio": re.compile(r"^(?:current ratio|liquiditeit)"),
}
_JAAR = re.compile(r"\b(20[12]\d)\b")
_CONTINUITEIT = re.compile(r"continuiteit")
_NEGATIEF = re.compile(
    r"onzekerheid (?:\w+ ){0,4}(?:over|van|omtrent|aangaande) (?:\w+ ){0,3}continuiteit|"
    r"materiele onzekerheid|gerede twijfel|ernstige onzekerheid|"
    r"negatieve continuiteits(?:verwachting|paragraaf)|"
    r"continuiteit (?:\w+ ){0,4}(?:onzeker|niet gewaarborgd|bedreigd|in gevaar)"
)
_ONTKENNING = re.compile(r"\b(?:geen|niet|zonder|nooit)\b|\bnee\b")


@dataclass(slots=True)
class Jaarcijfers:
    """Figures by row and year, as filled in, with the block each row stands in."""

    document: Document
    cijfers: dict[str, dict[int, float]] = field(default_factory=dict)
    blokken: dict[str, Blok] = field(default_factory=dict)
    vermeld: dict[str, dict[int, float]] = field(default_factory=dict)
    """Ratios that the bidder itself gives."""


def lees_jaarcijfers(document: Document) -> Jaarcijfers | None:
    """The figures of a document; None when it holds no such table."""
    gelezen = Jaarcijfers(document)
    jaren: dict[int, int] = {}
    for blok in zichtbaar(document):
        gevonden = {
            k: int(m.group(1))
            for k, cel in enumerate(blok.cellen)
            if len(cel) < 30 and (m := _JAAR.search(cel))
        }
        if len(gevonden) >= 2:
            jaren = gevonden
            continue
        label = next((fold(cel).strip(" :*") for cel in blok.cellen if cel.strip()), "")
        if not jaren or not label or len(label) > 70:
            continue
        for soort, patronen, doel in (("", RIJEN, gelezen.cijfers), ("v", _VERHOUDINGEN, gelezen.vermeld)):
            sleutel = next((s for s, patroon in patronen.items() if patroon.search(label)), None)
            if sleutel is None or sleutel in doel:
                continue
            doel[sleutel] = {
                jaar: waarde for kolom, jaar in jaren.items() if (waarde := _waarde(blok, kolom)) is not None
            }
            gelezen.blokken[sleutel] = blok
            if soort == "v" and sleutel != "current_ratio":
                # A share may stand as 0.025 or as 2.5: both mean 2.5%.
                doel[sleutel] = {
                    j: w * 100 if abs(w) <= 1 and _is_deel(blok) else w for j, w in doel[sleutel].items()
                }
            break
    return gelezen if gelezen.cijfers else None


def _waarde(blok: Blok, kolom: int) -> float | None:
    if kolom < len(blok.waarden) and isinstance(ruw := blok.waarden[kolom], int | float):
        return float(ruw)
    return lees_getal(blok.cellen[kolom]) if kolom < len(blok.cellen) else None


def _is_deel(blok: Blok) -> bool:
    return any("%" in cel for cel in blok.cellen) or not any(
        abs(w) > 1 for w in blok.waarden if isinstance(w, int | float)
    )


def ontbrekende_cijfers(gelezen: Jaarcijfers, tender: Tender) -> list[str]:
    """Rows and years that bijlage XVI asks and that are not there: "omzet 2023"."""
    ontbreekt = []
    for norm in tender.financiele_normen:
        for rij in FORMULES[norm.sleutel].rijen:
            ontbreekt += [
                f"{NAMEN[rij]} {jaar}" for jaar in norm.jaren if jaar not in gelezen.cijfers.get(rij, {})
            ]
    return ontbreekt


def verhoudingen(gelezen: Jaarcijfers, tender: Tender) -> dict[str, dict[int, float]]:
    """The three ratios by year from the raw figures: percent, percent, and a number."""
    uitkomst: dict[str, dict[int, float]] = {}
    for norm in tender.financiele_normen:
        uitkomst[norm.sleutel] = {}
        for jaar in norm.jaren:
            cijfers = {
                rij: _exact(per_jaar[jaar]) for rij, per_jaar in gelezen.cijfers.items() if jaar in per_jaar
            }
            waarde = verhouding(norm, cijfers)
            vermeld = gelezen.vermeld.get(norm.sleutel, {}).get(jaar)
            if waarde is not None:
                uitkomst[norm.sleutel][jaar] = float(waarde)
            elif vermeld is not None and not set(FORMULES[norm.sleutel].rijen) <= cijfers.keys():
                uitkomst[norm.sleutel][jaar] = vermeld
    return uitkomst


def onder_norm(norm: FinancieleNorm, per_jaar: dict[int, float]) -> list[int]:
    """Years that do not meet the norm; a value equal to the norm does not meet "more than" (§5.3.1)."""
    return sorted(jaar for jaar, waarde in per_jaar.items() if not voldoet(norm, _exact(waarde)))


def _exact(waarde: float) -> Decimal:
    """A cell's number as it is written, without the noise of binary fractions."""
    return round(Decimal(str(waarde)), 12)


def oordeel_bij(jaren_onder: Iterable[int], tender: Tender) -> FinancieelOordeel:
    """The consequence of the norm that is missed in most years. `jaren_onder`: that number for each norm."""
    found = gevolg(tender, max(jaren_onder, default=0))
    return found.oordeel if found else "geen gevolg"


def beoordeel_financien(
    gelezen: Jaarcijfers | None, continuiteit_negatief: bool, tender: Tender
) -> Financieel:
    """Ratios rounded to two decimals (the judgement uses the exact ones)."""
    if gelezen is None:
        return Financieel(
            continuiteit_negatief=continuiteit_negatief,
            oordeel="plan van aanpak nodig" if continuiteit_negatief else None,
        )
    per_norm = verhoudingen(gelezen, tender)
    oordeel: FinancieelOordeel | None = None
    if any(per_norm.values()):
        oordeel = oordeel_bij(
            (len(onder_norm(n, per_norm[n.sleutel])) for n in tender.financiele_normen), tender
        )
    if continuiteit_negatief:
        oordeel = "plan van aanpak nodig"
    return Financieel(
        **{s: {str(jaar): round(w, 2) for jaar, w in jaren.items()} for s, jaren in per_norm.items()},
        oordeel=oordeel,
        continuiteit_negatief=continuiteit_negatief,
    )


def financieel_van(dossier: Dossier) -> Financieel:
    """The financial part of the report."""
    negatief, _, _ = continuiteit_in(dossier)
    return beoordeel_financien(jaarcijfers_van(dossier), bool(negatief), dossier.tender)


def jaarcijfers_van(dossier: Dossier) -> Jaarcijfers | None:
    """The most complete table of annual figures in the bid."""
    tabellen = [t for d in dossier.documenten("jaarcijfers") if (t := lees_jaarcijfers(d)) is not None]
    return min(tabellen, key=lambda t: len(ontbrekende_cijfers(t, dossier.tender)), default=None)


def continuiteit_in(dossier: Dossier) -> tuple[bool | None, Document | None, Blok | None]:
    """What the accounts and the forms say on continuity."""
    return continuiteit(
        dossier.documenten("jaarrekening", "jaarcijfers", "invulsjabloon", "uea", "herstelplan", "overig")
    )


def continuiteit(documenten: Iterable[Document]) -> tuple[bool | None, Document | None, Blok | None]:
    """Is there a negative expectation of continuity? None: no document says anything on it."""
    documenten = list(documenten)
    gezegd: tuple[bool | None, Document | None, Blok | None] = (None, None, None)
    for gegeven in antwoorden(documenten, _NEGATIEF):
        # A form may ask it: "Bevat de jaarrekening een negatieve continuïteitsverwachting? ☐ Ja ☒ Nee".
        if gegeven.waarde is not None and ("?" in gegeven.tekst or gegeven.blok.cellen):
            return gegeven.waarde, gegeven.document, gegeven.blok
    for document in documenten:
        for blok in zichtbaar(document):
            for zin in re.split(r"(?<=[.;!?])\s+", fold(blok.tekst)):
                if not _CONTINUITEIT.search(zin):
                    continue
                found = _NEGATIEF.search(zin)
                if found is None:
                    continue
                ontkend = _ONTKENNING.search(zin[: found.start()] + zin[found.end() :]) is not None or (
                    "☐" in zin and "☒" not in zin
                )
                if not ontkend:
                    return True, document, blok
                if gezegd[0] is None:
                    gezegd = (False, document, blok)
    return gezegd
