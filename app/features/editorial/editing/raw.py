"""A record that has no form of its own: the document it is, in the shape of the seed's files."""

import json
from dataclasses import dataclass
from math import isfinite
from typing import Any

from app.domain.message import LocalText, Message, say
from app.editorial.draft import Draft, DraftItem
from app.features.editorial.words import kind_words


@dataclass(frozen=True, slots=True)
class RawContent:
    """The page on which such a record is written."""

    title: Message
    draft: int
    position: int
    version: int
    text: str
    problem: Message | LocalText | None = None
    description: Message | None = None


def raw_content(draft: Draft, item: DraftItem) -> RawContent:
    """The document of an item, as people may write it."""
    text = json.dumps(item.document, ensure_ascii=False, indent=2)
    title = say("%(kind)s: %(id)s", kind=kind_words(item.kind), id=item.key)
    return RawContent(title, draft.id, item.position, draft.version, text)


def typed_raw(text: str) -> dict[str, Any]:
    """The document that was written.

    Raises:
        ValueError: it is not one object in JSON, or holds what no database keeps: a number without
            end, half a character.
    """
    found = json.loads(text, parse_constant=_no_number, parse_float=_finite)
    if not isinstance(found, dict):
        raise ValueError("it is not an object")
    json.dumps(found, ensure_ascii=False).encode()
    return found


def _finite(written: str) -> float:
    value = float(written)
    if not isfinite(value):
        raise ValueError(f"{written[:20]} is not a number that is kept")
    return value


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is not a number")
