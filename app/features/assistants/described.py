"""What a tool takes and answers, as JSON Schema, read off the description of the API."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from app.features.assistants.schemas import AnswerContext
from app.features.assistants.tools import HIGHEST_LIMIT, LIMIT, AssistantTool
from app.web.api.formats import split_suffix

Described = Mapping[str, Any]

_COMPONENTS: Final = "#/components/schemas/"
_DEFINITIONS: Final = "#/$defs/"
_WORDS: Final = ("description", "examples", "title")
"""What is left out of answers: their fields are explained where the API is, and an assistant that
reads all tools before its first question has nothing to do with three times as much."""


def operation(name: str, description: Described) -> tuple[str, Described]:
    """The path of an operation of the API, and what is said of it."""
    return next(
        (path, found["get"])
        for path, found in description["paths"].items()
        if split_suffix(path)[1] is None and found["get"]["operationId"] == name
    )


def parameters(tool: AssistantTool, description: Described) -> dict[str, Described]:
    """The parameters that a tool offers, by name."""
    _, found = operation(tool.operation, description)
    known = {one["name"]: one for one in found["parameters"]}
    return {name: known[name] for name in tool.offered}


def input_schema(tool: AssistantTool, description: Described) -> dict[str, Any]:
    """What a tool takes."""
    offered = parameters(tool, description)
    required = [name for name, one in offered.items() if one["required"] or name in tool.required]
    schema = {
        "type": "object",
        "properties": {name: _property(tool, name, one) for name, one in offered.items()},
        "required": required,
        "additionalProperties": False,
    }
    return _with_definitions(schema, description, _closed)


def output_schema(tool: AssistantTool, description: Described) -> dict[str, Any]:
    """What a tool answers."""
    _, found = operation(tool.operation, description)
    data = found["responses"]["200"]["content"]["application/json"]["schema"]
    schema = {
        "type": "object",
        "properties": {"about": AnswerContext.model_json_schema(), "data": data},
        "required": ["about", "data"],
    }
    return _with_definitions(schema, description, _bare)


def _property(tool: AssistantTool, name: str, parameter: Described) -> dict[str, Any]:
    words = tool.meanings.get(name) or parameter.get("description", "")
    schema = {**parameter["schema"], "description": words}
    if name in tool.usual:
        schema["default"] = tool.usual[name]
    if name == LIMIT:
        schema["maximum"] = HIGHEST_LIMIT
        schema["description"] = "The highest number of items in one answer."
    return schema


def _with_definitions(schema: Any, description: Described, written: Any) -> dict[str, Any]:
    """A schema with all that it refers to, directly or not, under `$defs`."""
    components = description["components"]["schemas"]
    waiting, found = list(_referred(schema)), dict[str, Any]()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = components[name]
            waiting += _referred(components[name])
    whole = {**schema, "$defs": dict(sorted(found.items()))} if found else schema
    moved: dict[str, Any] = written(whole)
    return moved


def _referred(schema: Any) -> Iterator[str]:
    if isinstance(schema, Mapping):
        if "$ref" in schema:
            yield schema["$ref"].removeprefix(_COMPONENTS)
        for value in schema.values():
            yield from _referred(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _referred(value)


def _closed(schema: Any) -> Any:
    """The same with references that lead to its own definitions."""
    if isinstance(schema, Mapping):
        return {
            name: value.replace(_COMPONENTS, _DEFINITIONS) if name == "$ref" else _closed(value)
            for name, value in schema.items()
        }
    return [_closed(value) for value in schema] if isinstance(schema, list) else schema


def _bare(schema: Any) -> Any:
    """The same without words. A property may be called like one of them: that is a schema."""
    closed = _closed(schema)
    return _without_words(closed)


def _without_words(schema: Any) -> Any:
    if isinstance(schema, Mapping):
        return {
            name: _without_words(value)
            for name, value in schema.items()
            if name not in _WORDS or isinstance(value, Mapping)
        }
    return [_without_words(value) for value in schema] if isinstance(schema, list) else schema
