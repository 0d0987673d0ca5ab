"""One name for one thing, in the code as well (docs/glossary.md, the words of the code)."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from app.config import ROOT

APP = ROOT / "app"
VAGUE = frozenset(
    [
        "added",
        "asked",
        "chosen",
        "drawn",
        "fitting",
        "found",
        "given",
        "held",
        "kept",
        "known",
        "made",
        "named",
        "placed",
        "said",
        "shown",
        "told",
        "tried",
        "wanted",
    ]
)
"""Participles that say of no thing what it is."""
TWO_MEANINGS = frozenset({"Figure"})
"""A number, and what is drawn of numbers: readers call both a figure."""


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(APP.rglob("*.py")):
        yield file.relative_to(ROOT), ast.parse(file.read_text(encoding="utf-8"))


def kinds(module: ast.Module) -> Iterator[str]:
    """The public kinds of things of a module. A protocol may be called what it describes."""
    for node in module.body:
        match node:
            case ast.ClassDef(name=name, bases=bases):
                if not any(isinstance(base, ast.Name) and base.id == "Protocol" for base in bases):
                    yield name
            case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias")):
                yield name


def test_no_two_kinds_of_things_have_the_same_name() -> None:
    places = defaultdict(list)
    for file, module in modules():
        for name in kinds(module):
            if not name.startswith("_") and name not in TWO_MEANINGS:
                places[name].append(str(file))
    assert places["Evaluation"] == ["app/domain/evaluation.py"]
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def test_a_function_is_named_for_what_it_gives() -> None:
    named = [
        f"{file}: {node.name}"
        for file, module in modules()
        for node in module.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name in VAGUE
    ]
    assert named == []
