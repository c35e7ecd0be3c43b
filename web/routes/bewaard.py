"""Answers of the assistant that people keep: the list, one answer, and what one does with it."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from knowledge import Antwoord
from web.access import Handeling, Soort, Wie, noem
from web.auth.huidig import Ingelogd
from web.contexts.bewaard import Bewaardlijst, Bewaardmelding, Bewaardpagina, Bewaardregel, Versieregel
from web.models import Antwoordbewaring
from web.rendering import render
from web.repositories import antwoorden
from web.routes.taken import see_other
from web.services.antwoorden import bewaar, citaten_van, gesprek_van, kenmerk, verschillen, vul
from web.services.assistent import citaatregels
from web.services.gesprek import Gesprek
from web.state import CurrentState, State

router = APIRouter(prefix="/bewaard")

PER_BLADZIJDE = 25
MELDINGEN = {
    "bewaard": "Het antwoord is bewaard.",
    "gedeeld": "Uw collega's zien dit antwoord nu ook.",
    "eigen": "Alleen u ziet dit antwoord nu nog.",
    "vernieuwd": "Het nieuwe antwoord is bewaard.",
}


@router.get("")
def overview(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    van: str = "",
    zoek: str = "",
    bladzijde: int = 1,
    klaar: str = "",
) -> Response:
    gedeeld = van == "collegas"
    begin = max(0, min(bladzijde, 100_000) - 1) * PER_BLADZIJDE
    with state.toegang.lezen(wie, Soort.ANTWOORD, deel="gedeeld" if gedeeld else "eigen") as session:
        aantal = antwoorden.count(session, wie.gebruiker_id, gedeeld, zoek)
        rijen = antwoorden.page(session, wie.gebruiker_id, gedeeld, zoek, begin, PER_BLADZIJDE)
    stand = state.assistent.stand()

    def adres(nummer: int) -> str:
        velden = {"van": van, "zoek": zoek, "bladzijde": nummer}
        return f"/bewaard?{urlencode({k: v for k, v in velden.items() if v})}"

    nummer = begin // PER_BLADZIJDE + 1
    pagina = Bewaardlijst(
        regels=tuple(
            Bewaardregel(
                f"/bewaard/{r.id}",
                r.vraag,
                r.kort,
                r.tijd,
                r.gebruiker,
                r.gedeeld,
                bool(verschillen(r, stand)),
            )
            for r in rijen
        ),
        gedeeld=gedeeld,
        zoek=zoek,
        aantal=aantal,
        van=begin + 1,
        tot=begin + len(rijen),
        vorige=adres(nummer - 1) if nummer > 1 else "",
        volgende=adres(nummer + 1) if begin + len(rijen) < aantal else "",
        melding="Het antwoord is weg." if klaar == "weg" else "",
    )
    return render(request, pagina)


@router.post("")
def keep(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    vraag: Annotated[str, Form()] = "",
    gezien: Annotated[str, Form()] = "",
    van: Annotated[str, Form()] = "",
    bron: Annotated[str, Form()] = "",
    vroeger: Annotated[list[str] | None, Form()] = None,
    eerder: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """`gezien`: the sign of the answer that was on the page; another answer is shown before it is kept."""
    gesprek = Gesprek.uit(van, bron, vroeger, eerder)
    antwoord = _vraag(state, vraag, gesprek)
    in_paneel = "hx-request" in request.headers
    if not antwoord.beantwoord or kenmerk(antwoord.citaten) != gezien:
        adres = f"{gesprek.adres(vraag)}&veranderd=1"
        return Response(headers={"HX-Redirect": adres}) if in_paneel else see_other(adres)
    rij = bewaar(wie, antwoord, gesprek, state.assistent.stand())
    with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.ANTWOORD) as session:
        antwoorden.add(session, rij)
        noem(session, rij.id)
    adres = f"/bewaard/{rij.id}"
    return render(request, Bewaardmelding(adres)) if in_paneel else see_other(f"{adres}?klaar=bewaard")


@router.get("/{antwoord_id}")
def show(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    antwoord_id: str,
    opnieuw: bool = False,
    klaar: str = "",
) -> Response:
    with state.toegang.lezen(wie, Soort.ANTWOORD, antwoord_id) as session:
        rij = antwoorden.get(session, wie.gebruiker_id, antwoord_id)
    if rij is None:
        raise HTTPException(404)
    stand = state.assistent.stand()
    gesprek = gesprek_van(rij)
    nu = _vraag(state, rij.vraag, gesprek) if opnieuw else None
    toen = [c.citaat for c in citaten_van(rij)]
    bronnen = state.assistent.bronnen
    pagina = Bewaardpagina(
        adres=f"/bewaard/{rij.id}",
        vraag=rij.vraag,
        gelezen_als=rij.gelezen_als,
        kort=rij.kort,
        toelichting=rij.antwoord.removeprefix(rij.kort).strip(),
        tijd=rij.tijd,
        door=rij.gebruiker,
        eigen=rij.gebruiker_id == wie.gebruiker_id,
        gedeeld=rij.gedeeld,
        organisatie=wie.organisatie,
        citaten=citaatregels(toen, None),
        versies=tuple(Versieregel(b, v, stand.versie(b)) for b, v in sorted(rij.versies.items())),
        verschillen=tuple((f"{c.vindplaats}, {c.bron}", v) for c, v in verschillen(rij, stand)),
        nu=nu,
        nu_citaten=citaatregels(nu.citaten, bronnen) if nu else (),
        gelijk=nu is not None and nu.antwoord == rij.antwoord and kenmerk(nu.citaten) == kenmerk(toen),
        opnieuw=gesprek.adres(rij.vraag),
        melding=MELDINGEN.get(klaar, ""),
    )
    return render(request, pagina)


@router.post("/{antwoord_id}/delen")
def share(
    state: CurrentState, wie: Ingelogd, antwoord_id: str, gedeeld: Annotated[str, Form()] = "nee"
) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.ANTWOORD, antwoord_id, "delen") as session:
        _own(session, wie, antwoord_id).gedeeld = gedeeld == "ja"
    return see_other(f"/bewaard/{antwoord_id}?klaar={'gedeeld' if gedeeld == 'ja' else 'eigen'}")


@router.post("/{antwoord_id}/vernieuwen")
def renew(state: CurrentState, wie: Ingelogd, antwoord_id: str) -> Response:
    """Keep the answer of now in the place of the old one."""
    with state.toegang.wijzigen(
        wie, Handeling.WIJZIGEN, Soort.ANTWOORD, antwoord_id, "vernieuwen"
    ) as session:
        rij = _own(session, wie, antwoord_id)
        gesprek = gesprek_van(rij)
        antwoord = _vraag(state, rij.vraag, gesprek)
        if antwoord.beantwoord:
            vul(rij, antwoord, gesprek, state.assistent.stand())
    klaar = "?klaar=vernieuwd" if antwoord.beantwoord else "?opnieuw=1"
    return see_other(f"/bewaard/{antwoord_id}{klaar}")


@router.post("/{antwoord_id}/verwijderen")
def remove(state: CurrentState, wie: Ingelogd, antwoord_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.VERWIJDEREN, Soort.ANTWOORD, antwoord_id) as session:
        antwoorden.remove(session, _own(session, wie, antwoord_id))
    return see_other("/bewaard?klaar=weg")


def _own(session: Session, wie: Wie, antwoord_id: str) -> Antwoordbewaring:
    rij = antwoorden.own(session, wie.gebruiker_id, antwoord_id)
    if rij is None:
        raise HTTPException(404)
    return rij


def _vraag(state: State, vraag: str, gesprek: Gesprek) -> Antwoord:
    """Where the source that was asked is gone: of all sources."""
    bron = gesprek.bron if gesprek.bron in state.assistent.namen() else None
    return state.assistent.vraag(vraag, bron, gesprek.vragen())
