"""Static files: smaller over the wire where the build packed them, and kept by browsers where they can be.

An address of `adres` changes with its file, so a browser may keep what is behind it for good.
"""

import hashlib
import mimetypes
from collections.abc import Mapping
from functools import lru_cache
from os import PathLike, stat_result
from pathlib import Path

from starlette.datastructures import Headers, QueryParams
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).resolve().parent / "static"
PACKED = {"br": ".br", "gzip": ".gz"}
"""Ways of packing, the smallest first, and how the build names such a file."""
FOR_GOOD = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"
HASHED = "build/fonts/"
"""The build puts a hash in the names here."""


def adres(naam: str) -> str:
    """The address of a file in `static`, such as "build/app.css", with a sign of its content."""
    return f"/static/{naam}{kenmerk(FOLDER / naam)}"


def kenmerk(bestand: Path) -> str:
    """ "?v=..." by the file's content; "" without the file."""
    try:
        toestand = bestand.stat()
    except OSError:
        return ""
    return f"?v={_hash(bestand, toestand.st_mtime_ns, toestand.st_size)}"


@lru_cache(maxsize=256)
def _hash(bestand: Path, *_: int) -> str:
    return hashlib.sha256(bestand.read_bytes()).hexdigest()[:12]


class Statisch(StaticFiles):
    """`FOLDER`, and `ook`: files from elsewhere by their name in it."""

    def __init__(self, ook: Mapping[str, Path]) -> None:
        super().__init__(directory=FOLDER)
        self.ook = ook

    def lookup_path(self, path: str) -> tuple[str, stat_result | None]:
        if bestand := self.ook.get(path):
            return (str(bestand), bestand.stat()) if bestand.is_file() else ("", None)
        return super().lookup_path(path)

    def file_response(
        self,
        full_path: "PathLike[str] | str",
        stat_result: stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        bestand = Path(full_path)
        asked = Headers(scope=scope)
        gezegd = kenmerk(bestand)
        kept = gezegd.removeprefix("?v=") == QueryParams(scope["query_string"]).get("v")
        kept = kept or scope["path"].startswith(f"/static/{HASHED}")
        headers = {"Cache-Control": FOR_GOOD if kept else ASK_FIRST}
        ingepakt, hoe = _packed(bestand, asked.get("accept-encoding", ""))
        if hoe:
            headers["Content-Encoding"] = hoe
        if any(bestand.with_name(bestand.name + einde).is_file() for einde in PACKED.values()):
            headers["Vary"] = "Accept-Encoding"
        soort = mimetypes.guess_type(bestand.name)[0] or "application/octet-stream"
        response = FileResponse(ingepakt, status_code, headers, media_type=soort, stat_result=ingepakt.stat())
        if self.is_not_modified(response.headers, asked):
            return NotModifiedResponse(response.headers)
        return response


def _packed(bestand: Path, accepted: str) -> tuple[Path, str]:
    """The file to send and how it is packed ("" for not)."""
    wil = {deel.partition(";")[0].strip() for deel in accepted.split(",") if not deel.endswith("q=0")}
    for hoe, einde in PACKED.items():
        kleiner = bestand.with_name(bestand.name + einde)
        if hoe in wil and kleiner.is_file():
            return kleiner, hoe
    return bestand, ""
