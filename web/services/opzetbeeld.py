"""The pages on which a tender is set up: percelen, planning, weights, and who score."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from knowledge.calculators.getal import getal
from web.access import Handeling, Soort, Wie, mag
from web.contexts.basis import Veldfout
from web.contexts.gunnen import (
    Beoordelaarspagina,
    Beoordelaarsvak,
    Dagveld,
    Keuzeveld,
    Opzetpagina,
    Weegvak,
    Weegveld,
)
from web.gunning.opzet import SLUITING, percelen_van, tender_van, voorstel_dagen, weeggroepen
from web.models import Aanbesteding
from web.repositories import scores
from web.services.aanwijzen import mogelijke_beoordelaars, te_beoordelen, veld
from web.services.datum import dag_kort, nederlandse_tijd
from web.services.opzet import dag_tekst

OVERAL = "overal"


def opzetpagina(
    wie: Wie,
    aanbesteding: Aanbesteding,
    ingevuld: Mapping[str, str] | None = None,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
) -> Opzetpagina:
    """`ingevuld`: what somebody wrote, when it is not what is kept. Days that were never set are proposed
    as far from the closing as in the catalogue."""
    tender = tender_van(aanbesteding)
    gekozen = {p.nummer for p in percelen_van(aanbesteding, tender)}
    voorstel = voorstel_dagen(tender, nederlandse_tijd(aanbesteding.sluiting).date())
    nieuw = not aanbesteding.mijlpalen

    def dag(id_: str) -> str:
        if ingevuld is not None:
            return ingevuld.get(f"dag-{id_}", "")
        return f"{voorstel[id_]:%d-%m-%Y}" if nieuw else dag_tekst(aanbesteding, id_)

    def weging(id_: str, nu: str) -> str:
        return (ingevuld or {}).get(f"weging-{id_}", nu)

    return Opzetpagina(
        id=aanbesteding.id,
        naam=aanbesteding.naam,
        percelen=tuple(
            Keuzeveld(
                f"perceel-{p.nummer}",
                f"{p.nummer} {p.naam}",
                f"perceel-{p.nummer}" in ingevuld if ingevuld is not None else p.nummer in gekozen,
            )
            for p in tender.percelen
        ),
        dagen=tuple(
            Dagveld(
                f"dag-{m.id}",
                m.naam,
                dag(m.id),
                f"In het inkoopdocument: {dag_kort(m.datum)}{f', {m.tijd} uur' if m.tijd else ''}.",
            )
            for m in tender.planning
            if m.id != SLUITING
        ),
        wegingen=tuple(
            Weegvak(
                f"weging-{groep.criteria[0].id}-groep",
                groep.naam,
                tuple(
                    Weegveld(f"weging-{c.id}", c.naam, weging(c.id, getal(c.weging))) for c in groep.criteria
                ),
            )
            for groep in weeggroepen(tender, [p.nummer for p in tender.percelen])
        ),
        open=aanbesteding.kluis_ontvanger is None,
        mag_beheren=mag(wie, Handeling.WIJZIGEN, Soort.AANBESTEDING),
        fouten=fouten,
        melding=melding,
    )


def beoordelaarspagina(
    session: Session,
    wie: Wie,
    aanbesteding: Aanbesteding,
    ingevuld: Mapping[str, str] | None = None,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
) -> Beoordelaarspagina:
    mensen = [(g.id, g.naam) for g in mogelijke_beoordelaars(session, wie.organisatie_id)]
    genoemd: dict[tuple[int, str], dict[str, str]] = {}
    for a in scores.named(session, aanbesteding.id):
        genoemd.setdefault((a.perceel, a.criterium), {})[a.gebruiker_id] = a.gebruiker.naam
    vakken = []
    for perceel, criterium, naam in te_beoordelen(aanbesteding):
        nu = genoemd.get((perceel, criterium), {})
        # Somebody who no longer works here may still be named.
        alle = [*mensen, *((id_, n) for id_, n in nu.items() if id_ not in dict(mensen))]
        vak = veld(perceel, criterium)
        velden = tuple(
            Keuzeveld(f"{vak}-{id_}", n, f"{vak}-{id_}" in ingevuld if ingevuld is not None else id_ in nu)
            for id_, n in alle
        )
        vakken.append(Beoordelaarsvak(vak, f"Perceel {perceel}: {naam}", velden, tuple(nu.values())))
    return Beoordelaarspagina(
        id=aanbesteding.id,
        naam=aanbesteding.naam,
        overal=tuple(Keuzeveld(f"{OVERAL}-{id_}", n, False) for id_, n in mensen),
        vakken=tuple(vakken),
        mag_beheren=mag(wie, Handeling.WIJZIGEN, Soort.GUNNING),
        fouten=fouten,
        melding=melding,
    )
