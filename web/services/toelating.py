"""A person decides on which percelen a bid takes part, or why it is laid aside (hoofdstuk 6, steps 1, 2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, get_args

from knowledge.calculators.rekentool import FoutInVelden, lees_invoer
from knowledge.calculators.score.criteria import veld_van
from knowledge.calculators.score.invoer import Plekken, Terzijde
from web.access import Handeling, Soort, Toegang, Wie
from web.gunning.stand import GEEN, TOEGELATEN, Stand
from web.gunning.stap import ligt_vast
from web.models import Toelating
from web.repositories import toelatingen
from web.services.aanbestedingen import GeenAanbesteding, Veldfouten
from web.services.consensus import KORTSTE_REDEN
from web.services.scoren import LANGSTE_MOTIVERING, geopende_stand

BESLUITEN: dict[str, str] = {
    TOEGELATEN: "Doet mee",
    GEEN: "Schrijft hier niet op in",
    "onvolledig": "Terzijde: niet volledig of niet geldig",
    "uitsluitingsgrond": "Terzijde: een uitsluitingsgrond",
    "geschiktheidseis": "Terzijde: voldoet niet aan een geschiktheidseis",
    "voorwaarden of eisen": "Terzijde: voldoet niet aan voorwaarden of eisen",
}
"""Each decision with its name."""
assert set(get_args(Terzijde)) < set(BESLUITEN)

LOCATIES = "locaties"


@dataclass(frozen=True, slots=True)
class Keuze:
    """What was filled in for a perceel. `plekken`: {locatie, aantal, afstand} as text, empty rows too."""

    besluit: str
    reden: str
    plekken: tuple[Mapping[str, str], ...] = ()


def telt_plekken(stand: Stand, perceel: int) -> bool:
    """Whether places near the region count for the score (§6.1.2)."""
    return any(veld_van(c) == LOCATIES for c in stand.criteria(perceel))


def besluit(
    toegang: Toegang, wie: Wie, id_: str, bod: str, keuzes: Mapping[int, Keuze], nu: datetime
) -> None:
    """Keep what changed. Raises Veldfouten, InvoerFout, GeenAanbesteding."""
    deel = "; ".join(f"perceel {p}: {k.besluit}" for p, k in keuzes.items())
    with toegang.wijzigen(
        wie, Handeling.BESLUITEN, Soort.GUNNING, id_, f"toelating inschrijving {bod}, {deel}"
    ) as session:
        stand = geopende_stand(session, wie, id_, lock=True)
        if bod not in stand.boden:
            raise GeenAanbesteding
        fouten: list[tuple[str, str]] = []
        nieuw: list[Toelating] = []
        for perceel in stand.percelen:
            keuze = keuzes.get(perceel.nummer)
            if keuze is None or not keuze.besluit:
                continue
            try:
                plekken = _plekken(stand, perceel.nummer, keuze)
            except Veldfouten as fout:
                fouten += fout.paren
                continue
            if _is_zo(stand.toelating.get((bod, perceel.nummer)), keuze, plekken):
                continue
            fouten += _fouten(stand, bod, perceel.nummer, keuze)
            nieuw.append(
                Toelating(
                    eigenaar_id=wie.organisatie_id,
                    aanbesteding_id=id_,
                    inschrijving_id=bod,
                    perceel=perceel.nummer,
                    besluit=keuze.besluit,
                    reden=keuze.reden.strip(),
                    plekken=plekken,
                    gebruiker_id=wie.gebruiker_id,
                    tijd=nu,
                )
            )
        if fouten:
            raise Veldfouten(*fouten)
        for toelating in nieuw:
            toelatingen.add(session, toelating)


def _is_zo(nu: Toelating | None, keuze: Keuze, plekken: list[dict[str, Any]]) -> bool:
    return nu is not None and (nu.besluit, nu.reden, nu.plekken) == (
        keuze.besluit,
        keuze.reden.strip(),
        plekken,
    )


def _fouten(stand: Stand, bod: str, perceel: int, keuze: Keuze) -> list[tuple[str, str]]:
    fouten = []
    if keuze.besluit not in BESLUITEN:
        fouten.append((f"besluit-{perceel}", f"Perceel {perceel}: kies een besluit."))
    terzijde = keuze.besluit not in (TOEGELATEN, GEEN)
    if terzijde and len(keuze.reden.strip()) < KORTSTE_REDEN:
        fouten.append((f"reden-{perceel}", f"Perceel {perceel}: schrijf op waarom. Dit komt in de brief."))
    if len(keuze.reden) > LANGSTE_MOTIVERING:
        fouten.append((f"reden-{perceel}", f"Maak de reden korter: hoogstens {LANGSTE_MOTIVERING} tekens."))
    if ligt_vast(stand.laatste(perceel), 1):
        fouten.append(
            (f"besluit-{perceel}", f"Voor perceel {perceel} ligt al een voorstel. Trek dat eerst in.")
        )
    return fouten


def _plekken(stand: Stand, perceel: int, keuze: Keuze) -> list[dict[str, Any]]:
    """The rows that were filled in, checked by the calculator's own input."""
    if keuze.besluit != TOEGELATEN or not telt_plekken(stand, perceel):
        return []
    rijen = []
    for nummer, rij in enumerate(keuze.plekken, 1):
        if not any(waarde.strip() for waarde in rij.values()):
            continue
        try:
            gelezen = lees_invoer(
                Plekken,
                {
                    "inschrijver": rij["locatie"].strip()[:200] or f"locatie {nummer}",
                    "aantal": rij["aantal"].strip(),
                    "afstand": rij["afstand"].strip() or "0",
                },
            )
        except FoutInVelden as fout:
            raise Veldfouten(
                *((f"plekken-{perceel}", f"Perceel {perceel}, locatie {nummer}: {r}") for r in fout.fouten)
            ) from fout
        afstand: Decimal = gelezen.afstand
        rijen.append({"locatie": gelezen.inschrijver, "aantal": gelezen.aantal, "afstand": str(afstand)})
    return rijen
