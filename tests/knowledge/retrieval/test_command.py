"""`knowledge vectors`."""

from pathlib import Path

import pytest

from knowledge.cli import main
from knowledge.retrieval.meaning import SWITCH


def test_without_the_extra_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("THUISPLEK_DATA", str(tmp_path))
    monkeypatch.setenv(SWITCH, "uit")
    assert main(["vectors"]) == 2
    assert "thuisplek[vectoren]" in capsys.readouterr().err
