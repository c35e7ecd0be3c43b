"""The guides of docs/handleiding as pages of the application."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

MAP = Path(__file__).resolve().parents[2] / "docs" / "handleiding"
BEELD = MAP / "beeld"

GIDSEN: Mapping[str, tuple[str, str]] = {
    "coordinator": ("Coördinator", "Het register, een plaatsingsronde, een jeugdige en het plan."),
    "beoordelaar": (
        "Beoordelaar en hoofdbeoordelaar",
        "Een aanbesteding klaarzetten, de kluis openen, inschrijvingen lezen en scoren.",
    ),
    "inschrijver": ("Inschrijver", "Percelen kiezen, uw concept nakijken en indienen."),
    "beheerder": ("Beheerder", "Accounts, aanvragen, sleutels van programma's en het logboek."),
}
"""By the name of its file: for whom it is, and what is in it."""

_LEZER = MarkdownIt("commonmark", {"html": False}).enable("table")
_KLASSEN = {
    "p": "utrecht-paragraph",
    "a": "utrecht-link",
    "ul": "utrecht-unordered-list",
    "h2": "nl-heading nl-heading--level-2",
    "h3": "nl-heading nl-heading--level-3",
    "table": "tabel",
}
_TOEGESTAAN = {
    "a", "blockquote", "code", "em", "h2", "h3", "img", "li", "ol", "p", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTEN = {
    "*": {"class", "id"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "th": {"scope"},
}


@dataclass(frozen=True, slots=True)
class Gids:
    """`koppen`: id and title of each chapter."""

    titel: str
    inhoud: Markup
    koppen: tuple[tuple[str, str], ...]


def gids(naam: str) -> Gids | None:
    """The guide of this name; None when there is none."""
    if naam not in GIDSEN:
        return None
    bestand = MAP / f"{naam}.md"
    return _gids(bestand, bestand.stat().st_mtime_ns)


def beeld(naam: str) -> Path | None:
    """The file of a picture in the guides; None when there is none of this name."""
    if not re.fullmatch(r"[a-z0-9-]+\.png", naam):
        return None
    bestand = BEELD / naam
    return bestand if bestand.is_file() else None


@lru_cache(maxsize=16)
def _gids(bestand: Path, _: int) -> Gids:
    tokens = (
        MarkdownIt("commonmark", {"html": False}).enable("table").parse(bestand.read_text(encoding="utf-8"))
    )
    # The page has its own h1, in the layout.
    titel = tokens[1].content
    tokens = tokens[3:]
    koppen = []
    for nummer, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            tekst = tokens[nummer + 1].content
            koppen.append((_id(tekst), tekst))
            token.attrSet("id", _id(tekst))
        if token.nesting == 1 and token.tag in _KLASSEN:
            token.attrSet("class", _KLASSEN[token.tag])
        for kind in token.children or ():
            _pas_aan(kind)
    html = str(_LEZER.renderer.render(tokens, _LEZER.options, {}))
    schoon = nh3.clean(html, tags=_TOEGESTAAN, attributes=_ATTRIBUTEN, link_rel=None)
    return Gids(titel, Markup(schoon), tuple(koppen))  # noqa: S704 - nh3 has just cleaned it


def _pas_aan(token: Token) -> None:
    """A link between guides and a picture lead to their place in the application."""
    if token.type == "link_open":
        adres = str(token.attrGet("href") or "")
        naam, _, anker = adres.partition("#")
        if naam.removesuffix(".md") in GIDSEN:
            token.attrSet("href", f"/hulp/{naam.removesuffix('.md')}{'#' + anker if anker else ''}")
        token.attrSet("class", _KLASSEN["a"])
    elif token.type == "image":
        naam = str(token.attrGet("src") or "").removeprefix("beeld/")
        token.attrSet("src", f"/hulp/beeld/{naam}")
        token.attrSet("class", "gids__beeld")
        token.attrSet("loading", "lazy")
        if bestand := beeld(naam):
            breedte, hoogte = _maat(bestand)
            token.attrSet("width", str(breedte))
            token.attrSet("height", str(hoogte))


def _maat(bestand: Path) -> tuple[int, int]:
    """Width and height, from the first bytes of a PNG."""
    with bestand.open("rb") as begin:
        kop = begin.read(24)
    return int.from_bytes(kop[16:20]), int.from_bytes(kop[20:24])


def _id(tekst: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", tekst.lower()).strip("-")
