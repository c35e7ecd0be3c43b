"""The comparison as one SVG: two lines over time, and the table with the figures beside them."""

from collections.abc import Sequence
from html import escape
from itertools import accumulate

from matcher.simulatie.naspelen import Verloop
from matcher.simulatie.vergelijking import Jaarpaar, getal, uitslagen

BREED, HOOG = 1120, 640
VLAK = (60, 60, 480, 220)
"""x, y, width and height of the first chart; the second stands below it."""
KLEUR = {"praktijk": "#b45309", "vooruit": "#1d4ed8"}
STREEP = {"praktijk": "6 4", "vooruit": "none"}
"""Lines differ in dashes too, for who does not see the colours apart."""


def beeld(jaren: Sequence[Jaarpaar]) -> str:
    """The SVG as text. Lines are of the first year, the table is over all of them."""
    paar = jaren[0]
    titel = "Een jaar nagespeeld: de praktijk naast vooruitzien"
    regels = uitslagen(jaren)
    uitleg = " ".join(
        f"{u.maat.woorden.strip()}: praktijk {getal(u.praktijk, u.maat)}, vooruit {getal(u.vooruit, u.maat)}."
        for u in regels
    )
    x, y, breed, hoog = VLAK
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREED} {HOOG}" role="img" '
        'aria-labelledby="titel uitleg" font-family="sans-serif" font-size="13">',
        f'<title id="titel">{escape(titel)}</title>',
        f'<desc id="uitleg">{escape(uitleg)}</desc>',
        f'<rect width="{BREED}" height="{HOOG}" fill="#ffffff"/>',
        f'<text x="{x}" y="28" font-size="18" font-weight="bold">{escape(titel)}</text>',
        *_lijnen(
            "Verplaatsingen, opgeteld",
            (x, y, breed, hoog),
            {n: list(accumulate(m.verplaatsingen for m in v.weken)) for n, v in _beide(paar)},
        ),
        *_lijnen(
            "Kinderen die wachten",
            (x, y + hoog + 70, breed, hoog),
            {n: [m.wachtweken for m in v.weken] for n, v in _beide(paar)},
        ),
    ]
    links = x + breed + 60
    delen.append(f'<text x="{links + 370}" y="{y}" text-anchor="end" font-weight="bold">praktijk</text>')
    delen.append(f'<text x="{links + 470}" y="{y}" text-anchor="end" font-weight="bold">vooruit</text>')
    for nummer, u in enumerate(regels, 1):
        lijn = y + nummer * 28
        delen.append(f'<text x="{links}" y="{lijn}">{escape(u.maat.woorden.strip())}</text>')
        for rechts, waarde in ((370, u.praktijk), (470, u.vooruit)):
            delen.append(
                f'<text x="{links + rechts}" y="{lijn}" text-anchor="end">{getal(waarde, u.maat)}</text>'
            )
    over = "1 jaar" if len(jaren) == 1 else f"gemiddelde van {len(jaren)} jaren"
    delen.append(f'<text x="{links}" y="{y + (len(regels) + 2) * 28}">Tabel: {over}.</text>')
    delen.append("</svg>\n")
    return "\n".join(delen)


def _beide(paar: Jaarpaar) -> tuple[tuple[str, Verloop], ...]:
    return ("praktijk", paar.praktijk), ("vooruit", paar.vooruit)


def _lijnen(kop: str, vlak: tuple[int, int, int, int], reeksen: dict[str, list[int]]) -> list[str]:
    x, y, breed, hoog = vlak
    top = max(1, *(max(reeks) for reeks in reeksen.values()))
    weken = max(len(reeks) for reeks in reeksen.values())

    def punt(week: int, waarde: float) -> str:
        return f"{x + breed * week / max(1, weken - 1):.1f},{y + hoog * (1 - waarde / top):.1f}"

    delen = [f'<text x="{x}" y="{y - 10}" font-weight="bold">{escape(kop)}</text>']
    for waarde in (0, top / 2, top):
        hoogte = y + hoog * (1 - waarde / top)
        delen.append(
            f'<line x1="{x}" y1="{hoogte:.1f}" x2="{x + breed}" y2="{hoogte:.1f}" stroke="#d4d4d4"/>'
        )
        delen.append(f'<text x="{x - 8}" y="{hoogte + 4:.1f}" text-anchor="end">{waarde:.0f}</text>')
    delen.append(f'<text x="{x}" y="{y + hoog + 20}">week 1</text>')
    delen.append(f'<text x="{x + breed}" y="{y + hoog + 20}" text-anchor="end">week {weken}</text>')
    for nummer, (naam, reeks) in enumerate(reeksen.items()):
        lijn = " ".join(punt(week, waarde) for week, waarde in enumerate(reeks))
        streep = f'stroke="{KLEUR[naam]}" stroke-width="2" stroke-dasharray="{STREEP[naam]}"'
        delen.append(f'<polyline points="{lijn}" fill="none" {streep}/>')
        links = x + 240 + nummer * 120
        delen.append(f'<line x1="{links}" y1="{y - 14}" x2="{links + 30}" y2="{y - 14}" {streep}/>')
        delen.append(f'<text x="{links + 36}" y="{y - 10}">{naam}</text>')
    return delen
