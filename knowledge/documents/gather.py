"""From what a user hands over (a folder, a zip, loose files) to the files of one bid."""

import contextlib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from knowledge.documents import limits
from knowledge.documents.archive import open_zip, read_entry
from knowledge.errors import InvoerFout

_ROMMEL = {".ds_store", "thumbs.db", "desktop.ini", "__macosx", ".git", ".spotlight-v100", ".trashes"}
_VERBODEN = '\\:*?"<>|'


@dataclass(frozen=True, slots=True)
class Bestand:
    """One file of a bid: the name as users see it (relative, with "/", unique) and where its bytes are."""

    naam: str
    pad: Path


def gather(paths: Iterable[Path | str], workdir: Path) -> list[Bestand]:
    """All files in `paths`, sorted by shown name. Zips are unpacked in `workdir` (a zip within a zip too,
    one level deep). Lock files and system files are left out.

    Raises InvoerFout when a path is absent, nothing is left, or a zip is damaged, locked or too large.
    """
    budget = _Budget()
    found: list[Bestand] = []
    taken: set[str] = set()

    def take(name: str, path: Path) -> None:
        found.append(Bestand(_unique(name, taken), path))

    named = [Path(path) for path in paths]
    for path in named:
        if path.is_dir():
            files = [(p.relative_to(path).as_posix(), p) for p in _files_in(path)]
        elif path.is_file():
            files = [(path.name, path)]
        else:
            raise InvoerFout(f"{path}: dit bestand of deze map bestaat niet.")
        for name, file in files:
            if _is_junk(PurePosixPath(name)):
                continue
            if _is_plain_zip(file, name):
                # A zip that is the whole bid gives its own folder no name: users know the files within.
                prefix = "" if len(named) == 1 and path.is_file() else name + "/"
                for inner, unpacked in _unpack(file, name, workdir, budget, deep=True):
                    take(prefix + inner, unpacked)
            else:
                budget.spend(file.stat().st_size, name)
                take(name, file)
    if not found:
        raise InvoerFout("Er zijn geen bestanden gevonden om te lezen.")
    return sorted(found, key=lambda bestand: bestand.naam)


class _Budget:
    """What one bid may hold in all, over every zip and folder together."""

    def __init__(self) -> None:
        self.bytes = 0
        self.files = 0

    def spend(self, size: int, name: str) -> None:
        self.bytes += size
        self.files += 1
        if self.files > limits.MAX_BESTANDEN:
            raise InvoerFout(
                f"{name}: de inschrijving heeft te veel bestanden. Ten hoogste {limits.MAX_BESTANDEN} mag."
            )
        if size > limits.MAX_BESTAND_BYTES or self.bytes > limits.MAX_BYTES:
            grens = limits.MAX_BESTAND_BYTES if size > limits.MAX_BESTAND_BYTES else limits.MAX_BYTES
            wat = "het bestand" if size > limits.MAX_BESTAND_BYTES else "de inschrijving"
            raise InvoerFout(f"{name}: {wat} is te groot. Ten hoogste {grens // 2**20} MB mag.")


def _files_in(folder: Path) -> Iterator[Path]:
    """Regular files only: a link could point outside the folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path


def _is_junk(name: PurePosixPath) -> bool:
    return (
        any(part.lower() in _ROMMEL for part in name.parts)
        or name.name.startswith(("~$", "._", ".~lock."))
        or name.name == ""
    )


def _is_plain_zip(path: Path, name: str) -> bool:
    return name.lower().endswith(".zip") or (PurePosixPath(name).suffix == "" and zipfile.is_zipfile(path))


def _unpack(path: Path, name: str, workdir: Path, budget: _Budget, deep: bool) -> Iterator[tuple[str, Path]]:
    with open_zip(path, name, limits.MAX_BESTANDEN) as archive:
        for entry in archive.infolist():
            inner = _safe_name(entry, name)
            if entry.is_dir() or _is_junk(PurePosixPath(inner)):
                continue
            budget.spend(entry.file_size, f"{name}/{inner}")
            content = read_entry(archive, entry, f"{name}/{inner}")
            # Numbered names on disk: what a zip calls its files never becomes a path of ours.
            workdir.mkdir(parents=True, exist_ok=True)
            target = workdir / f"{budget.files:04d}{PurePosixPath(inner).suffix[:10]}"
            target.write_bytes(content)
            if not inner.lower().endswith(".zip"):
                yield inner, target
            elif deep:
                for innermost, unpacked in _unpack(target, f"{name}/{inner}", workdir, budget, deep=False):
                    yield f"{inner}/{innermost}", unpacked
            else:
                raise InvoerFout(
                    f"{name}/{inner}: een zip in een zip in een zip lezen we niet. Pak hem eerst uit."
                )


def _safe_name(entry: zipfile.ZipInfo, zip_name: str) -> str:
    """The entry's name as shown. Raises InvoerFout for a name that points outside the zip."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        # Without the UTF-8 flag zipfile reads cp437; most such zips hold UTF-8 all the same.
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    name = name.replace("\\", "/")
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or (len(name) > 1 and name[1] == ":"):
        raise InvoerFout(f"{zip_name}: er zit een bestand in met een onveilige naam ({name!r}).")
    return "".join("_" if c in _VERBODEN or ord(c) < 32 else c for c in path.as_posix())


def _unique(name: str, taken: set[str]) -> str:
    """`name`, or "naam (2).pdf" when it is taken; upper and lower case count as the same."""
    path, candidate, number = PurePosixPath(name), name, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}").as_posix()
    taken.add(candidate.casefold())
    return candidate
