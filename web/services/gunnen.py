"""The acts by which a person awards a perceel: proposal, decision, final award, taking back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Toegang, Wie
from web.gunning.bewaren import bewaren_tot, einde_contract
from web.gunning.stand import Stand
from web.gunning.stap import VOLGENDE, Stapsoort
from web.gunning.uitslag import Uitslag, bereken, nog_te_doen
from web.models import Gunningsstap, Inschrijving
from web.repositories import gunningen, toelatingen
from web.services.aanbestedingen import GeenAanbesteding, Veldfouten
from web.services.consensus import KORTSTE_REDEN
from web.services.datum import nederlandse_tijd
from web.services.scoren import LANGSTE_MOTIVERING, geopende_stand


@dataclass(frozen=True, slots=True)
class Stap:
    """What was filled in. `gekozen`: ids of who get a shared last place; `bezwaar_tot` and `vergelijking`
    go with a decision only."""

    soort: Stapsoort
    dag: date | None
    reden: str
    bezwaar_tot: date | None = None
    vergelijking: str = ""
    gekozen: frozenset[str] = frozenset()


def zet_stap(
    toegang: Toegang, wie: Wie, id_: str, perceel: int, stap: Stap, nu: datetime, bewaardagen: int
) -> None:
    """Take a step. With a decision each bid gets the day until which it is kept; `bewaardagen`: how long
    after it a bid without contract is. Raises InvoerFout (Veldfouten), GeenAanbesteding."""
    deel = f"perceel {perceel}: {stap.soort}"
    with toegang.wijzigen(wie, Handeling.BESLUITEN, Soort.GUNNING, id_, deel) as session:
        stand = geopende_stand(session, wie, id_, lock=True)
        uitslag = uitslag_nu(stand, perceel, stap.soort)
        if fouten := list(_fouten(stand, perceel, uitslag, stap, nu)):
            raise Veldfouten(*fouten)
        assert stap.dag
        gegund = _gegund(stand, perceel, uitslag, stap)
        gunningen.add(
            session,
            Gunningsstap(
                eigenaar_id=wie.organisatie_id,
                aanbesteding_id=id_,
                perceel=perceel,
                soort=stap.soort.value,
                dag=stap.dag,
                bezwaar_tot=stap.bezwaar_tot if stap.soort is Stapsoort.BESLUIT else None,
                reden=stap.reden.strip(),
                vergelijking=stap.vergelijking.strip() if stap.soort is Stapsoort.BESLUIT else "",
                gegund=gegund,
                uitslag=uitslag.model_dump(mode="json"),
                gebruiker_id=wie.gebruiker_id,
                tijd=nu,
            ),
        )
        if stap.soort in (Stapsoort.BESLUIT, Stapsoort.DEFINITIEF):
            _bewaar(session, stand, perceel, set(gegund), stap.dag, bewaardagen)


def uitslag_nu(stand: Stand, perceel: int, soort: Stapsoort) -> Uitslag:
    """What a step of this kind is about: the outcome as it is now for a proposal, else as it was proposed.

    Raises InvoerFout with what has to be done first, GeenAanbesteding.
    """
    if stand.perceel(perceel) is None:
        raise GeenAanbesteding
    laatste = stand.laatste(perceel)
    if soort not in VOLGENDE[laatste]:
        raise InvoerFout("Deze stap kan nu niet. Kijk hoe ver dit perceel is.")
    if soort is not Stapsoort.VOORSTEL:
        return vastgelegd(stand, perceel)
    if open_ := nog_te_doen(stand, perceel):
        raise InvoerFout("Dit moet eerst nog gebeuren.", *open_)
    uitslag = bereken(stand, perceel)
    if uitslag.voorlopig and uitslag.hoogstens is not None:
        raise InvoerFout(
            "De rangorde is nog voorlopig: wie het plan nog mag aanpassen, kan er tussen komen. Beoordeel "
            "eerst de aangepaste plannen, of leg vast dat er geen kwam."
        )
    if laatste in (Stapsoort.BESLUIT, Stapsoort.DEFINITIEF) and uitslag == vastgelegd(stand, perceel):
        raise InvoerFout("De uitslag is niet veranderd sinds het besluit.")
    return uitslag


def vastgelegd(stand: Stand, perceel: int) -> Uitslag:
    """The outcome with the latest step."""
    return Uitslag.model_validate(stand.gunning(perceel)[-1].uitslag)


def _fouten(
    stand: Stand, perceel: int, uitslag: Uitslag, stap: Stap, nu: datetime
) -> Iterator[tuple[str, str]]:
    vandaag = nederlandse_tijd(nu).date()
    eerder = stand.gunning(perceel)
    assert stand.aanbesteding.geopend
    vroegst = eerder[-1].dag if eerder else nederlandse_tijd(stand.aanbesteding.geopend).date()
    if stap.dag is None:
        yield "dag", "Vul de datum in, zoals 08-08-2027."
    elif not vroegst <= stap.dag <= vandaag:
        yield "dag", f"Kies een datum van {vroegst:%d-%m-%Y} tot en met vandaag."
    if len(stap.reden.strip()) < KORTSTE_REDEN:
        yield "reden", "Schrijf op waarom."
    if max(len(stap.reden), len(stap.vergelijking)) > LANGSTE_MOTIVERING:
        yield "reden", f"Maak de tekst korter: hoogstens {LANGSTE_MOTIVERING} tekens."
    if stap.soort is Stapsoort.BESLUIT:
        yield from _besluitfouten(uitslag, stap)
    if stap.soort is Stapsoort.DEFINITIEF and stap.dag:
        tot = eerder[-1].bezwaar_tot
        if tot and stap.dag <= tot:
            yield "dag", f"De bezwaartermijn loopt tot en met {tot:%d-%m-%Y}. Gun pas daarna definitief."


def _besluitfouten(uitslag: Uitslag, stap: Stap) -> Iterator[tuple[str, str]]:
    if stap.bezwaar_tot is None:
        yield "bezwaar_tot", "Vul in tot en met wanneer iemand naar de rechter kan."
    elif stap.dag and stap.bezwaar_tot <= stap.dag:
        yield "bezwaar_tot", "De bezwaartermijn eindigt na de dag van het besluit."
    if uitslag.te_kiezen:
        gelijk = {r.inschrijving_id for r in uitslag.met("gelijke stand")}
        if not stap.gekozen <= gelijk or len(stap.gekozen) != uitslag.te_kiezen:
            plek = "plaats" if uitslag.te_kiezen == 1 else "plaatsen"
            yield (
                "gekozen",
                f"Er is een gelijke stand. Kies wie de laatste {uitslag.te_kiezen} {plek} krijgt.",
            )
    if vraagt_vergelijking(uitslag) and len(stap.vergelijking.strip()) < KORTSTE_REDEN:
        yield "vergelijking", "Schrijf op waarin de gekozen inschrijvingen beter waren."


def vraagt_vergelijking(uitslag: Uitslag) -> bool:
    """Whether somebody is not chosen because others scored higher."""
    return bool(uitslag.met("niet gekozen") or uitslag.met("gelijke stand"))


def _gegund(stand: Stand, perceel: int, uitslag: Uitslag, stap: Stap) -> list[str]:
    if stap.soort is Stapsoort.DEFINITIEF:
        return list(stand.gunning(perceel)[-1].gegund)
    if stap.soort is not Stapsoort.BESLUIT:
        return []
    wint = [r.inschrijving_id for r in uitslag.winnaars]
    return wint + [r.inschrijving_id for r in uitslag.regels if r.inschrijving_id in stap.gekozen]


def _bewaar(
    session: Session, stand: Stand, perceel: int, gegund: set[str], dag: date, bewaardagen: int
) -> None:
    """Never shorter than was set before: a bid may win one perceel and lose another."""
    soort = stand.perceel(perceel)
    assert soort
    contract_tot = einde_contract(stand.aanbesteding, stand.tender, soort, dag)
    boden = {b.id: b for b in (*stand.toegelaten(perceel), *_terzijde(stand, perceel))}
    later = toelatingen.successors(session, boden)
    for id_, bod in boden.items():
        tot = bewaren_tot(contract_tot if id_ in gegund else None, dag, bewaardagen)
        for rij in (bod, later.get(id_)):
            if rij is not None and (rij.bewaren_tot is None or rij.bewaren_tot < tot):
                rij.bewaren_tot = tot


def _terzijde(stand: Stand, perceel: int) -> list[Inschrijving]:
    return [stand.boden[t.inschrijving_id] for t in stand.terzijde(perceel)]
