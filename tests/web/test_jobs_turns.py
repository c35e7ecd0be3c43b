"""How a job goes from one status to the next, whoever says what in whatever order."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from web.database import Database
from web.jobs import turns
from web.jobs.turns import MOST_INTERRUPTIONS, OPNIEUW, TE_VAAK, Refused
from web.models import Job, JobStatus, Organisatiesoort
from web.repositories import gebruikers, jobs

ALIVE, SILENT = 3600.0, -1.0
"""A lease that lasts, and one that is over as soon as it is given."""


def submit(database: Database) -> str:
    with database.session(write=True) as session:
        org = gebruikers.organisatie_by_naam(session, "Proef") or gebruikers.add_organisatie(
            session, "Proef", Organisatiesoort.REGIO
        )
        return jobs.add(session, org.id, "plaatsing", "onderwerp").id


def row(database: Database, job_id: str) -> Job:
    with database.session() as session:
        job = jobs.get(session, job_id)
    assert job
    return job


def claim(database: Database, job_id: str, lease: float = ALIVE) -> int | Refused:
    with database.session(write=True) as session:
        return turns.claim(session, job_id, lease)


class Turns(RuleBasedStateMachine):
    """Many attempts, of which all but the last are late; what they say is held against a simple model."""

    database: Database

    def __init__(self) -> None:
        super().__init__()
        self.job_id = submit(self.database)
        self.status, self.stop, self.lives = JobStatus.WAITING, False, False
        self.attempt = self.interruptions = self.outcomes = 0

    attempts = st.integers(1, 6)
    leases = st.sampled_from([ALIVE, SILENT])

    def mine(self, attempt: int) -> bool:
        return self.status == JobStatus.RUNNING and attempt == self.attempt

    def interrupted(self) -> None:
        self.interruptions += 1
        if self.interruptions >= MOST_INTERRUPTIONS and not self.stop:
            self.status = JobStatus.FAILED
        else:
            self.waits_again()

    def waits_again(self) -> None:
        self.status = JobStatus.STOPPED if self.stop else JobStatus.WAITING

    @rule(lease=leases)
    def claim(self, lease: float) -> None:
        got = claim(self.database, self.job_id, lease)
        if self.status == JobStatus.RUNNING and not self.lives:
            self.interrupted()
        if self.status == JobStatus.WAITING:
            self.status, self.lives = JobStatus.RUNNING, lease == ALIVE
            self.attempt += 1
            assert got == self.attempt
        else:
            assert got is (Refused.BUSY if self.status == JobStatus.RUNNING else Refused.OVER)

    @rule(attempt=attempts, lease=leases)
    def renew(self, attempt: int, lease: float) -> None:
        with self.database.session(write=True) as session:
            assert turns.renew(session, self.job_id, attempt, lease) == self.mine(attempt)
        if self.mine(attempt):
            self.lives = lease == ALIVE

    @rule(attempt=attempts)
    def report(self, attempt: int) -> None:
        with self.database.session(write=True) as session:
            assert turns.report(session, self.job_id, attempt, f"van {attempt}") == self.mine(attempt)

    @rule(attempt=attempts)
    def end(self, attempt: int) -> None:
        with self.database.session(write=True) as session:
            counts = turns.end(session, self.job_id, attempt, JobStatus.DONE)
        assert counts == self.mine(attempt)
        if counts:
            self.status = JobStatus.DONE
            self.outcomes += 1

    @rule(attempt=attempts)
    def interrupt(self, attempt: int) -> None:
        with self.database.session(write=True) as session:
            turns.interrupt(session, self.job_id, attempt)
        if self.mine(attempt):
            self.interrupted()

    @rule(attempt=attempts)
    def put_back(self, attempt: int) -> None:
        with self.database.session(write=True) as session:
            turns.put_back(session, self.job_id, attempt)
        if self.mine(attempt):
            self.waits_again()

    @rule()
    def orphan_all(self) -> None:
        with self.database.session(write=True) as session:
            turns.orphan_all(session)
        if self.status == JobStatus.RUNNING:
            self.interrupted()

    @precondition(lambda self: self.attempt > 1)
    @rule(hard=st.booleans())
    def cancel(self, hard: bool) -> None:
        with self.database.session(write=True) as session:
            turns.cancel(session, self.job_id, hard=hard)
        if self.status == JobStatus.WAITING or (hard and self.status == JobStatus.RUNNING):
            self.status = JobStatus.STOPPED
        self.stop = self.stop or self.status == JobStatus.RUNNING

    @invariant()
    def row_is_as_the_model_says(self) -> None:
        job = row(self.database, self.job_id)
        assert (job.status, job.attempt, job.interruptions) == (self.status, self.attempt, self.interruptions)
        assert job.active == (job.ended is None)
        assert (job.lease is not None) == (job.status == JobStatus.RUNNING)
        assert self.outcomes <= 1


def test_any_order_gives_one_outcome(database: Database) -> None:
    machine = type("TurnsHere", (Turns,), {"database": database})
    steps = settings(max_examples=15, stateful_step_count=20, deadline=None)
    run_state_machine_as_test(machine, settings=steps)


def test_an_interrupted_job_says_that_it_begins_again_and_fails_in_the_end(database: Database) -> None:
    job_id = submit(database)
    for number in range(1, MOST_INTERRUPTIONS + 1):
        assert claim(database, job_id, SILENT) == number
    assert row(database, job_id).message == OPNIEUW
    assert claim(database, job_id) is Refused.OVER
    job = row(database, job_id)
    assert (job.status, job.errors) == (JobStatus.FAILED, TE_VAAK)


def test_the_lease_is_counted_from_the_clock_of_the_database(database: Database) -> None:
    job_id = submit(database)
    claim(database, job_id, 60)
    lease = row(database, job_id).lease
    with database.session() as session:
        left = lease - jobs.clock(session) if lease else timedelta()
    assert timedelta(seconds=50) < left <= timedelta(seconds=60)


def test_a_job_is_queued_with_what_it_is_for_or_not_at_all(database: Database) -> None:
    submit(database)  # makes the organisation
    with pytest.raises(ZeroDivisionError), database.session(write=True) as session:
        org = gebruikers.organisatie_by_naam(session, "Proef")
        assert org
        jobs.add(session, org.id, "plaatsing", "onderwerp")
        _ = 1 / 0
    with database.session() as session:
        assert len(jobs.waiting(session)) == 1
    if database.engine.dialect.name == "postgresql":
        with database.engine.connect() as connection:
            queued = connection.exec_driver_sql("SELECT args FROM procrastinate_jobs").all()
        assert len(queued) == 1
