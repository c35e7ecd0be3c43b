"""Speed and memory of checking a bid: our reading and the whole check beside two plain text extractions.

    scripts/bench compliance [--paginas N]

Makes a bid of N pages (200) of invented text: plans with headings, lists and ruled tables. All four measures
run one after another on the same files, each in a process of its own. Our reading and the check may use two
processes, the plain extractions are what a simple script does.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

BESTANDEN = 8
WIE = (
    "De groepsleider",
    "Onze gedragswetenschapper",
    "De jeugdige",
    "Het team",
    "Elke ouder",
    "De verwijzer",
)
DOET = ("bespreekt", "beschrijft", "evalueert", "bewaakt", "ondersteunt", "plant", "borgt")
WAT = ("het hulpplan", "de veiligheid", "de overdracht", "het perspectief", "de dagbesteding", "het netwerk")
HOE = ("binnen zes weken", "samen met het gezin", "elke drie maanden", "volgens de richtlijn",
       "in kleine stappen", "met de gemeente", "op de woongroep", "tijdens de intake")  # fmt: skip


def sentence(chance: random.Random) -> str:
    ends = " en ".join(chance.sample(HOE, 2))
    return f"{chance.choice(WIE)} {chance.choice(DOET)} {chance.choice(WAT)} {ends}."


def make_bid(folder: Path, pages: int) -> int:
    """Write the files of the bid; returns how many pages they have."""
    import pypdfium2

    total = 0
    for number in range(BESTANDEN):
        path = folder / f"plan_{number + 1}.pdf"
        share = pages // BESTANDEN + (number < pages % BESTANDEN)
        _make_plan(path, share, random.Random(number))
        document = pypdfium2.PdfDocument(path)
        total += len(document)
        document.close()
    return total


def _make_plan(path: Path, pages: int, chance: random.Random) -> None:
    style = getSampleStyleSheet()
    story: list[object] = []
    for page in range(pages):
        story.append(Paragraph(f"{page + 1} {chance.choice(WAT).capitalize()}", style["Heading1"]))
        for _ in range(5):
            text = " ".join(sentence(chance) for _ in range(6))
            story.append(Paragraph(text, style["BodyText"]))
        story += [Paragraph(f"• {sentence(chance)}", style["BodyText"]) for _ in range(4)]
        if page % 4 == 0:
            rows = [[str(i), chance.choice(WAT), chance.choice(HOE)] for i in range(6)]
            grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
            story.append(Table(rows, style=grid))
        story.append(PageBreak())
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1).build(story)


def plain_pdfium(folder: Path) -> None:
    import pypdfium2

    for path in sorted(folder.glob("*.pdf")):
        document = pypdfium2.PdfDocument(path)
        for page in document:
            page.get_textpage().get_text_bounded()


def plain_pdfplumber(folder: Path) -> None:
    import pdfplumber

    for path in sorted(folder.glob("*.pdf")):
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.close()


def our_reading(folder: Path) -> None:
    from knowledge.documents import read_documents

    read_documents(sorted(folder.glob("*.pdf")))


def whole_check(folder: Path) -> None:
    from compliance.controle import check_bid

    check_bid([folder])


MEASURES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "pdfium": ("pypdfium2, alleen tekst", plain_pdfium),
    "pdfplumber": ("pdfplumber extract_text", plain_pdfplumber),
    "lezen": ("ons lezen", our_reading),
    "controle": ("hele controle", whole_check),
}


def measure(key: str, folder: Path) -> dict[str, float]:
    """Wall and processor seconds and MiB of one measure, in this process and its children."""
    begin = time.monotonic()
    MEASURES[key][1](folder)
    seconds = time.monotonic() - begin
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    work = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    # The largest child counts twice: two may run at a time.
    memory = (own.ru_maxrss + 2 * children.ru_maxrss) / 1024
    return {"seconden": seconds, "rekentijd": work, "MiB": memory}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--paginas", type=int, default=200)
    parser.add_argument("--meet", nargs=2, metavar=("MAAT", "MAP"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.meet:
        print(json.dumps(measure(args.meet[0], Path(args.meet[1]))))
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        pages = make_bid(folder, args.paginas)
        print(f"{pages} pagina's in {BESTANDEN} bestanden")
        print("| meting | pagina's/s | seconden | rekentijd s | MiB |\n| --- | --- | --- | --- | --- |")
        for key, (name, _) in MEASURES.items():
            command = [sys.executable, __file__, "--meet", key, str(folder)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            result = json.loads(done.stdout.splitlines()[-1])
            rate = pages / result["seconden"]
            print(
                f"| {name} | {rate:.1f} | {result['seconden']:.1f} | {result['rekentijd']:.1f} "
                f"| {result['MiB']:.0f} |",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
