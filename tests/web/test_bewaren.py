"""What was kept long enough goes, with its files; the log tells it and stays."""

from datetime import timedelta

from fastapi.testclient import TestClient
from sqlalchemy import select, update

from tests.web.conftest import log_in, state_of
from web.bewaren.opruimen import REDEN, ruim_op
from web.models import Inschrijving, Logregel, Organisatie, Plaatsingsronde, Registerimport, Rol
from web.models.base import now
from web.repositories import inschrijvingen, jobs, register, rondes


def test_each_kind_goes_at_its_own_time(guest: TestClient) -> None:
    log_in(guest, Rol.COORDINATOR)
    state = state_of(guest)
    state.jobs.close()  # nothing may start the jobs
    with state.database.session(write=True) as session:
        organisation = session.scalars(select(Organisatie.id)).one()
        ids = {}
        for name in ("oud", "nieuw"):
            ronde = rondes.add(session, organisation, name, 5)
            bid = inschrijvingen.add(session, organisation, "beoordeling", name)
            draft = inschrijvingen.add(session, organisation, "zelfcheck", name)
            kept = inschrijvingen.add(session, organisation, "beoordeling", f"{name}, contract")
            kept.bewaren_tot = now() + timedelta(days=7 * 365)
            imported = register.add_import(session, organisation, {}, [], [])
            jobs.add(session, organisation, "plaatsing", ronde.id)
            ids[name] = (ronde.id, bid.id, draft.id, kept.id, imported.id)
            for kind, id_ in (("plaatsing", ronde.id), ("inschrijving", bid.id)):
                folder = state.opslag.folder(kind, id_)
                folder.mkdir(parents=True)
                (folder / "inhoud").write_text("x")
        old = now() - timedelta(days=1097)
        for table, number in ((Plaatsingsronde, 0), (Inschrijving, 1), (Inschrijving, 2), (Inschrijving, 3)):
            session.execute(update(table).where(table.id == ids["oud"][number]).values(gemaakt=old))
        session.execute(update(Registerimport).where(Registerimport.id == ids["oud"][4]).values(gemaakt=old))
    gone = ruim_op(state.toegang, state.opslag, state.settings, now())
    assert (gone.rondes, gone.inschrijvingen, gone.zelfchecks, gone.importen) == (1, 1, 1, 1)
    assert not state.opslag.folder("plaatsing", ids["oud"][0]).exists()
    assert state.opslag.folder("plaatsing", ids["nieuw"][0]).exists()
    with state.database.session() as session:
        assert rondes.get(session, ids["nieuw"][0]) and not rondes.get(session, ids["oud"][0])
        assert inschrijvingen.get(session, ids["oud"][3]), "kept for its contract"
        told = session.scalars(select(Logregel.record).where(Logregel.deel == REDEN)).all()
    assert set(told) == {ids["oud"][n] for n in (0, 1, 2, 4)}
    again = ruim_op(state.toegang, state.opslag, state.settings, now())
    assert (again.rondes, again.inschrijvingen, again.zelfchecks, again.importen) == (0, 0, 0, 0)
