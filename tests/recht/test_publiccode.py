"""publiccode.yml says what the project is, and keeps the lengths and choices of its standard."""

import tomllib
from typing import Any

import yaml

from tests.shared import ROOT


def lees() -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    return inhoud


def test_it_tells_of_this_project() -> None:
    publiccode = lees()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert publiccode["softwareVersion"] == project["version"]
    assert publiccode["legal"]["license"] == project["license"]
    assert publiccode["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert publiccode["localisation"] == {"localisationReady": False, "availableLanguages": ["nl"]}


def test_every_language_tells_the_same_in_the_lengths_that_are_allowed() -> None:
    beschrijvingen = lees()["description"]
    assert set(beschrijvingen) == {"nl", "en"}
    for tekst in beschrijvingen.values():
        assert len(tekst["shortDescription"]) <= 150
        assert 150 <= len(tekst["longDescription"]) <= 10_000
        assert all(len(kenmerk) <= 100 for kenmerk in tekst["features"])
    assert len(beschrijvingen["nl"]["features"]) == len(beschrijvingen["en"]["features"])
