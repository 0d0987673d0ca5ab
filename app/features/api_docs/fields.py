"""The fields of an evaluation, the main thing that the API answers: what each is, for readers.

Their types are read off the description (OpenAPI), so that the two cannot differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.domain.message import Message, say

Described = Mapping[str, Any]

MAIN: Final = "EvaluationOut"
_SCHEMAS: Final = "#/components/schemas/"

_MEANINGS: Final[Mapping[str, Message]] = {
    "id": say("The municipality and the year. Never means anything else."),
    "municipality.slug": say("The name in addresses, which never changes."),
    "municipality.code": say("The official number, as text. It may change."),
    "year": say("The year of the evaluation."),
    "method_version": say("The version of the method, as text."),
    "method_version_basis": say("Whether the source says the version, or the year does."),
    "family": say("Results may be compared within one family only."),
    "detail": say("How much is known: from the questions down to no more than that it took place."),
    "population.value": say("The number of inhabitants that the size group rests on."),
    "population.basis": say("Whether the number is of the same year or of another."),
    "size_group": say("The size of the municipality then; null where it is not known."),
    "total.score": say(
        "What we count with: the sum of the parts where all are known, else what the source states."
    ),
    "total.max": say("The highest number of points there can be."),
    "total.stated": say("What the source prints."),
    "total.missing": say("Why there is no score; null where there is one."),
    "areas.no": say("The number of the area, 1–8."),
    "areas.score": say("The same for an area as for the total; questions too have these fields."),
    "areas.questions.code": say("The code of the question, as text."),
    "areas.questions.reconstructed": say(
        "Whether a digit that could not be read was worked out from the others."
    ),
    "areas.findings.kind": say("Strength, challenge or weakness, retold in our own words."),
    "gold_stars.practice": say("A practice that most others can learn from."),
    "discrepancies.kind": say("Where the figures of a source disagree, and how."),
    "stated_placings": say("Places that the source itself states, with exactly their scope."),
    "source.url": say("Where it was read; null where it is not on the web."),
}


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field by its path, its JSON types, the values there are, and what it means."""

    name: str
    types: tuple[str, ...]
    allowed: tuple[str, ...]
    meaning: Message


def field_lines(description: Described) -> tuple[FieldLine, ...]:
    """The fields in the order of the answer.

    Raises:
        KeyError: the description has no such field.
    """
    return tuple(_line(path, meaning, description) for path, meaning in _MEANINGS.items())


def _line(path: str, meaning: Message, whole: Described) -> FieldLine:
    schema: Described = {"$ref": _SCHEMAS + MAIN}
    for name in path.split("."):
        properties = next(
            found["properties"] for found in _choices(schema, whole) if "properties" in found
        )
        schema = properties[name]
    choices = _choices(schema, whole)
    types = dict.fromkeys("array" if "items" in one else one["type"] for one in choices)
    allowed = tuple(str(value) for one in choices for value in one.get("enum", ()))
    return FieldLine(path, tuple(types), allowed, meaning)


def _choices(schema: Described, whole: Described) -> list[Described]:
    """What a value may be: references are followed, lists are entered where they hold objects."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_SCHEMAS)
        return _choices(whole["components"]["schemas"][name], whole)
    if "anyOf" in schema:
        return [found for one in schema["anyOf"] for found in _choices(one, whole)]
    if "items" in schema:
        inner = [one for one in _choices(schema["items"], whole) if "properties" in one]
        return [{**schema, **inner[0]}] if inner else [schema]
    return [schema]
