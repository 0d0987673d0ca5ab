"""The fields of every answer, read off the description: each shape once, where it belongs.

A shape that one operation alone answers stands with it; what several have stands by itself.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

Described = Mapping[str, Any]

_SCHEMAS: Final = "#/components/schemas/"


class Holds(Enum):
    """How many of a value there are."""

    ONE = "one"
    MANY = "many"
    BY_NAME = "by-name"
    """An object whose names are not fixed: areas by their numbers, for instance."""


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What a field may hold: a JSON type, or a shape by its name. `codes` are the only values."""

    holds: Holds
    name: str
    is_shape: bool
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShapeField:
    """A field with what it holds and means."""

    name: str
    values: tuple[FieldValue, ...]
    meaning: str
    """In English, as the description has it."""
    deprecated: bool


@dataclass(frozen=True, slots=True)
class AnswerShape:
    """An object of answers with its fields, in their order."""

    name: str
    fields: tuple[ShapeField, ...]


@dataclass(frozen=True, slots=True)
class Shapes:
    """Shapes by the operation that alone has them, the answer itself first, and the others."""

    own: Mapping[str, tuple[AnswerShape, ...]]
    shared: tuple[AnswerShape, ...]


def shapes(operations: Mapping[str, Described], whole: Described) -> Shapes:
    """Of the JSON that operations (by their ids) answer."""
    schemas = whole["components"]["schemas"]
    reached = {id: _reached(_answered(one), schemas) for id, one in operations.items()}
    uses = Counter(name for names in reached.values() for name in names)
    return Shapes(
        own={
            id: tuple(_shape(name, schemas) for name in names if uses[name] == 1)
            for id, names in reached.items()
        },
        shared=tuple(_shape(name, schemas) for name in sorted(uses) if uses[name] > 1),
    )


def _answered(operation: Described) -> Described:
    (body,) = operation["responses"]["200"]["content"].values()
    return dict(body["schema"])


def _reached(schema: Described, schemas: Described) -> tuple[str, ...]:
    """The names of the objects in an answer, from the outermost inwards."""
    found: dict[str, None] = {}
    waiting = list(_named(schema))
    while waiting:
        name = waiting.pop(0)
        if name not in found and "properties" in schemas[name]:
            found[name] = None
            waiting += _named(schemas[name]["properties"])
    return tuple(found)


def _named(part: Any) -> Iterator[str]:
    """Every shape that a part of a schema refers to."""
    if isinstance(part, Mapping):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"].removeprefix(_SCHEMAS)
        for inner in part.values():
            yield from _named(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _named(inner)


def _shape(name: str, schemas: Described) -> AnswerShape:
    fields = (
        ShapeField(
            name=field,
            values=tuple(_values(schema, schemas)),
            meaning=schema.get("description", ""),
            deprecated=schema.get("deprecated", False),
        )
        for field, schema in schemas[name]["properties"].items()
    )
    return AnswerShape(name, tuple(fields))


def _values(
    schema: Described, schemas: Described, holds: Holds = Holds.ONE
) -> Sequence[FieldValue]:
    if "anyOf" in schema:
        return [found for one in schema["anyOf"] for found in _values(one, schemas, holds)]
    if "items" in schema:
        return _values(schema["items"], schemas, Holds.MANY)
    if isinstance(schema.get("additionalProperties"), Mapping):
        return _values(schema["additionalProperties"], schemas, Holds.BY_NAME)
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_SCHEMAS)
        if "properties" not in schemas[name]:
            return _values(schemas[name], schemas, holds)
        return [FieldValue(holds, name, True, ())]
    codes = tuple(str(value) for value in schema.get("enum", ()))
    return [FieldValue(holds, schema.get("type", "object"), False, codes)]
