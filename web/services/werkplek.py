"""The workplace of a bidder for one tender, put together for its page."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from knowledge.catalogue import load_tender
from knowledge.catalogue.models import Tender
from web.access import Wie
from web.contexts.lijsten import Lijstregel
from web.contexts.werkplek import Controle, Stap
from web.contexts.zelfcheck import Rekenlink
from web.gunning.opzet import percelen_van
from web.kluis.fase import Fase
from web.models import Aanbesteding, Herkansing, Inschrijving, Inzendingversie, Job, JobStatus, Werkplek
from web.repositories import aanbestedingen, herkansingen, inzendingen, jobs, werkplekken
from web.services.inschrijvingen import Inschrijvingsmap
from web.services.lijst import Lijst, maak_lijst
from web.services.overzicht import regels_van
from web.services.perceelkeuze import Keuze, lees_keuze
from web.services.rekenlinks import rekenlink
from web.services.zelfcheck import maak_takenlijst
from web.settings import Settings


@dataclass(frozen=True)
class Stand:
    """All that a page of a workplace is made of. `concept`: the latest draft, whose check may still run."""

    aanbesteding: Aanbesteding
    regio: str
    tender: Tender
    werkplek: Werkplek | None
    keuze: Keuze
    concept: Inschrijving | None
    job: Job | None
    eerder: tuple[Lijstregel, ...]
    ingediend: Inzendingversie | None
    herkansing: Herkansing | None

    @property
    def te_kiezen(self) -> Tender:
        """With only the percelen that this tender asks: the others cannot be chosen."""
        return _te_kiezen(self.aanbesteding, self.tender)

    @property
    def nagekeken(self) -> bool:
        return self.job is not None and self.job.status == JobStatus.DONE


def lees_stand(session: Session, wie: Wie, aanbesteding_id: str, nu: datetime) -> Stand | None:
    """None for a tender that is not there, or takes no bids yet."""
    aanbesteding = aanbestedingen.get(session, aanbesteding_id)
    if aanbesteding is None or aanbesteding.planning.fase(nu) is Fase.VOORBEREIDING:
        return None
    tender = load_tender(aanbesteding.catalogus)
    werkplek = werkplekken.own(session, wie.organisatie_id, aanbesteding_id)
    concepten = werkplekken.drafts(session, werkplek.id) if werkplek else []
    concept = concepten[0] if concepten else None
    inzending = inzendingen.own(session, wie.organisatie_id, aanbesteding_id)
    ingediend = inzending.geldend if inzending else None
    for met_bestanden in (concept, ingediend):
        _ = met_bestanden.bestanden if met_bestanden else ()  # loaded while the session is open
    return Stand(
        aanbesteding=aanbesteding,
        regio=aanbestedingen.region_name(session, aanbesteding),
        tender=tender,
        werkplek=werkplek,
        keuze=keuze_van(_te_kiezen(aanbesteding, tender), werkplek),
        concept=concept,
        job=jobs.of_subject(session, concept.id) if concept else None,
        eerder=regels_van(session, concepten[1:6]),
        ingediend=ingediend,
        herkansing=herkansingen.of_bid(session, inzending.id) if inzending else None,
    )


def _te_kiezen(aanbesteding: Aanbesteding, tender: Tender) -> Tender:
    return tender.model_copy(update={"percelen": percelen_van(aanbesteding, tender)})


def keuze_van(tender: Tender, werkplek: Werkplek | None) -> Keuze:
    if werkplek is None:
        return Keuze(frozenset(), frozenset(), frozenset())
    return lees_keuze(tender, map(str, werkplek.percelen), werkplek.vormen, werkplek.gevallen)


def lijst_van(stand: Stand, settings: Settings) -> Lijst:
    rapport = None
    if stand.concept is not None and stand.nagekeken:
        rapport = Inschrijvingsmap.of(settings, stand.concept.id).rapport()
    return maak_lijst(stand.tender, stand.keuze, stand.werkplek, rapport, stand.ingediend)


def controle_van(stand: Stand, settings: Settings) -> Controle | None:
    """The latest check; None before the first."""
    if stand.concept is None or stand.job is None:
        return None
    aantal = eerst = 0
    if stand.nagekeken:
        rapport = Inschrijvingsmap.of(settings, stand.concept.id).rapport()
        taken = maak_takenlijst(rapport, stand.tender, [b.naam for b in stand.concept.bestanden])
        aantal, eerst = taken.aantal, len(taken.eerst)
    return Controle(
        adres=f"/zelfcheck/{stand.concept.id}",
        gemaakt=stand.concept.gemaakt,
        toestand="klaar" if stand.nagekeken else "bezig" if stand.job.active else "mislukt",
        open=aantal,
        eerst=eerst,
        bestanden=len(stand.concept.bestanden),
    )


def rekenlinks_van(stand: Stand, settings: Settings) -> tuple[Rekenlink, ...]:
    if stand.concept is None or not stand.nagekeken:
        return ()
    waarden = Inschrijvingsmap.of(settings, stand.concept.id).waarden()
    return tuple(rekenlink(waarde, stand.tender) for waarde in waarden)


def stappen_van(stand: Stand, controle: Controle | None) -> tuple[Stap, ...]:
    """Four steps, of which the first that is not done is the one for now."""
    adres = f"/werkplek/{stand.aanbesteding.id}"
    gekozen, klaar = bool(stand.keuze.percelen), controle is not None and controle.toestand == "klaar"
    verbeterd = klaar and controle is not None and controle.eerst == 0
    rij = (
        ("Kies uw percelen", "Waarop wilt u inschrijven?", f"{adres}/percelen", gekozen),
        ("Laat uw stukken nakijken", "U ziet meteen wat er nog kan.", f"{adres}#nakijken", klaar),
        (
            "Verbeter wat nog open staat",
            "Eén bestand tegelijk mag.",
            controle.adres if controle else f"{adres}#nakijken",
            verbeterd,
        ),
        ("Dien in", "U krijgt een ontvangstbewijs.", f"{adres}#indienen", stand.ingediend is not None),
    )
    nu = next((n for n, stap in enumerate(rij) if not stap[3]), len(rij))
    if stand.ingediend is not None:
        nu = len(rij)
    standen = ("klaar" if stap[3] else "nu" if n == nu else "straks" for n, stap in enumerate(rij))
    return tuple(Stap(*stap[:3], stand_) for stap, stand_ in zip(rij, standen, strict=True))
