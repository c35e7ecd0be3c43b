"""Zip files opened with care: how much may come out is checked before anything is unpacked."""

import zipfile
from pathlib import Path

from knowledge.documents import limits
from knowledge.documents.errors import LeesFout


def open_zip(path: Path, name: str, max_entries: int = limits.MAX_ONDERDELEN) -> zipfile.ZipFile:
    """Open a zip (an office file is one too) after checking count, sizes, ratio and encryption.

    Raises LeesFout, in Dutch and naming the file, when it is damaged, locked or suspiciously large.
    """
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fout:
        raise LeesFout(
            "beschadigd", f"{name}: dit bestand is beschadigd of niet volledig. Lever het opnieuw aan."
        ) from fout
    try:
        _guard(archive, name, max_entries)
    except LeesFout:
        archive.close()
        raise
    return archive


def _guard(archive: zipfile.ZipFile, name: str, max_entries: int) -> None:
    entries = archive.infolist()
    if len(entries) > max_entries:
        raise LeesFout(
            "te_groot",
            f"{name}: er zitten te veel bestanden in ({len(entries)}). Ten hoogste {max_entries} mag.",
        )
    total = 0
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise LeesFout(
                "versleuteld",
                f"{name}: dit bestand is beveiligd met een wachtwoord. Lever het zonder wachtwoord.",
            )
        total += entry.file_size
        suspicious = entry.file_size > limits.KLEIN_BYTES and entry.file_size > limits.MAX_VERHOUDING * max(
            entry.compress_size, 1
        )
        if suspicious or entry.file_size > limits.MAX_BESTAND_BYTES or total > limits.MAX_BYTES:
            raise LeesFout(
                "te_groot", f"{name}: uitgepakt wordt dit bestand te groot. We hebben het niet geopend."
            )


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """The unpacked bytes of one entry; the size that the zip promises is also the most that is read.

    Raises LeesFout when the entry is damaged or larger than promised.
    """
    try:
        with archive.open(entry) as stream:
            content = stream.read(entry.file_size + 1)
    except Exception as fout:  # zipfile raises many kinds: zlib.error, EOFError, NotImplementedError, ...
        raise LeesFout("beschadigd", f"{name}: dit bestand is beschadigd. Lever het opnieuw aan.") from fout
    if len(content) > entry.file_size:
        raise LeesFout(
            "te_groot", f"{name}: uitgepakt is dit bestand groter dan het zegt. We hebben het niet geopend."
        )
    return content
