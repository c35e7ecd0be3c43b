"""The hoofdbeoordelaar names who score what."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy.orm import Session

from web.access import Handeling, Soort, Toegang, Wie, mag
from web.auth.sessies import wie_van
from web.gunning.opzet import criteria_bij, percelen_van, tender_van
from web.gunning.stand import Stand, lees_stand
from web.models import Aanbesteding, Gebruiker
from web.repositories import aanbestedingen, kluis, scores
from web.services.aanbestedingen import Veldfouten, eigen

MINST = 2
"""Each scores on their own first, then they talk: that takes two (§6.1.1)."""


def mogelijke_beoordelaars(session: Session, organisatie_id: str) -> list[Gebruiker]:
    """People of this region whose rol may score."""
    alle = kluis.people(session, organisatie_id)
    return [g for g in alle if mag(wie_van(g), Handeling.MAKEN, Soort.SCORE)]


def te_beoordelen(aanbesteding: Aanbesteding) -> Iterator[tuple[int, str, str]]:
    """Each perceel and criterium (id and name) of a tender that gets a score."""
    tender = tender_van(aanbesteding)
    for perceel in percelen_van(aanbesteding, tender):
        for criterium in criteria_bij(tender, perceel.nummer):
            yield perceel.nummer, criterium.id, criterium.naam


def wijs_aan(toegang: Toegang, wie: Wie, id_: str, keuze: Mapping[tuple[int, str], Iterable[str]]) -> None:
    """Name these people; of what is not in `keuze` nothing changes.

    Once somebody handed in a score, that person stays and their number does not go down: otherwise leaving
    somebody out would show the scores of the others. Raises Veldfouten, GeenAanbesteding.
    """
    with toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.GUNNING, id_, "beoordelaars") as session:
        eigen(session, wie, id_)
        aanbesteding = aanbestedingen.lock(session, id_)
        assert aanbesteding
        stand = lees_stand(session, aanbesteding)
        kan = {g.id for g in mogelijke_beoordelaars(session, wie.organisatie_id)}
        nieuw = {(p, c): frozenset(keuze[p, c]) for p, c, _ in te_beoordelen(aanbesteding) if (p, c) in keuze}
        fouten = [fout for sleutel, mensen in nieuw.items() if (fout := _fout(stand, sleutel, mensen, kan))]
        if fouten:
            raise Veldfouten(*fouten)
        oud = {(a.perceel, a.criterium, a.gebruiker_id): a for a in scores.named(session, id_)}
        for (perceel, criterium, gebruiker), aanwijzing in oud.items():
            if (perceel, criterium) in nieuw and gebruiker not in nieuw[perceel, criterium]:
                scores.unname(session, aanwijzing)
        for (perceel, criterium), mensen in nieuw.items():
            for gebruiker in sorted(mensen):
                if (perceel, criterium, gebruiker) not in oud:
                    scores.name(session, wie.organisatie_id, id_, perceel, criterium, gebruiker)


def veld(perceel: int, criterium: str) -> str:
    """The id of the group of fields on the page."""
    return f"wie-{perceel}-{criterium}"


def _fout(
    stand: Stand, sleutel: tuple[int, str], mensen: frozenset[str], kan: set[str]
) -> tuple[str, str] | None:
    nu = frozenset(g.id for g in stand.aangewezen.get(sleutel, ()))
    plaats = f"Perceel {sleutel[0]}"
    if mensen == nu:
        return None
    if mensen and (len(mensen) < MINST or not mensen <= kan | nu):
        return veld(*sleutel), f"{plaats}: kies ten minste {MINST} beoordelaars."
    klaar = stand.begonnen(*sleutel)
    if klaar and not klaar <= mensen:
        return veld(*sleutel), f"{plaats}: wie al een score heeft ingediend, blijft beoordelaar."
    if klaar and len(mensen) < len(nu):
        return veld(*sleutel), f"{plaats}: er is al gescoord. U kunt iemand vervangen, niet weglaten."
    if klaar and any(stand.bekend(o) for o in stand.klaar if (o.perceel, o.criterium) == sleutel):
        return veld(*sleutel), f"{plaats}: scores zijn al bekend. De beoordelaars staan vast."
    return None
