"""The pages on which a person decides which bids take part, on which percelen."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from web.access import Handeling, Soort, Wie, mag
from web.contexts.basis import Veldfout
from web.contexts.gunnen import Deelnamebodpagina, Deelnamepagina, Deelnameregel, Deelnamevak, Plekveld
from web.gunning.stand import TOEGELATEN, Stand
from web.gunning.stap import ligt_vast
from web.models import Inschrijving, Toelating
from web.repositories import toelatingen
from web.services.aanbestedingen import GeenAanbesteding
from web.services.inschrijvingen import Inschrijvingsmap
from web.services.toelating import BESLUITEN, Keuze, telt_plekken
from web.settings import Settings

LEGE_RIJEN = 3


def genoemde_percelen(settings: Settings, bod: Inschrijving) -> tuple[int, ...]:
    """The percelen that the pre-screening found in a bid; none while it was not checked."""
    if bod.knockouts is None:
        return ()
    try:
        return Inschrijvingsmap.of(settings, bod.id).rapport().percelen
    except OSError:
        return ()


def deelnamepagina(settings: Settings, wie: Wie, stand: Stand, melding: str = "") -> Deelnamepagina:
    regels = []
    for bod in stand.boden.values():
        besluiten = [(p.nummer, stand.toelating.get((bod.id, p.nummer))) for p in stand.percelen]
        regels.append(
            Deelnameregel(
                id=bod.id,
                naam=bod.naam,
                genoemd=genoemde_percelen(settings, bod),
                knockouts=bod.knockouts,
                besluiten=tuple(
                    (nummer, _soort(t.besluit), BESLUITEN[t.besluit])
                    for nummer, t in besluiten
                    if t and _soort(t.besluit)
                ),
                open=sum(t is None for _, t in besluiten),
            )
        )
    return Deelnamepagina(
        id=stand.aanbesteding.id,
        naam=stand.aanbesteding.naam,
        boden=tuple(regels),
        klaar=sum(not r.open for r in regels),
        mag_beslissen=mag(wie, Handeling.BESLUITEN, Soort.GUNNING),
        melding=melding,
    )


def _soort(besluit: str) -> str:
    """Of a label; "" for what needs none."""
    return {TOEGELATEN: "goed", "geen inschrijving": ""}.get(besluit, "fout")


def deelnamebodpagina(
    session: Session,
    settings: Settings,
    wie: Wie,
    stand: Stand,
    bod_id: str,
    ingevuld: Mapping[int, Keuze] | None = None,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
) -> Deelnamebodpagina:
    """`ingevuld`: what somebody wrote, when it is not what is kept. Raises GeenAanbesteding."""
    bod = stand.boden.get(bod_id)
    if bod is None:
        raise GeenAanbesteding
    alle: dict[int, list[Toelating]] = {}
    for t in toelatingen.of(session, stand.aanbesteding.id):
        if t.inschrijving_id == bod_id:
            alle.setdefault(t.perceel, []).append(t)
    genoemd = genoemde_percelen(settings, bod)
    later = toelatingen.successors(session, [bod_id]).get(bod_id)
    return Deelnamebodpagina(
        id=stand.aanbesteding.id,
        bod=bod_id,
        naam=bod.naam,
        aanbesteding=stand.aanbesteding.naam,
        knockouts=bod.knockouts,
        herzien=f"/beoordeling/{later.id}" if later else "",
        vakken=tuple(
            _vak(stand, p.nummer, f"{p.nummer} {p.naam}", genoemd, alle.get(p.nummer, []), ingevuld)
            for p in sorted(stand.percelen, key=lambda p: p.nummer not in genoemd)
        ),
        keuzes=tuple(BESLUITEN.items()),
        mag_beslissen=mag(wie, Handeling.BESLUITEN, Soort.GUNNING),
        fouten=fouten,
        melding=melding,
    )


def _vak(
    stand: Stand,
    nummer: int,
    naam: str,
    genoemd: tuple[int, ...],
    eerder: list[Toelating],
    ingevuld: Mapping[int, Keuze] | None,
) -> Deelnamevak:
    nu = eerder[-1] if eerder else None
    keuze = (ingevuld or {}).get(nummer)
    plekken: list[Plekveld] = []
    if keuze:
        plekken = [Plekveld(p["locatie"], p["aantal"], p["afstand"]) for p in keuze.plekken]
    elif nu:
        plekken = [
            Plekveld(p["locatie"], str(p["aantal"]), p["afstand"].replace(".", ",")) for p in nu.plekken
        ]
    if not keuze:
        plekken += [Plekveld("", "", "")] * LEGE_RIJEN
    return Deelnamevak(
        perceel=nummer,
        naam=naam,
        genoemd=nummer in genoemd,
        besluit=keuze.besluit if keuze else nu.besluit if nu else "",
        reden=keuze.reden if keuze else nu.reden if nu else "",
        plekken=tuple(plekken) if telt_plekken(stand, nummer) else None,
        vast=ligt_vast(stand.laatste(nummer), 1),
        eerder=tuple((BESLUITEN[t.besluit], t.reden, t.tijd) for t in reversed(eerder)),
    )
