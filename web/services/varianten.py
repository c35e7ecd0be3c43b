"""Makes a ronde of a what-if, when somebody chooses to."""

import shutil

from sqlalchemy.orm import Session

from matcher import read_plan
from web.models import Plaatsingsronde
from web.models.variant import Variant
from web.repositories import jobs, rondes
from web.services.plaatsingen import Rondemap, variantmap
from web.settings import Settings


def neem_over(
    session: Session,
    settings: Settings,
    eigenaar_id: str,
    ronde: Plaatsingsronde,
    variant: Variant,
    naam: str,
) -> Plaatsingsronde:
    """A new ronde with the input and the plan of the what-if, as they were shown; the old one stays."""
    bron = variantmap(Rondemap.of(settings, ronde.id), variant.id)
    plan = read_plan(bron.plan)
    nieuw = rondes.add(session, eigenaar_id, naam[:80], ronde.seconden, ronde.demo)
    nieuw.status = plan.status
    nieuw.geplaatst, nieuw.niet_geplaatst = len(plan.per_jeugdige), len(plan.niet_geplaatst)
    nieuw.basis_id, nieuw.belofte = ronde.basis_id, ronde.belofte
    jobs.add_done(session, eigenaar_id, "plaatsing", nieuw.id)
    variant.ronde_gemaakt_id = nieuw.id
    shutil.copytree(bron.map, Rondemap.of(settings, nieuw.id).map)
    return nieuw
