"""The independent judge of plans, loaded from the shared material beside the project."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from matcher.plan import Plan
from tests.shared import SHARED


@cache
def _module() -> ModuleType:
    pad = SHARED / "tools" / "evaluate_plan.py"
    spec = importlib.util.spec_from_file_location("evaluate_plan", pad)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def oordeel(map_: Path, plan: Plan) -> tuple[set[Any], dict[str, int]]:
    """(numbers of the broken rules, 'plan' for the form; cost per criterion)."""
    module = _module()
    rechter = module.Judge(module.Problem(map_), plan.to_json())
    return {regel for regel, _ in rechter.faults}, dict(rechter.cost)
