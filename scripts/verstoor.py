"""Rewrites bids without changing what they say and shows which judgements change with it.

    uv run python scripts/verstoor.py                     # all bids with labels, all rewritings
    uv run python scripts/verstoor.py oefen-1 --wat tabel # one bid, one rewriting, with every change

Per rewriting: how many statuses of eisen became wrong (right), stukken and findings that changed. Nothing of
a bid is written to disk.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from compliance.controle import judge_documents  # noqa: E402
from compliance.rapport import Rapport  # noqa: E402
from knowledge.documents import Document, gather, read_documents  # noqa: E402
from tests.compliance.test_eigen_inschrijvingen import MAP, bouwer  # noqa: E402
from tests.compliance.verstoring import VERSTORINGEN  # noqa: E402
from tests.shared import SHARED  # noqa: E402


def inschrijvingen(deel: str) -> Iterator[tuple[str, dict[str, str], tuple[Document, ...]]]:
    """Name, gold status per eis and the documents of every bid whose name holds `deel`."""
    gedeeld = SHARED / "inschrijvingen"
    for map_ in [*sorted(gedeeld.glob("*")), *sorted(MAP.glob("*"))]:
        gold = map_ / "gold.json"
        if deel not in map_.name or not gold.exists():
            continue
        statussen = {id: e["status"] for id, e in json.loads(gold.read_text("utf-8"))["eisen"].items()}
        with tempfile.TemporaryDirectory() as werkmap:
            stukken = map_ / "stukken"
            if not stukken.exists():
                stukken = Path(werkmap) / "stukken"
                stukken.mkdir()
                bouwer(map_)(stukken)
            documenten = tuple(read_documents(gather([stukken], Path(werkmap) / "werk")))
        yield map_.name, statussen, documenten


def _stand(rapport: Rapport) -> dict[str, str]:
    """All that a report claims, flat: what and which."""
    stand: dict[str, str] = {f"stuk {s.sleutel}": s.status for s in rapport.stukken}
    stand |= {f"bevinding {b.soort}": "ja" for b in rapport.bevindingen}
    stand["percelen"] = str(rapport.percelen)
    stand["vormen"] = str(rapport.vormen)
    stand["intensiteiten"] = str(rapport.intensiteiten)
    stand["financieel"] = str(rapport.financieel and rapport.financieel.oordeel)
    return stand


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("inschrijving", nargs="?", default="", help="part of the name of a bid")
    parser.add_argument("--wat", default="", help="part of the name of a rewriting; shows every change")
    keuze = parser.parse_args()
    telling: dict[str, Counter[str]] = {v.naam: Counter() for v in VERSTORINGEN if keuze.wat in v.naam}
    for naam, gold, documenten in inschrijvingen(keuze.inschrijving):
        eerst = judge_documents(documenten)
        status = {e.id: e.status for e in eerst.eisen}
        for verstoring in VERSTORINGEN:
            if verstoring.naam not in telling:
                continue
            telt = telling[verstoring.naam]
            rapport = judge_documents(verstoring.maak(documenten))
            for eis in rapport.eisen:
                if eis.status == status[eis.id]:
                    continue
                soort = (
                    "fout"
                    if status[eis.id] == gold[eis.id]
                    else "goed"
                    if eis.status == gold[eis.id]
                    else "anders"
                )
                telt[soort] += 1
                if keuze.wat:
                    print(f"{naam} | {verstoring.naam} | eis {eis.id}: {status[eis.id]} -> {eis.status} "
                          f"(label {gold[eis.id]}) {eis.toelichting}")  # fmt: skip
            oud, nieuw = _stand(eerst), _stand(rapport)
            for wat in sorted(oud.keys() | nieuw.keys()):
                if oud.get(wat) != nieuw.get(wat):
                    telt["overig"] += 1
                    if keuze.wat:
                        print(f"{naam} | {verstoring.naam} | {wat}: {oud.get(wat)} -> {nieuw.get(wat)}")
    print(f"{'':32}{'fout':>6}{'goed':>6}{'anders':>8}{'overig':>8}")
    for naam, telt in telling.items():
        print(f"{naam:32}{telt['fout']:6}{telt['goed']:6}{telt['anders']:8}{telt['overig']:8}")


if __name__ == "__main__":
    main()
