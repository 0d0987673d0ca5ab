"""The operations of the description: one for each format that an address has.

A route declares its formats once (`app.web.api.answers.answers_in`). What it is for is described
there and in its models; what every answer has, its headers among them, is added here.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from app.web.api.answers import PROBLEM_TYPE, declared_formats, without_declaration
from app.web.api.formats import Format, Part, bare_type, means_something
from app.web.api.geojson import GEOJSON_NAME
from app.web.api.jsonstat_schema import JSONSTAT_NAME

Described = dict[str, Any]

HEADERS: Final[Mapping[str, Described]] = {
    name: {"description": description, "schema": {"type": "string"}}
    for name, description in (
        (
            "ETag",
            "Names exactly this answer. Send it as `If-None-Match` to get another one only.",
        ),
        ("Last-Modified", "When the release was published that the answer was read from."),
        (
            "Link",
            "The other formats (`alternate`), and of lists the `first` and the `next` items.",
        ),
        ("Content-Language", "The language of names and sentences in the answer."),
        ("Cache-Control", "How long the answer may be kept without asking again."),
        ("Vary", "The headers of a request that make a difference to the answer."),
        ("Content-Disposition", "A file name, with what the file holds and the release."),
        ("Location", "The address to ask instead."),
        ("Retry-After", "After how many seconds to ask again."),
    )
}
"""What answers carry, by its name in HTTP, which is its name among the components too."""

_OF_ANSWERS: Final = ("ETag", "Last-Modified", "Content-Language", "Cache-Control", "Vary")
_OF_UNCHANGED: Final = ("ETag", "Cache-Control", "Vary")
_OF_REDIRECTS: Final = ("Location",)
_LATER: Final = ("429", "503")

_UNCHANGED: Final = (
    "Nothing has changed since the answer with the `ETag` that `If-None-Match` names. No body."
)
_ELSEWHERE: Final = (
    "The address is written in another way (small letters, nothing at its end), or what it names "
    "is called otherwise now. The new one holds for good."
)
_WRITTEN: Final[Mapping[Format, str]] = {
    Format.JSON: "The same answer as without a suffix.",
    Format.CSV: "A table: the names of the columns, then the rows (UTF-8, RFC 4180).",
    Format.XLSX: "A spreadsheet: the table, what its columns mean, and where it comes from.",
    Format.JSONSTAT: "A cube of figures (JSON-stat 2.0), where figures are known.",
    Format.GEOJSON: "Points on a map (RFC 7946), with the columns of the CSV file as properties.",
}
_SHAPES: Final[Mapping[Part, str]] = {Part.CUBE: JSONSTAT_NAME, Part.PLACES: GEOJSON_NAME}
"""The shapes of what others have laid down."""
_WHOLE_LIST: Final = (
    "It holds the whole list, or 10 000 items of it, and then the `Link` header leads to the next."
)


def operations_of(path: str, operation: Described) -> Iterator[tuple[str, Described]]:
    """The operation as it is without a suffix, and one for each format, by their paths."""
    formats = declared_formats(operation["responses"])
    for suffix in (None, *formats):
        written = _written(operation, suffix)
        if len(formats) > 1:
            written["responses"]["200"]["headers"] |= _headers(("Link",))
        yield path + (suffix.suffix if suffix else ""), written


def _written(operation: Described, suffix: Format | None) -> Described:
    """An operation in a format: what it takes and answers there."""
    wanted = suffix or Format.JSON
    parameters = [
        _parameter(one)
        for one in operation.get("parameters", ())
        if means_something(one["name"], wanted)
    ]
    written = {**operation, "parameters": parameters, "responses": _responses(operation, wanted)}
    if suffix is not None:
        is_list = any(one["name"] == "cursor" for one in parameters)
        told: list[str] = [operation.get("description", ""), _WRITTEN[suffix]]
        told += [_WHOLE_LIST] if is_list and suffix is not Format.JSON else []
        written["operationId"] = operation["operationId"] + suffix.value.capitalize()
        written["summary"] = f"{operation['summary']} ({suffix.suffix})"
        written["description"] = "\n\n".join(told)
    return written


def _parameter(parameter: Described) -> Described:
    """A parameter as an address can hold it: one that is left out has no value, not a null one."""
    schema = dict(parameter["schema"])
    choices = [one for one in schema.pop("anyOf", ()) if one.get("type") != "null"]
    if len(choices) > 1:
        schema["anyOf"] = choices
    elif choices:
        schema = {**choices[0], **schema}
    told = {name: value for name, value in schema.items() if name not in ("title", "description")}
    if told.get("default", ...) is None:
        del told["default"]
    if told.get("type") == "integer" and "default" in told:
        told["default"] = int(told["default"])
    return {**parameter, "schema": told}


def _responses(operation: Described, wanted: Format) -> Described:
    found: Described = {}
    for status, response in operation["responses"].items():
        if status == "422":  # what the models refuse is a 400, like everything else that is refused
            continue
        found[status] = without_declaration(response)
        if status == "200":
            found[status] = _answered(found[status], wanted)
        elif "content" not in response:
            found[status]["headers"] = _headers(_OF_REDIRECTS)
        else:
            (body,) = response["content"].values()
            found[status]["content"] = {PROBLEM_TYPE: body}
            later = ("Retry-After",) if status in _LATER else ()
            found[status]["headers"] = _headers(("Content-Language", *later))
    found["304"] = {"description": _UNCHANGED, "headers": _headers(_OF_UNCHANGED)}
    found["308"] = {"description": _ELSEWHERE, "headers": _headers(_OF_REDIRECTS)}
    return dict(sorted(found.items()))


def _answered(response: Described, wanted: Format) -> Described:
    body = response["content"]["application/json"]
    if wanted.part in _SHAPES:
        body = {"schema": {"$ref": f"#/components/schemas/{_SHAPES[wanted.part]}"}}
    elif wanted.part is Part.TABLE:
        body = {"schema": {"type": "string"} | ({} if wanted.is_text else {"format": "binary"})}
    file = ("Content-Disposition",) if wanted.part is Part.TABLE else ()
    return {
        "description": _WRITTEN[wanted] if wanted is not Format.JSON else "What was asked for.",
        "headers": {**response.get("headers", {}), **_headers((*_OF_ANSWERS, *file))},
        "content": {bare_type(wanted): body},
    }


def _headers(names: tuple[str, ...]) -> Described:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}
