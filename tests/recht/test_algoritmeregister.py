"""The records for the Algoritmeregister keep its publication standard 1.0 and are ready to be filled in."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from tests.recht.publicatiestandaard import Registratie
from tests.shared import ROOT

MAP = ROOT / "docs" / "recht" / "algoritmeregister"
BESTANDEN = sorted(MAP.glob("*.json"))
GEVULD = (
    "category", "goal", "proportionality", "human_intervention", "risks", "source_data",
    "methods_and_models", "provider", "standard_version",
)  # fmt: skip
"""Fields that the register always shows, and what its readers look for first."""


def lees(naam: str) -> dict[str, Any]:
    inhoud: dict[str, Any] = json.loads((MAP / naam).read_text(encoding="utf-8"))
    return inhoud


def test_there_is_a_record_for_each_algorithm() -> None:
    assert [pad.name for pad in BESTANDEN] == ["assistent.json", "plaatsing.json", "pre-screening.json"]


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.stem)
def test_a_record_keeps_the_standard(pad: Path) -> None:
    registratie = Registratie.model_validate_json(pad.read_bytes())
    leeg = [veld for veld in GEVULD if getattr(registratie, veld) is None]
    assert not leeg


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.stem)
def test_a_record_waits_for_the_organisation_that_runs_it(pad: Path) -> None:
    """Who fills it in must not overlook a placeholder, and no real region or address stands in for one."""
    registratie = Registratie.model_validate_json(pad.read_bytes())
    assert registratie.organization.startswith("Voorbeeldregio (vul hier")
    assert registratie.contact_email.endswith(".example.org")
    assert (registratie.status, registratie.begin_date) == ("In ontwikkeling", None)
    # An impact assessment counts as done only once the organisation has adopted it.
    assert registratie.impacttoetsen_grouping is None
    assert registratie.impacttoetsen


def test_what_people_are_affected_by_is_published_as_such() -> None:
    soort = {pad.stem: lees(pad.name)["publication_category"] for pad in BESTANDEN}
    assert soort == {
        "plaatsing": "Impactvolle algoritmes",
        "pre-screening": "Impactvolle algoritmes",
        "assistent": "Overige algoritmes",
    }


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.stem)
def test_sentences_for_citizens_are_short(pad: Path) -> None:
    """B1 asks for more than short sentences, but long ones are never B1."""
    inhoud = lees(pad.name)
    for veld in ("description_short", "goal", "proportionality", "human_intervention", "risks"):
        zinnen = [len(zin.split()) for zin in inhoud[veld].split(". ")]
        assert max(zinnen) <= 26, veld
        assert sum(zinnen) / len(zinnen) <= 15, veld


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("name", "x" * 101),
        ("description_short", "x" * 351),
        ("status", "Actief"),
        ("contact_email", "algoritmes"),
        ("publication_category", "Hoog risico"),
        ("lang", "nl"),
        ("category", ["Jeugdzorg"]),
        ("begin_date", "2026-13"),
        ("website", "http://example.org"),
        ("goal", "<p>Doel</p>"),
        ("lawful_basis_grouping", [{"title": "Jeugdwet"}]),
        ("onbekend", "veld"),
    ],
)
def test_what_breaks_the_standard_is_noticed(veld: str, waarde: Any) -> None:
    with pytest.raises(ValidationError):
        Registratie.model_validate(lees("plaatsing.json") | {veld: waarde})


@pytest.mark.parametrize(
    "veld",
    [
        "name",
        "description_short",
        "organization",
        "status",
        "contact_email",
        "publication_category",
        "lang",
    ],
)
def test_what_must_be_there_is_asked_for(veld: str) -> None:
    inhoud = lees("plaatsing.json")
    del inhoud[veld]
    with pytest.raises(ValidationError):
        Registratie.model_validate(inhoud)
