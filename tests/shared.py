"""Where the shared test material lies; tests that use it skip, with the reason, where it is absent."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

needs_shared = pytest.mark.skipif(
    not SHARED.exists(), reason="the shared test material (../shared) is not on this machine"
)
