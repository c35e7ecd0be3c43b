"""The real handlers, cut off and begun again: what is there in the end is of one attempt, and whole."""

from pathlib import Path

import pytest

from web.database import Database
from web.jobs import turns
from web.jobs.handlers import controleer_inschrijving, los_plaatsing_op
from web.jobs.werk import Achterhaald, Handler, Werk, clear_workdir, neem_over
from web.models import JobStatus, Organisatiesoort
from web.repositories import gebruikers, inschrijvingen, jobs, rondes
from web.services.inschrijvingen import Inschrijvingsmap
from web.services.plaatsingen import Rondemap
from web.settings import Settings


class CutOff(BaseException):
    """As if the process were killed here."""


def example(database: Database, kind: str) -> tuple[str, str]:
    """Ids of the job and of the demo ronde or inschrijving that it works for."""
    with database.session(write=True) as session:
        org = gebruikers.add_organisatie(session, "Proef", Organisatiesoort.REGIO)
        if kind == "plaatsing":
            subject = rondes.add(session, org.id, "Voorbeeld", 1, demo=True).id
        else:
            subject = inschrijvingen.add(session, org.id, "beoordeling", "Voorbeeld", demo=True).id
        return jobs.add(session, org.id, kind, subject).id, subject


def begin(settings: Settings, database: Database, job_id: str, subject_id: str) -> Werk:
    """A new attempt; those before it are out of time."""
    with database.session(write=True) as session:
        attempt = turns.claim(session, job_id, -1)
    assert isinstance(attempt, int)
    return Werk(settings, database, job_id, attempt, subject_id)


def status(database: Database, job_id: str) -> str:
    with database.session() as session:
        job = jobs.get(session, job_id)
    assert job
    return job.status


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "handler", "heavy", "results"),
    [
        ("plaatsing", los_plaatsing_op, "matcher.solve", 2),
        ("inschrijving", controleer_inschrijving, "knowledge.documents.read_documents", 3),
    ],
)
def test_cut_off_and_begun_again(
    tmp_path: Path, database: Database, kind: str, handler: Handler, heavy: str, results: int
) -> None:
    settings = Settings(tmp_path)
    job_id, subject_id = example(database, kind)
    folder = (Rondemap if kind == "plaatsing" else Inschrijvingsmap).of(settings, subject_id).map
    first = begin(settings, database, job_id, subject_id)
    with pytest.MonkeyPatch.context() as patch, pytest.raises(CutOff):

        def cut_off(*_: object, **__: object) -> None:
            raise CutOff

        patch.setattr(heavy, cut_off)
        handler(first)
    demo = files(folder)
    assert demo

    second = begin(settings, database, job_id, subject_id)
    handler(second)
    assert status(database, job_id) == JobStatus.DONE
    made = files(folder)
    assert demo.items() <= made.items()
    assert len(made) == len(demo) + results

    with pytest.raises(Achterhaald):
        handler(first)  # it was not dead, only late
    assert files(folder) == made
    clear_workdir(settings, job_id, 2)
    assert not list((tmp_path / "werk").iterdir())


def test_a_folder_comes_in_place_of_an_older_one(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    for folder, name in ((new, "b"), (old, "a")):
        (folder / "sub").mkdir(parents=True)
        (folder / "sub" / name).write_text(name, encoding="utf-8")
    (old / "kept").touch()
    neem_over(new, old)
    assert sorted(files(old)) == ["kept", "sub/b"]
    assert not list(new.iterdir())
