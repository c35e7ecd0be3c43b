"""What each kind of job does. Runs in the process of an attempt, so heavy libraries are loaded here only.

An attempt can be cut off at any point and begun again. So what a handler makes stays in its `werkmap`, and is
moved to its place in `afronden` (or `bijwerken`), where no other attempt can come in between.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from compliance.tekst import getal_tekst
from knowledge.documents import Bestand
from web.jobs.werk import Handler, Werk, neem_over
from web.models import Plaatsingsronde
from web.repositories import besluiten, inschrijvingen, rondes, varianten
from web.services.datum import dag_van_week
from web.services.inschrijvingen import Inschrijvingsmap, inzending_van, peildatum
from web.services.kindbeeld import UITLEG, uitlegbestand
from web.services.kluisinhoud import opgeslagen, uit_kluis
from web.services.plaatsingen import Rondemap, variantmap

if TYPE_CHECKING:
    from matcher import Probleem

UITLEG_SECONDEN = 10
"""Time for each time that a plan is solved again for an explanation."""


def los_plaatsing_op(werk: Werk) -> None:
    """Solve the folder of a ronde (a demo ronde makes its folder first) and keep the plan."""
    from matcher import check, read_folder, solve
    from matcher.solver.oplossen import Voortgang

    ronde_map = Rondemap.of(werk.settings, werk.subject_id)
    apart = Rondemap(werk.werkmap)
    with werk.database.session() as session:
        ronde = rondes.get(session, werk.subject_id)
        assert ronde
    if ronde.demo and not ronde_map.invoer.exists():
        from matcher.demo import schrijf_demo

        werk.meld("De voorbeeldregio wordt gemaakt.")
        apart.invoer.mkdir()
        schrijf_demo(apart.invoer, _maandag(date.today()))
        with werk.bijwerken():
            neem_over(apart.map, ronde_map.map)
    probleem = _met_beloften(werk, read_folder(ronde_map.invoer), ronde)

    def voortgang(stand: Voortgang) -> None:
        if stand.kosten is not None and stand.kloof is not None:
            werk.meld_stand(_in_woorden(stand.kosten, stand.ondergrens, stand.kloof))

    werk.meld("We zoeken een eerste plan.")
    plan = solve(probleem, seconds=ronde.seconden, workers=2, progress=voortgang, stop=werk.stop_gevraagd)
    werk.meld("Het plan wordt nagerekend.")
    apart.bewaar(plan, check(probleem, plan))
    with werk.afronden() as session:
        neem_over(apart.map, ronde_map.map)
        bewaard = rondes.get(session, werk.subject_id)
        assert bewaard
        bewaard.status = plan.status
        bewaard.geplaatst = len(plan.per_jeugdige)
        bewaard.niet_geplaatst = len(plan.niet_geplaatst)


def _met_beloften(werk: Werk, probleem: "Probleem", ronde: Plaatsingsronde) -> "Probleem":
    """The problem in which the places of the published plan are dear, if this ronde builds on one."""
    from matcher import read_plan
    from matcher.uitleg.watals import met_beloften

    basis = Rondemap.of(werk.settings, ronde.basis_id) if ronde.basis_id else None
    if basis is None or not basis.plan.exists():
        return probleem
    return met_beloften(probleem, read_plan(basis.plan), ronde.belofte)


def leg_plek_uit(werk: Werk) -> None:
    """What else there is for one jeugdige, found by solving again with each choice, and its price."""
    from knowledge.command import write_json
    from matcher import read_folder, read_plan
    from matcher.uitleg.oplosser import binnen
    from matcher.uitleg.uitleg import als_json, leg_uit

    with werk.database.session() as session:
        verzoek = besluiten.get_verzoek(session, werk.subject_id)
        assert verzoek
    ronde_map = Rondemap.of(werk.settings, verzoek.ronde_id)
    werk.meld("We rekenen uit wat andere plekken voor het hele plan betekenen.")
    los_op = binnen(UITLEG_SECONDEN, stop=werk.stop_gevraagd)
    probleem = read_folder(ronde_map.invoer)
    uitleg = leg_uit(probleem, read_plan(ronde_map.plan), verzoek.jeugdige_id, los_op)
    apart = werk.werkmap / UITLEG
    apart.mkdir()

    def op_dag(week: int) -> str:
        return f"op {dag_van_week(probleem.peildatum, week):%d-%m-%Y}"

    write_json(uitlegbestand(werk.werkmap, verzoek.id), als_json(uitleg, op_dag))
    with werk.afronden():
        neem_over(apart, ronde_map.map / UITLEG)


def probeer_variant(werk: Werk) -> None:
    """Solve a plan anew with a change; the result is kept beside the plan of the ronde."""
    from matcher import Plan, Probleem, check, read_folder, read_plan, solve
    from matcher.solver.oplossen import Voortgang
    from matcher.uitleg.watals import met_beloften, wat_als
    from web.services.voornemen import Voornemen, als_wijziging, schrijf_invoer, zonder_strijdige

    with werk.database.session() as session:
        variant = varianten.get(session, werk.subject_id)
        assert variant
        ronde = rondes.get(session, variant.ronde_id)
        assert ronde
    ronde_map = Rondemap.of(werk.settings, ronde.id)
    voornemen = Voornemen.from_json(variant.voornemen)
    probleem = read_folder(ronde_map.invoer)
    oud = read_plan(ronde_map.plan)

    def voortgang(stand: Voortgang) -> None:
        if stand.kosten is not None and stand.kloof is not None:
            werk.meld_stand(_in_woorden(stand.kosten, stand.ondergrens, stand.kloof))

    def los_op(probleem: Probleem, start: Plan | None = None) -> Plan:
        return solve(probleem, ronde.seconden, 2, progress=voortgang, stop=werk.stop_gevraagd, start=start)

    werk.meld("We zoeken een plan met uw wijziging.")
    wijziging = als_wijziging(voornemen, probleem.peildatum)
    uitkomst = wat_als(zonder_strijdige(probleem, voornemen), oud, wijziging, los_op, voornemen.belofte)
    plan, anders = uitkomst.plan, uitkomst.probleem
    assert plan
    apart = Rondemap(werk.werkmap / variant.id)
    schrijf_invoer(ronde_map.invoer, apart, voornemen, anders.vastleggingen)
    apart.bewaar(plan, check(met_beloften(anders, oud, voornemen.belofte), plan))
    with werk.afronden() as session:
        doel = variantmap(ronde_map, variant.id).map
        neem_over(apart.map, doel)
        bewaard = varianten.get(session, variant.id)
        assert bewaard
        bewaard.status = plan.status
        if uitkomst.vergelijking:
            eerst, dan = uitkomst.vergelijking.kosten
            bewaard.punten = dan - eerst
            bewaard.verschuift = len(uitkomst.vergelijking.verschuivingen)


def _in_woorden(kosten: int, ondergrens: int, kloof: float) -> str:
    """How good the best plan is, and how much better a plan could be."""
    stand = f"Er is een plan met {getal_tekst(kosten)} punten (minder is beter)."
    if ondergrens >= kosten:
        return f"{stand} Beter kan niet."
    procent = kloof * 100
    scheelt = f"hoogstens {getal_tekst(procent, 1)}%" if procent >= 0.1 else "minder dan 0,1%"
    return (
        f"{stand} We zoeken verder. Minder dan {getal_tekst(ondergrens)} punten kan niet: "
        f"een beter plan scheelt {scheelt}."
    )


def _maandag(dag: date) -> date:
    """The Monday of a day's week: the peildatum of a demo region."""
    return dag - timedelta(days=dag.weekday())


def controleer_inschrijving(werk: Werk) -> None:
    """Read and judge a bid (a demo bid is written first) and keep the report and the texts."""
    from compliance.controle import judge_dossier, open_dossier
    from compliance.rekenwaarden import rekenwaarden
    from knowledge.catalogue import load_tender
    from knowledge.documents import read_documents

    map_ = Inschrijvingsmap.of(werk.settings, werk.subject_id)
    with werk.database.session() as session:
        inschrijving = inschrijvingen.get(session, werk.subject_id)
        assert inschrijving
        bestanden = map_.bestanden(inschrijving)
        dag, uit_inzending = peildatum(session, inschrijving), inzending_van(session, inschrijving)
    if not bestanden:
        bestanden = _haal_op(werk, map_, uit_inzending)
    werk.meld(f"We lezen {len(bestanden)} bestanden.")
    documenten = read_documents(bestanden)
    werk.meld("We vergelijken de inschrijving met de eisen.")
    dossier = open_dossier(documenten, dag, load_tender())
    rapport = judge_dossier(dossier)
    apart = Inschrijvingsmap(werk.werkmap / "uitkomst")
    apart.bewaar(rapport, documenten)
    apart.bewaar_waarden(rekenwaarden(dossier))
    ernst = [bevinding.ernst for bevinding in rapport.bevindingen]
    with werk.afronden() as session:
        neem_over(apart.map, map_.map)
        bewaard = inschrijvingen.get(session, werk.subject_id)
        assert bewaard
        if bewaard.inzending_id is None:  # of a bid from the vault we know whose it is
            bewaard.naam = rapport.inschrijver
        bewaard.knockouts = ernst.count("knock-out")
        bewaard.aandachtspunten = len(ernst) - ernst.count("knock-out")


def _haal_op(werk: Werk, map_: Inschrijvingsmap, inzending_id: str | None) -> list[Bestand]:
    """Get the files of a bid that has none yet: from the vault, or a demo bid is made."""
    nieuw = Inschrijvingsmap(werk.werkmap / "nieuw")
    if inzending_id:
        werk.meld("De inschrijving wordt uit de kluis gehaald.")
        with werk.database.session() as session:
            voor_server, opgeslagen_ = opgeslagen(session, inzending_id)
        with uit_kluis(werk.settings, voor_server, opgeslagen_) as paden:
            rijen = nieuw.neem_op(paden)
    else:
        from compliance.demo import write_demo

        werk.meld("De voorbeeldinschrijving wordt gemaakt.")
        rijen = nieuw.neem_op(write_demo(werk.werkmap / "demo"))
    with werk.bijwerken() as session:
        neem_over(nieuw.map, map_.map)
        inschrijving = inschrijvingen.get(session, werk.subject_id)
        assert inschrijving
        inschrijvingen.set_files(inschrijving, rijen)
        return map_.bestanden(inschrijving)


HANDLERS: dict[str, Handler] = {
    "plaatsing": los_plaatsing_op,
    "inschrijving": controleer_inschrijving,
    "uitleg": leg_plek_uit,
    "variant": probeer_variant,
}
