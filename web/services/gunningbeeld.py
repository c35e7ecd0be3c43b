"""The pages of the award: how far each perceel is, the ranking with its sums, the steps and the letters."""

from datetime import date, datetime

from web.access import Handeling, Soort, Wie, mag
from web.contexts.basis import Veldfout
from web.contexts.gunnen import (
    Gunningenpagina,
    Gunningspagina,
    Gunningsregel,
    Keuzeveld,
    Stapbeeld,
    Stapformulier,
)
from web.gunning.brieven import STAPPEN_MET_BRIEF, briefsoort
from web.gunning.opzet import bezwaar_tot
from web.gunning.stand import Stand
from web.gunning.stap import VOLGENDE, Stapsoort
from web.gunning.uitslag import Uitslag, bereken, nog_te_doen
from web.models import Gunningsstap
from web.services.aanbestedingen import GeenAanbesteding
from web.services.consensus import mag_tweede
from web.services.datum import nederlandse_tijd
from web.services.gunnen import vastgelegd, vraagt_vergelijking
from web.services.rekenuitkomst import plaatslink

STAPNAMEN: dict[str, str] = {
    Stapsoort.VOORSTEL: "Voorstel",
    Stapsoort.BESLUIT: "Voornemen tot gunning",
    Stapsoort.DEFINITIEF: "Definitieve gunning",
    Stapsoort.INGETROKKEN: "Ingetrokken",
}


def gunningenpagina(stand: Stand) -> Gunningenpagina:
    regels = []
    for p in stand.percelen:
        open_ = len(nog_te_doen(stand, p.nummer))
        laatste = stand.laatste(p.nummer)
        staat = laatste.value if laatste and laatste is not Stapsoort.INGETROKKEN else ""
        uitleg = p.contractanten[0].upper() + p.contractanten[1:]
        regels.append(
            Gunningsregel(
                perceel=p.nummer,
                naam=p.naam,
                stand=staat or ("bezig" if open_ else "uitslag"),
                deelnemers=len(stand.toegelaten(p.nummer)),
                open=open_,
                uitleg=uitleg,
            )
        )
    return Gunningenpagina(stand.aanbesteding.id, stand.aanbesteding.naam, tuple(regels))


def gunningspagina(
    wie: Wie,
    stand: Stand,
    nummer: int,
    nu: datetime,
    ingevuld: dict[str, str] | None = None,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
) -> Gunningspagina:
    """`ingevuld`: what stands in the form after a fault. Raises GeenAanbesteding."""
    perceel = stand.perceel(nummer)
    if perceel is None:
        raise GeenAanbesteding
    laatste = stand.laatste(nummer)
    open_ = nog_te_doen(stand, nummer)
    vast = laatste not in (None, Stapsoort.INGETROKKEN)
    uitslag = bereken(stand, nummer) if not open_ else vastgelegd(stand, nummer) if vast else None
    beslist = mag(wie, Handeling.BESLUITEN, Soort.GUNNING)
    stappen = stand.gunning(nummer)
    return Gunningspagina(
        id=stand.aanbesteding.id,
        naam=stand.aanbesteding.naam,
        perceel=nummer,
        perceelnaam=perceel.naam,
        contractanten=perceel.contractanten,
        valt_terug_op=perceel.valt_terug_op,
        stand=laatste.value if laatste else "",
        open=open_,
        uitslag=uitslag,
        plaatsen=_plaatsen(stand, uitslag),
        stappen=tuple(_stap(stand, s) for s in reversed(stappen)),
        kan=_kan(stand, nummer, laatste, open_, uitslag) if beslist else (),
        formulier=_formulier(stand, nummer, nu, ingevuld or {}),
        brieven=_brieven(stappen),
        aanpassen=tuple((b.id, b.naam) for b in stand.boden.values() if mag_tweede(stand, b.id, nummer)),
        beurten=tuple(
            (stand.boden[bod].naam, t.aangepast, t.reden, t.tijd)
            for (bod, p), t in stand.tweede.items()
            if p == nummer and bod in stand.boden
        ),
        mag_beslissen=beslist,
        fouten=fouten,
        melding=melding,
    )


def _kan(
    stand: Stand, nummer: int, laatste: Stapsoort | None, open_: tuple[str, ...], uitslag: Uitslag | None
) -> tuple[str, ...]:
    """The steps that make sense now: a new proposal only where the outcome changed."""
    volgende = VOLGENDE[laatste]
    if Stapsoort.VOORSTEL not in volgende:
        return tuple(volgende)
    klaar = not open_ and uitslag is not None and not (uitslag.voorlopig and uitslag.hoogstens is not None)
    if laatste in (Stapsoort.BESLUIT, Stapsoort.DEFINITIEF):
        klaar = klaar and uitslag != vastgelegd(stand, nummer)
    return tuple(s for s in volgende if s is not Stapsoort.VOORSTEL or klaar)


def _formulier(stand: Stand, nummer: int, nu: datetime, ingevuld: dict[str, str]) -> Stapformulier:
    def dag(naam: str, eigen: date | None) -> str:
        return ingevuld.get(naam, f"{eigen:%d-%m-%Y}" if eigen else "")

    gelijk: tuple[Keuzeveld, ...] = ()
    te_kiezen, vraagt = 0, False
    if stand.laatste(nummer) is Stapsoort.VOORSTEL:
        uitslag = vastgelegd(stand, nummer)
        te_kiezen, vraagt = uitslag.te_kiezen, vraagt_vergelijking(uitslag)
        gelijk = tuple(
            Keuzeveld(f"kies-{r.inschrijving_id}", r.naam, f"kies-{r.inschrijving_id}" in ingevuld)
            for r in uitslag.met("gelijke stand")
        )
    vandaag = nederlandse_tijd(nu).date()
    einde = bezwaar_tot(stand.aanbesteding, nummer)
    return Stapformulier(
        dag=dag("dag", vandaag),
        bezwaar_tot=dag("bezwaar_tot", einde if einde and einde > vandaag else None),
        reden=ingevuld.get("reden", ""),
        vergelijking=ingevuld.get("vergelijking", ""),
        gekozen=gelijk,
        te_kiezen=te_kiezen,
        vraagt_vergelijking=vraagt,
    )


def _stap(stand: Stand, s: Gunningsstap) -> Stapbeeld:
    uitslag = Uitslag.model_validate(s.uitslag)
    namen = {r.inschrijving_id: r.naam for r in uitslag.regels}
    return Stapbeeld(
        soort=s.soort,
        naam=STAPNAMEN[s.soort],
        dag=s.dag,
        bezwaar_tot=s.bezwaar_tot,
        reden=s.reden,
        vergelijking=s.vergelijking,
        gegund=tuple(namen.get(id_, id_) for id_ in s.gegund),
        door=s.gebruiker.naam,
        tijd=s.tijd,
    )


def _brieven(stappen: tuple[Gunningsstap, ...]) -> tuple[tuple[str, str, str], ...]:
    if not stappen or Stapsoort(stappen[-1].soort) not in STAPPEN_MET_BRIEF:
        return ()
    stap = stappen[-1]
    uitslag = Uitslag.model_validate(stap.uitslag)
    return tuple((r.inschrijving_id, r.naam, briefsoort(stap, r).value) for r in uitslag.regels)


def _plaatsen(stand: Stand, uitslag: Uitslag | None) -> dict[str, str]:
    plaatsen = {s.vindplaats for s in uitslag.stappen} if uitslag else set()
    return {plaats: plaatslink(plaats, stand.tender).adres for plaats in plaatsen}
