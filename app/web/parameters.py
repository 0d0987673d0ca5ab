"""Query strings: which parameters there are, and what is answered to the others.

A route's parameters are those that it and its dependencies declare, and no more. `check_request`
runs before every route and refuses what no model sees: unknown and repeated names, names that mean
nothing in the format asked for, control characters, and query strings that are too long. Values are
checked by the models; whatever they refuse becomes a `BadParameter`, never a 422.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, get_args, get_origin
from urllib.parse import parse_qsl

from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import request_params_to_args
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic.fields import FieldInfo
from starlette.requests import Request

from app import bounds
from app.domain.message import say
from app.errors import BadParameter, KompassError, NotFound
from app.web.api.formats import means_something, wanted_format
from app.web.errors.kinds import PROBLEM_KINDS
from app.web.errors.refused_values import Span, faults_of

LONGEST_QUERY: Final = bounds.QUERY_BYTES
LONGEST_TEXT: Final = 100
PAGE_SIZE: Final = 50
HIGHEST_PAGE: Final = 10_000

Release = Annotated[int | None, Field(ge=1, le=2**31 - 1)]
Year = Annotated[int | None, Field(ge=1900, le=2100)]
Own = Annotated[str | None, Field(max_length=LONGEST_TEXT, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""The municipality of the reader, by its name in addresses, to be marked where it stands."""
Page = Annotated[int, Field(ge=1, le=HIGHEST_PAGE)]
"""Which part of a list is shown."""


def whole_number(lowest: int, highest: int, *examples: int) -> WithJsonSchema:
    """Describes a value as a number that an address may write in one way only, so that it is read
    as the text it is: `5` and neither `05` nor `5.0`."""
    found: dict[str, Any] = {"type": "integer", "minimum": lowest, "maximum": highest}
    return WithJsonSchema(found | ({"examples": [*examples]} if examples else {}))


class QueryTooLong(KompassError):
    """More was asked for than an address can hold."""

    status = 414
    slug = "query-too-long"

    def __init__(self) -> None:
        super().__init__(PROBLEM_KINDS[self.slug].meaning)


class PageParameters(BaseModel):
    """What every page that shows data takes. `release` freezes it at that release."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    release: Release = None

    @model_validator(mode="before")
    @classmethod
    def leave_out_blank(cls, given: Any) -> Any:
        """A form without scripts sends every field: one left blank was not filled in."""
        if not isinstance(given, Mapping):
            return given
        return {name: value for name, value in given.items() if value not in ("", [""])}


class OwnParameters(PageParameters):
    """The same for pages that mark the reader's own municipality among others."""

    min: Own = None


async def check_request(request: Request) -> None:
    """Refuses what no parameter model sees. A dependency of the whole application, and one that
    waits for nothing: no other thread has to take it over."""
    if has_control_characters(request.scope["path"]):  # the framework's URL leaves some out
        raise NotFound(say("There is nothing at this address."))
    raw: bytes = request.scope["query_string"]
    if not raw:
        return
    if len(raw) > LONGEST_QUERY:
        raise QueryTooLong
    route = request.scope.get("route")
    declared = declared_parameters(route) if isinstance(route, APIRoute) else {}
    wanted = wanted_format(request)
    declared = {name: many for name, many in declared.items() if means_something(name, wanted)}
    given = parse_qsl(raw.decode("latin-1"), keep_blank_values=True)
    seen: set[str] = set()
    faults = [fault for name, value in given if (fault := _fault_of(name, value, declared, seen))]
    if faults:
        told = {fault.name for fault in faults}
        faults += (one for one in _refused(request, route) if one.name not in told)
        raise BadParameter.together(faults)


def _fault_of(
    name: str, value: str, declared: Mapping[str, bool], seen: set[str]
) -> BadParameter | None:
    if has_control_characters(name) or name not in declared:
        return unknown_parameter(name, tuple(declared))
    if has_control_characters(value):
        return BadParameter(
            name,
            say("%(name)s has characters that cannot be searched for.", name=name),
        )
    if name in seen and not declared[name]:
        return BadParameter(name, say("%(name)s can be given only once.", name=name))
    seen.add(name)
    return None


def _refused(request: Request, route: object) -> Iterator[BadParameter]:
    """What the models of a route refuse besides, so that everything is told at once."""
    if not isinstance(route, APIRoute):
        return
    waiting = [route.dependant]
    while waiting:
        dependant = waiting.pop()
        waiting += dependant.dependencies
        try:
            _, errors = request_params_to_args(dependant.query_params, request.query_params)
        except BadParameter as error:  # of a model that weighs its values against each other
            yield from (error, *error.others)
        else:
            known = (error for error in errors if error["type"] != "extra_forbidden")
            yield from faults_of(known, spans_of(route))


def spans_of(route: object) -> Mapping[str, Span]:
    """The lowest and highest numbers that the parameters of a route take."""
    if not isinstance(route, APIRoute):
        return {}
    return {name: _span(info) for name, info in _fields(route.dependant)}


def _span(info: FieldInfo) -> Span:
    lowest = (getattr(one, "ge", None) for one in info.metadata)
    highest = (getattr(one, "le", None) for one in info.metadata)
    return Span(
        next((one for one in lowest if one is not None), None),
        next((one for one in highest if one is not None), None),
    )


def unknown_parameter(name: str, allowed: tuple[str, ...]) -> BadParameter:
    """A parameter that the address does not take."""
    shown = "".join(c for c in name if not unicodedata.category(c).startswith("C"))[:60]
    message = say("This address does not take the parameter “%(name)s”.", name=shown)
    return BadParameter(shown, message, allowed)


def has_control_characters(text: str) -> bool:
    """Whether a text has characters that are not written: controls, surrogates, non-characters."""
    return any(unicodedata.category(character) in ("Cc", "Cn", "Cs") for character in text)


def declared_parameters(route: APIRoute) -> Mapping[str, bool]:
    """The names of the query parameters that a route takes, and whether each may be repeated."""
    return {name: _takes_several(info.annotation) for name, info in _fields(route.dependant)}


def _fields(dependant: Dependant) -> Iterator[tuple[str, FieldInfo]]:
    """The query parameters by the names that they have in addresses."""
    for field in dependant.query_params:
        annotation = field.field_info.annotation
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            for name, info in annotation.model_fields.items():
                yield info.alias or name, info
        else:
            yield field.alias, field.field_info
    for inner in dependant.dependencies:
        yield from _fields(inner)


def _takes_several(annotation: Any) -> bool:
    """Whether a type is a list, a tuple or a set, or a choice with one of them."""
    if get_origin(annotation) in (list, tuple, set, frozenset):
        return True
    return any(_takes_several(part) for part in get_args(annotation) if get_origin(part))
