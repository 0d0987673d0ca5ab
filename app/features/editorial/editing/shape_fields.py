"""The fields of a form, made from the shape of a record: what may stand in it, and of what kind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel

from app.domain.message import LocalText
from app.domain.score import AREA_MEASURES
from app.domain.wording.record_fields import Words, way_words
from app.editorial.figure_items import KNOWN, REFERENCE
from app.publishing.shapes import KnownEvaluatedShape, ReferenceShape

SHAPES: Final[Mapping[str, type[BaseModel]]] = {
    REFERENCE: ReferenceShape,
    KNOWN: KnownEvaluatedShape,
}
"""Kinds of records that are written in a form made from their shape. Others are written as they
are: what they hold is no list of single values."""

Way = tuple[str, ...]


class Filled(StrEnum):
    """What is written in a field."""

    LINE = "line"
    ADDRESS = "address"
    WHOLE = "whole"
    POINTS = "points"
    CHOICE = "choice"
    TICK = "tick"
    TEXT = "text"
    """A text in one or more languages."""


@dataclass(frozen=True, slots=True)
class ValueField:
    """A value of a record. `way` leads to it, `choices` are what it may be where that is a list;
    `is_kept` says whether it stands in the record even where there is none."""

    way: Way
    filled: Filled
    is_needed: bool
    is_kept: bool
    choices: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return "field-" + "-".join(self.way)

    @property
    def label(self) -> Words:
        """What it is called: within its group where it is of one."""
        is_of_group = len(self.way) > 1 and not self.way[-1].isdecimal()
        return way_words(self.way[1:] if is_of_group else self.way)

    @property
    def whole_label(self) -> Words:
        """What it is called where its group is not told beside it."""
        return way_words(self.way)


@dataclass(frozen=True, slots=True)
class ShapeGroup:
    """Fields that belong together. `name` is empty of a field that stands by itself; the others
    are as a field is: needed, and kept where there is nothing in them."""

    name: str
    fields: tuple[ValueField, ...]
    is_needed: bool = True
    is_kept: bool = True

    @property
    def legend(self) -> Words:
        return way_words((self.name,))


def groups_of(
    shape: type[BaseModel], known: Mapping[str, tuple[str, ...]]
) -> tuple[ShapeGroup, ...]:
    """The fields of a shape in its own order, but for the id, which nobody writes. `known` are the
    choices of names that are no list in the shape: what they may be stands in the data."""
    found = []
    for name, info in shape.model_fields.items():
        if name == "id":
            continue
        inner, may_be_none = _inner(info.annotation)
        needed = not may_be_none
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            fields = tuple(_within(name, inner))
            found.append(ShapeGroup(name, fields, needed, info.is_required()))
        elif get_origin(inner) is dict:
            fields = tuple(
                ValueField((name, str(area)), Filled.POINTS, is_needed=False, is_kept=False)
                for area in AREA_MEASURES
            )
            found.append(ShapeGroup(name, fields))
        else:
            filled, choices = _filled(name, inner)
            if name in known:
                filled, choices = Filled.CHOICE, known[name]
            one = ValueField((name,), filled, needed, info.is_required(), choices)
            found.append(ShapeGroup("", (one,)))
    return tuple(found)


def _within(name: str, shape: type[BaseModel]) -> Iterator[ValueField]:
    for part, info in shape.model_fields.items():
        inner, may_be_none = _inner(info.annotation)
        filled, choices = _filled(part, inner)
        yield ValueField((name, part), filled, not may_be_none, info.is_required(), choices)


def _inner(annotation: Any) -> tuple[Any, bool]:
    """What a value is, without its constraints, and whether there may be none."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _inner(get_args(annotation)[0])
    if origin in (Union, UnionType):
        parts = [part for part in get_args(annotation) if part is not type(None)]
        return _inner(parts[0])[0], len(parts) < len(get_args(annotation))
    return annotation, False


def _filled(name: str, inner: Any) -> tuple[Filled, tuple[str, ...]]:
    """How a value is written.

    Raises:
        TypeError: no field is known for values of its kind.
    """
    if isinstance(inner, type):
        if issubclass(inner, StrEnum):
            return Filled.CHOICE, tuple(str(one) for one in inner)
        if issubclass(inner, LocalText):
            return Filled.TEXT, ()
        if issubclass(inner, bool):
            return Filled.TICK, ()
        if issubclass(inner, int):
            return Filled.WHOLE, ()
        if issubclass(inner, Decimal):
            return Filled.POINTS, ()
        if issubclass(inner, str):
            return (Filled.ADDRESS if name == "url" else Filled.LINE), ()
    raise TypeError(f"there is no field for {name}, which is {inner}")
