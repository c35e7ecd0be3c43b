"""An assessor gives a score on their own, as a draft or handed in; others see it when all have."""

from datetime import datetime

from sqlalchemy.orm import Session

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Toegang, Wie
from web.gunning.stand import Stand, lees_stand
from web.gunning.stap import ligt_vast
from web.models import Score
from web.repositories import aanbestedingen, scores
from web.repositories.scores import Onderwerp
from web.services.aanbestedingen import GeenAanbesteding, Veldfouten, eigen

KORTSTE_MOTIVERING = 40
LANGSTE_MOTIVERING = 4000
"""Characters."""


def geopende_stand(session: Session, wie: Wie, id_: str, *, lock: bool = False) -> Stand:
    """Of a tender of this person's region whose vault is open. `lock`: nobody else changes it until this
    session ends. Raises GeenAanbesteding, InvoerFout."""
    aanbesteding = eigen(session, wie, id_)
    if lock:
        aanbesteding = aanbestedingen.lock(session, id_) or aanbesteding
    if aanbesteding.geopend is None:
        raise InvoerFout("De kluis van deze aanbesteding is nog niet open. Er valt nog niets te beoordelen.")
    return lees_stand(session, aanbesteding)


def vraag_onderwerp(stand: Stand, onderwerp: Onderwerp) -> None:
    """Raises GeenAanbesteding for what is not to be scored in this tender."""
    if onderwerp not in set(stand.onderwerpen(onderwerp.perceel)):
        raise GeenAanbesteding


def geef(
    toegang: Toegang,
    wie: Wie,
    id_: str,
    onderwerp: Onderwerp,
    punten: int | None,
    motivering: str,
    indienen: bool,
    nu: datetime,
) -> bool:
    """Keep a score as a draft, or hand it in; returns whether all have handed in now. Until then the own
    score can change; after that it is fixed. The log does not tell what was given.

    Raises InvoerFout (Veldfouten where a field is wrong), GeenAanbesteding.
    """
    deel = f"{omschrijf(onderwerp)}: {'ingediend' if indienen else 'concept'}"
    with toegang.wijzigen(wie, Handeling.MAKEN, Soort.SCORE, id_, deel) as session:
        stand = geopende_stand(session, wie, id_, lock=True)
        vraag_onderwerp(stand, onderwerp)
        vraag_scoren(stand, wie, onderwerp)
        _controleer(stand, punten, motivering, indienen)
        scores.put(
            session,
            Score(
                eigenaar_id=wie.organisatie_id,
                aanbesteding_id=id_,
                inschrijving_id=onderwerp.inschrijving_id,
                perceel=onderwerp.perceel,
                criterium=onderwerp.criterium,
                ronde=onderwerp.ronde,
                gebruiker_id=wie.gebruiker_id,
                punten=punten,
                motivering=motivering.strip(),
                ingediend=nu if indienen else None,
                gewijzigd=nu,
            ),
        )
        return lees_stand(session, stand.aanbesteding).bekend(onderwerp)


def vraag_scoren(stand: Stand, wie: Wie, onderwerp: Onderwerp) -> None:
    """Raises InvoerFout, with the reason, when this person can't score this now."""
    if wie.gebruiker_id not in {g.id for g in stand.wie(onderwerp)}:
        raise InvoerFout("U bent niet aangewezen om dit te beoordelen.")
    if stand.bekend(onderwerp):
        raise InvoerFout("Iedereen heeft een score gegeven. De scores staan nu vast.")
    if ligt_vast(stand.laatste(onderwerp.perceel), onderwerp.ronde):
        raise InvoerFout("Voor dit perceel ligt al een voorstel. De scores staan vast.")


def _controleer(stand: Stand, punten: int | None, motivering: str, indienen: bool) -> None:
    fouten = []
    if punten is not None and punten not in {s.punten for s in stand.tender.scorewaarden}:
        fouten.append(("punten", "Kies een score uit de tabel."))
    if indienen and punten is None:
        fouten.append(("punten", "Kies een score."))
    if indienen and (fout := te_kort(motivering)):
        fouten.append(("motivering", fout))
    if len(motivering) > LANGSTE_MOTIVERING:
        fouten.append(("motivering", f"Maak de motivering korter: hoogstens {LANGSTE_MOTIVERING} tekens."))
    if fouten:
        raise Veldfouten(*fouten)


def te_kort(motivering: str) -> str:
    """What to do about a motivation that says too little; "" when it is long enough."""
    if len(" ".join(motivering.split())) >= KORTSTE_MOTIVERING:
        return ""
    return f"Schrijf op waarom u deze score geeft, in ten minste {KORTSTE_MOTIVERING} tekens."


def omschrijf(onderwerp: Onderwerp) -> str:
    """For the log."""
    tweede = ", tweede beurt" if onderwerp.ronde == 2 else ""
    bod = f"inschrijving {onderwerp.inschrijving_id}"
    return f"{bod}, perceel {onderwerp.perceel}, {onderwerp.criterium}{tweede}"
