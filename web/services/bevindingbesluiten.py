"""Decisions of assessors about findings: whether each stands, and why."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from compliance.rapport import Bevinding, Rapport
from web.access import Wie
from web.contexts.basis import Veldfout
from web.contexts.lezen import Besluitregel
from web.models import Bevindingbesluit
from web.repositories import bevindingbesluiten
from web.services.eisbesluiten import controleer_reden

KLOPT, KLOPT_NIET = "klopt", "klopt-niet"
KEUZES: tuple[tuple[str, str], ...] = ((KLOPT, "Dit klopt"), (KLOPT_NIET, "Dit klopt niet"))


def controleer(besluit: str, reden: str) -> tuple[Veldfout, ...]:
    """What has to be mended in the form."""
    fouten = () if besluit in dict(KEUZES) else (Veldfout("besluit", "Kies of dit klopt."),)
    return (*fouten, *controleer_reden(reden))


def besluit(
    session: Session,
    wie: Wie,
    inschrijving_id: str,
    bevinding: Bevinding,
    keuze: str,
    reden: str,
    nu: datetime,
) -> None:
    """Keep a decision, after `controleer`. `nu`: UTC."""
    bevindingbesluiten.add(
        session,
        Bevindingbesluit(
            eigenaar_id=wie.organisatie_id,
            inschrijving_id=inschrijving_id,
            gebruiker_id=wie.gebruiker_id,
            door=wie.naam[:100],
            tijd=nu,
            staat=keuze == KLOPT,
            reden=reden,
            bevinding=bevinding.model_dump(mode="json"),
        ),
    )


def regels(besluiten: Iterable[Bevindingbesluit], bevinding: Bevinding) -> list[Besluitregel]:
    """Those about this finding, as a page shows them, in the same order."""
    kenmerk = _kenmerk(bevinding)
    return [
        Besluitregel(
            eis="",
            voorstel=bevinding.ernst.capitalize(),
            besluit=dict(KEUZES)[KLOPT if b.staat else KLOPT_NIET],
            status=KLOPT if b.staat else KLOPT_NIET,
            anders=not b.staat,
            reden=b.reden,
            door=b.door,
            tijd=b.tijd,
        )
        for b in besluiten
        if (b.bevinding["soort"], b.bevinding["toelichting"]) == kenmerk
    ]


def geldende(rapport: Rapport, besluiten: list[Bevindingbesluit]) -> dict[int, Besluitregel]:
    """By number of a finding in the report (from 1) the decision that counts: the latest."""
    gevonden = ((n, regels(besluiten, b)) for n, b in enumerate(rapport.bevindingen, 1) if besluiten)
    return {nummer: alle[-1] for nummer, alle in gevonden if alle}


def laatste_besluiten(besluiten: Iterable[Bevindingbesluit]) -> dict[str, list[Bevindingbesluit]]:
    """By bid the decisions that count, in the order in which its findings were decided on. `besluiten`: the
    oldest first."""
    laatste = {(b.inschrijving_id, b.bevinding["soort"], b.bevinding["toelichting"]): b for b in besluiten}
    per_bod: dict[str, list[Bevindingbesluit]] = {}
    for b in laatste.values():
        per_bod.setdefault(b.inschrijving_id, []).append(b)
    return per_bod


def als_labels(rapport: Rapport, besluiten: Iterable[Bevindingbesluit]) -> list[dict[str, Any]]:
    """Labelled data, as `compliance.correcties.als_labels` gives of eisen: whether each finding stands."""
    return [
        {
            "tender": rapport.tender,
            "inschrijver": rapport.inschrijver,
            "bevinding": b.bevinding,
            "klopt": b.staat,
            "reden": b.reden,
        }
        for alle in laatste_besluiten(besluiten).values()
        for b in alle
    ]


def _kenmerk(bevinding: Bevinding) -> tuple[str, str]:
    """Tells findings apart also after the bid was checked once more (a passage may move a page)."""
    return bevinding.soort, bevinding.toelichting
