"""A plan as a calendar: a day for each start, move and end."""

import hashlib
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from matcher import Plan, Probleem
from web.services.datum import dag_van_week


def als_agenda(probleem: Probleem, plan: Plan, ronde: str, gemaakt: datetime, eigenaar_id: str) -> bytes:
    """An .ics file. The same start of the same phase has the same UID in every plan of a region, so that a
    later file moves the days of an earlier one. `gemaakt` (UTC, without a zone) is the moment of each event.

    Who lives in a groep already has no start there; a stay that lasts beyond the plan has no end.
    """
    agenda = Calendar()
    agenda.add("prodid", "-//Thuisplek//Plaatsing//NL")
    agenda.add("version", "2.0")
    agenda.add("x-wr-calname", f"Plaatsing {ronde}")
    for jeugdige_id, rij in plan.per_jeugdige.items():
        jeugdige = probleem.jeugdigen[jeugdige_id]
        vorige = jeugdige.huidige_groep
        for p in rij:
            if p.groep_id != vorige:
                wat = "begint" if vorige is None else "verhuist naar"
                tekst = f"{jeugdige_id} {wat}{' in' if vorige is None else ''} {p.groep_id}"
                dag = dag_van_week(probleem.peildatum, p.week_van)
                locatie = probleem.groepen[p.groep_id].locatie
                uid = _uid(eigenaar_id, jeugdige_id, f"start {p.fase}")
                agenda.add_component(_dag(uid, tekst, dag, locatie, gemaakt))
            vorige = p.groep_id
        laatste = rij[-1]
        if laatste.week_tot < probleem.horizon:
            dag = dag_van_week(probleem.peildatum, laatste.week_tot)
            locatie = probleem.groepen[laatste.groep_id].locatie
            tekst = f"{jeugdige_id} vertrekt uit {laatste.groep_id}"
            uid = _uid(eigenaar_id, jeugdige_id, "einde")
            agenda.add_component(_dag(uid, tekst, dag, locatie, gemaakt))
    inhoud: bytes = agenda.to_ical()
    return inhoud


def _uid(eigenaar_id: str, jeugdige_id: str, wat: str) -> str:
    kern = hashlib.sha256(f"{eigenaar_id}\n{jeugdige_id}\n{wat}".encode()).hexdigest()[:32]
    return f"{kern}@thuisplek"


def _dag(uid: str, tekst: str, dag: date, locatie: str, gemaakt: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", gemaakt.replace(tzinfo=UTC))
    event.add("dtstart", dag)
    event.add("dtend", dag + timedelta(days=1))
    event.add("summary", tekst)
    event.add("location", locatie)
    event.add("transp", "TRANSPARENT")
    return event
