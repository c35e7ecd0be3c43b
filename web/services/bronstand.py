"""What the sources say now at a place: prints to see later whether it changed.

At one place can stand the summary of the catalogue, the text of an imported document, and what a nota van
inlichtingen says about it. Each has a print of its own: a document that is imported later is no change.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.catalogue.models import Tender
from knowledge.retrieval.catalogue import of_tender
from knowledge.sources.passages import Brondocument

Plaats = tuple[str, str]
"""Bron and vindplaats."""


@dataclass(frozen=True, slots=True)
class Plaatsafdruk:
    """Prints of what stands at a place; "" where nothing does. `notas`: by the name of the nota."""

    catalogus: str
    document: str
    notas: Mapping[str, str]


class Bronstand:
    """The sources as they are at one moment."""

    def __init__(self, tender: Tender, documenten: Iterable[Brondocument]) -> None:
        self._tender = tender
        catalogus: dict[Plaats, list[str]] = defaultdict(list)
        teksten: dict[Plaats, list[str]] = defaultdict(list)
        notas: dict[Plaats, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._versies: dict[str, str] = {}
        alles: list[str] = []
        for f in of_tender(tender):
            catalogus[f.bron, f.vindplaats].append(f"{f.titel}\n{f.tekst}")
            alles.append(f"{f.vindplaats}\n{f.titel}\n{f.tekst}")
        self._versies[""] = f"versie {tender.versie} ({_afdruk(alles)[:8]})"
        for d in documenten:
            for p in d.passages:
                teksten[d.bron, p.vindplaats].append(p.tekst)
                for plaats in p.over:
                    notas[d.wijzigt, plaats][d.bron].append(p.tekst)
            self._versies[d.bron] = _afdruk([f"{p.vindplaats}\n{p.tekst}" for p in d.passages])[:8]
        self._catalogus = {plaats: _afdruk(delen) for plaats, delen in catalogus.items()}
        self._teksten = {plaats: _afdruk(delen) for plaats, delen in teksten.items()}
        self._notas = {
            plaats: {nota: _afdruk(delen) for nota, delen in per_nota.items()}
            for plaats, per_nota in notas.items()
        }

    def afdruk(self, bron: str, vindplaats: str) -> Plaatsafdruk:
        plaats = (bron, vindplaats)
        return Plaatsafdruk(
            self._catalogus.get(plaats, ""), self._teksten.get(plaats, ""), self._notas.get(plaats, {})
        )

    def versie(self, bron: str) -> str:
        """Of an imported document eight digits of its content; of the catalogue ("") its own name for it too.
        "" for a document that is not here."""
        return self._versies.get(bron, "")

    def verschil(self, bron: str, vindplaats: str, toen: Plaatsafdruk) -> str:
        """What changed at a place since it had these prints, as a sentence; "" for nothing."""
        nu = self.afdruk(bron, vindplaats)
        if not self.versie(bron) and (toen.document or bron != self._tender.bron):
            return "Deze bron is weggehaald."
        if nieuw := sorted(nota for nota, print_ in nu.notas.items() if toen.notas.get(nota) != print_):
            return f"Hier zegt {nieuw[0]} nu ook iets over."
        if weg := sorted(set(toen.notas) - set(nu.notas)):
            return f"{weg[0]} zei hier iets over, maar is weggehaald."
        if toen.document and not nu.document:
            return "Deze plaats staat niet meer in de bron."
        if toen.document and toen.document != nu.document:
            return "De tekst op deze plaats is veranderd."
        if toen.catalogus != nu.catalogus:
            return "De samenvatting in de catalogus is veranderd."
        return ""


def _afdruk(delen: Iterable[str]) -> str:
    return hashlib.sha256(json.dumps(sorted(delen), ensure_ascii=False).encode()).hexdigest()
