"""Read every file in a folder as a bid's files are read, and hold the result against the file itself.

    scripts/corpus MAP [--soort pdf docx ...] [--uitzonderingen BESTAND.tsv]

Counts how files end (with text, with a named problem, with a crash or after the time limit), the slowest
file and the most memory a reading process used. Of each DOCX the words in its XML are compared with the words
that were read, of each PDF with a form the filled fields with those that pypdf finds.
"""

import argparse
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus_docx import lost_words
from corpus_forms import FieldCount, compare_fields

from knowledge.documents import Bestand, Document, Soort, limits
from knowledge.documents.children import Child

SOORTEN = ("pdf", "docx", "docm", "odt", "rtf", "eml", "xlsx")
_GEWEIGERD = {"beschadigd", "versleuteld", "te_groot", "niet_gelezen"}


@dataclass(slots=True)
class Tally:
    """What was counted for one kind of file."""

    files: int = 0
    with_text: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)
    """Files that gave neither text nor a reason: there must be none."""
    stopped: list[str] = field(default_factory=list)
    """Files of which the reading process crashed, ran out of memory or out of time."""
    refused: list[str] = field(default_factory=list)
    """Files that are damaged, locked, too large or of an unknown kind, by our reading."""
    slowest: tuple[float, str] = (0.0, "")
    words: int = 0
    lost: list[tuple[str, int, str]] = field(default_factory=list)
    compared: int = 0
    fields: FieldCount = field(default_factory=FieldCount)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("map", type=Path)
    parser.add_argument("--soort", nargs="+", choices=SOORTEN, default=SOORTEN)
    parser.add_argument("--uitzonderingen", type=Path, help="schrijf hier wat er per bestand ontbreekt")
    parser.add_argument("--deel", default="0/1", help="alleen deel I van N, bijvoorbeeld 0/2")
    args = parser.parse_args()
    part, parts = (int(number) for number in args.deel.split("/"))
    files = [p for p in sorted(args.map.rglob("*")) if p.is_file() and not p.is_symlink()]
    files = [p for p in files if p.suffix.lower().lstrip(".") in args.soort][part::parts]
    tallies: dict[str, Tally] = {}
    exceptions: list[str] = []
    for path, document, seconds in _read_all(files):
        tally = tallies.setdefault(path.suffix.lower().lstrip("."), Tally())
        name = path.relative_to(args.map).as_posix()
        _count(tally, name, path, document, seconds)
        if tally.lost and tally.lost[-1][0] == name:
            exceptions.append("\t".join(map(str, tally.lost[-1])))
    exceptions += [line for tally in tallies.values() for line in tally.refused]
    for kind, tally in tallies.items():
        _report(kind, tally)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"meeste geheugen van een leesproces: {memory:.0f} MiB")
    if args.uitzonderingen:
        args.uitzonderingen.write_text("\n".join(exceptions) + "\n", "utf-8")
    return 1 if any(t.silent for t in tallies.values()) else 0


def _read_all(files: list[Path]) -> Iterator[tuple[Path, Document, float]]:
    child: Child | None = None
    for path in files:
        child = child or Child(limits.GEHEUGEN_MB)
        begin = time.monotonic()
        document = child.read(Bestand(path.name, path), limits.SECONDEN_PER_BESTAND)
        yield path, document, time.monotonic() - begin
        if not child.alive:
            child = None
    if child:
        child.close()


def _count(tally: Tally, name: str, path: Path, document: Document, seconds: float) -> None:
    tally.files += 1
    tally.slowest = max(tally.slowest, (seconds, name))
    text = any(b.soort is not Soort.VERBORGEN for b in document.blokken)
    tally.with_text += text
    tally.problems.update({problem.soort for problem in document.problemen})
    if not text and not document.problemen:
        tally.silent.append(name)
    if any("liep vast" in p.uitleg or "langer dan" in p.uitleg for p in document.problemen):
        tally.stopped.append(name)
    refused = {p.soort for p in document.problemen} & _GEWEIGERD
    if refused:
        tally.refused.append(f"{name}: {', '.join(refused)}")
    elif document.formaat == "docx":
        tally.compared += 1
        total, lost = lost_words(path, document)
        tally.words += total
        if lost:
            sample = " ".join(f"{word}×{count}" for word, count in lost.most_common(8))
            tally.lost.append((name, sum(lost.values()), sample))
    if document.formaat == "pdf" and document.blokken:
        compare_fields(path, name, document, tally.fields)


def _report(kind: str, tally: Tally) -> None:
    print(f"== {kind}: {tally.files} bestanden, {tally.with_text} met tekst")
    print("   problemen (bestanden):", dict(tally.problems.most_common()))
    print(f"   zonder tekst en zonder uitleg: {len(tally.silent)} {tally.silent[:5]}")
    print(f"   leesproces gestopt: {len(tally.stopped)} {tally.stopped[:10]}")
    print(f"   langzaamste: {tally.slowest[0]:.1f} s ({tally.slowest[1]})")
    if tally.compared:
        lost = sum(count for _, count, _ in tally.lost)
        print(f"   vergeleken met XML: {tally.compared} bestanden, {tally.words} woorden;")
        print(f"   met verlies: {len(tally.lost)} bestanden, {lost} woorden")
    if tally.fields.filled:
        f = tally.fields
        print(f"   gevulde velden: {f.filled} in {f.forms} formulieren, niet gelezen: {len(f.missing)}")
        for line in f.missing[:40]:
            print(f"      {line}")


if __name__ == "__main__":
    sys.exit(main())
