"""The store of files: the same bytes come out, broken ones are noticed, and a file is whole or absent."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from web.bestanden import Bestanden, BestandKapot, BestandWeg, open_bestanden
from web.bestanden.plekken import ONDERWEG

HELD = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """The address of a bucket on a real S3 server on this computer."""
    server_module = pytest.importorskip("moto.server")
    s3fs = pytest.importorskip("s3fs")
    server = server_module.ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as omgeving:
        for naam, waarde in {
            "AWS_ENDPOINT_URL": f"http://{host}:{port}",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "us-east-1",
        }.items():
            omgeving.setenv(naam, waarde)
        s3fs.S3FileSystem().mkdir("emmer")
        yield "s3://emmer"
    server.stop()


@pytest.fixture(params=["map", "memory", pytest.param("s3", marks=pytest.mark.slow)])
def bestanden(request: pytest.FixtureRequest, tmp_path: Path) -> Bestanden:
    if request.param == "map":
        return open_bestanden("", tmp_path)
    root = "memory://" if request.param == "memory" else f"{request.getfixturevalue('s3')}/"
    return open_bestanden(root + tmp_path.name, tmp_path)


@HELD
@given(inhoud=st.binary(max_size=2_000), herhaal=st.integers(1, 400))
def test_the_same_bytes_come_out(bestanden: Bestanden, inhoud: bytes, herhaal: int) -> None:
    alles = inhoud * herhaal
    geschreven = bestanden.put(io.BytesIO(alles))
    assert geschreven.grootte == len(alles)
    with bestanden.get(geschreven.sleutel) as lezer:
        assert lezer.read() == alles
    with bestanden.get(geschreven.sleutel) as lezer:
        assert b"".join(iter(lambda: lezer.read(77), b"")) == alles
    assert geschreven.sleutel in set(bestanden.list())


@HELD
@given(inhoud=st.binary(min_size=1, max_size=500), data=st.data())
def test_a_changed_or_shortened_file_is_noticed(tmp_path: Path, inhoud: bytes, data: st.DataObject) -> None:
    bestanden = open_bestanden("", tmp_path)
    sleutel = bestanden.put(io.BytesIO(inhoud)).sleutel
    pad = tmp_path / "bestanden" / sleutel[:2] / sleutel
    plek = data.draw(st.integers(0, len(inhoud) - 1))
    if data.draw(st.booleans()):
        kapot = inhoud[:plek]
    else:
        kapot = inhoud[:plek] + bytes([inhoud[plek] ^ data.draw(st.integers(1, 255))]) + inhoud[plek + 1 :]
    pad.write_bytes(kapot)
    with pytest.raises(BestandKapot), bestanden.get(sleutel) as lezer:
        while lezer.read(64):
            pass
    with pytest.raises(BestandKapot):
        bestanden.haal(sleutel, tmp_path / "kopie")
    assert not (tmp_path / "kopie").exists()


def test_an_error_while_writing_leaves_nothing(bestanden: Bestanden) -> None:
    with pytest.raises(ZeroDivisionError), bestanden.nieuw() as uit:
        uit.write(b"half")
        _ = 1 / 0
    assert list(bestanden.plek.namen()) == []


def test_removed_is_gone(bestanden: Bestanden) -> None:
    sleutel = bestanden.put(io.BytesIO(b"even")).sleutel
    bestanden.delete(sleutel)
    bestanden.delete(sleutel)
    with pytest.raises(BestandWeg), bestanden.get(sleutel):
        pass


@pytest.mark.parametrize("sleutel", ["", "../../etc/passwd", "AB" * 32, "a" * 63])
def test_only_keys_lead_to_files(bestanden: Bestanden, sleutel: str) -> None:
    with pytest.raises(ValueError, match="no key"), bestanden.get(sleutel):
        pass


def test_sweeping_takes_what_no_row_names_after_a_day(bestanden: Bestanden) -> None:
    bekend = bestanden.put(io.BytesIO(b"bekend")).sleutel
    wees = bestanden.put(io.BytesIO(b"wees")).sleutel
    _, half = bestanden.plek.begin()
    half.close()
    nu = datetime.now(UTC)
    assert bestanden.veeg({bekend}, nu) == 0
    assert wees in set(bestanden.list())
    assert bestanden.veeg({bekend}, nu + timedelta(hours=25)) == 2
    assert set(bestanden.list()) == {bekend}
    assert [naam for naam, _ in bestanden.plek.namen() if naam.startswith(ONDERWEG)] == []


SCHRIJF = """
import io, sys
from pathlib import Path
from web.bestanden import open_bestanden
bestanden = open_bestanden("", Path(sys.argv[1]))
print("begin", flush=True)
n = 0
while True:
    n += 1
    bestanden.put(io.BytesIO(n.to_bytes(8, "big") * 100_000))
"""


def test_killed_while_writing_every_file_is_whole(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    for wait in (0.02, 0.09, 0.16):
        process = subprocess.Popen(
            [sys.executable, "-c", SCHRIJF, str(tmp_path)], stdout=subprocess.PIPE, cwd=root
        )
        assert process.stdout and process.stdout.readline() == b"begin\n"
        time.sleep(wait)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
    bestanden = open_bestanden("", tmp_path)
    sleutels = list(bestanden.list())
    assert sleutels
    for sleutel in sleutels:
        with bestanden.get(sleutel) as lezer:
            assert len(lezer.read()) == 800_000
