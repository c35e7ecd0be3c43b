"""Knowledge of a tender: its catalogue, imported source documents, and an assistant that answers from both.

`Assistant(tender, bronnen).ask(vraag) -> Antwoord`, `import_file(path, bron, bronnen)`, `Bronnen(folder)`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from knowledge.answers import Antwoord, Assistant, Citaat
    from knowledge.sources import Bronnen, import_file

__all__ = ["Antwoord", "Assistant", "Bronnen", "Citaat", "import_file"]

_HOMES = {
    "Antwoord": "knowledge.answers",
    "Assistant": "knowledge.answers",
    "Citaat": "knowledge.answers",
    "Bronnen": "knowledge.sources",
    "import_file": "knowledge.sources",
}


def __getattr__(name: str) -> Any:
    # Loaded when asked for, so that whoever only wants the catalogue does not load readers and search.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
