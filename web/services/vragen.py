"""Questions to a bidder: put on a list, edited, and sent in a letter that is kept as it was made."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from compliance.rapport import Bewijs
from compliance.verslag.beeld import tender_van
from compliance.verslag.vragenbrief import WERKDAGEN, Brief, Briefvraag, vragenbrief
from compliance.vragen import vraag_over, vragen_aan_inschrijver
from knowledge.calculators.termijnen.dagen import verschuif
from knowledge.errors import InvoerFout
from web.access import Wie
from web.contexts.basis import Veldfout
from web.contexts.vragen import Briefregel, Voorstelvraag, Vraagregel, Vragenpagina
from web.models import Lijstvraag, Vragenbrief
from web.repositories import aanbestedingen, inzendingen
from web.repositories import vragen as rijen
from web.services.beoordeling import Beoordeeld
from web.services.datum import nederlandse_tijd
from web.services.inschrijvingen import inzending_van

LANGSTE_VRAAG = 2000


def zet_erbij(session: Session, wie: Wie, bod: Beoordeeld, sleutels: Iterable[str], nu: datetime) -> None:
    """Put questions about these points on the list. What is there already stays as it is."""
    id_ = bod.inschrijving.id
    al = {v.sleutel for v in rijen.on_list(session, id_)}
    tender = tender_van(bod.rapport.tender)
    for sleutel in dict.fromkeys(sleutels):
        vraag = None if sleutel in al else vraag_over(bod.rapport, tender, sleutel)
        if vraag is None:
            continue
        rijen.add(
            session,
            Lijstvraag(
                eigenaar_id=wie.organisatie_id,
                inschrijving_id=id_,
                sleutel=sleutel,
                soort=vraag.soort,
                onderwerp=vraag.onderwerp,
                tekst=vraag.tekst,
                aanleiding=vraag.aanleiding,
                bewijs=[b.model_dump(mode="json") for b in vraag.bewijs],
                gebruiker_id=wie.gebruiker_id,
                door=wie.naam,
                tijd=nu,
            ),
        )


def bewaar(session: Session, wie: Wie, bod: Beoordeeld, velden: Mapping[str, str], nu: datetime) -> None:
    """Keep the texts as they are in the form ("tekst-<id>"), after `controleer`."""
    for vraag in rijen.on_list(session, bod.inschrijving.id):
        tekst = velden.get(f"tekst-{vraag.id}", vraag.tekst).replace("\r\n", "\n").strip()
        if tekst != vraag.tekst:
            vraag.tekst, vraag.gebruiker_id, vraag.door, vraag.tijd = tekst, wie.gebruiker_id, wie.naam, nu


def haal_weg(session: Session, bod: Beoordeeld, vraag_id: str) -> None:
    for vraag in rijen.on_list(session, bod.inschrijving.id):
        if vraag.id == vraag_id:
            rijen.remove(session, vraag)


def controleer(velden: Mapping[str, str]) -> tuple[Veldfout, ...]:
    """What has to be mended in the texts of the questions."""
    fouten = []
    for naam, tekst in velden.items():
        if not naam.startswith("tekst-"):
            continue
        if not tekst.strip():
            fouten.append(Veldfout(naam, "Schrijf de vraag op, of haal haar van de lijst."))
        elif len(tekst) > LANGSTE_VRAAG:
            fouten.append(Veldfout(naam, f"Maak de vraag korter: hoogstens {LANGSTE_VRAAG} tekens."))
    return tuple(fouten)


def lees_dag(tekst: str, vandaag: date) -> date:
    """The last day for an answer, of "05-12-2026". Raises InvoerFout for what is no day after today."""
    delen = re.fullmatch(r"\s*(\d{1,2})-(\d{1,2})-(\d{4})\s*", tekst)
    try:
        dag = date(int(delen[3]), int(delen[2]), int(delen[1])) if delen else None
    except ValueError:
        dag = None
    if dag is None:
        raise InvoerFout("Vul een datum in zoals 05-12-2026.")
    if dag <= vandaag:
        raise InvoerFout("Kies een dag na vandaag: de inschrijver heeft tijd nodig.")
    return dag


def maak_brief(session: Session, wie: Wie, bod: Beoordeeld, uiterlijk: date, nu: datetime) -> Vragenbrief:
    """The letter with all that is on the list; the list is empty after it. Raises InvoerFout when it was
    empty before."""
    lijst = _lijst(session, bod)
    if not lijst:
        raise InvoerFout("Zet eerst een vraag op de lijst.")
    document = vragenbrief(
        Brief(
            regio=wie.organisatie,
            inschrijver=bod.inschrijving.naam,
            aanbesteding=_aanbesteding(session, bod),
            dag=nederlandse_tijd(nu).date(),
            uiterlijk=uiterlijk,
            ondertekenaar=wie.naam,
            aanvullingen=tuple(_briefvraag(v) for v in lijst if v.soort == "aanvulling"),
            verduidelijkingen=tuple(_briefvraag(v) for v in lijst if v.soort != "aanvulling"),
        )
    )
    inhoud = [
        {"sleutel": v.sleutel, "soort": v.soort, "onderwerp": v.onderwerp, "tekst": v.tekst, "door": v.door}
        for v in lijst
    ]
    brief = rijen.add_letter(
        session,
        wie.organisatie_id,
        bod.inschrijving.id,
        wie.gebruiker_id,
        wie.naam,
        nu,
        uiterlijk,
        inhoud,
        document,
    )
    for vraag in lijst:
        rijen.remove(session, vraag)
    return brief


def vragenpagina(
    session: Session,
    bod: Beoordeeld,
    nu: datetime,
    velden: Mapping[str, str] | None = None,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
) -> Vragenpagina:
    """`velden`: what somebody wrote, when it is not what is kept."""
    velden = velden or {}
    id_ = bod.inschrijving.id
    lijst, brieven = _lijst(session, bod), rijen.letters(session, id_)
    staat_er = {v.sleutel for v in lijst}
    gevraagd = {v["sleutel"] for brief in brieven for v in brief.vragen}
    weg = {f"bevinding-{nummer}" for nummer, besluit in bod.bevindingen.items() if besluit.anders}
    vandaag = nederlandse_tijd(nu).date()
    return Vragenpagina(
        adres=bod.adres,
        naam=bod.inschrijving.naam,
        op_lijst=tuple(_regel(bod, v, velden.get(f"tekst-{v.id}", v.tekst)) for v in lijst),
        voorstellen=tuple(
            Voorstelvraag(v.sleutel, v.soort, v.onderwerp, v.aanleiding, v.sleutel in gevraagd)
            for v in vragen_aan_inschrijver(bod.rapport, tender_van(bod.rapport.tender))
            if v.sleutel not in staat_er | weg
        ),
        brieven=tuple(_brief(bod, b) for b in brieven),
        uiterlijk=velden.get("uiterlijk", f"{verschuif(vandaag, WERKDAGEN, 'werkdag'):%d-%m-%Y}"),
        werkdagen=WERKDAGEN,
        fouten=fouten,
        melding=melding,
    )


def _lijst(session: Session, bod: Beoordeeld) -> list[Lijstvraag]:
    """As the report has what they are about: documents, eisen, findings."""
    rapport = bod.voorstel
    plek = {
        sleutel: nummer
        for nummer, sleutel in enumerate(
            (
                *(f"stuk-{s.sleutel}" for s in rapport.stukken),
                *(f"eis-{o.id}" for o in rapport.eisen),
                *(f"bevinding-{n}" for n in range(1, len(rapport.bevindingen) + 1)),
            )
        )
    }
    return sorted(rijen.on_list(session, bod.inschrijving.id), key=lambda v: plek.get(v.sleutel, len(plek)))


def _regel(bod: Beoordeeld, vraag: Lijstvraag, tekst: str) -> Vraagregel:
    soort, _, naam = vraag.sleutel.partition("-")
    return Vraagregel(
        id=vraag.id,
        soort=vraag.soort,
        onderwerp=vraag.onderwerp,
        tekst=tekst,
        aanleiding=vraag.aanleiding,
        bewijs=_bewijs(vraag),
        lees="" if soort == "stuk" else f"{bod.adres}/{soort}/{naam}",
        door=vraag.door,
        tijd=vraag.tijd,
    )


def _brief(bod: Beoordeeld, brief: Vragenbrief) -> Briefregel:
    return Briefregel(
        adres=f"{bod.adres}/vragen/{brief.id}",
        tijd=brief.tijd,
        door=brief.door,
        uiterlijk=brief.uiterlijk,
        vragen=tuple((v["onderwerp"], v["tekst"]) for v in brief.vragen),
    )


def _briefvraag(vraag: Lijstvraag) -> Briefvraag:
    plekken = dict.fromkeys(b.bestand + (f", pagina {b.pagina}" if b.pagina else "") for b in _bewijs(vraag))
    return Briefvraag(vraag.onderwerp, vraag.tekst, tuple(plekken))


def _bewijs(vraag: Lijstvraag) -> tuple[Bewijs, ...]:
    return tuple(Bewijs.model_validate(b) for b in vraag.bewijs)


def _aanbesteding(session: Session, bod: Beoordeeld) -> str:
    """Name of the tender as the region calls it; of the catalogue for a bid that was uploaded here."""
    inzending = inzendingen.get(session, inzending_van(session, bod.inschrijving) or "")
    tender = aanbestedingen.get(session, inzending.aanbesteding_id) if inzending else None
    return tender.naam if tender else tender_van(bod.rapport.tender).naam
