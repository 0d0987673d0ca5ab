"""Canonical documents: one JSON text for one record, the same every time and on every machine.

Keys are sorted, there is no space, letters stand as themselves, points are numbers with one decimal
and what is unknown is null. The SHA-256 of that text tells whether a record has changed.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.message import LocalText, Message
from app.models import Revision

Content = dict[str, Any]
"""What a document says: strings, numbers, booleans, null, lists and objects."""


@dataclass(frozen=True, slots=True)
class Document:
    """One record of a state: the table it belongs to, its key there, and what it says."""

    table: type[Revision]
    key: str
    content: Content

    @property
    def kind(self) -> str:
        """What the record is called in an export."""
        return str(self.table.__tablename__).replace("_", "-")

    @property
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
    """
    return json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def points(value: Decimal | None) -> float | None:
    """Points as a JSON number; the shortest text of a float is exact for one decimal."""
    return None if value is None else float(value)


def text_content(text: LocalText | Message) -> Content:
    """A text in its languages.

    Raises:
        TypeError: the text is a sentence of the interface, which is never kept as data.
    """
    if isinstance(text, Message):
        raise TypeError("a message is not data")
    return {"texts": dict(sorted(text.texts.items())), "unofficial": sorted(text.unofficial)}


def optional_text(text: LocalText | None) -> Content | None:
    return None if text is None else text_content(text)


def day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
