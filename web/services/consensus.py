"""What the assessors agree on together, written down by the hoofdbeoordelaar (§6.1.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from knowledge.calculators.score.criteria import minimum_van
from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Toegang, Wie
from web.gunning.spreiding import Spreiding, spreiding
from web.gunning.stand import Stand
from web.gunning.stap import ligt_vast
from web.models import Consensus, Score, Tweedebeurt
from web.repositories import scores
from web.repositories.scores import Onderwerp
from web.services.aanbestedingen import GeenAanbesteding, Veldfouten
from web.services.scoren import LANGSTE_MOTIVERING, geopende_stand, omschrijf, te_kort, vraag_onderwerp

MINST_AANWEZIG = 2
KORTSTE_REDEN = 10


@dataclass(frozen=True, slots=True)
class Overleg:
    """What was filled in. `aanwezig`: ids of who were there."""

    punten: int | None
    motivering: str
    verschil: str
    aanwezig: frozenset[str]


def spreiding_van(stand: Stand, onderwerp: Onderwerp, gegeven: Sequence[Score]) -> Spreiding:
    criterium = next(c for c in stand.criteria(onderwerp.perceel) if c.id == onderwerp.criterium)
    schaal = [s.punten for s in stand.tender.scorewaarden]
    return spreiding([s.punten for s in gegeven if s.punten is not None], schaal, criterium.minimum)


def leg_vast(
    toegang: Toegang, wie: Wie, id_: str, onderwerp: Onderwerp, overleg: Overleg, nu: datetime
) -> None:
    """Keep a consensus score; one before it stays in the history. Raises InvoerFout, GeenAanbesteding."""
    deel = f"{omschrijf(onderwerp)}: consensus"
    with toegang.wijzigen(wie, Handeling.BESLUITEN, Soort.SCORE, id_, deel) as session:
        stand = geopende_stand(session, wie, id_, lock=True)
        vraag_onderwerp(stand, onderwerp)
        if not stand.bekend(onderwerp):
            raise InvoerFout("Nog niet iedereen heeft een score gegeven. Overleg kan daarna pas.")
        if ligt_vast(stand.laatste(onderwerp.perceel), onderwerp.ronde):
            raise InvoerFout("Voor dit perceel ligt al een voorstel. Trek dat eerst in.")
        namen = {g.id: g.naam for g in stand.wie(onderwerp)}
        beeld = spreiding_van(stand, onderwerp, scores.known(session, id_, onderwerp))
        punten = _controleer(stand, beeld, overleg, set(namen))
        scores.add_consensus(
            session,
            Consensus(
                eigenaar_id=wie.organisatie_id,
                aanbesteding_id=id_,
                inschrijving_id=onderwerp.inschrijving_id,
                perceel=onderwerp.perceel,
                criterium=onderwerp.criterium,
                ronde=onderwerp.ronde,
                punten=punten,
                motivering=overleg.motivering.strip(),
                verschil=overleg.verschil.strip(),
                aanwezig=[naam for id, naam in namen.items() if id in overleg.aanwezig],
                gebruiker_id=wie.gebruiker_id,
                tijd=nu,
            ),
        )


def _controleer(stand: Stand, beeld: Spreiding, overleg: Overleg, mogelijk: set[str]) -> int:
    fouten = []
    punten = overleg.punten
    if punten not in {s.punten for s in stand.tender.scorewaarden}:
        fouten.append(("punten", "Kies een score uit de tabel."))
    if fout := te_kort(overleg.motivering):
        fouten.append(("motivering", fout))
    if max(len(overleg.motivering), len(overleg.verschil)) > LANGSTE_MOTIVERING:
        fouten.append(("motivering", f"Maak de tekst korter: hoogstens {LANGSTE_MOTIVERING} tekens."))
    if not overleg.aanwezig <= mogelijk or len(overleg.aanwezig) < min(MINST_AANWEZIG, len(mogelijk)):
        fouten.append(("aanwezig", "Vink aan wie erbij waren: ten minste twee beoordelaars."))
    buiten = punten is not None and beeld.valt_buiten(punten)
    if (beeld.groot or buiten) and len(overleg.verschil.strip()) < KORTSTE_REDEN:
        waarom = "De score ligt buiten de losse scores" if buiten else "De losse scores liggen ver uit elkaar"
        fouten.append(("verschil", f"{waarom}. Schrijf op hoe u tot overeenstemming kwam."))
    if fouten:
        raise Veldfouten(*fouten)
    assert punten is not None
    return punten


def open_tweede_beurt(
    toegang: Toegang, wie: Wie, id_: str, bod: str, perceel: int, aangepast: bool, reden: str, nu: datetime
) -> None:
    """A plan below the minimum was changed, and is scored again; or it was not, and the score stays.

    Once for each bid (§6.1.1). Raises InvoerFout, GeenAanbesteding.
    """
    deel = f"inschrijving {bod}, perceel {perceel}: plan {'aangepast' if aangepast else 'niet aangepast'}"
    with toegang.wijzigen(wie, Handeling.BESLUITEN, Soort.SCORE, id_, deel) as session:
        stand = geopende_stand(session, wie, id_, lock=True)
        if not mag_tweede(stand, bod, perceel):
            raise GeenAanbesteding
        if ligt_vast(stand.laatste(perceel), 2):
            raise InvoerFout("Voor dit perceel ligt een voorstel. Trek dat eerst in.")
        if len(reden.strip()) < KORTSTE_REDEN:
            raise Veldfouten(("reden", "Schrijf op wat u van de inschrijver kreeg, en wanneer."))
        beurt = Tweedebeurt(
            eigenaar_id=wie.organisatie_id,
            inschrijving_id=bod,
            perceel=perceel,
            aanbesteding_id=id_,
            aangepast=aangepast,
            reden=reden.strip()[:LANGSTE_MOTIVERING],
            gebruiker_id=wie.gebruiker_id,
            tijd=nu,
        )
        scores.open_second(session, beurt)


def mag_tweede(stand: Stand, bod: str, perceel: int) -> bool:
    """Whether the plan of this bid scored below the minimum and was not looked at a second time."""
    criteria = stand.criteria(perceel)
    if not criteria or (bod, perceel) in stand.tweede or bod not in {b.id for b in stand.toegelaten(perceel)}:
        return False
    plan, minimum = minimum_van(criteria)
    consensus = stand.consensus.get(Onderwerp(bod, perceel, plan.id))
    return consensus is not None and consensus.punten < minimum
