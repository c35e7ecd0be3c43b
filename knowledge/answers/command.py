"""`knowledge ask`: one question, or many in one process."""

import argparse
import json
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
    parser.add_argument("--out", type=Path, metavar="ANTWOORDEN.jsonl", help="antwoorden bij --batch")
    parser.set_defaults(handler=_ask)


def _ask(args: argparse.Namespace) -> int:
    if bool(args.vraag) == bool(args.batch):
        raise InvoerFout('Geef een vraag ("..."), of een bestand met vragen (--batch).')
    if args.batch and not args.out:
        raise InvoerFout("Bij --batch hoort --out: het bestand voor de antwoorden.")
    assistant = Assistant(load_tender(), Bronnen.standaard())
    if args.batch:
        lines = [
            json.dumps(
                {"id": question["id"], **_answer(assistant, question, args.bron).to_json()},
                ensure_ascii=False,
            )
            for question in _questions(args.batch)
        ]
        write_whole(args.out, "".join(f"{line}\n" for line in lines))
        return 0
    answer = assistant.ask(args.vraag, args.bron)
    print(json.dumps(answer.to_json(), ensure_ascii=False, indent=1) if args.json else _readable(answer))
    return 0


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
    lines = [answer.antwoord]
    if answer.citaten:
        lines += ["", "Bronnen:" if answer.beantwoord else "Dichtstbijzijnde passages:"]
    for citation in answer.citaten:
        text = " ".join(citation.tekst.split())
        lines.append(
            f"- {citation.vindplaats} ({citation.bron}): {text[:200]}{'...' if len(text) > 200 else ''}"
        )
    return "\n".join(lines)
