"""What a user hands over becomes the files of a bid; what could hurt is refused in Dutch."""

import zipfile
from pathlib import Path

import pytest

from knowledge.documents import gather, limits
from knowledge.errors import InvoerFout


def make_zip(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_a_folder_gives_relative_names_without_system_files(tmp_path: Path) -> None:
    folder = tmp_path / "bid"
    (folder / "sub" / "__MACOSX").mkdir(parents=True)
    for name in ("plan.pdf", "sub/kvk.pdf", ".DS_Store", "~$plan.docx", "sub/__MACOSX/x.pdf", "Thumbs.db"):
        (folder / name).write_bytes(b"x")
    assert [b.naam for b in gather([folder], tmp_path / "work")] == ["plan.pdf", "sub/kvk.pdf"]


def test_a_zip_gives_the_names_inside_and_their_bytes(tmp_path: Path) -> None:
    path = make_zip(
        tmp_path / "bid.zip", {"stukken/één.txt": b"een", "twee.txt": b"twee", "__MACOSX/._a": b"x"}
    )
    found = gather([path], tmp_path / "work")
    assert {b.naam: b.pad.read_bytes() for b in found} == {"stukken/één.txt": b"een", "twee.txt": b"twee"}


def test_a_zip_beside_other_files_keeps_its_name_as_folder(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("brief")
    inner = make_zip(tmp_path / "bijlagen.zip", {"brief.txt": b"in zip"})
    names = [b.naam for b in gather([tmp_path / "brief.txt", inner], tmp_path / "work")]
    assert names == ["bijlagen.zip/brief.txt", "brief.txt"]


def test_equal_names_become_unique(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Plan.pdf").write_text(folder)
    names = [b.naam for b in gather([tmp_path / "a", tmp_path / "b" / "Plan.pdf"], tmp_path / "w")]
    assert names == ["Plan (2).pdf", "Plan.pdf"]


def test_a_zip_in_a_zip_is_read_one_level_deep(tmp_path: Path) -> None:
    deep = make_zip(tmp_path / "c.zip", {"c.txt": b"c"})
    middle = make_zip(tmp_path / "b.zip", {"b.txt": b"b"})
    outer = make_zip(tmp_path / "a.zip", {"b.zip": middle.read_bytes()})
    assert [b.naam for b in gather([outer], tmp_path / "w1")] == ["b.zip/b.txt"]
    middle = make_zip(tmp_path / "b.zip", {"c.zip": deep.read_bytes()})
    outer = make_zip(tmp_path / "a.zip", {"b.zip": middle.read_bytes()})
    with pytest.raises(InvoerFout, match=r"b\.zip/c\.zip.*zip in een zip"):
        gather([outer], tmp_path / "w2")


@pytest.mark.parametrize("name", ["../weg.txt", "/etc/weg.txt", "a/../../weg.txt", "C:\\weg.txt"])
def test_a_name_that_points_outside_is_refused(tmp_path: Path, name: str) -> None:
    path = make_zip(tmp_path / "bid.zip", {name: b"x"})
    with pytest.raises(InvoerFout, match="onveilige naam"):
        gather([path], tmp_path / "work")
    assert not (tmp_path / "weg.txt").exists()


def test_a_zip_bomb_is_refused_before_unpacking(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "bom.zip", {"groot.txt": b"0" * (40 * 2**20)})
    assert path.stat().st_size < 100_000
    with pytest.raises(InvoerFout, match=r"bom\.zip.*te groot"):
        gather([path], tmp_path / "work")
    assert not (tmp_path / "work").exists()


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BESTANDEN", 3)
    path = make_zip(tmp_path / "veel.zip", {f"{i}.txt": b"x" for i in range(4)})
    with pytest.raises(InvoerFout, match="te veel bestanden"):
        gather([path], tmp_path / "work")


def test_a_zip_that_promises_less_than_it_holds_is_refused(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "liegt.zip", {"a.txt": b"a" * 5000})
    raw = path.read_bytes().replace((5000).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    path.write_bytes(raw)
    with pytest.raises(InvoerFout, match=r"liegt\.zip/a\.txt"):
        gather([path], tmp_path / "work")


def test_an_encrypted_zip_is_named(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "slot.zip", {"a.txt": b"geheim"})
    raw = bytearray(path.read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    with pytest.raises(InvoerFout, match=r"slot\.zip.*wachtwoord"):
        gather([path], tmp_path / "work")


def test_a_damaged_zip_an_absent_path_and_an_empty_folder(tmp_path: Path) -> None:
    broken = tmp_path / "stuk.zip"
    broken.write_bytes(b"PK\x03\x04 dit is geen zip")
    with pytest.raises(InvoerFout, match=r"stuk\.zip.*beschadigd"):
        gather([broken], tmp_path / "work")
    with pytest.raises(InvoerFout, match="bestaat niet"):
        gather([tmp_path / "nergens"], tmp_path / "work")
    (tmp_path / "leeg").mkdir()
    with pytest.raises(InvoerFout, match="geen bestanden"):
        gather([tmp_path / "leeg"], tmp_path / "work")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("geheim")
    (tmp_path / "bid").mkdir()
    (tmp_path / "bid" / "a.txt").write_text("a")
    (tmp_path / "bid" / "link.txt").symlink_to(tmp_path / "geheim.txt")
    assert [b.naam for b in gather([tmp_path / "bid"], tmp_path / "work")] == ["a.txt"]
