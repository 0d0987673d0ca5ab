"""A domain object as content, and back, by the types of its fields.

Content is what a record's document says and what its rows hold: texts, numbers, points (`Decimal`),
days, true and false, None, lists, and objects with names. The names are those of the fields, unless
the kind of record spells a class otherwise.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import (
    Any,
    Final,
    NamedTuple,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from app.domain.message import Message

Content: TypeAlias = dict[str, Any]

Convert: TypeAlias = Callable[[Any], Any]
Object = TypeVar("Object")


@dataclass(frozen=True, slots=True)
class Spelling:
    """Where the content of a class has other names than the class."""

    renamed: Mapping[str, str] = field(default_factory=dict)
    merged: frozenset[str] = frozenset()
    """Fields whose own fields stand in their place."""
    left_out: frozenset[str] = frozenset()
    """Fields that are records of their own: whoever reads hands them over."""
    added: frozenset[str] = frozenset()
    """Fields that came after something had been published. Content does not name them where they
    are as the class has them by itself: what was published before keeps its SHA-256."""


class _Way(NamedTuple):
    """How a value of a type becomes content, and content becomes a value."""

    write: Convert
    read: Convert


class _Member(NamedTuple):
    """A field, what it is called in the content (None where it is merged), its way, and the value
    that content does not name."""

    field: str
    name: str | None
    way: _Way
    unnamed: object


class _Reading(NamedTuple):
    """The members of a class by how they are read: as they are, converted, or from among the names
    of the whole. Every page reads thousands, so this is worked out once."""

    unchanged: tuple[tuple[str, str], ...]
    converted: tuple[tuple[str, str, Convert], ...]
    merged: tuple[tuple[str, Convert], ...]


def _as_it_is(value: Any) -> Any:
    return value


_UNCHANGED: Final = _Way(_as_it_is, _as_it_is)
"""Of values that content holds as they are, None among them. Most are, so nobody calls it."""

_NONE_SUCH: Final = object()
"""No field has it."""


class Contents:
    """Writes and reads content of the classes of one kind of record."""

    def __init__(self, spellings: Mapping[type, Spelling] | None = None) -> None:
        self._spellings = spellings or {}
        self._members: dict[type, tuple[_Member, ...]] = {}
        self._readings: dict[type, _Reading] = {}

    def write(self, value: object) -> Content:
        """The content of an object.

        Raises:
            TypeError: something in it is not kept as data, such as a sentence of the interface.
        """
        return self._write(type(value), value)

    def read(self, kind: type[Object], content: Mapping[str, Any], **left_out: object) -> Object:
        """The object that a content tells of. What the content does not name is left as the class
        has it, and names that the class does not know are passed over.

        Raises:
            TypeError, ValueError: it does not tell of such an object.
        """
        unchanged, converted, merged = self._readings.get(kind) or self._reading_of(kind)
        found = {name: content[called] for name, called in unchanged if called in content}
        for name, called, read in converted:
            if called in content:
                found[name] = read(content[called])
        for name, read in merged:
            found[name] = read(content)
        return kind(**found, **left_out)

    def _write(self, kind: type, value: object) -> Content:
        if not isinstance(value, kind):
            raise TypeError(f"{type(value).__name__} is not kept as {kind.__name__}")
        found: Content = {}
        for name, called, way, unnamed in self._members_of(kind):
            member = getattr(value, name)
            if called is None:
                found.update(way.write(member))
            elif member is not unnamed:
                found[called] = way.write(member)
        return found

    def _members_of(self, kind: type) -> tuple[_Member, ...]:
        known = self._members.get(kind)
        if known is None:
            spelling = self._spellings.get(kind, Spelling())
            hints = get_type_hints(kind)
            known = self._members[kind] = tuple(
                _Member(
                    own.name,
                    None
                    if own.name in spelling.merged
                    else spelling.renamed.get(own.name, own.name),
                    self._way(hints[own.name]),
                    own.default if own.name in spelling.added else _NONE_SUCH,
                )
                for own in fields(kind)
                if own.name not in spelling.left_out
            )
        return known

    def _reading_of(self, kind: type) -> _Reading:
        members = self._members_of(kind)
        named = [(member.field, member.name, member.way) for member in members if member.name]
        reading = self._readings[kind] = _Reading(
            tuple((name, called) for name, called, way in named if way is _UNCHANGED),
            tuple((name, called, way.read) for name, called, way in named if way is not _UNCHANGED),
            tuple((member.field, member.way.read) for member in members if member.name is None),
        )
        return reading

    def _way(self, hint: Any) -> _Way:
        """How values of a field are written and read."""
        origin, inner = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            return self._either(inner)
        if origin is tuple:
            each = self._way(inner[0])
            if each is _UNCHANGED:
                return _Way(list, tuple)
            write, read = each
            return _Way(
                lambda value: [write(item) for item in value],
                lambda content: tuple([read(item) for item in content]),
            )
        if origin is frozenset:
            return _Way(sorted, frozenset)
        if origin is not None:
            return self._mapping(*inner)
        return self._object(hint) if is_dataclass(hint) else _plain(hint)

    def _object(self, kind: Any) -> _Way:
        """One that has been read already is taken as it is."""
        read = self.read
        return _Way(
            lambda value: self._write(kind, value),
            lambda content: content if isinstance(content, kind) else read(kind, content),
        )

    def _either(self, kinds: tuple[Any, ...]) -> _Way:
        """A value or None. A text may be a sentence of the interface, too, which is no data."""
        (kind,) = (kind for kind in kinds if kind not in (NoneType, Message))
        way = self._way(kind)
        if NoneType not in kinds or way is _UNCHANGED:
            return way
        return _Way(
            lambda value: None if value is None else way.write(value),
            lambda content: None if content is None else way.read(content),
        )

    def _mapping(self, key: Any, value: Any) -> _Way:
        """Names in an object are texts."""
        inner, write_name = self._way(value), _plain(key).write
        if key is str and inner is _UNCHANGED:
            return _Way(dict, dict)
        read_name: Convert = int if key is int else _plain(key).read
        return _Way(
            lambda found: {
                str(write_name(name)): inner.write(item) for name, item in found.items()
            },
            lambda content: {read_name(name): inner.read(item) for name, item in content.items()},
        )


def _plain(kind: Any) -> _Way:
    """The way of what has no parts.

    Raises:
        TypeError: values of that kind are not kept.
    """
    if kind is Decimal:
        return _Way(_as_it_is, _points)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _Way(lambda value: value.value, kind)
    if kind is date:
        return _Way(_as_it_is, _day)
    if kind in (str, int, float, bool):
        return _UNCHANGED
    raise TypeError(f"{kind} is not kept as data")


def _day(stored: date | str) -> date:
    """A day: JSON holds it as a text."""
    return date.fromisoformat(stored) if isinstance(stored, str) else stored


def _points(stored: Decimal | float) -> Decimal:
    """Points with one decimal, exactly: JSON holds them as numbers."""
    return stored if isinstance(stored, Decimal) else Decimal(round(stored * 10)).scaleb(-1)
