"""Files of a bid are taken in without keeping the database, and not at all when something is wrong."""

from pathlib import Path

import pytest

from knowledge.errors import InvoerFout
from tests.web.conftest import ALLE_ROLLEN, start_app, state_of
from web.access import GeenToegang, Soort, Wie
from web.models import Organisatiesoort, Rol
from web.repositories import gebruikers, inschrijvingen
from web.services.inschrijvingen import Inschrijvingsmap
from web.services.opnemen import neem_bod_op
from web.state import State


@pytest.fixture
def state(tmp_path: Path) -> State:
    """Of an application that was not started: jobs stay waiting."""
    return state_of(start_app(tmp_path / "data"))


def somebody(state: State, *rollen: Rol) -> Wie:
    with state.database.session(write=True) as session:
        regio = gebruikers.add_organisatie(session, "Regio Proef", Organisatiesoort.REGIO)
    return Wie("x", "x", frozenset(rollen), regio.id, "Regio Proef")


def test_others_write_while_a_bid_is_unpacked(
    state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wie = somebody(state, *ALLE_ROLLEN)
    unpack = Inschrijvingsmap.neem_op

    def meanwhile(self: Inschrijvingsmap, *args: object) -> object:
        # On SQLite this waits for the turn to write, and fails where the one who unpacks has it.
        with state.database.session(write=True) as session:
            gebruikers.add_organisatie(session, "Ander", Organisatiesoort.REGIO)
        return unpack(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Inschrijvingsmap, "neem_op", meanwhile)
    (tmp_path / "plan.txt").write_text("Ons plan van aanpak.")
    id_ = neem_bod_op(state, wie, Soort.INSCHRIJVING, "beoordeling", [tmp_path / "plan.txt"])
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id_) as session:
        bod = inschrijvingen.get(session, id_)
        assert bod
        assert [b.naam for b in bod.bestanden] == ["plan.txt"]


@pytest.mark.parametrize(("rol", "fout"), [(Rol.BEOORDELAAR, InvoerFout), (Rol.COORDINATOR, GeenToegang)])
def test_nothing_stays_of_what_was_refused(
    state: State, tmp_path: Path, rol: Rol, fout: type[Exception]
) -> None:
    (tmp_path / "bod.zip").write_text("geen zip")
    with pytest.raises(fout):
        neem_bod_op(state, somebody(state, rol), Soort.INSCHRIJVING, "beoordeling", [tmp_path / "bod.zip"])
    assert list((tmp_path / "data" / "inschrijving").glob("*")) == []
