"""What a choice of percelen means: may it, why not, what can be added, and what each asks (§4.3.1)."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.calculators.percelen import PERCELEN
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.catalogue.models import Perceel, Stuk, Tender
from web.contexts.rekenen import Plaatslink
from web.services.rekenuitkomst import plaatslink

WONEN = 8
"""The perceel within which a bidder says which vormen it offers (§9)."""


@dataclass(frozen=True, slots=True)
class Keuze:
    """What a bidder chose, and the cases that are its own (keys of stukken that are asked only then)."""

    percelen: frozenset[int]
    vormen: frozenset[str]
    gevallen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Perceelregel:
    """One perceel to choose. `reden`: why it cannot be added to the choice, "" where it can."""

    nummer: int
    naam: str
    gekozen: bool
    reden: str
    eisen: int
    voorwaarden: tuple[str, ...]
    contractanten: str
    looptijd: str
    zonder: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stukregel:
    """A stuk that the choice asks. `staat_in`: names of the stukken in which it may stand."""

    sleutel: str
    naam: str
    uitleg: str
    plaats: Plaatslink
    wanneer: str
    staat_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Redenregel:
    tekst: str
    plaats: Plaatslink


@dataclass(frozen=True, slots=True)
class Normregel:
    naam: str
    uitleg: str
    plaats: Plaatslink


@dataclass(frozen=True, slots=True)
class Gevolg:
    """What the choice means. `mag`: the rules allow it."""

    mag: bool
    antwoord: str
    redenen: tuple[Redenregel, ...]
    opmerkingen: tuple[str, ...]
    eisen: int
    stukken: tuple[Stukregel, ...]
    normen: tuple[Normregel, ...]


def lees_keuze(
    tender: Tender, percelen: Iterable[str], vormen: Iterable[str], gevallen: Iterable[str]
) -> Keuze:
    """A choice from a form; what the tender does not know is left out, and vormen without their perceel."""
    nummers = {str(p.nummer): p.nummer for p in tender.percelen}
    gekozen = frozenset(nummers[n] for n in percelen if n in nummers)
    bekend = {v.sleutel for v in tender.vormen} if WONEN in gekozen else set()
    mogelijk = {s.sleutel for s in gevallen_van(tender)}
    return Keuze(gekozen, frozenset(vormen) & bekend, frozenset(gevallen) & mogelijk)


def gevallen_van(tender: Tender) -> tuple[Stuk, ...]:
    """The stukken that are asked only in some case which a bidder knows and the percelen do not tell."""
    return tuple(s for s in tender.stukken if s.wanneer and not s.vormen)


def perceelregels(tender: Tender, keuze: Keuze) -> tuple[Perceelregel, ...]:
    niet: dict[int, str] = {}
    if keuze.percelen:
        waarden = _reken(tender, keuze).waarden
        # What is wrong with the choice as it is, says nothing of what could be added.
        nu = {r["reden"] for r in waarden["geweigerd"]}
        niet = {n["perceel"]: n["reden"] for n in waarden["kan_niet_erbij"] if n["reden"] not in nu}
    return tuple(_perceel(tender, p, keuze, niet.get(p.nummer, "")) for p in tender.percelen)


def gevolg(tender: Tender, keuze: Keuze) -> Gevolg | None:
    """None while nothing is chosen."""
    if not keuze.percelen:
        return None
    uitkomst = _reken(tender, keuze)
    redenen = {r["reden"]: r["vindplaats"] for r in uitkomst.waarden["geweigerd"]}
    return Gevolg(
        mag=uitkomst.waarden["toegestaan"],
        antwoord=_antwoord(uitkomst),
        redenen=tuple(Redenregel(tekst, plaatslink(plaats, tender)) for tekst, plaats in redenen.items()),
        opmerkingen=uitkomst.opmerkingen,
        eisen=len(tender.eisen_voor(keuze.percelen, vormen_in_eisen(tender, keuze.vormen))),
        stukken=tuple(stukregel(tender, s) for s in gevraagde_stukken(tender, keuze)),
        normen=tuple(
            Normregel(n.naam, f"{n.samenvatting} Zo rekent u: {n.formule}.", plaatslink(n.vindplaats, tender))
            for n in tender.financiele_normen
        ),
    )


def gevraagde_stukken(tender: Tender, keuze: Keuze) -> tuple[Stuk, ...]:
    """The stukken that this choice asks for, in the catalogue's order."""
    return tuple(s for s in tender.stukken if _gevraagd(s, keuze))


def vormen_in_eisen(tender: Tender, vormen: frozenset[str]) -> frozenset[str]:
    """With those whose eisen hold as well: a gezinshuis is also wonen."""
    ook = {ander for v in tender.vormen if v.sleutel in vormen for ander in v.geldt_ook_als}
    return vormen | ook


def stukregel(tender: Tender, stuk: Stuk) -> Stukregel:
    namen = {s.sleutel: s.naam for s in tender.stukken}
    return Stukregel(
        sleutel=stuk.sleutel,
        naam=stuk.naam,
        uitleg=stuk.samenvatting,
        plaats=plaatslink(stuk.vindplaats, tender),
        wanneer=stuk.wanneer,
        staat_in=tuple(namen[s] for s in stuk.staat_in if s in namen),
    )


def _gevraagd(stuk: Stuk, keuze: Keuze) -> bool:
    if stuk.percelen and not keuze.percelen & set(stuk.percelen):
        return False
    if stuk.vormen:
        return bool(keuze.vormen & set(stuk.vormen))
    return not stuk.wanneer or stuk.sleutel in keuze.gevallen


def _reken(tender: Tender, keuze: Keuze) -> Uitkomst:
    gegevens = {"percelen": sorted(keuze.percelen), "vormen": sorted(keuze.vormen)}
    return PERCELEN.uit_gegevens(tender, gegevens)


def _antwoord(uitkomst: Uitkomst) -> str:
    """Without the reasons: those have a line of their own here."""
    if uitkomst.waarden["toegestaan"]:
        return uitkomst.antwoord
    return "Zo kan het nog niet. Met een kleine wijziging wel."


def _perceel(tender: Tender, perceel: Perceel, keuze: Keuze, reden: str) -> Perceelregel:
    alleen = frozenset({perceel.nummer})
    return Perceelregel(
        nummer=perceel.nummer,
        naam=perceel.naam,
        gekozen=perceel.nummer in keuze.percelen,
        reden=reden,
        eisen=len(tender.eisen_voor(alleen, vormen_in_eisen(tender, keuze.vormen))),
        voorwaarden=tuple(v.samenvatting for v in perceel.voorwaarden),
        contractanten=perceel.contractanten,
        looptijd=perceel.looptijd,
        zonder=perceel.zonder_gemeenten,
    )
