"""Keys for other programs: people make and remove their own; a beheerder removes any of the organisation."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from web.access import Handeling, Soort, Wie, mag, noem
from web.access.bereik import BEREIKEN, mogelijk
from web.auth import apisleutels as sleutels
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.sleutels import Bereikkeuze, Sleutelregel, Sleutelspagina
from web.models.apisleutel import Apisleutel
from web.models.base import now
from web.rendering import render
from web.repositories import apisleutels
from web.routes.taken import see_other
from web.state import CurrentState, State

router = APIRouter(prefix="/sleutels")


@router.get("")
def overview(request: Request, state: CurrentState, wie: Ingelogd, verwijderd: bool = False) -> Response:
    return _page(request, state, wie, melding="De sleutel werkt niet meer." if verwijderd else "")


@router.post("")
def make(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    naam: Annotated[str, Form(max_length=80)] = "",
    dagen: Annotated[str, Form(max_length=10)] = "",
    bereik: Annotated[list[str] | None, Form()] = None,
) -> Response:
    gekozen = [keuze for keuze in bereik or [] if keuze in mogelijk(wie)]
    fouten: list[Veldfout] = []
    if not naam.strip():
        fouten.append(Veldfout("naam", "Geef de sleutel een naam, zoals het programma dat haar gebruikt."))
    if not dagen.strip().isdecimal() or not 1 <= int(dagen) <= sleutels.LANGST:
        fouten.append(Veldfout("dagen", f"Kies een aantal dagen van 1 tot en met {sleutels.LANGST}."))
    if not gekozen:
        fouten.append(Veldfout("bereik", "Kies wat het programma mag."))
    if fouten:
        return _page(request, state, wie, tuple(fouten), naam, dagen, gekozen, status=422)
    with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.SLEUTEL, deel=", ".join(gekozen)) as session:
        sleutel, geheim = sleutels.maak(session, wie, naam.strip(), gekozen, int(dagen))
        noem(session, sleutel.id)
    return _page(request, state, wie, geheim=geheim)


@router.post("/{sleutel_id}/verwijderen")
def remove(state: CurrentState, wie: Ingelogd, sleutel_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.VERWIJDEREN, Soort.SLEUTEL, sleutel_id) as session:
        sleutel = apisleutels.get(session, sleutel_id)
        if sleutel is None or not (sleutel.gebruiker_id == wie.gebruiker_id or _beheert(wie)):
            raise HTTPException(404)
        apisleutels.remove(session, sleutel)
    return see_other("/sleutels?verwijderd=1")


def _beheert(wie: Wie) -> bool:
    return mag(wie, Handeling.WIJZIGEN, Soort.SLEUTEL)


def _page(
    request: Request,
    state: State,
    wie: Wie,
    fouten: tuple[Veldfout, ...] = (),
    naam: str = "",
    dagen: str = "90",
    gekozen: list[str] | None = None,
    geheim: str = "",
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.SLEUTEL, deel="lijst") as session:
        van_wie = None if _beheert(wie) else wie.gebruiker_id
        rijen = apisleutels.all_of(session, van_wie)
    pagina = Sleutelspagina(
        sleutels=tuple(map(_regel, rijen)),
        keuzes=tuple(
            Bereikkeuze(bereik, BEREIKEN[bereik][0], bereik in (gekozen or ())) for bereik in mogelijk(wie)
        ),
        naam=naam,
        dagen=dagen,
        geheim=geheim,
        fouten=fouten,
        melding=melding,
    )
    return render(request, pagina, status)


def _regel(sleutel: Apisleutel) -> Sleutelregel:
    return Sleutelregel(
        id=sleutel.id,
        naam=sleutel.naam,
        van=sleutel.gebruiker.naam,
        bereik=tuple(BEREIKEN[naam][0] if naam in BEREIKEN else naam for naam in sleutel.bereik),
        verloopt=sleutel.verloopt,
        gebruikt=sleutel.gebruikt,
        voorbij=sleutel.verloopt <= now(),
    )
