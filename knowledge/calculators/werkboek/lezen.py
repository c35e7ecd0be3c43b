"""Reads a workbook that was filled in: by the titles of its fields, wherever on a sheet they stand."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from knowledge.calculators.intensiteit.groepen import groepen_in
from knowledge.calculators.rekentool import FoutInVelden, Rekentool, lees_invoer
from knowledge.calculators.werkboek.lezer import Gelezen, Lezer
from knowledge.catalogue import Tender
from knowledge.documents import Document, read_documents
from knowledge.errors import InvoerFout
from knowledge.text.normalise import fold


def lees_werkboek(
    tool: Rekentool[Any], pad: Path | str, tender: Tender | None = None, groep: str | None = None
) -> dict[str, Any]:
    """The input of a rekentool from a workbook (XLSX), as plain data that fits its model.

    A bidder's own sheet may hold several groups: `groep` is the name of the one to read. InvoerFout, in
    Dutch, with a line for every mistake (file, sheet, row and column), and when a group must be named.
    """
    if not Path(pad).is_file():
        raise InvoerFout(f"{pad}: dit bestand is er niet.")
    return lees_document(tool, read_documents([Path(pad)])[0], tender, groep)


def lees_document(
    tool: Rekentool[Any], document: Document, tender: Tender | None = None, groep: str | None = None
) -> dict[str, Any]:
    """As `lees_werkboek`, from a workbook that was read already."""
    found = lees_alle(tool, document, tender)
    chosen = [g for g in found if groep is None or fold(str(g.get("groep", ""))) == fold(groep)]
    if len(chosen) == 1:
        return chosen[0]
    names = "; ".join(str(g.get("groep") or f"groep {n}") for n, g in enumerate(found, 1))
    raise InvoerFout(f"{document.bestand}: kies één van de groepen in dit werkboek: {names}.")


def lees_alle(tool: Rekentool[Any], document: Document, tender: Tender | None = None) -> list[dict[str, Any]]:
    """Every input that a workbook holds: one of our own lay-out, or each group of a bidder's own sheet."""
    if document.formaat != "xlsx" or not document.blokken:
        reasons = [p.uitleg for p in document.problemen]
        raise InvoerFout(*(reasons or [f"{document.bestand}: dit is geen Excel-bestand (.xlsx)."]))
    lezer = Lezer(tool, document, tender)
    found = lezer.lees()
    others = [] if lezer.eigen else ANDERE_BLADEN.get(tool.sleutel, _geen)(document)
    inputs = [Gelezen(g, naam=str(g.get("groep", ""))) for g in others] or [found]
    if not others and not found.cellen:
        raise InvoerFout(
            f"{document.bestand}: dit werkboek heeft geen gegevens voor {tool.naam.lower()}. "
            "Begin met een leeg werkboek van deze rekentool."
        )
    lines: list[str] = []
    for gelezen in inputs:
        try:
            lees_invoer(tool.invoer, gelezen.gegevens)
        except FoutInVelden as fout:
            lines += [
                f"{document.bestand}{gelezen.waar(plaats)}: {regel}"
                for regel, plaats in zip(fout.fouten, fout.plaatsen, strict=True)
            ]
    if lines:
        raise InvoerFout(*lines)
    return [g.gegevens for g in inputs]


def _geen(document: Document) -> list[dict[str, Any]]:
    return []


ANDERE_BLADEN: Mapping[str, Callable[[Document], list[dict[str, Any]]]] = {"intensiteit": groepen_in}
"""By rekentool: how the sheets that bidders hand in are read."""
