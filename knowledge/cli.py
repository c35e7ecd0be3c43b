"""The `knowledge` command: every topic adds its own subcommands."""

from collections.abc import Sequence

from knowledge.answers import command as answers
from knowledge.calculators import command as calculators
from knowledge.catalogue import command as catalogue
from knowledge.command import Parser, run
from knowledge.geo import command as geo
from knowledge.retrieval import command as retrieval
from knowledge.sources import command as sources


def parser() -> Parser:
    whole = Parser(
        prog="knowledge", description="Kennis over de aanbesteding: eisen, tarieven en antwoorden."
    )
    subparsers = whole.add_subparsers(metavar="OPDRACHT", title="opdrachten")
    for topic in (sources, retrieval, answers, catalogue, calculators, geo):
        topic.add_parsers(subparsers)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    return run(parser(), argv)
