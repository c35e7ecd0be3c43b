"""A real application over real files in a temporary folder."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from compliance.demo import write_demo
from web.app import create_app
from web.settings import Settings


def start_app(data: Path, *, demo: bool = False) -> TestClient:
    app = create_app(Settings(data, max_upload=5_000_000, solve_seconds=8), demo=demo, warm=False)
    return TestClient(app, base_url="http://127.0.0.1")


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with start_app(tmp_path / "data") as client:
        yield client


@pytest.fixture(scope="session")
def bid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inschrijving")
    write_demo(folder)
    return folder


def wait_until_done(client: TestClient, address: str, seconds: float = 90) -> str:
    """The page of a job's subject once the job has ended."""
    end = time.monotonic() + seconds
    while client.get(f"{address}/stand").headers.get("HX-Refresh") is None:
        assert time.monotonic() < end, "the job takes too long"
        time.sleep(0.3)
    return client.get(address).text


def links(html: str, part: str) -> list[str]:
    """The addresses on a page that hold `part`."""
    return [address for address in re.findall(r'(?:href|src)="([^"]+)"', html) if part in address]
