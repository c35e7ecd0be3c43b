"""Reads one YAML file of a catalogue: safe, quick, and strict about a field that is written twice."""

from pathlib import Path
from typing import Any

import yaml

from knowledge.errors import InvoerFout

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOL = "tag:yaml.org,2002:bool"
_MERGE = "tag:yaml.org,2002:merge"


class _StrictLoader(_Base):  # type: ignore[misc]
    """YAML itself lets the last of two equal keys win, which would hide a mistake."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        if isinstance(node, yaml.MappingNode):
            keys: set[str] = set()
            for key, _ in node.value:
                if key.tag != _MERGE and key.value in keys:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"veld {key.value} staat er twee keer in", key.start_mark
                    )
                keys.add(key.value)
        result: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return result


# YAML 1.1 reads ON, OFF, yes and no as booleans; here only true and false are.
_StrictLoader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag != _BOOL or first in "tTfF"]
    for first, rules in _Base.yaml_implicit_resolvers.items()
}


def read_yaml(file: Path) -> Any:
    """The content of the file. InvoerFout names the file, and the line where it can."""
    name = f"{file.parent.name}/{file.name}"
    try:
        return yaml.load(file.read_bytes(), Loader=_StrictLoader)  # noqa: S506 - derives from SafeLoader
    except yaml.constructor.ConstructorError as fout:
        raise InvoerFout(f"{name}{_line(fout)}: {fout.problem}.") from fout
    except yaml.YAMLError as fout:
        raise InvoerFout(f"{name}{_line(fout)}: dit is geen geldig YAML.") from fout
    except OSError as fout:
        raise InvoerFout(f"{name}: niet te lezen ({fout.strerror}).") from fout


def _line(fout: yaml.YAMLError) -> str:
    mark = getattr(fout, "problem_mark", None)
    return f", regel {mark.line + 1}" if mark else ""
