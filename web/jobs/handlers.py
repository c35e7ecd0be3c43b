"""What each kind of job does. Runs in the worker's process, so heavy libraries are loaded here only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from web.database import Database
from web.repositories import inschrijvingen, jobs, rondes
from web.services.inschrijvingen import Inschrijvingsmap
from web.services.plaatsingen import Rondemap
from web.settings import Settings


@dataclass(frozen=True, slots=True)
class Werk:
    """One job in hand."""

    settings: Settings
    database: Database
    job_id: str
    subject_id: str

    def meld(self, bericht: str) -> None:
        with self.database.session(write=True) as session:
            jobs.report(session, self.job_id, bericht)

    def stop_gevraagd(self) -> bool:
        with self.database.session(write=True) as session:
            job = jobs.get(session, self.job_id)
            return job is None or job.stop_requested


def los_plaatsing_op(werk: Werk) -> None:
    """Solve the folder of a ronde (a demo ronde makes its folder first) and keep the plan."""
    from matcher import check, read_folder, solve
    from matcher.solver.oplossen import Voortgang

    ronde_map = Rondemap.of(werk.settings, werk.subject_id)
    with werk.database.session(write=True) as session:
        ronde = rondes.get(session, werk.subject_id)
        assert ronde
    if ronde.demo and not ronde_map.invoer.exists():
        from matcher.demo import schrijf_demo

        werk.meld("De voorbeeldregio wordt gemaakt.")
        ronde_map.invoer.mkdir(parents=True)
        schrijf_demo(ronde_map.invoer, _maandag(date.today()))
    probleem = read_folder(ronde_map.invoer)

    def voortgang(stand: Voortgang) -> None:
        if stand.kosten is not None and stand.kloof is not None:
            kloof = f"{stand.kloof * 100:.1f}".replace(".", ",")
            werk.meld(f"Er is een plan. We zoeken een beter plan: het kan hoogstens {kloof}% beter.")

    werk.meld("We zoeken een eerste plan.")
    plan = solve(probleem, seconds=ronde.seconden, workers=2, progress=voortgang, stop=werk.stop_gevraagd)
    werk.meld("Het plan wordt nagerekend.")
    ronde_map.bewaar(plan, check(probleem, plan))
    with werk.database.session(write=True) as session:
        bewaard = rondes.get(session, werk.subject_id)
        assert bewaard
        bewaard.status = plan.status
        bewaard.geplaatst = len(plan.per_jeugdige)
        bewaard.niet_geplaatst = len(plan.niet_geplaatst)


def _maandag(dag: date) -> date:
    """The Monday of a day's week: the peildatum of a demo region."""
    return dag - timedelta(days=dag.weekday())


def controleer_inschrijving(werk: Werk) -> None:
    """Read and judge a bid (a demo bid is written first) and keep the report and the texts."""
    from compliance.controle import judge_documents
    from knowledge.documents import read_documents

    map_ = Inschrijvingsmap.of(werk.settings, werk.subject_id)
    with werk.database.session() as session:
        inschrijving = inschrijvingen.get(session, werk.subject_id)
        assert inschrijving
        moet_nog = inschrijving.demo and not inschrijving.bestanden
    if moet_nog:
        from compliance.demo import write_demo

        werk.meld("De voorbeeldinschrijving wordt gemaakt.")
        nieuw = map_.neem_op(write_demo(map_.map / "demo"))
    with werk.database.session(write=True) as session:
        inschrijving = inschrijvingen.get(session, werk.subject_id)
        assert inschrijving
        if moet_nog:
            inschrijvingen.set_files(inschrijving, nieuw)
        bestanden = map_.bestanden(inschrijving)
    werk.meld(f"We lezen {len(bestanden)} bestanden.")
    documenten = read_documents(bestanden)
    werk.meld("We vergelijken de inschrijving met de eisen.")
    rapport = judge_documents(documenten)
    map_.bewaar(rapport, documenten)
    ernst = [bevinding.ernst for bevinding in rapport.bevindingen]
    with werk.database.session(write=True) as session:
        bewaard = inschrijvingen.get(session, werk.subject_id)
        assert bewaard
        bewaard.naam = rapport.inschrijver
        bewaard.knockouts = ernst.count("knock-out")
        bewaard.aandachtspunten = len(ernst) - ernst.count("knock-out")


HANDLERS: dict[str, Callable[[Werk], None]] = {
    "plaatsing": los_plaatsing_op,
    "inschrijving": controleer_inschrijving,
}
