"""Decisions of assessors about eisen: checked, kept, and counted in place of the proposal, which stays."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import get_args

from sqlalchemy.orm import Session

from compliance.correcties import Correctie, maak_correctie
from compliance.namen import STATUSNAMEN
from compliance.rapport import EisStatus, Rapport
from web.access import Wie
from web.contexts.basis import Veldfout
from web.contexts.lezen import Besluitregel
from web.models import Eisbesluit
from web.repositories import eisbesluiten

LANGSTE_REDEN = 2000
KEUZES: tuple[tuple[str, str], ...] = tuple((status, STATUSNAMEN[status]) for status in get_args(EisStatus))
"""Each status of an eis with its name."""


def controleer(besluit: str, reden: str) -> tuple[Veldfout, ...]:
    """What has to be mended in the form."""
    fouten = () if besluit in dict(KEUZES) else (Veldfout("besluit", "Kies een status."),)
    return (*fouten, *controleer_reden(reden))


def controleer_reden(reden: str) -> tuple[Veldfout, ...]:
    fouten = []
    if not reden.strip():
        fouten.append(Veldfout("reden", "Schrijf op waarom u dit besluit."))
    if len(reden) > LANGSTE_REDEN:
        fouten.append(Veldfout("reden", f"Maak de reden korter: hoogstens {LANGSTE_REDEN} tekens."))
    return tuple(fouten)


def besluit(
    session: Session,
    wie: Wie,
    inschrijving_id: str,
    rapport: Rapport,
    eis: str,
    status: EisStatus,
    reden: str,
    nu: datetime,
) -> None:
    """Keep a decision on an eis of this report, after `controleer`. `nu`: UTC."""
    moment = nu.replace(tzinfo=UTC).isoformat(timespec="seconds")
    correctie = maak_correctie(rapport, eis, status, reden, wie.naam[:100], moment)
    eisbesluiten.add(
        session,
        Eisbesluit(
            eigenaar_id=wie.organisatie_id,
            inschrijving_id=inschrijving_id,
            eis=eis,
            gebruiker_id=wie.gebruiker_id,
            tijd=nu,
            correctie=correctie.model_dump(mode="json"),
        ),
    )


def correcties(besluiten: Iterable[Eisbesluit]) -> list[Correctie]:
    """In the form of `compliance agreement` and `labels`."""
    return [Correctie.model_validate(b.correctie) for b in besluiten]


def regels(besluiten: Iterable[Eisbesluit]) -> list[Besluitregel]:
    """As a page shows them, in the same order."""
    return [
        Besluitregel(
            eis=b.eis,
            voorstel=STATUSNAMEN[c.voorstel],
            besluit=STATUSNAMEN[c.besluit],
            status=c.besluit,
            anders=c.voorstel != c.besluit,
            reden=c.reden,
            door=c.door,
            tijd=b.tijd,
        )
        for b, c in ((b, Correctie.model_validate(b.correctie)) for b in besluiten)
    ]


def geldende(alle: Iterable[Besluitregel]) -> dict[str, Besluitregel]:
    """By eis the decision that counts: the latest."""
    return {regel.eis: regel for regel in alle}


def met_besluiten(rapport: Rapport, geldend: dict[str, Besluitregel]) -> Rapport:
    """The report with the statuses that count; what was found and its explanation stay as proposed."""
    eisen = tuple(
        o.model_copy(update={"status": geldend[o.id].status}) if o.id in geldend else o for o in rapport.eisen
    )
    return rapport.model_copy(update={"eisen": eisen})
