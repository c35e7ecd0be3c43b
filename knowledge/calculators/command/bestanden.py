"""The files of a rekentool's command: input as JSON or a workbook, and workbooks it writes."""

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from knowledge.calculators.rekentool import Rekentool
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.catalogue import Tender
from knowledge.command import write_whole
from knowledge.errors import InvoerFout

# The workbooks load a library that the other commands do not need: imported where they are used.


def lees_invoer(tool: Rekentool[Any], file: Path, tender: Tender) -> Mapping[str, Any]:
    """The data of a JSON file or a workbook. InvoerFout names the file and the place in it."""
    if file.suffix.lower() == ".xlsx":
        from knowledge.calculators.werkboek import lees_werkboek

        _bestaat(file)
        return lees_werkboek(tool, file, tender)
    return _lees_json(file)


def schrijf_leeg(tool: Rekentool[Any], file: Path, tender: Tender) -> None:
    """An empty workbook to fill in, whole or not at all."""
    from knowledge.calculators.werkboek import schrijf_leeg

    boek = BytesIO()
    schrijf_leeg(tool, boek, tender)
    write_whole(_xlsx(file), boek.getvalue())


def schrijf_uitkomst(tool: Rekentool[Any], uitkomst: Uitkomst, file: Path, tender: Tender) -> None:
    """A workbook with the outcome, its steps and the input, whole or not at all."""
    from knowledge.calculators.werkboek import schrijf_uitkomst

    boek = BytesIO()
    schrijf_uitkomst(tool, uitkomst, boek, tender)
    write_whole(_xlsx(file), boek.getvalue())


def _xlsx(file: Path) -> Path:
    if file.suffix.lower() != ".xlsx":
        raise InvoerFout(f"{file}: kies een naam die eindigt op .xlsx.")
    return file


def _bestaat(file: Path) -> None:
    if not file.is_file():
        raise InvoerFout(f"{file}: dit bestand is er niet.")


def _lees_json(file: Path) -> Mapping[str, Any]:
    _bestaat(file)
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as fout:
        raise InvoerFout(f"{file}: niet te lezen ({fout.strerror}).") from fout
    except UnicodeDecodeError as fout:
        raise InvoerFout(f"{file}: dit is geen tekst.") from fout
    except json.JSONDecodeError as fout:
        raise InvoerFout(f"{file}, regel {fout.lineno}: dit is geen geldige JSON.") from fout
    if not isinstance(data, dict):
        raise InvoerFout(f"{file}: hier horen velden te staan, zoals in --voorbeeld.")
    return data
