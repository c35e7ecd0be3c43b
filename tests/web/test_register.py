"""The registers: import with every fault at its cell, forms, history, export, removal; on both databases."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from matcher.demo import schrijf_demo
from tests.web.conftest import log_in, state_of
from web.models import Logregel, Registerrij, Registerwijziging, Rol
from web.services import registertaal


@pytest.fixture
def coordinator(guest: TestClient) -> TestClient:
    log_in(guest, Rol.COORDINATOR)
    return guest


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("regio")
    schrijf_demo(folder, date(2026, 1, 5))
    return {name: (folder / name).read_bytes() for name in ("groepen.csv", "jeugdigen.csv")}


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode()), delimiter=";"))


def written(lines: list[dict[str, str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(lines[0]), delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue().encode()


def send(client: TestClient, files: dict[str, bytes], **fields: str) -> str:
    answer = client.post(
        "/register/importeren",
        files=[("bestanden", item) for item in files.items()],
        data=fields,
        follow_redirects=False,
    )
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def load(client: TestClient, region: dict[str, bytes]) -> None:
    preview = send(client, region)
    page = client.post(preview.partition("?")[0])
    assert "Het register is bijgewerkt" in page.text


def address_of(client: TestClient, kind: str, key: str) -> str:
    with state_of(client).database.session() as session:
        row = session.scalars(select(Registerrij).where(Registerrij.sleutel == key)).one()
    return f"/register/{kind}/{row.id}"


def test_nothing_changes_before_somebody_agrees(coordinator: TestClient, region: dict[str, bytes]) -> None:
    preview = send(coordinator, region)
    total = len(rows(region["groepen.csv"])) + len(rows(region["jeugdigen.csv"]))
    assert f"<strong>{total}</strong> nieuw" in coordinator.get(preview).text
    assert "Er staat nog niets in het register" in coordinator.get("/register/groepen").text
    coordinator.post(preview)
    assert "Er staat nog niets" not in coordinator.get("/register/groepen").text
    assert coordinator.get(preview).status_code == 404, "an import is used once"


def test_a_second_import_tells_only_what_differs(coordinator: TestClient, region: dict[str, bytes]) -> None:
    load(coordinator, region)
    lines = rows(region["groepen.csv"])
    lines[0]["capaciteit"] = "9"
    free = [line for line in lines[1:] if line["groep_id"].encode() not in region["jeugdigen.csv"]]
    gone = free[0]["groep_id"]
    lines.remove(free[0])
    preview = send(coordinator, {"groepen.csv": written(lines)})
    page = coordinator.get(preview).text
    assert "<strong>1</strong> anders" in page and "<strong>0</strong> weg" in page and "→ 9" in page
    page = coordinator.get(f"{preview}?volledig=1").text
    assert "<strong>1</strong> weg" in page and gone in page
    coordinator.post(preview)
    row = address_of(coordinator, "groepen", lines[0]["groep_id"])
    assert "import" in coordinator.get(row).text and 'value="9"' in coordinator.get(row).text


def test_every_fault_stands_at_its_cell(coordinator: TestClient, region: dict[str, bytes]) -> None:
    lines = rows(region["groepen.csv"])
    lines[0]["capaciteit"] = "veel"
    lines[2]["woonvorm"] = "kasteel"
    answer = coordinator.post(
        "/register/importeren",
        files=[
            ("bestanden", ("groepen.csv", written(lines))),
            ("bestanden", ("jeugdigen.csv", region["jeugdigen.csv"])),
        ],
    )
    assert answer.status_code == 422
    assert "groepen.csv, rij 2" in answer.text and "groepen.csv, rij 4" in answer.text
    assert answer.text.count('class="foutcel"') == 2
    assert '<td class="foutcel">veel' in answer.text and '<td class="foutcel">kasteel' in answer.text


@pytest.mark.parametrize(("column", "value"), [("geslacht", "v"), ("bsn", "1"), ("geboortedatum", "2010")])
def test_forbidden_columns_are_refused(
    coordinator: TestClient, region: dict[str, bytes], column: str, value: str
) -> None:
    lines = [{**line, column: value} for line in rows(region["jeugdigen.csv"])]
    files = [
        ("bestanden", ("groepen.csv", region["groepen.csv"])),
        ("bestanden", ("jeugdigen.csv", written(lines))),
    ]
    answer = coordinator.post("/register/importeren", files=files)
    assert answer.status_code == 422 and "eis 21" in answer.text
    assert "Er staat nog niets" in coordinator.get("/register/jeugdigen").text


def test_a_form_keeps_history_and_refuses_what_the_matcher_cannot_read(
    coordinator: TestClient, region: dict[str, bytes]
) -> None:
    load(coordinator, region)
    line = rows(region["jeugdigen.csv"])[0]
    row = address_of(coordinator, "jeugdigen", line["jeugdige_id"])
    answer = coordinator.post(row, data={**line, "urgentie": "1", "reden": "spoed sinds maandag"})
    assert answer.status_code == 200 and "De wijziging is bewaard" in answer.text
    assert "spoed sinds maandag" in answer.text
    answer = coordinator.post(row, data={**line, "fasen": "Z:3", "pc4": "12"})
    assert answer.status_code == 422
    assert 'href="#fasen"' in answer.text and 'href="#pc4"' in answer.text
    answer = coordinator.post(row, data={**line, "gemeente": "123456782"})
    assert answer.status_code == 422 and "BSN" in answer.text
    answer = coordinator.post(row, data={**line, "reden": "bsn 123456782"})
    assert answer.status_code == 422
    with state_of(coordinator).database.session() as session:
        kept = session.scalars(select(Registerrij).where(Registerrij.sleutel == line["jeugdige_id"])).one()
        assert kept.velden["urgentie"] == "1" and kept.velden["fasen"] == line["fasen"]


@given(
    weken=st.lists(
        st.tuples(st.sampled_from(["A", "K", "GGZ-C"]), st.integers(1, 80)), min_size=1, max_size=4
    ),
    open_eind=st.booleans(),
    dag=st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    km=st.integers(0, 999_999),
)
def test_what_is_shown_reads_back(weken: list[tuple[str, int]], open_eind: bool, dag: date, km: int) -> None:
    kept = {
        "fasen": "|".join(f"{code}:{n}" for code, n in weken) + ("|E:" if open_eind else ""),
        "start": dag.isoformat(),
        "max_afstand_km": str(km / 100),
        "samen_met": "J1|J2",
    }
    shown = {column: registertaal.toon(column, value) for column, value in kept.items()}
    assert registertaal.lees(shown) == (kept, {})


def test_add_by_form(coordinator: TestClient, region: dict[str, bytes]) -> None:
    load(coordinator, region)
    line = {**rows(region["groepen.csv"])[0], "groep_id": "NIEUW-1"}
    assert "De wijziging is bewaard" in coordinator.post("/register/groepen/nieuw", data=line).text
    again = coordinator.post("/register/groepen/nieuw", data=line)
    assert again.status_code == 422 and "staat al in het register" in again.text
    assert "NIEUW-1" in coordinator.get("/register/groepen?zoek=nieuw-1").text
    assert "NIEUW-1" in coordinator.get("/register/groepen/uitvoer.csv").text


def test_one_jeugdige_can_be_taken_out_whole(coordinator: TestClient, region: dict[str, bytes]) -> None:
    load(coordinator, region)
    ronde = coordinator.post("/register/plan", follow_redirects=False).headers["location"]
    key = rows(region["jeugdigen.csv"])[0]["jeugdige_id"]
    row = address_of(coordinator, "jeugdigen", key)
    file = json.loads(coordinator.get(f"{row}/dossier.json").text)
    assert file["sleutel"] == key and file["velden"]["jeugdige_id"] == key
    assert [f"/plaatsing/{r['id']}" for r in file["rondes"]] == [ronde]
    assert "ook weg" in coordinator.get(row).text
    coordinator.post(f"{row}/verwijderen")
    assert coordinator.get(row).status_code == 404
    assert coordinator.get(ronde).status_code == 404
    state = state_of(coordinator)
    row_id = row.rpartition("/")[2]
    with state.database.session() as session:
        assert not list(session.scalars(select(Registerwijziging).where(Registerwijziging.rij_id == row_id)))
        lines = list(session.scalars(select(Logregel).where(Logregel.record == row_id)))
    assert "verwijderen" in {line.handeling for line in lines}, "the log keeps that it was done"
    text = "".join(
        path.read_text(errors="ignore") for path in (Path(state.settings.data) / "plaatsing").rglob("*.csv")
    )
    assert key not in text


def test_another_region_sees_nothing(guest: TestClient, region: dict[str, bytes]) -> None:
    log_in(guest, Rol.COORDINATOR, organisatie="Regio Een")
    load(guest, region)
    preview = send(guest, region)
    row = address_of(guest, "groepen", rows(region["groepen.csv"])[0]["groep_id"])
    log_in(guest, Rol.COORDINATOR, organisatie="Regio Twee")
    assert "Er staat nog niets" in guest.get("/register/groepen").text
    for address in (row, f"{row}/dossier.json", preview):
        assert guest.get(address).status_code == 404
    assert guest.post(f"{row}/verwijderen").status_code == 404
    assert guest.post(row, data={}).status_code == 404


def test_searches_are_in_the_log(coordinator: TestClient, region: dict[str, bytes]) -> None:
    load(coordinator, region)
    coordinator.get("/register/jeugdigen?zoek=Zwolle")
    with state_of(coordinator).database.session() as session:
        line = session.scalars(select(Logregel).order_by(Logregel.nummer.desc())).first()
    assert line and (line.handeling, line.soort, line.deel) == ("zoeken", "jeugdige", "zoek: Zwolle")


def test_own_column_names_are_read_and_told(coordinator: TestClient, region: dict[str, bytes]) -> None:
    renamed = (
        region["groepen.csv"].replace(b"capaciteit", b"bedden", 1).replace(b"woonvorm", b"woonvormen", 1)
    )
    preview = send(coordinator, {"groepen.csv": renamed, "jeugdigen.csv": region["jeugdigen.csv"]})
    page = coordinator.get(preview).text
    assert "Kijk deze kolommen na" in page and "‘woonvormen’ lezen we als ‘Woonvorm’" in page
    assert "bedden → Bedden" in page
