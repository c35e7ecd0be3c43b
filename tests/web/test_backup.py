"""web backup and web restore: what comes back is what was there, on both databases, or nothing at all."""

import io
import random
import tarfile
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, select

from tests.web import postgres
from web.access import Handeling, Soort, Toegang, Wie, noem
from web.bestanden import open_bestanden
from web.cli import main
from web.database import Database
from web.models import Organisatiesoort, Rol
from web.repositories import gebruikers, jobs, rondes
from web.settings import Settings

NAMES = (
    "plaatsing/een.csv",
    "leeg",
    "inschrijving/ëé 漢 met spatie.pdf",
    "diep/er/en/dieper.json",
    "x" * 150,
)


@pytest.fixture
def place(tmp_path: Path, database_address: str) -> Settings:
    """A data folder and a database with something in every kind of table."""
    settings = Settings(tmp_path / "data", database=database_address)
    for number, name in enumerate(NAMES):
        path = settings.data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(random.Random(number).randbytes(0 if name == "leeg" else 3_000 * number + 1))
    passing = settings.data / "tijdelijk" / "half"
    passing.parent.mkdir()
    passing.write_text("een upload die nog bezig is")
    database = Database(settings.database_url)
    database.create_tables()
    with database.session(write=True) as session:
        regio = gebruikers.add_organisatie(session, "Regio\tmet 'tekens'\n\\N", Organisatiesoort.REGIO)
        persoon = gebruikers.add(session, regio, "a@b", "A. ëé", frozenset({Rol.COORDINATOR}))
        gebruikers.set_wachtwoord(session, persoon.id, "hash")
    wie = Wie(persoon.id, persoon.naam, frozenset({Rol.COORDINATOR}), regio.id, regio.naam)
    for number in range(3):
        with Toegang(database).wijzigen(wie, Handeling.MAKEN, Soort.RONDE) as session:
            ronde = rondes.add(session, regio.id, f"ronde {number}", 5)
            jobs.add(session, regio.id, "plaatsing", ronde.id)
            noem(session, ronde.id)
    database.close()
    return settings


@pytest.fixture
def empty(tmp_path: Path, database_address: str, request: pytest.FixtureRequest) -> Any:
    """An empty place on the same kind of database."""
    if not database_address:
        yield Settings(tmp_path / "leeg")
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    address = server.fresh()
    yield Settings(tmp_path / "leeg", database=address)
    server.drop(address)


def use(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    monkeypatch.setenv("THUISPLEK_DATA", str(settings.data))
    monkeypatch.setenv("DATABASE_URL", settings.database)
    monkeypatch.setenv("THUISPLEK_BESTANDEN", settings.bestanden)
    monkeypatch.setenv("THUISPLEK_SLEUTELS", settings.sleutels)


def files(settings: Settings) -> dict[str, bytes]:
    found = (p for p in settings.data.rglob("*") if p.is_file() and "thuisplek.sqlite3" not in p.name)
    return {p.relative_to(settings.data).as_posix(): p.read_bytes() for p in found}


def rows(settings: Settings) -> dict[str, list[Any]]:
    """Every table with all its rows, Alembic's too."""
    database = Database(settings.database_url)
    metadata = MetaData()
    with database.engine.connect() as connection:
        metadata.reflect(connection)
        found = {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in metadata.tables.values()
        }
    database.close()
    return found


def test_all_tables_and_files_come_back_equal(
    place: Settings, empty: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "back-up.tar"
    use(monkeypatch, place)
    assert main(["backup", str(archive)]) == 0
    use(monkeypatch, empty)
    assert main(["restore", str(archive)]) == 0
    expected = files(place)
    del expected["tijdelijk/half"]
    assert files(empty) == expected
    assert rows(empty) == rows(place)
    assert len(rows(empty)["logregels"]) == 3
    assert archive.stat().st_mode & 0o077 == 0


def test_a_store_elsewhere_comes_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    contents = [b"", b"een bestand", random.Random(1).randbytes(700_000)]
    place = Settings(tmp_path / "a", bestanden=str(tmp_path / "opslag"), sleutels=str(tmp_path / "sleutels"))
    place.data.mkdir()
    Database(place.database_url).create_tables()
    store = open_bestanden(place.bestanden, place.data)
    keys = {store.put(io.BytesIO(content)).sleutel: content for content in contents}
    use(monkeypatch, place)
    assert main(["backup", str(tmp_path / "a.tar")]) == 0
    assert f"De sleutels in {tmp_path / 'sleutels'} zitten er niet in" in capsys.readouterr().out
    # Back into the data folder's own store: how it is kept does not matter.
    empty = Settings(tmp_path / "b")
    use(monkeypatch, empty)
    assert main(["restore", str(tmp_path / "a.tar")]) == 0
    back = open_bestanden("", empty.data)
    assert set(back.list()) == set(keys)
    for key, content in keys.items():
        with back.get(key) as reader:
            assert reader.read() == content
    # A broken file is told, and no backup stands in for one.
    (tmp_path / "opslag" / key[:2] / key).write_bytes(b"iets anders")
    use(monkeypatch, place)
    assert main(["backup", str(tmp_path / "b.tar")]) == 2
    assert "beschadigd" in capsys.readouterr().err
    assert not (tmp_path / "b.tar").exists()


def test_what_is_put_back_can_be_used(
    place: Settings, empty: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """References, the guard of the log and counters hold as before."""
    use(monkeypatch, place)
    main(["backup", str(tmp_path / "a.tar")])
    use(monkeypatch, empty)
    main(["restore", str(tmp_path / "a.tar")])
    database = Database(empty.database_url)
    with pytest.raises(Exception, match="verandert niet"), database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM logregels")
    with pytest.raises(Exception, match=r"(?i)foreign key"), database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM organisaties")
    database.close()


def test_a_damaged_archive_is_refused_and_leaves_nothing(
    place: Settings,
    empty: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    archive = tmp_path / "back-up.tar"
    use(monkeypatch, place)
    main(["backup", str(archive)])
    whole = archive.read_bytes()
    with tarfile.open(archive) as tar:
        filled = [info for info in tar if info.size]
    chance = random.Random(7)
    end = filled[-1].offset_data + filled[-1].size  # after it there are only zeros
    damaged = [whole[: end * share // 10] for share in range(10)]
    for info in filled:
        at = info.offset_data + chance.randrange(info.size)
        damaged.append(whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :])
    use(monkeypatch, empty)
    for content in damaged:
        archive.write_bytes(content)
        capsys.readouterr()
        assert main(["restore", str(archive)]) == 2
        assert str(archive) in capsys.readouterr().err
        assert not files(empty)
    archive.write_bytes(whole)
    assert main(["restore", str(archive)]) == 0


def test_entries_that_no_backup_holds_are_refused(
    place: Settings, empty: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "back-up.tar"
    use(monkeypatch, place)
    main(["backup", str(archive)])
    (tmp_path / "erbij").write_text("x")
    with tarfile.open(archive, "a") as tar:
        tar.add(tmp_path / "erbij", "bestanden/../../erbuiten")
    use(monkeypatch, empty)
    assert main(["restore", str(archive)]) == 2
    assert not files(empty)


def test_a_place_that_is_not_empty_is_left_alone(
    place: Settings,
    empty: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    archive = tmp_path / "back-up.tar"
    use(monkeypatch, place)
    main(["backup", str(archive)])
    before = files(place), rows(place)
    assert main(["restore", str(archive)]) == 2
    assert (files(place), rows(place)) == before
    use(monkeypatch, Settings(tmp_path / "vol", database=empty.database))
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "iets").write_text("iets")
    assert main(["restore", str(archive)]) == 2
    assert "staan al bestanden" in capsys.readouterr().err


def test_the_target_is_no_place_to_lose(
    place: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(monkeypatch, place)
    (tmp_path / "er al").write_text("belangrijk")
    for target, telling in (
        (tmp_path / "er al", "bestaat al"),
        (place.data / "a.tar", "in de map die u bewaart"),
        (tmp_path / "nergens" / "a.tar", "kan hier niet schrijven"),
    ):
        assert main(["backup", str(target)]) == 2
        assert telling in capsys.readouterr().err
    assert (tmp_path / "er al").read_text() == "belangrijk"


def test_a_backup_of_the_other_kind_of_database_is_refused(
    place: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(monkeypatch, place)
    main(["backup", str(tmp_path / "a.tar")])
    other = "" if place.database else "postgresql://niemand@127.0.0.1:1/geen"
    use(monkeypatch, Settings(tmp_path / "ander", database=other))
    assert main(["restore", str(tmp_path / "a.tar")]) == 2
    assert "dezelfde soort database" in capsys.readouterr().err


def test_nothing_to_keep_is_told(
    empty: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(monkeypatch, empty)
    assert main(["backup", str(tmp_path / "a.tar")]) == 2
    assert "geen database van Thuisplek" in capsys.readouterr().err
    assert not (tmp_path / "a.tar").exists()
