"""The two halves of the question set: their form, their size, and that they are halves of the same thing."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.shared import SHARED, needs_shared

VRAGEN = Path(__file__).parent / "vragen"
HELFTEN = ("oefen", "toets")
SOORTEN = {"enkel", "vervolg", "vergelijking", "onbeantwoordbaar"}
VAST = {"id", "soort", "vraag", "beantwoordbaar", "bron", "vindplaatsen", "feiten"}
EXTRA = {"vervolg": {"gesprek"}, "vergelijking": {"ook"}}
CIJFERS = re.compile(r"\d+(?:[.,:]\d+)*")


@cache
def helft(naam: str) -> list[dict[str, Any]]:
    regels = (VRAGEN / f"{naam}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(regel) for regel in regels]


def alle() -> list[dict[str, Any]]:
    return [vraag for naam in HELFTEN for vraag in helft(naam)]


def laag(vraag: dict[str, Any]) -> tuple[str, str]:
    """The stratum that a question was divided in."""
    return vraag["soort"], vraag["bron"] or "geen"


def bronnen(vraag: dict[str, Any]) -> list[str]:
    return [vraag["bron"], *(ander["bron"] for ander in vraag.get("ook", []))]


def is_lijst_van_teksten(waarde: object) -> bool:
    return (
        isinstance(waarde, list)
        and bool(waarde)
        and all(isinstance(tekst, str) and tekst for tekst in waarde)
    )


@cache
def brontekst(bron: str) -> str:
    return (SHARED / "bronnen" / f"{bron}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("vraag", alle(), ids=lambda vraag: vraag["id"])
def test_een_regel_heeft_de_afgesproken_vorm(vraag: dict[str, Any]) -> None:
    assert vraag["soort"] in SOORTEN
    assert set(vraag) == VAST | EXTRA.get(vraag["soort"], set())
    assert vraag["vraag"].strip() == vraag["vraag"] != ""
    if vraag["beantwoordbaar"]:
        assert vraag["soort"] != "onbeantwoordbaar"
        assert isinstance(vraag["bron"], str)
        assert is_lijst_van_teksten(vraag["vindplaatsen"])
        assert vraag["feiten"]
        assert all(is_lijst_van_teksten(feit) for feit in vraag["feiten"])
    else:
        assert vraag["soort"] in {"onbeantwoordbaar", "vervolg"}
        assert (vraag["bron"], vraag["vindplaatsen"], vraag["feiten"]) == (None, [], [])
    if vraag["soort"] == "vervolg":
        assert is_lijst_van_teksten(vraag["gesprek"])
    if vraag["soort"] == "vergelijking":
        assert len(vraag["feiten"]) >= 2, "a comparison needs a fact of each side"
        assert all(set(ander) == {"bron", "vindplaatsen"} for ander in vraag["ook"])
        assert all(is_lijst_van_teksten(ander["vindplaatsen"]) for ander in vraag["ook"])
        assert len(set(bronnen(vraag))) >= 2, "a comparison is between two sources"


def test_ids_en_vragen_zijn_uniek_over_beide_helften() -> None:
    ids = Counter(vraag["id"] for vraag in alle())
    vragen = Counter((*vraag.get("gesprek", []), vraag["vraag"].lower()) for vraag in alle())
    assert ids.most_common(1)[0][1] == 1
    assert vragen.most_common(1)[0][1] == 1


def test_de_set_is_groot_genoeg() -> None:
    soorten = Counter(vraag["soort"] for vraag in alle())
    assert soorten.total() >= 120
    assert soorten["onbeantwoordbaar"] >= 25
    assert soorten["vervolg"] >= 15
    assert soorten["vergelijking"] >= 10
    assert min(Counter(vraag["bron"] for vraag in alle() if vraag["soort"] == "enkel").values()) >= 8


def test_de_helften_zijn_even_groot_per_soort_en_bron() -> None:
    oefen, toets = (Counter(laag(vraag) for vraag in helft(naam)) for naam in HELFTEN)
    scheef = {
        laag: (oefen[laag], toets[laag]) for laag in oefen | toets if abs(oefen[laag] - toets[laag]) > 1
    }
    assert not scheef
    assert abs(oefen.total() - toets.total()) <= 1


@needs_shared
def test_elke_bron_bestaat() -> None:
    genoemd = {bron for vraag in alle() if vraag["beantwoordbaar"] for bron in bronnen(vraag)}
    assert genoemd == {file.stem for file in (SHARED / "bronnen").glob("*.txt")}


@needs_shared
def test_de_cijfers_van_een_feit_staan_in_de_bron() -> None:
    """The first alternative of a fact is in the form of the source, so its figures can be found there."""
    zoek = [
        (vraag["id"], cijfers)
        for vraag in alle()
        if vraag["beantwoordbaar"]
        for feit in vraag["feiten"]
        for cijfers in CIJFERS.findall(feit[0])
        if not any(
            re.search(rf"(?<![\d.,]){re.escape(cijfers)}(?!\d)", brontekst(bron)) for bron in bronnen(vraag)
        )
    ]
    assert not zoek
