#!/usr/bin/env -S .venv/bin/python
"""How easy the texts of the screens are to read: scripts/leesbaar.py (from the root of the checkout).

Collects the sentences that users see: out of the templates, and out of the messages in the code. Measures
them with Flesch-Douma (textstat, Dutch; 60 and more is plain language, about B1), and finds long sentences
and long words. tests/web/test_leesbaar.py holds the limits.
"""

import ast
import html
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import textstat  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("knowledge", "matcher", "compliance", "web")
INVENTED = ROOT / "compliance" / "demo"
"""Texts of an invented bid, written as bids are."""
TEMPLATES = (ROOT / "web" / "templates", ROOT / "compliance" / "verslag" / "templates")
WAARDE = "iets"
"""Stands in a sentence for what is filled in later: one short word."""
LONG_SENTENCE = 20
LONG_WORD = 15
_BREAKS = re.compile(
    r"</?(?:p|li|ul|ol|h[1-6]|td|th|tr|dt|dd|div|section|button|legend|caption|summary|option|title|figcaption|"
    r"form|nav|main|dl|table|blockquote|br|label)\b[^>]*>"
)
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9‘\"€])")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[-'’][A-Za-zÀ-ÿ]+)*")
_SENTENCE = re.compile(r"[A-ZÀ-Ý‘'{].*[.?!:]$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Zin:
    """`plek`: file, and in code the line."""

    tekst: str
    plek: str

    @property
    def woorden(self) -> list[str]:
        return _WORD.findall(self.tekst)


def zinnen() -> list[Zin]:
    """All sentences of three words or more, each once."""
    gezien: dict[str, Zin] = {}
    for zin in (*uit_sjablonen(), *uit_code()):
        if len(zin.woorden) >= 3:
            gezien.setdefault(zin.tekst, zin)
    return list(gezien.values())


def uit_sjablonen() -> Iterator[Zin]:
    for bestand in sorted(p for folder in TEMPLATES for p in folder.rglob("*.html")):
        tekst = re.sub(r"{#.*?#}", "", bestand.read_text(encoding="utf-8"), flags=re.DOTALL)
        tekst = re.sub(
            r"{%-?\s*(?:else|elif|endif|endfor|for|macro|endmacro|block|endblock).*?%}", "\n", tekst
        )
        tekst = re.sub(r"{%.*?%}", "", tekst, flags=re.DOTALL)
        tekst = re.sub(r"{{.*?}}", WAARDE, tekst, flags=re.DOTALL)
        for stuk in re.split(r"\n", re.sub(r"<[^>]+>", "", _BREAKS.sub("\n", tekst))):
            yield from _delen(html.unescape(stuk), str(bestand.relative_to(ROOT)))


def uit_code() -> Iterator[Zin]:
    """Texts in code that are a sentence; what is no docstring is for a user."""
    for bestand in sorted(p for pakket in PACKAGES for p in (ROOT / pakket).rglob("*.py")):
        if INVENTED in bestand.parents:
            continue
        boom = ast.parse(bestand.read_text(encoding="utf-8"))
        binnen = {id(deel) for f in ast.walk(boom) if isinstance(f, ast.JoinedStr) for deel in ast.walk(f)}
        los = {id(e.value) for e in ast.walk(boom) if isinstance(e, ast.Expr)}
        for knoop in ast.walk(boom):
            if id(knoop) in los or (id(knoop) in binnen and not isinstance(knoop, ast.JoinedStr)):
                continue
            if (tekst := _tekst(knoop)) and _SENTENCE.fullmatch(tekst) and " " in tekst:
                plek = f"{bestand.relative_to(ROOT)}:{knoop.lineno}"  # type: ignore[attr-defined]
                yield from _delen(tekst, plek)


def _tekst(knoop: ast.AST) -> str:
    if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
        return knoop.value
    if isinstance(knoop, ast.JoinedStr):
        return "".join(str(d.value) if isinstance(d, ast.Constant) else WAARDE for d in knoop.values)
    return ""


def _delen(tekst: str, plek: str) -> Iterator[Zin]:
    for deel in _ENDS.split(" ".join(tekst.split())):
        if deel.strip() and '="' not in deel:
            yield Zin(deel.strip(), plek)


def flesch_douma(zin: str) -> float:
    """Higher is easier; of a whole text or of one sentence."""
    textstat.set_lang("nl")
    return float(textstat.flesch_reading_ease(zin))


def lange_woorden(alle: list[Zin]) -> Counter[str]:
    return Counter(w.lower() for z in alle for w in z.woorden if len(w) >= LONG_WORD)


def main() -> None:
    alle = zinnen()
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    woorden = sum(len(z.woorden) for z in alle)
    lang = sorted((z for z in alle if len(z.woorden) > LONG_SENTENCE), key=lambda z: -len(z.woorden))
    print(f"{len(alle)} zinnen, gemiddeld {woorden / len(alle):.1f} woorden")
    print(f"Flesch-Douma: {flesch_douma(' '.join(_heel(z.tekst) for z in alle)):.0f}")
    print(f"{len(lang)} zinnen van meer dan {LONG_SENTENCE} woorden; de langste:")
    for z in lang[:aantal]:
        print(f"  {len(z.woorden)}  {z.plek}: {z.tekst}")
    print("De moeilijkste zinnen van 8 woorden of meer:")
    moeilijk = sorted((z for z in alle if len(z.woorden) >= 8), key=lambda z: flesch_douma(z.tekst))
    for z in moeilijk[:aantal]:
        print(f"  {flesch_douma(z.tekst):.0f}  {z.plek}: {z.tekst}")
    print(f"Woorden van {LONG_WORD} letters of meer:")
    print("  " + ", ".join(f"{w} ({n})" for w, n in lange_woorden(alle).most_common(60)))


def _heel(tekst: str) -> str:
    return tekst if tekst[-1] in ".!?" else f"{tekst}."


if __name__ == "__main__":
    main()
