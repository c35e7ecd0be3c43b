"""Measures the judging of eisen on labelled passages: per status precision, recall and F1, and who is taken
for whom.

    uv run python scripts/meet_passages.py oefen            # or toets
    uv run python scripts/meet_passages.py oefen --fouten   # with every difference; never on toets
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.compliance.passagemeting import GEVONDEN, STATUSSEN, Maten, lees, maten, paren  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("naam", choices=("oefen", "oefen_2", "toets"))
    parser.add_argument("--fouten", action="store_true", help="show every difference (not of toets)")
    keuze = parser.parse_args()
    if keuze.fouten and keuze.naam == "toets":
        parser.error("de passages van toets worden alleen geteld")
    uitkomsten = list(paren(lees(keuze.naam)))
    telling: Counter[tuple[str, str]] = Counter((v.status, o.status) for v, o in uitkomsten)
    aantal = sum(telling.values())
    goed = sum(n for (label, ons), n in telling.items() if label == ons)
    print(f"{keuze.naam}: {aantal} passages, juist {goed / aantal:.3f}")
    for status in STATUSSEN:
        _toon(status, maten(telling, [status]))
    _toon("gevonden", maten(telling, GEVONDEN))
    print(f"\n{'label / wij':12}" + "".join(f"{status:>12}" for status in STATUSSEN))
    for label in STATUSSEN:
        print(f"{label:12}" + "".join(f"{telling[label, ons]:12}" for ons in STATUSSEN))
    for voorbeeld, oordeel in uitkomsten if keuze.fouten else ():
        if voorbeeld.status != oordeel.status:
            print(f"\n{voorbeeld.id} eis {voorbeeld.eis}: {voorbeeld.status}, wij {oordeel.status}")
            print(f"  {voorbeeld.tekst}\n  {voorbeeld.waarom} / {oordeel.toelichting}")


def _toon(naam: str, m: Maten) -> None:
    print(f"{naam:12} precisie {m.precisie:.3f}  recall {m.recall:.3f}  f1 {m.f1:.3f}  ({m.aantal})")


if __name__ == "__main__":
    main()
