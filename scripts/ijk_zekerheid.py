"""Calibrates the zekerheid of the judged eisen on invented bids with labels, and measures it on others.

    uv run python scripts/ijk_zekerheid.py            # fit: writes compliance/eisen/zekerheid.yaml
    uv run python scripts/ijk_zekerheid.py --meet     # measure on bids that only measure: docs/zekerheid.svg

Each bid is built, read and judged. Per status the signals are cut into steps of about equal size, the shares
right made to rise with the signal (pool adjacent violators), and drawn towards a prior, since the rules were
written with these very bids at hand. `--meet` prints the expected calibration error (ten bins).
"""

import argparse
import importlib.util
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from compliance.controle import open_dossier  # noqa: E402
from compliance.eisen import judge_eisen  # noqa: E402
from compliance.eisen.zekerheid import Ijking, lees_ijking  # noqa: E402
from knowledge.catalogue.load import load_tender  # noqa: E402
from knowledge.documents import gather, read_documents  # noqa: E402

BIDS = ROOT / "tests" / "compliance" / "inschrijvingen"
DOEL = ROOT / "compliance" / "eisen" / "zekerheid.yaml"
PLAAT = ROOT / "docs" / "zekerheid.svg"
# The bids that rules may be tuned on, and those that only measure (see the README beside them).
AFGESTELD = ("oefen-*", "toets-[123]-*")
ONGEZIEN = ("toets-[45]-*",)
MINST, STAPPEN = 12, 3
# So many proposals are imagined beside those seen in a step, of which this share was right.
GEWICHT, VOORAF = 30.0, 0.7

Punt = tuple[str, float, bool]
"""Status, signal, right or not."""


def punten(patronen: Iterable[str]) -> Iterable[Punt]:
    """Every judged eis of the bids whose folder fits one of the patterns."""
    tender = load_tender()
    for map_ in (map_ for patroon in patronen for map_ in sorted(BIDS.glob(patroon))):
        spec = importlib.util.spec_from_file_location("bouw", map_ / "bouw.py")
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        gold = json.loads((map_ / "gold.json").read_text(encoding="utf-8"))["eisen"]
        with tempfile.TemporaryDirectory() as stukken, tempfile.TemporaryDirectory() as werkmap:
            module.bouw(Path(stukken))
            documenten = read_documents(gather([stukken], Path(werkmap)))
        oordelen, _ = judge_eisen(open_dossier(documenten, None, tender).inschrijving, tender, geijkt=False)
        for oordeel in oordelen:
            yield oordeel.status, oordeel.zekerheid, gold[oordeel.id]["status"] == oordeel.status


def pas(alle: Iterable[Punt]) -> Ijking:
    """Steps per status from these proposals."""
    per_status: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for status, signaal, goed in alle:
        per_status[status].append((signaal, goed))
    stappen: dict[str, tuple[tuple[float, float], ...]] = {}
    for status, paren in sorted(per_status.items()):
        paren.sort()
        groot = max(MINST, -(-len(paren) // STAPPEN))
        blokken: list[list[float]] = []  # upper bound, number, right
        for begin in range(0, len(paren), groot):
            deel = paren[begin : begin + groot]
            blok = [deel[-1][0], float(len(deel)), float(sum(goed for _, goed in deel))]
            if blokken and (len(deel) < MINST or blok[0] == blokken[-1][0]):
                blokken[-1] = _samen(blokken[-1], blok)
            else:
                blokken.append(blok)
            while len(blokken) > 1 and _deel(blokken[-2]) > _deel(blokken[-1]):
                laatste = blokken.pop()
                blokken[-1] = _samen(blokken[-1], laatste)
        blokken[-1][0] = 1.0
        stappen[status] = tuple((round(blok[0], 3), round(_deel(blok), 3)) for blok in blokken)
    return Ijking(stappen)


def _samen(een: list[float], ander: list[float]) -> list[float]:
    return [ander[0], een[1] + ander[1], een[2] + ander[2]]


def _deel(blok: list[float]) -> float:
    return (blok[2] + GEWICHT * VOORAF) / (blok[1] + GEWICHT)


def bakken(alle: list[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Mean zekerheid, share right and number in each tenth that holds any."""
    per_bak: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for zekerheid, goed in alle:
        per_bak[min(int(zekerheid * 10), 9)].append((zekerheid, goed))
    return [
        (sum(z for z, _ in rij) / len(rij), sum(g for _, g in rij) / len(rij), len(rij))
        for _, rij in sorted(per_bak.items())
    ]


def plaat(rijen: list[tuple[float, float, int]], fout: float) -> str:
    """A reliability plot: said against found, the size of a dot for how many."""

    def x(waarde: float) -> float:
        return 60 + 360 * waarde

    def y(waarde: float) -> float:
        return 420 - 360 * waarde

    komma = f"{fout:.3f}".replace(".", ",")
    delen = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 460 480" font-family="sans-serif" '
        'font-size="13">',
        '<rect width="460" height="480" fill="#fff"/>',
        f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="5 4"/>',
        f'<path d="M{x(0)} {y(1)}V{y(0)}H{x(1)}" stroke="#333" fill="none"/>',
    ]
    for tiende in range(0, 11, 2):
        waarde = tiende / 10
        tekst = f"{waarde:.1f}".replace(".", ",")
        delen.append(f'<text x="{x(waarde)}" y="{y(0) + 18}" text-anchor="middle">{tekst}</text>')
        delen.append(f'<text x="{x(0) - 8}" y="{y(waarde) + 4}" text-anchor="end">{tekst}</text>')
    for gezegd, gevonden, aantal in rijen:
        straal = 3 + aantal**0.5 / 1.5
        delen.append(
            f'<circle cx="{x(gezegd):.1f}" cy="{y(gevonden):.1f}" r="{straal:.1f}" fill="#1c6e6e" '
            f'fill-opacity="0.75"><title>{aantal} oordelen</title></circle>'
        )
    delen += [
        f'<text x="{x(0.5)}" y="464" text-anchor="middle">zekerheid die het rapport noemt</text>',
        f'<text x="18" y="{y(0.5)}" text-anchor="middle" transform="rotate(-90 18 {y(0.5)})">'
        "deel dat klopt</text>",
        f'<text x="{x(0)}" y="36">IJkfout {komma}</text>',
        "</svg>",
    ]
    return "\n".join(delen) + "\n"


def meet() -> float:
    """The expected calibration error on the bids that only measure; draws the plot."""
    ijking = lees_ijking()
    alle = [(ijking.zekerheid(status, signaal), goed) for status, signaal, goed in punten(ONGEZIEN)]
    rijen = bakken(alle)
    fout = sum(aantal * abs(gezegd - gevonden) for gezegd, gevonden, aantal in rijen) / len(alle)
    PLAAT.write_text(plaat(rijen, fout), encoding="utf-8")
    return fout


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--meet", action="store_true", help="measure on the bids that only measure")
    if parser.parse_args().meet:
        print(f"expected calibration error on bids that nobody tuned on: {meet():.3f}")
        return
    ijking = pas(punten(AFGESTELD))
    regels = [
        "# Made by scripts/ijk_zekerheid.py: per status [upper bound of the signal, share right].",
        *(f"{status}: {[list(stap) for stap in stappen]}" for status, stappen in ijking.stappen.items()),
    ]
    DOEL.write_text("\n".join(regels) + "\n", encoding="utf-8")
    print(DOEL.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
