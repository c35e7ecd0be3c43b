"""Each template uses exactly the fields of its context."""

import dataclasses
from pathlib import Path

import pytest
from jinja2 import nodes

import web.app  # noqa: F401 - so that every context is defined
from web.contexts import Pagina
from web.rendering import TEMPLATES, make_environment

ALL = sorted(Pagina.__subclasses__(), key=lambda kind: kind.__name__)
GIVEN = {"pad", "kader", "wie"}


def variables(template: str) -> set[str]:
    """The names that a template, or the layout it extends, reads and no part of it makes."""
    environment = make_environment()
    tree = environment.parse((TEMPLATES / template).read_text(encoding="utf-8"))
    names = list(tree.find_all(nodes.Name))
    made = {name.name for name in names if name.ctx != "load"} | {"loop"} | set(environment.globals)
    made |= {node.target for node in tree.find_all(nodes.Import)}
    made |= {node.name for node in tree.find_all(nodes.Macro)}
    for node in tree.find_all(nodes.FromImport):
        made |= {name if isinstance(name, str) else name[1] for name in node.names}
    found = {name.name for name in names if name.ctx == "load"} - made
    for extends in tree.find_all(nodes.Extends):
        assert isinstance(extends.template, nodes.Const)
        found |= variables(extends.template.value)
    return found


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_template_uses_the_fields_of_its_context(kind: type[Pagina]) -> None:
    fields = {field.name for field in dataclasses.fields(kind)}
    used = variables(kind.sjabloon)
    assert used <= fields | GIVEN, "the template asks for what the context does not have"
    assert fields <= used, "the context has what the template does not show"


def test_every_page_has_a_context() -> None:
    pages = {f"pages/{path.name}" for path in (TEMPLATES / "pages").glob("*.html")}
    assert pages == {kind.sjabloon for kind in ALL}


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_nothing_inline(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "style=" not in text
    assert "<style" not in text
    assert "<script>" not in text
    assert " onclick" not in text and "javascript:" not in text
