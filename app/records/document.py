"""Canonical documents: one JSON text for one record, the same every time and on every machine.

Keys are sorted, there is no space, letters stand as themselves, points are numbers with one decimal
and what is unknown is null. The SHA-256 of that text tells whether a record has changed.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from app.models import Revision
from app.records.contents import Content


@dataclass(frozen=True)
class Document:
    """One record of a state: the table it belongs to, its key there, and what it says."""

    table: type[Revision]
    key: str
    content: Content

    @property
    def kind(self) -> str:
        """What the record is called in an export."""
        return str(self.table.__tablename__).replace("_", "-")

    @cached_property
    def text(self) -> str:
        return canonical(self.content)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    def signed(self) -> "Signed":
        """What is kept of a document where there are too many to keep them whole."""
        return Signed(self.table, self.key, self.sha256)


@dataclass(frozen=True, slots=True)
class Signed:
    """A record with the SHA-256 of its document."""

    table: type[Revision]
    key: str
    sha256: str


def canonical(content: object) -> str:
    """The one JSON text of a content.

    Raises:
        ValueError: a number is infinite or not a number.
        TypeError: it holds what is not kept as data.
    """
    return json.dumps(
        content,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
        default=_in_json,
    )


def in_json(content: Content) -> Any:
    """The content as its document says it, for a column that holds the document itself."""
    return json.loads(canonical(content))


def _in_json(value: object) -> float | str:
    """What JSON has no word for. The shortest text of a float is exact for one decimal."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not kept as data")
