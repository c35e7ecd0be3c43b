"""The pages on which scores are given and talked over. What others gave comes from `scores.known` alone."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from knowledge.calculators.getal import getal
from knowledge.calculators.score.criteria import wegingen
from knowledge.catalogue.models import Criterium
from web.access import Handeling, Soort, Wie, mag
from web.contexts.basis import Veldfout
from web.contexts.gunnen import (
    Afspraak,
    Criteriumbeeld,
    Keuzeveld,
    Losscore,
    Overlegpagina,
    Scorecel,
    Scorenpagina,
    Scorepagina,
    Scoreregel,
)
from web.gunning.stand import Stand
from web.gunning.stap import ligt_vast
from web.repositories import scores
from web.repositories.scores import Onderwerp
from web.services.consensus import Overleg, spreiding_van
from web.services.scoren import KORTSTE_MOTIVERING

TWEEDE = "plan na aanpassing"


def adres(stand: Stand, o: Onderwerp) -> str:
    plek = f"{o.inschrijving_id}/{o.perceel}/{o.criterium}/{o.ronde}"
    return f"/aanbestedingen/{stand.aanbesteding.id}/scoren/{plek}"


def scorenpagina(session: Session, wie: Wie, stand: Stand, perceel: int, melding: str = "") -> Scorenpagina:
    """`perceel`: the one that is shown; of another number the first."""
    percelen = tuple((p.nummer, p.naam) for p in stand.percelen if stand.criteria(p.nummer))
    if percelen and perceel not in dict(percelen):
        perceel = percelen[0][0]
    concepten = {
        Onderwerp(s.inschrijving_id, s.perceel, s.criterium, s.ronde)
        for s in scores.own_of(session, wie.gebruiker_id, stand.aanbesteding.id)
        if s.ingediend is None
    }
    alle = {p: list(stand.onderwerpen(p)) for p, _ in percelen}
    criteria = {c.id: c for c in stand.criteria(perceel)}
    regels = []
    for bod in stand.toegelaten(perceel):
        cellen = []
        for o in alle.get(perceel, []):
            if o.inschrijving_id == bod.id:
                naam = criteria[o.criterium].naam + (f", {TWEEDE}" if o.ronde == 2 else "")
                klaar, wie_allen = stand.klaar.get(o, frozenset()), stand.wie(o)
                aantal = f"{sum(g.id in klaar for g in wie_allen)} van {len(wie_allen)}"
                eens = stand.consensus[o].punten if o in stand.consensus else None
                cellen.append(
                    Scorecel(adres(stand, o), naam, _celstand(stand, wie, o, concepten), aantal, eens)
                )
        regels.append(Scoreregel(bod.naam, tuple(cellen)))
    return Scorenpagina(
        id=stand.aanbesteding.id,
        naam=stand.aanbesteding.naam,
        percelen=percelen,
        perceel=perceel,
        criteria=tuple(c.naam for c in criteria.values()),
        regels=tuple(regels),
        teller=sum(moet_scoren(stand, wie, o) for onderwerpen in alle.values() for o in onderwerpen),
        leidt=mag(wie, Handeling.BESLUITEN, Soort.SCORE),
        melding=melding,
    )


def moet_scoren(stand: Stand, wie: Wie, o: Onderwerp) -> bool:
    genoemd = wie.gebruiker_id in {g.id for g in stand.wie(o)}
    return (
        genoemd
        and wie.gebruiker_id not in stand.klaar.get(o, frozenset())
        and not ligt_vast(stand.laatste(o.perceel), o.ronde)
    )


def _celstand(stand: Stand, wie: Wie, o: Onderwerp, concepten: Iterable[Onderwerp]) -> str:
    if o in stand.consensus:
        return "klaar"
    if stand.bekend(o):
        return "overleg"
    if moet_scoren(stand, wie, o):
        return "concept" if o in concepten else "nodig"
    return "wacht" if stand.wie(o) else "leeg"


def scorepagina(
    session: Session,
    wie: Wie,
    stand: Stand,
    o: Onderwerp,
    punten: str | None = None,
    motivering: str | None = None,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
) -> Scorepagina:
    """While not everybody has scored. `punten` and `motivering`: what stands in the form after a fault."""
    eigen = scores.own(session, wie.gebruiker_id, o)
    klaar = stand.klaar.get(o, frozenset())
    genoemd = wie.gebruiker_id in {g.id for g in stand.wie(o)}
    if punten is None:
        punten = str(eigen.punten) if eigen and eigen.punten is not None else ""
    if motivering is None:
        motivering = eigen.motivering if eigen else ""
    return Scorepagina(
        id=stand.aanbesteding.id,
        adres=adres(stand, o),
        bod=o.inschrijving_id,
        naam=stand.boden[o.inschrijving_id].naam,
        tweede=o.ronde == 2,
        criterium=_criterium(stand, o),
        invullen=genoemd and not ligt_vast(stand.laatste(o.perceel), o.ronde),
        punten=punten,
        motivering=motivering,
        ingediend=eigen.ingediend if eigen else None,
        concept=eigen is not None and eigen.ingediend is None,
        klaar=tuple((g.naam, g.id in klaar) for g in stand.wie(o)),
        minst=KORTSTE_MOTIVERING,
        volgende=_volgende(stand, o, [x for x in stand.onderwerpen(o.perceel) if moet_scoren(stand, wie, x)]),
        fouten=fouten,
        melding=melding,
    )


def overlegpagina(
    session: Session,
    wie: Wie,
    stand: Stand,
    o: Onderwerp,
    ingevuld: Overleg | None = None,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
) -> Overlegpagina:
    """Once everybody has scored. `ingevuld`: what stands in the form after a fault."""
    id_ = stand.aanbesteding.id
    gegeven = [s for s in scores.known(session, id_, o) if s.punten is not None]
    beeld = spreiding_van(stand, o, gegeven)
    afspraken = [
        c
        for c in reversed(scores.consensus_of(session, id_))
        if (c.inschrijving_id, c.perceel, c.criterium, c.ronde)
        == (o.inschrijving_id, o.perceel, o.criterium, o.ronde)
    ]
    leidt = mag(wie, Handeling.BESLUITEN, Soort.SCORE)
    vast = ligt_vast(stand.laatste(o.perceel), o.ronde)
    open_ = [
        x for x in stand.onderwerpen(o.perceel) if stand.bekend(x) and x not in stand.consensus and leidt
    ]
    return Overlegpagina(
        id=id_,
        adres=adres(stand, o),
        bod=o.inschrijving_id,
        naam=stand.boden[o.inschrijving_id].naam,
        tweede=o.ronde == 2,
        criterium=_criterium(stand, o),
        scores=tuple(
            Losscore(s.gebruiker.naam, s.punten, s.motivering, ver)
            for s, ver in zip(gegeven, beeld.afwijkend, strict=True)
            if s.punten is not None
        ),
        laagste=beeld.laagste,
        hoogste=beeld.hoogste,
        groot=beeld.groot,
        afspraken=tuple(
            Afspraak(c.punten, c.motivering, c.verschil, tuple(c.aanwezig), c.gebruiker.naam, c.tijd)
            for c in afspraken
        ),
        mag=leidt and not vast,
        vast=vast,
        punten=str(ingevuld.punten) if ingevuld and ingevuld.punten is not None else "",
        motivering=ingevuld.motivering if ingevuld else "",
        verschil=ingevuld.verschil if ingevuld else "",
        aanwezig=tuple(
            Keuzeveld(f"erbij-{g.id}", g.naam, bool(ingevuld and g.id in ingevuld.aanwezig))
            for g in stand.wie(o)
        ),
        volgende=_volgende(stand, o, open_),
        fouten=fouten,
        melding=melding,
    )


def _volgende(stand: Stand, o: Onderwerp, open_: list[Onderwerp]) -> str:
    """The next one to do: on the same criterium first, so that one measures all bids alike."""
    ander = [x for x in open_ if x != o]
    ander.sort(key=lambda x: x.criterium != o.criterium)
    return adres(stand, ander[0]) if ander else ""


def _criterium(stand: Stand, o: Onderwerp) -> Criteriumbeeld:
    c: Criterium = next(c for c in stand.criteria(o.perceel) if c.id == o.criterium)
    perceel = stand.perceel(o.perceel)
    assert perceel
    return Criteriumbeeld(
        naam=c.naam,
        perceel=o.perceel,
        perceelnaam=perceel.naam,
        weging=weging_tekst(stand, c),
        minimum=f"ten minste een {getal(c.minimum)}" if c.minimum is not None else "",
        samenvatting=c.samenvatting,
        vragen=c.vragen,
        vindplaats=c.vindplaats,
        schaal=tuple((s.punten, s.naam, s.samenvatting) for s in stand.tender.scorewaarden),
    )


def weging_tekst(stand: Stand, criterium: Criterium) -> str:
    """ "100%", or "40% van 50%" for a part of a part."""
    return " van ".join(f"{getal(w)}%" for w in wegingen(stand.tender, criterium))
