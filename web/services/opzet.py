"""The hoofdbeoordelaar sets a tender up: its percelen, the days of its planning and its weights."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from knowledge.catalogue import Tender
from web.access import Handeling, Soort, Toegang, Wie
from web.gunning.opzet import SLUITING, tender_van, verkeerde_groepen, weeggroepen
from web.models import Aanbesteding
from web.repositories import aanbestedingen
from web.services.aanbestedingen import Veldfouten, eigen

_DAG = re.compile(r"\s*(\d{1,2})-(\d{1,2})-(\d{4})\s*")


def lees_dag(tekst: str) -> date | None:
    """ "18-07-2027"; None for what is no day."""
    delen = _DAG.fullmatch(tekst)
    try:
        return date(int(delen[3]), int(delen[2]), int(delen[1])) if delen else None
    except ValueError:
        return None


def bewaar_opzet(
    toegang: Toegang,
    wie: Wie,
    id_: str,
    percelen: Iterable[int] | None,
    dagen: Mapping[str, str],
    wegingen: Mapping[str, str] | None,
) -> None:
    """Keep the set-up. `percelen` and `wegingen`: None, or what was filled in while no bids may come in yet:
    bidders must be able to count on them. Raises Veldfouten, GeenAanbesteding."""
    with toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.AANBESTEDING, id_, "opzet") as session:
        eigen(session, wie, id_)
        aanbesteding = aanbestedingen.lock(session, id_)
        assert aanbesteding
        tender = tender_van(aanbesteding)
        nieuw, fouten = _dagen(tender, dagen)
        if aanbesteding.kluis_ontvanger is None:
            gekozen = sorted(set(percelen or ()) & {p.nummer for p in tender.percelen})
            if not gekozen:
                fouten.append(("percelen", "Kies ten minste één perceel."))
            gewogen, verkeerd = _wegingen(tender, gekozen, wegingen or {})
            fouten += verkeerd
            if not fouten:
                aanbesteding.percelen, aanbesteding.wegingen = gekozen, gewogen
        if fouten:
            raise Veldfouten(*fouten)
        aanbesteding.mijlpalen = nieuw


def _dagen(tender: Tender, dagen: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """By id of a Mijlpaal its day; one that is left empty is not part of this tender."""
    nieuw, fouten = {}, []
    for mijlpaal in tender.planning:
        tekst = dagen.get(mijlpaal.id, "").strip()
        if mijlpaal.id == SLUITING or not tekst:
            continue
        dag = lees_dag(tekst)
        if dag is None:
            fouten.append((f"dag-{mijlpaal.id}", f"{mijlpaal.naam}: vul een datum in zoals 18-07-2027."))
        else:
            nieuw[mijlpaal.id] = dag.isoformat()
    return nieuw, fouten


def _wegingen(
    tender: Tender, percelen: Iterable[int], ingevuld: Mapping[str, str]
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    groepen = weeggroepen(tender, percelen)
    wegingen: dict[str, Decimal] = {}
    fouten = []
    for criterium in (c for groep in groepen for c in groep.criteria):
        try:
            weging = Decimal(ingevuld.get(criterium.id, str(criterium.weging)).strip().replace(",", "."))
            if not 0 <= weging <= 100:
                raise InvalidOperation
        except InvalidOperation:
            fouten.append(
                (f"weging-{criterium.id}", f"{criterium.naam}: vul een percentage in van 0 tot 100.")
            )
            continue
        wegingen[criterium.id] = weging
    if not fouten:
        fouten += [
            (f"weging-{groep.criteria[0].id}", f"{groep.naam}: maak samen 100 procent.")
            for groep in verkeerde_groepen(groepen, wegingen)
        ]
    return {id_: format(weging.normalize(), "f") for id_, weging in wegingen.items()}, fouten


def dag_tekst(aanbesteding: Aanbesteding, mijlpaal: str) -> str:
    """As it stands in the form."""
    dag = aanbesteding.mijlpalen.get(mijlpaal)
    return f"{date.fromisoformat(dag):%d-%m-%Y}" if dag else ""
