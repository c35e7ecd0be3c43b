"""The commands of the calculators: `knowledge tarief`, and one subcommand for each rekentool."""

import argparse
from typing import Any

from knowledge.calculators.command import rekentool, tarief
from knowledge.calculators.register import REKENTOOLS


def add_parsers(subparsers: "argparse._SubParsersAction[Any]") -> None:
    tarief.add_parser(subparsers)
    for tool in REKENTOOLS:
        rekentool.add_parser(subparsers, tool)
