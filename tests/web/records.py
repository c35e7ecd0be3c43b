"""Real records of every kind that an address can name, for the tests of the doors (test_deuren.py).

A new route with a new kind of record: add how to make one to `MAKERS`.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pyrage import x25519

from compliance.controle import judge_documents
from compliance.demo import write_demo
from knowledge.catalogue import load_tender
from knowledge.documents import read_documents
from matcher import check, read_folder, solve
from matcher.demo import schrijf_demo
from web.access import Wie
from web.auth import apisleutels, sessies
from web.auth.sessies import wie_van
from web.gunning.stand import TOEGELATEN
from web.gunning.stap import Stapsoort
from web.models import Accountaanvraag, Inschrijving, JobStatus, Organisatiesoort, Rol
from web.models.base import new_id, now
from web.models.register import Registersoort
from web.repositories import (
    aanbestedingen,
    aanvragen,
    antwoorden,
    besluiten,
    gebruikers,
    inschrijvingen,
    inzendingen,
    jobs,
    kluis,
    register,
    rondes,
    scores,
    varianten,
    vragen,
)
from web.repositories import sessies as sessierijen
from web.repositories.scores import Onderwerp
from web.services import consensus, gunnen, scoren, toelating
from web.services import register as registers
from web.services.antwoorden import bewaar
from web.services.bewijs import nieuw_nummer
from web.services.consensus import Overleg
from web.services.datum import nederlandse_tijd
from web.services.gesprek import Gesprek
from web.services.gunnen import Stap
from web.services.inschrijvingen import Inschrijvingsmap
from web.services.passages import passages
from web.services.plaatsingen import Rondemap, variantmap
from web.services.toelating import Keuze
from web.services.voornemen import Voornemen
from web.settings import Settings
from web.state import State


@dataclass(frozen=True)
class Voorraad:
    """A solved ronde and a judged bid, made once and copied for each record."""

    map: Path
    passage: str

    @property
    def settings(self) -> Settings:
        return Settings(self.map)


STAM = "0" * 24
"""The id of the ronde and the bid that are copied."""


def maak_voorraad(map_: Path) -> Voorraad:
    settings = Settings(map_)
    ronde = Rondemap.of(settings, STAM)
    ronde.invoer.mkdir(parents=True)
    schrijf_demo(ronde.invoer, date(2026, 1, 5))
    probleem = read_folder(ronde.invoer)
    plan = solve(probleem, seconds=2, workers=1)
    ronde.bewaar(plan, check(probleem, plan))
    bod = Inschrijvingsmap.of(settings, STAM)
    rijen = bod.neem_op(write_demo(bod.map / "demo"))
    documenten = read_documents(bod.bestanden(Inschrijving(bestanden=rijen)))
    rapport = judge_documents(documenten)
    bod.bewaar(rapport, documenten)
    return Voorraad(map_, next(iter(passages(rapport, load_tender()))).sleutel)


JEUGDIGE = "B01"
"""One who lives somewhere in the demo region."""

Maker = Callable[[State, Voorraad, Wie], dict[str, str]]
"""Makes a record that belongs to this person's organisation; gives the parameters of its address."""


def een_ronde(state: State, voorraad: Voorraad, wie: Wie) -> dict[str, str]:
    with state.database.session(write=True) as session:
        ronde = rondes.add(session, wie.organisatie_id, "Ronde", 5)
        ronde.status, ronde.geplaatst, ronde.niet_geplaatst = "FEASIBLE", 1, 1
        verzoek = besluiten.add_verzoek(session, wie.organisatie_id, ronde.id, JEUGDIGE)
        for soort, van in (("plaatsing", ronde.id), ("uitleg", verzoek.id)):
            jobs.add(session, wie.organisatie_id, soort, van).status = JobStatus.DONE
    shutil.copytree(Rondemap.of(voorraad.settings, STAM).map, Rondemap.of(state.settings, ronde.id).map)
    return {"ronde_id": ronde.id}


def een_variant(state: State, voorraad: Voorraad, wie: Wie) -> dict[str, str]:
    """A what-if whose plan is that of its ronde."""
    ronde = een_ronde(state, voorraad, wie)
    with state.database.session(write=True) as session:
        tried = Voornemen(bedden={"G01": 1}).to_json()
        variant = varianten.add(session, wie.organisatie_id, ronde["ronde_id"], "Variant", wie.naam, tried)
        variant.status, variant.punten, variant.verschuift = "FEASIBLE", 0, 0
        jobs.add(session, wie.organisatie_id, "variant", variant.id).status = JobStatus.DONE
    map_ = Rondemap.of(state.settings, ronde["ronde_id"])
    shutil.copytree(Rondemap.of(voorraad.settings, STAM).map, variantmap(map_, variant.id).map)
    return {**ronde, "variant_id": variant.id}


def een_inschrijving(doel: str) -> Maker:
    def maak(state: State, voorraad: Voorraad, wie: Wie) -> dict[str, str]:
        bron = Inschrijvingsmap.of(voorraad.settings, STAM)
        with state.database.session(write=True) as session:
            bod = inschrijvingen.add(session, wie.organisatie_id, doel, "Bod")
            map_ = Inschrijvingsmap.of(state.settings, bod.id)
            inschrijvingen.set_files(bod, map_.neem_op(sorted((bron.map / "demo").iterdir())))
            job = jobs.add(session, wie.organisatie_id, "inschrijving", bod.id)
            job.status = JobStatus.DONE
            brief = vragen.add_letter(
                session,
                wie.organisatie_id,
                bod.id,
                wie.gebruiker_id,
                wie.naam,
                now(),
                date(2026, 1, 5),
                [],
                b"",
            )
        for naam in ("teksten.json", "rapport.json"):
            shutil.copy(bron.map / naam, map_.map / naam)
        pdf = next(b for b in bod.bestanden if b.opslagnaam.endswith(".pdf"))
        return {
            "id": bod.id,
            "sleutel": voorraad.passage,
            "bestand": str(pdf.nummer),
            "pagina": "1",
            "eis_id": "12",
            "nummer": "1",
            "brief_id": brief.id,
        }

    return maak


def een_jeugdige(state: State, _: Voorraad, wie: Wie) -> dict[str, str]:
    kolommen = dict.fromkeys(registers.KOLOMMEN[Registersoort.JEUGDIGE], "")
    with state.database.session(write=True) as session:
        rij = register.rijen(session, Registersoort.JEUGDIGE)
        kolommen[next(iter(kolommen))] = f"P-{len(rij)}"
        nieuw = registers.voeg_toe(session, wie, Registersoort.JEUGDIGE, kolommen, "")
    return {"naam": "jeugdigen", "rij_id": nieuw.id}


def een_import(state: State, _: Voorraad, wie: Wie) -> dict[str, str]:
    with state.database.session(write=True) as session:
        return {"import_id": register.add_import(session, wie.organisatie_id, {}, [], []).id}


def een_groep(state: State, _: Voorraad, wie: Wie) -> dict[str, str]:
    kolommen = dict.fromkeys(registers.KOLOMMEN[Registersoort.GROEP], "") | {"capaciteit": "1"}
    with state.database.session(write=True) as session:
        kolommen["groep_id"] = f"G-{len(register.rijen(session, Registersoort.GROEP))}"
        return {"id": registers.voeg_toe(session, wie, Registersoort.GROEP, kolommen, "").id}


def een_sleutel(state: State, _: Voorraad, wie: Wie) -> dict[str, str]:
    with state.database.session(write=True) as session:
        return {"sleutel_id": apisleutels.maak(session, wie, "Programma", (), 5)[0].id}


def een_aanbesteding(state: State, _: Voorraad, wie: Wie) -> dict[str, str]:
    """One that takes bids, with a bid of the person's own organisation."""
    with state.database.session(write=True) as session:
        gemaakt = aanbestedingen.add(
            session, wie.organisatie_id, "Proef", "ijsselland_2023", now() + timedelta(days=9), 24
        )
        gemaakt.kluis_ontvanger = str(x25519.Identity.generate().to_public())
        inzending = inzendingen.add(session, wie.organisatie_id, gemaakt.id)
        bewijs = nieuw_nummer()
        inzendingen.add_version(session, inzending, bewijs, now(), wie.naam, "0" * 64, [])
    return {"id": gemaakt.id, "aanbesteding_id": gemaakt.id, "bewijs": bewijs}


def een_antwoord(state: State, _: Voorraad, wie: Wie) -> dict[str, str]:
    """An answer that this person keeps."""
    antwoord = state.assistent.vraag("Binnen hoeveel weken moet een klacht zijn afgehandeld?")
    rij = bewaar(wie, antwoord, Gesprek(), state.assistent.stand())
    with state.database.session(write=True) as session:
        antwoorden.add(session, rij)
    return {"antwoord_id": rij.id}


def een_beoordeling(state: State, _: Voorraad, wie: Wie) -> dict[str, str]:
    """An opened tender with a bid whose plan for perceel 1 the person scored below the minimum, and the award
    of perceel 6 decided on."""
    toegang, nu = state.toegang, now()
    with state.database.session(write=True) as session:
        bidder = gebruikers.add_organisatie(session, f"Zorg {new_id()}", Organisatiesoort.AANBIEDER)
        gemaakt = aanbestedingen.add(session, wie.organisatie_id, "Proef", "ijsselland_2023", nu, 24)
        gemaakt.kluis_ontvanger, gemaakt.geopend = str(x25519.Identity.generate().to_public()), nu
        kluis.begin_opening(session, wie.organisatie_id, gemaakt.id, wie.gebruiker_id, nu, {})
        session.flush()
        opening = kluis.opening(session, gemaakt.id)
        assert opening
        opening.tweede_id, opening.geopend = wie.gebruiker_id, nu
        inzending = inzendingen.add(session, bidder.id, gemaakt.id)
        inzending.gedeeld_met_id = wie.organisatie_id
        bod = inschrijvingen.add(session, wie.organisatie_id, "beoordeling", "Bod")
        bod.inzending_id = inzending.id
        collega = gebruikers.organisatie(session, wie.organisatie_id)
        assert collega
        lead = wie_van(gebruikers.add(session, collega, new_id(), "Lead", frozenset({Rol.HOOFDBEOORDELAAR})))
    keuzes = {1: Keuze(TOEGELATEN, ""), 6: Keuze(TOEGELATEN, "")}
    toelating.besluit(toegang, lead, gemaakt.id, bod.id, keuzes, nu)
    plan = Onderwerp(bod.id, 1, "normaliseren")
    with state.database.session(write=True) as session:
        scores.name(session, wie.organisatie_id, gemaakt.id, 1, plan.criterium, lead.gebruiker_id)
    waarom = "Het plan zegt nog te weinig over het netwerk van het gezin."
    scoren.geef(toegang, lead, gemaakt.id, plan, 4, waarom, True, nu)
    overleg = Overleg(4, waarom, "", frozenset({lead.gebruiker_id}))
    consensus.leg_vast(toegang, lead, gemaakt.id, plan, overleg, nu)
    morgen = nederlandse_tijd(nu).date() + timedelta(days=20)
    for soort in (Stapsoort.VOORSTEL, Stapsoort.BESLUIT):
        stap = Stap(soort, nederlandse_tijd(nu).date(), "Zo is het besloten.", morgen)
        gunnen.zet_stap(toegang, lead, gemaakt.id, 6, stap, nu, 1096)
    return {
        "id": gemaakt.id,
        "bod_id": bod.id,
        "perceel": "6",
        "criterium": plan.criterium,
        "ronde": "1",
    }


def van_perceel(maker: Maker, perceel: int) -> Maker:
    """The same record, in an address about this perceel."""
    return lambda state, voorraad, wie: maker(state, voorraad, wie) | {"perceel": str(perceel)}


def als_id(maker: Maker, naam: str) -> Maker:
    """The same record, in an address that calls its id just id."""
    return lambda state, voorraad, wie: {"id": maker(state, voorraad, wie)[naam]}


def een_sessie(state: State, _: Voorraad, wie: Wie) -> dict[str, str]:
    """Of the person; a record of another organisation is a session of somebody there."""
    geheim = sessies.begin(state.database, wie.gebruiker_id)
    with state.database.session() as session:
        rij = sessierijen.get(session, sessies.hash_van(geheim))
    assert rij
    return {"kenmerk": rij.kenmerk}


def een_organisatie(state: State, _: Voorraad, wie: Wie) -> dict[str, str]:
    """One that this person's organisation made."""
    with state.database.session(write=True) as session:
        nieuw = gebruikers.add_organisatie(session, f"Zorg {new_id()}", Organisatiesoort.AANBIEDER)
        nieuw.beheerd_door_id = wie.organisatie_id
    return {"organisatie_id": nieuw.id}


def een_gebruiker(state: State, _: Voorraad, wie: Wie) -> dict[str, str]:
    with state.database.session(write=True) as session:
        organisatie = gebruikers.organisatie(session, wie.organisatie_id)
        assert organisatie
        nieuw = gebruikers.add(session, organisatie, new_id(), "Iemand", frozenset({Rol.COORDINATOR}))
    return {"gebruiker_id": nieuw.id}


def een_aanvraag(state: State, _: Voorraad, wie: Wie) -> dict[str, str]:
    with state.database.session(write=True) as session:
        nieuw = Accountaanvraag(
            eigenaar_id=wie.organisatie_id,
            volgcode=new_id(),
            organisatie=f"Zorg {new_id()}",
            kvk="12345678",
            naam="Iemand",
            inlognaam=f"{new_id()}@zorg.nl",
            wachtwoord="x",
        )
        aanvragen.add(session, nieuw)
    return {"aanvraag_id": nieuw.id}


def geen(**parameters: str) -> Maker:
    """What everybody may read: no record of anybody."""
    return lambda state, voorraad, wie: dict(parameters)


MAKERS: dict[str, Maker] = {
    "/account/sessies/{kenmerk}": een_sessie,
    "/beheer/aanvraag/{aanvraag_id}": een_aanvraag,
    "/registreren/{code}": geen(code="f" * 32),
    "/beheer/organisatie/{organisatie_id}": een_organisatie,
    "/beheer/{gebruiker_id}": een_gebruiker,
    "/plaatsing/{ronde_id}/wat-als/{variant_id}": een_variant,
    "/plaatsing/{ronde_id}": een_ronde,
    "/beoordeling/{id}": een_inschrijving("beoordeling"),
    "/zelfcheck/{id}": een_inschrijving("zelfcheck"),
    "/aanbestedingen/{id}/deelname": een_beoordeling,
    "/aanbestedingen/{id}/scoren": van_perceel(een_beoordeling, 1),
    "/aanbestedingen/{id}/gunning/{perceel}/tweede": van_perceel(een_beoordeling, 1),
    "/aanbestedingen/{id}/gunning": een_beoordeling,
    "/aanbestedingen/{id}/opening.docx": een_beoordeling,
    "/aanbestedingen/{id}": een_aanbesteding,
    "/indienen/{aanbesteding_id}": een_aanbesteding,
    "/werkplek/{aanbesteding_id}": een_aanbesteding,
    "/register/importeren/{import_id}": een_import,
    "/register/{naam}/{rij_id}": een_jeugdige,
    "/register/{naam}": geen(naam="jeugdigen"),
    "/eisen/{eis_id}": geen(eis_id="12"),
    "/rekentools/{sleutel}": geen(sleutel="intensiteit"),
    "/bewaard/{antwoord_id}": een_antwoord,
    "/hulp/beeld/{bestand}": geen(bestand="inloggen.png"),
    "/hulp/{naam}": geen(naam="coordinator"),
    "/rondleiding/stap/{sleutel}": geen(sleutel="account"),
    "/sleutels/{sleutel_id}": een_sleutel,
    "/api/v1/eisen/{eis_id}": geen(eis_id="12"),
    "/api/v1/groepen/{id}": een_groep,
    "/api/v1/jeugdigen/{id}": als_id(een_jeugdige, "rij_id"),
    "/api/v1/plaatsingsrondes/{id}": als_id(een_ronde, "ronde_id"),
    "/api/v1/inschrijvingen/{id}": een_inschrijving("beoordeling"),
    "/api/v1/rekentools/{sleutel}": geen(sleutel="intensiteit"),
}
"""How to make what an address names, by how the address begins; the first that fits counts."""

PLANNING = {"datum": "01-02-2099", "tijd": "11:00", "venster": "24"}

RECORDPARAMETERS = {
    "ronde_id",
    "variant_id",
    "id",
    "import_id",
    "rij_id",
    "sleutel_id",
    "antwoord_id",
    "brief_id",
    "kenmerk",
    "gebruiker_id",
    "organisatie_id",
    "aanvraag_id",
    "bod_id",
}
"""Parameters that name a record of an organisation. Of another organisation they do not exist."""


LICHAMEN: dict[tuple[str, str], dict[str, Any]] = {
    ("GET", "/plaatsing/{ronde_id}/jeugdige"): {"params": {"id": JEUGDIGE}},
    ("GET", "/plaatsing/{ronde_id}/jeugdige/voortgang"): {"params": {"id": JEUGDIGE}},
    ("GET", "/plaatsing/{ronde_id}/jeugdige/escalatie"): {"params": {"id": JEUGDIGE}},
    ("GET", "/plaatsing/{ronde_id}/jeugdige/escalatie.docx"): {"params": {"id": JEUGDIGE}},
    ("GET", "/plaatsing/{ronde_id}/jeugdige/brief.docx"): {"params": {"id": JEUGDIGE}},
    ("POST", "/plaatsing/{ronde_id}/jeugdige/stap"): {"params": {"id": JEUGDIGE}},
    ("POST", "/plaatsing/{ronde_id}/jeugdige/uitleg"): {"params": {"id": JEUGDIGE}},
    ("POST", "/api/v1/vragen"): {"json": {"vraag": "Wat is het tarief van TG5 in perceel 2?"}},
    ("POST", "/api/v1/groepen"): {"json": {"groep_id": "G1"}},
    ("PUT", "/api/v1/groepen/{id}"): {"json": {"groep_id": "G1"}},
    ("POST", "/api/v1/jeugdigen"): {"json": {"jeugdige_id": "J1"}},
    ("PUT", "/api/v1/jeugdigen/{id}"): {"json": {"jeugdige_id": "J1"}},
    ("POST", "/api/v1/plaatsingsrondes"): {"json": {"naam": "Ronde"}},
    ("POST", "/aanbestedingen"): {"data": PLANNING},
    ("POST", "/aanbestedingen/{id}/planning"): {"data": PLANNING},
    ("POST", "/bewaard"): {"data": {"vraag": "Wat is een knock-out?"}},
    ("POST", "/werkplek/{aanbesteding_id}/vinkje"): {"data": {"punt": "gelezen"}},
    ("POST", "/zelfcheck/{id}/weglaten"): {"data": {"bestand": "1"}},
    ("POST", "/assistent/bronnen"): {"files": {"bestanden": ("waaier.txt", b"1. Begin\n\nTinten groen.\n")}},
    ("POST", "/assistent/bronnen/verwijderen"): {"data": {"bron": "waaier"}},
}
"""What is sent along, where a route would turn away an empty form before it looks at who sends it."""


def maker(pad: str) -> Maker | None:
    """None for an address without parameters."""
    if "{" not in pad:
        return None
    gevonden = next((m for begin, m in MAKERS.items() if pad == begin or pad.startswith(f"{begin}/")), None)
    assert gevonden, f"tests/web/records.py does not know how to make what {pad} names"
    return gevonden
