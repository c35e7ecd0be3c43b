"""What the four commands share: Dutch usage errors, exit codes and whole output files.

Exit codes: 0 success, 2 bad use or bad input (one clear Dutch line on stderr).
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from knowledge.errors import InvoerFout

Handler = Callable[[argparse.Namespace], int]

_ENGELS_NAAR_NEDERLANDS = (
    ("the following arguments are required:", "deze gegevens ontbreken:"),
    ("unrecognized arguments:", "onbekende opties:"),
    ("invalid choice:", "onbekende keuze:"),
    ("choose from", "kies uit"),
    ("expected one argument", "hier hoort een waarde achter"),
    ("expected at least one argument", "hier hoort minstens één waarde achter"),
    ("invalid int value:", "geen geheel getal:"),
    ("invalid float value:", "geen getal:"),
    ("not allowed with argument", "kan niet samen met"),
    ("argument ", "optie "),
)


class _Hulptekst(argparse.HelpFormatter):
    """Help with a Dutch heading before the usage."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that speaks Dutch."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"formatter_class": _Hulptekst, **kwargs, "add_help": False})
        self._optionals.title = "opties"
        self._positionals.title = "gegevens"
        self.add_argument("-h", "--help", action="help", help="toon deze hulp")

    def error(self, message: str) -> NoReturn:
        for engels, nederlands in _ENGELS_NAAR_NEDERLANDS:
            message = message.replace(engels, nederlands)
        print(f"{self.prog}: {message}. Hulp: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


def run(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> int:
    """Parse `argv`, call the `handler` default of the chosen subcommand, and return the exit code."""
    args = parser.parse_args(argv)
    handler: Handler | None = getattr(args, "handler", None)
    if handler is None:
        parser.print_help()
        return 2
    try:
        return handler(args)
    except InvoerFout as fout:
        for regel in fout.fouten or (str(fout),):
            print(regel, file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that it is either whole or absent: first beside it, then renamed into place."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as fout:
        raise InvoerFout(f"{path}: kan hier niet schrijven ({fout.strerror}).") from fout
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_json(path: Path, value: Any) -> None:
    """Write `value` as readable JSON (UTF-8, Dutch letters as they are), whole or not at all."""
    write_whole(path, json.dumps(value, ensure_ascii=False, indent=1) + "\n")
