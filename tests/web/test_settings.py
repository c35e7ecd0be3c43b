"""Settings and docs/instellingen.md say the same."""

import re
from pathlib import Path

import pytest

from knowledge.errors import InvoerFout
from web.settings import from_environment, instellingen

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = (ROOT / "docs" / "instellingen.md").read_text(encoding="utf-8")


def test_the_page_lists_the_settings_of_the_web_as_they_are() -> None:
    part = DOCS.partition("## De webpagina's")[2].partition("\n## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("| `")]
    expected = [f"| `{i.naam}` | {i.standaard} | {i.uitleg} |" for i in instellingen().values()]
    assert sorted(rows) == sorted(expected)


def test_every_name_in_the_code_is_on_the_page_and_the_other_way_round() -> None:
    packages = ("knowledge", "matcher", "compliance", "web")
    code = "".join(p.read_text(encoding="utf-8") for name in packages for p in (ROOT / name).rglob("*.py"))
    names = re.compile(r"\b(?:THUISPLEK_[A-Z_]+|DATABASE_URL)\b")
    listed = re.findall(r"^\| `([A-Z_]+)`", DOCS, re.MULTILINE)
    assert set(names.findall(code)) == set(listed)
    assert len(listed) == len(set(listed))


def test_environment_over_standard_values() -> None:
    settings = from_environment(
        {"THUISPLEK_MAX_UPLOAD_MB": "7", "DATABASE_URL": "postgres://x/y", "ELSE": "1"}
    )
    assert settings.max_upload == 7 * 1024 * 1024
    assert settings.database_url == "postgresql+psycopg://x/y"
    assert settings.solve_seconds == from_environment({"THUISPLEK_SOLVE_SECONDS": " "}).solve_seconds == 20


@pytest.mark.parametrize("value", ["0", "-3", "veel", "2.5"])
def test_a_value_that_cannot_be_is_refused(value: str) -> None:
    with pytest.raises(InvoerFout, match=r"THUISPLEK_SOLVE_SECONDS.*geheel getal"):
        from_environment({"THUISPLEK_SOLVE_SECONDS": value})
