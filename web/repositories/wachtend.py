"""Counts of what waits for somebody. Each is one query within the limits of the session."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from web.models import (
    Aanbesteding,
    Aanwijzing,
    Accountaanvraag,
    Apisleutel,
    Besluitstap,
    Eisbesluit,
    Gebruiker,
    Inschrijving,
    Inzending,
    Inzendingversie,
    Job,
    JobStatus,
    Lijstvraag,
    Logregel,
    Plaatsingsronde,
    Registerrij,
    Registersoort,
    Sleutelhouder,
    Toelating,
    Vragenbrief,
    Wachtwoord,
)


def wachtende_jeugdigen(session: Session) -> list[str]:
    """The field `start` of each jeugdige of the register who lives in no groep."""
    query = select(Registerrij.velden).where(Registerrij.soort == Registersoort.JEUGDIGE.value)
    return [v.get("start", "") for v in session.scalars(query) if not v.get("huidige_groep")]


def klare_rondes(session: Session, na: datetime | None) -> list[str]:
    """Ids of rondes with a plan that was not published, made after this moment; the latest first."""
    query = select(Plaatsingsronde.id).where(
        Plaatsingsronde.status.in_(("OPTIMAL", "FEASIBLE")), Plaatsingsronde.gepubliceerd.is_(None)
    )
    if na is not None:
        query = query.where(Plaatsingsronde.gemaakt > na)
    return list(session.scalars(query.order_by(Plaatsingsronde.gemaakt.desc())))


def laatste_standen(session: Session) -> dict[str, list[str]]:
    """By ronde the stand of each jeugdige for whom somebody took a step; the latest ronde first."""
    laatste = select(func.max(Besluitstap.tijd)).group_by(Besluitstap.ronde_id, Besluitstap.jeugdige_id)
    query = (
        select(Besluitstap.ronde_id, Besluitstap.stand)
        .join(Plaatsingsronde, Plaatsingsronde.id == Besluitstap.ronde_id)
        .where(Besluitstap.tijd.in_(laatste))
        .order_by(Plaatsingsronde.gemaakt.desc())
    )
    standen: dict[str, list[str]] = {}
    for ronde_id, stand in session.execute(query):
        standen.setdefault(ronde_id, []).append(stand)
    return standen


def laatste_publicatie(session: Session) -> datetime | None:
    return session.scalar(select(func.max(Plaatsingsronde.gepubliceerd)))


def mislukt(session: Session, soort: str, na: datetime) -> int:
    """Jobs of a kind that failed since, and were not done again."""
    later = select(Job.subject_id).where(Job.kind == soort, Job.status == JobStatus.DONE)
    query = select(func.count(Job.id)).where(
        Job.kind == soort, Job.status == JobStatus.FAILED, Job.created > na, Job.subject_id.not_in(later)
    )
    return session.scalar(query) or 0


def ongelezen(session: Session, gebruiker_id: str) -> tuple[int, int]:
    """Checked bids on which this person decided nothing yet, and how many of them have a knock-out."""
    gelezen = select(Eisbesluit.inschrijving_id).where(Eisbesluit.gebruiker_id == gebruiker_id)
    query = select(Inschrijving.knockouts).where(
        Inschrijving.doel == "beoordeling",
        Inschrijving.knockouts.is_not(None),
        Inschrijving.id.not_in(gelezen),
    )
    knockouts = list(session.scalars(query))
    return len(knockouts), sum(bool(aantal) for aantal in knockouts)


def vragen_klaar(session: Session) -> tuple[int, str]:
    """Questions that wait for a letter, and one bid that they are for."""
    query = select(Lijstvraag.inschrijving_id).order_by(Lijstvraag.tijd)
    bij = list(session.scalars(query))
    return len(bij), bij[0] if bij else ""


def brieven(session: Session, vandaag: date) -> list[tuple[str, date]]:
    """The bids that may still answer a letter, with the last day, the first first."""
    query = select(Vragenbrief.inschrijving_id, Vragenbrief.uiterlijk)
    query = query.where(Vragenbrief.uiterlijk >= vandaag).order_by(Vragenbrief.uiterlijk)
    return [(bod, dag) for bod, dag in session.execute(query)]


def te_scoren(session: Session, gebruiker_id: str) -> dict[str, set[tuple[str, int, str]]]:
    """By opened tender what this person is named to score: bid, perceel and criterium, of bids that take
    part."""
    besluiten = select(Toelating.inschrijving_id, Toelating.perceel, Toelating.besluit)
    besluit = {
        (bod, perceel): b for bod, perceel, b in session.execute(besluiten.order_by(Toelating.volgnummer))
    }
    query = (
        select(Aanwijzing.aanbesteding_id, Aanwijzing.perceel, Aanwijzing.criterium, Inschrijving.id)
        .join(Inzending, Inzending.aanbesteding_id == Aanwijzing.aanbesteding_id)
        .join(Inschrijving, Inschrijving.inzending_id == Inzending.id)
        .where(Aanwijzing.gebruiker_id == gebruiker_id)
    )
    gevraagd: dict[str, set[tuple[str, int, str]]] = {}
    for aanbesteding_id, perceel, criterium, bod in session.execute(query):
        if besluit.get((bod, perceel)) == "toegelaten":
            gevraagd.setdefault(aanbesteding_id, set()).add((bod, perceel, criterium))
    return gevraagd


@dataclass(frozen=True, slots=True)
class Sleuteltaak:
    """A vault that this person holds a key of."""

    aanbesteding: Aanbesteding
    gemaakt: bool


def sleuteltaken(session: Session, gebruiker_id: str) -> list[Sleuteltaak]:
    """Of tenders that are not opened yet."""
    query = (
        select(Aanbesteding, Sleutelhouder.publiek)
        .join(Sleutelhouder, Sleutelhouder.aanbesteding_id == Aanbesteding.id)
        .where(Sleutelhouder.gebruiker_id == gebruiker_id, Aanbesteding.geopend.is_(None))
    )
    return [Sleuteltaak(a, publiek is not None) for a, publiek in session.execute(query)]


def ingediend(session: Session) -> set[str]:
    """The tenders in which a bid of the own organisation counts."""
    query = select(Inzending.aanbesteding_id).where(
        Inzending.versies.any(Inzendingversie.vervallen.is_(None))
    )
    return set(session.scalars(query))


def aanvragen(session: Session) -> list[str]:
    """Ids of the requests for an account that nobody decided on, the oldest first."""
    query = select(Accountaanvraag.id).where(Accountaanvraag.besloten.is_(None))
    return list(session.scalars(query.order_by(Accountaanvraag.gemaakt)))


def eerste_wachtwoorden(session: Session, organisatie_id: str) -> int:
    """People of this organisation who did not yet come in with the password they were given."""
    query = (
        select(func.count(Gebruiker.id))
        .join(Wachtwoord, Wachtwoord.gebruiker_id == Gebruiker.id)
        .where(
            Gebruiker.organisatie_id == organisatie_id,
            Gebruiker.actief.is_(True),
            Wachtwoord.eenmalig.is_(True),
        )
    )
    return session.scalar(query) or 0


def aflopende_sleutels(session: Session, nu: datetime, tot: datetime) -> int:
    query = select(func.count(Apisleutel.id)).where(Apisleutel.verloopt > nu, Apisleutel.verloopt <= tot)
    return session.scalar(query) or 0


def geweigerd(session: Session, organisatie_id: str, na: datetime) -> int:
    """Lines of the log of this organisation that tell of a refusal."""
    query = select(func.count(Logregel.nummer)).where(
        Logregel.organisatie_id == organisatie_id, Logregel.uitkomst == "geweigerd", Logregel.tijd > na
    )
    return session.scalar(query) or 0
