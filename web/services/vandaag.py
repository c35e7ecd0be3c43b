"""What waits for somebody today, by what that person may do: each line a number that leads somewhere."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from web.access import Handeling, Soort, Wie, mag
from web.contexts.start import Wachtregel
from web.kluis.fase import Fase
from web.models import Aanbesteding
from web.repositories import aanbestedingen, inschrijvingen, scores, wachtend
from web.services.besluiten import STANDEN
from web.services.datum import dag_kort, moment, nederlandse_tijd

BINNENKORT = timedelta(days=14)
"""A closing that is so near is urgent."""


def wachtregels(session: Session, wie: Wie, nu: datetime) -> tuple[Wachtregel, ...]:
    """What is urgent first. `nu`: UTC."""
    regels = [
        *(_plaatsing(session, nu) if mag(wie, Handeling.MAKEN, Soort.RONDE) else ()),
        *(_beoordeling(session, wie, nu) if mag(wie, Handeling.LEZEN, Soort.INSCHRIJVING) else ()),
        *(_kluizen(session, wie, nu) if mag(wie, Handeling.LEZEN, Soort.KLUIS) else ()),
        *(_inschrijven(session, nu) if mag(wie, Handeling.MAKEN, Soort.INZENDING) else ()),
        *(_beheer(session, wie, nu) if mag(wie, Handeling.LEZEN, Soort.GEBRUIKER) else ()),
    ]
    return tuple(sorted(regels, key=lambda regel: not regel.dringend))


def _plaatsing(session: Session, nu: datetime) -> Iterator[Wachtregel]:
    vandaag = nederlandse_tijd(nu).date()
    starten = wachtend.wachtende_jeugdigen(session)
    if starten:
        langst = max(((vandaag - dag).days // 7 for tekst in starten if (dag := _dag(tekst))), default=0)
        meer = f"Het langst wacht iemand {_weken(langst)}." if langst > 0 else ""
        wat = "jeugdige wacht op een plek" if len(starten) == 1 else "jeugdigen wachten op een plek"
        yield Wachtregel(str(len(starten)), wat, "/register/jeugdigen", meer)
    for ronde_id, standen in list(wachtend.laatste_standen(session).items())[:1]:
        if open_ := [s for s in standen if STANDEN[s].volgende and not STANDEN[s].weigering]:
            wat = "voorstel is nog niet rond" if len(open_) == 1 else "voorstellen zijn nog niet rond"
            yield Wachtregel(str(len(open_)), wat, f"/plaatsing/{ronde_id}")
        if af := [s for s in standen if STANDEN[s].weigering]:
            wat = (
                "plek is geweigerd of ingetrokken"
                if len(af) == 1
                else "plekken zijn geweigerd of ingetrokken"
            )
            yield Wachtregel(
                str(len(af)), wat, f"/plaatsing/{ronde_id}", "De reden telt mee in een volgende ronde.", True
            )
    if klaar := wachtend.klare_rondes(session, wachtend.laatste_publicatie(session)):
        wat = (
            "plan is klaar en nog niet gepubliceerd"
            if len(klaar) == 1
            else "plannen zijn klaar en niet gepubliceerd"
        )
        yield Wachtregel(str(len(klaar)), wat, f"/plaatsing/{klaar[0]}" if len(klaar) == 1 else "/plaatsing")
    if fout := wachtend.mislukt(session, "plaatsing", nu - BINNENKORT):
        wat = "ronde is mislukt" if fout == 1 else "rondes zijn mislukt"
        yield Wachtregel(str(fout), wat, "/plaatsing", dringend=True)


def _beoordeling(session: Session, wie: Wie, nu: datetime) -> Iterator[Wachtregel]:
    aantal, met_knockout = wachtend.ongelezen(session, wie.gebruiker_id)
    if aantal:
        wat = "inschrijving om te lezen" if aantal == 1 else "inschrijvingen om te lezen"
        meer = f"Bij {met_knockout} staat een knock-out in het voorstel." if met_knockout else ""
        yield Wachtregel(str(aantal), wat, "/beoordeling", meer)
    for aanbesteding_id, gevraagd in wachtend.te_scoren(session, wie.gebruiker_id).items():
        gegeven = {
            (s.inschrijving_id, s.perceel, s.criterium)
            for s in scores.own_of(session, wie.gebruiker_id, aanbesteding_id)
            if s.ingediend
        }
        if nog := len(gevraagd - gegeven):
            wat = "score om te geven" if nog == 1 else "scores om te geven"
            yield Wachtregel(str(nog), wat, f"/aanbestedingen/{aanbesteding_id}/scoren")
    vragen, bod = wachtend.vragen_klaar(session)
    if vragen:
        wat = "vraag staat klaar voor een brief" if vragen == 1 else "vragen staan klaar voor een brief"
        yield Wachtregel(str(vragen), wat, f"/beoordeling/{bod}/vragen")
    if brieven := wachtend.brieven(session, nederlandse_tijd(nu).date()):
        bod, dag = brieven[0]
        wat = "brief wacht op antwoord" if len(brieven) == 1 else "brieven wachten op antwoord"
        yield Wachtregel(
            str(len(brieven)), wat, f"/beoordeling/{bod}/vragen", f"De eerste tot {dag_kort(dag)}."
        )
    if fout := wachtend.mislukt(session, "inschrijving", nu - BINNENKORT):
        wat = "controle is mislukt" if fout == 1 else "controles zijn mislukt"
        yield Wachtregel(str(fout), wat, "/beoordeling", dringend=True)


def _kluizen(session: Session, wie: Wie, nu: datetime) -> Iterator[Wachtregel]:
    """Tenders of the own region, and the keys that this person holds."""
    taken = {t.aanbesteding.id: t for t in wachtend.sleuteltaken(session, wie.gebruiker_id)}
    for a in aanbestedingen.all_of_region(session, wie.organisatie_id):
        adres, fase, taak = f"/aanbestedingen/{a.id}", a.planning.fase(nu), taken.get(a.id)
        if taak and not taak.gemaakt and fase is Fase.VOORBEREIDING:
            yield Wachtregel("1", f"sleutel om te maken voor de kluis van {a.naam}", adres, dringend=True)
        elif fase is Fase.GESLOTEN and taak:
            meer = f"Dat kan tot {moment(a.planning.open_tot)}, samen met een tweede sleutelhouder."
            yield Wachtregel("1", f"kluis om te openen: {a.naam}", adres, meer, True)
        elif fase is Fase.OPEN:
            yield _sluiting(a, nu, adres, "")


def _inschrijven(session: Session, nu: datetime) -> Iterator[Wachtregel]:
    binnen = wachtend.ingediend(session)
    for a in aanbestedingen.published(session):
        if a.planning.fase(nu) is Fase.OPEN:
            meer = "U hebt ingediend." if a.id in binnen else "U hebt nog niet ingediend."
            yield _sluiting(a, nu, f"/indienen/{a.id}", meer, a.id in binnen)
    for concept in inschrijvingen.recent(session, "zelfcheck", 1):
        punten = (concept.knockouts or 0) + (concept.aandachtspunten or 0)
        if punten:
            wat = "punt om na te kijken" if punten == 1 else "punten om na te kijken"
            yield Wachtregel(str(punten), f"{wat} in uw laatste concept", f"/zelfcheck/{concept.id}")


def _beheer(session: Session, wie: Wie, nu: datetime) -> Iterator[Wachtregel]:
    if wacht := wachtend.aanvragen(session):
        wat = "aanvraag voor een account" if len(wacht) == 1 else "aanvragen voor een account"
        yield Wachtregel(str(len(wacht)), wat, f"/beheer/aanvraag/{wacht[0]}", dringend=True)
    if eerste := wachtend.eerste_wachtwoorden(session, wie.organisatie_id):
        wat = "collega is" if eerste == 1 else "collega's zijn"
        yield Wachtregel(str(eerste), f"{wat} nog niet binnen geweest met het eerste wachtwoord", "/beheer")
    if sleutels := wachtend.aflopende_sleutels(session, nu, nu + BINNENKORT):
        wat = "sleutel van een programma loopt" if sleutels == 1 else "sleutels van programma's lopen"
        yield Wachtregel(str(sleutels), f"{wat} binnen 14 dagen af", "/sleutels")
    if keren := wachtend.geweigerd(session, wie.organisatie_id, nu - timedelta(days=1)):
        yield Wachtregel(
            str(keren),
            "keer is iets geweigerd",
            "/logboek?zoek=geweigerd",
            "Sinds gisteren, in uw organisatie.",
        )


def _sluiting(a: Aanbesteding, nu: datetime, adres: str, meer: str, klaar: bool = False) -> Wachtregel:
    nog = a.sluiting - nu
    if nog >= timedelta(days=1):
        aantal, wat = str(nog.days), "dag" if nog.days == 1 else "dagen"
    else:
        aantal, wat = str(nog.seconds // 3600), "uur"
    sluit = f"Sluit {moment(a.sluiting)}. {meer}".strip()
    return Wachtregel(aantal, f"{wat} tot {a.naam} sluit", adres, sluit, nog < BINNENKORT and not klaar)


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _weken(aantal: int) -> str:
    return "1 week" if aantal == 1 else f"{aantal} weken"
