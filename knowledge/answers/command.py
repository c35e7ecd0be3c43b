"""`knowledge ask`: one question, or many in one process."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge.answers.answer import Antwoord
from knowledge.answers.assistant import Assistant
from knowledge.catalogue import load_tender
from knowledge.command import write_whole
from knowledge.errors import InvoerFout
from knowledge.sources.store import Bronnen


def add_parsers(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("ask", help="stel een vraag over de aanbesteding en de bronnen")
    parser.add_argument("vraag", nargs="?", help="de vraag, tussen aanhalingstekens")
    parser.add_argument("--json", action="store_true", help="toon het antwoord als JSON")
    parser.add_argument("--bron", metavar="NAAM", help="zoek alleen in deze bron")
    parser.add_argument(
        "--batch",
        type=Path,
        metavar="VRAGEN.jsonl",
        help="vragen, één per regel (JSON); eerdere vragen in gesprek",
    )
    parser.add_argument(
        "--gesprek", action="store_true", help="stel vragen achter elkaar; stop met een lege regel"
    )
    parser.add_argument("--out", type=Path, metavar="ANTWOORDEN.jsonl", help="antwoorden bij --batch")
    parser.set_defaults(handler=_ask)


def _ask(args: argparse.Namespace) -> int:
    if args.gesprek and (args.batch or args.json):
        raise InvoerFout("--gesprek gaat niet samen met --batch of --json.")
    if not args.gesprek and bool(args.vraag) == bool(args.batch):
        raise InvoerFout('Geef een vraag ("..."), een bestand met vragen (--batch), of --gesprek.')
    if args.batch and not args.out:
        raise InvoerFout("Bij --batch hoort --out: het bestand voor de antwoorden.")
    assistant = Assistant(load_tender(), Bronnen.standaard())
    if args.gesprek:
        _talk(assistant, args.vraag, args.bron)
    elif args.batch:
        answers = ((q["id"], _answer(assistant, q, args.bron)) for q in _questions(args.batch))
        lines = [json.dumps({"id": id_, **a.to_json()}, ensure_ascii=False) for id_, a in answers]
        write_whole(args.out, "".join(f"{line}\n" for line in lines))
    else:
        answer = assistant.ask(args.vraag, args.bron)
        print(json.dumps(answer.to_json(), ensure_ascii=False, indent=1) if args.json else _readable(answer))
    return 0


def _talk(assistant: Assistant, first: str | None, bron: str | None) -> None:
    """Questions from the keyboard, each read with those before it, until an empty line."""
    earlier: list[Antwoord] = []
    question = first or _next_question()
    while question:
        try:
            earlier.append(assistant.ask(question, bron, earlier))
            print(f"{_readable(earlier[-1])}\n")
        except InvoerFout as fout:
            print("\n".join(fout.fouten))
        question = _next_question()


def _next_question() -> str:
    try:
        return input("Vraag: " if sys.stdin.isatty() else "").strip()
    except EOFError:
        return ""


def _answer(assistant: Assistant, question: dict[str, Any], bron: str | None) -> Antwoord:
    return assistant.ask(question["vraag"], bron, question.get("gesprek", []))


def _questions(file: Path) -> Iterator[dict[str, Any]]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fout:
        raise InvoerFout(f"{file}: niet te lezen als tekst.") from fout
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            question = json.loads(line)
        except ValueError as fout:
            raise InvoerFout(f"{file}, regel {number}: dit is geen geldige JSON.") from fout
        for field in ("id", "vraag"):
            if not isinstance(question, dict) or not isinstance(question.get(field), str):
                raise InvoerFout(f"{file}, regel {number}, veld {field}: ontbreekt of is geen tekst.")
        talk = question.get("gesprek", [])
        if not isinstance(talk, list) or not all(isinstance(earlier, str) for earlier in talk):
            raise InvoerFout(f"{file}, regel {number}, veld gesprek: dit is geen lijst van vragen.")
        yield question


def _readable(answer: Antwoord) -> str:
    """For a terminal: the short answer, then the rest, the places, and what can be worked out."""
    lines = [f"(Gelezen als: {answer.gelezen_als})", ""] if answer.gelezen_als else []
    lines += [part.kort for part in answer.delen] or [answer.kort]
    if rest := answer.toelichting():
        lines += ["", rest]
    if answer.citaten:
        lines += ["", "Bronnen:" if answer.beantwoord else "Dichtstbijzijnde passages:"]
    for citation in answer.citaten:
        text = " ".join(citation.tekst.split())
        lines.append(
            f"- {citation.vindplaats} ({citation.bron}): {text[:200]}{'...' if len(text) > 200 else ''}"
        )
    if answer.rekentools:
        lines += ["", *(f"{tool.label} (rekentool {tool.sleutel})" for tool in answer.rekentools)]
    return "\n".join(lines)
