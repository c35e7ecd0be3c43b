"""Order of the tests: fast ones first, then slow ones, then those in a browser."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Speed belongs in scripts/bench_*; a busy machine must not fail a test.
settings.register_profile("thuisplek", deadline=None)
settings.load_profile("thuisplek")

# The tests start Python many times over, in workers and servers: each module is compiled once, whatever the
# machine's own settings are.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PYTHONPYCACHEPREFIX"] = str(Path(__file__).parent.parent / ".tools" / "gecompileerd")

# Vectors are worked out in the background; only the tests of search by meaning ask for them.
os.environ.pop("THUISPLEK_VECTOREN", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def weight(item: pytest.Item) -> int:
        return 2 * ("browser" in item.keywords) + ("slow" in item.keywords)

    items.sort(key=weight)
