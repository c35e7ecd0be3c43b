"""One bid in place of another: who fell out may hand in once more (§4.1.4), and then both are compared."""

import filecmp

from sqlalchemy.orm import Session

from compliance.namen import SOORTNAMEN, STATUSNAMEN
from compliance.rapport import Bevinding
from compliance.vergelijk import Verandering, verschil
from compliance.verslag.beeld import tender_van
from compliance.vragen import PERCELEN_ZONDER_HERKANSING
from knowledge.catalogue.models import Tender
from knowledge.errors import InvoerFout
from web.contexts.basis import Veldfout
from web.contexts.inschrijving import Versies
from web.contexts.versies import Bestandsverschil, Veranderregel, Versiekop, Versiepagina, Versieverschil
from web.models import Inschrijving
from web.repositories import inschrijvingen
from web.services.beoordeling import Beoordeeld, NietBeoordeeld, beoordeeld
from web.settings import Settings


def versies(session: Session, inschrijving: Inschrijving) -> Versies:
    """The bid before and after this one."""
    eerdere = inschrijvingen.get(session, inschrijving.eerdere_id) if inschrijving.eerdere_id else None
    latere = inschrijvingen.in_place_of(session, inschrijving.id)
    return Versies(
        (eerdere.id, eerdere.naam) if eerdere else None, (latere.id, latere.naam) if latere else None
    )


def zet_in_plaats(session: Session, eerst: Inschrijving, latere: Inschrijving) -> None:
    """`latere` takes the place of `eerst`. Raises InvoerFout where that cannot be: it may be done once."""
    mag_nog(session, eerst)
    mag_nog(session, latere)
    if latere.id == eerst.id or latere.doel != "beoordeling" or latere.eerdere_id:
        raise InvoerFout("Kies een andere inschrijving.")
    latere.eerdere_id = eerst.id
    session.flush()


def mag_nog(session: Session, eerst: Inschrijving) -> None:
    """Raises InvoerFout when this bid was handed in once more already, or is such a bid itself."""
    if eerst.eerdere_id:
        raise InvoerFout("Dit is al een herziene inschrijving. Een tweede keer mag niet (§4.1.4).")
    if inschrijvingen.in_place_of(session, eerst.id):
        raise InvoerFout("Er is al een herziene inschrijving. Een tweede keer mag niet (§4.1.4).")


def versiepagina(
    session: Session,
    settings: Settings,
    inschrijving: Inschrijving,
    fouten: tuple[Veldfout, ...] = (),
) -> Versiepagina:
    """Of a bid or of the one in its place: the same comparison."""
    eerst = inschrijvingen.get(session, inschrijving.eerdere_id) if inschrijving.eerdere_id else inschrijving
    assert eerst
    nu = inschrijvingen.in_place_of(session, eerst.id)
    vergeleken = _vergelijk(session, settings, eerst, nu) if nu else None
    return Versiepagina(
        adres=f"/beoordeling/{inschrijving.id}",
        naam=inschrijving.naam,
        stand="geen" if nu is None else "klaar" if vergeleken else "wacht",
        eerst=_kop(eerst),
        nu=_kop(nu) if nu else None,
        verschil=vergeleken,
        keuzes=() if nu else _keuzes(session, eerst),
        fouten=fouten,
    )


def _keuzes(session: Session, eerst: Inschrijving) -> tuple[tuple[str, str], ...]:
    """Bids that may be the second one, those of the same bidder first."""
    alle = [i for i in inschrijvingen.all_of(session, "beoordeling") if i.id != eerst.id]
    bezet = {i.eerdere_id for i in alle}
    vrij = [i for i in alle if i.eerdere_id is None and i.id not in bezet]
    vrij.sort(key=lambda i: (i.naam != eerst.naam, i.naam))
    return tuple((i.id, f"{i.naam}, {i.gemaakt:%d-%m-%Y}") for i in vrij)


def _vergelijk(
    session: Session, settings: Settings, eerst: Inschrijving, nu: Inschrijving
) -> Versieverschil | None:
    """None while one of them is not checked."""
    try:
        oud, nieuw = beoordeeld(session, settings, eerst.id), beoordeeld(session, settings, nu.id)
    except NietBeoordeeld:
        return None
    tender = tender_van(nieuw.rapport.tender)
    gevonden = verschil(oud.rapport, nieuw.rapport)
    onderwerpen = {e.id: f"Eis {e.id}: {e.onderwerp}" for e in tender.eisen}
    stukken = {s.sleutel: s.naam for s in tender.stukken}
    return Versieverschil(
        eisen=tuple(
            _regel(
                v,
                onderwerpen.get(v.sleutel, f"Eis {v.sleutel}"),
                v.sleutel in oud.eisen,
                v.sleutel in nieuw.eisen,
                f"{nieuw.adres}/eis/{v.sleutel}",
            )
            for v in gevonden.eisen
        ),
        eisen_gelijk=sum(o.status != "nvt" for o in nieuw.rapport.eisen)
        - sum(v.nu != "nvt" for v in gevonden.eisen),
        andere_woorden=tuple(
            (id_, onderwerpen.get(id_, f"Eis {id_}"), f"{nieuw.adres}/eis/{id_}")
            for id_ in gevonden.andere_woorden
        ),
        stukken=tuple(
            _regel(v, stukken.get(v.sleutel, v.sleutel), False, False, f"{nieuw.adres}#stukken")
            for v in gevonden.stukken
        ),
        opgelost=tuple(map(_bevinding, gevonden.opgelost)),
        nieuw=tuple(map(_bevinding, gevonden.nieuw)),
        percelen_erbij=_percelen(tender, gevonden.percelen_erbij),
        percelen_weg=_percelen(tender, gevonden.percelen_weg),
        zonder_herkansing=_percelen(
            tender,
            tuple(sorted(PERCELEN_ZONDER_HERKANSING & {*oud.rapport.percelen, *nieuw.rapport.percelen})),
        ),
        bestanden=_bestanden(oud, nieuw),
    )


def _regel(v: Verandering, naam: str, eerst_mens: bool, nu_mens: bool, lees: str) -> Veranderregel:
    return Veranderregel(
        naam=naam,
        eerst=(v.eerst, STATUSNAMEN[v.eerst], eerst_mens),
        nu=(v.nu, STATUSNAMEN[v.nu], nu_mens),
        richting="beter" if v.beter else "slechter",
        toelichting=v.toelichting,
        lees=lees,
    )


def _bevinding(bevinding: Bevinding) -> tuple[str, str]:
    return f"{SOORTNAMEN[bevinding.soort]} ({bevinding.ernst})", bevinding.toelichting


def _percelen(tender: Tender, nummers: tuple[int, ...]) -> tuple[str, ...]:
    namen = {p.nummer: p.naam for p in tender.percelen}
    return tuple(f"{n} {namen.get(n, '')}".strip() for n in nummers)


def _bestanden(oud: Beoordeeld, nieuw: Beoordeeld) -> Bestandsverschil:
    """By name, and for the same name by content."""
    voor = {b.naam: b.pad for b in oud.map.bestanden(oud.inschrijving)}
    na = {b.naam: b.pad for b in nieuw.map.bestanden(nieuw.inschrijving)}
    samen = sorted(voor.keys() & na.keys())
    anders = tuple(n for n in samen if not filecmp.cmp(voor[n], na[n], shallow=False))
    return Bestandsverschil(
        tuple(sorted(na.keys() - voor.keys())),
        tuple(sorted(voor.keys() - na.keys())),
        anders,
        len(samen) - len(anders),
    )


def _kop(inschrijving: Inschrijving) -> Versiekop:
    return Versiekop(
        adres=f"/beoordeling/{inschrijving.id}",
        naam=inschrijving.naam,
        gemaakt=inschrijving.gemaakt,
        knockouts=inschrijving.knockouts or 0,
        bestanden=len(inschrijving.bestanden),
    )
