"""What a kind of item has to know: how it looks as a file, and what it does to what is public."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from app.editorial.building import Building
from app.editorial.draft import DraftItem
from app.publishing.diff import RecordKey
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class PublicRecord:
    """A public record in the shape of the seed files, with a title for people."""

    title: str
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ItemKind:
    """A kind of record that a draft may put or withdraw.

    `rank` says what is built before what rests on it: lower first.
    """

    name: str
    rank: int
    records: Callable[[Session, Collection[str]], Iterable[tuple[str, RecordKey, str]]]
    """The records that are public under some keys: the key, the record and its SHA-256. The keys
    are no more than one statement names."""
    key_of: Callable[[Mapping[str, Any]], str | None]
    """The key that a document gives its record; None where that cannot be said yet."""
    public: Callable[[Reading, str], PublicRecord | None]
    """The public record of a key; None where there is none."""
    put: Callable[[Building, DraftItem], None]
    withdraw: Callable[[Building, DraftItem], None]
    for_editors: bool = True
    """Whether only an editor may draft it, because more than one evaluation rests on it."""
