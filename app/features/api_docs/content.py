"""How to use the API: its operations, read off its own description."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlencode

from app.config import settings
from app.domain.message import Either, Message, say
from app.features.api_docs.fields import FieldLine, field_lines
from app.features.api_docs.limits import Limit, limits
from app.features.api_docs.meanings import meaning_of
from app.features.api_docs.refusal import Refused, refused
from app.features.api_docs.release_values import ReleaseValues, release_values
from app.features.api_docs.sample import Sample, sample
from app.features.api_docs.shapes import AnswerShape, Shapes, shapes
from app.queries.reading import Reading
from app.web.addresses import ASSISTANTS
from app.web.api.changelog import VERSIONS, ApiVersion
from app.web.api.formats import FILES, Format, split_suffix
from app.web.errors.kinds import PROBLEM_KINDS, ProblemKind

Described = Mapping[str, Any]

SHARED: Final = ("release", "lang", "dialect", "limit", "cursor")
"""Parameters that mean the same everywhere; explained once."""

_SCHEMAS: Final = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter with what it takes: the values there are, or the limits."""

    name: str
    meaning: Message | str
    required: bool
    allowed: tuple[str, ...]
    limits: str
    examples: tuple[str, ...]
    """Values that the release has; several where it takes several."""
    in_path: bool
    is_boolean: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that can be asked for."""

    id: str
    path: str
    summary: Message | str
    parameters: tuple[Parameter, ...]
    """Its own; those that are shared stand elsewhere."""
    formats: Sequence[str]
    """The suffixes, without their dot."""
    example: str | None
    """An address that answers; None where no example is known of something it needs."""
    shapes: tuple[AnswerShape, ...] = ()
    """What its answer holds and no other: the answer itself first."""

    @property
    def answer(self) -> str:
        """The name of its answer's shape."""
        return self.shapes[0].name


@dataclass(frozen=True, slots=True)
class OperationGroup:
    """Operations about the same thing."""

    id: str
    name: Message | str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class ApiDocsContent:
    """Everything on the page. What the description says is in English; what is known of it in other
    languages is said in the reader's."""

    groups: tuple[OperationGroup, ...]
    shared: tuple[Parameter, ...]
    fields: tuple[FieldLine, ...]
    """Those of an evaluation, with what they mean."""
    shapes: tuple[AnswerShape, ...]
    """What several answers hold."""
    sample: Sample | None
    refused: Refused
    limits: tuple[Limit, ...]
    version: str

    @property
    def title(self) -> Message:
        return say("The API")

    @property
    def description(self) -> Message:
        return say(
            "Everything that the pages show, as %(formats)s: addresses, parameters, formats, "
            "errors, and what you can rely on.",
            formats=tuple(found.nouns for found in Format),
        )

    @property
    def assistants(self) -> str:
        """The whole address that assistants are given."""
        return settings().site_address + ASSISTANTS

    @property
    def assistants_command(self) -> str:
        """What an assistant runs that speaks to programs on its own machine alone."""
        return f"kompass mcp --site {settings().site_address}"

    @property
    def problem_kinds(self) -> tuple[ProblemKind, ...]:
        """Every kind of error that readers can meet, in the order of their statuses."""
        return tuple(kind for kind in PROBLEM_KINDS.values() if kind.public)

    @property
    def versions(self) -> tuple[ApiVersion, ...]:
        """Every version of the API with what it changed, newest first."""
        return VERSIONS

    @property
    def formats_rule(self) -> Message:
        return say(
            "JSON when nothing follows the address. With %(suffixes)s after it, the same as "
            "%(formats)s, and then the whole list, or its first 10 000 rows where it is "
            "longer; the HTTP header Link leads on.",
            suffixes=Either(tuple(found.suffix for found in FILES)),
            formats=Either(tuple(found.noun for found in FILES)),
        )


def api_docs_content(description: Described, reading: Reading, language: str) -> ApiDocsContent:
    """The operations of a description (OpenAPI), by what they are about, and a real answer."""
    values = release_values(reading)
    groups: dict[str, list[Operation]] = {}
    shared: dict[str, Parameter] = {}
    formats: dict[str, list[str]] = {}
    answered = _shapes(description)
    for path, operations in description["paths"].items():
        bare, suffix = split_suffix(path)
        for described in operations.values():
            parameters = list(_parameters(described, description, values))
            shared |= {p.name: p for p in parameters if p.name in SHARED}
            if suffix is not None:  # the same, in a format: a word beside it
                formats[bare].append(suffix.value)
                continue
            name = (described.get("tags") or ["API"])[0]
            found = _operation(path, described, parameters, formats.setdefault(path, []))
            found = replace(found, shapes=answered.own[found.id])
            groups.setdefault(name, []).append(found)
    return ApiDocsContent(
        groups=tuple(
            OperationGroup(name.lower().replace(" ", "-"), meaning_of(name), tuple(found))
            for name, found in groups.items()
        ),
        shared=tuple(shared[name] for name in SHARED if name in shared),
        fields=field_lines(description),
        shapes=answered.shared,
        sample=sample(reading, values, language),
        refused=refused(values, language),
        limits=limits(),
        version=description["info"]["version"],
    )


def _shapes(description: Described) -> Shapes:
    """Those of the answers in JSON."""
    operations = {
        described["operationId"]: described
        for path, operations in description["paths"].items()
        if split_suffix(path)[1] is None
        for described in operations.values()
    }
    return shapes(operations, description)


def _operation(
    path: str, described: Described, parameters: Sequence[Parameter], formats: Sequence[str]
) -> Operation:
    return Operation(
        id=described["operationId"],
        path=path,
        summary=meaning_of(described["summary"]),
        parameters=tuple(p for p in parameters if p.name not in SHARED),
        formats=formats,
        example=_example_address(path, parameters),
    )


def _parameters(
    described: Described, whole: Described, values: ReleaseValues
) -> Iterator[Parameter]:
    for parameter in described.get("parameters", ()):
        name, schema = parameter["name"], _resolved(parameter["schema"], whole)
        in_path = parameter["in"] == "path"
        listed = tuple(str(value) for value in schema.get("enum", ()))
        yield Parameter(
            name=name,
            meaning=meaning_of(parameter.get("description", "")),
            required=parameter.get("required", False),
            allowed=listed or values.allowed.get(name, ()),
            limits=_limits(schema),
            examples=_examples(name, parameter, values),
            in_path=in_path,
            is_boolean=schema.get("type") == "boolean",
        )


def _resolved(schema: Described, whole: Described) -> Described:
    """The schema that says what a value may be: references are followed, null is left out."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_SCHEMAS)
        return _resolved(whole["components"]["schemas"][name], whole)
    for choice in schema.get("anyOf", ()):
        if choice.get("type") != "null":
            return _resolved(choice, whole)
    if "items" in schema:
        return {**schema, **_resolved(schema["items"], whole)}
    return schema


def _limits(schema: Described) -> str:
    """`1–1000`, where there are limits that a reader can use."""
    lowest, highest = schema.get("minimum"), schema.get("maximum")
    if lowest is None or highest is None or highest >= 2**31 - 1:
        return ""
    return f"{lowest}–{highest}"


def _examples(name: str, parameter: Described, values: ReleaseValues) -> tuple[str, ...]:
    """What the release has; where it depends on none, what the description gives."""
    if parameter["in"] == "path" and name in values.in_paths:
        return (values.in_paths[name],)
    found = values.examples.get(name)
    if found is None:
        first: Any = next(iter(parameter["schema"].get("examples") or []), [])
        found = tuple(map(str, first)) if isinstance(first, list) else (str(first),)
    takes_several = parameter["schema"].get("type") == "array"
    return found if takes_several else found[:1]


def _example_address(path: str, parameters: Sequence[Parameter]) -> str | None:
    query = []
    for parameter in parameters:
        if not parameter.required:
            continue
        if not parameter.examples:
            return None
        if parameter.in_path:
            path = path.replace(f"{{{parameter.name}}}", parameter.examples[0])
        else:
            query += [(parameter.name, one) for one in parameter.examples]
    return path + (f"?{urlencode(query)}" if query else "")
