"""The outcome of a perceel: end scores, ranking and who is out, by the calculator `score`."""

from collections.abc import Iterator
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from knowledge.calculators.score.beoordeling import beoordeel
from knowledge.calculators.score.criteria import minimum_van, veld_van
from knowledge.calculators.score.invoer import Inschrijver, Plekken, ScoreInvoer, sleutel
from knowledge.calculators.score.rekenen import reken_score
from knowledge.errors import InvoerFout
from web.gunning.stand import Stand
from web.models import Inschrijving
from web.repositories.scores import Onderwerp

WINT = frozenset({"gekozen", "komt in aanmerking"})


class _Deel(BaseModel):
    model_config = ConfigDict(frozen=True)


class Uitslagregel(_Deel):
    """One bid. `rang` and `eindcijfer` only where it was scored to the end."""

    inschrijving_id: str
    naam: str
    plaatsing: str
    """As the calculator has it: "gekozen", "gelijke stand", "niet gekozen", "komt in aanmerking",
    "mag plan aanpassen", "afgewezen", "terzijde gelegd"."""
    rang: int | None = None
    eindcijfer: Decimal | None = None
    reden: str = ""
    """Why it was laid aside, as a person wrote it."""


class Rekenstap(_Deel):
    omschrijving: str
    berekening: str
    uitkomst: str
    vindplaats: str


class Uitslag(_Deel):
    """`hoogstens`: how many can be chosen; None: everybody who qualifies. `voorlopig`: somebody may still
    change the plan and come between the others."""

    antwoord: str
    regels: tuple[Uitslagregel, ...]
    stappen: tuple[Rekenstap, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    hoogstens: int | None = None
    voorlopig: bool = False

    def met(self, plaatsing: str) -> tuple[Uitslagregel, ...]:
        return tuple(r for r in self.regels if r.plaatsing == plaatsing)

    @property
    def winnaars(self) -> tuple[Uitslagregel, ...]:
        return tuple(r for r in self.regels if r.plaatsing in WINT)

    @property
    def te_kiezen(self) -> int:
        """How many of those on a shared last place a person has to choose."""
        if self.hoogstens is None or not self.met("gelijke stand"):
            return 0
        return self.hoogstens - len(self.winnaars)

    def van(self, inschrijving_id: str) -> Uitslagregel | None:
        return next((r for r in self.regels if r.inschrijving_id == inschrijving_id), None)


def nog_te_doen(stand: Stand, perceel: int) -> tuple[str, ...]:
    """What stands between now and the outcome of a perceel, in words; of each bid the first thing."""
    return tuple(_open(stand, perceel))


def _open(stand: Stand, perceel: int) -> Iterator[str]:
    for bod in stand.boden.values():
        if (bod.id, perceel) not in stand.toelating:
            yield f"{bod.naam}: nog niet besloten of deze inschrijving meedoet."
    criteria = stand.criteria(perceel)
    if not criteria:
        return
    for bod in stand.toegelaten(perceel):
        inschrijver, plekken = _inschrijver(stand, bod, perceel, bod.naam[:200])
        beurt = stand.tweede.get((bod.id, perceel))
        if beurt and beurt.aangepast and inschrijver.aangepast is None:
            yield f"{bod.naam}: het aangepaste plan heeft nog geen consensusscore."
            continue
        try:
            beoordeel(stand.tender, perceel, inschrijver, plekken)
        except InvoerFout:
            missen = [c.naam for c in criteria if Onderwerp(bod.id, perceel, c.id) not in stand.consensus]
            yield f"{bod.naam}: nog geen consensusscore voor {', '.join(missen)}."


def bereken(stand: Stand, perceel: int) -> Uitslag:
    """The outcome; only once `nog_te_doen` is empty. InvoerFout where a score is missing."""
    soort = stand.perceel(perceel)
    assert soort
    namen = _namen(stand, perceel)
    if not stand.criteria(perceel):
        return _zonder_plan(stand, perceel)
    inschrijvers: list[Inschrijver] = []
    alle_plekken: list[Plekken] = []
    for bod in stand.toegelaten(perceel):
        inschrijver, plekken = _inschrijver(stand, bod, perceel, namen[bod.id])
        inschrijvers.append(inschrijver)
        alle_plekken += plekken
    redenen = {}
    for t in stand.terzijde(perceel):
        redenen[t.inschrijving_id] = t.reden
        inschrijvers.append(
            Inschrijver.model_validate({"naam": namen[t.inschrijving_id], "terzijde": t.besluit})
        )
    if not inschrijvers:
        return Uitslag(antwoord="Niemand doet mee op dit perceel.", regels=())
    invoer = ScoreInvoer(perceel=perceel, inschrijvers=tuple(inschrijvers), plekken=tuple(alle_plekken))
    uitkomst = reken_score(stand.tender, invoer)
    van_naam = {naam: id_ for id_, naam in namen.items()}
    return Uitslag(
        antwoord=uitkomst.antwoord,
        regels=tuple(
            Uitslagregel(inschrijving_id=van_naam[r["naam"]], reden=redenen.get(van_naam[r["naam"]], ""), **r)
            for r in uitkomst.waarden["uitslag"]
        ),
        stappen=tuple(
            Rekenstap(
                omschrijving=s.omschrijving,
                berekening=s.berekening,
                uitkomst=s.uitkomst,
                vindplaats=s.vindplaats,
            )
            for s in uitkomst.stappen
        ),
        opmerkingen=uitkomst.opmerkingen,
        hoogstens=soort.hoogstens_gegund,
        voorlopig=uitkomst.waarden["voorlopig"],
    )


def _namen(stand: Stand, perceel: int) -> dict[str, str]:
    """By id of a bid a name that no other on this perceel has: the calculator tells bidders apart by it."""
    mee = {b.id: b for b in stand.toegelaten(perceel)}
    mee |= {t.inschrijving_id: stand.boden[t.inschrijving_id] for t in stand.terzijde(perceel)}
    namen: dict[str, str] = {}
    for id_, bod in mee.items():
        naam, nummer = bod.naam.strip()[:190] or "Zonder naam", 1
        while sleutel(naam) in {sleutel(n) for n in namen.values()}:
            nummer += 1
            naam = f"{bod.naam.strip()[:190]} ({nummer})"
        namen[id_] = naam
    return namen


def _inschrijver(
    stand: Stand, bod: Inschrijving, perceel: int, naam: str
) -> tuple[Inschrijver, tuple[Plekken, ...]]:
    """The consensus scores of a bid, and its places, as the calculator asks them."""
    criteria = stand.criteria(perceel)
    velden: dict[str, Decimal] = {}
    for c in criteria:
        consensus = stand.consensus.get(Onderwerp(bod.id, perceel, c.id))
        if consensus:
            velden[veld_van(c)] = Decimal(consensus.punten)
    plan = minimum_van(criteria)[0]
    tweede = stand.consensus.get(Onderwerp(bod.id, perceel, plan.id, 2))
    beurt = stand.tweede.get((bod.id, perceel))
    if tweede:
        velden["aangepast"] = Decimal(tweede.punten)
    elif beurt and not beurt.aangepast and veld_van(plan) in velden:
        velden["aangepast"] = velden[veld_van(plan)]
    plekken = tuple(
        Plekken(inschrijver=naam, aantal=int(p["aantal"]), afstand=Decimal(p["afstand"]))
        for p in stand.toelating[bod.id, perceel].plekken
    )
    return Inschrijver.model_validate({"naam": naam, **velden}), plekken


def _zonder_plan(stand: Stand, perceel: int) -> Uitslag:
    """For percelen without a plan van aanpak: who may take part, qualifies (§6.1)."""
    mee = tuple(
        Uitslagregel(inschrijving_id=b.id, naam=b.naam, plaatsing="komt in aanmerking")
        for b in stand.toegelaten(perceel)
    )
    uit = tuple(
        Uitslagregel(
            inschrijving_id=t.inschrijving_id,
            naam=stand.boden[t.inschrijving_id].naam,
            plaatsing="terzijde gelegd",
            reden=t.reden,
        )
        for t in stand.terzijde(perceel)
    )
    aantal = {0: "Niemand komt", 1: "1 inschrijver komt"}.get(len(mee), f"{len(mee)} inschrijvers komen")
    return Uitslag(
        antwoord=f"{aantal} in aanmerking. Voor dit perceel is geen plan van aanpak nodig (§6.1).",
        regels=mee + uit,
    )
