"""What was made from files is remembered, and made anew when they change."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from web.services.onthouden import Onthouden


class Lezer:
    def __init__(self) -> None:
        self.keren = 0

    def __call__(self, map_: Path) -> str:
        self.keren += 1
        return (map_ / "een").read_text() + (map_ / "twee").read_text()


def make(folder: Path, een: str = "a") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "een").write_text(een)
    (folder / "twee").write_text("b")
    return folder


def test_made_once_until_a_file_changes(tmp_path: Path) -> None:
    lezer = Lezer()
    onthouden = Onthouden(lezer, ("een", "twee"))
    map_ = make(tmp_path / "x")
    assert [onthouden.van(map_), onthouden.van(map_)] == ["ab", "ab"]
    assert lezer.keren == 1
    (map_ / "nieuw").write_text("c")
    (map_ / "nieuw").replace(map_ / "een")
    assert onthouden.van(map_) == "cb"
    assert lezer.keren == 2


def test_a_folder_that_is_gone_is_not_there(tmp_path: Path) -> None:
    onthouden = Onthouden(Lezer(), ("een", "twee"))
    map_ = make(tmp_path / "x")
    onthouden.van(map_)
    (map_ / "een").unlink()
    with pytest.raises(FileNotFoundError):
        onthouden.van(map_)


def test_the_least_used_is_forgotten(tmp_path: Path) -> None:
    lezer = Lezer()
    onthouden = Onthouden(lezer, ("een", "twee"), hoogstens=2)
    a, b, c = (make(tmp_path / naam) for naam in "abc")
    for map_ in (a, b, a, c, a):
        onthouden.van(map_)
    assert lezer.keren == 3
    onthouden.van(b)
    assert lezer.keren == 4


def test_who_ask_at_the_same_moment_each_get_one_whole(tmp_path: Path) -> None:
    """Two may make it both; what one of them gets belongs together."""
    start = threading.Barrier(8)

    def maak(map_: Path) -> tuple[object, object]:
        deel = object()
        return deel, deel

    onthouden = Onthouden(maak, ("een",))
    map_ = make(tmp_path / "x")

    def vraag(_: int) -> bool:
        start.wait()
        een, twee = onthouden.van(map_)
        return een is twee

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(vraag, range(8)))
