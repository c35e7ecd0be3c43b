"""The beds of a groep of the register, week by week: how many there are, who is in them, how many free."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from matcher import Plan, Probleem
from web.models import Plaatsingsronde
from web.models.register import Registersoort
from web.repositories import register, rondes
from web.services.datum import dag_van_week
from web.services.kindbeeld import geladen
from web.services.plaatsingen import Rondemap
from web.services.register import HORIZON, maandag
from web.settings import Settings


@dataclass(frozen=True, slots=True)
class Bedregel:
    """Weeks on end in which nothing changes; `tot` is the first day after them. `vrij` may be below 0."""

    van: date
    tot: date
    bedden: int
    wie: tuple[str, ...]

    @property
    def vrij(self) -> int:
        return self.bedden - len(self.wie)


@dataclass(frozen=True, slots=True)
class Bezetting:
    """`ronde`, `adres`: the plan that tells who lives there; "" when only today's residents are known."""

    regels: tuple[Bedregel, ...]
    ronde: str
    adres: str
    gepubliceerd: datetime | None


def bezetting(
    session: Session, settings: Settings, sleutel: str, velden: Mapping[str, str], vandaag: date
) -> Bezetting:
    """From the Monday of today's week on. Beds as the register has them now; who is in them by the plan that
    was published last, or else by the latest one; without a plan by who lives there now."""
    begin = maandag(vandaag)
    for ronde in _rondes(session):
        map_ = Rondemap.of(settings, ronde.id)
        if not map_.plan.exists():
            continue
        probleem, plan = geladen(map_.map)
        einde = dag_van_week(probleem.peildatum, probleem.horizon)
        if sleutel in probleem.groepen and begin < einde:
            wie = _volgens_plan(probleem, plan, sleutel, begin, einde)
            regels = _regels(velden, wie, begin)
            return Bezetting(regels, ronde.naam, f"/plaatsing/{ronde.id}", ronde.gepubliceerd)
    bewoners = tuple(
        jeugdige
        for _, jeugdige, waarden in register.velden(session, Registersoort.JEUGDIGE)
        if waarden.get("huidige_groep") == sleutel
    )
    return Bezetting(_regels(velden, (bewoners,) * HORIZON, begin), "", "", None)


def _rondes(session: Session) -> list[Plaatsingsronde]:
    gepubliceerd = rondes.laatst_gepubliceerd(session)
    return [*([gepubliceerd] if gepubliceerd else []), *rondes.klaar(session, limit=1)]


def _volgens_plan(
    probleem: Probleem, plan: Plan, sleutel: str, begin: date, einde: date
) -> tuple[tuple[str, ...], ...]:
    """Who is there in each week from `begin` to `einde`."""
    hier = [p for p in plan.plaatsingen if p.groep_id == sleutel]
    eerste = (begin - probleem.peildatum).days // 7
    return tuple(
        tuple(sorted(p.jeugdige_id for p in hier if p.week_van <= week < p.week_tot))
        for week in range(eerste, eerste + (einde - begin).days // 7)
    )


def _regels(velden: Mapping[str, str], wie: tuple[tuple[str, ...], ...], begin: date) -> tuple[Bedregel, ...]:
    regels: list[Bedregel] = []
    for week, daar in enumerate(wie):
        van = begin + timedelta(weeks=week)
        bedden = _bedden(velden, van)
        if regels and (regels[-1].bedden, regels[-1].wie) == (bedden, daar):
            regels[-1] = Bedregel(regels[-1].van, van + timedelta(weeks=1), bedden, daar)
        else:
            regels.append(Bedregel(van, van + timedelta(weeks=1), bedden, daar))
    return tuple(regels)


def _bedden(velden: Mapping[str, str], maandag_: date) -> int:
    """Beds in the week that begins on this Monday, as a plan counts them: some in the week in which the groep
    opens, none in the week in which it closes."""
    open_, dicht = velden.get("beschikbaar_van", ""), velden.get("beschikbaar_tot", "")
    volgende = maandag_ + timedelta(weeks=1)
    if (open_ and date.fromisoformat(open_) >= volgende) or (dicht and date.fromisoformat(dicht) < volgende):
        return 0
    return int(velden.get("capaciteit") or 0)
