"""Nothing is put in order by bare names: the letters after z stand elsewhere in each language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).parents[2] / "app"
NAMES = {"name", "label", "county"}
KEYS = {"key", "by_name", "by_county"}
"""What an order of names is called where it stands."""


def sorted_by_bare_names(source: str) -> Iterator[str]:
    """The calls that sort by a name without an order of names."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        for keyword in call.keywords:
            if keyword.arg == "key" and isinstance(keyword.value, ast.Lambda):
                within = {
                    id(one)
                    for inner in ast.walk(keyword.value.body)
                    if puts_in_order(inner) or asks_whether_there_is_any(inner)
                    for one in ast.walk(inner)
                }
                for one in ast.walk(keyword.value.body):
                    is_name = isinstance(one, ast.Attribute) and one.attr in NAMES
                    if is_name and id(one) not in within:
                        yield ast.unparse(call)


def puts_in_order(found: ast.AST) -> bool:
    match found:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            return name in KEYS
    return False


def asks_whether_there_is_any(found: ast.AST) -> bool:
    return isinstance(found, ast.Compare) and isinstance(found.ops[0], ast.Is | ast.IsNot)


def test_no_module_sorts_by_names_without_an_order() -> None:
    found = {
        str(file.relative_to(APP)): bare
        for file in APP.rglob("*.py")
        if "publishing" not in file.parts
        and (bare := list(sorted_by_bare_names(file.read_text(encoding="utf-8"))))
    }
    assert found == {}


@pytest.mark.parametrize(
    "source, is_found",
    [
        ("sorted(some, key=lambda e: (-e.year, e.name))", True),
        ("some.sort(key=lambda e: e.evaluation.name)", True),
        ("sorted(some, key=lambda e: (-e.year, by_name(e.name), e.id))", False),
        ("sorted(some, key=lambda e: collation.key(e.name))", False),
        ("sorted(some, key=lambda e: e.name is not None)", False),
        ("sorted(some, key=lambda e: e.year)", False),
    ],
)
def test_what_is_looked_for_is_found(source: str, is_found: bool) -> None:
    assert bool(list(sorted_by_bare_names(source))) == is_found
