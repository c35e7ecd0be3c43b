"""Do the entries of a catalogue that name each other by code, sleutel or number find each other?"""

from collections.abc import Collection, Iterable

from knowledge.catalogue.models import Tender


def broken_references(tender: Tender) -> list[str]:
    """One Dutch line for every entry that names something the catalogue does not hold."""
    percelen = {p.nummer for p in tender.percelen}
    intensiteiten = {i.code for i in tender.intensiteiten}
    voorzieningen = intensiteiten | {v.code for v in tender.voorzieningen}
    vormen = {v.sleutel for v in tender.vormen}
    stukken = {s.sleutel for s in tender.stukken}
    groepen = {g.nummer for g in tender.tariefgroepen}
    fouten: list[str] = []

    def check(entry: str, field: str, named: Iterable[object], known: Collection[object]) -> None:
        fouten.extend(f"{entry}, veld {field}: {n} is niet bekend." for n in named if n not in known)

    for p in tender.percelen:
        check(f"perceel {p.nummer}", "voorzieningen", p.voorzieningen, voorzieningen)
        check(f"perceel {p.nummer}", "bouwt_op", filter(None, [p.bouwt_op]), percelen)
        check(f"perceel {p.nummer}", "valt_terug_op", filter(None, [p.valt_terug_op]), percelen)
        check(f"perceel {p.nummer}", "zonder_gemeenten", p.zonder_gemeenten, set(tender.gemeenten))
    regels = {r.id for r in tender.combinatieregels}
    for r in tender.combinatieregels:
        check(f"combinatieregel {r.id}", "percelen", (*r.percelen, *r.met), percelen)
        check(f"combinatieregel {r.id}", "vormen", r.vormen, vormen)
        check(
            f"combinatieregel {r.id}",
            "uitzondering_op",
            [r.uitzondering_op] if r.uitzondering_op else [],
            regels,
        )
    for v in tender.vormen:
        check(f"vorm {v.sleutel}", "intensiteiten", v.intensiteiten, intensiteiten)
        check(f"vorm {v.sleutel}", "geldt_ook_als", v.geldt_ook_als, vormen)
        check(f"vorm {v.sleutel}", "rekentool", filter(None, [v.rekentool]), stukken)
    for f in tender.functies:
        check(f"functie {f.naam}", "tariefgroep", [f.tariefgroep], groepen)
    for s in tender.stukken:
        check(f"stuk {s.sleutel}", "percelen", s.percelen, percelen)
        check(f"stuk {s.sleutel}", "vormen", s.vormen, vormen)
        check(f"stuk {s.sleutel}", "staat_in", s.staat_in, stukken)
    inconsistenties = {i.id for i in tender.inconsistenties}
    normen = {(f"eis {e.id}", n.grootheid) for e in tender.eisen for n in e.normen}
    normen |= {(r.id, n.grootheid) for r in tender.regels for n in r.normen}
    for t in tender.termijnen:
        check(f"termijn {t.sleutel}", "inconsistenties", t.inconsistenties, inconsistenties)
        if (t.van, t.grootheid) not in normen:
            fouten.append(f"termijn {t.sleutel}: {t.van} heeft geen norm {t.grootheid}.")
    gevraagd = {e.vindplaats for e in tender.eisen} | {r.id for r in tender.regels}
    check("vragen", "van", (v.van for v in tender.vragen), gevraagd)
    if percelen:
        for e in tender.eisen:
            check(f"eis {e.id}", "percelen", e.percelen, percelen)
            check(f"eis {e.id}", "vormen", e.vormen, vormen)
    return fouten
